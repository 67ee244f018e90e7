#pragma once

#include "image/image.h"
#include "render/device.h"
#include "render/scene.h"

#include <glm/vec2.hpp>

#include <cstddef>
#include <memory>

namespace palpate::render {

// What a draw call did.
struct Drawn {
    enum class Extent { Nothing, Part, All };

    Extent extent = Extent::Nothing;
    long long pixels = 0;       // redrawn
    std::size_t triangles = 0;  // of the skin, sent to be drawn
};

// Draws one view of a body and keeps the picture. Only what changed since the last call is uploaded and
// drawn: after a stroke the rectangle around it, pixel for pixel what a full redraw gives; after nothing,
// nothing.
//
// All calls need the device's context to be current, the destructor too. A call sets all the OpenGL state it
// depends on; afterwards the window's framebuffer is bound, and blending, depth and scissor tests, face
// culling, program and vertex array are off.
class SceneRenderer {
public:
    explicit SceneRenderer(std::shared_ptr<Device> device);
    SceneRenderer(SceneRenderer&&) noexcept;
    SceneRenderer& operator=(SceneRenderer&&) noexcept;
    SceneRenderer(const SceneRenderer&) = delete;
    SceneRenderer& operator=(const SceneRenderer&) = delete;
    ~SceneRenderer();

    // Brings the picture up to date. The scene's size must be 1..Device::largestSide() on both sides.
    Drawn draw(const Scene& scene);
    // The next call draws everything again.
    void invalidate();

    // Of the last call; 0 before the first.
    [[nodiscard]] glm::ivec2 size() const;
    // The picture as an OpenGL texture with encoded colours, its first row at the bottom: what Dear ImGui
    // shows with its vertical texture coordinates turned round. 0 before the first call; may change when the
    // size does.
    [[nodiscard]] unsigned colourTexture() const;
    [[nodiscard]] image::Image readImage() const;
    // Straight to the window's framebuffer, the picture's lower left corner at `at`: cheaper than as a
    // texture.
    void copyToWindow(glm::ivec2 at) const;

private:
    struct State;

    std::unique_ptr<State> m_state;
};

}  // namespace palpate::render
