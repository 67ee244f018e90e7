#include "render/skin_buffers.h"

#include "core/check.h"

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

// Software drivers keep what they know of each triangle, 200 bytes and more, until the picture is flushed.
// Drawing an eighth of the skin that faces the eye at once takes as long as drawing it in one piece.
constexpr std::size_t kTrianglesAtOnce = 8000;

void drawTriangles(const gl::VertexArray& array, std::size_t first, std::size_t count) {
    if (count == 0) return;
    array.bind();
    for (std::size_t drawn = 0; drawn < count; drawn += kTrianglesAtOnce) {
        if (drawn > 0) glFlush();
        const std::size_t piece = std::min(kTrianglesAtOnce, count - drawn);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(3 * piece), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>((first + drawn) * sizeof(body::Triangle)));
    }
    gl::VertexArray::unbind();
}

}  // namespace

SkinBuffers::SkinBuffers(std::shared_ptr<const GpuBody> body)
    : m_body(std::move(body)),
      m_values(gl::Buffer::create()),
      m_overlays(gl::Buffer::create()),
      m_tints(gl::Buffer::create()),
      m_hidden(gl::Buffer::create()),
      m_techniques(gl::Buffer::create()),
      m_indices(gl::Buffer::create()),
      m_array(gl::VertexArray::create()) {
    using Type = gl::AttributeFormat::Type;
    m_body->attachTo(m_array);
    m_array.setAttribute(2, m_values, {4, Type::Byte, false, 4, 0});
    m_array.setAttribute(3, m_overlays, {4, Type::UnsignedShort, true, sizeof(SkinChannels::Overlay), 0});
    m_array.setAttribute(4, m_tints, {4, Type::UnsignedByte, true, 4, 0});
    m_array.setAttribute(5, m_hidden, {1, Type::UnsignedByte, true, 1, 0});
    m_array.setAttribute(6, m_techniques, {1, Type::UnsignedByte, false, 1, 0});
    m_array.setIndices(m_indices);
    const std::vector<std::uint8_t> nothing(m_body->model()->mesh().vertexCount(), 0);
    m_hidden.setData(std::as_bytes(std::span(nothing)), gl::Buffer::Usage::Static);
}

void SkinBuffers::upload(const SkinChannels& channels) {
    uploadChanged(m_values, channels.packedValues(), channels.changedValues());
    uploadChanged(m_overlays, channels.overlays(), channels.changedOverlays());
    const auto tints = std::as_bytes(channels.tints());
    const auto techniques = std::as_bytes(channels.techniques());
    if (channels.haveTechniquesChanged() || m_techniques.size() != techniques.size())
        m_techniques.setData(techniques, gl::Buffer::Usage::Dynamic);
    if (channels.haveLabelsChanged() || m_tints.size() != tints.size())
        m_tints.setData(tints, gl::Buffer::Usage::Static);
}

void SkinBuffers::showOnly(std::shared_ptr<const body::BodyPart> part) {
    if (part == m_part) return;
    m_part = std::move(part);
    if (m_part == nullptr) return;
    core::check(m_part->hidden().size() == m_body->model()->mesh().vertexCount(),
                "a part fits the body it is shown on");
    m_hidden.setData(std::as_bytes(m_part->hidden()), gl::Buffer::Usage::Static);
}

std::size_t SkinBuffers::choose(const View& view, const SkinChannels& channels,
                                std::span<const PixelRect> rectangles, bool isCoarse) {
    for (auto& group : m_groups)
        group.clear();
    if (isCoarse && !m_coarse) m_coarse.emplace(m_body->model()->mesh(), m_body->clusters());
    const auto clusters = m_body->clusters().clusters();
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const Cluster& cluster = clusters[i];
        const ClusterFacing facing = facingOf(cluster, view);
        // Skin that faces away is seen only through a hole.
        if (!facing.mayFaceEye && !isCut()) continue;
        if (!touches(view.around(cluster.centre, cluster.radius), rectangles)) continue;
        if (isCut()) {
            addCut(cluster, facing, view, channels);
        } else if (!isCoarse || !addCoarse(i, facing, view, channels)) {
            add(cluster, facing, view, channels);
        }
    }
    return sendChosen();
}

std::size_t SkinBuffers::sendChosen() {
    m_chosen.clear();
    for (const auto& group : m_groups)
        m_chosen.insert(m_chosen.end(), group.begin(), group.end());
    m_indices.setData(std::as_bytes(std::span(m_chosen)), gl::Buffer::Usage::Stream);
    return m_chosen.size();
}

