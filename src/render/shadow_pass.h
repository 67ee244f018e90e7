#pragma once

#include "render/gl/buffer.h"
#include "render/gl/program.h"
#include "render/gpu_body.h"
#include "render/view.h"

namespace palpate::render {

// The soft shadow that the feet cast on the floor.
class ShadowPass {
public:
    ShadowPass();

    // Nothing when the eye is below the floor. Drawn before the body, without depth; leaves blending off.
    void draw(gl::Program& program, const GpuBody& body, const View& view) const;

private:
    gl::Buffer m_corners;
    gl::VertexArray m_array;
};

}  // namespace palpate::render
