#pragma once

#include "bodygen/body_shape.h"

#include <array>
#include <optional>

namespace palpate::bodygen {

using PartWeights = std::array<double, kPartCount>;  // sum 1, each 0..1

// Samples that evaluating the union took anyway; absent where the point is far from the tube.
struct UnionSamples {
    std::optional<TubeSample> torso, arm, leg;
};

// Smooth union of all primitives with the ground's half space: approximate signed distance, metres. `point`
// lies in the left half, x >= 0. Farther than kReach from every primitive only a lower bound of the distance.
double unionValue(const BodyShape& shape, const Vec3& point, UnionSamples& samples);

struct UnionWeights {
    double value = 0.0;
    PartWeights
        weights{};  // share of each primitive in the surface here: exact derivative of the union towards it
};
UnionWeights unionWeights(const BodyShape& shape, const Vec3& point);

inline constexpr double kReach = 0.08;

}  // namespace palpate::bodygen
