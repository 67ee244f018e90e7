#include "ui/view_pad.h"
#include "body/body_part.h"
#include "body/figures.h"
#include "commands/recording_context.h"
#include "commands/registry.h"
#include "core/random.h"
#include "document/edit.h"
#include "support/test_bodies.h"
#include "ui/headless_ui.h"
#include "ui/view_cube.h"
#include "ui/viewport_panel.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace palpate;

namespace {

body::Camera looking(float yaw, float pitch) {
    body::Camera camera;
    camera.yawDegrees = yaw;
    camera.pitchDegrees = pitch;
    return camera;
}

// The pad alone, in the upper right corner of a window.
auto padOf(const document::Document& document) {
    return test::HeadlessUi::inWindow([model = ui::makeViewPadModel(document)](ui::Ui& with) {
        const ImVec2 size = ImGui::GetIO().DisplaySize;
        auto asked = ui::drawViewPad(with, {0.0F, 60.0F, size.x - 20.0F, size.y - 80.0F}, model);
        ui::keepFirst(asked, ui::drawShownPart(with, {0.0F, 10.0F, size.x, 40.0F}, model));
        return asked;
    });
}

}  // namespace

TEST_CASE("seen from a standard side, the cube shows that side's face straight on") {
    const auto body = test::makeTestBody();
    for (const body::StandardView view : body::kStandardViews) {
        const auto faces = ui::cubeFaces(body::standardCamera(view, body->mesh().bounds(), 1.0F));
        REQUIRE(faces.size() == 1);
        CHECK(faces.front().view == view);
        CHECK(ui::contains(faces.front(), {0.0F, 0.0F}));
        CHECK(faces.front().facing == doctest::Approx(1.0));
        // Its name stands upright.
        CHECK(faces.front().along.x == doctest::Approx(1.0));
        CHECK(faces.front().down.y == doctest::Approx(1.0));
    }
}

TEST_CASE("the cube's faces never overlap, stay in their square and are the ones a camera sees") {
    core::Random random(12);
    for (int i = 0; i < 500; ++i) {
        const body::Camera camera = looking(static_cast<float>(random.between(0.0, 360.0)),
                                            static_cast<float>(random.between(-89.0, 89.0)));
        const auto faces = ui::cubeFaces(camera);
        CHECK(faces.size() >= 1);
        CHECK(faces.size() <= 3);
        for (const ui::CubeFace& face : faces) {
            for (const glm::vec2 corner : face.corners) {
                CHECK(std::max(std::abs(corner.x), std::abs(corner.y)) <= 1.0001F);
            }
        }
        for (int point = 0; point < 20; ++point) {
            const glm::vec2 at(random.between(-1.0, 1.0), random.between(-1.0, 1.0));
            CHECK(std::count_if(faces.begin(), faces.end(),
                                [&](const ui::CubeFace& face) { return ui::contains(face, at); }) <= 1);
        }
    }
}

TEST_CASE("pressing a face of the cube asks for the view from there") {
    test::RecordingContext context;
    document::setCamera(context.document(), looking(30.0F, 25.0F));
    test::HeadlessUi headless;
    const auto draw = padOf(context.document());
    headless.settle(draw);
    const ui::UiRects::Item* cube = headless.ui().rects.find("view.cube");
    REQUIRE(cube != nullptr);
    const ui::Rect rect = cube->rect;
    for (const ui::CubeFace& face : ui::cubeFaces(context.document().camera)) {
        const auto asked = headless.pressAt(rect.centreX() + face.middle.x * rect.width / 2.0F,
                                            rect.centreY() + face.middle.y * rect.width / 2.0F, draw);
        CHECK(test::commandIn(asked) == std::string("view.") + body::standardViewId(face.view));
    }
    // Beside the cube, within its square, there is nothing to press.
    CHECK(headless.pressAt(rect.x + 2.0F, rect.y + 2.0F, draw).empty());
}

TEST_CASE("every button of the pad asks for its command") {
    test::RecordingContext context;
    test::HeadlessUi headless;
    const auto draw = padOf(context.document());
    headless.settle(draw);
    for (const char* command :
         {"view.turn_left_far", "view.turn_right_far", "view.nearer", "view.farther", "view.flat"})
        CHECK(test::commandIn(headless.press(std::string("pad.") + command, draw)) == command);
}

TEST_CASE("parts and skin that is hard to see are chosen from a list") {
    test::RecordingContext context;
    test::HeadlessUi headless;
    const auto draw = padOf(context.document());
    for (const char* wanted :
         {"view.only_left_arm", "view.only_feet", "view.hidden_soles", "view.hidden_left_armpit"}) {
        headless.settle(draw);
        CHECK(headless.press("view.parts", draw).empty());
        headless.settle(draw);
        CHECK(test::commandIn(headless.press(wanted, draw)) == wanted);
    }
}

TEST_CASE("that only a part is shown is said, with the way back beside it") {
    test::RecordingContext context;
    test::HeadlessUi headless;
    CHECK(headless.frame(padOf(context.document())) == std::nullopt);
    CHECK(headless.ui().rects.find("view.everything") == nullptr);
    REQUIRE(document::showOnly(context.document(), "left_arm"));
    const ui::ViewPadModel model = ui::makeViewPadModel(context.document());
    CHECK(model.shownPart == "left arm");
    const auto draw = padOf(context.document());
    headless.settle(draw);
    CHECK(test::commandIn(headless.press("view.everything", draw)) == "view.everything");
}

