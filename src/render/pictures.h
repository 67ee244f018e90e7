#pragma once

#include "core/result.h"
#include "image/image.h"
#include "render/device.h"
#include "render/scene.h"

#include <memory>

namespace palpate::render {

// Makes pictures for files: off screen, of any size, with finer edges than the window's.
class PictureRenderer {
public:
    // Draws with the device of a window or of another off-screen context, which must be current for every
    // call.
    explicit PictureRenderer(std::shared_ptr<Device> device);
    // With an off-screen context of its own, which stays current. Works without a display.
    // Errors: no OpenGL 3.3.
    [[nodiscard]] static core::Result<PictureRenderer> createOffscreen();

    PictureRenderer(PictureRenderer&&) noexcept;
    PictureRenderer& operator=(PictureRenderer&&) noexcept;
    PictureRenderer(const PictureRenderer&) = delete;
    PictureRenderer& operator=(const PictureRenderer&) = delete;
    ~PictureRenderer();

    // The scene in its own size and pixel scale; drawn at twice that and scaled down where the driver allows.
    // Errors: a size below 1 or beyond what the driver can draw.
    [[nodiscard]] core::Result<image::Image> render(const Scene& scene);

private:
    struct State;
    PictureRenderer();

    std::unique_ptr<State> m_state;
};

}  // namespace palpate::render
