#include "body/skin_distance.h"

#include "body/bvh.h"
#include "core/random.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

using namespace palpate;
using body::SkinDistance;
using body::SkinPoint;
using body::SurfaceMesh;

namespace {

SkinPoint nearestSkin(const SurfaceMesh& mesh, const glm::vec3& place) {
    const auto found = body::Bvh(mesh).nearest(place, 1.0F);
    REQUIRE(found.has_value());
    return found->point;
}

float longestEdge(const SurfaceMesh& mesh) {
    float longest = 0.0F;
    for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
        for (const std::uint32_t n : mesh.neighbours(v)) {
            longest = std::max(longest, glm::distance(mesh.positions()[v], mesh.positions()[n]));
        }
    }
    return longest;
}

struct Errors {
    float worst = 0.0F;       // metres, of all distances
    float worstAtRim = 0.0F;  // metres by which the disc's border is off
    std::size_t reached = 0;
};

// Compares all vertices within `radius` with the true distance. The border is off where a vertex is reached
// that lies outside of the true disc, or not reached though it lies inside.
Errors compare(const SurfaceMesh& mesh, const SkinPoint& from, float radius,
               const std::function<float(const glm::vec3&, const glm::vec3&)>& trueDistance) {
    SkinDistance distance(mesh);
    const glm::vec3 source = mesh.position(from);
    Errors errors;
    std::vector<bool> isReached(mesh.vertexCount(), false);
    for (const auto& [vertex, along] : distance.within(from, radius)) {
        isReached[vertex] = true;
        ++errors.reached;
        errors.worst =
            std::max(errors.worst, std::abs(along - trueDistance(source, mesh.positions()[vertex])));
    }
    for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
        const float exact = trueDistance(source, mesh.positions()[v]);
        if (isReached[v] != (exact <= radius))
            errors.worstAtRim = std::max(errors.worstAtRim, std::abs(exact - radius));
    }
    return errors;
}

float onPlane(const glm::vec3& a, const glm::vec3& b) {
    return glm::distance(a, b);
}

std::function<float(const glm::vec3&, const glm::vec3&)> onCylinder(float radius) {
    return [radius](const glm::vec3& a, const glm::vec3& b) {
        const float turn = std::abs(
            std::remainder(std::atan2(a.x, a.z) - std::atan2(b.x, b.z), 2.0F * std::numbers::pi_v<float>));
        return std::hypot(turn * radius, a.y - b.y);
    };
}

std::function<float(const glm::vec3&, const glm::vec3&)> onSphere(float radius) {
    return [radius](const glm::vec3& a, const glm::vec3& b) {
        return radius * std::atan2(glm::length(glm::cross(a, b)), glm::dot(a, b));
    };
}

// The plane grid with its vertices pushed about inside of it: many obtuse triangles.
SurfaceMesh crumpledGrid(float size, std::size_t cells) {
    const SurfaceMesh plane = test::makePlane(size, cells);
    core::Random random(11);
    const double push = 0.33 * static_cast<double>(size) / static_cast<double>(cells);
    std::vector<glm::vec3> positions(plane.positions().begin(), plane.positions().end());
    for (glm::vec3& p : positions)
        p += glm::vec3(random.between(-push, push), random.between(-push, push), 0.0);
    auto mesh = SurfaceMesh::create(positions, {}, {plane.triangles().begin(), plane.triangles().end()});
    REQUIRE(mesh.has_value());
    return std::move(*mesh);
}

constexpr float kDab = 0.03F;  // radius of a 6 cm dab

}  // namespace

TEST_CASE("on a plane the distance is exact to a tenth of a millimetre") {
    const SurfaceMesh plane = test::makePlane(0.2F, 40);
    core::Random random(5);
    for (int i = 0; i < 20; ++i) {
        const SkinPoint from =
            nearestSkin(plane, {random.between(-0.05, 0.05), random.between(-0.05, 0.05), 0.0});
        const Errors errors = compare(plane, from, kDab, onPlane);
        CHECK(errors.reached > 80);
        CHECK(errors.worst < 1e-4F);
        CHECK(errors.worstAtRim < 1e-4F);
    }
}

TEST_CASE("obtuse triangles cost less than a fifth of an edge") {
    const SurfaceMesh mesh = crumpledGrid(0.2F, 40);
    const float edge = 0.005F;
    core::Random random(6);
    for (int i = 0; i < 20; ++i) {
        const SkinPoint from =
            nearestSkin(mesh, {random.between(-0.05, 0.05), random.between(-0.05, 0.05), 0.0});
        const Errors errors = compare(mesh, from, kDab, onPlane);
        CHECK(errors.worst < 0.2F * edge);
        CHECK(errors.worstAtRim < 0.2F * edge);
    }
}

