#include "document/tools.h"

#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/selection.h"
#include "document/test_documents.h"
#include "map/stroke_painter.h"

#include <doctest/doctest.h>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <cmath>
#include <vector>

using namespace palpate;
using clinic::Author;
using document::Document;
using document::PointerTool;
using document::ToolInput;
using document::ToolResponse;
using Kind = ToolInput::Kind;
using Button = ToolInput::Button;

namespace {

constexpr glm::vec2 kOffBody{20.0F, 20.0F};

glm::vec2 onPicture(const Document& document, const glm::vec3& world) {
    return document.camera.project(world, document.viewportSize);
}

ToolInput input(Kind kind, glm::vec2 position, Button button = Button::Left) {
    ToolInput made;
    made.kind = kind;
    made.button = kind == Kind::Move ? Button::None : button;
    made.position = position;
    return made;
}

// A recorded drag: press at the first place, move over the others, release at the last. The last answer.
ToolResponse drag(PointerTool& tool, Document& document, const std::vector<glm::vec2>& places,
                  Button button = Button::Left) {
    tool.handle(document, input(Kind::Press, places.front(), button));
    for (std::size_t i = 1; i < places.size(); ++i)
        tool.handle(document, input(Kind::Move, places[i]));
    return tool.handle(document, input(Kind::Release, places.back(), button));
}

const document::OpenMap& therapists(const Document& document) {
    return test::mapOf(document, Author::Therapist);
}

struct Scene {
    std::shared_ptr<test::FakeVault> vault = test::makeVault();
    Document document = test::openVault(vault);
    PointerTool tool;
    glm::vec2 chest = onPicture(document, test::kChest);
};

}  // namespace

TEST_CASE_FIXTURE(Scene, "a press on the body paints and never turns") {
    const body::Camera before = document.camera;
    CHECK(drag(tool, document, {chest, chest + glm::vec2(10.0F, 0.0F), chest + glm::vec2(20.0F, 5.0F)}) ==
          ToolResponse::Commit);
    CHECK(document.camera == before);
    CHECK(test::paintedVertices(therapists(document)) > 0);
    CHECK(therapists(document).history.undoSteps() == 1);
}

TEST_CASE_FIXTURE(Scene, "a press off the body turns and never paints, also where it passes over the body") {
    const body::Camera before = document.camera;
    CHECK(drag(tool, document, {kOffBody, chest, chest + glm::vec2(50.0F, 0.0F)}) == ToolResponse::Nothing);
    CHECK_FALSE(document.camera == before);
    CHECK(therapists(document).map.isEmpty());
}

TEST_CASE_FIXTURE(Scene, "dragging 900 dp turns the body once round") {
    drag(tool, document, {kOffBody, kOffBody + glm::vec2(225.0F, 0.0F)});
    CHECK(document.camera.yawDegrees ==
          doctest::Approx(270.0));  // the front moved to the right: its right side shows
    drag(tool, document, {kOffBody, kOffBody + glm::vec2(675.0F, 0.0F)});
    CHECK(document.camera.yawDegrees == doctest::Approx(0.0));
    document::setViewport(document, document.viewportSize, 2.0F);
    drag(tool, document, {kOffBody, kOffBody + glm::vec2(225.0F, 0.0F)});
    CHECK(document.camera.yawDegrees == doctest::Approx(315.0));
}

TEST_CASE_FIXTURE(Scene, "the right button turns about the skin under the pointer, which stays where it is") {
    // Turning leaves the flat view; the place is looked for in the picture that is then turned.
    drag(tool, document, {kOffBody, kOffBody + glm::vec2(1.0F, 0.0F)});
    const glm::vec2 at = onPicture(document, test::kChest);
    const auto under = document::pick(document, at);
    REQUIRE(under.has_value());
    const glm::vec3 pivot = document.body->mesh().position(under->point);
    drag(tool, document, {at, at + glm::vec2(40.0F, 25.0F)}, Button::Right);
    CHECK(glm::distance(onPicture(document, pivot), at) < 0.5F);
    CHECK(therapists(document).map.isEmpty());
}

