#pragma once

#include "bodygen/atlas_labels.h"

#include <string>
#include <string_view>

namespace palpate::bodygen {

// FNV-1a over the region ids and the label of every point, 16 hexadecimal digits.
std::string atlasId(const RegionLabels& labels);

// The text of standard_body.atlas.json: regions, and their labels as runs over the points in the mesh's
// order.
std::string atlasJson(const RegionLabels& labels, std::string_view topologyId);

}  // namespace palpate::bodygen
