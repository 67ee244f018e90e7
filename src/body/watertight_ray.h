#pragma once

#include "body/bvh_node.h"
#include "body/surface_mesh.h"

#include <glm/vec3.hpp>

#include <array>
#include <limits>

namespace palpate::body {

// One ray, prepared for many triangles (Woop, Benthin, Wald 2013, "Watertight Ray/Triangle Intersection"):
// the axes are permuted and sheared so that the ray runs along +z from the origin; an edge function of two
// neighbours is then the same number with the other sign, so that no ray passes between them.
class WatertightRay {
public:
    static constexpr float kNever = std::numeric_limits<float>::infinity();

    // Of four triangles, lane by lane.
    struct Hits {
        std::array<Lanes, 3> barycentric{};  // of use only where the triangle is hit
        Lanes distance{};                    // kNever where it is not
    };

    // `direction` has length 1; `world` holds every box and triangle that the ray will be asked about.
    WatertightRay(const glm::vec3& origin, const glm::vec3& direction, const Box& world);

    // Where the ray enters each box, rather too early than too late; kNever if it misses it or enters beyond
    // `farthest`. No triangle in a missed box can be hit.
    [[nodiscard]] Lanes entry(const BoxQuad& boxes, float farthest) const {
        const auto plane = [this, &boxes](std::size_t axis, bool near) {
            const bool lowest = near != m_isBackward[axis];
            return ((lowest ? boxes.lowest : boxes.highest)[axis] -
                    (lowest ? m_beyondOrigin : m_beforeOrigin)[axis]) *
                   m_inverse[axis];
        };
        const Lanes near =
            higher(higher(plane(0, true), plane(1, true)), higher(plane(2, true), allLanes(0.0F)));
        const Lanes far =
            lower(lower(plane(0, false), plane(1, false)), lower(plane(2, false), allLanes(farthest)));
        return near <= far ? near : allLanes(kNever);
    }

    // Either face counts. No hit on a triangle seen exactly edge on or behind the origin.
    [[nodiscard]] Hits intersect(const TriangleQuad& triangles) const;

private:
    std::array<float, 3> m_origin;
    std::array<float, 3> m_beyondOrigin,
        m_beforeOrigin;                // moved by the rounding that a triangle test may suffer
    std::array<float, 3> m_inverse;    // of the direction
    std::array<bool, 3> m_isBackward;  // enters a box through its highest plane
    std::size_t m_x, m_y, m_z;         // which axis plays which part; z is the longest of the direction
    std::array<float, 3> m_shear;
};

}  // namespace palpate::body
