#include "render/vision_filter.h"

#include "render/gl/buffer.h"
#include "render/gl/handle.h"
#include "render/programs.h"

#include <glad/gl.h>
#include <glm/gtc/type_ptr.hpp>

#include <utility>

namespace palpate::render {

struct VisionFilter::State {
    std::shared_ptr<Device> device;
    gl::VertexArray array = gl::VertexArray::create();  // the shader makes its corners itself
    gl::TextureHandle texture = gl::TextureHandle::create();
    glm::ivec2 size{0};
};

VisionFilter::VisionFilter(std::shared_ptr<Device> device) : m_state(std::make_unique<State>()) {
    m_state->device = std::move(device);
}
VisionFilter::~VisionFilter() = default;

void VisionFilter::apply(glm::ivec2 size, image::Vision vision) {
    if (vision == image::Vision::Full || size.x <= 0 || size.y <= 0) return;
    State& state = *m_state;
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, state.texture.name());
    if (state.size != size) {
        state.size = size;
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.x, size.y, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    }
    glCopyTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, 0, 0, size.x, size.y);
    glViewport(0, 0, size.x, size.y);
    for (const GLenum off : {GL_BLEND, GL_DEPTH_TEST, GL_SCISSOR_TEST, GL_CULL_FACE, GL_FRAMEBUFFER_SRGB})
        glDisable(off);
    gl::Program& program = state.device->programs().vision;
    program.use();
    // Its rows are what OpenGL calls columns.
    program.set("transposed", glm::make_mat3(image::visionMatrix(vision).data()));
    state.array.bind();
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    gl::VertexArray::unbind();
    glUseProgram(0);
    glBindTexture(GL_TEXTURE_2D, 0);
}

}  // namespace palpate::render
