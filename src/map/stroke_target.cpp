#include "map/stroke_target.h"

#include "core/text.h"

#include <glm/geometric.hpp>

#include <limits>
#include <map>

namespace palpate::map {

namespace {

using core::Error;
using core::tr;
using core::trf;

// 0, which no table uses, if all are taken.
template <typename Number, typename Row>
Number freeNumber(const std::map<Number, Row>& table) {
    if (table.empty()) return 1;
    if (table.rbegin()->first < std::numeric_limits<Number>::max())
        return static_cast<Number>(table.rbegin()->first + 1);
    Number number = 1;
    for (const auto& row : table) {
        if (row.first != number) return number;
        ++number;
    }
    return 0;
}

core::Result<void> validatePin(const PinTable& pins, const Stroke& stroke, const body::BodyModel& body) {
    const body::SkinPoint& at = stroke.points.front();
    if (stroke.tool == Tool::Pin) {
        if (pinNumberFor(pins, at) != kNoPin) return {};
        return Error{tr("The map can hold no more pins"), "", tr("Take some away.")};
    }
    if (pinNear(pins, body.mesh(), at) != kNoPin) return {};
    return Error{
        tr("There is no pin to take away"), "points",
        trf("Point at one, within {0} cm.", {core::decimal(static_cast<double>(kPinReach) * 100.0, 0)})};
}

}  // namespace

PlaceNumber placeUnder(const Layer& layer, const body::SurfaceMesh& mesh, const body::SkinPoint& point) {
    const body::Triangle& corners = mesh.triangles()[point.triangle];
    PlaceNumber found = kNoPlace;
    float nearest = -1.0F;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const float weight = point.barycentric[static_cast<glm::length_t>(i)];
        const PlaceNumber place = layer.placeNumbers()[corners[i]];
        if (place == kNoPlace || weight <= nearest) continue;
        nearest = weight;
        found = place;
    }
    return found;
}

PinNumber pinNear(const PinTable& pins, const body::SurfaceMesh& mesh, const body::SkinPoint& point) {
    const glm::vec3 wanted = mesh.position(point);
    PinNumber found = kNoPin;
    float nearest = kPinReach;
    for (const auto& [number, pin] : pins.rows()) {
        const float distance = glm::distance(mesh.position(pin.at), wanted);
        if (distance > nearest || (found != kNoPin && distance == nearest)) continue;
        nearest = distance;
        found = number;
    }
    return found;
}

PinNumber pinNumberFor(const PinTable& pins, const body::SkinPoint& point) {
    for (const auto& [number, pin] : pins.rows()) {
        if (pin.at == point) return number;
    }
    return freeNumber(pins.rows());
}

PlaceNumber freePlace(const Layer& layer) {
    return freeNumber(layer.places());
}

core::Result<void> validateOn(const BodyMap& map, const Stroke& stroke, const body::BodyModel& body) {
    if (isForPins(stroke.tool)) return validatePin(map.pins(), stroke, body);
    const Layer& layer = map.layer(stroke.layer);
    if (laysPaint(stroke.tool) && freePlace(layer) == kNoPlace) {
        return Error{trf("The {0} layer can hold no more places", {layerId(stroke.layer)}), "",
                     tr("Erase some, or mark several with the same words.")};
    }
    if (stroke.tool == Tool::Edit && placeUnder(layer, body.mesh(), stroke.points.front()) == kNoPlace) {
        return Error{trf("Nothing is painted there on the {0} layer", {layerId(stroke.layer)}), "at",
                     tr("Point at a place that is painted, or paint one.")};
    }
    return {};
}

}  // namespace palpate::map
