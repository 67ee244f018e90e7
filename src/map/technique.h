#pragma once

#include "map/layer.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace palpate::map {

// How treated skin is patterned, so that what was done there is told without colour: dots for gliding strokes
// and whatever else, plus signs for kneading, crosses for trigger points, waves for friction.
enum class TechniquePattern : std::uint8_t { Dots, PlusSigns, Crosses, Waves };

// By the words that the trade knows a technique by; large and small letters are the same.
[[nodiscard]] TechniquePattern patternOf(std::string_view technique);
// Of the first technique of a place; dots where none is stated.
[[nodiscard]] TechniquePattern patternOf(const Place& place);

// What stands at the middle of the place for its first technique: "E", "P", "X" for trigger points as they
// are patterned, "F", else the first letter; empty where none is stated.
[[nodiscard]] std::string techniqueLetter(const Place& place);

}  // namespace palpate::map