TEST_CASE(
    "the rim of a 6 cm dab on a cylinder as thick as a forearm is within a fifth of an edge of the true "
    "disc") {
    constexpr float kRadius = 0.04F;
    const SurfaceMesh arm = test::makeCylinder(kRadius, 0.3F, 48, 57);
    core::Random random(12);
    for (int i = 0; i < 20; ++i) {
        const double angle = random.between(-std::numbers::pi, std::numbers::pi);
        const SkinPoint from =
            nearestSkin(arm, {0.04 * std::sin(angle), random.between(0.1, 0.2), 0.04 * std::cos(angle)});
        const Errors errors = compare(arm, from, kDab, onCylinder(kRadius));
        CHECK(errors.worst < 0.2F * 0.005F);
        CHECK(errors.worstAtRim < 0.2F * 0.005F);
    }
}

TEST_CASE("on a ball the error stays below a tenth of an edge for a dab and a quarter far round") {
    constexpr float kRadius = 0.1F;
    const SurfaceMesh ball = test::makeSphere(kRadius, 4);
    const float edge = longestEdge(ball);
    core::Random random(13);
    for (int i = 0; i < 10; ++i) {
        const SkinPoint from{static_cast<std::uint32_t>(random.below(ball.triangles().size())),
                             {0.2F, 0.3F, 0.5F}};
        CHECK(compare(ball, from, kDab, onSphere(kRadius)).worst < 0.1F * edge);
        CHECK(compare(ball, from, 0.25F, onSphere(kRadius)).worst < 0.25F * edge);
    }
}

TEST_CASE(
    "a dab on the inner arm does not reach the ribs beside it, though they are nearer through the air") {
    const auto body = test::makeTestBody();
    const SurfaceMesh& mesh = body->mesh();
    const SkinPoint arm = nearestSkin(mesh, test::kInnerArm);
    const glm::vec3 source = mesh.position(arm);
    SkinDistance distance(mesh);
    float ribsThroughTheAir = 1.0F;
    for (const glm::vec3& p : mesh.positions()) {
        if (std::abs(p.x) < 0.17F) ribsThroughTheAir = std::min(ribsThroughTheAir, glm::distance(p, source));
    }
    CHECK(ribsThroughTheAir < 0.09F);
    for (const auto& [vertex, along] : distance.within(arm, 0.1F))
        REQUIRE(mesh.positions()[vertex].x > 0.18F);
    bool reachesRibs = false;
    for (const auto& [vertex, along] : distance.within(arm, 0.8F)) {
        reachesRibs = reachesRibs || glm::distance(mesh.positions()[vertex], test::kRibsBesideArm) < 0.02F;
    }
    CHECK(reachesRibs);  // up to the armpit and down again
}

TEST_CASE(
    "what is reached comes nearest first, is never nearer than through the air and grows with the radius") {
    const auto body = test::makeTestBody();
    const SurfaceMesh& mesh = body->mesh();
    SkinDistance distance(mesh);
    core::Random random(14);
    for (int i = 0; i < 30; ++i) {
        const SkinPoint from{static_cast<std::uint32_t>(random.below(mesh.triangles().size())),
                             {0.5F, 0.25F, 0.25F}};
        const glm::vec3 source = mesh.position(from);
        const auto small = distance.within(from, 0.05F);
        const std::vector<SkinDistance::Reached> near(small.begin(), small.end());
        const auto large = distance.within(from, 0.08F);
        CHECK(std::is_sorted(large.begin(), large.end(), [](const auto& a, const auto& b) {
            return a.distance != b.distance ? a.distance < b.distance : a.vertex < b.vertex;
        }));
        CHECK(large.size() > near.size());
        for (const auto& [vertex, along] : large) {
            REQUIRE(along >= glm::distance(source, mesh.positions()[vertex]) - 1e-5F);
            REQUIRE(along <= 0.08F);
        }
    }
}

TEST_CASE("the same question gets the same bits, whatever was asked before") {
    const SurfaceMesh mesh = test::makeLittleManMesh();
    const SkinPoint from{1234, {0.1F, 0.7F, 0.2F}};
    SkinDistance used(mesh), fresh(mesh);
    for (std::uint32_t t = 0; t < 50; ++t)
        (void)used.within({t * 100, {1.0F, 0.0F, 0.0F}}, 0.1F);
    const auto again = used.within(from, 0.06F), first = fresh.within(from, 0.06F);
    REQUIRE(again.size() == first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        REQUIRE(again[i].vertex == first[i].vertex);
        REQUIRE(again[i].distance == first[i].distance);
    }
}

TEST_CASE("a radius smaller than the triangle reaches nothing, and at a corner it reaches that corner") {
    const SurfaceMesh plane = test::makePlane(0.2F, 10);
    SkinDistance distance(plane);
    CHECK(distance.within({20, {0.34F, 0.33F, 0.33F}}, 0.001F).empty());
    const auto reached = distance.within({20, {0.0F, 1.0F, 0.0F}}, 0.001F);
    REQUIRE(reached.size() == 1);
    CHECK(reached[0].vertex == plane.triangles()[20][1]);
    CHECK(reached[0].distance == 0.0F);
}
