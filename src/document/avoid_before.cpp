#include "document/avoid_before.h"

#include "core/text.h"
#include "document/copy_map.h"
#include "document/edit.h"
#include "document/map_store.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace palpate::document {

namespace {

using clinic::MapKey;
using map::LayerKind;

struct Found {
    MapKey map;
    std::size_t areas = 0;
};

std::size_t areasIn(const map::Layer& avoid) {
    const std::set<map::PlaceNumber> numbers(avoid.placeNumbers().begin(), avoid.placeNumbers().end());
    return numbers.size() - numbers.count(map::kNoPlace);
}

// Areas that lie on an earlier map now, though strokes may have taken some away.
std::size_t areasOf(const Document& document, const MapKey& key) {
    const auto loaded = loadBodyMap(*document.practice, key, *document.body, History::None,
                                    figuresFrom(document.modelsFolder));
    if (!loaded || !loaded->has_value()) return 0;
    return areasIn((*loaded)->map.layer(LayerKind::Avoid));
}

std::optional<Found> newestWithAreas(const Document& document) {
    const clinic::Visit* open = openVisitOf(document);
    for (auto visit = document.visits.rbegin(); visit != document.visits.rend(); ++visit) {
        if (visit->id == open->id) continue;
        const MapKey key{visit->id, clinic::Author::Therapist, clinic::Moment::Before};
        if (const std::size_t areas = areasOf(document, key); areas > 0) return Found{key, areas};
        // Painted there and bare again: it was no longer to be avoided.
        const auto touched = wasEverPainted(document, key, LayerKind::Avoid);
        if (touched && *touched) return std::nullopt;
    }
    return std::nullopt;
}

bool isNewest(const Document& document) {
    return !document.visits.empty() && document.visits.back().id == document.visit;
}

const OpenMap* mapBefore(const Document& document) {
    for (const OpenMap& map : document.maps)
        if (map.key.author == clinic::Author::Therapist && map.key.moment == clinic::Moment::Before)
            return &map;
    return nullptr;
}

bool hasOwn(const Document& document, const OpenMap& map) {
    if (!map.stored) return false;
    if (areasIn(map.map.layer(LayerKind::Avoid)) > 0) return true;
    const auto touched = wasEverPainted(document, map.key, LayerKind::Avoid);
    return !touched || *touched;
}

}  // namespace

void offerAvoidBefore(Document& document) {
    const OpenMap* open = mapBefore(document);
    if (!isNewest(document) || open == nullptr || open->isClosed() || hasOwn(document, *open)) return;
    if (!document.practice->info().readOnly.empty()) return;
    const auto found = newestWithAreas(document);
    if (!found) return;
    document.avoidBefore = found->map;
    const clinic::Visit* visit = findVisit(document, found->map.visit);
    notify(document,
           Notice{.kind = Notice::Kind::Warning,
                  .topic = kAvoidBeforeTopic,
                  .text = core::trf("Areas to avoid: {0} on the map of visit {1}, none on this one.",
                                    {std::to_string(found->areas), std::to_string(visit->number)}),
                  .command = kTakeOverAvoidCommand});
}

bool canTakeOverAvoid(const Document& document) {
    return document.avoidBefore && document.author == clinic::Author::Therapist &&
           document.moment == clinic::Moment::Before && canPaint(document);
}

core::Result<void> takeOverAvoid(Document& document) {
    if (!canTakeOverAvoid(document)) return {};
    if (auto copied = copyMap(document, *document.avoidBefore, {.layer = LayerKind::Avoid}); !copied)
        return copied;
    const clinic::Visit* visit =
        findVisit(document, std::exchange(document.avoidBefore, std::nullopt)->visit);
    // They may lie on the side that is not looked at.
    notify(document, Notice::Kind::Info, kAvoidBeforeTopic,
           core::trf("The areas to avoid of visit {0} are on this visit's map now.",
                     {std::to_string(visit->number)}));
    return {};
}

}  // namespace palpate::document
