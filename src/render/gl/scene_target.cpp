#include "render/gl/scene_target.h"

#include "core/check.h"

#include <glad/gl.h>

#include <algorithm>

namespace palpate::render::gl {

namespace {

RenderbufferHandle makeDepth(glm::ivec2 size) {
    auto handle = RenderbufferHandle::create();
    glBindRenderbuffer(GL_RENDERBUFFER, handle.name());
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, size.x, size.y);
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
    return handle;
}

// Colours are encoded by the shaders, so that the texture can be shown as it is.
TextureHandle makeTexture(glm::ivec2 size) {
    auto handle = TextureHandle::create();
    glBindTexture(GL_TEXTURE_2D, handle.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.x, size.y, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    glBindTexture(GL_TEXTURE_2D, 0);
    return handle;
}

}  // namespace

int largestTargetSide() {
    GLint texture = 0;
    GLint renderbuffer = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &renderbuffer);
    return std::min(texture, renderbuffer);
}

void SceneTarget::resize(glm::ivec2 size) {
    core::check(size.x > 0 && size.y > 0, "a scene has at least one pixel");
    if (size == m_size) return;
    m_size = size;
    m_texture = makeTexture(size);
    m_depth = makeDepth(size);
    m_framebuffer = FramebufferHandle::create();
    glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_texture.name(), 0);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, m_depth.name());
    core::check(glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE,
                "the scene's framebuffer is complete");
    unbind();
}

void SceneTarget::bindForDrawing() const {
    glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer.name());
    glViewport(0, 0, m_size.x, m_size.y);
}

void SceneTarget::unbind() {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void SceneTarget::copyFrom(const SceneTarget& other) const {
    core::check(other.m_size == m_size && m_size.x > 0, "targets of the same size are copied");
    glBindFramebuffer(GL_READ_FRAMEBUFFER, other.m_framebuffer.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, m_framebuffer.name());
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, 0, m_size.x, m_size.y, 0, 0, m_size.x, m_size.y,
                      GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT, GL_NEAREST);
    unbind();
}

image::Image SceneTarget::read() const {
    image::Image picture(m_size.x, m_size.y);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer.name());
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glPixelStorei(GL_PACK_ROW_LENGTH, 0);
    glReadPixels(0, 0, m_size.x, m_size.y, GL_RGBA, GL_UNSIGNED_BYTE, picture.bytes().data());
    unbind();
    // OpenGL's first row is the lowest.
    for (int low = 0, high = m_size.y - 1; low < high; ++low, --high) {
        std::swap_ranges(picture.row(low).begin(), picture.row(low).end(), picture.row(high).begin());
    }
    return picture;
}

void SceneTarget::copyToWindow(glm::ivec2 at) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, 0, m_size.x, m_size.y, at.x, at.y, at.x + m_size.x, at.y + m_size.y,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
    unbind();
}

}  // namespace palpate::render::gl
