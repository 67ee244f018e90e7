#include "render/contour_strokes.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <array>
#include <cmath>

using namespace palpate;
using namespace palpate::render;

namespace {

// A ring of `radius` on the sheet z = 0.
std::vector<ContourPoint> ring(float radius, std::uint32_t count, float slope = 0.0F) {
    std::vector<ContourPoint> line(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const float angle = 6.2831853F * static_cast<float>(i) / static_cast<float>(count);
        line[i].position = {radius * std::cos(angle), radius * std::sin(angle), 0.0F};
        line[i].normal = {0.0F, 0.0F, 1.0F};
        line[i].next = (i + 1) % count;
        line[i].previous = (i + count - 1) % count;
        line[i].slope = slope;
    }
    return line;
}

body::Camera camera(float yaw = 0.0F, float pitch = 0.0F) {
    body::Camera made;
    made.projection = body::Camera::Projection::Orthographic;
    made.target = glm::vec3(0.0F);
    made.height = 0.2F;
    made.yawDegrees = yaw;
    made.pitchDegrees = pitch;
    return made;
}

constexpr glm::ivec2 kSize{400, 400};
constexpr std::array<PixelRect, 1> kAll{{{0, 0, 400, 400}}};
const StrokeStyle kStyle{.colour = {10, 20, 30, 255}, .width = 4.0F, .casing = 1.5F};

glm::vec2 pixelOf(const StrokeVertex& vertex) {
    return (glm::vec2(vertex.device) * 0.5F + 0.5F) * glm::vec2(kSize);
}

}  // namespace

TEST_CASE("a line has its width in pixels, with its casing outside") {
    Strokes strokes;
    addStrokes(ring(0.05F, 90), kStyle, View(camera(), kSize), kAll, strokes);
    REQUIRE(strokes.lines.size() == 4 * 90);
    REQUIRE(strokes.casings.size() == strokes.lines.size());
    for (std::size_t i = 0; i < strokes.lines.size(); i += 4) {
        CHECK(strokes.lines[i].halfWidth == 2.0F);
        CHECK(strokes.casings[i].halfWidth == 3.5F);
        const glm::vec2 inner = pixelOf(strokes.lines[i]);
        const glm::vec2 outer = pixelOf(strokes.lines[i + 1]);
        CHECK(glm::distance(inner, outer) ==
              doctest::Approx(4.0 + 2.0).epsilon(0.01));  // and a pixel of fringe
        // 0.05 m at 2000 pixels a metre.
        CHECK(glm::distance(0.5F * (inner + outer), glm::vec2(200.0F)) ==
              doctest::Approx(100.0).epsilon(0.01));
        CHECK(strokes.lines[i].colour == std::array<std::uint8_t, 4>{10, 20, 30, 255});
    }
}

TEST_CASE("the width does not shrink where the skin is seen at a slant") {
    Strokes strokes;
    addStrokes(ring(0.05F, 90), kStyle, View(camera(0.0F, 50.0F), kSize), kAll, strokes);
    REQUIRE_FALSE(strokes.lines.empty());
    for (std::size_t i = 0; i < strokes.lines.size(); i += 4) {
        CHECK(glm::distance(pixelOf(strokes.lines[i]), pixelOf(strokes.lines[i + 1])) ==
              doctest::Approx(6.0).epsilon(0.01));
    }
}

TEST_CASE("lines on skin that faces away are left out") {
    Strokes strokes;
    addStrokes(ring(0.05F, 90), kStyle, View(camera(180.0F), kSize), kAll, strokes);
    CHECK(strokes.lines.empty());
    CHECK(strokes.casings.empty());
}

TEST_CASE("pieces away from the rectangles are left out") {
    Strokes all;
    Strokes some;
    constexpr std::array<PixelRect, 1> kCorner{{{280, 180, 320, 220}}};
    const View view(camera(), kSize);
    addStrokes(ring(0.05F, 90), kStyle, view, kAll, all);
    addStrokes(ring(0.05F, 90), kStyle, view, kCorner, some);
    CHECK_FALSE(some.lines.empty());
    CHECK(some.lines.size() < all.lines.size() / 3);
}

TEST_CASE("a line fades where the next of its set would lie too near, and not elsewhere") {
    StrokeStyle style = kStyle;
    style.leastGap = 6.0F;
    style.valuesToNext = 30.0F;
    const View view(camera(), kSize);
    Strokes steep;
    addStrokes(ring(0.05F, 90, 30000.0F), style, view, kAll, steep);  // 1 mm, 2 pixels
    CHECK(steep.lines.empty());
    Strokes gentle;
    addStrokes(ring(0.05F, 90, 3000.0F), style, view, kAll, gentle);  // 10 mm, 20 pixels
    REQUIRE(gentle.lines.size() == 4 * 90);
    CHECK(gentle.lines[0].colour[3] == 255);
}
