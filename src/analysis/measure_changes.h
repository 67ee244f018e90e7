#pragma once

#include "analysis/comparison.h"
#include "analysis/measures.h"
#include "analysis/soft_areas.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace palpate::analysis {

// A ratio that may have nothing to divide by on either map; then there is no change either.
struct RatioChange {
    std::optional<double> from, to;
    [[nodiscard]] std::optional<double> change() const {
        return from && to ? std::optional(*to - *from) : std::nullopt;
    }
};

// What became of the measures that one map has by itself: from -> to. A word, depth or region that is on one
// map only has 0 on the other.
struct MeasureChanges {
    Change clusters;  // connected painted patches
    RatioChange leftRight, frontBack;
    std::map<std::string, Change> wordsCm2;
    std::map<map::Depth, Change> depthsCm2;
    std::map<body::RegionIndex, Change> percentOfRegion;
};
// Of two layers of the same kind on the same body.
[[nodiscard]] MeasureChanges compareMeasures(const LayerMeasures& from, const LayerMeasures& to);

// The same for one muscle or dermatome.
struct SoftAreaChange {
    std::size_t area = 0;  // index into AtlasLabels::muscles() or dermatomes()
    Change extentCm2, percent, mean, peak, loadPercent;
    double weight = 0.0;  // the larger of both: below 1/2 only the soft border is touched
};
// Those painted on either map, in the order of the labels. Both lists as measureMuscles() or
// measureDermatomes() gives them: ascending areas.
[[nodiscard]] std::vector<SoftAreaChange> compareSoftAreas(const std::vector<SoftAreaMeasures>& from,
                                                           const std::vector<SoftAreaMeasures>& to);

}  // namespace palpate::analysis
