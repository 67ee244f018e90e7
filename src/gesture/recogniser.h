#pragma once

#include "gesture/intent.h"
#include "platform/pointer_event.h"

#include <glm/vec2.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace palpate::gesture {

// How long a stroke is provisional: a second finger within it makes the stroke a gesture.
inline constexpr double kProvisionalSeconds = 0.15;
// What moves less than this, in dp, has not moved.
inline constexpr double kTapSlop = 8.0;
// A finger does not land twice within the slop of one tap.
inline constexpr double kDoubleTapReach = 24.0;
inline constexpr double kDoubleTapSeconds = 0.45;
inline constexpr double kDoubleClickSeconds = 0.3;
inline constexpr double kHoldSeconds = 0.5;
// Fingers that pinch twist a little; only a twist of more than this turns the body.
inline constexpr double kTwistDegrees = 12.0;

// What the recogniser has to know of the rest of the program when an event arrives.
struct Situation {
    // Whether a press there, in pixels of the window, is on the body. Never null.
    std::function<bool(glm::dvec2)> isOnBody;
    bool paints = true;      // false: maps are only looked at, so every press turns
    bool forClient = false;  // no double tap and no taps of several fingers: nothing happens unasked
    bool spaceHeld = false;  // the space bar: a press turns wherever it starts
};

// Turns one stream of pointer events, of mouse, fingers and pen, into intents. Knows neither a window nor the
// body. What a press does is decided where it starts: on the body it paints and never turns, off the body it
// turns and never paints.
//
// - A second finger within kProvisionalSeconds takes the stroke of the first back and both turn (twist), move
//   (drag) and zoom (pinch); later it is not heeded until it is lifted. Of two fingers the one that stays
//   turns.
// - While a pen is near, a finger only turns, moves and zooms; while the pen is down, fingers are a resting
//   hand and are not heeded until they are lifted.
// - Two fingers that tap undo, three redo. A double tap or double click comes nearer or shows all.
class Recogniser {
public:
    std::vector<Intent> feed(const platform::PointerEvent& event, const Situation& situation);
    // What time alone brings about: Hold.
    std::vector<Intent> tick(double seconds);
    // When tick() will have something to say, in seconds of the events' clock; empty if nothing is waited
    // for.
    [[nodiscard]] std::optional<double> nextTick() const;
    // Gives up what is under way; pointers that are still down are not heeded until they are lifted.
    std::vector<Intent> giveUp();

    // Something is pressed that is heeded.
    [[nodiscard]] bool isBusy() const { return m_mode != Mode::Idle; }
    [[nodiscard]] bool isPenNear() const { return m_penNear; }

private:
    enum class Mode : std::uint8_t { Idle, Stroking, Turning, Panning, TwoFingers, Spent };

    struct Contact {
        std::uint32_t id = 0;
        platform::PointerKind kind = platform::PointerKind::Mouse;
        platform::PointerButton button = platform::PointerButton::None;
        glm::dvec2 start{0.0}, position{0.0};  // dp
        glm::dvec2 startPixels{0.0}, pixels{0.0};
        double seconds = 0.0;  // when it went down
        bool moved = false;    // farther than the slop
        bool ignored = false;
    };
    // Of two fingers, at the last event.
    struct Pair {
        glm::dvec2 middle{0.0};
        double distance = 0.0;
        double angleDegrees = 0.0;
    };
    // Fingers that go down and up again without moving.
    struct Tap {
        bool possible = false;
        double seconds = 0.0;  // of the first
        int fingers = 0;       // the most at once
    };
    struct LastPress {
        double seconds = -10.0;
        glm::dvec2 position{-1000.0};
        platform::PointerKind kind = platform::PointerKind::Mouse;
        platform::PointerButton button = platform::PointerButton::None;
    };

    void press(const platform::PointerEvent& event, const Situation& situation);
    void pressFinger(const platform::PointerEvent& event, const Situation& situation);
    void begin(Contact& contact, const platform::PointerEvent& event, const Situation& situation);
    void move(const platform::PointerEvent& event);
    void turn(const Contact& contact);
    void release(const platform::PointerEvent& event, const Situation& situation);
    void lift(const Contact& contact, bool cancelled);
    void stayWith(Contact& finger);
    void finishTap(double seconds, const Situation& situation);
    void penCameNear(double seconds);
    void penWentDown(double seconds);
    void beginTwoFingers();
    void transform();
    void stopFingers(double seconds);
    void endMode(IntentKind strokeEnds);
    bool isDoubled(const platform::PointerEvent& event);
    [[nodiscard]] std::optional<Pair> fingerPair() const;
    [[nodiscard]] int heededFingers() const;
    [[nodiscard]] Contact* find(const platform::PointerEvent& event);
    [[nodiscard]] Contact* owner();
    [[nodiscard]] static Contact contactOf(const platform::PointerEvent& event);
    void say(IntentKind kind, const Contact& contact, float pressure = 1.0F);

    Mode m_mode = Mode::Idle;
    std::vector<Contact> m_contacts;  // in the order in which they went down
    std::uint32_t m_ownerId = 0;
    platform::PointerKind m_ownerKind = platform::PointerKind::Mouse;
    bool m_begun = false;  // Turning, TwoFingers: there was movement enough to begin
    bool m_held = false;   // Hold was said
    bool m_twisting = false;
    double m_twist = 0.0;
    bool m_penNear = false, m_penDown = false;
    Pair m_pair;
    Tap m_tap;
    LastPress m_last;
    std::vector<Intent> m_said;
};

}  // namespace palpate::gesture
