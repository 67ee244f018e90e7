#pragma once

#include "core/result.h"
#include "document/document.h"

#include <span>

namespace palpate::document {

// There is something to compare the open visit with: an earlier visit, or a second map of its own.
[[nodiscard]] bool canCompare(const Document& document);
// Opens the compare view: the visit before the open one against the open one, on the active layer and by the
// author shown; by the other author or on another layer if there is nothing to see. A first visit: its own
// maps against each other. Errors: no visit is open, or there is nothing to compare with; a map that cannot
// be read.
core::Result<void> openCompare(Document& document);
// The same of two maps of the open client on one layer, or, where nothing is painted on either, the other
// author's or another layer; the visit that is open, if any, stays as it is.
// Errors: a map that cannot be read.
core::Result<void> openCompare(Document& document, const clinic::MapKey& from, const clinic::MapKey& to,
                               map::LayerKind layer);
// Turns the body to the standard view that shows most of what is compared, if none of it is seen from where
// the camera looks now. Opening does so.
void lookAtCompared(Document& document);
bool closeCompare(Document& document);

// Change what is compared; the view must be open. On an error nothing was changed. Visits that stand between
// the two stay while both ends are of the same visits as before. Errors: a map cannot be read.
core::Result<void> compareMaps(Document& document, const clinic::MapKey& from, const clinic::MapKey& to);
core::Result<void> compareFrom(Document& document, const clinic::MapKey& key);
core::Result<void> compareTo(Document& document, const clinic::MapKey& key);
// Two to kMostCompared visits, by the author of the maps shown: the first against the last, in the order of
// their dates.
core::Result<void> compareVisits(Document& document, std::span<const core::VisitId> visits);
// Other maps of the later visit, or the visit before it.
core::Result<void> comparePair(Document& document, ComparePair pair);
[[nodiscard]] ComparePair pairOf(const clinic::MapKey& from, const clinic::MapKey& to);
bool setCompareMode(Document& document, CompareMode mode);
bool setCompareLayer(Document& document, map::LayerKind layer);
bool swapCompared(Document& document);

// How many pictures stand side by side.
[[nodiscard]] std::size_t pictureCount(const CompareState& compare);
[[nodiscard]] const CompareSide& pictureSide(const CompareState& compare, std::size_t picture);
// The camera of a picture; of all of them while they are linked.
[[nodiscard]] const body::Camera& pictureCamera(const Document& document, std::size_t picture);
// Each picture keeps the camera it has from now on; or the others come to the first one's.
bool linkCameras(Document& document, bool linked);
// The picture that the pointer and the views' buttons turn, while cameras are not linked.
bool usePicture(Document& document, std::size_t picture);

// Where the line of the wipe stands, or how much of the earlier map lies over the later: the mode that is
// shown decides. Held within 0..1; no change in other modes.
bool setCompareShare(Document& document, double share);
[[nodiscard]] double compareShare(const CompareState& compare);

// The row of the table that the pointer is on; empty: none.
bool pointAtRow(Document& document, std::optional<body::RegionIndex> region);
// The region that is to be seen in all pictures: the row's, else the one under the pointer.
[[nodiscard]] std::optional<body::RegionIndex> comparedRegion(const Document& document);
// By that column; asked for again, the other way round.
bool sortRegions(Document& document, RegionColumn column);

// After the client's size changed, by which areas are scaled. Nothing if no comparison is open.
void measureAnew(Document& document);

// What counts as change, from now on and in what is open. Held within what makes sense.
bool setChangeRules(Document& document, const analysis::ChangeRules& rules);

}  // namespace palpate::document
