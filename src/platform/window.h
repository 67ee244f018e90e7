#pragma once

#include "core/result.h"
#include "platform/gl_loader.h"
#include "platform/pointer_event.h"

#include <glm/vec2.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

struct GLFWwindow;

namespace palpate::platform {

struct WindowOptions {
    std::string title;
    glm::ivec2 size{1280, 800};  // dp; made smaller where the screen is
    glm::ivec2 smallest{640, 480};
    bool visible = true;
    bool maximised = false;
};

// A square picture for the window's icon: RGBA, rows from top to bottom.
struct WindowIcon {
    int side = 0;
    std::span<const std::uint8_t> rgba;
};

// A window with an OpenGL 3.3 core context, and the one stream of what people do in it. At most one at a
// time; made, used and destroyed on the main thread.
class Window {
public:
    // Its context is current when this returns. Errors: no display, no OpenGL 3.3.
    [[nodiscard]] static core::Result<Window> create(const WindowOptions& options);

    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window();

    [[nodiscard]] glm::ivec2 framebufferSize() const;  // pixels; 0 while minimised
    [[nodiscard]] glm::dvec2 sizeInDp() const;
    // Pixels a dp on the screen that the window is on.
    [[nodiscard]] float contentScale() const;
    [[nodiscard]] bool isMinimised() const;

    void setTitle(const std::string& title);
    // The whole of the screen that the window is on, without frame and title; and back to where it was.
    void setFullScreen(bool full);
    [[nodiscard]] bool isFullScreen() const;
    void setIcon(std::span<const WindowIcon> sizes);
    // Shows what was drawn; waits for the screen's refresh when that is on (it is by default).
    void swap();
    void setWaitsForRefresh(bool waits);

    // Sleeps until something happens, at most `seconds`, without using the processor.
    void waitEvents(double seconds);
    void waitEvents();
    void pollEvents();
    // Ends a wait; may be called from any thread while the window lives.
    static void wake();
    // What happened since the last call, in order.
    [[nodiscard]] std::vector<InputEvent> takeEvents();

    // True once the person asked to close the window, until it is denied.
    [[nodiscard]] bool isCloseRequested() const;
    void requestClose();
    void denyClose();

    [[nodiscard]] double seconds() const;  // since the program started, the clock of the events

    [[nodiscard]] static GlLoader loader();
    // For Dear ImGui's back end only. It may install its callbacks over these if it calls them in turn.
    [[nodiscard]] GLFWwindow* handle() const;

private:
    struct State;
    explicit Window(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

}  // namespace palpate::platform
