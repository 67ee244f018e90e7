#pragma once

#include "image/vision.h"
#include "render/device.h"

#include <glm/vec2.hpp>

#include <memory>

namespace palpate::render {

// Shows a whole window as somebody else sees it. The device's context must be current for every call, the
// destructor too.
class VisionFilter {
public:
    explicit VisionFilter(std::shared_ptr<Device> device);
    VisionFilter(const VisionFilter&) = delete;
    VisionFilter& operator=(const VisionFilter&) = delete;
    ~VisionFilter();

    // What is in the framebuffer that is bound, of that size in pixels, becomes what image::seeAs() makes of
    // it.
    void apply(glm::ivec2 size, image::Vision vision);

private:
    struct State;

    std::unique_ptr<State> m_state;
};

}  // namespace palpate::render
