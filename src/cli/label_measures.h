#pragma once

#include "analysis/soft_areas.h"
#include "cli/open_map.h"

#include <vector>

// What of a map lies above muscles and within dermatomes, for `map measure`.
namespace palpate::cli {

struct LabelMeasures {
    map::LayerKind layer = map::LayerKind::Pain;
    const body::Region* names = nullptr;  // of the labels, which must outlive it
    analysis::SoftAreaMeasures measures;
    bool verified = true;  // false: a dermatome drawn between its neighbours
};

// One entry for each layer and each muscle (dermatome) with paint.
[[nodiscard]] std::vector<LabelMeasures> measureMuscles(const OpenMap& open, const body::AtlasLabels& labels);
[[nodiscard]] std::vector<LabelMeasures> measureDermatomes(const OpenMap& open,
                                                           const body::AtlasLabels& labels);

// Tables of one layer; nothing if it has no paint.
void printLabels(const OpenMap& open, const body::AtlasLabels& labels, const map::Layer& layer);

}  // namespace palpate::cli
