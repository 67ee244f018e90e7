#pragma once

#include <numbers>

namespace palpate::bodygen {

// The tables are in millimetres and degrees, what is computed from them in metres and radians.
inline constexpr double kMillimetre = 0.001;
inline constexpr double kRadians = std::numbers::pi / 180.0;  // in a degree
inline constexpr double kDegrees = 180.0 / std::numbers::pi;  // in a radian

}  // namespace palpate::bodygen
