#pragma once

#include "body/body_model.h"
#include "core/result.h"
#include "map/body_map.h"
#include "map/stroke.h"

#include <optional>

namespace palpate::map {

// How far from a pin, in a straight line and in metres, the point of an unpin stroke may lie.
inline constexpr float kPinReach = 0.02F;

// The place that a person means who points there: that of the nearest painted corner of the triangle pointed
// at. kNoPlace if none of them is painted.
[[nodiscard]] PlaceNumber placeUnder(const Layer& layer, const body::SurfaceMesh& mesh,
                                     const body::SkinPoint& point);
// The nearest pin within kPinReach, of equally near ones the lowest number; kNoPin if there is none.
[[nodiscard]] PinNumber pinNear(const PinTable& pins, const body::SurfaceMesh& mesh,
                                const body::SkinPoint& point);
// The number that a pin set there takes: that of the pin on the very same point, which it replaces, else a
// free one. kNoPin if the map can hold no more.
[[nodiscard]] PinNumber pinNumberFor(const PinTable& pins, const body::SkinPoint& point);

// One more than the highest in use, so that places keep the order in which they were made; the lowest free
// one once those are used up. kNoPlace if the layer can hold no more.
[[nodiscard]] PlaceNumber freePlace(const Layer& layer);

// Says why a valid stroke finds nothing to do on this map, or no room: an edit where nothing is painted, no
// pin to take away, a layer full of places, a map full of pins.
[[nodiscard]] core::Result<void> validateOn(const BodyMap& map, const Stroke& stroke,
                                            const body::BodyModel& body);

}  // namespace palpate::map
