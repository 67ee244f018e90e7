#pragma once

#include "render/gl/buffer.h"
#include "render/gpu_body.h"
#include "render/skin_channels.h"
#include "render/view.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace palpate::render {

// The skin of one scene on the GPU: the shared body and what is painted on it here.
class SkinBuffers {
public:
    explicit SkinBuffers(std::shared_ptr<const GpuBody> body);

    [[nodiscard]] const GpuBody& body() const { return *m_body; }
    // Sends what changed. Call before SkinChannels::acknowledge().
    void upload(const SkinChannels& channels);

    // Picks the triangles that may be seen within the rectangles: what the next two calls draw. Returns how
    // many.
    std::size_t choose(const View& view, const SkinChannels& channels, std::span<const PixelRect> rectangles);
    void drawBare() const;     // the chosen ones with nothing on them
    void drawPainted() const;  // the others

private:
    void add(const Cluster& cluster, const ClusterFacing& facing, const View& view,
             const SkinChannels& channels);

    std::shared_ptr<const GpuBody> m_body;
    gl::Buffer m_values, m_overlays, m_tints, m_indices;
    gl::VertexArray m_array;
    std::vector<body::Triangle> m_chosen;  // bare ones, then painted ones
    std::vector<body::Triangle> m_painted;
    std::size_t m_bareCount = 0;
};

}  // namespace palpate::render
