#pragma once

#include "core/result.h"
#include "platform/gl_loader.h"

#include <memory>

namespace palpate::platform {

// An OpenGL 3.3 core context without a window, a surface or a display (EGL, surfaceless): draw into a
// framebuffer object. Works in a shell without DISPLAY and with a software driver.
class OffscreenContext {
public:
    // The context is current on the calling thread when this returns.
    // Errors: no EGL, no driver with OpenGL 3.3; the message says what to install or set.
    [[nodiscard]] static core::Result<OffscreenContext> create();

    OffscreenContext(OffscreenContext&&) noexcept;
    OffscreenContext& operator=(OffscreenContext&&) noexcept;
    OffscreenContext(const OffscreenContext&) = delete;
    OffscreenContext& operator=(const OffscreenContext&) = delete;
    ~OffscreenContext();

    // What was made with the context must be destroyed while it is current.
    [[nodiscard]] core::Result<void> makeCurrent();
    [[nodiscard]] static GlLoader loader();

private:
    struct State;
    explicit OffscreenContext(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

}  // namespace palpate::platform
