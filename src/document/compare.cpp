#include "document/compare.h"

#include "core/text.h"
#include "document/map_store.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace palpate::document {

namespace {

using clinic::Author;
using clinic::Moment;
using MapKeys = std::pair<clinic::MapKey, clinic::MapKey>;

// Null if it is the first.
const clinic::Visit* visitBefore(const Document& document, core::VisitId visit) {
    const auto found = std::find_if(document.visits.begin(), document.visits.end(),
                                    [visit](const clinic::Visit& other) { return other.id == visit; });
    if (found == document.visits.end() || found == document.visits.begin()) return nullptr;
    return &*std::prev(found);
}

// Of the open visit.
bool hasTwoMaps(const Document& document) {
    const auto stored = std::count_if(document.maps.begin(), document.maps.end(),
                                      [](const OpenMap& map) { return map.stored; });
    return stored >= 2;
}

core::Result<CompareSide> loadSide(const Document& document, const clinic::MapKey& key) {
    for (const OpenMap& open : document.maps) {
        if (open.key != key) continue;
        if (!open.damage.empty()) return core::Error{open.damage, "", core::tr("Compare another visit.")};
        return CompareSide{key, open.stored, open.map, open.completed};
    }
    auto loaded = loadBodyMap(*document.practice, key, *document.body, History::None,
                              figuresFrom(document.modelsFolder));
    if (!loaded) return loaded.error();
    if (!loaded->has_value()) return CompareSide{key, false, newMap(*document.body).map, false};
    return CompareSide{key, true, std::move((*loaded)->map), (*loaded)->completed};
}

void measure(Document& document) {
    CompareState& compare = *document.compare;
    const map::Layer& from = compare.from.map.layer(compare.layer);
    const map::Layer& to = compare.to.map.layer(compare.layer);
    compare.measures =
        analysis::compare(*document.body, from, to, areaScale(document), document.changeRules.tolerance);
    compare.recorded = {compare.from.recordOf(compare.layer), compare.to.recordOf(compare.layer)};
    compare.difference = compare.recorded.isComparable() ? analysis::difference(from, to)
                                                         : std::vector<std::int8_t>(from.values().size(), 0);
    // What was not recorded is neither new nor gone.
    const std::vector<std::int8_t> none;
    compare.fresh = compare.recorded.isComparable() ? analysis::paintedOnlyIn(to, from) : none;
    compare.gone = compare.recorded.isComparable() ? analysis::paintedOnlyIn(from, to) : none;
    compare.pointedRow.reset();
    ++compare.version;
    ++document.version;
}

// As many cameras as pictures; the pictures that are new look as the document does.
void fitCameras(Document& document) {
    CompareState& compare = *document.compare;
    const std::size_t count = pictureCount(compare);
    compare.cameras.resize(count, document.camera);
    compare.picture = std::min(compare.picture, count - 1);
}

void take(Document& document, CompareSide from, CompareSide to, std::vector<CompareSide> between) {
    CompareState& compare = *document.compare;
    compare.from = std::move(from);
    compare.to = std::move(to);
    compare.between = std::move(between);
    fitCameras(document);
    measure(document);
}

core::Result<CompareState> load(const Document& document, const clinic::MapKey& from,
                                const clinic::MapKey& to) {
    auto before = loadSide(document, from);
    if (!before) return before.error();
    auto after = loadSide(document, to);
    if (!after) return after.error();
    return CompareState{.from = std::move(*before), .to = std::move(*after)};
}

Author otherThan(Author author) {
    return author == Author::Client ? Author::Therapist : Author::Client;
}

// What a comparison may begin with, the likeliest first.
std::vector<MapKeys> choicesOf(const Document& document) {
    const core::VisitId visit = document.visit;
    std::vector<MapKeys> choices;
    if (const clinic::Visit* before = visitBefore(document, visit); before != nullptr) {
        for (const Author author : {document.shown, otherThan(document.shown)})
            choices.push_back({{before->id, author, Moment::Before}, {visit, author, Moment::Before}});
        return choices;
    }
    choices.push_back({{visit, Author::Client, Moment::Before}, {visit, Author::Therapist, Moment::Before}});
    choices.push_back(
        {{visit, Author::Therapist, Moment::Before}, {visit, Author::Therapist, Moment::After}});
    return choices;
}

bool hasPaint(const CompareState& choice, map::LayerKind layer) {
    return !choice.from.map.layer(layer).isEmpty() || !choice.to.map.layer(layer).isEmpty();
}

bool isRecordedOnBoth(const CompareState& choice, map::LayerKind layer) {
    const analysis::RecordedPair recorded{choice.from.recordOf(layer), choice.to.recordOf(layer)};
    return recorded.isComparable();
}

// Of the authors' maps, the first author's first, the ones and the layer on which there is something to see
// and to compare: the layer that is being painted, else any other; where no layer is recorded on both maps,
// one that is on either. The first author's if nothing was painted at all.
CompareState mostTelling(std::vector<CompareState> choices, map::LayerKind active) {
    std::vector<map::LayerKind> layers{active};
    layers.insert(layers.end(), map::kLayerKinds.begin(), map::kLayerKinds.end());
    for (const bool mustCompare : {true, false}) {
        for (const map::LayerKind layer : layers) {
            for (CompareState& choice : choices) {
                if (!hasPaint(choice, layer) || (mustCompare && !isRecordedOnBoth(choice, layer))) continue;
                choice.layer = layer;
                return std::move(choice);
            }
        }
    }
    choices.front().layer = active;
    return std::move(choices.front());
}

void begin(Document& document, CompareState state) {
    document.compare = std::move(state);
    fitCameras(document);
    measure(document);
    lookAtCompared(document);
}

// Those that stand between the two ends, as the author of the later end has them; none if an end is another
// visit than it was.
core::Result<std::vector<CompareSide>> keptBetween(const Document& document, const clinic::MapKey& from,
                                                   const clinic::MapKey& to) {
    const CompareState& compare = *document.compare;
    std::vector<CompareSide> sides;
    const bool sameEnds = from.visit == compare.from.key.visit && to.visit == compare.to.key.visit;
    if (!sameEnds || pairOf(from, to) != ComparePair::Visits) return sides;
    for (const CompareSide& before : compare.between) {
        auto side = loadSide(document, {before.key.visit, to.author, to.moment});
        if (!side) return side.error();
        sides.push_back(std::move(*side));
    }
    return sides;
}

}  // namespace

