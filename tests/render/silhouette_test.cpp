#include "render/silhouette.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <cmath>

using namespace palpate;
using namespace palpate::render;

TEST_CASE("the silhouette of a ball is one ring as wide as the ball") {
    const body::SurfaceMesh mesh = test::makeSphere(0.3F, 5);
    const MeshClusters clusters(mesh);
    for (const float yaw : {0.0F, 33.0F, 200.0F}) {
        body::Camera camera;
        camera.projection = body::Camera::Projection::Orthographic;
        camera.target = glm::vec3(0.0F);
        camera.height = 1.0F;
        camera.yawDegrees = yaw;
        camera.pitchDegrees = 20.0F;
        const auto line = traceSilhouette(mesh, clusters, View(camera, {500, 500}), 3.0F);
        REQUIRE(line.size() > 40);
        std::size_t steps = 0;
        std::uint32_t at = 0;
        do {
            CHECK(std::abs(glm::dot(line[at].position, camera.towardsEye())) < 0.01F);
            CHECK(glm::length(line[at].position) == doctest::Approx(0.3).epsilon(0.01));
            CHECK(line[at].slope == doctest::Approx(1.0 / 0.3).epsilon(0.25));
            at = line[at].next;
            ++steps;
        } while (at != 0 && at != ContourPoint::kNone && steps <= line.size());
        CHECK(at == 0);
        CHECK(steps == line.size());
    }
}

TEST_CASE("points of a silhouette keep their distance on the picture") {
    const body::SurfaceMesh mesh = test::makeSphere(0.3F, 5);
    body::Camera camera;
    camera.target = glm::vec3(0.0F);
    camera.height = 1.0F;
    const View view(camera, {500, 500});
    const auto line = traceSilhouette(mesh, MeshClusters(mesh), view, 8.0F);
    REQUIRE(line.size() > 20);
    int shorter = 0;
    for (const ContourPoint& point : line) {
        shorter += glm::distance(view.project(point.position), view.project(line[point.next].position)) < 8.0F
                       ? 1
                       : 0;
    }
    CHECK(shorter <= 1);  // where the ring closes
}

TEST_CASE("a hollow seen from inside has no silhouette") {
    // The inside of a ball: every triangle turned round.
    const body::SurfaceMesh ball = test::makeSphere(0.3F, 4);
    std::vector<body::Triangle> turned;
    for (const body::Triangle& t : ball.triangles())
        turned.push_back({t[0], t[2], t[1]});
    const auto mesh =
        body::SurfaceMesh::create({ball.positions().begin(), ball.positions().end()}, {}, turned);
    REQUIRE(mesh.has_value());
    body::Camera camera;
    camera.target = glm::vec3(0.0F);
    camera.height = 1.0F;
    CHECK(traceSilhouette(*mesh, MeshClusters(*mesh), View(camera, {500, 500}), 3.0F).empty());
}
