#pragma once

#include "body/body_model.h"
#include "core/result.h"
#include "platform/gl_loader.h"

#include <memory>

namespace palpate::render {

class GpuBody;
struct Programs;

// What all pictures drawn with one OpenGL context share: its functions, the compiled shaders and the bodies
// that were uploaded. The context must be current when it is made, used and destroyed; it must outlive
// nothing that was drawn with it.
class Device {
public:
    // Errors: older than OpenGL 3.3; a driver that refuses our shaders, with what its compiler said.
    [[nodiscard]] static core::Result<std::shared_ptr<Device>> create(platform::GlLoader loader);

    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    ~Device();

    // For the renderers.
    [[nodiscard]] Programs& programs() { return *m_programs; }
    // Uploads a body the first time it is asked for; kept while somebody holds it.
    [[nodiscard]] std::shared_ptr<const GpuBody> bodyOf(const std::shared_ptr<const body::BodyModel>& model);
    [[nodiscard]] int largestSide() const { return m_largestSide; }  // of a picture, pixels

private:
    struct Bodies;

    Device();

    std::unique_ptr<Programs> m_programs;
    std::unique_ptr<Bodies> m_bodies;
    int m_largestSide = 0;
};

}  // namespace palpate::render
