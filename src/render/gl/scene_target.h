#pragma once

#include "image/image.h"
#include "render/gl/handle.h"

#include <glm/vec2.hpp>

namespace palpate::render::gl {

// Where a scene is drawn and kept: a texture with a depth buffer.
class SceneTarget {
public:
    SceneTarget() = default;  // empty, makes no OpenGL call
    // Size in pixels, at least 1 x 1; what was drawn is lost if it changes.
    void resize(glm::ivec2 size);

    void bindForDrawing() const;
    // Binds the window's framebuffer.
    static void unbind();

    [[nodiscard]] glm::ivec2 size() const { return m_size; }
    [[nodiscard]] Name colourTexture() const { return m_texture.name(); }
    // Takes over colours and depths of another target of the same size.
    void copyFrom(const SceneTarget& other) const;
    // Rows from top to bottom.
    [[nodiscard]] image::Image read() const;
    // Copies the picture to the window's framebuffer, its lower left corner at `at`.
    void copyToWindow(glm::ivec2 at) const;

private:
    glm::ivec2 m_size{0};
    TextureHandle m_texture;
    RenderbufferHandle m_depth;
    FramebufferHandle m_framebuffer;
};

// The largest side that a target can have.
[[nodiscard]] int largestTargetSide();

}  // namespace palpate::render::gl
