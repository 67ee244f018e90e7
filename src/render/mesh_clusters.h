#pragma once

#include "body/surface_mesh.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace palpate::render {

// A patch of neighbouring triangles that face roughly the same way.
struct Cluster {
    std::uint32_t firstTriangle = 0;  // of MeshClusters::triangles()
    std::uint32_t triangleCount = 0;
    glm::vec3 centre{0.0F};  // of a ball around all its corners, metres
    float radius = 0.0F;
    glm::vec3 axis{0.0F, 0.0F, 1.0F};  // mean direction; unit
    float spread = 0.0F;  // radians: no normal of its triangles or corners is farther from `axis`
    float sineOfSpread = 0.0F, cosineOfSpread = 1.0F;
};

// The triangles of a mesh, reordered into clusters, so that whole clusters can be left out of a picture.
// The same mesh gives the same clusters.
class MeshClusters {
public:
    static constexpr std::uint32_t kMostTriangles = 64;

    explicit MeshClusters(const body::SurfaceMesh& mesh);

    [[nodiscard]] std::span<const Cluster> clusters() const { return m_clusters; }
    [[nodiscard]] std::span<const body::Triangle> triangles() const { return m_triangles; }
    [[nodiscard]] std::span<const body::Triangle> trianglesOf(const Cluster& cluster) const {
        return triangles().subspan(cluster.firstTriangle, cluster.triangleCount);
    }
    // Which way each of triangles() faces; unit.
    [[nodiscard]] std::span<const glm::vec3> normalsOf(const Cluster& cluster) const {
        return std::span(m_normals).subspan(cluster.firstTriangle, cluster.triangleCount);
    }

private:
    std::vector<Cluster> m_clusters;
    std::vector<body::Triangle> m_triangles;
    std::vector<glm::vec3> m_normals;
};

}  // namespace palpate::render
