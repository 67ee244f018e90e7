#include "render/contour_trace.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace palpate;
using namespace palpate::render;

namespace {

// A cone of values over the sheet: 100 in the middle, falling by 1 a millimetre.
std::vector<std::int8_t> cone(const body::SurfaceMesh& mesh) {
    std::vector<std::int8_t> values(mesh.vertexCount());
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        const float value = 100.0F - 1000.0F * glm::length(mesh.positions()[v]);
        values[v] = static_cast<std::int8_t>(std::lround(std::clamp(value, -100.0F, 100.0F)));
    }
    return values;
}

}  // namespace

TEST_CASE("the line of a cone is one closed ring at its distance") {
    const body::SurfaceMesh mesh = test::makePlane(0.3F, 60);
    const auto line = traceContour(mesh, cone(mesh), 40.0F);
    REQUIRE(line.size() > 50);
    for (const ContourPoint& point : line) {
        CHECK(glm::length(point.position) == doctest::Approx(0.06).epsilon(0.02));
        CHECK(point.normal.z == doctest::Approx(1.0));
        CHECK(point.slope == doctest::Approx(1000.0).epsilon(0.2));  // values are whole numbers
    }
    std::set<std::uint32_t> walked;
    std::uint32_t at = 0;
    while (walked.insert(at).second) {
        REQUIRE(line[at].next != ContourPoint::kNone);
        CHECK(line[line[at].next].previous == at);
        at = line[at].next;
    }
    CHECK(walked.size() == line.size());
}

TEST_CASE("higher values lie on the left of a line") {
    const body::SurfaceMesh mesh = test::makePlane(0.3F, 60);
    const auto line = traceContour(mesh, cone(mesh), 40.0F);
    double turned = 0.0;
    for (const ContourPoint& point : line) {
        const glm::vec3 way = line[point.next].position - point.position;
        turned += static_cast<double>(point.position.x * way.y - point.position.y * way.x);
    }
    CHECK(turned == doctest::Approx(2.0 * 3.14159 * 0.06 * 0.06).epsilon(0.05));  // counter-clockwise
}

TEST_CASE("nothing above or nothing below the threshold gives no line") {
    const body::SurfaceMesh mesh = test::makeSphere(0.2F, 3);
    CHECK(traceContour(mesh, std::vector<std::int8_t>(mesh.vertexCount(), 4), 5.0F).empty());
    CHECK(traceContour(mesh, std::vector<std::int8_t>(mesh.vertexCount(), 5), 5.0F).empty());
}

TEST_CASE("at the border of an open mesh a line ends") {
    const body::SurfaceMesh mesh = test::makePlane(0.2F, 10);
    std::vector<std::int8_t> values(mesh.vertexCount());
    for (std::uint32_t v = 0; v < values.size(); ++v)
        values[v] = mesh.positions()[v].x > 0.01F ? 50 : 0;
    const auto line = traceContour(mesh, values, 5.0F);
    int starts = 0;
    int ends = 0;
    for (const ContourPoint& point : line) {
        starts += point.previous == ContourPoint::kNone ? 1 : 0;
        ends += point.next == ContourPoint::kNone ? 1 : 0;
    }
    CHECK(starts == 1);
    CHECK(ends == 1);
}

TEST_CASE("a change far away leaves a line's points where they are") {
    const body::SurfaceMesh mesh = test::makePlane(0.3F, 60);
    auto values = cone(mesh);
    const auto before = traceContour(mesh, values, 40.0F);
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        if (glm::distance(mesh.positions()[v], glm::vec3(-0.12F, -0.12F, 0.0F)) < 0.02F) values[v] = 90;
    }
    const auto after = traceContour(mesh, values, 40.0F);
    CHECK(after.size() > before.size());
    for (const ContourPoint& point : before) {
        const auto twin = std::find_if(after.begin(), after.end(), [&point](const ContourPoint& other) {
            return other.edge == point.edge;
        });
        REQUIRE(twin != after.end());
        CHECK(twin->position == point.position);
        CHECK(twin->slope == point.slope);
    }
}

TEST_CASE("a ring is measured once round, and only dashed where it is asked to be") {
    const body::SurfaceMesh mesh = test::makePlane(0.3F, 60);
    const auto values = cone(mesh);
    auto line = traceContour(mesh, values, 40.0F);
    measureDashes(line);
    for (const ContourPoint& point : line) {
        CHECK(point.isDashed);
        CHECK(point.length == doctest::Approx(2.0 * 3.14159265 * 0.06).epsilon(0.03));
        CHECK(point.along >= 0.0F);
        CHECK(point.along < point.length);
        const ContourPoint& next = line[point.next];
        const float step = next.along > point.along ? next.along - point.along : point.length - point.along;
        CHECK(step == doctest::Approx(glm::distance(point.position, next.position)).epsilon(1e-3));
    }
    std::vector<std::uint8_t> isDashed(mesh.vertexCount(), 0);
    measureDashes(line, values, isDashed);
    CHECK(std::none_of(line.begin(), line.end(), [](const ContourPoint& point) { return point.isDashed; }));
    for (std::uint32_t v = 0; v < isDashed.size(); ++v)
        isDashed[v] = mesh.positions()[v].x > 0.0F ? 1 : 0;
    measureDashes(line, values, isDashed);
    for (const ContourPoint& point : line) {
        if (std::abs(point.position.x) > 0.01F) CHECK(point.isDashed == (point.position.x > 0.0F));
    }
}
