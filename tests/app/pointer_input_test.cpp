#include "app/pointer_input.h"

#include <doctest/doctest.h>

using namespace palpate;
using app::PointerInput;
using document::ToolInput;
using platform::PointerButton;
using platform::PointerEvent;
using platform::PointerPhase;

namespace {

PointerEvent event(PointerPhase phase, double x, double y, double seconds,
                   PointerButton button = PointerButton::Primary) {
    PointerEvent made;
    made.phase = phase;
    made.button = button;
    made.position = {x, y};
    made.pixels = {2.0 * x, 2.0 * y};
    made.seconds = seconds;
    return made;
}

}  // namespace

TEST_CASE("places are pixels from the picture's own corner") {
    PointerInput pointer;
    const auto input = pointer.translate(event(PointerPhase::Hover, 100.0, 50.0, 0.0), {60.0F, 40.0F}, false);
    REQUIRE(input.has_value());
    CHECK(input->position == glm::vec2(140.0F, 60.0F));
    CHECK(input->kind == ToolInput::Kind::Move);
}

TEST_CASE("two quick presses in one place are a double click, the third begins anew") {
    PointerInput pointer;
    const auto kind = [&](double x, double seconds, PointerButton button = PointerButton::Primary) {
        return pointer.translate(event(PointerPhase::Press, x, 10.0, seconds, button), {}, false)->kind;
    };
    CHECK(kind(10.0, 1.0) == ToolInput::Kind::Press);
    CHECK(kind(12.0, 1.2) == ToolInput::Kind::DoubleClick);
    CHECK(kind(12.0, 1.4) == ToolInput::Kind::Press);
    CHECK(kind(12.0, 2.0) == ToolInput::Kind::Press);  // too late
    CHECK(kind(40.0, 2.1) == ToolInput::Kind::Press);  // too far
    CHECK(kind(40.0, 2.2, PointerButton::Secondary) == ToolInput::Kind::Press);
}

TEST_CASE("the eraser end of a pen erases, a second finger is left out") {
    PointerInput pointer;
    PointerEvent pen = event(PointerPhase::Press, 10.0, 10.0, 1.0);
    pen.kind = platform::PointerKind::Eraser;
    CHECK(pointer.translate(pen, {}, false)->ctrl);
    PointerEvent second = event(PointerPhase::Press, 10.0, 10.0, 1.0);
    second.id = 2;
    CHECK_FALSE(pointer.translate(second, {}, false).has_value());
}

TEST_CASE("the wheel counts sideways where shift turns it") {
    platform::ScrollEvent wheel;
    wheel.steps = {0.0, 2.0};
    CHECK(PointerInput::translate(wheel, {}).wheel == 2.0F);
    wheel.steps = {-1.0, 0.0};
    wheel.modifiers.shift = true;
    CHECK(PointerInput::translate(wheel, {}).wheel == -1.0F);
    CHECK(PointerInput::translate(wheel, {}).shift);
}
