#include "gesture/recogniser.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace palpate;
using gesture::Intent;
using gesture::IntentKind;
using gesture::Recogniser;
using gesture::Situation;
using platform::PointerButton;
using platform::PointerEvent;
using platform::PointerKind;
using platform::PointerPhase;
using Kinds = std::vector<IntentKind>;

namespace {

// The body is everything right of x = 100. Two pixels a dp.
struct Hand {
    Recogniser recogniser;
    Situation situation{[](glm::dvec2 pixels) { return pixels.x > 200.0; }};
    double now = 10.0;
    std::vector<Intent> said;

    void feed(PointerKind kind, std::uint32_t id, PointerPhase phase, glm::dvec2 dp,
              PointerButton button = PointerButton::None, platform::Modifiers modifiers = {}) {
        PointerEvent event;
        event.id = id;
        event.kind = kind;
        event.phase = phase;
        event.button = button;
        event.position = dp;
        event.pixels = 2.0 * dp;
        event.pressure = 0.5F;
        event.seconds = now;
        event.modifiers = modifiers;
        const auto next = recogniser.feed(event, situation);
        said.insert(said.end(), next.begin(), next.end());
    }
    void touch(std::uint32_t id, PointerPhase phase, glm::dvec2 dp) {
        feed(PointerKind::Touch, id, phase, dp);
    }
    void mouse(PointerPhase phase, glm::dvec2 dp, PointerButton button = PointerButton::Primary,
               platform::Modifiers modifiers = {}) {
        feed(PointerKind::Mouse, 0, phase, dp, button, modifiers);
    }
    void pen(PointerPhase phase, glm::dvec2 dp) { feed(PointerKind::Pen, 7, phase, dp); }
    void tap(std::initializer_list<std::uint32_t> fingers, glm::dvec2 dp) {
        for (const std::uint32_t id : fingers)
            touch(id, PointerPhase::Press, dp + glm::dvec2(40.0 * id, 0.0));
        now += 0.1;
        for (const std::uint32_t id : fingers)
            touch(id, PointerPhase::Release, dp + glm::dvec2(40.0 * id, 0.0));
    }
    // What was said since the last call.
    Kinds kinds() {
        Kinds kinds;
        for (const Intent& intent : said)
            kinds.push_back(intent.kind);
        said.clear();
        return kinds;
    }
};

constexpr glm::dvec2 kBody{200.0, 100.0};
constexpr glm::dvec2 kBeside{20.0, 100.0};
constexpr glm::dvec2 kStep{30.0, 0.0};

}  // namespace

TEST_CASE_FIXTURE(Hand, "a press on the body paints and goes on painting off the body") {
    mouse(PointerPhase::Press, kBody);
    mouse(PointerPhase::Drag, kBeside);
    CHECK(said.back().pixels == 2.0 * kBeside);
    CHECK(recogniser.isBusy());
    mouse(PointerPhase::Release, kBeside);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeMove, IntentKind::StrokeEnd});
    CHECK_FALSE(recogniser.isBusy());
}

TEST_CASE_FIXTURE(Hand, "a mouse that is let go and gone before anybody looked drew no line to where it is") {
    mouse(PointerPhase::Press, kBody);
    mouse(PointerPhase::Release, kBody + 5.0 * kStep);
    mouse(PointerPhase::Hover, kBody + 6.0 * kStep, PointerButton::None);
    REQUIRE(said.size() == 3);
    CHECK(said[1].pixels == 2.0 * kBody);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeEnd, IntentKind::Hover});
    // What its last step said still counts.
    now += 1.0;
    mouse(PointerPhase::Press, kBody);
    mouse(PointerPhase::Drag, kBody + kStep);
    mouse(PointerPhase::Release, kBody + 5.0 * kStep);
    CHECK(said.back().pixels == 2.0 * (kBody + kStep));
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeMove, IntentKind::StrokeEnd});
}

TEST_CASE_FIXTURE(Hand, "a finger's or pen's way ends where it was lifted") {
    touch(1, PointerPhase::Press, kBody);
    touch(1, PointerPhase::Release, kBody + 2.0 * kStep);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeMove, IntentKind::StrokeEnd});
    pen(PointerPhase::Press, kBody);
    pen(PointerPhase::Release, kBody + 2.0 * kStep);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeMove, IntentKind::StrokeEnd});
}

TEST_CASE_FIXTURE(Hand, "a press beside the body turns and never paints, also over the body") {
    mouse(PointerPhase::Press, kBeside);
    mouse(PointerPhase::Drag, kBody);
    REQUIRE(said.size() == 2);
    CHECK(said[0].pixels == 2.0 * kBeside);  // nothing of the way is lost
    mouse(PointerPhase::Release, kBody);
    CHECK(kinds() == Kinds{IntentKind::TurnBegin, IntentKind::TurnMove, IntentKind::TurnEnd});
}

