#pragma once

#include "body/body_model.h"
#include "core/result.h"
#include "map/stroke.h"

#include <string>
#include <string_view>

namespace palpate::map {

// "width_cm" for a band, else "diameter_cm".
[[nodiscard]] const char* diameterKey(Tool tool);

// How far from the skin a point of a stroke may lie, in metres.
inline constexpr double kFarthestFromSkin = 0.05;

// One line of JSON without a line end; points as triangle and barycentric, every number exactly. What the
// stroke's tool does not use is left out: an eraser's level and words, a fill's diameter. docs/strokes.md has
// the table.
[[nodiscard]] std::string toJson(const Stroke& stroke);

// Whether a line is the rest of what the line before it began. False for what is no stroke at all.
[[nodiscard]] bool continuesAnother(std::string_view line);
// The layer that a line changes. Empty for pins and for what is no stroke at all.
[[nodiscard]] std::optional<LayerKind> layerChangedBy(std::string_view line);

// Reads one line. Points may be [x, y, z] in metres on `body`, moved to the nearest skin within 5 cm, or
// {"triangle":n,"barycentric":[a,b,c]}. "figure" and "topology" may be left out, "level" where the layer has
// only one. Unknown keys, tools, words, layers and regions are refused by name; so are levels outside the
// layer's scale, and a point farther than 5 cm from the skin, with its distance. The result is valid for
// `body`.
[[nodiscard]] core::Result<Stroke> strokeFromJson(std::string_view line, const body::BodyModel& body);

}  // namespace palpate::map
