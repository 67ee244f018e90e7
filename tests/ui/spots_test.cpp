#include "ui/spots.h"
#include "commands/recording_context.h"
#include "document/edit.h"
#include "document/open.h"
#include "ui/readings.h"

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

using namespace palpate;

namespace {

document::Document paintedDocument(const std::shared_ptr<test::FakeVault>& vault) {
    document::Document document = test::openVault(vault);
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 7)));
    document::toggleWord(document, "aching");
    REQUIRE(document::paint(document, test::dab(document, test::kThigh, 4)));
    document::toggleWord(document, "aching");
    document::toggleWord(document, "burning");
    REQUIRE(document::paint(document, test::dab(document, test::kBack, 2)));
    return document;
}

std::vector<ui::Spot> spotsOf(const document::Document& document) {
    return ui::findSpots(document.body->mesh(),
                         document::shownMap(document)->map.layer(map::LayerKind::Pain));
}

}  // namespace

TEST_CASE("each painted patch is a spot with its level, in the middle of it") {
    const auto vault = test::makeVault();
    const document::Document document = paintedDocument(vault);
    const std::vector<ui::Spot> spots = spotsOf(document);
    REQUIRE(spots.size() == 3);
    int sum = 0;
    for (const ui::Spot& spot : spots) {
        sum += spot.level;
        CHECK(spot.areaCm2 > 20.0);
        CHECK(spot.areaCm2 < 90.0);
        // A dab is 8 cm wide; its middle lies within one edge of where it was pressed.
        const glm::vec3 pressed = spot.level == 7   ? test::kChest
                                  : spot.level == 4 ? test::kThigh
                                                    : test::kBack;
        const auto skin = document.body->bvh().nearest(pressed, 0.3F);
        REQUIRE(skin);
        CHECK(glm::distance(spot.middle.position, document.body->mesh().position(skin->point)) < 0.025F);
    }
    CHECK(sum == 13);
}

TEST_CASE("a mirrored stroke makes two spots though it is one place") {
    const auto vault = test::makeVault();
    document::Document document = test::openVault(vault);
    document::setMirror(document, true);
    REQUIRE(document::paint(document, test::dab(document, test::kThigh, 5)));
    const std::vector<ui::Spot> spots = spotsOf(document);
    REQUIRE(spots.size() == 2);
    CHECK(spots[0].middle.position.x * spots[1].middle.position.x < 0.0F);
}

TEST_CASE("an empty layer has no spots") {
    const auto vault = test::makeVault();
    const document::Document document = test::openVault(vault);
    CHECK(spotsOf(document).empty());
}

TEST_CASE("a spot is seen where the camera looks at it, and not through the body") {
    const auto vault = test::makeVault();
    const document::Document document = paintedDocument(vault);
    const glm::vec2 size(800.0F, 800.0F);
    const auto& bounds = document.body->mesh().bounds();
    const body::Camera front = body::standardCamera(body::StandardView::Front, bounds, 1.0F);
    const body::Camera back = body::standardCamera(body::StandardView::Back, bounds, 1.0F);
    for (const ui::Spot& spot : spotsOf(document)) {
        CAPTURE(spot.level);
        const bool onBack = spot.level == 2;
        const auto fromFront = ui::seenAt(spot, *document.body, front, size);
        CHECK(fromFront.has_value() == !onBack);
        CHECK(ui::seenAt(spot, *document.body, back, size).has_value() == onBack);
        if (!fromFront) continue;
        // The person's left is on the right of a picture from the front.
        CHECK(fromFront->x > size.x / 2.0F);
    }
}

TEST_CASE("a spot whose middle is out of sight is numbered where some of it is seen") {
    const auto vault = test::makeVault();
    document::Document document = test::openVault(vault);
    // All over the left half of the trunk, from the breast round the flank to the back.
    for (const char* region : {"chest_L", "midback_L"})
        REQUIRE(document::fillRegion(document, region));
    const std::vector<ui::Spot> spots = spotsOf(document);
    REQUIRE(spots.size() == 1);
    const glm::vec2 size(800.0F, 800.0F);
    const auto& bounds = document.body->mesh().bounds();
    for (const body::StandardView view : {body::StandardView::Front, body::StandardView::Back}) {
        const body::Camera camera = body::standardCamera(view, bounds, 1.0F);
        const auto at = ui::seenAt(spots[0], *document.body, camera, size);
        REQUIRE(at.has_value());
        const auto hit = document.body->bvh().firstHit(camera.rayThrough(*at, size));
        REQUIRE(hit.has_value());
        const std::uint32_t vertex = document.body->mesh().nearestVertex(hit->point);
        const auto& layer = document::shownMap(document)->map.layer(map::LayerKind::Pain);
        CHECK(map::isPainted(layer.values()[vertex]));
    }
}

TEST_CASE("a spot outside the picture is not seen") {
    const auto vault = test::makeVault();
    const document::Document document = paintedDocument(vault);
    body::Camera camera =
        body::standardCamera(body::StandardView::Front, document.body->mesh().bounds(), 1.0F);
    camera.target.y += 10.0F;
    for (const ui::Spot& spot : spotsOf(document)) {
        CHECK_FALSE(ui::seenAt(spot, *document.body, camera, {800.0F, 800.0F}).has_value());
    }
}

TEST_CASE("a reading is kept while nothing changed and made anew when something did") {
    const auto vault = test::makeVault();
    document::Document document = paintedDocument(vault);
    ui::Readings readings;
    const double before = readings.of(document).measures->extentCm2;
    CHECK(before > 60.0);
    CHECK(readings.of(document).spots.size() == 3);

    REQUIRE(document::undo(document));
    CHECK(readings.of(document).spots.size() == 2);
    CHECK(readings.of(document).measures->extentCm2 < before);

    document::showLayer(document, map::LayerKind::Pain, false);
    CHECK(readings.of(document).spots.empty());
    CHECK(readings.of(document).measures->extentCm2 > 0.0);

    document::paintAs(document, clinic::Author::Client);
    CHECK(readings.of(document).measures->extentCm2 == 0.0);

    document::closeVisit(document);
    CHECK_FALSE(readings.of(document).measures.has_value());
}
