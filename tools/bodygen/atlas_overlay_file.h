#pragma once

#include "bodygen/atlas_overlays.h"

#include <string>
#include <string_view>

namespace palpate::bodygen {

// The text of standard_body.labels.json: muscles, dermatomes and instruments with their names, rules and
// labels. Labels of a partition are runs over the points in the mesh's order, a text of numbers: "area count
// area count ...", -1 for points in no area; weights of a muscle likewise "skipped count level ...".
std::string overlaysJson(const StandardBody& body, const RegionLabels& regions, const OverlayTables& tables,
                         std::string_view topologyId);

}  // namespace palpate::bodygen
