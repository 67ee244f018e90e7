#include "body/skin_distance.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace palpate::body {

namespace {

constexpr float kFar = std::numeric_limits<float>::infinity();
// A shorter way must be shorter by this much (metres) to be spread again: a hundredth of a hair, but far more
// than rounding, so that the march always ends.
constexpr float kWorthwhile = 1.0e-6F;

// Strict weak order that makes std::*_heap keep the nearest on top, ties by vertex number.
bool isFarther(const SkinDistance::Reached& a, const SkinDistance::Reached& b) {
    return a.distance != b.distance ? a.distance > b.distance : a.vertex > b.vertex;
}

// Distance of corner c when those of a and b are known. Unfolded into a plane, the source lies on the far
// side of ab at those distances; if the straight line from there to c crosses ab it is the way, else the way
// bends round a or b. This holds for obtuse corners too: the bent way is never too short, and a better one
// offered later replaces it.
double distanceAcross(const glm::dvec3& a, double fromA, const glm::dvec3& b, double fromB,
                      const glm::dvec3& c) {
    const glm::dvec3 ab = b - a, ac = c - a;
    const double base = glm::length(ab);
    const double roundA = fromA + glm::length(ac), roundB = fromB + glm::length(c - b);
    const double bent = std::min(roundA, roundB);
    if (base <= 0.0) return bent;
    // Along and off the line ab; c on the positive side, the source on the negative one.
    const double cAlong = glm::dot(ac, ab) / base;
    const double cOff = std::sqrt(std::max(0.0, glm::dot(ac, ac) - cAlong * cAlong));
    const double sourceAlong = (fromA * fromA - fromB * fromB + base * base) / (2.0 * base);
    const double offSquared = fromA * fromA - sourceAlong * sourceAlong;
    if (offSquared < 0.0) return bent;  // no such point: the two distances came different ways
    const double sourceOff = std::sqrt(offSquared);
    const double height = cOff + sourceOff;
    if (height <= 0.0) return bent;
    const double crossing = sourceAlong + (cAlong - sourceAlong) * (sourceOff / height);
    if (crossing < 0.0 || crossing > base) return bent;
    return std::hypot(cAlong - sourceAlong, height);
}

}  // namespace

SkinDistance::SkinDistance(const SurfaceMesh& mesh)
    : m_mesh(&mesh), m_distance(mesh.vertexCount(), kFar), m_accepted(mesh.vertexCount(), 0) {}

std::span<const SkinDistance::Reached> SkinDistance::within(const SkinPoint& from, float radius) {
    forget();
    const glm::vec3 source = m_mesh->position(from);
    for (const std::uint32_t corner : m_mesh->triangles()[from.triangle]) {
        offer(corner, glm::distance(source, m_mesh->positions()[corner]), radius);
    }
    while (!m_front.empty()) {
        std::pop_heap(m_front.begin(), m_front.end(), isFarther);
        const Reached nearest = m_front.back();
        m_front.pop_back();
        if (nearest.distance != m_distance[nearest.vertex]) continue;  // a shorter way was found meanwhile
        m_accepted[nearest.vertex] = 1;
        spreadFrom(nearest.vertex, radius);
    }
    for (const std::uint32_t vertex : m_touched)
        m_reached.push_back({vertex, m_distance[vertex]});
    std::sort(m_reached.begin(), m_reached.end(),
              [](const Reached& a, const Reached& b) { return isFarther(b, a); });
    return m_reached;
}

void SkinDistance::offer(std::uint32_t vertex, float distance, float radius) {
    if (!(distance <= radius) || !(distance < m_distance[vertex])) return;
    if (m_accepted[vertex] != 0 && m_distance[vertex] - distance < kWorthwhile) return;
    if (m_distance[vertex] == kFar) m_touched.push_back(vertex);
    m_distance[vertex] = distance;
    m_front.push_back({vertex, distance});
    std::push_heap(m_front.begin(), m_front.end(), isFarther);
}

void SkinDistance::spreadFrom(std::uint32_t vertex, float radius) {
    for (const std::uint32_t triangle : m_mesh->trianglesAround(vertex)) {
        spreadOver(m_mesh->triangles()[triangle], vertex, radius);
    }
}

void SkinDistance::spreadOver(const Triangle& corners, std::uint32_t known, float radius) {
    const auto positions = m_mesh->positions();
    const double fromKnown = m_distance[known];
    for (std::size_t i = 0; i < 3; ++i) {
        const std::uint32_t target = corners[i];
        if (target == known) continue;
        const std::uint32_t other = corners[0] ^ corners[1] ^ corners[2] ^ target ^ known;
        const double distance =
            m_accepted[other] != 0
                ? distanceAcross(positions[known], fromKnown, positions[other], m_distance[other],
                                 positions[target])
                : fromKnown + static_cast<double>(glm::distance(positions[known], positions[target]));
        offer(target, static_cast<float>(distance), radius);
    }
}

void SkinDistance::forget() {
    for (const std::uint32_t vertex : m_touched) {
        m_distance[vertex] = kFar;
        m_accepted[vertex] = 0;
    }
    m_touched.clear();
    m_front.clear();
    m_reached.clear();
}

}  // namespace palpate::body
