#include "platform/window_input.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <utility>

namespace palpate::platform {

namespace {

WindowInput& inputOf(GLFWwindow* window) {
    return *static_cast<WindowInput*>(glfwGetWindowUserPointer(window));
}

Modifiers modifiersFrom(int bits) {
    return {(bits & GLFW_MOD_SHIFT) != 0, (bits & GLFW_MOD_CONTROL) != 0, (bits & GLFW_MOD_ALT) != 0,
            (bits & GLFW_MOD_SUPER) != 0};
}

Modifiers heldModifiers(GLFWwindow* window) {
    const auto isHeld = [window](int left, int right) {
        return glfwGetKey(window, left) == GLFW_PRESS || glfwGetKey(window, right) == GLFW_PRESS;
    };
    return {isHeld(GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT),
            isHeld(GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL),
            isHeld(GLFW_KEY_LEFT_ALT, GLFW_KEY_RIGHT_ALT), isHeld(GLFW_KEY_LEFT_SUPER, GLFW_KEY_RIGHT_SUPER)};
}

PointerButton buttonFrom(int button) {
    switch (button) {
        case GLFW_MOUSE_BUTTON_LEFT:
            return PointerButton::Primary;
        case GLFW_MOUSE_BUTTON_MIDDLE:
            return PointerButton::Middle;
        case GLFW_MOUSE_BUTTON_RIGHT:
            return PointerButton::Secondary;
        default:
            return PointerButton::None;
    }
}

// Key's numbers were chosen to agree with GLFW's wherever Key has a name for it.
Key keyFrom(int key) {
    static_assert(GLFW_KEY_ESCAPE == static_cast<int>(Key::Escape));
    static_assert(GLFW_KEY_END == static_cast<int>(Key::End));
    static_assert(GLFW_KEY_F1 == static_cast<int>(Key::F1) && GLFW_KEY_F12 == static_cast<int>(Key::F12));
    static_assert(GLFW_KEY_KP_0 == static_cast<int>(Key::Numpad0));
    static_assert(GLFW_KEY_KP_ENTER == static_cast<int>(Key::NumpadEnter));
    static_assert(GLFW_KEY_LEFT_SHIFT == static_cast<int>(Key::LeftShift));
    static_assert(GLFW_KEY_MENU == static_cast<int>(Key::Menu));
    static_assert(GLFW_KEY_UP == static_cast<int>(Key::Up) && GLFW_KEY_HOME == static_cast<int>(Key::Home));
    return key < 0 ? Key::Unknown : static_cast<Key>(key);
}

// Of UTF-8 that GLFW vouches for; 0 for null or no text.
char32_t firstCodePoint(const char* text) {
    if (text == nullptr) return 0;
    const auto lead = static_cast<unsigned char>(text[0]);
    const int following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    char32_t point = following == 0 ? lead : lead & (0x3FU >> static_cast<unsigned>(following));
    for (int i = 1; i <= following; ++i)
        point = (point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return point;
}

// GLFW's coordinates are pixels on X11 and points on macOS and Wayland; the framebuffer and the content scale
// tell which.
WindowInput::Place placeOf(GLFWwindow* window, double x, double y) {
    int width = 0;
    int height = 0;
    int pixelWidth = 0;
    int pixelHeight = 0;
    glfwGetWindowSize(window, &width, &height);
    glfwGetFramebufferSize(window, &pixelWidth, &pixelHeight);
    float scaleX = 1.0F;
    float scaleY = 1.0F;
    glfwGetWindowContentScale(window, &scaleX, &scaleY);
    const glm::dvec2 pixelsPerUnit{width > 0 ? static_cast<double>(pixelWidth) / width : 1.0,
                                   height > 0 ? static_cast<double>(pixelHeight) / height : 1.0};
    WindowInput::Place place;
    place.pixels = glm::dvec2{x, y} * pixelsPerUnit;
    place.dp = place.pixels / static_cast<double>(scaleX > 0.0F ? scaleX : 1.0F);
    return place;
}

glm::dvec2 cursorOf(GLFWwindow* window) {
    glm::dvec2 at{0.0};
    glfwGetCursorPos(window, &at.x, &at.y);
    return at;
}

void onKey(GLFWwindow* window, int key, int scancode, int action, int mods) {
    KeyEvent event;
    event.key = keyFrom(key);
    event.label = firstCodePoint(glfwGetKeyName(key, scancode));
    event.pressed = action != GLFW_RELEASE;
    event.repeated = action == GLFW_REPEAT;
    event.seconds = glfwGetTime();
    event.modifiers = modifiersFrom(mods);
    inputOf(window).push(event);
}

}  // namespace

// Where the last movement went. The system would say where the pointer is now, and while a slow picture is
// drawn that is somewhere else than where the button went down or up.
WindowInput::Place WindowInput::whereIn(GLFWwindow* window) const {
    const glm::dvec2 at = m_at.value_or(cursorOf(window));
    return placeOf(window, at.x, at.y);
}

PointerButton WindowInput::firstHeld() const {
    return m_held.empty() ? PointerButton::None : m_held.front();
}

PointerEvent WindowInput::pointer(GLFWwindow* window, PointerPhase phase, PointerButton button) const {
    const Place place = whereIn(window);
    PointerEvent event;
    event.phase = phase;
    event.button = button;
    event.position = place.dp;
    event.pixels = place.pixels;
    event.seconds = glfwGetTime();
    event.modifiers = heldModifiers(window);
    return event;
}

void WindowInput::moved(GLFWwindow* window, double x, double y) {
    m_at = {x, y};
    push(pointer(window, m_held.empty() ? PointerPhase::Hover : PointerPhase::Drag, firstHeld()));
}

void WindowInput::pressed(GLFWwindow* window, PointerButton button, bool down, Modifiers modifiers) {
    if (button == PointerButton::None) return;
    const auto held = std::find(m_held.begin(), m_held.end(), button);
    if (down && held == m_held.end()) m_held.push_back(button);
    if (!down && held != m_held.end()) m_held.erase(held);
    PointerEvent event = pointer(window, down ? PointerPhase::Press : PointerPhase::Release, button);
    event.modifiers = modifiers;
    push(event);
}

void WindowInput::left(GLFWwindow* window) {
    // While a button is held the system goes on reporting the pointer outside the window.
    if (m_held.empty()) push(pointer(window, PointerPhase::Leave, PointerButton::None));
}

void WindowInput::scrolled(GLFWwindow* window, double x, double y) {
    const Place place = whereIn(window);
    push(ScrollEvent{{x, y}, place.dp, place.pixels, glfwGetTime(), heldModifiers(window)});
}

std::vector<InputEvent> WindowInput::take() {
    return std::exchange(m_events, {});
}

void WindowInput::attachTo(GLFWwindow* window) {
    glfwSetWindowUserPointer(window, this);
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) { inputOf(w).moved(w, x, y); });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
        inputOf(w).pressed(w, buttonFrom(button), action == GLFW_PRESS, modifiersFrom(mods));
    });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
        if (entered == GLFW_FALSE) inputOf(w).left(w);
    });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) { inputOf(w).scrolled(w, x, y); });
    glfwSetKeyCallback(window, onKey);
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned codePoint) {
        inputOf(w).push(TextEvent{static_cast<char32_t>(codePoint)});
    });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { inputOf(w).push(RefreshEvent{}); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) {
        inputOf(w).windowMoved();
        inputOf(w).push(RefreshEvent{});
    });
    glfwSetWindowPosCallback(window, [](GLFWwindow* w, int, int) { inputOf(w).windowMoved(); });
    glfwSetWindowContentScaleCallback(window,
                                      [](GLFWwindow* w, float, float) { inputOf(w).push(RefreshEvent{}); });
    glfwSetWindowFocusCallback(
        window, [](GLFWwindow* w, int focused) { inputOf(w).push(FocusEvent{focused == GLFW_TRUE}); });
}

}  // namespace palpate::platform
