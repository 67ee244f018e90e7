#include "body/surface_mesh.h"

#include "core/random.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <numeric>

using namespace palpate;
using body::SkinPoint;
using body::SurfaceMesh;
using body::Triangle;

namespace {

SkinPoint randomPoint(const SurfaceMesh& mesh, core::Random& random) {
    const auto triangle = static_cast<std::uint32_t>(random.below(mesh.triangles().size()));
    const double u = random.unit(), v = random.unit() * (1.0 - u);
    return {triangle, glm::vec3(u, v, 1.0 - u - v)};
}

bool isClosed(const SurfaceMesh& mesh) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> balance;
    for (const Triangle& t : mesh.triangles()) {
        for (std::size_t i = 0; i < 3; ++i)
            ++balance[{t[i], t[(i + 1) % 3]}];
    }
    return std::all_of(balance.begin(), balance.end(), [&](const auto& edge) {
        const auto back = balance.find({edge.first.second, edge.first.first});
        return edge.second == 1 && back != balance.end() && back->second == 1;
    });
}

}  // namespace

TEST_CASE("the test bodies are closed, face outwards and have the genus of a ball") {
    for (const SurfaceMesh& mesh :
         {test::makeSphere(0.5F, 3), test::makeCylinder(0.05F, 0.4F, 40, 50), test::makeLittleManMesh()}) {
        CHECK(isClosed(mesh));
        CHECK(mesh.vertexCount() == mesh.triangles().size() / 2 + 2);
        double volume = 0.0;
        for (const auto& [a, b, c] : mesh.triangles()) {
            volume += static_cast<double>(glm::dot(mesh.positions()[a],
                                                   glm::cross(mesh.positions()[b], mesh.positions()[c]))) /
                      6.0;
        }
        CHECK(volume > 0.0);
        std::vector<std::uint32_t> heap{0};
        std::vector<bool> seen(mesh.vertexCount(), false);
        seen[0] = true;
        for (std::size_t i = 0; i < heap.size(); ++i) {
            for (const std::uint32_t n : mesh.neighbours(heap[i])) {
                if (!seen[n]) heap.push_back(n);
                seen[n] = true;
            }
        }
        CHECK(heap.size() == mesh.vertexCount());
    }
    CHECK(test::makeLittleManMesh().vertexCount() > 4000);
    CHECK(test::makeLittleManMesh().vertexCount() < 12000);
}

TEST_CASE("the vertex areas sum to the area, which is that of the shape") {
    const SurfaceMesh sphere = test::makeSphere(0.5F, 5);
    const double sum = std::accumulate(sphere.vertexAreas().begin(), sphere.vertexAreas().end(), 0.0);
    CHECK(sum == doctest::Approx(sphere.area()).epsilon(1e-6));
    CHECK(sphere.area() == doctest::Approx(std::numbers::pi).epsilon(2e-3));
    CHECK(test::makePlane(0.2F, 40).area() == doctest::Approx(0.04).epsilon(1e-6));
}

TEST_CASE("computed normals of a ball point away from its centre") {
    const SurfaceMesh sphere = test::makeSphere(0.5F, 4);
    for (std::uint32_t v = 0; v < sphere.vertexCount(); ++v) {
        const glm::vec3 out = glm::normalize(sphere.positions()[v]);
        REQUIRE(glm::dot(sphere.normals()[v], out) > 0.999F);
        REQUIRE(glm::length(sphere.normals()[v]) == doctest::Approx(1.0).epsilon(1e-5));
    }
}

TEST_CASE("adjacency is ascending, symmetric and complete") {
    const SurfaceMesh mesh = test::makeLittleManMesh();
    std::size_t corners = 0, edges = 0;
    for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
        const auto neighbours = mesh.neighbours(v);
        const auto triangles = mesh.trianglesAround(v);
        REQUIRE(std::adjacent_find(neighbours.begin(), neighbours.end(), std::greater_equal<>()) ==
                neighbours.end());
        REQUIRE(std::adjacent_find(triangles.begin(), triangles.end(), std::greater_equal<>()) ==
                triangles.end());
        for (const std::uint32_t n : neighbours) {
            const auto back = mesh.neighbours(n);
            REQUIRE(n != v);
            REQUIRE(std::binary_search(back.begin(), back.end(), v));
        }
        for (const std::uint32_t t : triangles)
            REQUIRE(std::count(mesh.triangles()[t].begin(), mesh.triangles()[t].end(), v) == 1);
        corners += triangles.size();
        edges += neighbours.size();
    }
    CHECK(corners == 3 * mesh.triangles().size());
    CHECK(edges ==
          3 * mesh.triangles().size());  // closed: half as many edges again as triangles, each seen twice
}

TEST_CASE("mirroring a vertex twice gives it back, and everyone on a symmetric body has a partner") {
    const SurfaceMesh mesh = test::makeLittleManMesh();
    for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
        const std::uint32_t partner = mesh.mirrorOf(v);
        REQUIRE(partner != SurfaceMesh::kNoVertex);
        REQUIRE(mesh.mirrorOf(partner) == v);
        const glm::vec3 there = mesh.positions()[v];
        REQUIRE(mesh.positions()[partner] == glm::vec3(-there.x, there.y, there.z));
        if (there.x == 0.0F) REQUIRE(partner == v);
    }
}

