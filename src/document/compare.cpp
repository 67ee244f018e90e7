#include "document/compare.h"

#include "core/text.h"
#include "document/map_store.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace palpate::document {

namespace {

using clinic::Author;

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
    compare.measures = analysis::compare(*document.body, from, to, areaScale(document));
    compare.recorded = {compare.from.recordOf(compare.layer), compare.to.recordOf(compare.layer)};
    compare.difference = compare.recorded.isComparable() ? analysis::difference(from, to)
                                                         : std::vector<std::int8_t>(from.values().size(), 0);
    // What was not recorded is neither new nor gone.
    const std::vector<std::int8_t> none;
    compare.fresh = compare.recorded.isComparable() ? analysis::paintedOnlyIn(to, from) : none;
    compare.gone = compare.recorded.isComparable() ? analysis::paintedOnlyIn(from, to) : none;
    ++compare.version;
    ++document.version;
}

core::Result<void> replaceSide(Document& document, CompareSide CompareState::*side,
                               const clinic::MapKey& key) {
    core::check(document.compare.has_value(), "the compare view is open");
    auto loaded = loadSide(document, key);
    if (!loaded) return loaded.error();
    (*document.compare).*side = std::move(*loaded);
    measure(document);
    return {};
}

core::Result<CompareState> compareBy(const Document& document, core::VisitId from, Author author) {
    auto before = loadSide(document, {from, author, clinic::Moment::Before});
    if (!before) return before.error();
    auto after = loadSide(document, {document.visit, author, clinic::Moment::Before});
    if (!after) return after.error();
    return CompareState{.from = std::move(*before),
                        .to = std::move(*after),
                        .recorded = {},
                        .measures = {},
                        .difference = {},
                        .fresh = {},
                        .gone = {}};
}

Author otherThan(Author author) {
    return author == Author::Client ? Author::Therapist : Author::Client;
}

// Of the authors' maps, the first author's first, the ones and the layer on which there is something to see:
// the layer that is being painted if anybody painted it, else any other. The first author's if nothing was
// painted at all.
CompareState mostTelling(std::vector<CompareState> choices, map::LayerKind active) {
    std::vector<map::LayerKind> layers{active};
    layers.insert(layers.end(), map::kLayerKinds.begin(), map::kLayerKinds.end());
    for (const map::LayerKind layer : layers) {
        for (CompareState& choice : choices) {
            if (choice.from.map.layer(layer).isEmpty() && choice.to.map.layer(layer).isEmpty()) continue;
            choice.layer = layer;
            return std::move(choice);
        }
    }
    choices.front().layer = active;
    return std::move(choices.front());
}

}  // namespace

core::Result<void> openCompare(Document& document) {
    const auto isOpen = [&](const clinic::Visit& visit) { return visit.id == document.visit; };
    const auto open = std::find_if(document.visits.begin(), document.visits.end(), isOpen);
    if (open == document.visits.end() || open == document.visits.begin()) {
        return core::Error{core::tr("There is no visit before this one to compare with"), "",
                           core::tr("Open a later visit."), core::Error::Kind::Usage};
    }
    std::vector<CompareState> choices;
    std::optional<core::Error> unreadable;
    for (const Author author : {document.shown, otherThan(document.shown)}) {
        auto choice = compareBy(document, std::prev(open)->id, author);
        if (choice) {
            choices.push_back(std::move(*choice));
        } else {
            unreadable = choice.error();
        }
    }
    if (choices.empty()) return *unreadable;
    document.compare = mostTelling(std::move(choices), document.tool.layer);
    measure(document);
    return {};
}

bool closeCompare(Document& document) {
    if (!document.compare) return false;
    document.compare.reset();
    ++document.version;
    return true;
}

core::Result<void> compareFrom(Document& document, const clinic::MapKey& key) {
    return replaceSide(document, &CompareState::from, key);
}

core::Result<void> compareTo(Document& document, const clinic::MapKey& key) {
    return replaceSide(document, &CompareState::to, key);
}

bool setCompareMode(Document& document, CompareMode mode) {
    if (!document.compare || document.compare->mode == mode) return false;
    document.compare->mode = mode;
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
    measure(document);
    return true;
}

}  // namespace palpate::document
