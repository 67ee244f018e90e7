#pragma once

#include "render/contour_strokes.h"
#include "render/skin_channels.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace palpate::render {

// The lines of everything that is shown: the pain layer's levels, the borders of the other layers and of the
// highlighted region, the steps of a difference. Traces only what changed.
class ContourSet {
public:
    // Widest line with its casing and soft edge, in dp.
    static constexpr float kWidest = 3.5F;

    // Call between SkinChannels::update() and acknowledge().
    void update(const body::SurfaceMesh& mesh, const SkinChannels& channels, const Scene& scene);
    // Points of the world at which a line looks different since the last update().
    [[nodiscard]] std::span<const ContourPoint> changedPlaces() const { return m_changedPlaces; }

    // Of another view. Where nothing but paint changes it stays what it was.
    void setSilhouette(std::vector<ContourPoint> line) { m_lines[Silhouette] = std::move(line); }
    void addStrokes(const Scene& scene, const View& view, std::span<const PixelRect> rectangles,
                    Strokes& strokes) const;

private:
    enum Line : std::size_t {
        Silhouette,
        Tension,
        Treated,
        Avoid,
        Pain0,
        Pain1,
        Pain2,
        Highlight,
        Better,
        Worse,
        Fresh,
        Gone,
        Later,
        Earlier,
        Cut,
        Count
    };

    void replace(Line line, std::vector<ContourPoint> points);
    void updateLabels(const body::SurfaceMesh& mesh, const SkinLabels* labels);
    void updateDifference(const body::SurfaceMesh& mesh, std::span<const std::int8_t> values,
                          const DifferenceField& field);
    void updateOutlines(const body::SurfaceMesh& mesh, const MapOutlines& outlines);
    void updateLayers(const body::SurfaceMesh& mesh, const SkinChannels& channels,
                      const std::array<float, 3>& thresholds);

    std::array<std::vector<ContourPoint>, Count> m_lines;
    std::array<std::vector<ContourPoint>, SkinLabels::kTints> m_labelBorders;
    std::array<float, 3> m_thresholds{};
    enum class Shows { Layers, Difference, Outlines };
    Shows m_shows = Shows::Layers;
    std::array<std::uint64_t, 2> m_outlinesOf{};  // versions of the later layer and of the earlier
    bool m_traceAll = false;                      // the layers' lines were taken away meanwhile
    std::uint64_t m_differenceVersion = 0;
    std::shared_ptr<const body::BodyPart> m_part;
    std::vector<ContourPoint> m_changedPlaces;
};

// Where two states of a line differ, with the points up to two steps along the line from there: that is how
// far a change reaches when the line is drawn. (Only their positions and normals mean anything.)
void addChangedPlaces(std::span<const ContourPoint> before, std::span<const ContourPoint> after,
                      std::vector<ContourPoint>& places);

}  // namespace palpate::render
