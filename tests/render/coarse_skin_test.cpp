#include "render/coarse_skin.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

using namespace palpate;
using namespace palpate::render;

namespace {

// Coarse where `isCoarse` says so, fine elsewhere.
template <typename Choice>
std::vector<body::Triangle> trianglesOf(const body::SurfaceMesh& mesh, const Choice& isCoarse) {
    const MeshClusters clusters(mesh);
    CoarseSkin coarse(mesh, clusters);
    std::vector<body::Triangle> all;
    for (std::size_t i = 0; i < clusters.clusters().size(); ++i) {
        const auto some = isCoarse(i) ? coarse.trianglesOf(i) : clusters.trianglesOf(clusters.clusters()[i]);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

// Every edge lies between two triangles that go along it in opposite ways, and no edge twice.
bool isClosed(const std::vector<body::Triangle>& triangles) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (const body::Triangle& t : triangles) {
        for (std::size_t i = 0; i < 3; ++i)
            if (!edges.emplace(t[i], t[(i + 1) % 3]).second) return false;
    }
    return std::all_of(edges.begin(), edges.end(), [&](const auto& edge) {
        return edges.contains({edge.second, edge.first});
    });
}

}  // namespace

TEST_CASE("coarse skin has about half of the triangles and is closed, also where it meets fine skin") {
    const body::SurfaceMesh sphere = test::makeSphere(0.3F, 5);
    const body::SurfaceMesh& man = test::makeTestBody()->mesh();
    for (const body::SurfaceMesh* const mesh : {&sphere, &man}) {
        const std::size_t fine = mesh->triangles().size();
        CAPTURE(fine);
        const auto coarse = trianglesOf(*mesh, [](std::size_t) { return true; });
        CHECK(coarse.size() < fine * 3 / 4);
        CHECK(coarse.size() > fine / 4);
        CHECK(isClosed(coarse));
        CHECK(isClosed(trianglesOf(*mesh, [](std::size_t i) { return i % 2 == 0; })));
        CHECK(isClosed(trianglesOf(*mesh, [](std::size_t i) { return i % 3 == 0; })));
    }
}

TEST_CASE("coarse skin faces outward and lies on the ball that it was taken from") {
    constexpr float kRadius = 0.3F;
    const body::SurfaceMesh mesh = test::makeSphere(kRadius, 5);
    for (const body::Triangle& t : trianglesOf(mesh, [](std::size_t) { return true; })) {
        const glm::vec3 a = mesh.positions()[t[0]], b = mesh.positions()[t[1]], c = mesh.positions()[t[2]];
        const glm::vec3 normal = glm::normalize(glm::cross(b - a, c - a));
        REQUIRE(glm::dot(normal, a) > 0.7F * kRadius);
        // The plane of a triangle cuts off less of the ball than twice what one vertex may be off by.
        REQUIRE(kRadius - glm::dot(normal, a) < 2.0F * CoarseSkin::kTolerance);
    }
}

TEST_CASE("the same cluster has the same coarse triangles whenever it is asked for") {
    const body::SurfaceMesh mesh = test::makeSphere(0.3F, 4);
    const MeshClusters clusters(mesh);
    CoarseSkin forwards(mesh, clusters), backwards(mesh, clusters);
    const std::size_t count = clusters.clusters().size();
    for (std::size_t i = count; i-- > 0;)
        (void)backwards.trianglesOf(i);
    for (std::size_t i = 0; i < count; ++i) {
        const auto one = forwards.trianglesOf(i), other = backwards.trianglesOf(i);
        REQUIRE(std::equal(one.begin(), one.end(), other.begin(), other.end()));
    }
}
