#pragma once

#include "analysis/measures.h"

#include <vector>

namespace palpate::analysis {

// The connected painted patches of a layer over `body`, the largest first. `toCm2`: what to multiply areas of
// the figure, in square metres, with.
[[nodiscard]] std::vector<ClusterMeasures> measureClusters(const body::BodyModel& body,
                                                           const map::Layer& layer, double toCm2);

}  // namespace palpate::analysis
