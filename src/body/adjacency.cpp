#include "body/adjacency.h"

#include <cstddef>
#include <numeric>

namespace palpate::body {

VertexLists trianglesAroundVertices(std::span<const Triangle> triangles, std::size_t vertexCount) {
    VertexLists around;
    around.start.assign(vertexCount + 1, 0);
    for (const Triangle& triangle : triangles) {
        for (const std::uint32_t corner : triangle)
            ++around.start[corner + 1];
    }
    std::partial_sum(around.start.begin(), around.start.end(), around.start.begin());
    around.items.resize(around.start.back());
    std::vector<std::uint32_t> next(around.start.begin(), around.start.end() - 1);
    for (std::uint32_t t = 0; t < triangles.size(); ++t) {
        for (const std::uint32_t corner : triangles[t])
            around.items[next[corner]++] = t;
    }
    return around;
}

VertexLists neighboursOfVertices(std::span<const Triangle> triangles, const VertexLists& around) {
    const std::size_t vertexCount = around.start.size() - 1;
    // Each triangle gives a vertex at most two neighbours.
    const auto roomOf = [&](std::size_t vertex) { return std::size_t{2} * around.start[vertex]; };
    std::vector<std::uint32_t> room(2 * around.items.size()), count(vertexCount, 0);
    // Every vertex tells its neighbours of itself, in ascending order: the lists come out sorted, and who was
    // told already is last in the list.
    for (std::uint32_t v = 0; v < vertexCount; ++v) {
        for (std::uint32_t i = around.start[v]; i < around.start[v + 1]; ++i) {
            for (const std::uint32_t corner : triangles[around.items[i]]) {
                const std::uint32_t told = count[corner], *const list = &room[roomOf(corner)];
                if (corner == v || (told > 0 && list[told - 1] == v)) continue;
                room[roomOf(corner) + told] = v;
                ++count[corner];
            }
        }
    }
    VertexLists neighbours;
    neighbours.start.reserve(vertexCount + 1);
    neighbours.start.push_back(0);
    neighbours.items.reserve(std::accumulate(count.begin(), count.end(), std::size_t{0}));
    for (std::uint32_t v = 0; v < vertexCount; ++v) {
        const auto list = std::span(room).subspan(roomOf(v), count[v]);
        neighbours.items.insert(neighbours.items.end(), list.begin(), list.end());
        neighbours.start.push_back(static_cast<std::uint32_t>(neighbours.items.size()));
    }
    return neighbours;
}

}  // namespace palpate::body
