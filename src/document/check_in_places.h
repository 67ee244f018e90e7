#pragma once

#include "core/result.h"
#include "document/check_in.h"

#include <optional>
#include <vector>

// What the check-in asks of places on the skin; only check_in.cpp and its tests include this.
namespace palpate::document {

// The skin at the vertex of the place with the highest level; empty if there is no such place.
[[nodiscard]] std::optional<body::SkinPoint> pointOfPlace(const body::BodyModel& body,
                                                          const map::Layer& layer, map::PlaceNumber place);
// The place at that point or, if it is bare, the nearest one within `reach` metres in a straight line.
[[nodiscard]] map::PlaceNumber placeNear(const body::BodyModel& body, const map::Layer& layer,
                                         const body::SkinPoint& at, float reach);
// The skin nearest to the middle of a region.
[[nodiscard]] body::SkinPoint pointIn(const body::BodyModel& body, body::RegionIndex region);

// Marks a region, and its partner on the other side if asked to, with what the hand holds.
bool fillWhole(Document& document, body::RegionIndex region, bool bothSides);
// Takes places away, all of them as one step to undo. False if there was none.
bool takeAway(Document& document, const std::vector<map::PlaceNumber>& places);
// Shows the whole body from there, whatever was shown alone.
void showWhole(Document& document, body::StandardView view);
// Shows the body upright and whole from the side that shows most of the client's marks, the front if there
// are none.
void showMarks(Document& document);
// Shows the body upright and whole from the side that the place faces.
void showPlace(Document& document, map::PlaceNumber place);

}  // namespace palpate::document
