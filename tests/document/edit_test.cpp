#include "document/edit.h"

#include "document/test_documents.h"
#include "document/transaction.h"

#include <doctest/doctest.h>

using namespace palpate;
using clinic::Author;
using document::Document;
using document::PaintTool;
using map::LayerKind;

TEST_CASE("a level beyond the layer's scale changes nothing") {
    Document document = test::openVault(test::makeVault());
    const auto version = document.version;
    CHECK_FALSE(document::setLevel(document, 0));
    CHECK_FALSE(document::setLevel(document, 11));
    CHECK(document.version == version);
    document::selectLayer(document, LayerKind::Treated);
    CHECK_FALSE(document::setLevel(document, 6));
    CHECK(document::setLevel(document, 5));
    CHECK(document.version > version);
}

TEST_CASE("each layer keeps its own level and words, each author a size") {
    Document document = test::openVault(test::makeVault());
    document::setLevel(document, 9);
    document::toggleWord(document, "burning");
    document::selectLayer(document, LayerKind::Tension);
    document::setLevel(document, 2);
    CHECK(document.tool.brush().place.words.empty());
    document::selectLayer(document, LayerKind::Pain);
    CHECK(document.tool.brush().level == 9);
    CHECK(document.tool.brush().place.words == std::vector<std::string>{"burning"});
    CHECK(document::brushDiameterCm(document) == 3.0);
    document::paintAs(document, Author::Client);
    CHECK(document::brushDiameterCm(document) == 8.0);
}

TEST_CASE("words are kept in the order of the vocabulary, and go when chosen again") {
    Document document = test::openVault(test::makeVault());
    const auto words = map::qualityWords();
    document::toggleWord(document, words[3]);
    document::toggleWord(document, words[0]);
    document::toggleWord(document, words[5]);
    CHECK(document.tool.brush().place.words ==
          std::vector<std::string>{std::string(words[0]), std::string(words[3]), std::string(words[5])});
    document::toggleWord(document, words[3]);
    CHECK(document.tool.brush().place.words.size() == 2);
    CHECK_FALSE(document::toggleWord(document, "purple"));
    document::selectLayer(document, LayerKind::Tension);
    CHECK_FALSE(document::toggleWord(document, words[0]));
}

TEST_CASE("the brush stays within what a stroke may have") {
    Document document = test::openVault(test::makeVault());
    document::setDiameter(document, 100.0);
    CHECK(document::brushDiameterCm(document) == map::kLargestDiameterCm);
    document::setDiameter(document, 0.0);
    CHECK(document::brushDiameterCm(document) == map::kSmallestDiameterCm);
}

TEST_CASE("a stroke carries what the tool panel says") {
    Document document = test::openVault(test::makeVault());
    document::setLevel(document, 7);
    document::toggleWord(document, "burning");
    document::setDepth(document, map::Depth::Joint);
    document::setDiameter(document, 4.5);
    document::setMirror(document, true);
    map::Stroke stroke = document::strokeHeader(document);
    CHECK(stroke.tool == map::Tool::Brush);
    CHECK(stroke.level == 7);
    CHECK(stroke.diameterCm == 4.5);
    CHECK(stroke.mirror);
    CHECK(stroke.place.words == std::vector<std::string>{"burning"});
    CHECK(stroke.place.depth == map::Depth::Joint);
    CHECK(stroke.topologyId == document.body->mesh().topologyId());
    document::selectTool(document, PaintTool::Erase);
    stroke = document::strokeHeader(document);
    CHECK(stroke.tool == map::Tool::Erase);
    CHECK(stroke.place == map::Place{});
}

TEST_CASE("choosing a level takes up the brush, choosing a layer shows it") {
    Document document = test::openVault(test::makeVault());
    document::selectTool(document, PaintTool::Erase);
    document::setLevel(document, 5);
    CHECK(document.tool.tool == PaintTool::Brush);
    document::showLayer(document, LayerKind::Tension, false);
    document::selectLayer(document, LayerKind::Tension);
    CHECK(document.layersShown[static_cast<std::size_t>(LayerKind::Tension)]);
    document::showLayer(document, LayerKind::Tension, false);
    CHECK_FALSE(document::canPaint(document));
}

TEST_CASE("the mirror is asked for on one layer and is off on the next") {
    Document document = test::openVault(test::makeVault());
    document::setMirror(document, true);
    document::selectLayer(document, LayerKind::Pain);
    CHECK(document.tool.mirror);  // it is the same layer
    document::selectLayer(document, LayerKind::Treated);
    CHECK_FALSE(document.tool.mirror);
    document::selectLayer(document, LayerKind::Pain);
    CHECK_FALSE(document.tool.mirror);
}

TEST_CASE("after a pin was taken back nothing that looks like it stays under the pointer") {
    Document document = test::openVault(test::makeVault());
    const auto skin = document.body->bvh().nearest(test::kChest, 0.3F);
    REQUIRE(skin);
    document::selectTool(document, PaintTool::Pin);
    map::Stroke pin = document::strokeHeader(document, PaintTool::Pin);
    pin.points = {skin->point};
    REQUIRE(*document::paint(document, pin));
    document::setHover(document, document::Hover{skin->point, 0});
    REQUIRE(document::undo(document));
    CHECK_FALSE(document.hover.has_value());
    document::selectTool(document, PaintTool::Brush);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    document::setHover(document, document::Hover{skin->point, 0});
    REQUIRE(document::undo(document));
    CHECK(document.hover.has_value());  // the brush's ring stays where it is
}

