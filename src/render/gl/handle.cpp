#include "render/gl/handle.h"

#include <glad/gl.h>

namespace palpate::render::gl {

Name BufferTraits::create() {
    Name name = 0;
    glGenBuffers(1, &name);
    return name;
}
void BufferTraits::destroy(Name name) {
    glDeleteBuffers(1, &name);
}

Name VertexArrayTraits::create() {
    Name name = 0;
    glGenVertexArrays(1, &name);
    return name;
}
void VertexArrayTraits::destroy(Name name) {
    glDeleteVertexArrays(1, &name);
}

Name TextureTraits::create() {
    Name name = 0;
    glGenTextures(1, &name);
    return name;
}
void TextureTraits::destroy(Name name) {
    glDeleteTextures(1, &name);
}

Name RenderbufferTraits::create() {
    Name name = 0;
    glGenRenderbuffers(1, &name);
    return name;
}
void RenderbufferTraits::destroy(Name name) {
    glDeleteRenderbuffers(1, &name);
}

Name FramebufferTraits::create() {
    Name name = 0;
    glGenFramebuffers(1, &name);
    return name;
}
void FramebufferTraits::destroy(Name name) {
    glDeleteFramebuffers(1, &name);
}

Name ProgramTraits::create() {
    return glCreateProgram();
}
void ProgramTraits::destroy(Name name) {
    glDeleteProgram(name);
}

}  // namespace palpate::render::gl
