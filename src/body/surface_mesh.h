#pragma once

#include "body/skin_point.h"
#include "core/result.h"

#include <glm/vec3.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::body {

using Triangle = std::array<std::uint32_t, 3>;

// Axis-aligned box in metres; empty while lowest > highest.
struct Box {
    glm::vec3 lowest{1.0e30F};
    glm::vec3 highest{-1.0e30F};

    void add(const glm::vec3& point);
    [[nodiscard]] glm::vec3 centre() const { return (lowest + highest) * 0.5F; }
    [[nodiscard]] glm::vec3 size() const { return highest - lowest; }
};

// A triangle mesh with shared vertices and what painting needs to know about it. Metres, Y up, the body faces
// +Z, its left is +X. Never changes after it was made.
class SurfaceMesh {
public:
    static constexpr std::uint32_t kNoVertex = 0xffffffffU;

    // `normals` is empty (then area-weighted ones are computed) or holds one unit vector a vertex.
    // Errors: no triangles, an index out of range, a number that is not finite or beyond 1000 km, counts that
    // do not match.
    static core::Result<SurfaceMesh> create(std::vector<glm::vec3> positions, std::vector<glm::vec3> normals,
                                            std::vector<Triangle> triangles);

    [[nodiscard]] std::size_t vertexCount() const { return m_positions.size(); }
    [[nodiscard]] std::span<const glm::vec3> positions() const { return m_positions; }
    [[nodiscard]] std::span<const glm::vec3> normals() const { return m_normals; }
    [[nodiscard]] std::span<const Triangle> triangles() const { return m_triangles; }

    // A third of the area of the triangles around each vertex, in square metres.
    [[nodiscard]] std::span<const float> vertexAreas() const { return m_vertexAreas; }
    [[nodiscard]] double area() const { return m_area; }  // square metres
    [[nodiscard]] const Box& bounds() const { return m_bounds; }

    // Vertices joined to `vertex` by an edge, ascending.
    [[nodiscard]] std::span<const std::uint32_t> neighbours(std::uint32_t vertex) const;
    // Triangles that have `vertex` as a corner, ascending.
    [[nodiscard]] std::span<const std::uint32_t> trianglesAround(std::uint32_t vertex) const;
    // The vertex at (-x, y, z), found once when the mesh is made; kNoVertex where there is none within 0.1
    // mm.
    [[nodiscard]] std::uint32_t mirrorOf(std::uint32_t vertex) const { return m_mirror[vertex]; }

    // FNV-1a over the vertex count and the triangle indices, 16 hexadecimal digits: what a map is tied to.
    [[nodiscard]] const std::string& topologyId() const { return m_topologyId; }

    [[nodiscard]] glm::vec3 position(const SkinPoint& point) const;
    [[nodiscard]] glm::vec3 normal(const SkinPoint& point) const;  // unit, interpolated
    // The corner of the point's triangle with the largest weight; of equal ones the first.
    [[nodiscard]] std::uint32_t nearestVertex(const SkinPoint& point) const;
    // The same place on the other side of the body. Empty if the triangle has no mirrored partner.
    [[nodiscard]] std::optional<SkinPoint> mirrored(const SkinPoint& point) const;

private:
    SurfaceMesh() = default;
    void measure();  // bounds and areas

    std::vector<glm::vec3> m_positions;
    std::vector<glm::vec3> m_normals;
    std::vector<Triangle> m_triangles;
    std::vector<float> m_vertexAreas;
    std::vector<std::uint32_t> m_neighbourStart, m_neighbours;
    std::vector<std::uint32_t> m_triangleStart, m_trianglesAround;
    std::vector<std::uint32_t> m_mirror;
    std::string m_topologyId;
    Box m_bounds;
    double m_area = 0.0;
};

}  // namespace palpate::body