TEST_CASE_FIXTURE(Scene, "turning off the body keeps the body in the picture") {
    document::zoomBy(document, 4.0F);
    for (int i = 0; i < 20; ++i) {
        drag(tool, document, {kOffBody, kOffBody + glm::vec2(170.0F, 60.0F)});
        const body::Box& bounds = document.body->mesh().bounds();
        const float reach = glm::length(bounds.size()) * 0.5F;
        CHECK(glm::distance(document.camera.target, bounds.centre()) < reach);
    }
}

TEST_CASE_FIXTURE(Scene, "the middle button, or shift and the right one, moves the picture") {
    document::zoomBy(document, 3.0F);
    const auto under = document::pick(document, chest);
    REQUIRE(under.has_value());
    const glm::vec3 held = document.body->mesh().position(under->point);
    drag(tool, document, {chest, chest + glm::vec2(30.0F, 20.0F)}, Button::Middle);
    CHECK(glm::distance(onPicture(document, held), chest + glm::vec2(30.0F, 20.0F)) < 1.0F);
    ToolInput press = input(Kind::Press, chest, Button::Right);
    press.shift = true;
    const float yaw = document.camera.yawDegrees;
    tool.handle(document, press);
    tool.handle(document, input(Kind::Move, chest + glm::vec2(-30.0F, 0.0F)));
    CHECK(document.camera.yawDegrees == yaw);
    CHECK(tool.isBusy());
    tool.handle(document, input(Kind::Release, chest, Button::Right));
    CHECK_FALSE(tool.isBusy());
}

TEST_CASE_FIXTURE(Scene,
                  "the wheel comes nearer to what is under the pointer, and with shift changes the brush") {
    const auto under = document::pick(document, chest);
    REQUIRE(under.has_value());
    const glm::vec3 held = document.body->mesh().position(under->point);
    const float height = document.camera.height;
    ToolInput wheel = input(Kind::Wheel, chest, Button::None);
    wheel.wheel = 3.0F;
    CHECK(tool.handle(document, wheel) == ToolResponse::Preview);
    CHECK(document.camera.height == doctest::Approx(static_cast<double>(height) / std::pow(1.15, 3)));
    CHECK(glm::distance(onPicture(document, held), chest) < 1.0F);
    wheel.shift = true;
    wheel.wheel = -1.0F;
    const double before = document::brushDiameterCm(document);
    tool.handle(document, wheel);
    CHECK(document::brushDiameterCm(document) == doctest::Approx(before / 1.15));
}

TEST_CASE_FIXTURE(Scene, "holding control erases what the brush painted") {
    drag(tool, document, {chest, chest + glm::vec2(30.0F, 0.0F)});
    REQUIRE_FALSE(therapists(document).map.isEmpty());
    document::setDiameter(document, 20.0);
    ToolInput press = input(Kind::Press, chest + glm::vec2(15.0F, 0.0F));
    press.ctrl = true;
    tool.handle(document, press);
    CHECK(tool.handle(document, input(Kind::Release, press.position)) == ToolResponse::Commit);
    CHECK(test::paintedVertices(therapists(document)) == 0);
    CHECK(document.tool.tool == document::PaintTool::Brush);
}

TEST_CASE_FIXTURE(Scene, "a quick drag paints everything that it passed over") {
    const glm::vec2 from = onPicture(document, {0.0F, 1.35F, 0.1F}),
                    to = onPicture(document, {0.0F, 0.95F, 0.1F});
    drag(tool, document, {from, to});
    const auto values = therapists(document).map.layer(map::LayerKind::Pain).values();
    for (float share = 0.1F; share < 0.95F; share += 0.1F) {
        const auto under = document::pick(document, glm::mix(from, to, share));
        REQUIRE(under.has_value());
        CHECK(map::isPainted(values[document.body->mesh().nearestVertex(under->point)]));
    }
}

