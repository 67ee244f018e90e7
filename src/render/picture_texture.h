#pragma once

#include "image/image.h"
#include "render/gl/handle.h"

namespace palpate::render {

// A finished picture that stays on the GPU to be shown as it is. The context that was current when it was
// made must be current when it goes.
class PictureTexture {
public:
    PictureTexture() = default;  // empty, makes no OpenGL call
    // At least one pixel; the texture's first row is the picture's top one.
    explicit PictureTexture(const image::Image& picture);

    [[nodiscard]] gl::Name name() const { return m_texture.name(); }

private:
    gl::TextureHandle m_texture;
};

}  // namespace palpate::render
