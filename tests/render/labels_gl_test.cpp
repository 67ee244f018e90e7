#include "image/compare.h"
#include "image/palette.h"
#include "render/gl_scene.h"

#include <doctest/doctest.h>

using namespace palpate;
using namespace palpate::test;
using map::LayerKind;

namespace {

render::Scene labelledScene() {
    render::Scene scene = testScene();
    scene.isLit = false;
    scene.labels =
        std::make_shared<render::SkinLabels>(render::regionLabels(scene.body->mesh(), scene.body->atlas()));
    return scene;
}

}  // namespace

TEST_CASE("labels tint the skin with borders between, and are gone without leaving a trace") {
    render::Scene scene = labelledScene();
    render::SceneRenderer renderer(testDevice());
    render::Scene bare = scene;
    bare.labels.reset();
    renderer.draw(bare);
    const image::Image before = renderer.readImage();
    CHECK(renderer.draw(scene).extent == render::Drawn::Extent::All);
    const image::Image with = renderer.readImage();
    CHECK(countNear(before, image::palette::kLabelBorder, 25) + 300 <
          countNear(with, image::palette::kLabelBorder, 60));
    CHECK(distance(colourAt(with, scene, {0.1F, 1.2F, 0.15F}), colourAt(with, scene, {-0.1F, 1.2F, 0.15F})) >=
          10);
    CHECK(renderer.draw(scene).extent == render::Drawn::Extent::Nothing);
    renderer.draw(bare);
    CHECK(renderer.readImage() == before);
}

TEST_CASE("paint has its own colour over a tint, and borders show through it") {
    map::BodyMap map = emptyMap();
    fill(map.layer(LayerKind::Pain), 9);
    render::Scene scene = labelledScene();
    scene.pain = &map.layer(LayerKind::Pain);
    const image::Image with = draw(scene);
    CHECK(distance(colourAt(with, scene, {0.1F, 1.2F, 0.15F}), image::palette::kPain[9]) <= 2);
    scene.labels.reset();
    const auto compared = image::compareImages(with, draw(scene));
    REQUIRE(compared.has_value());
    CHECK(compared->differing > 300);
}
