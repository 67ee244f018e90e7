#pragma once

#include "platform/key.h"

#include <glm/vec2.hpp>

#include <cstdint>
#include <variant>

namespace palpate::platform {

struct Modifiers {
    bool shift = false;
    bool control = false;
    bool alt = false;
    bool super = false;

    friend bool operator==(const Modifiers&, const Modifiers&) = default;
};

enum class PointerKind : std::uint8_t { Mouse, Touch, Pen, Eraser };
enum class PointerPhase : std::uint8_t {
    Hover,  // moved with nothing pressed
    Press,
    Drag,  // moved while something is pressed
    Release,
    Cancel,  // taken away by the system: undo what was provisional
    Leave,   // left the window
};
enum class PointerButton : std::uint8_t { None, Primary, Middle, Secondary };

// One thing that one pointer did. Mouse, finger and pen all arrive like this.
struct PointerEvent {
    std::uint32_t id = 0;  // tells fingers apart; the mouse is 0
    PointerKind kind = PointerKind::Mouse;
    PointerPhase phase = PointerPhase::Hover;
    PointerButton button = PointerButton::None;  // Press and Release: which; Drag: the first one held
    glm::dvec2 position{0.0};  // dp (1/96 inch at the window's scale), from the top left of the window
    glm::dvec2 pixels{0.0};    // framebuffer pixels, from the top left
    float pressure = 1.0F;     // 0..1; a mouse always reports 1
    double seconds = 0.0;      // since the program started
    Modifiers modifiers;
};

struct ScrollEvent {
    glm::dvec2 steps{0.0};  // wheel notches: + is right and away from the person
    glm::dvec2 position{0.0};
    glm::dvec2 pixels{0.0};
    double seconds = 0.0;
    Modifiers modifiers;
};

struct KeyEvent {
    Key key = Key::Unknown;  // by its place on a US keyboard
    char32_t label =
        0;  // what is printed on it, in lower case (z on many keyboards where this says Y); 0 if unnamed
    bool pressed = false;  // false: released
    bool repeated = false;
    double seconds = 0.0;
    Modifiers modifiers;
};

// What was typed, as one Unicode code point.
struct TextEvent {
    char32_t codePoint = 0;
};

// The window was resized, uncovered or moved to a screen of another scale: draw again.
struct RefreshEvent {};

struct FocusEvent {
    bool focused = false;
};

using InputEvent = std::variant<PointerEvent, ScrollEvent, KeyEvent, TextEvent, RefreshEvent, FocusEvent>;

}  // namespace palpate::platform
