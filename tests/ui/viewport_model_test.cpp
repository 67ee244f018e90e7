#include "commands/recording_context.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/transaction.h"
#include "ui/readings.h"
#include "ui/viewport_panel.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate;

namespace {

body::Camera turned(float yaw, float pitch = 0.0F) {
    body::Camera camera;
    camera.yawDegrees = yaw;
    camera.pitchDegrees = pitch;
    return camera;
}

std::string activeView(const document::Document& document) {
    std::string active;
    for (const ui::ViewButton& view : ui::viewButtons(document, {})) {
        if (view.active) active += view.command.name;
    }
    return active;
}

}  // namespace

TEST_CASE("the person's left is on the right of the picture from the front, and on the left from behind") {
    const ui::SideLabels front = ui::sideLabels(turned(0.0F), true);
    CHECK(front.left == "YOUR RIGHT");
    CHECK(front.right == "YOUR LEFT");
    const ui::SideLabels back = ui::sideLabels(turned(180.0F), true);
    CHECK(back.left == "YOUR LEFT");
    CHECK(back.right == "YOUR RIGHT");
    CHECK(ui::sideLabels(turned(0.0F), false).right == "CLIENT'S LEFT");
}

TEST_CASE("side labels say where the camera really puts the person's left, all the way round") {
    for (int yaw = -720; yaw <= 720; yaw += 15) {
        for (const float pitch : {-80.0F, 0.0F, 80.0F}) {
            CAPTURE(yaw);
            CAPTURE(pitch);
            body::Camera camera = turned(static_cast<float>(yaw), pitch);
            camera.projection = body::Camera::Projection::Orthographic;
            const glm::vec2 size(400.0F, 400.0F);
            const float left = camera.project(camera.target + glm::vec3(0.2F, 0.0F, 0.0F), size).x;
            const float right = camera.project(camera.target - glm::vec3(0.2F, 0.0F, 0.0F), size).x;
            const ui::SideLabels labels = ui::sideLabels(camera, true);
            if (labels.middle.empty()) {
                CHECK((labels.right == "YOUR LEFT") == (left > right));
                CHECK((labels.left == "YOUR LEFT") == (left < right));
            } else {
                const bool leftIsNearer = camera.towardsEye().x > 0.0F;
                CHECK((labels.middle == "YOUR LEFT SIDE") == leftIsNearer);
            }
        }
    }
}

TEST_CASE("the buttons of the views count areas to avoid, too, as long as these are shown") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    document::selectLayer(document, map::LayerKind::Avoid);
    map::Stroke stroke = test::dab(document, test::kChest);
    stroke.layer = map::LayerKind::Avoid;
    stroke.level = 1;
    REQUIRE(document::paint(document, stroke));
    document::selectLayer(document, map::LayerKind::Pain);
    const auto painted = [&](const char* view) {
        for (const ui::ViewButton& button : ui::makeViewportModel(document, readings.of(document)).views)
            if (button.command.name == std::string("view.") + view) return button;
        return ui::ViewButton{};
    };
    CHECK(painted("front").avoid);
    CHECK(painted("front").worst == 0);
    CHECK(painted("front").painted.find("avoided") != std::string::npos);
    CHECK_FALSE(painted("back").avoid);
    CHECK(painted("back").painted.empty());
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 7)));
    CHECK(painted("front").painted.find('7') != std::string::npos);
    CHECK(painted("front").painted.find("avoided") != std::string::npos);
    document::showLayer(document, map::LayerKind::Avoid, false);
    CHECK_FALSE(painted("front").avoid);
}

TEST_CASE("the button of the view that the camera has is marked, and no other") {
    test::RecordingContext context;
    document::Document& document = context.document();
    for (const body::StandardView view : body::kStandardViews) {
        document::viewFrom(document, view);
        CHECK(activeView(document) == std::string("view.") + body::standardViewId(view));
    }
    document::viewFrom(document, body::StandardView::Front);
    document::turn(document, 30.0F, 0.0F);
    CHECK(activeView(document).empty());
}