TEST_CASE_FIXTURE(Scene, "crossing from the arm over the gap to the trunk leaves the skin between alone") {
    document::setDiameter(document, 2.0);
    const float y = 1.0F;
    const glm::vec2 arm = onPicture(document, {0.26F, y, 0.1F}),
                    trunk = onPicture(document, {0.08F, y, 0.1F});
    drag(tool, document, {arm, trunk});
    const auto values = therapists(document).map.layer(map::LayerKind::Pain).values();
    const auto& mesh = document.body->mesh();
    // The sides that face each other across the gap lie out of sight of the pointer.
    const auto inner = document.body->bvh().nearest({0.2275F, y, -0.02F}, 0.1F);
    REQUIRE(inner.has_value());
    CHECK_FALSE(map::isPainted(values[mesh.nearestVertex(inner->point)]));
    CHECK(test::paintedVertices(therapists(document)) > 0);
}

TEST_CASE_FIXTURE(Scene, "escape gives the running stroke up") {
    tool.handle(document, input(Kind::Press, chest));
    tool.handle(document, input(Kind::Move, chest + glm::vec2(20.0F, 0.0F)));
    CHECK(document.painting);
    CHECK(tool.handle(document, input(Kind::Cancel, chest)) == ToolResponse::Cancel);
    CHECK(therapists(document).map.isEmpty());
    CHECK_FALSE(document.painting);
    CHECK(tool.handle(document, input(Kind::Release, chest)) == ToolResponse::Nothing);
    CHECK(vault->maps.empty());
}

TEST_CASE_FIXTURE(Scene, "a second button does nothing while the first is held") {
    tool.handle(document, input(Kind::Press, chest));
    const body::Camera before = document.camera;
    tool.handle(document, input(Kind::Press, chest, Button::Right));
    tool.handle(document, input(Kind::Move, chest + glm::vec2(20.0F, 0.0F)));
    tool.handle(document, input(Kind::Release, chest, Button::Right));
    CHECK(document.painting);
    CHECK(document.camera == before);
    CHECK(tool.handle(document, input(Kind::Release, chest + glm::vec2(20.0F, 0.0F))) ==
          ToolResponse::Commit);
}

TEST_CASE_FIXTURE(Scene, "the therapist's pointer on the client's map says why nothing is painted") {
    document::showMapOf(document, Author::Client);
    CHECK(drag(tool, document, {chest, chest + glm::vec2(20.0F, 0.0F)}) == ToolResponse::Nothing);
    CHECK(test::mapOf(document, Author::Client).map.isEmpty());
    CHECK(therapists(document).map.isEmpty());
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices[0].text.find("client's map") != std::string::npos);
}

TEST_CASE_FIXTURE(Scene, "the skin under the pointer is named by the person's own side") {
    tool.handle(document, input(Kind::Move, chest));
    REQUIRE(document.hover.has_value());
    CHECK(document.body->atlas().region(document.hover->region).id == "chest_L");
    CHECK(chest.x > document.viewportSize.x / 2.0F);  // the person's left is on the right of the picture
    tool.handle(document, input(Kind::Leave, chest));
    CHECK_FALSE(document.hover.has_value());
}

TEST_CASE_FIXTURE(Scene, "a double click off the body shows the whole of it") {
    document::zoomBy(document, 2.0F);
    tool.handle(document, input(Kind::DoubleClick, kOffBody));
    CHECK(document.camera.height == doctest::Approx(static_cast<double>(document::fitHeight(document))));
    CHECK_FALSE(tool.isBusy());
}

