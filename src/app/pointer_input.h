#pragma once

#include "document/tools.h"
#include "platform/pointer_event.h"

#include <glm/vec2.hpp>

#include <optional>

namespace palpate::app {

// Turns the window's events into what the pointer tool understands: pixels of the picture, whose top left
// corner is `origin`, and double clicks. `spaceHeld`: the space bar is down.
class PointerInput {
public:
    [[nodiscard]] std::optional<document::ToolInput> translate(const platform::PointerEvent& event,
                                                               glm::vec2 origin, bool spaceHeld);
    [[nodiscard]] static document::ToolInput translate(const platform::ScrollEvent& event, glm::vec2 origin);

private:
    bool isDoubleClick(const platform::PointerEvent& event);

    static constexpr double kDoubleClickSeconds = 0.3;
    static constexpr double kDoubleClickReach = 8.0;  // dp

    double m_lastPress = -10.0;
    glm::dvec2 m_lastPlace{-1000.0};
    platform::PointerButton m_lastButton = platform::PointerButton::None;
};

}  // namespace palpate::app
