#pragma once

#include "analysis/measures.h"
#include "body/body_model.h"
#include "map/body_map.h"
#include "report/sheet_model.h"

#include <vector>

namespace palpate::report {

// One row for each region with paint of any layer: the worst of every layer first, then the second worst of
// every layer, and so on; within a turn by the worst pain, then tension, then extent.
[[nodiscard]] std::vector<RegionRow> regionRows(const body::BodyModel& body, const map::BodyMap& map,
                                                double areaScale);

}  // namespace palpate::report