TEST_CASE_FIXTURE(Scene, "a double click on the body comes nearer and leaves no paint and no step") {
    drag(tool, document, {chest, chest + glm::vec2(0.0F, 60.0F)});
    const map::BodyMap before = therapists(document).map;
    document::setLevel(document, 9);
    const auto under = document::pick(document, chest);
    REQUIRE(under.has_value());
    CHECK(drag(tool, document, {chest, chest}) == ToolResponse::Commit);
    CHECK_FALSE(therapists(document).map == before);
    tool.handle(document, input(Kind::DoubleClick, chest));
    tool.handle(document, input(Kind::Release, chest));
    CHECK(therapists(document).map == before);
    CHECK(therapists(document).history.undoSteps() == 1);
    CHECK(therapists(document).history.redoSteps() == 0);
    CHECK(document.camera.height < 0.6F * document::fitHeight(document));
    CHECK(glm::distance(document.camera.target, document.body->mesh().position(under->point)) < 1.0e-4F);
    CHECK(therapists(test::openVault(vault)).map == before);
}

TEST_CASE_FIXTURE(Scene, "a double click that follows a drag takes nothing back") {
    drag(tool, document, {chest, chest + glm::vec2(0.0F, 60.0F)});
    const map::BodyMap before = therapists(document).map;
    tool.handle(document, input(Kind::DoubleClick, chest));
    CHECK(therapists(document).map == before);
}

TEST_CASE_FIXTURE(Scene,
                  "a drag that leaves the skin and comes back is one step to undo, also after a restart") {
    const glm::vec2 thigh = onPicture(document, test::kThigh);
    drag(tool, document,
         {chest, chest + glm::vec2(10.0F, 0.0F), kOffBody, thigh, thigh + glm::vec2(0.0F, 20.0F)});
    CHECK(therapists(document).history.undoSteps() == 1);
    CHECK(therapists(document).entries >= 2);
    const map::BodyMap painted = therapists(document).map;
    Document restarted = test::openVault(vault);
    CHECK(therapists(restarted).map == painted);
    CHECK(therapists(restarted).history.undoSteps() == 1);
    REQUIRE(document::undo(restarted));
    CHECK(therapists(restarted).map.isEmpty());
    REQUIRE(document::redo(restarted));
    CHECK(therapists(restarted).map == painted);
    CHECK(therapists(test::openVault(vault)).map == painted);
}

TEST_CASE_FIXTURE(Scene,
                  "a running drag is written down every quarter of a second, and is one step all the same") {
    tool.handle(document, input(Kind::Press, chest));
    CHECK(tool.keepTime(10.0) == 10.25);
    tool.handle(document, input(Kind::Move, chest + glm::vec2(20.0F, 0.0F)));
    CHECK(tool.keepTime(10.1) == 10.25);
    CHECK(vault->maps.empty());
    CHECK_FALSE(tool.keepTime(10.25).has_value());
    CHECK(therapists(document).entries == 1);
    // What is on the disk now is all that was painted so far.
    const Document killed = test::openVault(vault);
    CHECK(therapists(killed).map == therapists(document).map);
    CHECK(document.painting);
    CHECK_FALSE(tool.keepTime(11.0).has_value());  // nothing new was painted
    CHECK(therapists(document).entries == 1);
    tool.handle(document, input(Kind::Move, chest + glm::vec2(20.0F, 40.0F)));
    tool.handle(document, input(Kind::Release, chest + glm::vec2(20.0F, 40.0F)));
    CHECK(therapists(document).history.undoSteps() == 1);
    CHECK(therapists(document).map.layer(map::LayerKind::Pain).places().size() == 1);
    SUBCASE("in pieces it paints what it paints in one go") {
        Scene whole;
        drag(whole.tool, whole.document,
             {chest, chest + glm::vec2(20.0F, 0.0F), chest + glm::vec2(20.0F, 40.0F)});
        CHECK(therapists(whole.document).map == therapists(document).map);
    }
    SUBCASE("undo takes all of it back") {
        REQUIRE(document::undo(document));
        CHECK(therapists(document).map.isEmpty());
        CHECK(therapists(test::openVault(vault)).map.isEmpty());
    }
}

