#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/vec3.hpp>

namespace palpate::bodygen {

using Vec3 = glm::dvec3;

// a where `share` is 0, b where it is 1, on a straight line between and beyond.
inline double mixed(double a, double b, double share) {
    return a + (b - a) * share;
}

// 0 below `low`, 1 above `high`, cubic between (Hermite).
inline double smoothStep(double low, double high, double x) {
    const double t = std::clamp((x - low) / (high - low), 0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

// 0 below 0, 1 above 1, with two continuous derivatives (Perlin 2002).
inline double quinticStep(double x) {
    const double t = std::clamp(x, 0.0, 1.0);
    return t * t * t * (t * (6.0 * t - 15.0) + 10.0);
}

// Share of `a` in the quadratic smooth minimum of a and b over the range k (> 0, same unit).
inline double smoothMinWeight(double a, double b, double k) {
    return std::clamp(0.5 + 0.5 * (b - a) / k, 0.0, 1.0);
}

// Quadratic smooth minimum (Quilez 2013): equals min(a, b) where |a - b| >= k, and lies below it elsewhere by
// at most k / 4. Its exact derivative towards a is smoothMinWeight(a, b, k).
inline double smoothMin(double a, double b, double k) {
    const double w = smoothMinWeight(a, b, k);
    return b + (a - b) * w - k * w * (1.0 - w);
}

inline double smoothMax(double a, double b, double k) {
    return -smoothMin(-a, -b, k);
}

// The four weights of a uniform cubic B-spline at t in [0, 1] between the second and the third control value.
inline std::array<double, 4> bsplineWeights(double t) {
    const double s = 1.0 - t;
    return {s * s * s / 6.0, (3.0 * t * t * t - 6.0 * t * t + 4.0) / 6.0,
            (-3.0 * t * t * t + 3.0 * t * t + 3.0 * t + 1.0) / 6.0, t * t * t / 6.0};
}

// Their derivatives by t.
inline std::array<double, 4> bsplineSlopes(double t) {
    const double s = 1.0 - t;
    return {-0.5 * s * s, 1.5 * t * t - 2.0 * t, -1.5 * t * t + t + 0.5, 0.5 * t * t};
}

}  // namespace palpate::bodygen
