#include "render/gl/functions.h"

#include "core/text.h"

#include <glad/gl.h>

namespace palpate::render::gl {

namespace {

std::string text(GLenum which) {
    const GLubyte* const bytes = glGetString(which);
    return bytes != nullptr ? reinterpret_cast<const char*>(bytes) : "?";
}

const char* errorName(GLenum error) {
    switch (error) {
        case GL_INVALID_ENUM:
            return "GL_INVALID_ENUM";
        case GL_INVALID_VALUE:
            return "GL_INVALID_VALUE";
        case GL_INVALID_OPERATION:
            return "GL_INVALID_OPERATION";
        case GL_INVALID_FRAMEBUFFER_OPERATION:
            return "GL_INVALID_FRAMEBUFFER_OPERATION";
        case GL_OUT_OF_MEMORY:
            return "GL_OUT_OF_MEMORY";
        default:
            return "another OpenGL error";
    }
}

}  // namespace

core::Result<void> loadFunctions(platform::GlLoader loader) {
    const int version = gladLoadGL(loader);
    if (version >= GLAD_MAKE_VERSION(3, 3)) return {};
    return core::Error{
        core::tr("This computer's graphics driver does not offer OpenGL 3.3"),
        version == 0 ? "" : describeContext(),
        core::tr("Update the graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 and start again.")};
}

std::string describeContext() {
    return text(GL_VENDOR) + ", " + text(GL_RENDERER) + ", " + text(GL_VERSION);
}

std::string takeErrors() {
    std::string names;
    // A lost context reports errors for ever.
    for (int i = 0; i < 16; ++i) {
        const GLenum error = glGetError();
        if (error == GL_NO_ERROR) break;
        names += (names.empty() ? "" : ", ") + std::string(errorName(error));
    }
    return names;
}

}  // namespace palpate::render::gl