// Triangles that face the eye and are taken. OpenGL culls those few that only might.
template <typename Takes>
std::size_t SkinBuffers::chooseInto(Group group, const View& view, const Takes& takes) {
    core::check(!isCut(), "bare skin is kept of the whole body");
    for (auto& one : m_groups)
        one.clear();
    for (const Cluster& cluster : m_body->clusters().clusters()) {
        if (!facingOf(cluster, view).mayFaceEye) continue;
        for (const body::Triangle& triangle : m_body->clusters().trianglesOf(cluster)) {
            if (takes(triangle)) m_groups[group].push_back(triangle);
        }
    }
    return sendChosen();
}

std::size_t SkinBuffers::chooseAllBare(const View& view) {
    return chooseInto(Bare, view, [](const body::Triangle&) { return true; });
}

std::size_t SkinBuffers::choosePainted(const View& view, const SkinChannels& channels) {
    return chooseInto(Painted, view, [&channels](const body::Triangle& triangle) {
        return carriesAnything(channels, triangle);
    });
}

// Only while nothing is cut off.
void SkinBuffers::add(const Cluster& cluster, const ClusterFacing& facing, const View& view,
                      const SkinChannels& channels) {
    const auto triangles = m_body->clusters().trianglesOf(cluster);
    for (std::size_t i = 0; i < triangles.size(); ++i) {
        if (facing.maySilhouette && facesAway(cluster, i, view)) continue;
        m_groups[carriesAnything(channels, triangles[i]) ? Painted : Bare].push_back(triangles[i]);
    }
}

bool SkinBuffers::addCoarse(std::size_t cluster, const ClusterFacing& facing, const View& view,
                            const SkinChannels& channels) {
    const auto fine = m_body->clusters().trianglesOf(m_body->clusters().clusters()[cluster]);
    const bool carries = std::any_of(fine.begin(), fine.end(), [&channels](const body::Triangle& triangle) {
        return carriesAnything(channels, triangle);
    });
    if (carries) return false;
    const auto positions = m_body->model()->mesh().positions();
    const auto isTurnedAway = [&](const body::Triangle& t) {
        const glm::vec3 a = positions[t[0]];
        const glm::vec3 normal = glm::cross(positions[t[1]] - a, positions[t[2]] - a);
        return glm::dot(normal, view.wayToEye(a)) < 0.0F;
    };
    for (const body::Triangle& triangle : m_coarse->trianglesOf(cluster)) {
        if (!facing.maySilhouette || !isTurnedAway(triangle)) m_groups[Bare].push_back(triangle);
    }
    return true;
}

// Only while some skin is: one may look at the inner side of the rest.
void SkinBuffers::addCut(const Cluster& cluster, const ClusterFacing& facing, const View& view,
                         const SkinChannels& channels) {
    const auto triangles = m_body->clusters().trianglesOf(cluster);
    for (std::size_t i = 0; i < triangles.size(); ++i) {
        const body::Triangle& triangle = triangles[i];
        const auto shown = std::count_if(triangle.begin(), triangle.end(),
                                         [this](std::uint32_t corner) { return m_part->shows(corner); });
        if (shown == 0) continue;
        const Group onSkin = shown < 3 ? Cut : carriesAnything(channels, triangle) ? Painted : Bare;
        const bool isTurned = !facing.mayFaceEye || (facing.maySilhouette && facesAway(cluster, i, view));
        m_groups[isTurned ? Inside : onSkin].push_back(triangle);
    }
}

bool SkinBuffers::facesAway(const Cluster& cluster, std::size_t i, const View& view) const {
    // Metres; seen edge-on, rounding decides: leave those to OpenGL.
    constexpr float kEdgeOn = -5.0e-4F;
    const std::uint32_t corner = m_body->clusters().trianglesOf(cluster)[i][0];
    const glm::vec3 wayToEye = view.wayToEye(m_body->model()->mesh().positions()[corner]);
    return glm::dot(m_body->clusters().normalsOf(cluster)[i], wayToEye) <= kEdgeOn;
}

void SkinBuffers::drawGroup(Group group) const {
    std::size_t first = 0;
    for (std::size_t before = 0; before < group; ++before)
        first += m_groups[before].size();
    drawTriangles(m_array, first, m_groups[group].size());
}

void SkinBuffers::drawBare() const {
    drawGroup(Bare);
}
void SkinBuffers::drawPainted() const {
    drawGroup(Painted);
}
void SkinBuffers::drawCut() const {
    drawGroup(Cut);
}
void SkinBuffers::drawInside() const {
    drawGroup(Inside);
}

}  // namespace palpate::render
