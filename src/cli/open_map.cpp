#include "cli/open_map.h"

#include "analysis/skin_area.h"
#include "core/resources.h"
#include "core/text.h"
#include "records/audit_notes.h"

#include <utility>

namespace palpate::cli {

namespace {

core::Error noMap(const records::Practice& practice, const MapReference& reference) {
    const clinic::MapKey key{reference.visit, reference.author.value_or(clinic::Author::Client),
                             reference.moment.value_or(clinic::Moment::Before)};
    const std::string visit = std::to_string(reference.visit.value);
    const char* anybodys =
        key.moment == clinic::Moment::Before
            ? "Visit {0} has no map before treatment: nothing was painted or finished there"
            : "Visit {0} has no map after treatment: nothing was painted or finished there";
    return {
        reference.author ? core::trf("Visit {0}: {1} is not there, nothing was painted or finished on it",
                                     {visit, mapPhrase(key)})
                         : core::trf(anybodys, {visit}),
        practice.path().string(),
        core::tr(
            "Paint it with map paint, or mark it finished with map complete if nothing is to be painted.")};
}

core::Result<bool> hasMap(const records::Practice& practice, const clinic::MapKey& key) {
    const auto maps = practice.maps(key.visit);
    if (!maps) return maps.error();
    for (const records::MapInfo& info : *maps) {
        if (info.key == key) return true;
    }
    return false;
}

// Which author both references mean when neither says.
core::Result<std::optional<clinic::Author>> commonAuthor(const records::Practice& practice,
                                                         const MapReference& from, const MapReference& to) {
    for (const clinic::Author author : {clinic::Author::Client, clinic::Author::Therapist}) {
        const auto first =
            hasMap(practice, {from.visit, author, from.moment.value_or(clinic::Moment::Before)});
        if (!first) return first.error();
        const auto second = hasMap(practice, {to.visit, author, to.moment.value_or(clinic::Moment::Before)});
        if (!second) return second.error();
        if (*first && *second) return std::optional(author);
    }
    return std::optional<clinic::Author>();
}

}  // namespace

const char* mapPhrase(const clinic::MapKey& key) {
    const bool before = key.moment == clinic::Moment::Before;
    if (key.author == clinic::Author::Client) {
        return before ? core::tr("the client's map before treatment")
                      : core::tr("the client's map after treatment");
    }
    return before ? core::tr("the therapist's map before treatment")
                  : core::tr("the therapist's map after treatment");
}

const char* OpenMap::finishedPhrase() const {
    return loaded.completed ? core::tr("finished") : core::tr("not finished");
}

double OpenMap::areaScale() const {
    return analysis::areaScale(record.client.heightCm, record.client.weightKg, body->mesh());
}

core::Result<VisitRecord> findVisit(const records::Practice& practice, core::VisitId id) {
    auto visit = practice.visit(id);
    if (!visit) return visit.error();
    auto client = practice.client(visit->client);
    if (!client) return client.error();
    return VisitRecord{std::move(*visit), std::move(*client)};
}

core::Result<std::shared_ptr<const body::BodyModel>> loadFigure(const std::string& figure) {
    const auto resources = core::resourceFolder();
    if (!resources) return resources.error();
    return body::loadStandardBody(*resources / "models", figure);
}

core::Result<document::FigureSource> allFigures() {
    const auto resources = core::resourceFolder();
    if (!resources) return resources.error();
    return document::figuresFrom(*resources / "models");
}

core::Result<body::AtlasLabels> loadLabels(const body::BodyModel& body) {
    const auto resources = core::resourceFolder();
    if (!resources) return resources.error();
    return body::loadAtlasLabels(*resources / "models", body.mesh());
}

core::Result<clinic::MapKey> chooseMap(const records::Practice& practice, const MapReference& reference) {
    const clinic::Moment moment = reference.moment.value_or(clinic::Moment::Before);
    for (const clinic::Author author : {clinic::Author::Client, clinic::Author::Therapist}) {
        if (reference.author && *reference.author != author) continue;
        const clinic::MapKey key{reference.visit, author, moment};
        const auto exists = hasMap(practice, key);
        if (!exists) return exists.error();
        if (*exists) return key;
    }
    return noMap(practice, reference);
}

core::Result<OpenMap> openMap(records::Practice& practice, const MapReference& reference) {
    auto record = findVisit(practice, reference.visit);
    if (!record) return record.error();
    const auto key = chooseMap(practice, reference);
    if (!key) return key.error();
    auto body = loadFigure(record->client.figure);
    if (!body) return body.error();
    const auto figures = allFigures();
    if (!figures) return figures.error();
    auto loaded = document::loadBodyMap(practice, *key, **body, document::History::None, *figures);
    if (!loaded) return loaded.error();
    if (!loaded->has_value()) return noMap(practice, reference);
    records::noteViewed(practice, records::auditSubject(practice, key->visit));
    return OpenMap{*key, std::move(*record), std::move(*body), std::move(**loaded)};
}

analysis::RecordedPair MapPair::recorded(map::LayerKind layer) const {
    const auto of = [layer](const OpenMap& open) {
        return analysis::recordOf(open.loaded.map.layer(layer), open.key.author, open.loaded.completed);
    };
    return {of(from), of(to)};
}

core::Result<MapPair> openPair(records::Practice& practice, MapReference from, MapReference to) {
    for (const core::VisitId visit : {from.visit, to.visit}) {
        if (const auto found = practice.visit(visit); !found) return found.error();
    }
    if (!from.author && !to.author) {
        const auto common = commonAuthor(practice, from, to);
        if (!common) return common.error();
        from.author = to.author = *common;
    }
    auto first = openMap(practice, from);
    if (!first) return first.error();
    auto second = openMap(practice, to);
    if (!second) return second.error();
    if (first->record.client.id != second->record.client.id) {
        return core::Error{core::trf("Visit {0} is of client {1} and visit {2} of client {3}",
                                     {std::to_string(from.visit.value), first->record.client.code,
                                      std::to_string(to.visit.value), second->record.client.code}),
                           practice.path().string(), core::tr("Compare two visits of one client.")};
    }
    return MapPair{std::move(*first), std::move(*second)};
}

}  // namespace palpate::cli
