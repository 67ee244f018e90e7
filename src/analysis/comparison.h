#pragma once

#include "analysis/change_classes.h"
#include "body/body_model.h"
#include "map/layer.h"

#include <array>
#include <cstdint>
#include <vector>

namespace palpate::analysis {

struct Change {
    double from = 0.0;
    double to = 0.0;
    [[nodiscard]] double change() const { return to - from; }
    // Of the two numbers as they are printed with so many decimals, so that whoever takes one printed number
    // from the other comes to the printed change.
    [[nodiscard]] double printedChange(int decimals) const;
};

// The area painted in either map, in cm2, by what became of it (ChangeClass).
struct ChangeAreas {
    double newCm2 = 0.0, resolvedCm2 = 0.0, betterCm2 = 0.0, worseCm2 = 0.0, unchangedCm2 = 0.0;
};

struct RegionChange {
    body::RegionIndex region = 0;
    Change extentCm2, mean, peak;
    // What the region adds to the load of the whole body: the regions' loads add up to
    // Comparison::loadPercent.
    Change loadPercent = {};
    ChangeAreas areas = {};  // within the region; those of all regions add up to the comparison's
};

// What changed from one layer to another of the same kind on the same body. A set without area has Jaccard
// and Dice 1 with another such set.
struct Comparison {
    map::LayerKind layer = map::LayerKind::Pain;
    double jaccard = 1.0;          // area of the intersection over area of the union of what is painted
    double dice = 1.0;             // twice the intersection over the sum
    double weightedJaccard = 1.0;  // sum of area * min(level) over sum of area * max(level)
    Change extentCm2, extentPercent, mean, peak, loadPercent;
    // How many separate patches the extent is made of, each weighing by its area: (sum of areas)^2 / sum of
    // areas^2 (Simpson's index, inverted), so that flecks hardly count; 0 of a bare map. Left at 0 by
    // compareByVertex().
    Change separatePatches;
    // The area painted in either, by what became of it.
    double newCm2 = 0.0, resolvedCm2 = 0.0, betterCm2 = 0.0, worseCm2 = 0.0, unchangedCm2 = 0.0;
    std::vector<RegionChange> regions;  // painted in either, in the atlas's order
};

// All measures, with areas by what became of them under a tolerance (classifyChange()); areas to avoid are
// compared vertex against vertex.
[[nodiscard]] Comparison compare(const body::BodyModel& body, const map::Layer& from, const map::Layer& to,
                                 double areaScale = 1.0, const ChangeTolerance& tolerance = {});

// The same without tolerance for moved borders, vertex against vertex, in one pass over the vertices: for
// thousands of pairs.
[[nodiscard]] Comparison compareByVertex(const body::BodyModel& body, const map::Layer& from,
                                         const map::Layer& to, double areaScale = 1.0,
                                         const ChangeTolerance& tolerance = {});

// What comparing the other way round gives.
[[nodiscard]] Comparison swapped(Comparison comparison);

// to - from in tenths of a level, per vertex; unpainted counts as 0. For the difference picture.
[[nodiscard]] std::vector<std::int8_t> difference(const map::Layer& from, const map::Layer& to);

// The levels of `to` in tenths where `from` is bare, 0 elsewhere, per vertex: what is new; with the two the
// other way round, what is gone.
[[nodiscard]] std::vector<std::int8_t> paintedOnlyIn(const map::Layer& to, const map::Layer& from);

}  // namespace palpate::analysis
