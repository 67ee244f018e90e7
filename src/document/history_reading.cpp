#include "analysis/measures.h"
#include "core/text.h"
#include "document/history.h"
#include "document/visit_records.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace palpate::document {

namespace {

using clinic::Author;

constexpr std::array kAuthors{Author::Client, Author::Therapist};

HistoryMap readMap(const records::Practice& practice, const clinic::MapKey& key, const body::BodyModel& body,
                   double areaScale, const FigureSource& figures, std::optional<map::Layer>& treated) {
    HistoryMap read;
    auto loaded = loadBodyMap(practice, key, body, History::None, figures);
    if (!loaded) {
        read.damage = loaded.error().message();
        return read;
    }
    if (!loaded->has_value()) return read;
    const map::BodyMap& map = (*loaded)->map;
    read.stored = true;
    read.completed = (*loaded)->completed;
    for (const map::LayerKind kind : map::kLayerKinds) {
        const map::Layer& layer = map.layer(kind);
        const auto record = analysis::recordOf(layer, key.author, read.completed);
        analysis::LayerSample& sample = read.layers[static_cast<std::size_t>(kind)];
        sample.record = record;
        if (record == analysis::LayerRecord::Painted)
            sample = analysis::sampleOf(analysis::measure(body, layer, areaScale), record);
    }
    if (key.author == Author::Therapist) treated = map.layer(map::LayerKind::Treated);
    if (!map.isEmpty()) read.bytes = map::encodeMap(map);
    return read;
}

// Lays the treatments on the map of after the treatment over those before it: what is painted on both was
// done once.
void addTreatedAfter(const records::Practice& practice, const body::BodyModel& body,
                     const FigureSource& figures, std::optional<map::Layer>& treated, HistoryVisit& visit) {
    const clinic::MapKey key{visit.visit.id, Author::Therapist, clinic::Moment::After};
    const auto loaded = loadBodyMap(practice, key, body, History::None, figures);
    if (!loaded) visit.treatedUnreadable = true;
    if (!loaded || !loaded->has_value()) return;
    const map::Layer& after = (*loaded)->map.layer(map::LayerKind::Treated);
    if (after.isEmpty()) return;
    if (!treated) treated.emplace(map::LayerKind::Treated, after.values().size());
    // Its places get numbers of their own behind those of the other map.
    const auto& before = treated->places();
    const int first = before.empty() ? 0 : before.rbegin()->first;
    constexpr int kMost = std::numeric_limits<map::PlaceNumber>::max();
    std::map<map::PlaceNumber, map::PlaceNumber> numbers{{map::kNoPlace, map::kNoPlace}};
    for (const auto& [number, place] : after.places()) {
        const auto own = static_cast<map::PlaceNumber>(std::min(first + number, kMost));
        numbers[number] = own;
        treated->setPlace(own, place);
    }
    map::Layer::Writer writer(*treated);
    for (std::uint32_t vertex = 0; vertex < after.values().size(); ++vertex) {
        if (map::isPainted(after.values()[vertex]))
            writer.set(vertex, after.values()[vertex], numbers.at(after.placeNumbers()[vertex]));
    }
}

// Answers that cannot be read are left out; where they are shown by themselves it is said.
void readRatings(const records::Practice& practice, HistoryVisit& visit) {
    const auto ratings = loadRatings(practice, visit.visit.id);
    if (!ratings) return;
    const auto answer = [&ratings](clinic::Rating rating) {
        const std::optional<int> number = (*ratings)[rating];
        return number ? std::optional<double>(*number) : std::nullopt;
    };
    visit.painNow = answer(clinic::Rating::PainNow);
    visit.painAverage = answer(clinic::Rating::PainAverage);
    visit.painWorst = answer(clinic::Rating::PainWorst);
}

// The same for what was measured.
void readMotionsOf(const records::Practice& practice, HistoryVisit& visit) {
    if (auto motions = loadMotions(practice, visit.visit.id)) visit.motions = std::move(*motions);
}

// The runs of one author's map; empty if it says nothing about the layer.
core::Result<RunsOrNone> runsOfMap(const records::Practice& practice, const clinic::MapKey& key,
                                   map::LayerKind kind, const body::BodyModel& body,
                                   const FigureSource& figures) {
    const auto stored = practice.loadLatest(key);
    if (!stored) return stored.error();
    if (!stored->has_value()) return RunsOrNone();
    const records::StoredMap& map = **stored;
    const bool saysNothing =
        map.info.completed && key.author == Author::Client && kind == map::LayerKind::Pain;
    if (!map.snapshot.empty() && map.snapshotEntries == map.info.entries) {
        // The practice gives a snapshot only if it is what was saved: in a vault its seal says so.
        auto runs = map::decodeRuns(map.snapshot, kind, map::Checksum::Skip);
        // A snapshot is only a short cut: what it cannot tell, the journal does.
        if (runs && runs->topologyId == body.mesh().topologyId() &&
            runs->vertexCount == body.mesh().vertexCount()) {
            if (runs->runs.empty() && !saysNothing) return RunsOrNone();
            return RunsOrNone(std::move(runs->runs));
        }
    }
    const auto loaded = loadBodyMap(practice, key, body, History::None, figures);
    if (!loaded) return loaded.error();
    if (!loaded->has_value()) return RunsOrNone();
    const map::Layer& layer = (*loaded)->map.layer(kind);
    if (layer.isEmpty() && !saysNothing) return RunsOrNone();
    return RunsOrNone(map::paintedRuns(layer));
}

}  // namespace

