#pragma once

#include "core/result.h"
#include "render/gl/program.h"

namespace palpate::render {

// The compiled shaders.
struct Programs {
    gl::Program bare;     // skin with nothing on it
    gl::Program painted;  // skin with everything that can be on it
    gl::Program stroke;   // lines
    gl::Program shadow;   // on the floor

    [[nodiscard]] static core::Result<Programs> build();
};

}  // namespace palpate::render
