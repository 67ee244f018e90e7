#pragma once

#include "body/surface_mesh.h"

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <queue>
#include <unordered_map>
#include <utility>
#include <vector>

#include <glm/geometric.hpp>

namespace palpate::test {

// Ways along the skin from a point, by plain Dijkstra on a refined graph: the vertices and kBetween points on
// every edge, all points on a triangle's border joined by straight lines across it. A way of the graph lies
// on the skin, so it is never shorter than the shortest way along the skin: a vertex within some distance
// here is within it along the skin. It shares no code and no idea with body::SkinDistance.
class RefinedDistance {
public:
    static constexpr std::uint32_t kBetween = 4;

    explicit RefinedDistance(const body::SurfaceMesh& mesh) : m_mesh(mesh) {
        std::unordered_map<std::uint64_t, std::uint32_t> edges;
        for (const body::Triangle& corners : mesh.triangles()) {
            std::array<std::uint32_t, 3> ofTriangle{};
            for (std::size_t side = 0; side < 3; ++side) {
                const std::uint32_t a = std::min(corners[side], corners[(side + 1) % 3]);
                const std::uint32_t b = std::max(corners[side], corners[(side + 1) % 3]);
                const auto [found, isNew] = edges.try_emplace((std::uint64_t{a} << 32U) | b,
                                                              static_cast<std::uint32_t>(m_ends.size()));
                if (isNew) {
                    m_ends.emplace_back(a, b);
                    m_sides.push_back({kNone, kNone});
                }
                auto& sides = m_sides[found->second];
                sides[sides[0] == kNone ? 0 : 1] = static_cast<std::uint32_t>(m_edges.size());
                ofTriangle[side] = found->second;
            }
            m_edges.push_back(ofTriangle);
        }
        m_way.assign(mesh.vertexCount() + m_ends.size() * kBetween, kFar);
    }

    // Metres per vertex; infinite for what is farther than `farthest`. Valid until the next call.
    const std::vector<float>& from(const body::SkinPoint& point, float farthest) {
        for (const std::uint32_t node : m_touched)
            m_way[node] = kFar;
        m_touched.clear();
        m_farthest = farthest;
        offerAround(point.triangle, m_mesh.position(point), 0.0F);
        while (!m_next.empty()) {
            const auto [way, node] = m_next.top();
            m_next.pop();
            if (way > m_way[node]) continue;
            if (node < m_mesh.vertexCount()) {
                for (const std::uint32_t triangle : m_mesh.trianglesAround(node))
                    offerAround(triangle, m_mesh.positions()[node], way);
                continue;
            }
            for (const std::uint32_t triangle : m_sides[edgeOf(node)])
                if (triangle != kNone) offerAround(triangle, positionOf(node), way);
        }
        return m_way;
    }

private:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    static constexpr float kFar = std::numeric_limits<float>::infinity();
    using Entry = std::pair<float, std::uint32_t>;

    [[nodiscard]] std::uint32_t edgeOf(std::uint32_t node) const {
        return (node - static_cast<std::uint32_t>(m_mesh.vertexCount())) / kBetween;
    }
    [[nodiscard]] glm::vec3 positionOf(std::uint32_t node) const {
        const auto vertices = static_cast<std::uint32_t>(m_mesh.vertexCount());
        if (node < vertices) return m_mesh.positions()[node];
        const auto [a, b] = m_ends[edgeOf(node)];
        const auto place = static_cast<float>((node - vertices) % kBetween + 1) / (kBetween + 1);
        return glm::mix(m_mesh.positions()[a], m_mesh.positions()[b], place);
    }
    void offer(std::uint32_t node, const glm::vec3& at, float way) {
        const float longer = way + glm::distance(at, positionOf(node));
        if (longer > m_farthest || longer >= m_way[node]) return;
        if (m_way[node] == kFar) m_touched.push_back(node);
        m_way[node] = longer;
        m_next.emplace(longer, node);
    }
    void offerAround(std::uint32_t triangle, const glm::vec3& at, float way) {
        for (const std::uint32_t corner : m_mesh.triangles()[triangle])
            offer(corner, at, way);
        for (const std::uint32_t edge : m_edges[triangle]) {
            for (std::uint32_t i = 0; i < kBetween; ++i)
                offer(static_cast<std::uint32_t>(m_mesh.vertexCount()) + edge * kBetween + i, at, way);
        }
    }

    const body::SurfaceMesh& m_mesh;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_ends;  // of each edge
    std::vector<std::array<std::uint32_t, 2>> m_sides;            // the triangles on either side of it
    std::vector<std::array<std::uint32_t, 3>> m_edges;            // of each triangle
    std::vector<float> m_way;
    std::vector<std::uint32_t> m_touched;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_next;
    float m_farthest = 0.0F;
};

}  // namespace palpate::test
