#include "document/open.h"

#include "core/text.h"
#include "document/edit.h"
#include "document/figure.h"
#include "document/map_store.h"
#include "document/saving.h"
#include "map/map_codec.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace palpate::document {

namespace {

using clinic::Author;

// Leaving what is not on the disk yet would lose it.
core::Result<void> finishWriting(Document& document) {
    core::check(!document.painting, "nothing is opened while a stroke is being made");
    if (retryPending(document)) return {};
    return core::Error{core::tr("What was painted last is not written yet"),
                       document.practice->path().string(),
                       core::tr("Make room on the disk or plug it in again, then try again.")};
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
    if (auto finished = finishWriting(document); !finished) return finished;
    const auto visit = document.practice->addVisit(document.client, now);
    if (!visit) return visit.error();
    auto visits = visitsOf(document, document.client);
    if (!visits) return visits.error();
    document.visits = std::move(*visits);
    document.saved = core::now();
    ++document.version;
    return openVisit(document, visit->id);
}

}  // namespace

core::Result<void> openPractice(Document& document, std::unique_ptr<records::Practice> practice) {
    if (auto finished = finishWriting(document); !finished) return finished;
    auto clients = practice->clients();
    if (!clients) return clients.error();
    closeVisit(document);
    document.practice = std::move(practice);
    document.clients = std::move(*clients);
    document.client = {};
    document.visits.clear();
    ++document.version;
    return {};
}

core::Result<void> openClient(Document& document, core::ClientId id) {
    if (auto finished = finishWriting(document); !finished) return finished;
    const auto client = document.practice->client(id);
    if (!client) return client.error();
    auto visits = visitsOf(document, id);
    if (!visits) return visits.error();
    auto body = bodyFor(document, client->figure);
    if (!body) return body.error();
    closeVisit(document);
    const auto before = std::exchange(document.body, std::move(*body));
    if (before != nullptr && before != document.body) refitCamera(document, *before);
    document.client = id;
    document.visits = std::move(*visits);
    ++document.version;
    const clinic::Visit* newest = newestVisit(document);
    return newest == nullptr ? core::Result<void>() : openVisit(document, newest->id);
}

std::string nextClientCode(const Document& document) {
    int highest = 0;
    for (const clinic::Client& client : document.clients) {
        int number = 0;
        if (!client.code.starts_with("C-")) continue;
        std::from_chars(client.code.data() + 2, client.code.data() + client.code.size(), number);
        highest = std::max(highest, number);
    }
    const std::string digits = std::to_string(highest + 1);
    return "C-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

core::Result<void> addClient(Document& document, clinic::Client client) {
    if (auto finished = finishWriting(document); !finished) return finished;
    if (client.code.empty()) client.code = nextClientCode(document);
    const auto added = document.practice->addClient(client);
    if (!added) return added.error();
    auto clients = document.practice->clients();
    if (!clients) return clients.error();
    document.clients = std::move(*clients);
    document.saved = core::now();
    ++document.version;
    return openClient(document, added->id);
}

core::Result<void> openVisit(Document& document, core::VisitId visit) {
    if (auto finished = finishWriting(document); !finished) return finished;
    if (findVisit(document, visit) == nullptr)
        return core::Error{core::tr("This visit is not one of the open client's"), "", "",
                           core::Error::Kind::Usage};
    std::vector<OpenMap> maps;
    for (const Author author : {Author::Client, Author::Therapist}) {
        auto map = loadOpenMap(document, {visit, author, clinic::Moment::Before});
        if (!map) return map.error();
        maps.push_back(std::move(*map));
    }
    closeVisit(document);
    document.visit = visit;
    document.maps = std::move(maps);
    ++document.version;
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

void closeVisit(Document& document) {
    core::check(!document.painting, "a visit is not closed while a stroke is being made");
    for (const OpenMap& map : document.maps) {
        // Only a short cut for the next opening: if it cannot be written, the journal still tells everything.
        if (map.changed && document.pending.empty())
            (void)document.practice->saveSnapshot(map.key, map::encodeMap(map.map), map.entries);
    }
    document.maps.clear();
    document.visit = {};
    document.hover.reset();
    document.selection.reset();
    document.regions = {};
    document.compare.reset();
    ++document.version;
}

}  // namespace palpate::document
