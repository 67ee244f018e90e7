#include "map/avoid_warning.h"

#include "core/text.h"
#include "map/stroke_painter.h"

#include <set>

namespace palpate::map {

AvoidedSkin treatedOverAvoid(const BodyMap& map, const MapDelta& delta) {
    if (delta.layer != LayerKind::Treated) return {};
    const Layer& avoid = map.layer(LayerKind::Avoid);
    std::set<PlaceNumber> places;
    for (std::size_t i = 0; i < delta.vertices.size(); ++i) {
        const PlaceNumber place = avoid.placeNumbers()[delta.vertices[i]];
        const bool isNew = isPainted(delta.valuesAfter[i]) && delta.placesAfter[i] != delta.placesBefore[i];
        if (isNew && place != kNoPlace) places.insert(place);
    }
    std::set<std::string> reasons;
    for (const PlaceNumber place : places) {
        const std::string& reason = avoid.places().at(place).reason;
        if (!reason.empty()) reasons.insert(reason);
    }
    return {{places.begin(), places.end()}, {reasons.begin(), reasons.end()}};
}

AvoidedSkin wouldTreatOverAvoid(const body::BodyModel& body, const BodyMap& map, const Stroke& stroke) {
    if (stroke.layer != LayerKind::Treated || !laysPaint(stroke.tool)) return {};
    if (map.layer(LayerKind::Avoid).isEmpty()) return {};
    BodyMap tried = map;
    const auto delta = paintStroke(body, tried, stroke);
    return delta ? treatedOverAvoid(tried, *delta) : AvoidedSkin{};
}

std::string avoidWarning(const AvoidedSkin& avoided) {
    if (avoided.isEmpty()) return {};
    std::string reasons;
    for (const std::string& reason : avoided.reasons)
        reasons += (reasons.empty() ? "" : "; ") + reason;
    if (reasons.empty()) return core::tr("This was painted as treated on skin to avoid.");
    return core::trf("This was painted as treated on skin to avoid: {0}.", {reasons});
}

}  // namespace palpate::map
