#include "analysis/soft_areas.h"

#include "analysis/weighted_sum.h"
#include "core/check.h"
#include "core/units.h"

#include <algorithm>

namespace palpate::analysis {

namespace {

struct SoftSum {
    WeightedSum painted;
    double whole = 0.0;   // square metres times weight
    double weight = 0.0;  // largest of painted vertices

    void add(double area, double vertexWeight, map::Value value) {
        whole += area * vertexWeight;
        if (!map::isPainted(value)) return;
        painted.add(area * vertexWeight, value);
        weight = std::max(weight, vertexWeight);
    }
};

std::vector<SoftAreaMeasures> paintedOf(const std::vector<SoftSum>& sums, const body::BodyModel& body,
                                        map::LayerKind layer, double areaScale) {
    const double toLoad = 100.0 / (body.mesh().area() * map::highestLevel(layer));
    std::vector<SoftAreaMeasures> measures;
    for (std::size_t area = 0; area < sums.size(); ++area) {
        const SoftSum& sum = sums[area];
        if (sum.weight <= 0.0) continue;
        measures.push_back({area, sum.painted.area * core::kSquareCentimetres * areaScale,
                            100.0 * sum.painted.area / sum.whole, sum.painted.mean(), sum.painted.peakLevel(),
                            sum.weight, sum.painted.areaTimesLevel * toLoad});
    }
    return measures;
}

}  // namespace

std::vector<SoftAreaMeasures> measureMuscles(const body::BodyModel& body, const body::AtlasLabels& labels,
                                             const map::Layer& layer, double areaScale) {
    const auto areas = body.mesh().vertexAreas();
    core::check(layer.values().size() == areas.size(), "a layer is measured on its own body");
    std::vector<SoftSum> sums(labels.muscles().size());
    for (std::size_t muscle = 0; muscle < sums.size(); ++muscle) {
        for (const body::VertexWeight& weight : labels.muscles()[muscle].weights) {
            sums[muscle].add(static_cast<double>(areas[weight.vertex]), static_cast<double>(weight.weight),
                             layer.values()[weight.vertex]);
        }
    }
    return paintedOf(sums, body, layer.kind(), areaScale);
}

std::vector<SoftAreaMeasures> measureDermatomes(const body::BodyModel& body, const body::AtlasLabels& labels,
                                                const map::Layer& layer, double areaScale) {
    const auto areas = body.mesh().vertexAreas();
    core::check(layer.values().size() == areas.size(), "a layer is measured on its own body");
    std::vector<SoftSum> sums(labels.dermatomes().size());
    for (std::size_t vertex = 0; vertex < areas.size(); ++vertex) {
        sums[labels.dermatomeOfVertices()[vertex]].add(static_cast<double>(areas[vertex]), 1.0,
                                                       layer.values()[vertex]);
    }
    return paintedOf(sums, body, layer.kind(), areaScale);
}

}  // namespace palpate::analysis
