#include "document/figure.h"

#include "analysis/measures.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/overlay.h"
#include "document/standard_document.h"
#include "document/test_documents.h"
#include "map/map_codec.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <memory>
#include <vector>

using namespace palpate;
using clinic::Author;
using document::Document;
using test::standardBody;
using test::standardDocument;

namespace {

std::vector<std::byte> bytesOf(const Document& document) {
    return map::encodeMap(test::mapOf(document, Author::Therapist).map);
}

double extentOf(const Document& document) {
    return analysis::measure(*document.body,
                             test::mapOf(document, Author::Therapist).map.layer(map::LayerKind::Pain),
                             document::areaScale(document))
        .extentCm2;
}

}  // namespace

TEST_CASE("a map moves with the figure without loss, is undone on it, and comes back bit for bit") {
    const auto vault = test::makeVault();
    Document document = standardDocument(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 7)));
    const auto before = bytesOf(document);
    REQUIRE(document::changeFigure(document, "larger"));
    CHECK(document.body->figure() == "larger");
    CHECK(bytesOf(document) == before);
    CHECK(vault->clients.front().figure == "larger");
    CHECK(document.clients.front().figure == "larger");

    REQUIRE(*document::paint(document, test::dab(document, test::kThigh, 3)));
    CHECK(bytesOf(document) != before);
    CHECK(document::undo(document));
    CHECK(bytesOf(document) == before);

    document::closeVisit(document);
    Document again = standardDocument(vault);
    CHECK(again.body->figure() == "larger");
    CHECK(bytesOf(again) == before);
    REQUIRE(document::changeFigure(again, "neutral"));
    CHECK(bytesOf(again) == before);
}

TEST_CASE("areas are those of the figure") {
    const auto vault = test::makeVault();
    Document document = standardDocument(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 7)));
    const double asNeutral = extentOf(document);
    REQUIRE(document::changeFigure(document, "child"));
    const double asChild = extentOf(document);
    CHECK(asChild < 0.8 * asNeutral);
    const auto areas = document.body->mesh().vertexAreas();
    const auto values = test::mapOf(document, Author::Therapist).map.layer(map::LayerKind::Pain).values();
    double byHand = 0.0;
    for (std::size_t vertex = 0; vertex < values.size(); ++vertex) {
        if (map::isPainted(values[vertex])) byHand += 1.0e4 * static_cast<double>(areas[vertex]);
    }
    CHECK(asChild == doctest::Approx(byHand));
    REQUIRE(document::changeFigure(document, "neutral"));
    CHECK(extentOf(document) == doctest::Approx(asNeutral));
}

TEST_CASE("the camera shows as much of the new figure, and the same place where it was near") {
    Document document = standardDocument(test::makeVault());
    REQUIRE(document::changeFigure(document, "child"));
    const body::Camera whole = document::standardView(document, body::StandardView::Front);
    CHECK(document.camera.height == doctest::Approx(whole.height));
    CHECK(glm::distance(document.camera.target, whole.target) < 0.01F);
    CHECK_FALSE(document.cameraMove.has_value());

    const auto heel = document.body->bvh().nearest({0.1F, 0.02F, -0.1F}, 0.5F);
    REQUIRE(heel.has_value());
    body::Camera near = document.camera;
    near.target = document.body->mesh().position(heel->point);
    near.height = 0.3F;
    near.yawDegrees = 180.0F;
    document::setCamera(document, near);
    const float share = near.height / document::fitHeight(document);
    REQUIRE(document::changeFigure(document, "male"));
    CHECK(glm::distance(document.camera.target, document.body->mesh().position(heel->point)) < 1.0e-4F);
    CHECK(document.camera.height / document::fitHeight(document) == doctest::Approx(share));
    CHECK(document.camera.yawDegrees == 180.0F);
}

TEST_CASE("opening a client of another figure refits the camera too") {
    const auto vault = test::makeVault();
    clinic::Client child;
    child.id = {2};
    child.code = "C-0002";
    child.figure = "child";
    vault->clients.push_back(child);
    Document document = standardDocument(vault);
    REQUIRE(document::openClient(document, {2}));
    CHECK(document.camera.height == doctest::Approx(document::fitHeight(document)));
}

