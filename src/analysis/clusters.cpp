#include "analysis/clusters.h"

#include "core/check.h"

#include <cstdint>
#include <vector>

namespace palpate::analysis {

namespace {

// Walks through everything painted that hangs together with `start`.
void markConnected(const body::SurfaceMesh& mesh, std::span<const map::Value> values, std::uint32_t start,
                   std::vector<bool>& seen) {
    std::vector<std::uint32_t> waiting{start};
    seen[start] = true;
    while (!waiting.empty()) {
        const std::uint32_t vertex = waiting.back();
        waiting.pop_back();
        for (const std::uint32_t next : mesh.neighbours(vertex)) {
            if (seen[next] || !map::isPainted(values[next])) continue;
            seen[next] = true;
            waiting.push_back(next);
        }
    }
}

}  // namespace

int countClusters(const body::SurfaceMesh& mesh, std::span<const map::Value> values) {
    core::check(values.size() == mesh.vertexCount(), "a layer holds one value for each vertex of its body");
    std::vector<bool> seen(values.size(), false);
    int clusters = 0;
    for (std::uint32_t vertex = 0; vertex < values.size(); ++vertex) {
        if (seen[vertex] || !map::isPainted(values[vertex])) continue;
        ++clusters;
        markConnected(mesh, values, vertex, seen);
    }
    return clusters;
}

}  // namespace palpate::analysis
