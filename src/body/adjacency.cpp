#include "body/adjacency.h"

#include <algorithm>
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
    VertexLists neighbours;
    neighbours.start.reserve(vertexCount + 1);
    neighbours.start.push_back(0);
    neighbours.items.reserve(around.items.size() + around.items.size() / 8);
    std::vector<std::uint32_t> own;
    for (std::uint32_t v = 0; v < vertexCount; ++v) {
        own.clear();
        for (std::uint32_t i = around.start[v]; i < around.start[v + 1]; ++i) {
            for (const std::uint32_t corner : triangles[around.items[i]]) {
                if (corner != v) own.push_back(corner);
            }
        }
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
        neighbours.items.insert(neighbours.items.end(), own.begin(), own.end());
        neighbours.start.push_back(static_cast<std::uint32_t>(neighbours.items.size()));
    }
    return neighbours;
}

}  // namespace palpate::body
