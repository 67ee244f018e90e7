#pragma once

#include "body/body_model.h"
#include "core/result.h"
#include "map/stroke.h"

namespace palpate::map {

// Says why a stroke cannot be painted on this body: another figure or topology, level out of the layer's
// scale, diameter out of range, unknown region, words the layer does not know, an edit that says nothing, a
// pin with a grade that it cannot have, no points or too many, a triangle that does not exist. What depends
// on the map is validateOn()'s.
[[nodiscard]] core::Result<void> validate(const Stroke& stroke, const body::BodyModel& body);

// The same for a stroke that has no points yet.
[[nodiscard]] core::Result<void> validateHeader(const Stroke& stroke, const body::BodyModel& body);

// Says whether a stroke was made on another figure or topology.
[[nodiscard]] core::Result<void> validateBody(const Stroke& stroke, const body::BodyModel& body);

// Says what is wrong with one point: a triangle that the body does not have, weights that are no place on it.
[[nodiscard]] core::Result<void> validatePoint(const body::SkinPoint& point, const body::BodyModel& body);

}  // namespace palpate::map