HistoryVisit readHistoryVisit(const records::Practice& practice, const clinic::Visit& visit,
                              const body::BodyModel& body, double areaScale, const FigureSource& figures) {
    HistoryVisit read{.visit = visit};
    std::optional<map::Layer> treated;
    for (const Author author : kAuthors) {
        read.maps[static_cast<std::size_t>(author)] =
            readMap(practice, {visit.id, author, clinic::Moment::Before}, body, areaScale, figures, treated);
    }
    read.treatedUnreadable = !read.map(Author::Therapist).damage.empty();
    addTreatedAfter(practice, body, figures, treated, read);
    if (treated) read.treated = analysis::measureTreated(body, *treated, areaScale);
    readRatings(practice, read);
    readMotionsOf(practice, read);
    read.read = true;
    return read;
}

analysis::TimelineVisit timelineVisit(const HistoryVisit& visit, Author author, map::LayerKind layer,
                                      std::optional<body::RegionIndex> region) {
    analysis::TimelineVisit shown{
        .visit = visit.visit.id, .number = visit.visit.number, .at = visit.visit.at};
    const HistoryMap& map = visit.map(author);
    shown.unreadable = !map.damage.empty();
    analysis::setValues(shown, map.layers[static_cast<std::size_t>(layer)], region, map::highestLevel(layer));
    analysis::setTreated(shown, visit.treated, region);
    shown.painNow = visit.painNow;
    shown.painAverage = visit.painAverage;
    shown.painWorst = visit.painWorst;
    shown.motions = visit.motions;
    return shown;
}

std::vector<analysis::TimelineVisit> timelineOf(const HistoryState& history) {
    std::vector<analysis::TimelineVisit> visits;
    for (std::size_t i = 0; i < history.read; ++i)
        visits.push_back(timelineVisit(history.visits[i], history.author, history.layer, history.region));
    return visits;
}

std::vector<analysis::MotionChoice> motionsMeasured(const HistoryState& history) {
    std::set<analysis::MotionChoice> measured;
    for (std::size_t i = 0; i < history.read; ++i) {
        for (const auto& [key, degrees] : history.visits[i].motions.degrees)
            measured.insert({key.movement, key.mode});
    }
    return {measured.begin(), measured.end()};
}

analysis::DoseTable doseTableOf(const HistoryState& history) {
    std::vector<analysis::DoseVisit> visits;
    for (std::size_t i = 0; i < history.read; ++i) {
        const HistoryVisit& visit = history.visits[i];
        const auto& pain = visit.map(history.author).layers[static_cast<std::size_t>(map::LayerKind::Pain)];
        visits.push_back(
            {visit.visit.number, pain.record != analysis::LayerRecord::NotRecorded, pain, visit.treated});
    }
    return analysis::doseAgainstChange(visits);
}

std::optional<map::BodyMap> mapOfVisit(const HistoryState& history, std::size_t index) {
    if (index >= history.read) return std::nullopt;
    const HistoryMap& map = history.visits[index].map(history.author);
    if (map.bytes.empty())
        return map::BodyMap(history.body->mesh().topologyId(), history.body->mesh().vertexCount());
    auto decoded = map::decodeMap(map.bytes);
    if (!decoded) return std::nullopt;
    return std::move(*decoded);
}

core::Result<RunsOrNone> runsOfVisit(const records::Practice& practice, core::VisitId visit,
                                     map::LayerKind layer, const body::BodyModel& body,
                                     const FigureSource& figures) {
    for (const Author author : kAuthors) {
        auto runs = runsOfMap(practice, {visit, author, clinic::Moment::Before}, layer, body, figures);
        if (!runs || runs->has_value()) return runs;
    }
    return RunsOrNone();
}

}  // namespace palpate::document
