#pragma once

#include "body/surface_mesh.h"
#include "document/document.h"

#include <cstdint>
#include <functional>

// The words and the depth chosen belong to the place that is being painted: a new place begins without them.
namespace palpate::document {

// Before a stroke that lays paint on the active layer. `reaches` says whether it could touch a vertex. If the
// place that was painted with the words is there and out of reach, this is another place: the words go.
void beginPlace(Document& document, const std::function<bool(std::uint32_t vertex)>& reaches);
// The same for the brush at a point.
void beginPlaceAt(Document& document, const body::SkinPoint& point);

// After such a stroke was kept: the words belong to the place at that point, or vertex, from now on.
void ownPlaceAt(Document& document, const body::SkinPoint& point);
void ownPlaceOf(Document& document, std::uint32_t vertex);

// When another map is painted on: words that were painted with stay with the one before.
void leavePlaces(Document& document);

}  // namespace palpate::document
