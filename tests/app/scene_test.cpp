#include "app/scene.h"

#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

using namespace palpate;
using app::ComparePicture;

namespace {

constexpr app::PictureLook kLook{{640, 480}, 2.0F};

}  // namespace

TEST_CASE("the picture shows the layers of the map shown, and hides what is hidden") {
    document::Document document = test::openVault(test::makeVault());
    document::showLayer(document, map::LayerKind::Tension, false);
    const render::Scene scene = app::paintingScene(document, kLook);
    const auto& map = test::mapOf(document, clinic::Author::Therapist).map;
    CHECK(scene.pain == &map.layer(map::LayerKind::Pain));
    CHECK(scene.tension == nullptr);
    CHECK(scene.treated == &map.layer(map::LayerKind::Treated));
    CHECK(scene.size == kLook.size);
    CHECK(scene.pixelScale == 2.0F);
    document::showMapOf(document, clinic::Author::Client);
    CHECK(app::paintingScene(document, kLook).pain ==
          &test::mapOf(document, clinic::Author::Client).map.layer(map::LayerKind::Pain));
}

TEST_CASE("the brush is shown only where it would paint") {
    document::Document document = test::openVault(test::makeVault());
    CHECK_FALSE(app::paintingScene(document, kLook).ring.has_value());
    document::setHover(document, document::Hover{});
    document::setDiameter(document, 6.0);
    document::setMirror(document, true);
    const auto ring = app::paintingScene(document, kLook).ring;
    REQUIRE(ring.has_value());
    CHECK(ring->radius == doctest::Approx(0.03));
    CHECK(ring->mirrored);
    document::showMapOf(document, clinic::Author::Client);
    CHECK_FALSE(app::paintingScene(document, kLook).ring.has_value());
}

TEST_CASE("the pictures of the compare view show one layer of each map, or their difference") {
    document::Document document = test::openVault(test::makeVault());
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document::openCompare(document));
    const auto& compare = *document.compare;
    const render::Scene from = app::compareScene(document, ComparePicture::From, kLook);
    CHECK(from.pain == &compare.from.map.layer(map::LayerKind::Pain));
    CHECK(from.tension == nullptr);
    CHECK_FALSE(from.difference.has_value());
    const render::Scene to = app::compareScene(document, ComparePicture::To, kLook);
    CHECK(to.pain == &compare.to.map.layer(map::LayerKind::Pain));
    CHECK(to.camera == from.camera);
    const render::Scene change = app::compareScene(document, ComparePicture::Difference, kLook);
    REQUIRE(change.difference.has_value());
    CHECK(change.difference->tenths.data() == compare.difference.data());
    CHECK(change.pain == nullptr);
    const auto version = change.difference->version;
    document::swapCompared(document);
    CHECK(app::compareScene(document, ComparePicture::Difference, kLook).difference->version != version);
}