TEST_CASE_FIXTURE(Scene, "escape gives up what was written down already, too") {
    tool.handle(document, input(Kind::Press, chest));
    static_cast<void>(tool.keepTime(1.0));
    static_cast<void>(tool.keepTime(2.0));
    tool.handle(document, input(Kind::Move, chest + glm::vec2(20.0F, 0.0F)));
    REQUIRE(therapists(document).entries == 1);
    CHECK(tool.handle(document, input(Kind::Cancel, chest)) == ToolResponse::Cancel);
    CHECK(therapists(document).map.isEmpty());
    CHECK(therapists(document).history.undoSteps() == 0);
    CHECK(therapists(document).history.redoSteps() == 0);
    CHECK(therapists(test::openVault(vault)).map.isEmpty());
}

TEST_CASE_FIXTURE(Scene, "a press with fill paints the region under it, with ctrl it makes it bare") {
    document::selectTool(document, document::PaintTool::Fill);
    document::setLevel(document, 6);
    CHECK(document.tool.tool == document::PaintTool::Fill);
    CHECK(drag(tool, document, {chest, kOffBody, chest}) == ToolResponse::Commit);
    CHECK(therapists(document).history.undoSteps() == 1);
    const auto& atlas = document.body->atlas();
    const auto values = therapists(document).map.layer(map::LayerKind::Pain).values();
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        const bool inside = atlas.region(atlas.regionOf(v)).id == "chest_L";
        CHECK(values[v] == (inside ? map::valueOf(6) : 0));
    }
    ToolInput press = input(Kind::Press, chest);
    press.ctrl = true;
    tool.handle(document, press);
    CHECK(tool.handle(document, input(Kind::Release, chest)) == ToolResponse::Commit);
    CHECK(therapists(document).map.isEmpty());
}

TEST_CASE_FIXTURE(Scene, "a press with edit chooses what is painted there, pins first, and paints nothing") {
    drag(tool, document, {chest, chest + glm::vec2(10.0F, 0.0F)});
    const map::BodyMap before = therapists(document).map;
    document::selectTool(document, document::PaintTool::Edit);
    drag(tool, document, {chest, chest + glm::vec2(30.0F, 0.0F)});
    REQUIRE(document.selection.has_value());
    CHECK(*document.selection == document::Selection(document::PlaceChoice{map::LayerKind::Pain, 1}));
    CHECK(document::selectedPlace(document) != nullptr);
    CHECK(therapists(document).map == before);
    drag(tool, document, {onPicture(document, test::kThigh), onPicture(document, test::kThigh)});
    CHECK_FALSE(document.selection.has_value());
    // Another layer is chosen where the active one is bare.
    document::selectLayer(document, map::LayerKind::Tension);
    drag(tool, document, {chest, chest});
    CHECK(document.tool.layer == map::LayerKind::Pain);
    CHECK(document::selectedPlace(document) != nullptr);
    document::selectTool(document, document::PaintTool::Pin);
    CHECK_FALSE(document::selectedPlace(document) != nullptr);
    document::select(document, std::nullopt);
    drag(tool, document, {chest, chest});
    REQUIRE(therapists(document).map.pins().rows().size() == 1);
    drag(tool, document, {chest, chest});
    CHECK(therapists(document).map.pins().rows().size() == 1);
    CHECK(document::selectedPin(document) != nullptr);
    ToolInput press = input(Kind::Press, chest);
    press.ctrl = true;
    CHECK(tool.handle(document, press) == ToolResponse::Commit);
    CHECK(therapists(document).map.pins().isEmpty());
}

TEST_CASE_FIXTURE(Scene, "holding a key shows the tool that a press would use") {
    ToolInput over = input(Kind::Move, chest);
    over.ctrl = true;
    CHECK(tool.handle(document, over) == ToolResponse::Preview);
    CHECK(document::toolInHand(document) == document::PaintTool::Erase);
    over.ctrl = false;
    over.shift = true;
    tool.handle(document, over);
    CHECK(document::toolInHand(document) == document::PaintTool::Soften);
    tool.handle(document, input(Kind::Move, chest));
    CHECK(document::toolInHand(document) == document::PaintTool::Brush);
}

