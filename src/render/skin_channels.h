#pragma once

#include "body/body_model.h"
#include "body/skin_distance.h"
#include "render/scene.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace palpate::render {

// What changes on the skin from frame to frame, per vertex, as it goes to the GPU; and which vertices changed
// since it went there last.
class SkinChannels {
public:
    enum Channel : std::size_t { Pain, Tension, Treated, Avoid };
    static constexpr std::size_t kChannels = 4;

    // Beside a layer's value: where the two brush rings lie and what is highlighted.
    struct Overlay {
        // Of the brush and of its twin: the way along the skin minus the straight one, in 1/65535 m; kFar
        // where the brush's surroundings do not reach. The straight way is exact in every pixel, and what is
        // left varies slowly, so the ring is smooth even where it is smaller than a triangle.
        std::array<std::uint16_t, 2> excess{kFar, kFar};
        std::uint16_t highlight = 0;  // 0 or 65535
        std::uint16_t unused = 0;
    };
    static constexpr std::uint16_t kFar = 0xffff;

    explicit SkinChannels(std::shared_ptr<const body::BodyModel> body);

    // Takes over what the scene shows. Afterwards the changed...() hold what is new.
    void update(const Scene& scene);

    // Tenths as they are interpolated over the skin: see shownValue(). The pain channel of a difference holds
    // later - earlier.
    [[nodiscard]] std::span<const std::int8_t> values(Channel channel) const { return m_shown[channel]; }
    // Four bytes a vertex, in the order of Channel.
    [[nodiscard]] std::span<const std::array<std::int8_t, 4>> packedValues() const { return m_packed; }
    [[nodiscard]] std::span<const Overlay> overlays() const { return m_overlays; }

    // Encoded colour and strength of the labels' tints.
    [[nodiscard]] std::span<const std::array<std::uint8_t, 4>> tints() const { return m_tints; }

    // Of treated skin: the number of its map::TechniquePattern. Bare skin beside it has the same, since a
    // triangle takes one corner's.
    [[nodiscard]] std::span<const std::uint8_t> techniques() const { return m_techniques; }
    // 1 where the pain lies deeper than the skin.
    [[nodiscard]] std::span<const std::uint8_t> deep() const { return m_deep; }

    // Whether anything at all is on the skin there: paint, a tint, a ring or the highlight.
    [[nodiscard]] bool carries(std::uint32_t vertex) const { return m_carries[vertex] != 0; }

    // Ascending, without duplicates; since the last acknowledge().
    [[nodiscard]] std::span<const std::uint32_t> changedValues() const { return m_changedValues; }
    [[nodiscard]] std::span<const std::uint32_t> changedOverlays() const { return m_changedOverlays; }
    // Which channels have another content since the last acknowledge().
    [[nodiscard]] bool hasChanged(Channel channel) const { return m_hasChanged[channel]; }
    [[nodiscard]] bool haveTechniquesChanged() const { return m_haveTechniquesChanged; }
    [[nodiscard]] bool hasDepthChanged() const { return m_hasDepthChanged; }
    [[nodiscard]] bool hasHighlightChanged() const { return m_hasHighlightChanged; }
    [[nodiscard]] bool haveLabelsChanged() const { return m_haveLabelsChanged; }
    void acknowledge();

    // World positions of the ring and its twin; empty where there is none.
    [[nodiscard]] const std::array<std::optional<glm::vec3>, 2>& ringCentres() const { return m_ringCentres; }

private:
    void updateLayer(Channel channel, const map::Layer* layer);
    void updateDifference(const DifferenceField& field);
    void updateTechniques(const map::Layer* treated);
    void updateDepth(const map::Layer* pain);
    void clear(Channel channel);
    // Shows what the layer holds at the vertices of m_scratch and around them.
    void showLayer(Channel channel);
    void show(Channel channel, std::uint32_t vertex, std::int8_t value);
    void updateRings(const std::optional<BrushRing>& ring);
    void writeRing(std::size_t which, const body::SkinPoint& centre, float radius);
    void updateHighlight(const Scene& scene);
    void updateLabels(const std::shared_ptr<const SkinLabels>& labels);
    void noteWhatCarries();
    void noteWhetherCarries(std::uint32_t vertex);

    std::shared_ptr<const body::BodyModel> m_body;
    body::SkinDistance m_distance;
    std::array<std::vector<std::uint8_t>, kChannels> m_raw;  // as the layers hold it
    std::array<std::vector<std::int8_t>, kChannels> m_shown;
    std::vector<std::array<std::int8_t, 4>> m_packed;  // m_shown once more
    std::vector<Overlay> m_overlays;
    std::vector<std::array<std::uint8_t, 4>> m_tints;
    std::vector<std::uint8_t> m_carries;
    std::vector<std::uint8_t> m_techniques, m_deep;
    std::uint64_t m_techniquesOf = 0, m_depthOf = 0;  // versions of the layers they were taken from; 0: none

    std::array<std::uint64_t, kChannels> m_versions{};  // of the layers; 0: nothing taken over
    std::optional<std::uint64_t> m_differenceVersion;   // empty: layers are shown
    std::optional<BrushRing> m_ring;
    std::array<std::optional<glm::vec3>, 2> m_ringCentres;
    std::array<std::vector<std::uint32_t>, 2> m_ringVertices;
    std::optional<body::RegionIndex> m_highlighted;
    std::optional<std::uint64_t> m_marksVersion;  // empty: no marks
    std::shared_ptr<const SkinLabels> m_labels;

    std::vector<std::uint32_t> m_scratch;
    std::vector<std::uint32_t> m_changedValues, m_changedOverlays;
    std::array<bool, kChannels> m_hasChanged{};
    bool m_haveTechniquesChanged = false, m_hasDepthChanged = false;
    bool m_hasHighlightChanged = false;
    bool m_haveLabelsChanged = false;
};

}  // namespace palpate::render
