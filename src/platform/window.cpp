#include "platform/window.h"

#include "core/check.h"
#include "core/text.h"
#include "platform/window_input.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::platform {

namespace {

core::Error noDisplay() {
    const char* description = nullptr;
    glfwGetError(&description);
    return {core::tr("There is no display to open a window on"), description != nullptr ? description : "",
            core::tr("Start Palpate from a desktop session, or use palpate-cli, which needs no display.")};
}

core::Error noWindow() {
    const char* description = nullptr;
    const int code = glfwGetError(&description);
    const std::string where = description != nullptr ? description : "";
    if (code == GLFW_API_UNAVAILABLE || code == GLFW_VERSION_UNAVAILABLE || code == GLFW_FORMAT_UNAVAILABLE) {
        return {core::tr("This computer's graphics driver does not offer OpenGL 3.3"), where,
                core::tr("Update the graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 and start again.")};
    }
    return {core::tr("The window could not be opened"), where,
            core::tr("Start Palpate from a desktop session, or use palpate-cli, which needs no window.")};
}

void askForCore33(const WindowOptions& options) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SAMPLES, 0);  // the scene brings its own anti-aliasing
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, options.visible ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_MAXIMIZED, options.maximised ? GLFW_TRUE : GLFW_FALSE);
}

// No larger than what the screen has free.
glm::ivec2 fittingSize(glm::ivec2 wanted) {
    GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
    if (monitor == nullptr) return wanted;
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
    if (width <= 0 || height <= 0) return wanted;
    return {std::min(wanted.x, width), std::min(wanted.y, height)};
}

// The screen that a point lies on, the first one if it lies on none; null without any.
GLFWmonitor* monitorUnder(glm::ivec2 point) {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        glm::ivec2 corner(0);
        glfwGetMonitorPos(monitors[i], &corner.x, &corner.y);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        const glm::ivec2 inside = point - corner;
        if (mode != nullptr && inside.x >= 0 && inside.y >= 0 && inside.x < mode->width &&
            inside.y < mode->height)
            return monitors[i];
    }
    return glfwGetPrimaryMonitor();
}

}  // namespace

struct Window::State {
    GLFWwindow* window = nullptr;
    WindowInput input;
    glm::ivec2 place{0}, size{0};  // before it took the whole screen

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (window != nullptr) glfwDestroyWindow(window);
        glfwTerminate();
    }
};

Window::Window(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

core::Result<Window> Window::create(const WindowOptions& options) {
    if (glfwInit() != GLFW_TRUE) return noDisplay();
    auto state = std::make_unique<State>();
    askForCore33(options);
    const glm::ivec2 size = fittingSize(options.size);
    state->window = glfwCreateWindow(size.x, size.y, options.title.c_str(), nullptr, nullptr);
    if (state->window == nullptr) return noWindow();
    glfwSetWindowSizeLimits(state->window, std::min(options.smallest.x, size.x),
                            std::min(options.smallest.y, size.y), GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(state->window);
    glfwSwapInterval(1);
    state->input.attachTo(state->window);
    return Window(std::move(state));
}

glm::ivec2 Window::framebufferSize() const {
    glm::ivec2 size{0};
    glfwGetFramebufferSize(m_state->window, &size.x, &size.y);
    return size;
}

glm::dvec2 Window::sizeInDp() const {
    return glm::dvec2(framebufferSize()) / static_cast<double>(contentScale());
}

float Window::contentScale() const {
    float x = 1.0F;
    float y = 1.0F;
    glfwGetWindowContentScale(m_state->window, &x, &y);
    return x > 0.0F && std::isfinite(x) ? x : 1.0F;
}

bool Window::isMinimised() const {
    return glfwGetWindowAttrib(m_state->window, GLFW_ICONIFIED) == GLFW_TRUE;
}

void Window::setTitle(const std::string& title) {
    glfwSetWindowTitle(m_state->window, title.c_str());
}

bool Window::isFullScreen() const {
    return glfwGetWindowMonitor(m_state->window) != nullptr;
}

void Window::setFullScreen(bool full) {
    if (full == isFullScreen()) return;
    State& state = *m_state;
    if (!full) {
        glfwSetWindowMonitor(state.window, nullptr, state.place.x, state.place.y, state.size.x, state.size.y,
                             0);
        return;
    }
    glfwGetWindowPos(state.window, &state.place.x, &state.place.y);
    glfwGetWindowSize(state.window, &state.size.x, &state.size.y);
    GLFWmonitor* monitor = monitorUnder(state.place + state.size / 2);
    if (monitor == nullptr) return;
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(state.window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Window::setIcon(std::span<const WindowIcon> sizes) {
    std::vector<std::vector<std::uint8_t>> copies;  // GLFW's type wants bytes it could write to
    std::vector<GLFWimage> images;
    for (const WindowIcon& icon : sizes) {
        const auto side = static_cast<std::size_t>(icon.side);
        core::check(icon.rgba.size() == 4 * side * side, "an icon has four bytes a pixel");
        copies.emplace_back(icon.rgba.begin(), icon.rgba.end());
        images.push_back({icon.side, icon.side, copies.back().data()});
    }
    glfwSetWindowIcon(m_state->window, static_cast<int>(images.size()), images.data());
}

void Window::swap() {
    glfwSwapBuffers(m_state->window);
}

void Window::setWaitsForRefresh(bool waits) {
    glfwSwapInterval(waits ? 1 : 0);
}

void Window::waitEvents(double seconds) {
    if (seconds > 0.0) {
        glfwWaitEventsTimeout(seconds);
    } else {
        glfwPollEvents();
    }
}

void Window::waitEvents() {
    glfwWaitEvents();
}

void Window::pollEvents() {
    glfwPollEvents();
}

void Window::wake() {
    glfwPostEmptyEvent();
}

std::vector<InputEvent> Window::takeEvents() {
    return m_state->input.take();
}

bool Window::isCloseRequested() const {
    return glfwWindowShouldClose(m_state->window) == GLFW_TRUE;
}

void Window::requestClose() {
    glfwSetWindowShouldClose(m_state->window, GLFW_TRUE);
}

void Window::denyClose() {
    glfwSetWindowShouldClose(m_state->window, GLFW_FALSE);
}

double Window::seconds() const {
    return glfwGetTime();
}

GlLoader Window::loader() {
    return [](const char* name) -> GlFunction { return glfwGetProcAddress(name); };
}

GLFWwindow* Window::handle() const {
    return m_state->window;
}

}  // namespace palpate::platform
