#include "render/stroke_buffers.h"

#include <glad/gl.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace palpate::render {

StrokeBuffers::StrokeBuffers()
    : m_vertices(gl::Buffer::create()), m_indices(gl::Buffer::create()), m_array(gl::VertexArray::create()) {
    using Type = gl::AttributeFormat::Type;
    constexpr std::size_t kStride = sizeof(StrokeVertex);
    m_array.setAttribute(0, m_vertices, {3, Type::Float, false, kStride, offsetof(StrokeVertex, device)});
    m_array.setAttribute(1, m_vertices, {2, Type::Float, false, kStride, offsetof(StrokeVertex, across)});
    m_array.setAttribute(2, m_vertices,
                         {4, Type::UnsignedByte, true, kStride, offsetof(StrokeVertex, colour)});
    m_array.setAttribute(3, m_vertices, {2, Type::Float, false, kStride, offsetof(StrokeVertex, dash)});
    m_array.setIndices(m_indices);
}

void StrokeBuffers::draw(const Strokes& strokes) {
    m_all.assign(strokes.casings.begin(), strokes.casings.end());
    m_all.insert(m_all.end(), strokes.lines.begin(), strokes.lines.end());
    if (m_all.empty()) return;
    const std::size_t pieces = m_all.size() / 4;
    if (pieces > m_pieces) {
        m_pieces = std::max(pieces, 2 * m_pieces);
        std::vector<std::array<std::uint32_t, 6>> corners(m_pieces);
        for (std::uint32_t i = 0; i < corners.size(); ++i) {
            const std::uint32_t first = 4 * i;
            corners[i] = {first, first + 1, first + 2, first + 2, first + 1, first + 3};
        }
        m_indices.setData(std::as_bytes(std::span(corners)), gl::Buffer::Usage::Static);
    }
    m_vertices.setData(std::as_bytes(std::span(m_all)), gl::Buffer::Usage::Stream);
    m_array.bind();
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(6 * pieces), GL_UNSIGNED_INT, nullptr);
    gl::VertexArray::unbind();
}

}  // namespace palpate::render