TEST_CASE_FIXTURE(Hand, "a click beside the body does nothing") {
    mouse(PointerPhase::Press, kBeside);
    mouse(PointerPhase::Release, kBeside);
    CHECK(kinds().empty());
}

TEST_CASE_FIXTURE(Hand, "the other buttons of a mouse turn and move wherever they are pressed") {
    const auto firstOf = [&](PointerButton button, platform::Modifiers modifiers) {
        mouse(PointerPhase::Press, kBody, button, modifiers);
        mouse(PointerPhase::Drag, kBody + kStep, button, modifiers);
        mouse(PointerPhase::Release, kBody + kStep, button, modifiers);
        const IntentKind first = said.front().kind;
        said.clear();
        return first;
    };
    CHECK(firstOf(PointerButton::Secondary, {}) == IntentKind::TurnBegin);
    CHECK(firstOf(PointerButton::Secondary, {.shift = true}) == IntentKind::PanBegin);
    CHECK(firstOf(PointerButton::Middle, {}) == IntentKind::PanBegin);
    now += 1.0;
    CHECK(firstOf(PointerButton::Primary, {}) == IntentKind::StrokeBegin);
    situation.spaceHeld = true;
    now += 1.0;
    CHECK(firstOf(PointerButton::Primary, {}) == IntentKind::TurnBegin);
}

TEST_CASE_FIXTURE(Hand, "a second button does not disturb what the first one does") {
    mouse(PointerPhase::Press, kBody);
    mouse(PointerPhase::Press, kBody, PointerButton::Secondary);
    mouse(PointerPhase::Release, kBody, PointerButton::Secondary);
    CHECK(recogniser.isBusy());
    mouse(PointerPhase::Release, kBody);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeEnd});
}

TEST_CASE_FIXTURE(Hand, "where maps are only looked at every press turns") {
    situation.paints = false;
    mouse(PointerPhase::Press, kBody);
    mouse(PointerPhase::Drag, kBody + kStep);
    CHECK(kinds() == Kinds{IntentKind::TurnBegin, IntentKind::TurnMove});
}

TEST_CASE_FIXTURE(Hand, "a second finger within 150 ms takes the stroke back, and both move the picture") {
    touch(1, PointerPhase::Press, kBody);
    now += 0.149;
    touch(2, PointerPhase::Press, kBody + glm::dvec2(100.0, 0.0));
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeCancel});
    touch(2, PointerPhase::Drag, kBody + glm::dvec2(120.0, 0.0));  // beyond the slop: it begins here
    touch(2, PointerPhase::Drag, kBody + glm::dvec2(240.0, 0.0));
    REQUIRE(said.size() == 1);
    CHECK(said[0].kind == IntentKind::Transform);
    CHECK(said[0].factor == doctest::Approx(2.0));
    CHECK(said[0].shift.x == doctest::Approx(120.0));  // the middle moved by 60 dp
    CHECK(said[0].turnDegrees == 0.0);
}

TEST_CASE_FIXTURE(Hand, "a second finger later than that changes nothing until it is lifted") {
    touch(1, PointerPhase::Press, kBody);
    now += 0.151;
    touch(2, PointerPhase::Press, kBody + kStep);
    touch(2, PointerPhase::Drag, kBody + 3.0 * kStep);
    touch(1, PointerPhase::Drag, kBody - kStep);
    touch(1, PointerPhase::Release, kBody - kStep);
    touch(2, PointerPhase::Release, kBody + 3.0 * kStep);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeMove, IntentKind::StrokeEnd});
    now += 1.0;
    touch(2, PointerPhase::Press, kBody);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin});
}

TEST_CASE_FIXTURE(Hand, "two fingers that twist far enough turn by what they twist") {
    touch(1, PointerPhase::Press, kBody);
    touch(2, PointerPhase::Press, kBody + glm::dvec2(100.0, 0.0));
    double turned = 0.0;
    for (int degrees = 5; degrees <= 40; degrees += 5) {
        const double angle = degrees / 57.29577951308232;
        touch(2, PointerPhase::Drag, kBody + 100.0 * glm::dvec2(std::cos(angle), std::sin(angle)));
    }
    for (const Intent& intent : said)
        turned += intent.turnDegrees;
    CHECK(turned == doctest::Approx(20.0));  // 5 within the slop, 15 within the twist that does not count
}

