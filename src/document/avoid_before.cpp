#include "document/avoid_before.h"

#include "core/text.h"
#include "document/copy_map.h"
#include "document/edit.h"
#include "document/map_store.h"

#include <algorithm>
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

bool hasTherapistMap(const Document& document, const clinic::Visit& visit) {
    const auto marks = document.practiceState.visitMarks.find(visit.id);
    return marks != document.practiceState.visitMarks.end() && marks->second.therapist;
}

// Of the newest earlier visit that has some, or none if an earlier one had taken its own away, or if a visit
// on the way cannot be read: what it would say is not known.
std::optional<Found> newestBefore(const Document& document, const clinic::Visit& open) {
    const FigureSource figures = figuresFrom(document.modelsFolder);
    for (auto visit = document.visits.rbegin(); visit != document.visits.rend(); ++visit) {
        if (visit->id == open.id || visit->at > open.at || !hasTherapistMap(document, *visit)) continue;
        const MapKey key{visit->id, clinic::Author::Therapist, clinic::Moment::Before};
        const auto loaded = loadBodyMap(*document.practice, key, *document.body, History::None, figures);
        if (!loaded) return std::nullopt;
        if (!loaded->has_value()) continue;
        if (const std::size_t areas = areasIn((*loaded)->map.layer(LayerKind::Avoid)); areas > 0)
            return Found{key, areas};
        const auto touched = wasEverPainted(document, key, LayerKind::Avoid);
        if (!touched || *touched) return std::nullopt;
    }
    return std::nullopt;
}

// A visit may have been noted for a day to come.
bool isNewest(const Document& document, const clinic::Visit& open) {
    return std::none_of(document.visits.begin(), document.visits.end(), [&](const clinic::Visit& visit) {
        return visit.at > open.at && visit.at <= core::now();
    });
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
    const clinic::Visit* visit = openVisitOf(document);
    const OpenMap* open = mapBefore(document);
    if (visit == nullptr || open == nullptr || open->isClosed() || !open->damage.empty()) return;
    if (!document.practice->info().readOnly.empty() || !isNewest(document, *visit) || hasOwn(document, *open))
        return;
    const auto found = newestBefore(document, *visit);
    if (!found) return;
    document.avoidBefore = found->map;
    const int number = findVisit(document, found->map.visit)->number;
    notify(document,
           Notice{.kind = Notice::Kind::Warning,
                  .topic = kAvoidBeforeTopic,
                  .text = core::trf("Areas to avoid: {0} on the map of visit {1}, none on this one.",
                                    {std::to_string(found->areas), std::to_string(number)}),
                  .command = kTakeOverAvoidCommand});
}

bool canTakeOverAvoid(const Document& document) {
    const OpenMap* open = mapBefore(document);
    return document.avoidBefore && open != nullptr && !open->isClosed() && !document.painting &&
           !document.checkIn && !document.compare && !document.history &&
           document.practice->info().readOnly.empty();
}

core::Result<void> takeOverAvoid(Document& document) {
    if (!canTakeOverAvoid(document)) return {};
    paintAs(document, clinic::Author::Therapist);
    setMoment(document, clinic::Moment::Before);
    showLayer(document, LayerKind::Avoid, true);
    const MapKey from = *document.avoidBefore;
    if (auto copied = copyMap(document, from, {.layer = LayerKind::Avoid}); !copied) {
        document.avoidBefore = from;  // painting had taken it back
        return copied;
    }
    document.avoidBefore.reset();
    // They may lie on the side that is not looked at.
    notify(document, Notice::Kind::Info, kAvoidBeforeTopic,
           core::trf("The areas to avoid of visit {0} were taken over. \"Undo\" takes them away again.",
                     {std::to_string(findVisit(document, from.visit)->number)}));
    return {};
}

void forgetAvoidBefore(Document& document) {
    document.avoidBefore.reset();
    dismissTopic(document, kAvoidBeforeTopic);
}

}  // namespace palpate::document
