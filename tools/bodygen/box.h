#pragma once

#include "bodygen/smooth.h"

#include <limits>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace palpate::bodygen {

// Axis-aligned box; empty until it has taken a point.
struct Box {
    Vec3 low{std::numeric_limits<double>::max()};
    Vec3 high{std::numeric_limits<double>::lowest()};

    void add(const Vec3& point, double radius = 0.0) {
        low = glm::min(low, point - radius);
        high = glm::max(high, point + radius);
    }
    [[nodiscard]] bool contains(const Vec3& p) const {
        return p.x >= low.x && p.y >= low.y && p.z >= low.z && p.x <= high.x && p.y <= high.y &&
               p.z <= high.z;
    }
    // 0 inside.
    [[nodiscard]] double distance(const Vec3& p) const {
        return glm::length(glm::max(glm::max(low - p, p - high), Vec3(0.0)));
    }
};

}  // namespace palpate::bodygen
