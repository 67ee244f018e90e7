#include "body/bvh.h"

#include "body/closest_point.h"
#include "body/watertight_ray.h"
#include "core/random.h"
#include "support/random_geometry.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace palpate;
using body::Bvh;
using body::NearestPoint;
using body::Ray;
using body::RayHit;
using body::SurfaceMesh;
using body::Triangle;
using test::onAnEdge;
using test::randomDirection;
using test::randomIn;

namespace {

// A place deep inside of the body, from which every ray must hit.
struct Inside {
    SurfaceMesh mesh;
    glm::vec3 centre;
};

std::vector<Inside> closedBodies() {
    std::vector<Inside> bodies;
    bodies.push_back({test::makeSphere(0.5F, 4), glm::vec3(0.01F, 0.02F, -0.03F)});
    bodies.push_back({test::makeCylinder(0.05F, 0.4F, 40, 50), glm::vec3(0.0F, 0.2F, 0.0F)});
    // Slivers, a thousand times longer than wide.
    bodies.push_back({test::makeCylinder(0.05F, 0.4F, 1000, 1), glm::vec3(0.0F, 0.2F, 0.0F)});
    bodies.push_back({test::makeLittleManMesh(), glm::vec3(0.0F, 1.1F, 0.0F)});
    return bodies;
}

// One triangle in the first lane; the others have no area.
body::TriangleQuad quadOf(const SurfaceMesh& mesh, std::uint32_t triangle) {
    body::TriangleQuad quad;
    for (std::size_t corner = 0; corner < 3; ++corner) {
        const glm::vec3& position = mesh.positions()[mesh.triangles()[triangle][corner]];
        for (int axis = 0; axis < 3; ++axis)
            quad.corners[corner][static_cast<std::size_t>(axis)][0] = position[axis];
    }
    return quad;
}

std::optional<RayHit> firstHitByBruteForce(const SurfaceMesh& mesh, const Ray& ray) {
    const body::WatertightRay watertight(ray.origin, glm::normalize(ray.direction), mesh.bounds());
    std::optional<RayHit> best;
    for (std::uint32_t t = 0; t < mesh.triangles().size(); ++t) {
        const auto hits = watertight.intersect(quadOf(mesh, t));
        const auto& weights = hits.barycentric;
        if (std::isfinite(hits.distance[0]) && (!best || hits.distance[0] < best->distance))
            best = RayHit{{t, {weights[0][0], weights[1][0], weights[2][0]}}, hits.distance[0]};
    }
    return best;
}

std::optional<NearestPoint> nearestByBruteForce(const SurfaceMesh& mesh, const glm::vec3& point,
                                                float maxDistance) {
    std::optional<NearestPoint> best;
    float bestSquared = maxDistance * maxDistance;
    for (std::uint32_t t = 0; t < mesh.triangles().size(); ++t) {
        const auto& [a, b, c] = mesh.triangles()[t];
        const auto closest =
            body::closestOnTriangle(point, mesh.positions()[a], mesh.positions()[b], mesh.positions()[c]);
        const auto squared = static_cast<float>(closest.squaredDistance);
        if (squared > bestSquared || (best && squared == bestSquared)) continue;
        bestSquared = squared;
        best = NearestPoint{{t, glm::vec3(closest.barycentric)},
                            static_cast<float>(std::sqrt(closest.squaredDistance))};
    }
    return best;
}

bool isBarycentric(const glm::vec3& weights) {
    return std::min({weights.x, weights.y, weights.z}) >= 0.0F &&
           std::max({weights.x, weights.y, weights.z}) <= 1.0F &&
           std::abs(weights.x + weights.y + weights.z - 1.0F) < 1e-6F;
}

}  // namespace

TEST_CASE("no ray from inside of a closed body slips out, wherever it is aimed") {
    for (const Inside& closed : closedBodies()) {
        const Bvh bvh(closed.mesh);
        core::Random random(7);
        int slipped = 0;
        for (int i = 0; i < 100000; ++i) {
            glm::vec3 direction = randomDirection(random);
            if (i % 2 == 1) direction = onAnEdge(closed.mesh, random) - closed.centre;
            if (!bvh.firstHit({closed.centre, direction})) ++slipped;
        }
        CHECK(slipped == 0);
    }
}

TEST_CASE("no ray from outside slips between two triangles of a closed body") {
    for (const Inside& closed : closedBodies()) {
        const Bvh bvh(closed.mesh);
        core::Random random(8);
        int slipped = 0;
        for (int i = 0; i < 100000; ++i) {
            // Through a point inside: whatever the rounding, the body is in the way.
            const glm::vec3 direction = i % 2 == 0
                                            ? randomDirection(random)
                                            : glm::normalize(onAnEdge(closed.mesh, random) - closed.centre);
            if (!bvh.firstHit({closed.centre + direction * 4.0F, -direction})) ++slipped;
        }
        CHECK(slipped == 0);
    }
}