bool canCompare(const Document& document) {
    const clinic::Visit* open = openVisitOf(document);
    return open != nullptr && (visitBefore(document, open->id) != nullptr || hasTwoMaps(document));
}

core::Result<void> openCompare(Document& document) {
    if (!canCompare(document)) {
        return core::Error{core::tr("There is no visit before this one to compare with"), "",
                           core::tr("Open a later visit."), core::Error::Kind::Usage};
    }
    std::vector<CompareState> choices;
    std::optional<core::Error> unreadable;
    for (const auto& [from, to] : choicesOf(document)) {
        auto choice = load(document, from, to);
        if (choice) {
            choices.push_back(std::move(*choice));
        } else {
            unreadable = choice.error();
        }
    }
    if (choices.empty()) return *unreadable;
    begin(document, mostTelling(std::move(choices), document.tool.layer));
    return {};
}

core::Result<void> openCompare(Document& document, const clinic::MapKey& from, const clinic::MapKey& to,
                               map::LayerKind layer) {
    auto asked = load(document, from, to);
    if (!asked) return asked.error();
    if (hasPaint(*asked, layer)) {
        asked->layer = layer;
        begin(document, std::move(*asked));
        return {};
    }
    std::vector<CompareState> choices;
    choices.push_back(std::move(*asked));
    clinic::MapKey otherFrom = from, otherTo = to;
    otherFrom.author = otherThan(from.author);
    otherTo.author = otherThan(to.author);
    // A map of the other author that cannot be read was not asked for.
    if (from.author == to.author) {
        if (auto other = load(document, otherFrom, otherTo)) choices.push_back(std::move(*other));
    }
    begin(document, mostTelling(std::move(choices), layer));
    return {};
}

bool closeCompare(Document& document) {
    if (!document.compare) return false;
    document.compare.reset();
    ++document.version;
    return true;
}

core::Result<void> compareMaps(Document& document, const clinic::MapKey& from, const clinic::MapKey& to) {
    core::check(document.compare.has_value(), "the compare view is open");
    auto loaded = load(document, from, to);
    if (!loaded) return loaded.error();
    auto between = keptBetween(document, from, to);
    if (!between) return between.error();
    take(document, std::move(loaded->from), std::move(loaded->to), std::move(*between));
    return {};
}

core::Result<void> compareFrom(Document& document, const clinic::MapKey& key) {
    core::check(document.compare.has_value(), "the compare view is open");
    return compareMaps(document, key, document.compare->to.key);
}

core::Result<void> compareTo(Document& document, const clinic::MapKey& key) {
    core::check(document.compare.has_value(), "the compare view is open");
    return compareMaps(document, document.compare->from.key, key);
}

core::Result<void> compareVisits(Document& document, std::span<const core::VisitId> visits) {
    core::check(document.compare.has_value(), "the compare view is open");
    core::check(visits.size() >= 2 && visits.size() <= kMostCompared, "two to four visits are compared");
    const Author author = document.compare->to.key.author;
    std::vector<CompareSide> sides;
    for (const clinic::Visit& visit : document.visits) {  // oldest first
        if (std::find(visits.begin(), visits.end(), visit.id) == visits.end()) continue;
        auto side = loadSide(document, {visit.id, author, Moment::Before});
        if (!side) return side.error();
        sides.push_back(std::move(*side));
    }
    core::check(sides.size() == visits.size(), "the visits compared are the open client's");
    CompareSide from = std::move(sides.front()), to = std::move(sides.back());
    sides.erase(sides.begin());
    sides.pop_back();
    take(document, std::move(from), std::move(to), std::move(sides));
    return {};
}

