#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/tool_scene.h"

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include <cmath>

using namespace palpate;
using namespace palpate::test;
using clinic::Author;

TEST_CASE_FIXTURE(test::ToolScene, "a press on the body paints and never turns") {
    const body::Camera before = document.camera;
    CHECK(drag(tool, document, {chest, chest + glm::vec2(10.0F, 0.0F), chest + glm::vec2(20.0F, 5.0F)}) ==
          ToolResponse::Commit);
    CHECK(document.camera == before);
    CHECK(test::paintedVertices(therapists(document)) > 0);
    CHECK(therapists(document).history.undoSteps() == 1);
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "a press off the body turns and never paints, also where it passes over the body") {
    const body::Camera before = document.camera;
    CHECK(drag(tool, document, {kOffBody, chest, chest + glm::vec2(50.0F, 0.0F)}) == ToolResponse::Nothing);
    CHECK_FALSE(document.camera == before);
    CHECK(therapists(document).map.isEmpty());
}

TEST_CASE_FIXTURE(test::ToolScene, "dragging 900 dp turns the body once round") {
    drag(tool, document, {kOffBody, kOffBody + glm::vec2(225.0F, 0.0F)});
    CHECK(document.camera.yawDegrees ==
          doctest::Approx(270.0));  // the front moved to the right: its right side shows
    drag(tool, document, {kOffBody, kOffBody + glm::vec2(675.0F, 0.0F)});
    CHECK(document.camera.yawDegrees == doctest::Approx(0.0));
    document::setViewport(document, document.viewportSize, 2.0F);
    drag(tool, document, {kOffBody, kOffBody + glm::vec2(225.0F, 0.0F)});
    CHECK(document.camera.yawDegrees == doctest::Approx(315.0));
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "the right button turns about the skin under the pointer, which stays where it is") {
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

TEST_CASE_FIXTURE(test::ToolScene, "turning off the body keeps the body in the picture") {
    document::zoomBy(document, 4.0F);
    for (int i = 0; i < 20; ++i) {
        drag(tool, document, {kOffBody, kOffBody + glm::vec2(170.0F, 60.0F)});
        const body::Box& bounds = document.body->mesh().bounds();
        const float reach = glm::length(bounds.size()) * 0.5F;
        CHECK(glm::distance(document.camera.target, bounds.centre()) < reach);
    }
}

TEST_CASE_FIXTURE(test::ToolScene, "the middle button, or shift and the right one, moves the picture") {
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

TEST_CASE_FIXTURE(test::ToolScene,
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

TEST_CASE_FIXTURE(test::ToolScene, "a second button does nothing while the first is held") {
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

TEST_CASE_FIXTURE(test::ToolScene, "the skin under the pointer is named by the person's own side") {
    tool.handle(document, input(Kind::Move, chest));
    REQUIRE(document.hover.has_value());
    CHECK(document.body->atlas().region(document.hover->region).id == "chest_L");
    CHECK(chest.x > document.viewportSize.x / 2.0F);  // the person's left is on the right of the picture
    tool.handle(document, input(Kind::Leave, chest));
    CHECK_FALSE(document.hover.has_value());
}

TEST_CASE_FIXTURE(test::ToolScene, "a double click off the body shows the whole of it") {
    document::zoomBy(document, 2.0F);
    tool.handle(document, input(Kind::DoubleClick, kOffBody));
    CHECK(document.camera.height == doctest::Approx(static_cast<double>(document::fitHeight(document))));
    CHECK_FALSE(tool.isBusy());
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "a double click on the body comes nearer and leaves no paint and no step") {
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

TEST_CASE_FIXTURE(test::ToolScene, "a double click that follows a drag takes nothing back") {
    drag(tool, document, {chest, chest + glm::vec2(0.0F, 60.0F)});
    const map::BodyMap before = therapists(document).map;
    tool.handle(document, input(Kind::DoubleClick, chest));
    CHECK(therapists(document).map == before);
}

TEST_CASE_FIXTURE(test::ToolScene, "while maps are compared a press on the body turns it") {
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document::openCompare(document));
    const body::Camera before = document.camera;
    drag(tool, document, {chest, chest + glm::vec2(60.0F, 0.0F)});
    CHECK_FALSE(document.camera == before);
    CHECK(therapists(document).map.isEmpty());
    CHECK_FALSE(document::canPaint(document));
}

TEST_CASE_FIXTURE(test::ToolScene, "a picture of another size shows no ring where the pointer is not") {
    tool.handle(document, input(Kind::Move, chest));
    REQUIRE(document.hover.has_value());
    REQUIRE(document::setViewport(document, document.viewportSize - glm::vec2(0.0F, 77.0F)));
    CHECK_FALSE(document.hover.has_value());
    tool.handle(document, input(Kind::Move, chest));
    CHECK(document.hover.has_value());
}
