#pragma once

#include <glm/vec3.hpp>

#include <cmath>
#include <initializer_list>

namespace palpate::map {

// Whether the weights of a triangle's corners are a place on it. They come from picking in single precision;
// what is off by more than a thousandth is no rounding.
[[nodiscard]] inline bool isPlaceOnTriangle(const glm::vec3& weights) {
    constexpr float kTolerance = 1.0e-3F;
    bool isPlace = std::abs(weights.x + weights.y + weights.z - 1.0F) <= kTolerance;
    for (const float weight : {weights.x, weights.y, weights.z})
        isPlace = isPlace && weight >= -kTolerance && weight <= 1.0F + kTolerance;
    return isPlace;
}

}  // namespace palpate::map
