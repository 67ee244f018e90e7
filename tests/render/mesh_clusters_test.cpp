#include "render/mesh_clusters.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

using namespace palpate;
using namespace palpate::render;

TEST_CASE("clusters hold every triangle once") {
    const body::SurfaceMesh& mesh = test::makeTestBody()->mesh();
    const MeshClusters clusters(mesh);
    std::vector<body::Triangle> mine(clusters.triangles().begin(), clusters.triangles().end());
    std::vector<body::Triangle> all(mesh.triangles().begin(), mesh.triangles().end());
    std::sort(mine.begin(), mine.end());
    std::sort(all.begin(), all.end());
    CHECK(mine == all);
    std::uint32_t next = 0;
    for (const Cluster& cluster : clusters.clusters()) {
        CHECK(cluster.firstTriangle == next);
        CHECK(cluster.triangleCount >= 1);
        CHECK(cluster.triangleCount <= MeshClusters::kMostTriangles);
        next += cluster.triangleCount;
    }
    CHECK(next == all.size());
}

TEST_CASE("a cluster's ball and cone hold its corners and normals") {
    const body::SurfaceMesh mesh = test::makeSphere(0.3F, 4);
    const MeshClusters clusters(mesh);
    for (const Cluster& cluster : clusters.clusters()) {
        const auto triangles = clusters.trianglesOf(cluster);
        const auto normals = clusters.normalsOf(cluster);
        REQUIRE(normals.size() == triangles.size());
        for (std::size_t i = 0; i < triangles.size(); ++i) {
            CHECK(std::acos(std::min(1.0F, glm::dot(normals[i], cluster.axis))) <= cluster.spread);
            for (const std::uint32_t corner : triangles[i]) {
                CHECK(glm::distance(mesh.positions()[corner], cluster.centre) <= cluster.radius);
                CHECK(std::acos(std::min(1.0F, glm::dot(mesh.normals()[corner], cluster.axis))) <=
                      cluster.spread);
            }
        }
    }
    // Mostly full, or culling whole clusters would save nothing.
    CHECK(clusters.triangles().size() / clusters.clusters().size() > MeshClusters::kMostTriangles / 4);
}
