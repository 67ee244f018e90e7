#include "image/palette.h"
#include "render/gl_scene.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace palpate;
using namespace palpate::test;
using image::Rgba;
using map::LayerKind;
namespace palette = image::palette;

namespace {

double linear(std::uint8_t encoded) {
    const double c = encoded / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgba c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

TEST_CASE("unlit, every pain level has exactly its colour") {
    map::BodyMap map = emptyMap();
    render::Scene scene = testScene();
    scene.isLit = false;
    scene.pain = &map.layer(LayerKind::Pain);
    render::SceneRenderer renderer(testDevice());
    for (int level = 0; level <= 10; ++level) {
        CAPTURE(level);
        fill(map.layer(LayerKind::Pain), level);
        renderer.draw(scene);
        const Rgba shown = colourAt(renderer.readImage(), scene, kChest);
        CHECK(distance(shown, palette::kPain[static_cast<std::size_t>(level)]) <= 1);
    }
}

TEST_CASE("between two levels the colour lies half way") {
    map::BodyMap map = emptyMap();
    render::Scene scene = testScene();
    scene.isLit = false;
    scene.pain = &map.layer(LayerKind::Pain);
    for (std::uint32_t v = 0; v < map.vertexCount(); ++v)
        map.layer(LayerKind::Pain).set(v, 25, 0);
    const Rgba two = palette::kPain[2];
    const Rgba three = palette::kPain[3];
    const Rgba middle{static_cast<std::uint8_t>((two.r + three.r) / 2),
                      static_cast<std::uint8_t>((two.g + three.g) / 2),
                      static_cast<std::uint8_t>((two.b + three.b) / 2), 255};
    CHECK(distance(colourAt(draw(scene), scene, kChest), middle) <= 2);
}

TEST_CASE("less than half a level shows bare skin") {
    map::BodyMap map = emptyMap();
    render::Scene scene = testScene();
    scene.pain = &map.layer(LayerKind::Pain);
    const image::Image bare = draw(scene);
    for (std::uint32_t v = 0; v < map.vertexCount(); ++v)
        map.layer(LayerKind::Pain).set(v, 4, 0);
    const image::Image nearly = draw(scene);
    CHECK(distance(colourAt(bare, scene, kChest), colourAt(nearly, scene, kChest)) <= 1);
}

TEST_CASE("light never dims paint below 0.80 nor the body below 0.55, and brightens neither") {
    map::BodyMap map = emptyMap();
    render::Scene scene = testScene();
    scene.backdrop.hasFloorShadow = false;
    scene.pain = &map.layer(LayerKind::Pain);
    const double bodyLight = luminance(palette::kBody);
    const double paintLight = luminance(palette::kPain[3]);
    const image::Image bare = draw(scene);
    fill(map.layer(LayerKind::Pain), 3);
    const image::Image painted = draw(scene);
    int seen = 0;
    for (int y = 0; y < painted.height(); ++y) {
        for (int x = 0; x < painted.width(); ++x) {
            // Away from the silhouette the painted picture is orange: much red, little blue.
            const Rgba paint = painted.at(x, y);
            if (paint.r < 200 || paint.b > 1) continue;
            ++seen;
            CHECK(luminance(paint) / paintLight >= 0.78);
            CHECK(luminance(paint) / paintLight <= 1.02);
            CHECK(luminance(bare.at(x, y)) / bodyLight >= 0.53);
            CHECK(luminance(bare.at(x, y)) / bodyLight <= 1.02);
        }
    }
    CHECK(seen > 3000);
}

TEST_CASE("a painted spot is enclosed by a dark line with a white casing") {
    map::BodyMap map = emptyMap();
    dab(map.layer(LayerKind::Pain), kChest, 0.08F, 5);
    render::Scene scene = testScene(body::StandardView::Front, {600, 600});
    scene.camera.height = 0.5F;
    scene.camera.target = kChest;
    scene.isLit = false;
    scene.pixelScale = 2.0F;
    const image::Image without = draw(scene);
    CHECK(countNear(without, palette::kContour, 8) == 0);
    scene.pain = &map.layer(LayerKind::Pain);
    const image::Image with = draw(scene);
    // Of the two lines (0.5 and 3.5) each is about 2 pi 80 mm long, at 1.2 pixels a millimetre.
    CHECK(countNear(with, palette::kContour, 24) > 1500);
    CHECK(countNear(with, palette::kCasing, 8) > 1000);
}

TEST_CASE("every layer leaves its own colour, alone and together") {
    map::BodyMap map = emptyMap();
    render::Scene scene = testScene(body::StandardView::Front, {400, 400});
    scene.camera.height = 0.8F;
    scene.camera.target = kChest;
    scene.isLit = false;
    dab(map.layer(LayerKind::Tension), kChest, 0.1F, 6);
    dab(map.layer(LayerKind::Treated), kChest, 0.1F, 3);
    dab(map.layer(LayerKind::Avoid), kChest, 0.1F, 1);
    dab(map.layer(LayerKind::Pain), kChest, 0.1F, 7);

    const Rgba stripe = palette::kTension[2];  // bin 5..<8
    scene.tension = &map.layer(LayerKind::Tension);
    CHECK(countNear(draw(scene), stripe, 3) > 400);
    scene.treated = &map.layer(LayerKind::Treated);
    CHECK(countNear(draw(scene), palette::kTreated, 3) > 200);
    scene.avoid = &map.layer(LayerKind::Avoid);
    CHECK(countNear(draw(scene), palette::kAvoid, 3) > 200);
    scene.pain = &map.layer(LayerKind::Pain);
    const image::Image all = draw(scene);
    CHECK(countNear(all, palette::kPain[7], 3) > 200);
    CHECK(countNear(all, stripe, 3) > 200);
    CHECK(countNear(all, palette::kTreated, 3) > 200);
    CHECK(countNear(all, palette::kAvoid, 3) > 200);
}

TEST_CASE("tension stripes have the colour of their bin") {
    const std::vector<std::pair<int, std::size_t>> bins{{1, 0}, {2, 0}, {3, 1}, {5, 2},
                                                        {7, 2}, {8, 3}, {10, 3}};
    for (const auto& entry : bins) {
        const int level = entry.first;
        const std::size_t bin = entry.second;
        CAPTURE(level);
        map::BodyMap map = emptyMap();
        fill(map.layer(LayerKind::Tension), level);
        render::Scene scene = testScene();
        scene.isLit = false;
        scene.tension = &map.layer(LayerKind::Tension);
        const image::Image picture = draw(scene);
        for (std::size_t other = 0; other < palette::kTension.size(); ++other) {
            CHECK((countNear(picture, palette::kTension[other], 2) > 1000) == (other == bin));
        }
    }
}

TEST_CASE("a difference has the colours of its bins, and marks that tell better from worse") {
    const std::vector<std::pair<int, std::size_t>> sizes{{5, 0},  {9, 0},  {10, 1}, {19, 1},
                                                         {20, 2}, {39, 2}, {40, 3}};
    std::uint64_t version = 0;
    for (const int sign : {1, -1}) {
        for (const auto& entry : sizes) {
            const int tenths = entry.first;
            const std::size_t bin = entry.second;
            CAPTURE(sign * tenths);
            const std::vector<std::int8_t> field(emptyMap().vertexCount(),
                                                 static_cast<std::int8_t>(sign * tenths));
            render::Scene scene = testScene();
            scene.isLit = false;
            scene.difference = render::DifferenceField{field, ++version};
            const image::Image picture = draw(scene);
            const Rgba expected = sign > 0 ? palette::kWorse[bin] : palette::kBetter[bin];
            const int body = countNear(picture, expected, 2);
            const int marks = countNear(picture, bin < 2 ? palette::kContour : palette::kCasing, 30);
            CHECK(body > 5000);
            CHECK(marks > 400);
        }
    }
}

TEST_CASE("plus marks are taller than minus strokes") {
    const auto tallestMark = [](std::int8_t tenths, std::uint64_t version) {
        const std::vector<std::int8_t> field(emptyMap().vertexCount(), tenths);
        render::Scene scene = testScene();
        scene.isLit = false;
        scene.camera.height = 0.3F;
        scene.camera.target = kChest;
        scene.difference = render::DifferenceField{field, version};
        const image::Image picture = draw(scene);
        int tallest = 0;
        for (int x = 60; x < 240; ++x) {
            int run = 0;
            for (int y = 60; y < 240; ++y) {
                run = distance(picture.at(x, y), palette::kCasing) < 60 ? run + 1 : 0;
                tallest = std::max(tallest, run);
            }
        }
        return tallest;
    };
    CHECK(tallestMark(50, 1) >= 5);
    CHECK(tallestMark(-50, 2) <= 3);
}

TEST_CASE("a change of less than half a level shows bare skin") {
    const std::vector<std::int8_t> field(emptyMap().vertexCount(), 4);
    render::Scene scene = testScene();
    scene.isLit = false;
    scene.difference = render::DifferenceField{field, 1};
    CHECK(distance(colourAt(draw(scene), scene, kChest), palette::kBody) <= 1);
}

TEST_CASE("leaving a comparison shows the layers again") {
    map::BodyMap map = emptyMap();
    fill(map.layer(LayerKind::Pain), 7);
    const std::vector<std::int8_t> field(map.vertexCount(), -50);
    render::Scene scene = testScene();
    scene.isLit = false;
    scene.pain = &map.layer(LayerKind::Pain);
    render::SceneRenderer renderer(testDevice());
    renderer.draw(scene);
    const image::Image before = renderer.readImage();
    scene.difference = render::DifferenceField{field, 1};
    renderer.draw(scene);
    CHECK(countNear(renderer.readImage(), palette::kPain[7], 3) == 0);
    scene.difference.reset();
    renderer.draw(scene);
    CHECK(renderer.readImage() == before);
}
