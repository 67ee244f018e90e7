#include "render/shown_value.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

using namespace palpate;

namespace {

// Of the plane's vertices: a disc with a soft rim of the given width.
std::vector<std::uint8_t> disc(const body::SurfaceMesh& mesh, float radius, float rim) {
    std::vector<std::uint8_t> values(mesh.vertexCount(), 0);
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        const float inside = (radius - glm::length(mesh.positions()[v])) / rim;
        values[v] = static_cast<std::uint8_t>(std::lround(80.0F * std::clamp(inside, 0.0F, 1.0F)));
    }
    return values;
}

}  // namespace

TEST_CASE("what is painted is shown as it is, and far from paint nothing is shown") {
    const body::SurfaceMesh mesh = test::makePlane(0.2F, 40);
    const auto values = disc(mesh, 0.05F, 0.01F);
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        const std::int8_t shown = render::shownValue(mesh, values, v);
        if (values[v] > 0) CHECK(shown == values[v]);
        if (values[v] == 0) CHECK(shown <= 0);
        if (glm::length(mesh.positions()[v]) > 0.06F) CHECK(shown == 0);
    }
}

TEST_CASE("beside a soft rim the rim's slope goes on below zero") {
    const body::SurfaceMesh mesh = test::makePlane(0.2F, 80);  // edges of 2.5 mm
    const auto values = disc(mesh, 0.05F, 0.02F);
    int checked = 0;
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        const std::int8_t shown = render::shownValue(mesh, values, v);
        if (values[v] > 0 || shown == 0) continue;
        const float expected = 80.0F * (0.05F - glm::length(mesh.positions()[v])) / 0.02F;
        CHECK(std::abs(static_cast<float>(shown) - expected) < 10.0F);
        ++checked;
    }
    CHECK(checked > 50);
}

TEST_CASE("beside a hard edge a bare vertex is as far below as its neighbours are above") {
    const body::SurfaceMesh mesh = test::makePlane(0.2F, 40);
    std::vector<std::uint8_t> values(mesh.vertexCount(), 0);
    for (std::uint32_t v = 0; v < values.size(); ++v)
        values[v] = mesh.positions()[v].x < 0.001F ? 70 : 0;
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        const bool isBeside = std::abs(mesh.positions()[v].x - 0.005F) < 0.001F;
        if (isBeside) CHECK(render::shownValue(mesh, values, v) == -70);
    }
}
