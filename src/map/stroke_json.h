#pragma once

#include "body/body_model.h"
#include "core/result.h"
#include "map/stroke.h"

#include <string>
#include <string_view>

namespace palpate::map {

// One line of JSON without a line end; points as triangle and barycentric, every float exactly.
[[nodiscard]] std::string toJson(const Stroke& stroke);

// Reads one line. Points may be [x, y, z] in metres on `body`, moved to the nearest skin within 5 cm, or
// {"triangle":n,"barycentric":[a,b,c]}. Unknown keys, words, layers and regions are refused by name; so is a
// point farther than 5 cm from the skin, with its distance. The result is valid for `body`.
[[nodiscard]] core::Result<Stroke> strokeFromJson(std::string_view line, const body::BodyModel& body);

}  // namespace palpate::map
