#pragma once

#include "platform/pointer_event.h"

#include <glm/vec2.hpp>

#include <optional>
#include <vector>

struct GLFWwindow;

namespace palpate::platform {

// Turns GLFW's callbacks into the stream of InputEvent. The window's user pointer is this object; it must
// stay where it is while the window lives.
class WindowInput {
public:
    // Of the window, in both of its measures.
    struct Place {
        glm::dvec2 dp{0.0};
        glm::dvec2 pixels{0.0};
    };

    WindowInput() = default;
    WindowInput(const WindowInput&) = delete;
    WindowInput& operator=(const WindowInput&) = delete;

    void attachTo(GLFWwindow* window);
    [[nodiscard]] std::vector<InputEvent> take();

    // What the callbacks found out; public because C callbacks are no members.
    void moved(GLFWwindow* window, double x, double y);
    void pressed(GLFWwindow* window, PointerButton button, bool down, Modifiers modifiers);
    void left(GLFWwindow* window);
    void scrolled(GLFWwindow* window, double x, double y);
    // The window moved below a pointer that rests: it is elsewhere in the window now.
    void windowMoved() { m_at.reset(); }
    void push(const InputEvent& event) { m_events.push_back(event); }

private:
    [[nodiscard]] PointerEvent pointer(GLFWwindow* window, PointerPhase phase, PointerButton button) const;
    [[nodiscard]] PointerButton firstHeld() const;
    [[nodiscard]] Place whereIn(GLFWwindow* window) const;

    std::vector<InputEvent> m_events;
    std::optional<glm::dvec2> m_at;     // where the last movement went, in GLFW's units
    std::vector<PointerButton> m_held;  // in the order in which they were pressed
};

}  // namespace palpate::platform