TEST_CASE("rays along the axes and in the planes of a gridded sheet hit it") {
    const SurfaceMesh plane = test::makePlane(0.5F, 32);
    const Bvh bvh(plane);
    for (const glm::vec3& vertex : plane.positions()) {
        for (const glm::vec3& direction : {glm::vec3(0.0F, 0.0F, -1.0F), glm::vec3(-0.0F, -0.0F, -2.0F)}) {
            const auto hit = bvh.firstHit({vertex + glm::vec3(0.0F, 0.0F, 3.0F), direction});
            REQUIRE(hit.has_value());
            CHECK(hit->distance == 3.0F);
            CHECK(glm::distance(plane.position(hit->point), vertex) < 1e-7F);
        }
    }
    CHECK(bvh.firstHit({{0.0F, 0.0F, -1.0F}, {0.0F, 0.0F, 1.0F}}).has_value());  // from behind as well
}

TEST_CASE("picking agrees with trying every triangle, ties included") {
    for (const Inside& closed : closedBodies()) {
        const Bvh bvh(closed.mesh);
        core::Random random(9);
        for (int i = 0; i < 600; ++i) {
            const glm::vec3 origin = closed.centre + randomIn(random, 1.5F);
            const glm::vec3 aim =
                i % 3 == 0 ? closed.centre + randomIn(random, 0.5F) : onAnEdge(closed.mesh, random);
            const Ray ray{origin, aim - origin};
            const auto found = bvh.firstHit(ray), expected = firstHitByBruteForce(closed.mesh, ray);
            REQUIRE(found.has_value() == expected.has_value());
            if (!found) continue;
            CHECK(found->point == expected->point);
            CHECK(found->distance == expected->distance);
            CHECK(isBarycentric(found->point.barycentric));
            const glm::vec3 along = origin + glm::normalize(ray.direction) * found->distance;
            CHECK(glm::distance(along, closed.mesh.position(found->point)) < 1e-5F);
        }
    }
}

TEST_CASE("the nearest skin agrees with trying every triangle, ties included") {
    for (const Inside& closed : closedBodies()) {
        const Bvh bvh(closed.mesh);
        core::Random random(10);
        for (int i = 0; i < 600; ++i) {
            glm::vec3 point = closed.centre + randomIn(random, 0.6F);
            if (i % 3 == 1) point = onAnEdge(closed.mesh, random);
            if (i % 3 == 2) point = onAnEdge(closed.mesh, random) + randomIn(random, 0.01F);
            const float reach = i % 2 == 0 ? 5.0F : 0.05F;
            const auto found = bvh.nearest(point, reach),
                       expected = nearestByBruteForce(closed.mesh, point, reach);
            REQUIRE(found.has_value() == expected.has_value());
            if (!found) continue;
            CHECK(found->point == expected->point);
            CHECK(found->distance == expected->distance);
            CHECK(isBarycentric(found->point.barycentric));
            CHECK(glm::distance(point, closed.mesh.position(found->point)) ==
                  doctest::Approx(static_cast<double>(found->distance)).epsilon(1e-4));
        }
    }
}

TEST_CASE("skin farther away than asked for is not found") {
    const SurfaceMesh sphere = test::makeSphere(0.5F, 4);
    const Bvh bvh(sphere);
    CHECK_FALSE(bvh.nearest({0.0F, 0.56F, 0.0F}, 0.05F).has_value());
    const auto found = bvh.nearest({0.0F, 0.54F, 0.0F}, 0.05F);
    REQUIRE(found.has_value());
    CHECK(found->distance == doctest::Approx(0.04).epsilon(0.03));
}

TEST_CASE("a ray that looks away, has no direction or is no number hits nothing") {
    const SurfaceMesh sphere = test::makeSphere(0.5F, 3);
    const Bvh bvh(sphere);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK_FALSE(bvh.firstHit({{0.0F, 0.0F, 2.0F}, {0.0F, 0.0F, 1.0F}}).has_value());
    CHECK_FALSE(bvh.firstHit({{0.0F, 0.0F, 2.0F}, {0.0F, 0.0F, 0.0F}}).has_value());
    CHECK_FALSE(bvh.firstHit({{0.0F, nan, 2.0F}, {0.0F, 0.0F, -1.0F}}).has_value());
    CHECK_FALSE(bvh.firstHit({{0.0F, 0.0F, 2.0F}, {0.0F, nan, -1.0F}}).has_value());
    CHECK_FALSE(bvh.nearest({0.0F, nan, 2.0F}, 10.0F).has_value());
}

TEST_CASE("many triangles in one place still make a tree that answers") {
    std::vector<glm::vec3> positions{{0.0F, 0.0F, 0.0F}, {1.0F, 0.0F, 0.0F}, {0.0F, 1.0F, 0.0F}};
    const auto mesh = SurfaceMesh::create(positions, {}, std::vector<Triangle>(1000, Triangle{0, 1, 2}));
    REQUIRE(mesh.has_value());
    const Bvh bvh(*mesh);
    const auto hit = bvh.firstHit({{0.2F, 0.2F, 1.0F}, {0.0F, 0.0F, -1.0F}});
    REQUIRE(hit.has_value());
    CHECK(hit->point.triangle == 0);
    CHECK(bvh.nearest({0.2F, 0.2F, 1.0F}, 2.0F)->point.triangle == 0);
}
