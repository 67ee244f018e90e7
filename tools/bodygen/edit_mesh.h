#pragma once

#include "bodygen/mesh.h"

#include <optional>

namespace palpate::bodygen {

// A triangle mesh that can be split, collapsed and flipped in place; manifold before and after every
// operation. Its open border, if any, is the mid-plane: points marked as midline. An inner edge never joins
// two midline points, so that the mesh and its mirror image can be welded.
class EditMesh {
public:
    // Points with x == 0 are the midline.
    explicit EditMesh(const Mesh& mesh);

    struct Edge {
        std::uint32_t a = 0, b = 0;  // a < b
    };
    [[nodiscard]] std::vector<Edge> edges() const;  // in ascending order
    [[nodiscard]] Mesh compacted() const;

    [[nodiscard]] std::size_t pointCount() const { return m_points.size(); }
    [[nodiscard]] bool alive(std::uint32_t v) const { return !m_star[v].empty(); }
    [[nodiscard]] bool onMidline(std::uint32_t v) const { return m_midline[v] != 0; }
    [[nodiscard]] const Vec3& point(std::uint32_t v) const { return m_points[v]; }
    void move(std::uint32_t v, const Vec3& to) { m_points[v] = to; }
    [[nodiscard]] bool isEdge(const Edge& edge) const;
    [[nodiscard]] double length(const Edge& edge) const;
    [[nodiscard]] const std::vector<std::uint32_t>& star(std::uint32_t v) const { return m_star[v]; }
    [[nodiscard]] const Triangle& triangle(std::uint32_t t) const { return m_triangles[t]; }
    [[nodiscard]] std::vector<std::uint32_t> neighbours(std::uint32_t v) const;  // ascending
    // The midline points joined to a midline point by a border edge.
    [[nodiscard]] std::vector<std::uint32_t> borderNeighbours(std::uint32_t v) const;

    // Puts a point in the middle of the edge; returns its number.
    std::uint32_t split(const Edge& edge);

    struct CollapseLimits {
        double largestTurn = 1.36;  // radians that a triangle's normal may turn
        double longestEdge = 1.0;   // metres
    };
    // Merges the edge into one point. Nothing happens (nullopt) where the mesh would fold, tear, or get too
    // long an edge; otherwise the number of the point that stays.
    std::optional<std::uint32_t> collapse(const Edge& edge, const CollapseLimits& limits);

    // Replaces the edge by the other diagonal of its two triangles if that makes valences more regular or, at
    // equal valences (or always, with byAngleOnly), the smallest angle larger.
    bool flipIfBetter(const Edge& edge, bool byAngleOnly);

private:
    struct Wings {
        std::uint32_t count = 0;  // triangles at the edge: 1 on the border
        std::array<std::uint32_t, 2> triangles{};
        std::array<std::uint32_t, 2> tips{};  // the third points
    };
    [[nodiscard]] Wings wings(const Edge& edge) const;
    [[nodiscard]] bool mayCollapse(std::uint32_t kept, std::uint32_t gone, const Wings& wings) const;
    [[nodiscard]] bool keepsShape(std::uint32_t kept, std::uint32_t gone, const Vec3& to,
                                  const CollapseLimits& limits) const;
    [[nodiscard]] int irregularity(std::uint32_t v, int change) const;
    void unlink(std::uint32_t v, std::uint32_t triangle);

    std::vector<Vec3> m_points;
    std::vector<char> m_midline;
    std::vector<Triangle> m_triangles;  // a dead one has three equal points
    std::vector<std::vector<std::uint32_t>> m_star;
};

// Smallest inner angle, radians.
double smallestAngle(const Vec3& a, const Vec3& b, const Vec3& c);

}  // namespace palpate::bodygen
