#pragma once

#include "core/result.h"
#include "render/gl/program.h"

namespace palpate::render {

// The compiled shaders.
struct Programs {
    gl::Program bare;     // skin with nothing on it
    gl::Program painted;  // skin with everything that can be on it
    gl::Program cut;      // the same, but not where the skin is hidden
    gl::Program inside;   // the inner side of skin, seen where a part was cut off
    gl::Program stroke;   // lines
    gl::Program shadow;   // on the floor
    gl::Program vision;   // the whole window as somebody else sees it

    [[nodiscard]] static core::Result<Programs> build();
};

}  // namespace palpate::render
