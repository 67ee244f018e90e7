#pragma once

#include "render/coarse_skin.h"
#include "render/gl/buffer.h"
#include "render/gpu_body.h"
#include "render/skin_channels.h"
#include "render/view.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
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
    // Hides all skin outside of a part; null shows it again.
    void showOnly(std::shared_ptr<const body::BodyPart> part);
    // Some skin is hidden, so that one may look inside.
    [[nodiscard]] bool isCut() const { return m_part != nullptr; }

    // Picks the triangles that may be seen within the rectangles: what the next calls draw. Returns how many.
    // `isCoarse`: bare skin with fewer triangles, see CoarseSkin; only the whole body is ever drawn so.
    std::size_t choose(const View& view, const SkinChannels& channels, std::span<const PixelRect> rectangles,
                       bool isCoarse);
    // The same for the whole picture, in two steps: all skin as if nothing were on it, or what carries
    // anything alone. Only while nothing is cut off.
    std::size_t chooseAllBare(const View& view);
    std::size_t choosePainted(const View& view, const SkinChannels& channels);
    void drawBare() const;     // the chosen ones with nothing on them
    void drawPainted() const;  // the others
    void drawCut() const;      // those along the border of the part that is shown; only while isCut()
    void drawInside() const;   // those that turn their inner side to the eye; only while isCut()

private:
    // What is drawn together, one after the other in the buffer of indices.
    enum Group : std::size_t { Bare, Painted, Cut, Inside, Count };

    void drawGroup(Group group) const;
    std::size_t sendChosen();
    template <typename Takes>
    std::size_t chooseInto(Group group, const View& view, const Takes& takes);
    void add(const Cluster& cluster, const ClusterFacing& facing, const View& view,
             const SkinChannels& channels);
    // Nothing, and false, if the cluster carries anything.
    bool addCoarse(std::size_t cluster, const ClusterFacing& facing, const View& view,
                   const SkinChannels& channels);
    void addCut(const Cluster& cluster, const ClusterFacing& facing, const View& view,
                const SkinChannels& channels);
    // Of a cluster's triangle.
    [[nodiscard]] bool facesAway(const Cluster& cluster, std::size_t i, const View& view) const;

    std::shared_ptr<const GpuBody> m_body;
    gl::Buffer m_values, m_overlays, m_tints, m_hidden, m_techniques, m_indices;
    gl::VertexArray m_array;
    std::shared_ptr<const body::BodyPart> m_part;
    std::optional<CoarseSkin> m_coarse;  // once it was asked for
    std::array<std::vector<body::Triangle>, Count> m_groups;
    std::vector<body::Triangle> m_chosen;  // group after group
};

}  // namespace palpate::render
