#include "document/open.h"

#include "core/text.h"
#include "document/avoid_before.h"
#include "document/client_codes.h"
#include "document/edit.h"
#include "document/figure.h"
#include "document/map_store.h"
#include "document/motions.h"
#include "document/place_words.h"
#include "document/practice_care.h"
#include "document/saving.h"
#include "document/scores.h"
#include "document/selection.h"
#include "document/whereabouts.h"
#include "map/map_codec.h"

#include <algorithm>
#include <utility>

namespace palpate::document {

namespace {

using clinic::Author;

// Leaving what is not on the disk yet would lose it.
core::Result<void> finishBeforeLeaving(Document& document) {
    core::check(!document.painting, "nothing is opened while a stroke is being made");
    return finishWriting(document);
}

constexpr const char* kDamageTopic = "damage";

// Says what of the practice turned out to be damaged since the last time.
void tellDamage(Document& document) {
    constexpr std::size_t kMostNamed = 3;
    const std::vector<core::Error>& damaged = document.practice->damagedRecords();
    if (damaged.size() <= document.damageTold) return;
    document.damageTold = damaged.size();
    std::string names;
    for (std::size_t i = 0; i < std::min(damaged.size(), kMostNamed); ++i)
        names += (names.empty() ? "" : "; ") + damaged[i].where;
    if (damaged.size() > kMostNamed)
        names += core::trf("; and {0} more", {std::to_string(damaged.size() - kMostNamed)});
    notify(document, Notice::Kind::Warning, kDamageTopic,
           core::trf("Some records are damaged and cannot be read; the others are not affected: {0}. {1}",
                     {names, damaged.front().hint}));
}

void tellReadOnly(Document& document) {
    const std::string why = whyReadOnly(document);
    if (why.empty()) {
        dismissTopic(document, "read only");
        return;
    }
    notify(document, Notice::Kind::Warning, "read only",
           core::trf("{0} Nothing in this practice can be changed now.", {why}));
}

constexpr const char* kMapTopic = "map damage";

void tellUnreadable(Document& document, const std::vector<core::Error>& unreadable) {
    for (const OpenMap& map : document.maps) {
        if (map.damage.empty()) continue;
        core::Error error = unreadable.front();
        error.what = core::trf("{0}: {1}", {map.damage, error.what});
        notify(document, Notice::Kind::Error, kMapTopic,
               error.message() + " " + core::tr("The other map is open and can be used."));
        // Named already; the general notice would say it again.
        document.damageTold = std::max(document.damageTold, document.practice->damagedRecords().size());
    }
}

// A map that cannot be read: empty, and never written to.
OpenMap damagedMap(const Document& document, const clinic::MapKey& key) {
    const char* damage = core::tr("The client's map of this visit is damaged and cannot be read");
    if (key.author == Author::Therapist) {
        damage =
            key.moment == clinic::Moment::Before
                ? core::tr("The therapist's map of this visit is damaged and cannot be read")
                : core::tr(
                      "The therapist's map of after this visit's treatment is damaged and cannot be read");
    }
    LoadedMap empty = newMap(*document.body);
    return OpenMap{.key = key, .map = std::move(empty.map), .history = UndoStack(), .damage = damage};
}

core::Result<OpenMap> loadOpenMap(const Document& document, const clinic::MapKey& key) {
    auto loaded = loadBodyMap(*document.practice, key, *document.body, History::Keep,
                              figuresFrom(document.modelsFolder));
    if (!loaded) return loaded.error();
    if (!loaded->has_value()) {
        LoadedMap empty = newMap(*document.body);
        return OpenMap{.key = key, .map = std::move(empty.map), .history = UndoStack()};
    }
    LoadedMap& map = **loaded;
    return OpenMap{.key = key,
                   .map = std::move(map.map),
                   .stored = true,
                   .completed = map.completed,
                   .entries = map.entries,
                   .history = UndoStack(std::move(map.done), std::move(map.undone))};
}

core::Result<std::vector<clinic::Visit>> visitsOf(const Document& document, core::ClientId client) {
    auto visits = document.practice->visits(client);
    if (visits) {
        std::stable_sort(visits->begin(), visits->end(),
                         [](const clinic::Visit& a, const clinic::Visit& b) { return a.at < b.at; });
    }
    return visits;
}

core::Result<std::shared_ptr<const body::BodyModel>> bodyFor(const Document& document,
                                                             const std::string& figure) {
    if (document.body != nullptr && document.body->figure() == figure) return document.body;
    return body::loadStandardBody(document.modelsFolder, figure);
}

const clinic::Visit* newestVisit(const Document& document) {
    return document.visits.empty() ? nullptr : &document.visits.back();
}

core::Result<void> addVisitAndOpen(Document& document, core::Timestamp now) {
    if (!document.client)
        return core::Error{core::tr("No client is open"), "", core::tr("Open one first."),
                           core::Error::Kind::Usage};
    if (auto finished = finishBeforeLeaving(document); !finished) return finished;
    const auto visit = document.practice->addVisit(document.client, now);
    if (!visit) return visit.error();
    auto visits = visitsOf(document, document.client);
    if (!visits) return visits.error();
    document.visits = std::move(*visits);
    readVisitMarks(document);
    document.saved = core::now();
    return openVisit(document, visit->id);
}

}  // namespace

core::Result<void> openPractice(Document& document, std::unique_ptr<records::Practice> practice) {
    if (auto finished = finishBeforeLeaving(document); !finished) return finished;
    auto clients = practice->clients();
    if (!clients) return clients.error();
    closeVisit(document);
    document.practice = std::move(practice);
    document.damageTold = 0;
    document.clients = std::move(*clients);
    document.client = {};
    document.visits.clear();
    readPracticeState(document);
    tellReadOnly(document);
    tellDamage(document);
    return {};
}

core::Result<void> openClient(Document& document, core::ClientId id) {
    if (auto finished = finishBeforeLeaving(document); !finished) return finished;
    const auto client = document.practice->client(id);
    if (!client) return client.error();
    auto visits = visitsOf(document, id);
    if (!visits) return visits.error();
    auto body = bodyFor(document, client->figure);
    if (!body) return body.error();
    closeVisit(document);
    const auto before = std::exchange(document.body, std::move(*body));
    document.part.reset();
    if (before != nullptr && before != document.body) refitCamera(document, *before);
    document.client = id;
    document.visits = std::move(*visits);
    readVisitMarks(document);
    // Only the log misses it if that cannot be written.
    if (whyReadOnly(document).empty())
        (void)document.practice->audit(records::AuditKind::Viewed, core::trf("client {0}", {client->code}));
    tellDamage(document);
    const clinic::Visit* newest = newestVisit(document);
    return newest == nullptr ? core::Result<void>() : openVisit(document, newest->id);
}

std::string nextClientCode(const Document& document) {
    return freeClientCode(*document.practice, document.clients);
}

core::Result<void> addClient(Document& document, clinic::Client client) {
    if (auto finished = finishBeforeLeaving(document); !finished) return finished;
    if (client.code.empty()) client.code = nextClientCode(document);
    const auto added = document.practice->addClient(client);
    if (!added) return added.error();
    // Should that not be possible, the code is free again once the client is erased.
    (void)noteClientCode(*document.practice, added->code);
    auto clients = document.practice->clients();
    if (!clients) return clients.error();
    document.clients = std::move(*clients);
    document.saved = core::now();
    ++document.version;
    return openClient(document, added->id);
}

core::Result<void> openVisit(Document& document, core::VisitId visit) {
    if (auto finished = finishBeforeLeaving(document); !finished) return finished;
    if (findVisit(document, visit) == nullptr)
        return core::Error{core::tr("This visit is not one of the open client's"), "", "",
                           core::Error::Kind::Usage};
    std::vector<OpenMap> maps;
    std::vector<core::Error> unreadable;
    using clinic::Moment;
    std::size_t readable = 0;  // of those before treatment
    for (const clinic::MapKey key : {clinic::MapKey{visit, Author::Client, Moment::Before},
                                     clinic::MapKey{visit, Author::Therapist, Moment::Before},
                                     clinic::MapKey{visit, Author::Therapist, Moment::After}}) {
        auto map = loadOpenMap(document, key);
        if (!map) unreadable.push_back(map.error());
        if (map && key.moment == Moment::Before) ++readable;
        maps.push_back(map ? std::move(*map) : damagedMap(document, key));
    }
    // One damaged map is no reason to keep the other from its people; where none can be read, the disk is the
    // likelier reason.
    if (readable == 0) return unreadable.front();
    closeVisit(document);
    document.visit = visit;
    document.maps = std::move(maps);
    readAnswers(document);
    readMotions(document);
    ++document.version;
    dismissTopic(document, kMapTopic);
    tellUnreadable(document, unreadable);
    offerAvoidBefore(document);
    tellDamage(document);
    return {};
}

core::Result<void> openTodaysVisit(Document& document, core::Timestamp now) {
    // Not only the newest: a visit may have been noted for a day to come.
    const auto isToday = [today = core::localDate(now)](const clinic::Visit& visit) {
        return core::localDate(visit.at) == today;
    };
    const clinic::Visit* open = openVisitOf(document);
    if (open != nullptr && isToday(*open)) return {};
    const auto latest = std::find_if(document.visits.rbegin(), document.visits.rend(), isToday);
    return latest == document.visits.rend() ? addVisitAndOpen(document, now)
                                            : openVisit(document, latest->id);
}

core::Result<void> addVisit(Document& document, core::Timestamp now) {
    return addVisitAndOpen(document, now);
}

core::Result<void> leaveUnwritten(Document& document) {
    core::check(!document.painting, "nothing is given up while a stroke is being made");
    document.pending.clear();
    dismissTopic(document, kSavingTopic);
    // The maps hold what is not on the disk: they must not become snapshots of it.
    for (OpenMap& map : document.maps)
        map.changed = false;
    const Whereabouts where = whereaboutsOf(document);
    closeVisit(document);
    return returnTo(document, where);
}

void closeVisit(Document& document) {
    core::check(!document.painting, "a visit is not closed while a stroke is being made");
    for (const OpenMap& map : document.maps) {
        // Only a short cut for the next opening: if it cannot be written, the journal still tells everything.
        if (map.changed && document.pending.empty())
            (void)document.practice->saveSnapshot(map.key, map::encodeMap(map.map), map.entries);
    }
    leavePlaces(document);
    if (document.visit) document.practiceState.visitMarks[document.visit] = marksOf(document, document.visit);
    document.maps.clear();
    document.moment = clinic::Moment::Before;
    document.visit = {};
    forgetAvoidBefore(document);
    document.hover.reset();
    select(document, std::nullopt);
    document.regions = {};
    document.figuresDone.clear();
    document.figuresUndone.clear();
    document.compare.reset();
    document.history.reset();
    readAnswers(document);
    readMotions(document);
    ++document.version;
}

}  // namespace palpate::document
