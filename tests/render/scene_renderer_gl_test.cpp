#include "image/palette.h"
#include "render/gl/functions.h"
#include "render/gl_scene.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <utility>

using namespace palpate;
using namespace palpate::test;
using map::LayerKind;
using Extent = render::Drawn::Extent;
namespace palette = image::palette;

namespace {

// Red pixels left and right of the middle of the picture.
std::pair<int, int> redOnEachHalf(const image::Image& picture) {
    std::pair<int, int> halves{0, 0};
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const image::Rgba c = picture.at(x, y);
            const bool isRed = c.r > 120 && c.g < 40 && c.b < 60;
            (2 * x < picture.width() ? halves.first : halves.second) += isRed ? 1 : 0;
        }
    }
    return halves;
}

}  // namespace

TEST_CASE("nothing is drawn again while nothing changes") {
    map::BodyMap map = emptyMap();
    render::Scene scene = testScene();
    scene.pain = &map.layer(LayerKind::Pain);
    render::SceneRenderer renderer(testDevice());
    CHECK(renderer.draw(scene).extent == Extent::All);
    CHECK(renderer.draw(scene).extent == Extent::Nothing);
    CHECK(renderer.draw(scene).triangles == 0);

    // Another layer with the same content is no change either.
    const map::BodyMap twin = emptyMap();
    scene.pain = &twin.layer(LayerKind::Pain);
    CHECK(renderer.draw(scene).extent == Extent::Nothing);

    renderer.invalidate();
    CHECK(renderer.draw(scene).extent == Extent::All);
}

TEST_CASE("whatever changes the whole picture redraws all of it") {
    render::Scene scene = testScene();
    render::SceneRenderer renderer(testDevice());
    renderer.draw(scene);
    const auto redrawsAll = [&] { return renderer.draw(scene).extent == Extent::All; };
    scene.camera.yawDegrees += 15.0F;
    CHECK(redrawsAll());
    scene.size = {200, 320};
    CHECK(redrawsAll());
    CHECK(renderer.size() == glm::ivec2(200, 320));
    scene.pixelScale = 2.0F;
    CHECK(redrawsAll());
    scene.backdrop = render::Backdrop::dark();
    CHECK(redrawsAll());
    scene.isLit = false;
    CHECK(redrawsAll());
}

TEST_CASE("the person's left is on the right of the front view and on the left of the back view") {
    map::BodyMap map = emptyMap();
    for (std::uint32_t v = 0; v < map.vertexCount(); ++v) {
        if (makeTestBody()->mesh().positions()[v].x > 0.03F) map.layer(LayerKind::Pain).set(v, 80, 0);
    }
    for (const auto& [view, isOnRight] :
         {std::pair{body::StandardView::Front, true}, {body::StandardView::Back, false}}) {
        render::Scene scene = testScene(view);
        scene.pain = &map.layer(LayerKind::Pain);
        const auto [left, right] = redOnEachHalf(draw(scene));
        CHECK((isOnRight ? right : left) > 3000);
        CHECK((isOnRight ? left : right) == 0);
    }
}

TEST_CASE("side views show the body's own side and nothing of the other") {
    map::BodyMap map = emptyMap();
    dab(map.layer(LayerKind::Pain), {0.35F, 1.0F, 0.0F}, 0.05F, 8);  // outside of the left arm
    for (const auto& [view, isShown] :
         {std::pair{body::StandardView::Left, true}, {body::StandardView::Right, false}}) {
        render::Scene scene = testScene(view);
        scene.pain = &map.layer(LayerKind::Pain);
        const auto [left, right] = redOnEachHalf(draw(scene));
        CHECK((left + right > 50) == isShown);
    }
}

TEST_CASE("the head is at the top of the picture") {
    map::BodyMap map = emptyMap();
    dab(map.layer(LayerKind::Pain), {0.0F, 1.65F, 0.1F}, 0.08F, 8);
    render::Scene scene = testScene();
    scene.pain = &map.layer(LayerKind::Pain);
    const image::Image picture = draw(scene);
    int highest = picture.height();
    int lowest = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (distance(picture.at(x, y), palette::kPain[8]) > 30) continue;
            highest = std::min(highest, y);
            lowest = std::max(lowest, y);
        }
    }
    CHECK(highest < lowest);
    CHECK(lowest < picture.height() / 3);
}

TEST_CASE("a line runs all round the body") {
    render::Scene scene = testScene();
    scene.backdrop.hasFloorShadow = false;
    const image::Image picture = draw(scene);
    // Along every row of pixels that the trunk crosses, the first pixel that is not background is
    // line-coloured.
    int rows = 0;
    int lined = 0;
    for (int y = 90; y < 250; ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (distance(picture.at(x, y), scene.backdrop.colour) < 40) continue;
            ++rows;
            const int here = distance(picture.at(x, y), palette::kSilhouette);
            const int next = distance(picture.at(x + 1, y), palette::kSilhouette);
            lined += std::min(here, next) < 70 ? 1 : 0;
            break;
        }
    }
    CHECK(rows > 120);
    CHECK(lined > rows * 9 / 10);
}

TEST_CASE("the background is the theme's and the floor carries a shadow only where asked") {
    render::Scene scene = testScene();
    scene.camera.pitchDegrees = 20.0F;
    scene.backdrop = render::Backdrop::paper();
    const image::Image paper = draw(scene);
    CHECK(paper.at(2, 2) == image::Rgba{255, 255, 255, 255});
    scene.backdrop.hasFloorShadow = true;
    const image::Image shaded = draw(scene);
    CHECK(shaded.at(2, 2) == image::Rgba{255, 255, 255, 255});
    int darker = 0;
    for (int x = 0; x < paper.width(); ++x) {
        for (int y = paper.height() / 2; y < paper.height(); ++y) {
            darker += shaded.at(x, y).g + 3 < paper.at(x, y).g ? 1 : 0;
        }
    }
    CHECK(darker > 100);
}

TEST_CASE("two views of one body do not disturb each other") {
    map::BodyMap map = emptyMap();
    render::Scene front = testScene();
    render::Scene back = testScene(body::StandardView::Back);
    front.pain = back.pain = &map.layer(LayerKind::Pain);
    render::SceneRenderer first(testDevice());
    render::SceneRenderer second(testDevice());
    first.draw(front);
    second.draw(back);
    dab(map.layer(LayerKind::Pain), kChest, 0.05F, 7);
    first.draw(front);
    second.draw(back);
    CHECK(first.readImage() == draw(front));
    CHECK(second.readImage() == draw(back));
    CHECK(first.colourTexture() != second.colourTexture());
}

TEST_CASE("another body takes over with the next call") {
    render::SceneRenderer renderer(testDevice());
    render::Scene scene = testScene();
    renderer.draw(scene);
    const auto other =
        std::make_shared<const body::BodyModel>("other", makeTestBody()->mesh(), makeTestBody()->atlas());
    scene.body = other;
    CHECK(renderer.draw(scene).extent == Extent::All);
    CHECK(renderer.readImage() == draw(testScene()));
}

TEST_CASE("drawing leaves no OpenGL error behind") {
    // Without a device there is nothing to ask for errors.
    render::SceneRenderer renderer(testDevice());
    (void)render::gl::takeErrors();
    map::BodyMap map = emptyMap();
    dab(map.layer(LayerKind::Pain), kChest, 0.05F, 7);
    render::Scene scene = testScene();
    scene.pain = &map.layer(LayerKind::Pain);
    scene.highlighted = 0;
    renderer.draw(scene);
    (void)renderer.readImage();
    CHECK(render::gl::takeErrors().empty());
}