TEST_CASE_FIXTURE(Scene, "the same recorded pointer gives the same map") {
    const std::vector<glm::vec2> way{chest, chest + glm::vec2(13.0F, 4.0F), chest + glm::vec2(22.0F, 31.0F)};
    drag(tool, document, way);
    Scene other;
    drag(other.tool, other.document, way);
    CHECK(therapists(document).map == therapists(other.document).map);
    const Document restarted = test::openVault(vault);
    CHECK(therapists(restarted).map == therapists(document).map);
}

TEST_CASE_FIXTURE(Scene, "while maps are compared a press on the body turns it") {
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document::openCompare(document));
    const body::Camera before = document.camera;
    drag(tool, document, {chest, chest + glm::vec2(60.0F, 0.0F)});
    CHECK_FALSE(document.camera == before);
    CHECK(therapists(document).map.isEmpty());
    CHECK_FALSE(document::canPaint(document));
}

TEST_CASE_FIXTURE(Scene, "a press with the band sets one band, however far it is dragged") {
    document::selectTool(document, document::PaintTool::Band);
    document::setLevel(document, 6);
    CHECK(document.tool.tool == document::PaintTool::Band);
    CHECK(drag(tool, document, {chest, chest + glm::vec2(0.0F, 40.0F), kOffBody, chest}) ==
          ToolResponse::Commit);
    CHECK(therapists(document).history.undoSteps() == 1);
    const auto under = document::pick(document, chest);
    REQUIRE(under.has_value());
    map::BodyMap expected(therapists(document).map.topologyId(), therapists(document).map.vertexCount());
    map::Stroke stroke = document::strokeHeader(document);
    CHECK(stroke.tool == map::Tool::Band);
    CHECK(stroke.level == 6);
    stroke.points = {under->point};
    REQUIRE(map::paintStroke(*document.body, expected, stroke).has_value());
    CHECK(therapists(document).map == expected);
}

TEST_CASE_FIXTURE(Scene, "a press with the pin sets one pin where it was pressed") {
    document::selectTool(document, document::PaintTool::Pin);
    document::setMirror(document, true);
    CHECK(drag(tool, document, {chest, chest + glm::vec2(30.0F, 0.0F)}) == ToolResponse::Commit);
    REQUIRE(therapists(document).map.pins().rows().size() == 1);
    CHECK(therapists(document).map.pins().find(1)->at == document::pick(document, chest)->point);
    CHECK(test::paintedVertices(therapists(document)) == 0);
}

TEST_CASE_FIXTURE(Scene, "holding shift softens, and where nothing can be softened says why") {
    drag(tool, document, {chest, chest + glm::vec2(30.0F, 0.0F)});
    const std::size_t painted = test::paintedVertices(therapists(document));
    const map::BodyMap before = therapists(document).map;
    ToolInput press = input(Kind::Press, chest);
    press.shift = true;
    tool.handle(document, press);
    CHECK(tool.handle(document, input(Kind::Release, chest)) == ToolResponse::Commit);
    CHECK_FALSE(therapists(document).map == before);
    CHECK(test::paintedVertices(therapists(document)) == painted);
    document::selectLayer(document, map::LayerKind::Avoid);
    CHECK(tool.handle(document, press) == ToolResponse::Nothing);
    CHECK_FALSE(tool.isBusy());
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices[0].text.find("nothing to soften") != std::string::npos);
}

