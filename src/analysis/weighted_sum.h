#pragma once

#include "map/layer_kind.h"

#include <algorithm>

namespace palpate::analysis {

// Area, area-weighted level and peak of the vertices added so far. Areas in whatever unit the caller uses.
struct WeightedSum {
    double area = 0.0;
    double areaTimesLevel = 0.0;
    map::Value peak = 0;

    void add(double vertexArea, map::Value value) {
        area += vertexArea;
        areaTimesLevel += vertexArea * map::levelOf(value);
        peak = std::max(peak, value);
    }
    [[nodiscard]] double mean() const { return area > 0.0 ? areaTimesLevel / area : 0.0; }
    [[nodiscard]] double peakLevel() const { return map::levelOf(peak); }
};

}  // namespace palpate::analysis
