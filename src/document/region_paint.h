#pragma once

#include "body/camera.h"
#include "core/result.h"
#include "document/document.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

// Painting whole regions of the atlas: all that the brush does, without a pointer.
namespace palpate::document {

// The regions with their partners on the other side if the mirror is on, each once, ascending.
[[nodiscard]] std::vector<body::RegionIndex> withMirrored(const Document& document,
                                                          std::span<const body::RegionIndex> regions);

// Gives them the active layer's level and words, or makes them bare on that layer; all of it is one step to
// undo. False: nothing changed. Errors: those of paint().
core::Result<bool> fillRegions(Document& document, std::span<const body::RegionIndex> regions);
core::Result<bool> clearRegions(Document& document, std::span<const body::RegionIndex> regions);

// What of the list is meant: the regions picked, else the one that the cursor is on.
[[nodiscard]] std::vector<body::RegionIndex> chosenRegions(const Document& document);
// Opens or closes the list; closing forgets what was chosen.
bool openRegions(Document& document, bool open);
bool pickRegion(Document& document, body::RegionIndex region, bool picked);
// Picks none: after they were painted the next ones are picked anew.
bool dropPicked(Document& document);
// Moves the list's cursor there and turns the body so that the region faces the camera.
bool goToRegion(Document& document, body::RegionIndex region);
// The camera that goToRegion() moves to: from where most of the region is seen, as near as before, but near
// enough to see a toe.
[[nodiscard]] body::Camera cameraFor(const Document& document, body::RegionIndex region);
// The same for any skin: the vertices that `isIn` is true for.
[[nodiscard]] body::Camera cameraFor(const Document& document,
                                     const std::function<bool(std::uint32_t)>& isIn);

// Chooses the place of the active layer that covers most of the region, with the edit tool. False: nothing of
// that layer is painted there.
bool selectPlaceIn(Document& document, body::RegionIndex region);
// Turns to a region. The list of regions keeps no cursor for it unless it is open.
bool turnToRegion(Document& document, body::RegionIndex region);
// Shows a region that the therapist wants to read about, and opens its place of the active layer if there is
// one. The list of regions keeps no cursor for it unless it is open.
bool openFinding(Document& document, body::RegionIndex region);

}  // namespace palpate::document