TEST_CASE("the buttons stay on small windows and at every scale, the cube gives way") {
    test::RecordingContext context;
    for (const float scale : {1.0F, 1.5F, 2.0F, 3.0F}) {
        CAPTURE(scale);
        test::HeadlessUi headless(scale, {1280.0F, 800.0F});
        const auto draw = padOf(context.document());
        headless.settle(draw);
        for (const char* name : {"pad.view.turn_left_far", "pad.view.nearer", "view.parts"}) {
            const ui::UiRects::Item* item = headless.ui().rects.find(name);
            REQUIRE_MESSAGE(item != nullptr, name);
            CHECK(item->rect.bottom() <= 800.0F);
            CHECK(item->rect.height >= 36.0F * scale - 1.0F);
        }
    }
}

namespace {

// Where the hands of all figures are, seen whole from the front in a picture of that size, right of `x`.
std::vector<glm::vec2> handsRightOf(float x, ImVec2 size) {
    std::vector<glm::vec2> points;
    for (const char* const figure : body::kFigures) {
        const auto body = body::loadStandardBody(PALPATE_TEST_RESOURCES "/models", figure);
        REQUIRE(body);
        const body::SurfaceMesh& mesh = (*body)->mesh();
        const body::Camera camera =
            body::standardCamera(body::StandardView::Front, mesh.bounds(), size.x / size.y);
        for (std::uint32_t vertex = 0; vertex < mesh.vertexCount(); ++vertex) {
            const body::Atlas& atlas = (*body)->atlas();
            if (!body::isInPart(atlas.region(atlas.regionOf(vertex)), "hands")) continue;
            const glm::vec2 at = camera.project(mesh.positions()[vertex], {size.x, size.y});
            if (at.x > x) points.push_back(at);
        }
    }
    return points;
}

}  // namespace

TEST_CASE("where the picture is narrow the buttons leave the client's hand free, and none is lost") {
    test::RecordingContext context;
    const auto draw =
        test::HeadlessUi::inWindow([model = ui::makeViewPadModel(context.document())](ui::Ui& with) {
            const ImVec2 size = ImGui::GetIO().DisplaySize;
            const ui::Rect picture{0.0F, 0.0F, size.x, size.y};
            return ui::drawViewPad(with, {0.0F, 150.0F, size.x - 14.0F, size.y - 164.0F}, model,
                                   ui::handsBesidePad(with, picture));
        });
    const std::array names{"pad.view.turn_left_far", "pad.view.nearer", "pad.view.flat", "view.parts"};
    for (const ImVec2 size : {ImVec2{612.0F, 690.0F}, ImVec2{1250.0F, 970.0F}, ImVec2{400.0F, 360.0F}}) {
        test::HeadlessUi headless(1.0F, size);
        headless.settle(draw);
        // On a picture as low as a hand there is no room for both; then the buttons stay.
        const auto hands = size.y > 500.0F ? handsRightOf(size.x - 14.0F - ui::kViewPadWidth, size)
                                           : std::vector<glm::vec2>();
        if (size.y > 500.0F) CHECK(hands.empty() == (size.x > 1000.0F));
        for (const char* name : names) {
            CAPTURE(name);
            const ui::UiRects::Item* item = headless.ui().rects.find(name);
            REQUIRE(item != nullptr);
            CHECK(item->rect.bottom() <= size.y);
            for (const glm::vec2 hand : hands)
                REQUIRE_FALSE(item->rect.contains(hand.x, hand.y));
        }
    }
}

TEST_CASE("left and right are said rightly after every change of the view") {
    test::RecordingContext context;
    document::Document& document = context.document();
    document::Appearance still = document.appearance;
    still.reduceMotion = true;
    document::setAppearance(document, still);
    ui::Readings readings;
    core::Random random(21);
    std::vector<std::string> views;
    for (const commands::Command& command : commands::allCommands()) {
        if (command.name.rfind("view.", 0) == 0) views.push_back(command.name);
    }
    for (int i = 0; i < 400; ++i) {
        const std::string& name = views[random.below(views.size())];
        commands::run(name, context);
        CAPTURE(name);
        const ui::ViewportModel model = ui::makeViewportModel(document, readings.of(document));
        const body::Camera camera =
            model.flat ? document::flatCamera(document, body::StandardView::Front) : document.camera;
        // The person's left is +X: where does a step that way lead in the picture?
        const glm::mat4 view = camera.viewMatrix();
        const float across = view[0][0];
        const bool seesLeft = camera.towardsEye().x > 0.0F;
        if (!model.sides.middle.empty()) {
            CHECK(std::abs(across) <= 0.36F);
            if (std::abs(camera.pitchDegrees) < 80.0F)
                CHECK((model.sides.middle.find("LEFT") != std::string::npos) == seesLeft);
        } else {
            CHECK((model.sides.right.find("LEFT") != std::string::npos) == (across > 0.0F));
            CHECK((model.sides.left.find("RIGHT") != std::string::npos) == (across > 0.0F));
        }
        if (model.flat) CHECK(model.backSides.left.find("LEFT") != std::string::npos);
    }
}
