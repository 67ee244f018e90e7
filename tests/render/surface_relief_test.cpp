#include "render/surface_relief.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace palpate;

namespace {

// A sheet with a furrow along x = 0 and a ridge along x = 0.06.
body::SurfaceMesh furrowed() {
    const body::SurfaceMesh plane = test::makePlane(0.3F, 60);
    std::vector<glm::vec3> positions(plane.positions().begin(), plane.positions().end());
    for (glm::vec3& p : positions) {
        const auto bump = [&p](float x) { return std::exp(-(p.x - x) * (p.x - x) / (2.0F * 0.01F * 0.01F)); };
        p.z = 0.005F * (bump(0.06F) - bump(0.0F));
    }
    auto mesh =
        body::SurfaceMesh::create(positions, {}, {plane.triangles().begin(), plane.triangles().end()});
    REQUIRE(mesh.has_value());
    return std::move(*mesh);
}

}  // namespace

TEST_CASE("a furrow lies below and a ridge above even skin") {
    const body::SurfaceMesh mesh = furrowed();
    const std::vector<float> relief = render::surfaceRelief(mesh);
    for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
        const glm::vec3 p = mesh.positions()[v];
        if (std::abs(p.y) > 0.08F) continue;  // the sheet's border is no skin
        if (std::abs(p.x) < 0.002F) CHECK(relief[v] < -0.2F);
        if (std::abs(p.x - 0.06F) < 0.002F) CHECK(relief[v] > 0.2F);
        if (std::abs(p.x + 0.06F) < 0.01F) CHECK(std::abs(relief[v]) < 0.05F);
    }
}

TEST_CASE("relief stays within -1 and 1") {
    for (const float value : render::surfaceRelief(test::makeTestBody()->mesh())) {
        CHECK(value >= -1.0F);
        CHECK(value <= 1.0F);
    }
}
