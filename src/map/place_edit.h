#pragma once

#include "body/surface_mesh.h"
#include "map/delta_builder.h"
#include "map/layer.h"
#include "map/stroke.h"

namespace palpate::map {

// The place with what the edit states put in, its words in the vocabulary's order.
[[nodiscard]] Place edited(Place place, const PlaceEdit& edit, LayerKind layer);

// Changes a place as a whole; `place` has a row. A level becomes the place's highest: all of its vertices are
// scaled by the same factor, rounded to tenths and kept painted (half a level at the least), so that rims and
// differences within the place keep their proportions. The same edit again changes nothing. Level 0 takes the
// place away, and with it the faint rim that its brush left around it, but for what lies beside another
// place.
void editPlace(Layer& layer, const body::SurfaceMesh& mesh, PlaceNumber place, const PlaceEdit& edit,
               DeltaBuilder& delta);

}  // namespace palpate::map