TEST_CASE_FIXTURE(Hand, "of two fingers the one that stays turns, wherever it is") {
    touch(1, PointerPhase::Press, kBody);
    touch(2, PointerPhase::Press, kBody + kStep);
    touch(2, PointerPhase::Drag, kBody + 2.0 * kStep);
    now += 0.3;
    touch(2, PointerPhase::Release, kBody + 2.0 * kStep);
    said.clear();
    touch(1, PointerPhase::Drag, kBody + glm::dvec2(4.0, 0.0));
    CHECK(kinds().empty());
    touch(1, PointerPhase::Drag, kBody + kStep);
    touch(1, PointerPhase::Release, kBody + kStep);
    CHECK(kinds() == Kinds{IntentKind::TurnBegin, IntentKind::TurnMove, IntentKind::TurnEnd});
}

TEST_CASE_FIXTURE(Hand, "two fingers that tap undo, three redo, however quickly after each other") {
    const auto last = [&] {
        const Kinds kinds = this->kinds();
        return kinds.empty() ? IntentKind::Hover : kinds.back();
    };
    tap({1, 2}, kBody);
    CHECK(last() == IntentKind::Undo);
    now += 0.1;
    tap({1, 2}, kBody);
    CHECK(last() == IntentKind::Undo);
    now += 0.1;
    tap({1, 2, 3}, kBody);
    CHECK(last() == IntentKind::Redo);
    now += 0.1;
    tap({1, 2, 3, 4}, kBody);
    CHECK(last() != IntentKind::Redo);
    now += 1.0;
    situation.forClient = true;
    tap({1, 2}, kBody);
    CHECK(last() == IntentKind::StrokeCancel);
}

TEST_CASE_FIXTURE(Hand, "fingers that moved or stayed did not tap") {
    touch(1, PointerPhase::Press, kBody);
    touch(2, PointerPhase::Press, kBody + kStep);
    touch(2, PointerPhase::Drag, kBody + kStep + glm::dvec2(9.0, 0.0));
    touch(1, PointerPhase::Release, kBody);
    touch(2, PointerPhase::Release, kBody + kStep);
    Kinds kinds = this->kinds();
    CHECK(std::count(kinds.begin(), kinds.end(), IntentKind::Undo) == 0);
    now += 1.0;
    touch(1, PointerPhase::Press, kBody);
    touch(2, PointerPhase::Press, kBody + kStep);
    now += 0.6;
    touch(1, PointerPhase::Release, kBody);
    touch(2, PointerPhase::Release, kBody + kStep);
    kinds = this->kinds();
    CHECK(std::count(kinds.begin(), kinds.end(), IntentKind::Undo) == 0);
}

TEST_CASE_FIXTURE(Hand, "while a pen is near a finger turns, on the body too, and two still zoom") {
    pen(PointerPhase::Hover, kBody);
    said.clear();
    touch(1, PointerPhase::Press, kBody);
    touch(1, PointerPhase::Drag, kBody + kStep);
    touch(1, PointerPhase::Release, kBody + kStep);
    CHECK(kinds() == Kinds{IntentKind::TurnBegin, IntentKind::TurnMove, IntentKind::TurnEnd});
    pen(PointerPhase::Leave, kBody);
    said.clear();
    now += 1.0;
    touch(1, PointerPhase::Press, kBody);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin});
}

TEST_CASE_FIXTURE(Hand, "while the pen is down a resting hand does nothing, also after the pen was lifted") {
    pen(PointerPhase::Press, kBody);
    touch(1, PointerPhase::Press, kBeside);
    touch(1, PointerPhase::Drag, kBeside + kStep);
    pen(PointerPhase::Drag, kBody + kStep);
    pen(PointerPhase::Release, kBody + kStep);
    touch(1, PointerPhase::Drag, kBeside + 2.0 * kStep);
    touch(1, PointerPhase::Release, kBeside);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeMove, IntentKind::StrokeEnd});
}

TEST_CASE_FIXTURE(Hand, "a hand laid down just before its pen comes near paints nothing") {
    touch(1, PointerPhase::Press, kBody);
    now += 0.1;
    pen(PointerPhase::Hover, kBody);
    touch(1, PointerPhase::Drag, kBody + kStep);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeCancel, IntentKind::Hover});
}

TEST_CASE_FIXTURE(Hand, "the eraser end of a pen erases, ctrl and shift erase and soften") {
    feed(PointerKind::Eraser, 7, PointerPhase::Press, kBody);
    CHECK(said.back().erases);
    feed(PointerKind::Eraser, 7, PointerPhase::Release, kBody);
    now += 1.0;
    mouse(PointerPhase::Press, kBody, PointerButton::Primary, {.control = true});
    CHECK(said.back().erases);
    mouse(PointerPhase::Release, kBody);
    now += 1.0;
    mouse(PointerPhase::Press, kBody, PointerButton::Primary, {.shift = true});
    CHECK(said.back().softens);
    CHECK_FALSE(said.back().erases);
}