TEST_CASE("the picture says what to do first while no visit is open") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    CHECK(ui::makeViewportModel(document, readings.of(document)).empty.empty());
    document::closeVisit(document);
    const ui::ViewportModel closed = ui::makeViewportModel(document, readings.of(document));
    CHECK(closed.empty.find("visit") != std::string::npos);
    CHECK_FALSE(closed.hasMap);
    CHECK_FALSE(closed.legend.has_value());
}

TEST_CASE("levels are numbered where they are painted") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 7)));
    REQUIRE(document::paint(document, test::dab(document, test::kBack, 3)));
    const ui::ViewportModel front = ui::makeViewportModel(document, readings.of(document));
    REQUIRE(front.badges.size() == 1);
    CHECK(front.badges[0].level == 7);
    CHECK(front.badges[0].x > 400.0F);
    document::viewFrom(document, body::StandardView::Back);
    const ui::ViewportModel back = ui::makeViewportModel(document, readings.of(document));
    REQUIRE(back.badges.size() == 1);
    CHECK(back.badges[0].level == 3);
}

TEST_CASE("the name under the pointer is the region's, plain and clinical") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    const auto region = document.body->atlas().find("shin_L");
    REQUIRE(region);
    document::setHover(document, document::Hover{{}, *region});
    const ui::ViewportModel model = ui::makeViewportModel(document, readings.of(document));
    CHECK(model.region == document.body->atlas().region(*region).name);
    CHECK(model.clinical == document.body->atlas().region(*region).clinical);
    document::setHover(document, std::nullopt);
    CHECK(ui::makeViewportModel(document, readings.of(document)).region.empty());
}

TEST_CASE("what changes a press is said upon the picture") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    document::setMirror(document, true);
    document::selectTool(document, document::PaintTool::Erase);
    ui::ViewportModel model = ui::makeViewportModel(document, readings.of(document));
    CHECK(model.mirror);
    CHECK(model.erasing);
    CHECK(model.locked.empty());
    document::showMapOf(document, clinic::Author::Client);
    model = ui::makeViewportModel(document, readings.of(document));
    CHECK_FALSE(model.mirror);
    CHECK_FALSE(model.erasing);
    CHECK_FALSE(model.locked.empty());
    CHECK(model.shown == clinic::Author::Client);
}

TEST_CASE("a view's button tells nothing of what other skin hides from there") {
    test::RecordingContext context;
    document::Document& document = context.document();
    document.body = *body::loadStandardBody(PALPATE_TEST_RESOURCES "/models");
    for (document::OpenMap& open : document.maps)
        open.map = map::BodyMap(document.body->mesh().topologyId(), document.body->mesh().vertexCount());
    // The inner side of the left thigh looks to the person's right, where the right thigh stands before it.
    const auto inner = document.body->bvh().firstHit({{0.0F, 0.62F, 0.0F}, {1.0F, 0.0F, 0.0F}});
    REQUIRE(inner);
    map::Stroke dab = document::strokeHeader(document);
    dab.points = {inner->point};
    REQUIRE(*document::paint(document, dab));
    ui::Readings readings;
    const auto worst = [&](body::StandardView view) {
        return ui::makeViewportModel(document, readings.of(document))
            .views[static_cast<std::size_t>(view)]
            .worst;
    };
    CHECK(worst(body::StandardView::Right) == 0);
    REQUIRE(document::showOnly(document, "left_leg"));
    CHECK(worst(body::StandardView::Right) == 5);  // nothing is before it now
}

TEST_CASE("a view's button tells what is painted on that side, the worst of it") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 7)));
    REQUIRE(document::paint(document, test::dab(document, test::kThigh, 4)));
    REQUIRE(document::paint(document, test::dab(document, test::kBack, 3)));
    const ui::ViewportModel model = ui::makeViewportModel(document, readings.of(document));
    const auto worst = [&](body::StandardView view) {
        return model.views[static_cast<std::size_t>(view)].worst;
    };
    CHECK(worst(body::StandardView::Front) == 7);
    CHECK(worst(body::StandardView::Back) == 3);
    CHECK(worst(body::StandardView::Soles) == 0);
    CHECK(model.views[0].painted == "Pain up to 7 is painted there.");
    CHECK(model.views[5].painted.empty());
}
