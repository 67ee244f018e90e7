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

bool isNearer(const SkinDistance::Reached& a, const SkinDistance::Reached& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.vertex < b.vertex;
}

// A corner whose distance is known. In double, since differences of squares of nearly equal lengths follow.
struct Known {
    glm::dvec3 position;
    double distance;
};

// Distance of corner c when those of a and b are known. Unfolded into a plane, the source lies on the far
// side of ab at those distances; if the straight line from there to c crosses ab it is the way, else the way
// bends round a or b. This holds for obtuse corners too: the bent way is never too short, and a better one
// offered later replaces it.
double distanceAcross(const Known& knownA, const Known& knownB, const glm::dvec3& c) {
    const auto& [a, fromA] = knownA;
    const auto& [b, fromB] = knownB;
    const glm::dvec3 ab = b - a, ac = c - a;
    const double baseSquared = glm::dot(ab, ab), perBase = 1.0 / baseSquared;
    // In units of the base: along ab from a, and off its line; c on one side, the source on the other.
    const double cAlong = glm::dot(ac, ab) * perBase;
    const double cOffSquared = glm::dot(ac, ac) * perBase - cAlong * cAlong;
    const double squaredA = fromA * fromA * perBase;
    const double sourceAlong = 0.5 * (squaredA - fromB * fromB * perBase + 1.0);
    const double sourceOffSquared = squaredA - sourceAlong * sourceAlong;
    if (sourceOffSquared >= 0.0) {  // else no such point: the two distances came different ways
        const double sourceOff = std::sqrt(sourceOffSquared), cOff = std::sqrt(std::max(0.0, cOffSquared));
        const double apart = cAlong - sourceAlong, height = cOff + sourceOff;
        const double crossing = sourceAlong * height + apart * sourceOff;  // times the height
        if (crossing >= 0.0 && crossing <= height)
            return std::sqrt((apart * apart + height * height) * baseSquared);
    }
    return std::min(fromA + glm::length(ac), fromB + glm::length(c - b));
}

}  // namespace

SkinDistance::SkinDistance(const SurfaceMesh& mesh)
    : m_mesh(&mesh), m_distance(mesh.vertexCount(), kFar), m_accepted(mesh.vertexCount(), 0) {}

std::span<const SkinDistance::Reached> SkinDistance::within(const SkinPoint& from, float radius) {
    forget();
    m_front.clear(std::max(radius, kWorthwhile));
    const glm::vec3 source = m_mesh->position(from);
    for (const std::uint32_t corner : m_mesh->triangles()[from.triangle]) {
        offer(corner, glm::distance(source, m_mesh->positions()[corner]), radius);
    }
    while (const auto nearest = m_front.pop()) {
        const auto [vertex, distance] = *nearest;
        if (distance != m_distance[vertex]) continue;  // a shorter way was found meanwhile
        if (m_accepted[vertex] == 0) m_reached.push_back({vertex, distance});
        m_accepted[vertex] = 1;
        spreadFrom(vertex, radius);
    }
    for (Reached& reached : m_reached)
        reached.distance = m_distance[reached.vertex];
    // Those that a shorter way was found to after their turn are seldom.
    if (!std::is_sorted(m_reached.begin(), m_reached.end(), isNearer))
        std::sort(m_reached.begin(), m_reached.end(), isNearer);
    return m_reached;
}

void SkinDistance::offer(std::uint32_t vertex, float distance, float radius) {
    if (!(distance <= radius) || !(distance < m_distance[vertex])) return;
    if (m_accepted[vertex] != 0 && m_distance[vertex] - distance < kWorthwhile) return;
    if (m_distance[vertex] == kFar) m_touched.push_back(vertex);
    m_distance[vertex] = distance;
    m_front.push({vertex, distance});
}

void SkinDistance::spreadFrom(std::uint32_t vertex, float radius) {
    for (const std::uint32_t triangle : m_mesh->trianglesAround(vertex)) {
        spreadOver(m_mesh->triangles()[triangle], vertex, radius);
    }
}

void SkinDistance::spreadOver(const Triangle& corners, std::uint32_t known, float radius) {
    const auto positions = m_mesh->positions();
    const float fromKnown = m_distance[known];
    const auto knownAt = [&](std::uint32_t vertex) {
        return Known{positions[vertex], static_cast<double>(m_distance[vertex])};
    };
    for (const std::uint32_t target : corners) {
        if (target == known) continue;
        const std::uint32_t other = corners[0] ^ corners[1] ^ corners[2] ^ target ^ known;
        // A target nearer than both others was passed by the front before it came to either of them: nothing
        // to gain across them, unless that corner is wider than about 120 degrees.
        const bool isOtherKnown = m_accepted[other] != 0;
        const float nearest = isOtherKnown ? std::min(fromKnown, m_distance[other]) : fromKnown;
        if (m_distance[target] <= nearest) continue;
        const double distance =
            isOtherKnown
                ? distanceAcross(knownAt(known), knownAt(other), positions[target])
                : static_cast<double>(fromKnown + glm::distance(positions[known], positions[target]));
        offer(target, static_cast<float>(distance), radius);
    }
}

void SkinDistance::forget() {
    for (const std::uint32_t vertex : m_touched) {
        m_distance[vertex] = kFar;
        m_accepted[vertex] = 0;
    }
    m_touched.clear();
    m_reached.clear();
}

}  // namespace palpate::body
