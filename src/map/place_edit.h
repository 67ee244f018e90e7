#pragma once

#include "map/delta_builder.h"
#include "map/layer.h"
#include "map/stroke.h"

namespace palpate::map {

// The place with what the edit states put in, its words in the vocabulary's order.
[[nodiscard]] Place edited(Place place, const PlaceEdit& edit, LayerKind layer);

// Changes a place as a whole; `place` has a row. A level becomes the place's highest: all of its vertices are
// scaled by the same factor, rounded to tenths and kept painted (half a level at the least), so that rims and
// differences within the place keep their proportions. The same edit again changes nothing.
void editPlace(Layer& layer, PlaceNumber place, const PlaceEdit& edit, DeltaBuilder& delta);

}  // namespace palpate::map
