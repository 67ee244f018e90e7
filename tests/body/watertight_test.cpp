#include "body/body_model.h"
#include "core/random.h"
#include "support/random_geometry.h"
#include "support/standard_body.h"

#include <doctest/doctest.h>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace palpate;
using body::Ray;
using body::SurfaceMesh;

namespace {

// A place inside of the body: a little way in from a random place of the skin. Skin that other skin is nearer
// than that to, such as the rim of an ear, gives none.
glm::vec3 randomInside(core::Random& random) {
    const SurfaceMesh& mesh = test::theBody().mesh();
    for (;;) {
        const auto triangle = static_cast<std::uint32_t>(random.below(mesh.triangles().size()));
        const body::SkinPoint at{triangle, {0.3F, 0.3F, 0.4F}};
        const glm::vec3 inside = mesh.position(at) - 0.004F * mesh.normal(at);
        const auto nearest = test::theBody().bvh().nearest(inside, 0.1F);
        if (nearest && nearest->distance > 0.0035F) return inside;
    }
}

// Of `rays` rays from inside, how many meet no skin. Every second one is aimed at an edge or a vertex.
int slippedOut(int rays, std::uint64_t seed) {
    core::Random random(seed);
    constexpr int kFromOnePlace = 500;
    int slipped = 0;
    glm::vec3 inside(0.0F);
    for (int i = 0; i < rays; ++i) {
        if (i % kFromOnePlace == 0) inside = randomInside(random);
        glm::vec3 direction = test::randomDirection(random);
        if (i % 2 == 1) direction = test::onAnEdge(test::theBody().mesh(), random) - inside;
        if (!test::theBody().bvh().firstHit({inside, direction})) ++slipped;
    }
    return slipped;
}

struct AimedRays {
    int aimed = 0, through = 0;
};

// Rays from a viewer's place at edges and vertices whose skin faces the viewer: the skin there, or some
// before it, must be met.
AimedRays aimedFromOutside(int rays, std::uint64_t seed) {
    constexpr float kFacing = 0.05F;      // cosine of the slant from which skin counts as facing
    constexpr float kRounding = 0.0001F;  // metres
    const SurfaceMesh& mesh = test::theBody().mesh();
    core::Random random(seed);
    AimedRays found;
    while (found.aimed < rays) {
        const double yaw = random.between(0.0, 6.283185307179586);
        const glm::vec3 eye(4.0 * std::sin(yaw), random.between(-0.5, 2.5), 4.0 * std::cos(yaw));
        const auto triangle = random.below(mesh.triangles().size());
        const body::Triangle& corners = mesh.triangles()[triangle];
        const std::size_t start = random.below(3);
        const std::uint32_t a = corners[start], b = corners[(start + 1) % 3];
        const glm::vec3 at = random.below(3) == 0 ? mesh.positions()[a]
                                                  : glm::mix(mesh.positions()[a], mesh.positions()[b],
                                                             static_cast<float>(random.unit()));
        const glm::vec3 towards = glm::normalize(at - eye);
        const auto faces = [&](std::uint32_t t) {
            const auto& [p, q, r] = mesh.triangles()[t];
            const glm::vec3 normal = glm::cross(mesh.positions()[q] - mesh.positions()[p],
                                                mesh.positions()[r] - mesh.positions()[p]);
            return glm::dot(glm::normalize(normal), towards) < -kFacing;
        };
        const auto around = mesh.trianglesAround(a);
        const auto aroundOther = mesh.trianglesAround(b);
        if (!std::all_of(around.begin(), around.end(), faces) ||
            !std::all_of(aroundOther.begin(), aroundOther.end(), faces))
            continue;
        ++found.aimed;
        const auto hit = test::theBody().bvh().firstHit({eye, at - eye});
        if (!hit || hit->distance > glm::distance(at, eye) + kRounding) ++found.through;
    }
    return found;
}

}  // namespace

TEST_CASE("no ray slips through the standard body's edges, from inside or outside") {
    CHECK(slippedOut(20000, 41) == 0);
    CHECK(aimedFromOutside(20000, 42).through == 0);
}

TEST_CASE("slow: none of 1,000,000 random and edge-aimed rays slips through the standard body") {
    CHECK(slippedOut(500000, 43) == 0);
    const AimedRays outside = aimedFromOutside(500000, 44);
    CHECK(outside.aimed == 500000);
    CHECK(outside.through == 0);
}
