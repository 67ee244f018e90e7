#include "render/gl_scene.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>

using namespace palpate;
using namespace palpate::test;
using map::LayerKind;
using Extent = render::Drawn::Extent;

namespace {

// Pixels that differ by more than `limit`.
int countDifferent(const image::Image& a, const image::Image& b, int limit) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += distance(a.at(x, y), b.at(x, y)) > limit ? 1 : 0;
    return count;
}

// Where either differs from the bare body is paint: there nothing may change at all.
bool isSamePaint(const image::Image& bare, const image::Image& still, const image::Image& moving) {
    constexpr int kPaint = 24;
    for (int y = 0; y < bare.height(); ++y) {
        for (int x = 0; x < bare.width(); ++x) {
            const bool isPaint = distance(bare.at(x, y), still.at(x, y)) > kPaint;
            if (isPaint && still.at(x, y) != moving.at(x, y)) return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("a body that moves is drawn with fewer triangles, looks the same and comes to rest as it was") {
    map::BodyMap map = emptyMap();
    render::Scene scene = testScene();
    const image::Image bare = draw(scene);
    dab(map.layer(LayerKind::Pain), kChest, 0.06F, 60);
    scene.pain = &map.layer(LayerKind::Pain);
    render::SceneRenderer renderer(testDevice());
    const std::size_t fine = renderer.draw(scene).triangles;
    const image::Image still = renderer.readImage();

    scene.isMoving = true;
    const render::Drawn drawn = renderer.draw(scene);
    CHECK(drawn.extent == Extent::All);
    CHECK(drawn.triangles < fine * 4 / 5);
    const image::Image moving = renderer.readImage();
    CHECK(isSamePaint(bare, still, moving));
    CHECK(countDifferent(still, moving, 12) < still.width() * still.height() / 200);

    scene.isMoving = false;
    CHECK(renderer.draw(scene).extent == Extent::All);
    CHECK(renderer.readImage() == still);
}

TEST_CASE("paint that comes while the body moves is drawn as if all had been drawn anew") {
    map::BodyMap map = emptyMap();
    render::Scene scene = testScene();
    scene.pain = &map.layer(LayerKind::Pain);
    scene.isMoving = true;
    render::SceneRenderer renderer(testDevice());
    renderer.draw(scene);
    dab(map.layer(LayerKind::Pain), kChest, 0.03F, 60);
    CHECK(renderer.draw(scene).extent == Extent::All);
    CHECK(renderer.readImage() == draw(scene));
    CHECK(renderer.draw(scene).extent == Extent::Nothing);
}

TEST_CASE("from near, and where a part is shown alone, a body that moves is drawn with all its triangles") {
    render::Scene scene = testScene();
    render::SceneRenderer renderer(testDevice());
    const auto isDrawnAlike = [&] {
        scene.isMoving = false;
        renderer.draw(scene);
        scene.isMoving = true;
        return renderer.draw(scene).extent == Extent::Nothing;
    };
    CHECK_FALSE(isDrawnAlike());
    const auto arm = body::BodyPart::create(*scene.body, "left_arm");
    REQUIRE(arm.has_value());
    scene.part = *arm;
    CHECK(isDrawnAlike());
    scene.part = nullptr;
    scene.camera.height = 0.2F;  // 300 pixels: two thirds of a millimetre each
    scene.camera.target = kChest;
    CHECK(isDrawnAlike());
}