core::Result<void> comparePair(Document& document, ComparePair pair) {
    core::check(document.compare.has_value(), "the compare view is open");
    const clinic::MapKey& from = document.compare->from.key;
    const clinic::MapKey& to = document.compare->to.key;
    if (pairOf(from, to) == pair) return {};
    const core::VisitId visit = to.visit;
    switch (pair) {
        case ComparePair::Authors:
            return compareMaps(document, {visit, Author::Client, Moment::Before},
                               {visit, Author::Therapist, Moment::Before});
        case ComparePair::Moments: {
            // The therapist's, unless only the client painted afterwards.
            const auto after = loadSide(document, {visit, Author::Client, Moment::After});
            const auto found = loadSide(document, {visit, Author::Therapist, Moment::After});
            const bool clients = after && after->painted && !(found && found->painted);
            const Author author = clients ? Author::Client : Author::Therapist;
            return compareMaps(document, {visit, author, Moment::Before}, {visit, author, Moment::After});
        }
        case ComparePair::Visits:
            break;
    }
    const Author author = to.moment == Moment::After || from.author == to.author ? to.author : from.author;
    if (const clinic::Visit* before = visitBefore(document, visit); before != nullptr)
        return compareMaps(document, {before->id, author, Moment::Before}, {visit, author, Moment::Before});
    const auto next = std::find_if(document.visits.begin(), document.visits.end(),
                                   [&](const clinic::Visit& other) { return other.id != visit; });
    if (next == document.visits.end()) {
        return core::Error{core::tr("There is only one visit so far"), "",
                           core::tr("Compare the maps of this one."), core::Error::Kind::Usage};
    }
    return compareMaps(document, {visit, author, Moment::Before}, {next->id, author, Moment::Before});
}

ComparePair pairOf(const clinic::MapKey& from, const clinic::MapKey& to) {
    if (from.visit != to.visit) return ComparePair::Visits;
    if (from.author != to.author) return ComparePair::Authors;
    return from.moment != to.moment ? ComparePair::Moments : ComparePair::Visits;
}

bool setCompareMode(Document& document, CompareMode mode) {
    if (!document.compare || document.compare->mode == mode) return false;
    // One picture has one camera.
    if (mode != CompareMode::SideBySide) linkCameras(document, true);
    document.compare->mode = mode;
    document.hover.reset();
    ++document.version;
    return true;
}

bool setCompareLayer(Document& document, map::LayerKind layer) {
    if (!document.compare || document.compare->layer == layer) return false;
    document.compare->layer = layer;
    measure(document);
    return true;
}

bool swapCompared(Document& document) {
    if (!document.compare) return false;
    std::swap(document.compare->from, document.compare->to);
    std::reverse(document.compare->between.begin(), document.compare->between.end());
    measure(document);
    return true;
}

bool pointAtRow(Document& document, std::optional<body::RegionIndex> region) {
    if (!document.compare || document.compare->pointedRow == region) return false;
    document.compare->pointedRow = region;
    ++document.version;
    return true;
}

std::optional<body::RegionIndex> comparedRegion(const Document& document) {
    if (!document.compare) return std::nullopt;
    if (document.compare->pointedRow) return document.compare->pointedRow;
    return document.hover ? std::optional(document.hover->region) : std::nullopt;
}

bool sortRegions(Document& document, RegionColumn column) {
    if (!document.compare) return false;
    RegionOrder& order = document.compare->order;
    order.turned = order.by == column && !order.turned;
    order.by = column;
    ++document.version;
    return true;
}

void measureAnew(Document& document) {
    if (document.compare) measure(document);
}

bool setChangeRules(Document& document, const analysis::ChangeRules& rules) {
    using namespace analysis;
    ChangeRules held = rules;
    held.limits.levels = std::clamp(rules.limits.levels, kLeastLevelLimit, kMostLevelLimit);
    held.limits.onePlaceExtentShare =
        std::clamp(rules.limits.onePlaceExtentShare, kLeastExtentLimit, kMostExtentLimit);
    held.limits.extentShare =
        std::clamp(rules.limits.extentShare, kLeastExtentLimit, held.limits.onePlaceExtentShare);
    held.tolerance.borderMm = std::clamp(rules.tolerance.borderMm, kLeastBorderMm, kMostBorderMm);
    if (held == document.changeRules) return false;
    document.changeRules = held;
    ++document.version;
    if (document.compare) measure(document);
    return true;
}

}  // namespace palpate::document
