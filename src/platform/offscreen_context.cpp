#include "platform/offscreen_context.h"

#include "core/text.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>
#include <cstring>
#include <string>
#include <utility>

namespace palpate::platform {

namespace {

core::Error noOpenGl(const char* step) {
    return {
        core::trf("OpenGL 3.3 is not available without a window: {0} failed", {step}), "",
        core::tr("Install a driver with OpenGL 3.3, for example Mesa (Debian and Ubuntu: libgl1-mesa-dri and "
                 "libegl1).")};
}

bool hasExtension(const char* list, const char* name) {
    return list != nullptr && std::strstr(list, name) != nullptr;
}

// A display that needs neither X nor Wayland: Mesa's surfaceless one, else the first device that starts.
EGLDisplay startDisplay() {
    const char* const extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    if (hasExtension(extensions, "EGL_MESA_platform_surfaceless")) {
        const EGLDisplay display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
        if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) return display;
    }
    const auto queryDevices =
        reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
    if (!hasExtension(extensions, "EGL_EXT_platform_device") || queryDevices == nullptr)
        return EGL_NO_DISPLAY;
    std::array<EGLDeviceEXT, 16> devices{};
    EGLint count = 0;
    if (queryDevices(static_cast<EGLint>(devices.size()), devices.data(), &count) != EGL_TRUE) {
        return EGL_NO_DISPLAY;
    }
    for (EGLint i = 0; i < count; ++i) {
        const EGLDisplay display =
            eglGetPlatformDisplay(EGL_PLATFORM_DEVICE_EXT, devices[static_cast<std::size_t>(i)], nullptr);
        if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) return display;
    }
    return EGL_NO_DISPLAY;
}

// One for the whole run: EGL hands out the same display to everyone who asks, and ending it would pull it
// from under every other context.
EGLDisplay sharedDisplay() {
    static const EGLDisplay display = startDisplay();
    return display;
}

}  // namespace

struct OffscreenContext::State {
    EGLContext context = EGL_NO_CONTEXT;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (context == EGL_NO_CONTEXT) return;
        if (eglGetCurrentContext() == context) {
            eglMakeCurrent(sharedDisplay(), EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        }
        eglDestroyContext(sharedDisplay(), context);
    }
};

OffscreenContext::OffscreenContext(std::unique_ptr<State> state) : m_state(std::move(state)) {}
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext& OffscreenContext::operator=(OffscreenContext&&) noexcept = default;
OffscreenContext::~OffscreenContext() = default;

core::Result<OffscreenContext> OffscreenContext::create() {
    const EGLDisplay display = sharedDisplay();
    if (display == EGL_NO_DISPLAY) return noOpenGl("starting EGL");
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return noOpenGl("choosing OpenGL");
    constexpr std::array<EGLint, 7> kWanted{EGL_CONTEXT_MAJOR_VERSION,
                                            3,
                                            EGL_CONTEXT_MINOR_VERSION,
                                            3,
                                            EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                            EGL_NONE};
    auto state = std::make_unique<State>();
    state->context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, kWanted.data());
    if (state->context == EGL_NO_CONTEXT) return noOpenGl("creating an OpenGL 3.3 context");
    OffscreenContext made(std::move(state));
    if (const auto current = made.makeCurrent(); !current) return current.error();
    return made;
}

core::Result<void> OffscreenContext::makeCurrent() {
    if (eglMakeCurrent(sharedDisplay(), EGL_NO_SURFACE, EGL_NO_SURFACE, m_state->context) != EGL_TRUE) {
        return noOpenGl("using a context without a surface");
    }
    return {};
}

GlLoader OffscreenContext::loader() {
    return [](const char* name) -> GlFunction { return eglGetProcAddress(name); };
}

}  // namespace palpate::platform