TEST_CASE_FIXTURE(Scene, "off the skin a held drag keeps the maps closed until the button is let go") {
    tool.handle(document, input(Kind::Press, chest));
    tool.handle(document, input(Kind::Move, kOffBody));
    CHECK(document.painting);
    CHECK_FALSE(document::paintAs(document, Author::Client));
    CHECK_FALSE(document::undo(document));
    tool.handle(document, input(Kind::Move, chest));
    CHECK(document.painting);
    SUBCASE("by a release") {
        tool.handle(document, input(Kind::Move, kOffBody));
        CHECK(tool.handle(document, input(Kind::Release, kOffBody)) == ToolResponse::Commit);
    }
    SUBCASE("by escape") {
        tool.handle(document, input(Kind::Cancel, kOffBody));
    }
    CHECK_FALSE(document.painting);
    CHECK(document::paintAs(document, Author::Client));
}

TEST_CASE_FIXTURE(Scene, "the rest of a drag paints nothing where its map can no longer be painted on") {
    tool.handle(document, input(Kind::Press, chest));
    tool.handle(document, input(Kind::Move, kOffBody));
    const map::BodyMap before = therapists(document).map;
    SUBCASE("its layer was hidden") {
        document::showLayer(document, map::LayerKind::Pain, false);
    }
    SUBCASE("another person paints") {
        document.author = document.shown = Author::Client;
    }
    SUBCASE("another visit is open") {
        document.visit = core::VisitId{2};
    }
    tool.handle(document, input(Kind::Move, chest + glm::vec2(0.0F, 60.0F)));
    tool.handle(document, input(Kind::Release, chest + glm::vec2(0.0F, 60.0F)));
    CHECK(therapists(document).map == before);
    CHECK(test::mapOf(document, Author::Client).map.isEmpty());
    CHECK_FALSE(document.painting);
    CHECK_FALSE(tool.isBusy());
}

TEST_CASE_FIXTURE(Scene,
                  "words belong to the place that is being painted, and another place begins without them") {
    const auto wordsOf = [&](const glm::vec2& at) {
        const map::Layer& layer = therapists(document).map.layer(map::LayerKind::Pain);
        return layer.places().at(document::placeUnder(document, document::pick(document, at)->point)).words;
    };
    REQUIRE(document::setDiameter(document, 8.0));
    const glm::vec2 thigh = onPicture(document, test::kThigh);
    const std::vector<std::string> aching{"aching"};
    REQUIRE(document::toggleWord(document, "aching"));
    REQUIRE(document::setDepth(document, map::Depth::Muscle));
    REQUIRE(drag(tool, document, {chest, chest + glm::vec2(4.0F, 0.0F)}) == ToolResponse::Commit);
    CHECK(wordsOf(chest) == aching);
    // Going on with the same place keeps them, also from beside it.
    REQUIRE(drag(tool, document, {chest + glm::vec2(8.0F, 0.0F), chest + glm::vec2(14.0F, 0.0F)}) ==
            ToolResponse::Commit);
    CHECK(document.tool.brush().place.words == aching);
    SUBCASE("another place") {
        REQUIRE(drag(tool, document, {thigh, thigh + glm::vec2(4.0F, 0.0F)}) == ToolResponse::Commit);
        CHECK(document.tool.brush().place == map::Place{});
        CHECK(wordsOf(thigh).empty());
        CHECK(wordsOf(chest) == aching);
    }
    SUBCASE("words chosen in between are for the next place") {
        REQUIRE(document::toggleWord(document, "aching"));
        REQUIRE(document::toggleWord(document, "burning"));
        REQUIRE(drag(tool, document, {thigh, thigh + glm::vec2(4.0F, 0.0F)}) == ToolResponse::Commit);
        CHECK(wordsOf(thigh) == std::vector<std::string>{"burning"});
    }
    SUBCASE("what was undone is painted once more with the words that were chosen for it") {
        while (document::undo(document)) {
        }
        REQUIRE(drag(tool, document, {thigh, thigh + glm::vec2(4.0F, 0.0F)}) == ToolResponse::Commit);
        CHECK(wordsOf(thigh) == aching);
    }
    SUBCASE("another map") {
        document::paintAs(document, Author::Client);
        CHECK(document.tool.brush().place == map::Place{});
    }
    SUBCASE("a region of the list") {
        const auto& atlas = document.body->atlas();
        const auto stroke = test::dab(document, test::kBack);
        const auto triangle = document.body->mesh().triangles()[stroke.points.front().triangle];
        REQUIRE(document::fillRegion(document, atlas.region(atlas.regionOf(triangle[0])).id));
        CHECK(document.tool.brush().place == map::Place{});
    }
    SUBCASE("an eraser takes none of them away") {
        document::selectTool(document, document::PaintTool::Erase);
        drag(tool, document, {thigh, thigh + glm::vec2(4.0F, 0.0F)});
        CHECK(document.tool.brush().place.words == aching);
    }
}

