#include "image/palette.h"
#include "render/gl_scene.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <cmath>
#include <numbers>

using namespace palpate;
using namespace palpate::test;
namespace palette = image::palette;

namespace {

body::SkinPoint skinAt(const render::Scene& scene, const glm::vec3& place) {
    const auto hit = scene.body->bvh().nearest(place, 0.2F);
    REQUIRE(hit.has_value());
    return hit->point;
}

}  // namespace

TEST_CASE("the ring has the brush's radius on the skin, also when it is smaller than a triangle") {
    for (const float radius : {0.005F, 0.02F, 0.06F}) {
        CAPTURE(radius);
        render::Scene scene = testScene(body::StandardView::Front, {500, 500});
        scene.isLit = false;
        scene.camera.target = kChest;
        scene.camera.height = 5.0F * radius;  // 100 pixels a radius
        scene.ring = render::BrushRing{skinAt(scene, kChest), radius, false, {}};
        const image::Image picture = draw(scene);
        const glm::vec2 middle =
            scene.camera.project(scene.body->mesh().position(scene.ring->centre), glm::vec2(scene.size));
        double sum = 0.0;
        int count = 0;
        for (int y = 0; y < 500; ++y) {
            for (int x = 0; x < 500; ++x) {
                if (distance(picture.at(x, y), palette::kContour) > 20) continue;
                sum += static_cast<double>(glm::distance(middle, glm::vec2(x, y) + 0.5F));
                ++count;
            }
        }
        REQUIRE(count > 300);
        CHECK(sum / count == doctest::Approx(100.0).epsilon(0.03));
    }
}

TEST_CASE("the ring is two-tone and inside it the preview tints the skin") {
    render::Scene scene = testScene(body::StandardView::Front, {400, 400});
    scene.isLit = false;
    scene.camera.target = kChest;
    scene.camera.height = 0.3F;
    scene.ring = render::BrushRing{skinAt(scene, kChest), 0.05F, false, {}};
    const image::Image plain = draw(scene);
    CHECK(countNear(plain, palette::kContour, 20) > 300);
    CHECK(countNear(plain, palette::kCasing, 10) > 100);
    CHECK(distance(plain.at(200, 200), palette::kBody) <= 1);
    scene.ring->preview = palette::kPain[8];
    const image::Image tinted = draw(scene);
    CHECK(tinted.at(200, 200).g + 30 < palette::kBody.g);
    CHECK(distance(tinted.at(20, 200), palette::kBody) <= 1);
}

TEST_CASE("a mirrored ring shows its twin on the other side, fainter") {
    render::Scene scene = testScene(body::StandardView::Front, {400, 400});
    scene.isLit = false;
    const glm::vec3 onLeft{0.1F, 0.6F, 0.2F};
    scene.ring = render::BrushRing{skinAt(scene, onLeft), 0.03F, false, {}};
    const auto darkOnLeftHalf = [&] {
        const image::Image picture = draw(scene);
        int faint = 0;
        int strong = 0;
        for (int y = 200; y < 300; ++y) {
            for (int x = 140; x < 195; ++x) {
                const int g = picture.at(x, y).g;
                faint += g < 150 && g > 100 ? 1 : 0;
                strong += g < 60 ? 1 : 0;
            }
        }
        return std::pair{faint, strong};
    };
    const auto [faintAlone, strongAlone] = darkOnLeftHalf();
    scene.ring->mirrored = true;
    const auto [faint, strong] = darkOnLeftHalf();
    CHECK(faint > faintAlone + 20);
    CHECK(strong == strongAlone);
}

TEST_CASE("a ring on the inner arm does not show on the ribs beside it") {
    render::Scene scene = testScene(body::StandardView::Left, {400, 400});
    scene.ring = render::BrushRing{skinAt(scene, kInnerArm), 0.05F, false, {}};
    const image::Image fromLeft = draw(scene);
    scene.ring.reset();
    // Seen from the left the arm hides both places; only what leaked round would be seen.
    const image::Image without = draw(scene);
    int differing = 0;
    for (int y = 0; y < 400; ++y) {
        for (int x = 0; x < 400; ++x)
            differing += fromLeft.at(x, y) == without.at(x, y) ? 0 : 1;
    }
    CHECK(differing < 400 * 400 / 50);
    // From the right, through the gap, the ribs facing the arm are hidden by the trunk: nothing at all.
    render::Scene right = testScene(body::StandardView::Right, {400, 400});
    const image::Image bare = draw(right);
    right.ring = render::BrushRing{skinAt(right, kInnerArm), 0.05F, false, {}};
    CHECK(draw(right) == bare);
}
