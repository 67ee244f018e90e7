#include "app/pointer_input.h"

#include "commands/recording_context.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"

#include <doctest/doctest.h>

using namespace palpate;
using app::PointerInput;
using platform::PointerButton;
using platform::PointerEvent;
using platform::PointerKind;
using platform::PointerPhase;

namespace {

constexpr glm::dvec2 kBeside{20.0, 20.0};

// The little man in a picture whose corner is at (60, 40).
struct Hand {
    Hand() {
        const document::Document& document = context.document();
        setting.origin = {60.0F, 40.0F};
        chest = glm::dvec2(document.camera.project(test::kChest, document.viewportSize));
    }
    // `place` in pixels of the picture.
    void mouse(PointerPhase phase, glm::dvec2 place, PointerButton button = PointerButton::Primary) {
        PointerEvent event;
        event.phase = phase;
        event.button = button;
        event.position = event.pixels = place + glm::dvec2(setting.origin);
        event.seconds = now;
        now += 0.01;
        input.handle(context, event, setting);
    }
    void drag(glm::dvec2 from, glm::dvec2 to, PointerButton button = PointerButton::Primary) {
        mouse(PointerPhase::Press, from, button);
        mouse(PointerPhase::Drag, to, button);
        mouse(PointerPhase::Release, to, button);
        now += 1.0;
    }
    document::Document& document() { return context.document(); }
    const document::OpenMap& map() { return test::mapOf(document(), document().author); }

    test::RecordingContext context;
    PointerInput input;
    PointerInput::Setting setting;
    glm::dvec2 chest{0.0};
    double now = 1.0;
};

}  // namespace

TEST_CASE_FIXTURE(Hand, "places are pixels from the picture's own corner") {
    mouse(PointerPhase::Hover, chest);
    REQUIRE(document().hover.has_value());
    mouse(PointerPhase::Press, chest);
    mouse(PointerPhase::Release, chest);
    CHECK(map().history.undoSteps() == 1);
    CHECK(document().body->atlas().region(document().hover->region).id == "chest_L");
}

TEST_CASE_FIXTURE(Hand, "the right button turns about the skin, the middle one moves the picture") {
    document::zoomBy(document(), 2.0F);
    const body::Camera before = document().camera;
    drag(chest, chest + glm::dvec2(225.0, 0.0), PointerButton::Secondary);
    CHECK(document().camera.yawDegrees == doctest::Approx(270.0));
    const body::Camera turned = document().camera;
    drag(chest, chest + glm::dvec2(40.0, 0.0), PointerButton::Middle);
    CHECK_FALSE(document().camera == turned);
    CHECK(document().camera.yawDegrees == turned.yawDegrees);
    CHECK(map().map.isEmpty());
    CHECK_FALSE(document().camera == before);
}

TEST_CASE_FIXTURE(Hand, "giving up takes back the stroke, and the rest of the drag paints nothing") {
    mouse(PointerPhase::Press, chest);
    CHECK(input.isBusy());
    CHECK(input.cancel(document()));
    mouse(PointerPhase::Drag, chest + glm::dvec2(20.0, 0.0));
    mouse(PointerPhase::Release, chest + glm::dvec2(20.0, 0.0));
    CHECK(map().map.isEmpty());
    CHECK_FALSE(input.isBusy());
    CHECK_FALSE(input.cancel(document()));
}

TEST_CASE_FIXTURE(Hand, "letting go keeps the stroke") {
    mouse(PointerPhase::Press, chest);
    input.letGo(document());
    CHECK(map().history.undoSteps() == 1);
    CHECK_FALSE(document().painting);
}

TEST_CASE_FIXTURE(Hand, "while maps are compared a press turns and paints nothing") {
    REQUIRE(document::addVisit(document(), test::kTuesday));
    REQUIRE(document::openCompare(document()));
    drag(chest, chest + glm::dvec2(45.0, 0.0));
    CHECK(document().camera.yawDegrees == doctest::Approx(342.0));
}

TEST_CASE_FIXTURE(Hand, "a client's drag beside the body only turns, and comes to rest at 45 degrees") {
    setting.forClient = true;
    drag(kBeside, kBeside + glm::dvec2(130.0, 90.0));  // 52 degrees
    CHECK(document().camera.yawDegrees == doctest::Approx(315.0));
    CHECK(document().camera.pitchDegrees == 0.0F);
    drag(kBeside, kBeside + glm::dvec2(30.0, 0.0));  // 12 degrees, and back
    CHECK(document().camera.yawDegrees == doctest::Approx(315.0));
}

TEST_CASE_FIXTURE(Hand,
                  "a client's drag up or down beside the body moves it once it is larger than the picture") {
    setting.forClient = true;
    document::paintAs(document(), clinic::Author::Client);
    const body::Camera whole = document().camera;
    drag(kBeside, kBeside + glm::dvec2(0.0, 90.0));
    CHECK(glm::distance(document().camera.target, whole.target) < 1.0e-3F);
    document::zoomBy(document(), 3.0F);
    const body::Camera near = document().camera;
    drag(kBeside, kBeside + glm::dvec2(0.0, 90.0));
    const float metres = 90.0F * near.height / document().viewportSize.y;
    CHECK(document().camera.target.y == doctest::Approx(near.target.y + metres).epsilon(0.01));
    // Straying a little to the side does not turn it, wherever it stands.
    body::Camera aslant = document().camera;
    aslant.yawDegrees = 75.0F;
    document::setCamera(document(), aslant);
    drag(kBeside, kBeside + glm::dvec2(8.0, -60.0));
    CHECK(document().camera.yawDegrees == doctest::Approx(75.0));
    CHECK(document().camera.pitchDegrees == 0.0F);
    CHECK(document().camera.height == near.height);
}

TEST_CASE_FIXTURE(Hand, "a client comes nearer up to four times") {
    setting.forClient = true;
    document::paintAs(document(), clinic::Author::Client);
    platform::ScrollEvent wheel;
    wheel.steps = {0.0, 1.0};
    wheel.pixels = chest + glm::dvec2(setting.origin);
    for (int i = 0; i < 40; ++i)
        input.scroll(document(), wheel, setting);
    CHECK(document().camera.height == doctest::Approx(document::fitHeight(document()) / 4.0F));
}

TEST_CASE_FIXTURE(Hand, "the wheel counts sideways where shift turns it") {
    platform::ScrollEvent wheel;
    wheel.steps = {-1.0, 0.0};
    wheel.modifiers.shift = true;
    wheel.pixels = chest + glm::dvec2(setting.origin);
    const double before = document::brushDiameterCm(document());
    input.scroll(document(), wheel, setting);
    CHECK(document::brushDiameterCm(document()) == doctest::Approx(before / 1.15));
}
