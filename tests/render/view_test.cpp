#include "render/view.h"
#include "core/random.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <cmath>

using namespace palpate;
using namespace palpate::render;

namespace {

std::vector<body::Camera> cameras() {
    std::vector<body::Camera> list;
    core::Random random(17);
    for (int i = 0; i < 12; ++i) {
        body::Camera camera;
        camera.projection =
            i % 2 == 0 ? body::Camera::Projection::Orthographic : body::Camera::Projection::Perspective;
        camera.yawDegrees = static_cast<float>(random.between(0.0, 360.0));
        camera.pitchDegrees = static_cast<float>(random.between(-85.0, 85.0));
        camera.height = static_cast<float>(random.between(0.3, 2.2));
        list.push_back(camera);
    }
    return list;
}

}  // namespace

TEST_CASE("a view agrees with its camera on where things are") {
    for (const body::Camera& camera : cameras()) {
        const View view(camera, {300, 200});
        const glm::vec3 place = camera.target + glm::vec3(0.05F, 0.08F, -0.03F);
        const glm::vec2 fromTop = camera.project(place, {300.0F, 200.0F});
        const glm::vec2 fromBottom = view.project(place);
        CHECK(fromBottom.x == doctest::Approx(static_cast<double>(fromTop.x)).epsilon(0.001));
        CHECK(200.0F - fromBottom.y == doctest::Approx(static_cast<double>(fromTop.y)).epsilon(0.001));
        CHECK(view.pixelsPerMetre(camera.target) ==
              doctest::Approx(200.0 / static_cast<double>(camera.height)).epsilon(0.001));
    }
}

TEST_CASE("the rectangle around a ball holds every point of it that the picture shows") {
    core::Random random(23);
    for (const body::Camera& camera : cameras()) {
        const View view(camera, {640, 480});
        for (int i = 0; i < 200; ++i) {
            const glm::vec3 centre(random.between(-0.6, 0.6), random.between(0.0, 1.7),
                                   random.between(-0.2, 0.2));
            const auto radius = static_cast<float>(random.between(0.001, 0.2));
            const PixelRect around = view.around(centre, radius);
            glm::vec3 direction(random.between(-1.0, 1.0), random.between(-1.0, 1.0),
                                random.between(-1.0, 1.0));
            const glm::vec3 point = centre + glm::normalize(direction) * radius;
            if (view.pixelsPerMetre(point) == 0.0F) continue;
            const glm::vec2 pixel = view.project(point);
            if (pixel.x < 0.0F || pixel.y < 0.0F || pixel.x > 640.0F || pixel.y > 480.0F) continue;
            CHECK(pixel.x >= static_cast<float>(around.left));
            CHECK(pixel.x <= static_cast<float>(around.right));
            CHECK(pixel.y >= static_cast<float>(around.bottom));
            CHECK(pixel.y <= static_cast<float>(around.top));
        }
    }
}

TEST_CASE("a point lifted towards the eye has a smaller depth") {
    for (const body::Camera& camera : cameras()) {
        const View view(camera, {100, 100});
        CHECK(view.depth(camera.target, 0.01F) < view.depth(camera.target, 0.0F));
    }
}

TEST_CASE("no cluster with a triangle that faces the eye is culled, and many others are") {
    const body::SurfaceMesh& mesh = test::makeTestBody()->mesh();
    const MeshClusters clusters(mesh);
    for (const body::Camera& camera : cameras()) {
        const View view(camera, {300, 300});
        std::size_t kept = 0;
        for (const Cluster& cluster : clusters.clusters()) {
            bool isSeen = false;
            bool isTurned = false;
            for (const body::Triangle& t : clusters.trianglesOf(cluster)) {
                const glm::vec3 a = mesh.positions()[t[0]];
                const glm::vec3 normal = glm::cross(mesh.positions()[t[1]] - a, mesh.positions()[t[2]] - a);
                (glm::dot(normal, view.towardsEye(a)) > 0.0F ? isSeen : isTurned) = true;
            }
            const ClusterFacing facing = facingOf(cluster, view);
            if (isSeen) CHECK(facing.mayFaceEye);
            if (isSeen && isTurned) CHECK(facing.maySilhouette);
            kept += facing.mayFaceEye ? 1 : 0;
        }
        CHECK(kept < clusters.clusters().size() * 9 / 10);
    }
}
