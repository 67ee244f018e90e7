#pragma once

#include "body/surface_mesh.h"

#include <glm/common.hpp>
#include <glm/vec3.hpp>

#include <algorithm>
#include <limits>
#include <optional>

namespace palpate::body {

// One ray, prepared for many triangles (Woop, Benthin, Wald 2013, "Watertight Ray/Triangle Intersection"):
// the axes are permuted and sheared so that the ray runs along +z from the origin; an edge function of two
// neighbours is then the same number with the other sign, so that no ray passes between them.
class WatertightRay {
public:
    static constexpr float kNever = std::numeric_limits<float>::infinity();

    struct Hit {
        glm::vec3 barycentric{0.0F};
        float distance = 0.0F;
    };

    // `direction` has length 1; `world` holds every box and triangle that the ray will be asked about.
    WatertightRay(const glm::vec3& origin, const glm::vec3& direction, const Box& world);

    // Where the ray enters the box, rather too early than too late; kNever if it misses it or enters beyond
    // `farthest`. No triangle in a missed box can be hit.
    [[nodiscard]] float entry(const Box& box, float farthest) const {
        const glm::vec3 low = (box.lowest - m_beyondOrigin) * m_inverse;
        const glm::vec3 high = (box.highest - m_beforeOrigin) * m_inverse;
        const glm::vec3 first = glm::min(low, high), last = glm::max(low, high);
        const float near = std::max(std::max(first.x, first.y), std::max(first.z, 0.0F));
        const float far = std::min(std::min(last.x, last.y), std::min(last.z, farthest));
        return near <= far ? near : kNever;
    }

    // Either face counts. Empty for a triangle seen exactly edge on or behind the origin.
    [[nodiscard]] std::optional<Hit> intersect(const glm::vec3& a, const glm::vec3& b,
                                               const glm::vec3& c) const;

private:
    glm::vec3 m_origin;
    glm::vec3 m_beyondOrigin, m_beforeOrigin;  // moved by the rounding that a triangle test may suffer
    glm::vec3 m_inverse;                       // of the direction
    glm::length_t m_x, m_y, m_z;  // which axis plays which part; z is the longest of the direction
    glm::vec3 m_shear;
};

}  // namespace palpate::body
