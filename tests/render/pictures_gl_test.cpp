#include "image/palette.h"
#include "render/gl_scene.h"
#include "render/pictures.h"

#include <doctest/doctest.h>

using namespace palpate;
using namespace palpate::test;

TEST_CASE("a picture has the size asked for and no hard steps at the body's edge") {
    render::PictureRenderer pictures(testDevice());
    render::Scene scene = testScene(body::StandardView::Front, {151, 203});
    scene.backdrop = render::Backdrop::paper();
    const auto picture = pictures.render(scene);
    REQUIRE(picture.has_value());
    CHECK(picture->width() == 151);
    CHECK(picture->height() == 203);
    CHECK(picture->at(1, 1) == image::Rgba{255, 255, 255, 255});
}

TEST_CASE("flat colours survive the scaling down") {
    map::BodyMap map = emptyMap();
    fill(map.layer(map::LayerKind::Pain), 7);
    render::Scene scene = testScene();
    scene.isLit = false;
    scene.pain = &map.layer(map::LayerKind::Pain);
    render::PictureRenderer pictures(testDevice());
    const auto picture = pictures.render(scene);
    REQUIRE(picture.has_value());
    CHECK(distance(colourAt(*picture, scene, kChest), image::palette::kPain[7]) <= 1);
}

TEST_CASE("sizes that cannot be drawn are refused with what can") {
    render::PictureRenderer pictures(testDevice());
    for (const glm::ivec2 size : {glm::ivec2{0, 100}, {100, -1}, {100000, 10}}) {
        const auto picture = pictures.render(testScene(body::StandardView::Front, {10, 10}));
        CHECK(picture.has_value());
        render::Scene scene = testScene();
        scene.size = size;
        const auto refused = pictures.render(scene);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().kind == core::Error::Kind::Usage);
        CHECK(refused.error().hint.find(std::to_string(testDevice()->largestSide())) != std::string::npos);
    }
}

TEST_CASE("the same scene gives the same bytes, also off screen with a context of its own") {
    render::Scene scene = testScene();
    scene.camera.yawDegrees = 20.0F;
    render::PictureRenderer pictures(testDevice());
    const auto first = pictures.render(scene);
    const auto second = pictures.render(scene);
    REQUIRE(first.has_value());
    CHECK(*first == *second);
    {
        auto own = render::PictureRenderer::createOffscreen();
        REQUIRE_MESSAGE(own.has_value(), (own ? "" : own.error().message()));
        const auto third = own->render(scene);
        REQUIRE(third.has_value());
        CHECK(*third == *first);
    }
    (void)testDevice();  // makes the shared context current again
}
