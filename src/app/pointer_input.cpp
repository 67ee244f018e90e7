#include "app/pointer_input.h"

#include <glm/geometric.hpp>

namespace palpate::app {

namespace {

using document::ToolInput;
using platform::PointerButton;
using platform::PointerPhase;

ToolInput::Button buttonOf(PointerButton button) {
    switch (button) {
        case PointerButton::Primary:
            return ToolInput::Button::Left;
        case PointerButton::Middle:
            return ToolInput::Button::Middle;
        case PointerButton::Secondary:
            return ToolInput::Button::Right;
        case PointerButton::None:
            break;
    }
    return ToolInput::Button::None;
}

ToolInput::Kind kindOf(PointerPhase phase) {
    switch (phase) {
        case PointerPhase::Press:
            return ToolInput::Kind::Press;
        case PointerPhase::Release:
            return ToolInput::Kind::Release;
        case PointerPhase::Cancel:
            return ToolInput::Kind::Cancel;
        case PointerPhase::Leave:
            return ToolInput::Kind::Leave;
        case PointerPhase::Hover:
        case PointerPhase::Drag:
            break;
    }
    return ToolInput::Kind::Move;
}

}  // namespace

bool PointerInput::isDoubleClick(const platform::PointerEvent& event) {
    const bool doubled = event.button == m_lastButton && event.seconds - m_lastPress <= kDoubleClickSeconds &&
                         glm::distance(event.position, m_lastPlace) <= kDoubleClickReach;
    // A third press is a first one again.
    m_lastPress = doubled ? -10.0 : event.seconds;
    m_lastPlace = event.position;
    m_lastButton = event.button;
    return doubled;
}

std::optional<ToolInput> PointerInput::translate(const platform::PointerEvent& event, glm::vec2 origin,
                                                 bool spaceHeld) {
    if (event.id != 0) return std::nullopt;  // one pointer at a time
    ToolInput input;
    input.kind = kindOf(event.phase);
    if (input.kind == ToolInput::Kind::Press && isDoubleClick(event))
        input.kind = ToolInput::Kind::DoubleClick;
    input.button = buttonOf(event.button);
    input.position = glm::vec2(event.pixels) - origin;
    // A pen's eraser end erases as a held Ctrl does.
    input.ctrl = event.modifiers.control || event.kind == platform::PointerKind::Eraser;
    input.shift = event.modifiers.shift;
    input.space = spaceHeld;
    return input;
}

ToolInput PointerInput::translate(const platform::ScrollEvent& event, glm::vec2 origin) {
    ToolInput input;
    input.kind = ToolInput::Kind::Wheel;
    input.position = glm::vec2(event.pixels) - origin;
    // With Shift held some systems turn the wheel sideways.
    input.wheel = static_cast<float>(event.steps.y != 0.0 ? event.steps.y : event.steps.x);
    input.ctrl = event.modifiers.control;
    input.shift = event.modifiers.shift;
    return input;
}

}  // namespace palpate::app
