#pragma once

#include "body/skin_point.h"

#include <tuple>

namespace palpate::map {

// An order of points that has nothing to do with where they lie, so that rounding cannot upset it. Of a point
// and its mirror image the one that comes first is the one that is computed at, and the result is carried
// over: left to themselves, two sides would differ in the last bit.
[[nodiscard]] inline bool comesBefore(const body::SkinPoint& a, const body::SkinPoint& b) {
    if (a.triangle != b.triangle) return a.triangle < b.triangle;
    return std::tie(a.barycentric.x, a.barycentric.y, a.barycentric.z) <
           std::tie(b.barycentric.x, b.barycentric.y, b.barycentric.z);
}

}  // namespace palpate::map
