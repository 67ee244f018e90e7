#include "render/skin_buffers.h"

#include <glad/gl.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <utility>

namespace palpate::render {

namespace {

// Ranges that lie closer together than this go up in one call.
constexpr std::uint32_t kMergeWithin = 256;  // vertices

template <typename T>
void uploadChanged(gl::Buffer& buffer, std::span<const T> vertices, std::span<const std::uint32_t> changed) {
    if (buffer.size() != vertices.size_bytes()) {
        buffer.setData(std::as_bytes(vertices), gl::Buffer::Usage::Dynamic);
        return;
    }
    for (std::size_t i = 0; i < changed.size();) {
        const std::uint32_t first = changed[i];
        std::uint32_t end = first + 1;
        for (++i; i < changed.size() && changed[i] < end + kMergeWithin; ++i)
            end = changed[i] + 1;
        buffer.update(first * sizeof(T), std::as_bytes(vertices.subspan(first, end - first)));
    }
}

bool touches(const PixelRect& around, std::span<const PixelRect> rectangles) {
    return std::any_of(rectangles.begin(), rectangles.end(),
                       [&around](const PixelRect& r) { return around.overlaps(r); });
}

bool carriesAnything(const SkinChannels& channels, const body::Triangle& triangle) {
    return channels.carries(triangle[0]) || channels.carries(triangle[1]) || channels.carries(triangle[2]);
}

void drawTriangles(const gl::VertexArray& array, std::size_t first, std::size_t count) {
    if (count == 0) return;
    array.bind();
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(3 * count), GL_UNSIGNED_INT,
                   reinterpret_cast<const void*>(first * sizeof(body::Triangle)));
    gl::VertexArray::unbind();
}

}  // namespace

SkinBuffers::SkinBuffers(std::shared_ptr<const GpuBody> body)
    : m_body(std::move(body)),
      m_values(gl::Buffer::create()),
      m_overlays(gl::Buffer::create()),
      m_tints(gl::Buffer::create()),
      m_indices(gl::Buffer::create()),
      m_array(gl::VertexArray::create()) {
    using Type = gl::AttributeFormat::Type;
    m_body->attachTo(m_array);
    m_array.setAttribute(2, m_values, {4, Type::Byte, false, 4, 0});
    m_array.setAttribute(3, m_overlays, {4, Type::UnsignedShort, true, sizeof(SkinChannels::Overlay), 0});
    m_array.setAttribute(4, m_tints, {4, Type::UnsignedByte, true, 4, 0});
    m_array.setIndices(m_indices);
}

void SkinBuffers::upload(const SkinChannels& channels) {
    uploadChanged(m_values, channels.packedValues(), channels.changedValues());
    uploadChanged(m_overlays, channels.overlays(), channels.changedOverlays());
    const auto tints = std::as_bytes(channels.tints());
    if (channels.haveLabelsChanged() || m_tints.size() != tints.size())
        m_tints.setData(tints, gl::Buffer::Usage::Static);
}

std::size_t SkinBuffers::choose(const View& view, const SkinChannels& channels,
                                std::span<const PixelRect> rectangles) {
    m_chosen.clear();
    m_painted.clear();
    for (const Cluster& cluster : m_body->clusters().clusters()) {
        const ClusterFacing facing = facingOf(cluster, view);
        if (!facing.mayFaceEye || !touches(view.around(cluster.centre, cluster.radius), rectangles)) continue;
        add(cluster, facing, view, channels);
    }
    m_bareCount = m_chosen.size();
    m_chosen.insert(m_chosen.end(), m_painted.begin(), m_painted.end());
    m_indices.setData(std::as_bytes(std::span(m_chosen)), gl::Buffer::Usage::Stream);
    return m_chosen.size();
}

void SkinBuffers::add(const Cluster& cluster, const ClusterFacing& facing, const View& view,
                      const SkinChannels& channels) {
    // Metres; seen edge-on, rounding decides: leave those to OpenGL.
    constexpr float kEdgeOn = -5.0e-4F;
    const auto triangles = m_body->clusters().trianglesOf(cluster);
    const auto normals = m_body->clusters().normalsOf(cluster);
    const auto positions = m_body->model()->mesh().positions();
    for (std::size_t i = 0; i < triangles.size(); ++i) {
        const body::Triangle& triangle = triangles[i];
        if (facing.maySilhouette && glm::dot(normals[i], view.wayToEye(positions[triangle[0]])) <= kEdgeOn) {
            continue;
        }
        (carriesAnything(channels, triangle) ? m_painted : m_chosen).push_back(triangle);
    }
}

void SkinBuffers::drawBare() const {
    drawTriangles(m_array, 0, m_bareCount);
}

void SkinBuffers::drawPainted() const {
    drawTriangles(m_array, m_bareCount, m_chosen.size() - m_bareCount);
}

}  // namespace palpate::render