TEST_CASE_FIXTURE(Scene, "how hard a pen presses sets the size of the brush, if the therapist wants that") {
    document::setDiameter(document, 8.0);
    const auto press = [&](float pressure) {
        ToolInput made = input(Kind::Press, chest);
        made.pressure = pressure;
        tool.handle(document, made);
        tool.handle(document, input(Kind::Release, chest));
        const std::size_t painted = test::paintedVertices(therapists(document));
        document::undo(document);
        return painted;
    };
    const std::size_t full = press(0.0F);
    CHECK(press(0.4F) == full);  // off, as it is at first
    document::Appearance look = document.appearance;
    look.penSizes = true;
    document::setAppearance(document, look);
    CHECK(press(1.0F) == full);
    std::size_t smaller = 0;
    for (const float pressure : {0.0F, 0.2F, 0.4F, 0.6F, 0.8F, 1.0F}) {
        const std::size_t painted = press(pressure);
        CHECK(painted >= smaller);
        smaller = painted;
    }
    CHECK(press(0.0F) < full);
    CHECK(press(0.5F) < full);
    // Half the width is what the lightest touch has: the same paint as a brush of that size.
    const std::size_t lightest = press(0.0F);
    document::setDiameter(document, 4.0);
    CHECK(press(1.0F) == lightest);
}

TEST_CASE_FIXTURE(Scene,
                  "a drag that is pressed harder and lighter is one step, and the same after a restart") {
    document::Appearance look = document.appearance;
    look.penSizes = true;
    document::setAppearance(document, look);
    document::setDiameter(document, 6.0);
    ToolInput made = input(Kind::Press, chest);
    made.pressure = 0.0F;
    tool.handle(document, made);
    for (int i = 1; i <= 20; ++i) {
        made = input(Kind::Move, chest + glm::vec2(0.0F, 3.0F * static_cast<float>(i)));
        made.pressure = 0.5F - 0.5F * std::cos(0.3F * static_cast<float>(i));
        tool.handle(document, made);
    }
    tool.handle(document, input(Kind::Release, chest + glm::vec2(0.0F, 60.0F)));
    CHECK(therapists(document).entries > 3);  // pieces of several sizes
    CHECK(therapists(document).entries < 20);
    CHECK(therapists(document).history.undoSteps() == 1);
    CHECK(therapists(test::openVault(vault)).map == therapists(document).map);
    REQUIRE(document::undo(document));
    CHECK(therapists(document).map.isEmpty());
}

TEST_CASE("a pen that trembles keeps its size, one that is pressed harder gets a larger one") {
    double share = 1.0;
    for (int i = 0; i <= 100; ++i) {
        const auto pressure = static_cast<float>(i) / 100.0F;
        share = document::sizeForPressure(pressure, i == 0 ? 1.0 : share);
        CHECK(share >= 0.5);
        CHECK(share <= 1.0);
        CHECK(std::abs(share - (0.5 + 0.5 * static_cast<double>(pressure))) <= 0.075 + 1e-9);
        for (const float tremble : {-0.03F, 0.03F}) {
            const double now = document::sizeForPressure(pressure + tremble, share);
            CHECK(document::sizeForPressure(pressure, now) == now);
        }
    }
}
