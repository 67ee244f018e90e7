#pragma once

#include "render/contour_strokes.h"
#include "render/gl/buffer.h"

#include <vector>

namespace palpate::render {

// Ribbons on the GPU, laid out anew for each redraw.
class StrokeBuffers {
public:
    StrokeBuffers();

    // Casings first, then lines. The program for strokes must be in use and blending on.
    void draw(const Strokes& strokes);

private:
    gl::Buffer m_vertices, m_indices;
    gl::VertexArray m_array;
    std::vector<StrokeVertex> m_all;
    std::size_t m_pieces = 0;  // that m_indices has corners for
};

}  // namespace palpate::render
