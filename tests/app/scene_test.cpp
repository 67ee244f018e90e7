#include "app/scene.h"

#include "app/pictures.h"

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

TEST_CASE("an onion skin shows each map with the outlines of both, and all pictures the region pointed at") {
    document::Document document = test::openVault(test::makeVault());
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document::openCompare(document));
    const auto& compare = *document.compare;
    CHECK_FALSE(app::sideScene(document, 0, kLook).outlines.has_value());
    REQUIRE(document::setCompareMode(document, document::CompareMode::Onion));
    for (const std::size_t picture : {0U, 1U}) {
        const render::Scene scene = app::sideScene(document, picture, kLook);
        REQUIRE(scene.outlines.has_value());
        CHECK(scene.outlines->later == &compare.to.map.layer(map::LayerKind::Pain));
        CHECK(scene.outlines->earlier == &compare.from.map.layer(map::LayerKind::Pain));
    }
    document::pointAtRow(document, body::RegionIndex{3});
    for (const auto which : {ComparePicture::From, ComparePicture::To, ComparePicture::Difference})
        CHECK(app::compareScene(document, which, kLook).highlighted == body::RegionIndex{3});
}

TEST_CASE("each picture is drawn with its own camera while they are not linked") {
    document::Document document = test::openVault(test::makeVault());
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document::openCompare(document));
    REQUIRE(document::linkCameras(document, false));
    REQUIRE(document::usePicture(document, app::comparePictureOf("viewport.to", 2)));
    REQUIRE(document::turn(document, 60.0F, 0.0F));
    CHECK(app::sideScene(document, 0, kLook).camera != app::sideScene(document, 1, kLook).camera);
    CHECK(app::sideScene(document, 1, kLook).camera == document.camera);
}

TEST_CASE("pictures side by side are numbered from the left") {
    CHECK(app::comparePictureOf("viewport.from", 4) == 0);
    CHECK(app::comparePictureOf("viewport.between1", 4) == 1);
    CHECK(app::comparePictureOf("viewport.between2", 4) == 2);
    CHECK(app::comparePictureOf("viewport.to", 4) == 3);
    CHECK(app::comparePictureOf("viewport.wipe", 2) == 0);
}