TEST_CASE("a figure that cannot be taken over changes nothing") {
    const auto vault = test::makeVault();
    Document document = standardDocument(vault);
    const auto isAsItWas = [&] {
        return document.body->figure() == "neutral" && document.clients.front().figure == "neutral" &&
               vault->clients.front().figure == "neutral";
    };
    const auto unknown = document::changeFigure(document, "giant");
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().message().find("giant") != std::string::npos);
    CHECK(isAsItWas());
    vault->failing = true;
    CHECK_FALSE(document::changeFigure(document, "child").has_value());
    CHECK(isAsItWas());
    vault->failing = false;
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document::openCompare(document));
    CHECK_FALSE(document::changeFigure(document, "child").has_value());
    CHECK(isAsItWas());
}

TEST_CASE("a figure of another topology is refused") {
    Document document = test::openVault(test::makeVault());
    document.modelsFolder = PALPATE_TEST_RESOURCES "/models";
    const auto refused = document::changeFigure(document, "child");
    REQUIRE_FALSE(refused.has_value());
    CHECK(document.body->figure() == "neutral");
}

TEST_CASE("muscles and dermatomes are loaded when they are asked for") {
    Document document = standardDocument(test::makeVault());
    REQUIRE(document::showOverlay(document, body::OverlayKind::Regions));
    CHECK(document.labels == nullptr);
    REQUIRE(document::showOverlay(document, body::OverlayKind::Muscles));
    REQUIRE(document.labels != nullptr);
    CHECK(document.labels->muscles().size() >= 140);
    const auto* const loaded = document.labels.get();
    REQUIRE(document::showOverlay(document, body::OverlayKind::Dermatomes));
    CHECK(document.labels.get() == loaded);
}

TEST_CASE("an overlay that cannot be loaded leaves the one that is shown") {
    Document document = standardDocument(test::makeVault());
    document.modelsFolder = "/nowhere";
    REQUIRE(document::showOverlay(document, body::OverlayKind::Regions));
    CHECK_FALSE(document::showOverlay(document, body::OverlayKind::Muscles).has_value());
    CHECK(document.overlay == body::OverlayKind::Regions);
}

TEST_CASE("one key goes through all overlays and back to none") {
    std::optional<body::OverlayKind> shown;
    std::vector<std::optional<body::OverlayKind>> seen;
    for (int i = 0; i < 4; ++i)
        seen.push_back(shown = document::overlayAfter(shown));
    CHECK(seen == decltype(seen){body::OverlayKind::Regions, body::OverlayKind::Muscles,
                                 body::OverlayKind::Dermatomes, std::nullopt});
}

TEST_CASE("a figure is taken back and made again in its turn among the strokes") {
    const auto vault = test::makeVault();
    Document document = standardDocument(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 7)));
    REQUIRE(document::changeFigure(document, "larger"));
    REQUIRE(document::changeFigure(document, "child"));
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh, 3)));
    CHECK_FALSE(document::canUndoFigure(document));  // the dab came later
    CHECK_FALSE(*document::undoFigure(document));
    REQUIRE(document::undo(document));
    CHECK(document::figureUndoLabel(document) == "Figure: Child");
    CHECK(*document::undoFigure(document));
    CHECK(document.body->figure() == "larger");
    CHECK(vault->clients.front().figure == "larger");
    CHECK(*document::undoFigure(document));
    CHECK(document.body->figure() == "neutral");
    CHECK_FALSE(document::canUndoFigure(document));
    CHECK(document::figureRedoLabel(document) == "Figure: Larger");
    CHECK(*document::redoFigure(document));
    CHECK(document.body->figure() == "larger");
    SUBCASE("a new stroke forgets what was undone") {
        REQUIRE(*document::paint(document, test::dab(document, test::kBack, 3)));
        REQUIRE(document::undo(document));
        CHECK_FALSE(document::canRedoFigure(document));
    }
    SUBCASE("another visit has a history of its own") {
        document::closeVisit(document);
        CHECK_FALSE(document::canUndoFigure(document));
        CHECK_FALSE(document::canRedoFigure(document));
    }
    SUBCASE("what the practice cannot keep changes nothing") {
        vault->failing = true;
        CHECK_FALSE(document::undoFigure(document).has_value());
        CHECK(document.body->figure() == "larger");
        CHECK(document::canUndoFigure(document));
    }
}
