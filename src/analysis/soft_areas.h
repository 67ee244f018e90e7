#pragma once

#include "body/atlas_labels.h"
#include "body/body_model.h"
#include "map/layer.h"

#include <cstddef>
#include <vector>

namespace palpate::analysis {

// The painted part (value >= 0.5) of one layer above one muscle or within one dermatome.
struct SoftAreaMeasures {
    std::size_t area = 0;  // index into AtlasLabels::muscles() or dermatomes()
    // Painted skin, each vertex by its weight in the area (body::Muscle::weights); a dermatome's vertices
    // weigh 1.
    double extentCm2 = 0.0;
    double percent = 0.0;  // of the area's own skin, weighed likewise
    double mean = 0.0;     // level, by skin area times weight
    double peak = 0.0;     // highest level painted anywhere in it
    double weight = 0.0;   // the largest of its painted vertices: below 1/2 only its soft border is touched
    // What it adds to LayerMeasures::loadPercent: 100 * sum(area_i * weight_i * level_i) / (area of the body
    // * highest level). Those of all dermatomes add up to the whole; muscles lie over each other.
    double loadPercent = 0.0;
};

// Those with any paint, in the order of the labels. `areaScale` as for measure().
[[nodiscard]] std::vector<SoftAreaMeasures> measureMuscles(const body::BodyModel& body,
                                                           const body::AtlasLabels& labels,
                                                           const map::Layer& layer, double areaScale = 1.0);
[[nodiscard]] std::vector<SoftAreaMeasures> measureDermatomes(const body::BodyModel& body,
                                                              const body::AtlasLabels& labels,
                                                              const map::Layer& layer,
                                                              double areaScale = 1.0);

}  // namespace palpate::analysis
