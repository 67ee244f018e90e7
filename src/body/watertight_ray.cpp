#include "body/watertight_ray.h"

#include <glm/common.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::body {

namespace {

// Rounding of a sheared corner, in units of the farthest coordinate: three roundings of numbers up to twice
// that size, and as many again in the slab test. Generous, since a box too many costs little.
constexpr float kRounding = 16.0F * std::numeric_limits<float>::epsilon();

// Instead of infinity for an axis along which the ray does not move: times 0 it is still a number.
constexpr float kSteepest = 1.0e30F;

std::size_t longestAxis(const glm::vec3& v) {
    const glm::vec3 size(std::abs(v.x), std::abs(v.y), std::abs(v.z));
    if (size.x >= size.y && size.x >= size.z) return 0;
    return size.y >= size.z ? 1 : 2;
}

// Sheared corners of four triangles. [axis]
using Corner = std::array<Lanes, 3>;

// Twice the signed area of the origin, p and q in the plane. Rounding may make it 0 but never gives it the
// wrong sign, and 0 counts as inside: then both neighbours of an edge are hit, never neither.
Lanes edge(const Corner& p, const Corner& q) {
    return p[0] * q[1] - p[1] * q[0];
}

float farthestCoordinate(const glm::vec3& origin, const Box& world) {
    const glm::vec3 reach = glm::max(glm::abs(world.lowest - origin), glm::abs(world.highest - origin));
    return std::max({reach.x, reach.y, reach.z});
}

}  // namespace

WatertightRay::WatertightRay(const glm::vec3& origin, const glm::vec3& direction, const Box& world)
    : m_z(longestAxis(direction)) {
    const float slack = kRounding * farthestCoordinate(origin, world);
    for (int axis = 0; axis < 3; ++axis) {
        const auto i = static_cast<std::size_t>(axis);
        m_origin[i] = origin[axis];
        m_beyondOrigin[i] = origin[axis] + slack;
        m_beforeOrigin[i] = origin[axis] - slack;
        m_inverse[i] = std::clamp(1.0F / direction[axis], -kSteepest, kSteepest);
        m_isBackward[i] = m_inverse[i] < 0.0F;
    }
    m_x = (m_z + 1) % 3;
    m_y = (m_x + 1) % 3;
    const auto along = [&direction](std::size_t axis) { return direction[static_cast<int>(axis)]; };
    // Keeps the winding as it was.
    if (along(m_z) < 0.0F) std::swap(m_x, m_y);
    m_shear = {along(m_x) / along(m_z), along(m_y) / along(m_z), 1.0F / along(m_z)};
}

WatertightRay::Hits WatertightRay::intersect(const TriangleQuad& triangles) const {
    const auto sheared = [this](const Corner& corner) {
        const Lanes x = corner[m_x] - m_origin[m_x], y = corner[m_y] - m_origin[m_y];
        const Lanes z = corner[m_z] - m_origin[m_z];
        return Corner{x - m_shear[0] * z, y - m_shear[1] * z, z};
    };
    const Corner a = sheared(triangles.corners[0]), b = sheared(triangles.corners[1]),
                 c = sheared(triangles.corners[2]);
    const Lanes u = edge(c, b), v = edge(a, c), w = edge(b, a);
    const Lanes sum = u + v + w;
    const auto outside = ((u < 0.0F) | (v < 0.0F) | (w < 0.0F)) & ((u > 0.0F) | (v > 0.0F) | (w > 0.0F));
    Hits hits;
    hits.barycentric = {u / sum + 0.0F, v / sum + 0.0F, w / sum + 0.0F};  // no -0
    const Lanes distance =
        m_shear[2] * (hits.barycentric[0] * a[2] + hits.barycentric[1] * b[2] + hits.barycentric[2] * c[2]);
    // Not a number where there is no area: no comparison holds for it.
    const auto hit = ~outside & (sum != 0.0F) & (distance >= 0.0F);
    hits.distance = hit ? distance : allLanes(kNever);
    return hits;
}

}  // namespace palpate::body