TEST_CASE("what changes nothing leaves the version alone") {
    Document document = test::openVault(test::makeVault());
    const auto version = document.version;
    CHECK_FALSE(document::paintAs(document, Author::Therapist));
    CHECK_FALSE(document::selectLayer(document, LayerKind::Pain));
    CHECK_FALSE(document::setMirror(document, false));
    CHECK_FALSE(document::setCamera(document, document.camera));
    CHECK_FALSE(document::setHover(document, std::nullopt));
    CHECK_FALSE(document::undo(document));
    CHECK_FALSE(document::dismissTopic(document, "nothing"));
    CHECK_FALSE(document::setAppearance(document, document.appearance));
    CHECK(document.version == version);
}

TEST_CASE("a notice on the same topic takes the place of the one before") {
    Document document = test::openVault(test::makeVault());
    document::notify(document, document::Notice::Kind::Info, "export", "one");
    document::notify(document, document::Notice::Kind::Error, "opening", "other");
    document::notify(document, document::Notice::Kind::Info, "export", "two");
    REQUIRE(document.notices.size() == 2);
    CHECK(document.notices[1].text == "two");
    CHECK(document::dismissNotice(document, document.notices[1].id));
    CHECK_FALSE(document::dismissNotice(document, 12345));
    CHECK(document.notices.size() == 1);
}

TEST_CASE("the camera moves within a quarter of a second and ends exactly where it should") {
    Document document = test::openVault(test::makeVault());
    document::Appearance appearance = document.appearance;
    appearance.reduceMotion = false;
    document::setAppearance(document, appearance);
    const body::Camera front = document.camera;
    document::viewFrom(document, body::StandardView::Back);
    CHECK(document.camera == front);
    CHECK(document::tick(document, 100.0));
    CHECK(document::tick(document, 100.1));
    CHECK_FALSE(document.camera == front);
    CHECK_FALSE(document::tick(document, 100.25));
    CHECK(document.camera == document::standardView(document, body::StandardView::Back));
    CHECK_FALSE(document.cameraMove.has_value());
}

TEST_CASE("turning by keys adds up while the camera is still on its way") {
    Document document = test::openVault(test::makeVault());
    document::Appearance appearance = document.appearance;
    appearance.reduceMotion = false;
    document::setAppearance(document, appearance);
    for (int press = 0; press < 6; ++press)
        document::turn(document, 15.0F, 0.0F);
    document::tick(document, 1.0);
    document::tick(document, 2.0);
    CHECK(document.camera.yawDegrees == doctest::Approx(90.0));
}

TEST_CASE("zooming stays between the whole body and twelve times nearer") {
    Document document = test::openVault(test::makeVault());
    const float fit = document::fitHeight(document);
    document::zoomBy(document, 1000.0F);
    CHECK(document.camera.height == doctest::Approx(static_cast<double>(fit) / 12.0));
    document::zoomBy(document, 0.0001F);
    CHECK(document.camera.height == doctest::Approx(static_cast<double>(fit)));
}

TEST_CASE("a picture of another shape still shows the whole body, and no less of a part") {
    Document document = test::openVault(test::makeVault());
    document::setViewport(document, {300.0F, 800.0F});
    CHECK(document.camera.height == document::fitHeight(document));
    document::setViewport(document, {1200.0F, 600.0F});
    CHECK(document.camera.height == document::fitHeight(document));
    document::zoomBy(document, 4.0F);
    const float near = document.camera.height;
    document::setViewport(document, {300.0F, 800.0F});
    CHECK(document.camera.height == near);
}

TEST_CASE("the whole body stands below what covers the top of its picture, in every view and size") {
    Document document = test::openVault(test::makeVault());
    const auto positions = document.body->mesh().positions();
    constexpr float kRounding = 0.1F;  // pixels
    const auto topAndBottom = [&] {
        glm::vec2 ends(1.0e9F, -1.0e9F);
        for (const glm::vec3& position : positions) {
            const float y = document.camera.project(position, document.viewportSize).y;
            ends = {std::min(ends.x, y), std::max(ends.y, y)};
        }
        return ends;
    };
    document.appearance.reduceMotion = true;
    for (const float covered : {0.0F, 40.0F, 120.0F, 250.0F}) {
        CAPTURE(covered);
        document::setViewport(document, {900.0F, 600.0F}, 1.0F, covered);
        for (const auto view :
             {body::StandardView::Front, body::StandardView::Left, body::StandardView::Back}) {
            document::viewFrom(document, view);
            const auto [top, bottom] = std::pair(topAndBottom().x, topAndBottom().y);
            CHECK(top > covered - kRounding);
            CHECK(bottom <= 600.0F);
            CHECK(bottom - top > 0.7F * (600.0F - std::max(covered, 48.0F)));
        }
        document::zoomBy(document, 5.0F);
        document::zoomBy(document, 0.01F);
        CHECK(topAndBottom().x > covered - kRounding);
        document::viewAll(document);
        CHECK(topAndBottom().x > covered - kRounding);
    }
    // Who sees it whole when the cover comes or goes goes on seeing it whole.
    document::setViewport(document, {900.0F, 600.0F}, 1.0F, 0.0F);
    const body::Camera before = document.camera;
    CHECK(before == document::standardView(document, body::StandardView::Back));
    document::setViewport(document, {900.0F, 600.0F}, 1.0F, 250.0F);
    CHECK(topAndBottom().x > 250.0F - kRounding);
    document::setViewport(document, {900.0F, 600.0F}, 1.0F, 0.0F);
    CHECK(glm::distance(document.camera.target, before.target) < 1.0e-5F);
}