TEST_CASE("mirroring finds partners a rounding away and leaves a vertex without one alone") {
    const SurfaceMesh plane = test::makePlane(0.2F, 20);
    core::Random random(3);
    std::vector<glm::vec3> positions(plane.positions().begin(), plane.positions().end());
    for (glm::vec3& p : positions)
        p += glm::vec3(random.between(-2e-5, 2e-5), random.between(-2e-5, 2e-5), 0.0);
    positions[0].y += 0.001F;
    const auto mesh =
        SurfaceMesh::create(positions, {}, {plane.triangles().begin(), plane.triangles().end()});
    REQUIRE(mesh.has_value());
    CHECK(mesh->mirrorOf(0) == SurfaceMesh::kNoVertex);
    for (std::uint32_t v = 0; v < mesh->vertexCount(); ++v) {
        if (plane.mirrorOf(v) != 0 && v != 0) REQUIRE(mesh->mirrorOf(v) == plane.mirrorOf(v));
    }
}

TEST_CASE("a place mirrored twice is the place itself, and lies across the midline") {
    const SurfaceMesh mesh = test::makeLittleManMesh();
    core::Random random(1);
    for (int i = 0; i < 2000; ++i) {
        const SkinPoint point = randomPoint(mesh, random);
        const auto across = mesh.mirrored(point);
        REQUIRE(across.has_value());
        const auto back = mesh.mirrored(*across);
        REQUIRE(back.has_value());
        CHECK(*back == point);
        const glm::vec3 here = mesh.position(point);
        CHECK(glm::distance(mesh.position(*across), glm::vec3(-here.x, here.y, here.z)) < 1e-6F);
    }
}

TEST_CASE("a place without a mirrored triangle has no mirrored place") {
    const auto mesh =
        SurfaceMesh::create({{0.1F, 0.0F, 0.0F}, {0.2F, 0.0F, 0.0F}, {0.1F, 0.1F, 0.0F}}, {}, {{0, 1, 2}});
    REQUIRE(mesh.has_value());
    CHECK_FALSE(mesh->mirrored({0, {0.2F, 0.3F, 0.5F}}).has_value());
}

TEST_CASE("the nearest vertex of a place is the corner with the largest weight") {
    const auto mesh =
        SurfaceMesh::create({{0.0F, 0.0F, 0.0F}, {1.0F, 0.0F, 0.0F}, {0.0F, 1.0F, 0.0F}}, {}, {{2, 0, 1}});
    REQUIRE(mesh.has_value());
    CHECK(mesh->nearestVertex({0, {0.2F, 0.5F, 0.3F}}) == 0);
    CHECK(mesh->nearestVertex({0, {0.4F, 0.4F, 0.2F}}) == 2);
    CHECK(mesh->position({0, {0.5F, 0.25F, 0.25F}}) == glm::vec3(0.25F, 0.5F, 0.0F));
    CHECK(mesh->normal({0, {0.5F, 0.25F, 0.25F}}) == glm::vec3(0.0F, 0.0F, 1.0F));
}

TEST_CASE("the topology id names triangles and their order, not the shape") {
    const SurfaceMesh small = test::makeSphere(0.1F, 2), large = test::makeSphere(0.7F, 2);
    CHECK(small.topologyId() == large.topologyId());
    CHECK(small.topologyId().size() == 16);
    std::vector<Triangle> swapped(small.triangles().begin(), small.triangles().end());
    std::swap(swapped[0], swapped[1]);
    const std::vector<glm::vec3> positions(small.positions().begin(), small.positions().end());
    CHECK(SurfaceMesh::create(positions, {}, swapped)->topologyId() != small.topologyId());
    CHECK(test::makeSphere(0.1F, 3).topologyId() != small.topologyId());
}

TEST_CASE("a mesh that is no mesh is refused with what is wrong with it") {
    const std::vector<glm::vec3> corners{{0.0F, 0.0F, 0.0F}, {1.0F, 0.0F, 0.0F}, {0.0F, 1.0F, 0.0F}};
    const auto complaint = [&](std::vector<glm::vec3> positions, std::vector<glm::vec3> normals,
                               std::vector<Triangle> triangles) {
        const auto mesh = SurfaceMesh::create(std::move(positions), std::move(normals), std::move(triangles));
        return mesh.has_value() ? std::string() : mesh.error().message();
    };
    CHECK(complaint(corners, {}, {}).find("no triangles") != std::string::npos);
    CHECK(complaint(corners, {}, {{0, 1, 3}}).find("vertex 3") != std::string::npos);
    CHECK(complaint(corners, {{0.0F, 0.0F, 1.0F}}, {{0, 1, 2}}).find("1 normals") != std::string::npos);
    std::vector<glm::vec3> broken = corners;
    broken[1].y = std::numeric_limits<float>::quiet_NaN();
    CHECK(complaint(broken, {}, {{0, 1, 2}}).find("Vertex 1") != std::string::npos);
    broken[1].y = std::numeric_limits<float>::infinity();
    CHECK(complaint(corners, broken, {{0, 1, 2}}).find("not finite") != std::string::npos);
    broken[1].y = 1.0e30F;
    CHECK(complaint(broken, {}, {{0, 1, 2}}).find("far too large") != std::string::npos);
}