TEST_CASE_FIXTURE(Hand, "pressure is passed on") {
    pen(PointerPhase::Press, kBody);
    CHECK(said.back().pressure == 0.5F);
}

TEST_CASE_FIXTURE(Hand, "a double click has 300 ms and 8 dp, a double tap 450 ms and a fingertip") {
    const auto second = [&](PointerKind kind, double after, glm::dvec2 offset) {
        now += 5.0;
        feed(kind, 0, PointerPhase::Press, kBody, PointerButton::Primary);
        feed(kind, 0, PointerPhase::Release, kBody, PointerButton::Primary);
        now += after;
        said.clear();
        feed(kind, 0, PointerPhase::Press, kBody + offset, PointerButton::Primary);
        const IntentKind said_ = said.back().kind;
        feed(kind, 0, PointerPhase::Release, kBody + offset, PointerButton::Primary);
        return said_;
    };
    CHECK(second(PointerKind::Mouse, 0.29, {7.0, 0.0}) == IntentKind::Focus);
    CHECK(second(PointerKind::Mouse, 0.31, {0.0, 0.0}) == IntentKind::StrokeBegin);
    CHECK(second(PointerKind::Mouse, 0.2, {9.0, 0.0}) == IntentKind::StrokeBegin);
    CHECK(second(PointerKind::Touch, 0.44, {20.0, 0.0}) == IntentKind::Focus);
    CHECK(second(PointerKind::Touch, 0.46, {0.0, 0.0}) == IntentKind::StrokeBegin);
    situation.forClient = true;
    CHECK(second(PointerKind::Touch, 0.2, {0.0, 0.0}) == IntentKind::StrokeBegin);
}

TEST_CASE_FIXTURE(Hand, "a double tap beside the body shows all, and a third press begins anew") {
    for (int i = 0; i < 2; ++i) {
        touch(1, PointerPhase::Press, kBeside);
        touch(1, PointerPhase::Release, kBeside);
        now += 0.2;
    }
    CHECK(kinds() == Kinds{IntentKind::Fit});
    touch(1, PointerPhase::Press, kBeside);
    touch(1, PointerPhase::Release, kBeside);
    CHECK(kinds().empty());
}

TEST_CASE_FIXTURE(Hand, "a drag is no first half of a double tap") {
    touch(1, PointerPhase::Press, kBody);
    touch(1, PointerPhase::Drag, kBody + kStep);
    touch(1, PointerPhase::Drag, kBody);
    touch(1, PointerPhase::Release, kBody);
    now += 0.2;
    said.clear();
    touch(1, PointerPhase::Press, kBody);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin});
}

TEST_CASE_FIXTURE(Hand, "a finger that stays half a second holds, once, and its stroke goes on") {
    touch(1, PointerPhase::Press, kBody);
    CHECK(recogniser.nextTick() == doctest::Approx(now + 0.5));
    CHECK(recogniser.tick(now + 0.49).empty());
    const auto held = recogniser.tick(now + 0.5);
    REQUIRE(held.size() == 1);
    CHECK(held[0].kind == IntentKind::Hold);
    CHECK(recogniser.tick(now + 1.0).empty());
    CHECK_FALSE(recogniser.nextTick().has_value());
    now += 1.0;
    touch(1, PointerPhase::Release, kBody);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeEnd});
}

TEST_CASE_FIXTURE(Hand, "a finger that moved does not hold") {
    touch(1, PointerPhase::Press, kBody);
    touch(1, PointerPhase::Drag, kBody + kStep);
    CHECK_FALSE(recogniser.nextTick().has_value());
}

TEST_CASE_FIXTURE(Hand, "what the system takes away leaves nothing behind") {
    touch(1, PointerPhase::Press, kBody);
    touch(1, PointerPhase::Cancel, kBody);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin, IntentKind::StrokeCancel});
    CHECK_FALSE(recogniser.isBusy());
}

TEST_CASE_FIXTURE(Hand, "giving up takes the stroke back, and the finger is not heeded until it is lifted") {
    touch(1, PointerPhase::Press, kBody);
    said.clear();
    CHECK(recogniser.giveUp().front().kind == IntentKind::StrokeCancel);
    touch(1, PointerPhase::Drag, kBody + kStep);
    touch(1, PointerPhase::Release, kBody + kStep);
    CHECK(kinds().empty());
    now += 1.0;
    touch(1, PointerPhase::Press, kBody);
    CHECK(kinds() == Kinds{IntentKind::StrokeBegin});
}
