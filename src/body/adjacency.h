#pragma once

#include "body/surface_mesh.h"

#include <cstdint>
#include <span>
#include <vector>

namespace palpate::body {

// Lists of numbers, one list a vertex, stored in one piece: list v is items[start[v]] .. items[start[v + 1]].
struct VertexLists {
    std::vector<std::uint32_t> start, items;
};

// The triangles around each vertex, ascending.
[[nodiscard]] VertexLists trianglesAroundVertices(std::span<const Triangle> triangles,
                                                  std::size_t vertexCount);

// The vertices joined to each vertex by an edge, ascending, each once.
[[nodiscard]] VertexLists neighboursOfVertices(std::span<const Triangle> triangles,
                                               const VertexLists& around);

// The vertex at (-x, y, z) for each vertex: the one exactly there if there is one, else the nearest within
// 0.1 mm. Two vertices are partners only of each other; who has no such partner gets SurfaceMesh::kNoVertex.
[[nodiscard]] std::vector<std::uint32_t> mirrorPartners(std::span<const glm::vec3> positions);

}  // namespace palpate::body
