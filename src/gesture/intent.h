#pragma once

#include "platform/pointer_event.h"

#include <glm/vec2.hpp>

#include <cstdint>

namespace palpate::gesture {

// What a person means by what the pointers did on the picture of the body.
enum class IntentKind : std::uint8_t {
    Hover,  // the pointer is there and nothing is pressed
    Leave,  // it is there no more
    StrokeBegin,
    StrokeMove,
    StrokeEnd,
    StrokeCancel,  // takes back the whole stroke, which leaves no step to undo
    TurnBegin,
    TurnMove,
    TurnEnd,
    PanBegin,
    PanMove,
    PanEnd,
    Transform,  // two fingers: turns, moves and zooms at once
    Focus,      // come nearer to the skin there; StrokeMove and StrokeEnd of the same press follow
    Fit,        // show the whole body
    Undo,
    Redo,
    Hold,  // pressed half a second without moving; what the press began goes on
};

struct Intent {
    IntentKind kind = IntentKind::Hover;
    glm::dvec2 pixels{0.0};    // where, from the top left of the window; of Transform: between the fingers
    float pressure = 1.0F;     // 0..1
    bool erases = false;       // StrokeBegin: the eraser end of a pen, or ctrl
    bool softens = false;      // StrokeBegin: shift
    glm::dvec2 shift{0.0};     // Transform: pixels
    double factor = 1.0;       // Transform: > 1 comes nearer
    double turnDegrees = 0.0;  // Transform: clockwise as seen on the screen
    platform::PointerKind pointer = platform::PointerKind::Mouse;
};

}  // namespace palpate::gesture
