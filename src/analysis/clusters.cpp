#include "analysis/clusters.h"

#include "core/check.h"

namespace palpate::analysis {

namespace {

// Everything painted that hangs together with `start`.
std::vector<std::uint32_t> connectedWith(const body::SurfaceMesh& mesh, std::span<const map::Value> values,
                                         std::uint32_t start, std::vector<bool>& seen) {
    std::vector<std::uint32_t> cluster{start};
    seen[start] = true;
    for (std::size_t at = 0; at < cluster.size(); ++at) {
        for (const std::uint32_t next : mesh.neighbours(cluster[at])) {
            if (seen[next] || !map::isPainted(values[next])) continue;
            seen[next] = true;
            cluster.push_back(next);
        }
    }
    return cluster;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> findClusters(const body::SurfaceMesh& mesh,
                                                     std::span<const map::Value> values) {
    core::check(values.size() == mesh.vertexCount(), "a layer holds one value for each vertex of its body");
    std::vector<bool> seen(values.size(), false);
    std::vector<std::vector<std::uint32_t>> clusters;
    for (std::uint32_t vertex = 0; vertex < values.size(); ++vertex) {
        if (!map::isPainted(values[vertex]) || seen[vertex]) continue;
        clusters.push_back(connectedWith(mesh, values, vertex, seen));
    }
    return clusters;
}

int countClusters(const body::SurfaceMesh& mesh, std::span<const map::Value> values) {
    return static_cast<int>(findClusters(mesh, values).size());
}

}  // namespace palpate::analysis
