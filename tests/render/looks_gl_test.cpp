#include "body/body_part.h"
#include "image/compare.h"
#include "image/palette.h"
#include "render/gl_scene.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

using namespace palpate;
using namespace palpate::test;
using image::Rgba;
using map::LayerKind;

namespace {

std::shared_ptr<const body::BodyPart> partNamed(const body::BodyModel& body, std::string_view id) {
    auto part = body::BodyPart::create(body, id);
    REQUIRE(part.has_value());
    return *part;
}

// A dab whose place has this row.
void dabWith(map::Layer& layer, const glm::vec3& at, float radius, int level, const map::Place& place) {
    dab(layer, at, radius, level);
    layer.setPlace(1, place);
    for (std::uint32_t v = 0; v < layer.values().size(); ++v) {
        if (layer.values()[v] > 0) layer.set(v, layer.values()[v], 1);
    }
}

render::Scene nearChest() {
    render::Scene scene = testScene(body::StandardView::Front, {300, 300});
    scene.camera.height = 0.4F;
    scene.camera.target = {0.0F, 1.2F, 0.0F};
    return scene;
}

double differenceOf(const image::Image& a, const image::Image& b) {
    const auto result = image::compareImages(a, b);
    REQUIRE(result.has_value());
    return result->mean;
}

}  // namespace

TEST_CASE("hidden skin is not drawn, nor what is painted on it, nor the lines around that") {
    map::BodyMap map = emptyMap();
    dab(map.layer(LayerKind::Pain), kChest, 0.08F, 9);
    dab(map.layer(LayerKind::Avoid), kBack, 0.08F, 1);
    render::Scene scene = testScene();
    scene.pain = &map.layer(LayerKind::Pain);
    scene.avoid = &map.layer(LayerKind::Avoid);
    scene.backdrop = render::Backdrop::paper();
    scene.part = partNamed(*scene.body, "left_arm");
    const image::Image picture = draw(scene);
    CHECK(distance(colourAt(picture, scene, kChest), Rgba{255, 255, 255, 255}) == 0);
    CHECK(countNear(picture, image::palette::kPain[9], 20) == 0);
    CHECK(countNear(picture, image::palette::kAvoid, 20) == 0);
    CHECK(countNear(picture, image::palette::kBody, 60) > 300);
    // Only where the arm is: the person's left, on the right of the picture.
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width() / 2; ++x) {
            if (distance(picture.at(x, y), Rgba{255, 255, 255, 255}) != 0)
                CHECK_MESSAGE(false, "something is drawn at ", x, ", ", y);
        }
    }
}

TEST_CASE("one looks into what was cut off, and its inner side is no skin") {
    render::Scene scene = testScene();
    scene.backdrop = render::Backdrop::paper();
    scene.part = partNamed(*scene.body, "trunk");
    scene.camera.pitchDegrees = 60.0F;  // into the neck
    const image::Image picture = draw(scene);
    int dark = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const Rgba here = picture.at(x, y);
            const int spread = std::max({here.r, here.g, here.b}) - std::min({here.r, here.g, here.b});
            if (here.r > 90 && here.r < 170 && spread < 14) ++dark;
        }
    }
    CHECK(dark > 40);
}

TEST_CASE("showing a part and all of the body again leaves the picture as it was") {
    map::BodyMap map = emptyMap();
    dab(map.layer(LayerKind::Pain), kChest, 0.08F, 6);
    render::Scene scene = testScene();
    scene.pain = &map.layer(LayerKind::Pain);
    render::SceneRenderer renderer(testDevice());
    renderer.draw(scene);
    const image::Image before = renderer.readImage();
    scene.part = partNamed(*scene.body, "head");
    renderer.draw(scene);
    CHECK(differenceOf(before, renderer.readImage()) > 1.0);
    scene.part = nullptr;
    renderer.draw(scene);
    CHECK(renderer.readImage() == before);
}

TEST_CASE("in black and white nothing has a colour, and the three bands differ in how dark they are") {
    std::vector<double> darkness;
    for (const int level : {2, 5, 9}) {
        map::BodyMap map = emptyMap();
        dab(map.layer(LayerKind::Pain), kChest, 0.12F, level);
        dab(map.layer(LayerKind::Treated), {0.0F, 1.0F, 0.15F}, 0.05F, 3);
        render::Scene scene = nearChest();
        scene.pain = &map.layer(LayerKind::Pain);
        scene.blackAndWhite = true;
        scene.backdrop = render::Backdrop::paper();
        const image::Image plain = draw(scene);
        scene.treated = &map.layer(LayerKind::Treated);
        const image::Image picture = draw(scene);
        double sum = 0.0;
        int count = 0;
        for (int y = 120; y < 180; ++y) {
            for (int x = 120; x < 180; ++x) {
                sum += 255.0 - plain.at(x, y).g;
                ++count;
            }
        }
        darkness.push_back(sum / count);
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const Rgba here = picture.at(x, y);
                const int spread = std::max({here.r, here.g, here.b}) - std::min({here.r, here.g, here.b});
                if (spread > 3) CHECK_MESSAGE(false, "a colour at ", x, ", ", y);
            }
        }
    }
    CHECK(darkness[1] > darkness[0] + 10.0);
    CHECK(darkness[2] > darkness[1] + 10.0);
}

