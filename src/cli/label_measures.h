#pragma once

#include "cli/open_map.h"

#include <nlohmann/json_fwd.hpp>

// What of a map lies above muscles and within dermatomes, for `map measure`.
namespace palpate::cli {

// One entry for each layer and each muscle (dermatome) with paint.
[[nodiscard]] nlohmann::ordered_json musclesJson(const OpenMap& open, const body::AtlasLabels& labels);
[[nodiscard]] nlohmann::ordered_json dermatomesJson(const OpenMap& open, const body::AtlasLabels& labels);

// Tables of one layer; nothing if it has no paint.
void printLabels(const OpenMap& open, const body::AtlasLabels& labels, const map::Layer& layer);

}  // namespace palpate::cli
