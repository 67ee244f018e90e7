#pragma once

#include "platform/pointer_event.h"

#include <vector>

struct GLFWwindow;

namespace palpate::platform {

// Turns GLFW's callbacks into the stream of InputEvent. The window's user pointer is this object; it must
// stay where it is while the window lives.
class WindowInput {
public:
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
    void push(const InputEvent& event) { m_events.push_back(event); }

private:
    [[nodiscard]] PointerEvent pointer(GLFWwindow* window, PointerPhase phase, PointerButton button) const;
    [[nodiscard]] PointerButton firstHeld() const;

    std::vector<InputEvent> m_events;
    std::vector<PointerButton> m_held;  // in the order in which they were pressed
};

}  // namespace palpate::platform