TEST_CASE("each technique has a pattern of its own") {
    std::vector<image::Image> pictures;
    for (const char* technique : {"effleurage", "petrissage", "trigger point", "friction"}) {
        map::BodyMap map = emptyMap();
        map::Place place;
        place.techniques = {technique};
        dabWith(map.layer(LayerKind::Treated), kChest, 0.12F, 3, place);
        render::Scene scene = nearChest();
        scene.treated = &map.layer(LayerKind::Treated);
        pictures.push_back(draw(scene));
    }
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            CHECK(differenceOf(pictures[i], pictures[j]) > 1.0);
    }
}

TEST_CASE("another technique shows at once, though no vertex was painted anew") {
    map::BodyMap map = emptyMap();
    map::Layer& treated = map.layer(LayerKind::Treated);
    map::Place place;
    place.techniques = {"effleurage"};
    dabWith(treated, kChest, 0.1F, 3, place);
    render::Scene scene = nearChest();
    scene.treated = &treated;
    render::SceneRenderer renderer(testDevice());
    renderer.draw(scene);
    place.techniques = {"friction"};
    treated.setPlace(1, place);
    CHECK(renderer.draw(scene).extent == render::Drawn::Extent::Part);
    CHECK(renderer.readImage() == draw(scene));
}

TEST_CASE("pain below the skin has a line with gaps, on the skin one without") {
    std::vector<int> ink;
    for (const map::Depth depth : {map::Depth::Skin, map::Depth::Muscle, map::Depth::Joint}) {
        map::BodyMap map = emptyMap();
        map::Place place;
        place.depth = depth;
        dabWith(map.layer(LayerKind::Pain), kChest, 0.1F, 2, place);
        render::Scene scene = nearChest();
        scene.pain = &map.layer(LayerKind::Pain);
        scene.pixelScale = 2.0F;
        ink.push_back(countNear(draw(scene), image::palette::kContour, 40));
    }
    REQUIRE(ink[0] > 100);
    for (const int deep : {ink[1], ink[2]}) {
        CHECK(deep > 0.35 * ink[0]);
        CHECK(deep < 0.8 * ink[0]);
    }
}

TEST_CASE("a line with gaps is redrawn as a whole, pixel for pixel, when it grows or becomes deep") {
    map::BodyMap map = emptyMap();
    map::Layer& pain = map.layer(LayerKind::Pain);
    map::Place place;
    place.depth = map::Depth::Joint;
    render::Scene scene = nearChest();
    scene.pain = &pain;
    render::SceneRenderer renderer(testDevice());
    dabWith(pain, kChest, 0.06F, 5, place);
    renderer.draw(scene);
    for (const float x : {0.05F, 0.09F, -0.07F}) {
        dabWith(pain, {x, 1.22F, 0.15F}, 0.05F, 5, place);
        renderer.draw(scene);
        CHECK(renderer.readImage() == draw(scene));
    }
    place.depth = map::Depth::Skin;
    pain.setPlace(1, place);
    renderer.draw(scene);
    CHECK(renderer.readImage() == draw(scene));
}

TEST_CASE("what is new and what is gone is outlined, each otherwise") {
    const render::Scene bare = nearChest();
    const std::vector<std::int8_t> nothing(bare.body->mesh().vertexCount(), 0);
    map::BodyMap map = emptyMap();
    dab(map.layer(LayerKind::Pain), kChest, 0.08F, 5);
    std::vector<std::int8_t> levels(nothing.size());
    std::transform(map.layer(LayerKind::Pain).values().begin(), map.layer(LayerKind::Pain).values().end(),
                   levels.begin(), [](map::Value value) { return static_cast<std::int8_t>(value); });
    render::Scene scene = bare;
    scene.difference = render::DifferenceField{nothing, 1};
    const image::Image plain = draw(scene);
    scene.difference = render::DifferenceField{nothing, 2, levels, nothing};
    const image::Image fresh = draw(scene);
    scene.difference = render::DifferenceField{nothing, 3, nothing, levels};
    const image::Image gone = draw(scene);
    CHECK(countNear(plain, image::palette::kContour, 30) == 0);
    CHECK(countNear(fresh, image::palette::kContour, 30) > 60);
    CHECK(countNear(gone, image::palette::kContour, 30) > 60);
    CHECK(differenceOf(fresh, gone) > 0.05);
}
