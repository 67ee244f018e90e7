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

glm::length_t longestAxis(const glm::vec3& v) {
    const glm::vec3 size(std::abs(v.x), std::abs(v.y), std::abs(v.z));
    if (size.x >= size.y && size.x >= size.z) return 0;
    return size.y >= size.z ? 1 : 2;
}

// Twice the signed area of the origin, p and q in the plane. Rounding may make it 0 but never gives it the
// wrong sign, and 0 counts as inside: then both neighbours of an edge are hit, never neither.
float edge(const glm::vec3& p, const glm::vec3& q) {
    return p.x * q.y - p.y * q.x;
}

float farthestCoordinate(const glm::vec3& origin, const Box& world) {
    const glm::vec3 reach = glm::max(glm::abs(world.lowest - origin), glm::abs(world.highest - origin));
    return std::max({reach.x, reach.y, reach.z});
}

}  // namespace

WatertightRay::WatertightRay(const glm::vec3& origin, const glm::vec3& direction, const Box& world)
    : m_origin(origin),
      m_inverse(glm::clamp(1.0F / direction, glm::vec3(-kSteepest), glm::vec3(kSteepest))),
      m_z(longestAxis(direction)) {
    const float slack = kRounding * farthestCoordinate(origin, world);
    m_beyondOrigin = origin + slack;
    m_beforeOrigin = origin - slack;
    m_x = (m_z + 1) % 3;
    m_y = (m_x + 1) % 3;
    // Keeps the winding as it was.
    if (direction[m_z] < 0.0F) std::swap(m_x, m_y);
    m_shear = {direction[m_x] / direction[m_z], direction[m_y] / direction[m_z], 1.0F / direction[m_z]};
}

std::optional<WatertightRay::Hit> WatertightRay::intersect(const glm::vec3& cornerA, const glm::vec3& cornerB,
                                                           const glm::vec3& cornerC) const {
    const auto sheared = [this](const glm::vec3& corner) {
        const glm::vec3 p = corner - m_origin;
        return glm::vec3(p[m_x] - m_shear.x * p[m_z], p[m_y] - m_shear.y * p[m_z], p[m_z]);
    };
    const glm::vec3 a = sheared(cornerA), b = sheared(cornerB), c = sheared(cornerC);
    const float u = edge(c, b), v = edge(a, c), w = edge(b, a);
    if ((u < 0.0F || v < 0.0F || w < 0.0F) && (u > 0.0F || v > 0.0F || w > 0.0F)) return std::nullopt;
    const float sum = u + v + w;
    if (sum == 0.0F) return std::nullopt;
    const glm::vec3 weights = glm::vec3(u, v, w) / sum + 0.0F;  // no -0
    const float distance = m_shear.z * (weights.x * a.z + weights.y * b.z + weights.z * c.z);
    if (!(distance >= 0.0F)) return std::nullopt;
    return Hit{weights, distance};
}

}  // namespace palpate::body
