#include "render/contour_set.h"

#include "core/check.h"
#include "image/palette.h"
#include "render/edge_table.h"
#include "render/shown_value.h"

#include <algorithm>
#include <utility>

namespace palpate::render {

namespace {

using image::palette::kAvoid;
using image::palette::kContour;
using image::palette::kTension;
using image::palette::kTreated;

constexpr image::Rgba kBlack{0, 0, 0, 255};
constexpr float kPainted = 5.0F;  // tenths
// "2 points or more": what counts as a clear change between two visits.
constexpr float kClearChange = 20.0F;
constexpr std::array kPainWidths{1.5F, 2.0F, 2.5F};  // dp
constexpr float kCasing = 1.0F;
constexpr float kSilhouetteWidth = 1.6F;
constexpr float kLabelWidth = 0.9F, kLabelCasing = 0.5F;
constexpr float kLeastGap = 5.5F;  // dp between two pain lines
// Dp from one dash to the next: pain below the skin; what is new and what is gone since the visit before.
constexpr float kDeepDash = 10.0F, kFreshDash = 10.0F, kGoneDash = 6.0F;

std::uint64_t edgeAt(std::span<const ContourPoint> line, std::uint32_t index) {
    return index == ContourPoint::kNone ? 0 : line[index].edge;
}

bool looksTheSame(std::span<const ContourPoint> a, const ContourPoint& pointA,
                  std::span<const ContourPoint> b, const ContourPoint& pointB) {
    return pointA.position == pointB.position && pointA.slope == pointB.slope &&
           pointA.isDashed == pointB.isDashed && pointA.along == pointB.along &&
           pointA.length == pointB.length && edgeAt(a, pointA.previous) == edgeAt(b, pointB.previous) &&
           edgeAt(a, pointA.next) == edgeAt(b, pointB.next);
}

EdgeTable byEdge(std::span<const ContourPoint> line) {
    EdgeTable numbers;
    for (const ContourPoint& point : line)
        (void)numbers.numberOf(point.edge);
    return numbers;
}

void addWithNeighbours(std::span<const ContourPoint> line, std::uint32_t index,
                       std::vector<ContourPoint>& places) {
    constexpr int kSteps = 2;
    places.push_back(line[index]);
    for (const auto direction : {&ContourPoint::previous, &ContourPoint::next}) {
        std::uint32_t at = index;
        for (int step = 0; step < kSteps && line[at].*direction != ContourPoint::kNone; ++step) {
            at = line[at].*direction;
            places.push_back(line[at]);
        }
    }
}

void addPlacesOnlyIn(std::span<const ContourPoint> line, std::span<const ContourPoint> other,
                     const EdgeTable& numbersOfOther, std::vector<ContourPoint>& places) {
    for (std::uint32_t i = 0; i < line.size(); ++i) {
        const std::uint32_t twin = numbersOfOther.find(line[i].edge);
        if (twin != EdgeTable::kUnknown && looksTheSame(line, line[i], other, other[twin])) continue;
        addWithNeighbours(line, i, places);
    }
}

std::vector<ContourPoint> traceBorder(const body::SurfaceMesh& mesh, const body::BodyPart& part) {
    std::vector<std::int8_t> isShown(mesh.vertexCount(), 0);
    for (std::uint32_t vertex = 0; vertex < isShown.size(); ++vertex)
        isShown[vertex] = part.shows(vertex) ? 1 : 0;
    return traceContour(mesh, isShown, 0.5F);
}

}  // namespace

void addChangedPlaces(std::span<const ContourPoint> before, std::span<const ContourPoint> after,
                      std::vector<ContourPoint>& places) {
    addPlacesOnlyIn(before, after, byEdge(after), places);
    addPlacesOnlyIn(after, before, byEdge(before), places);
}

void ContourSet::replace(Line line, std::vector<ContourPoint> points) {
    addChangedPlaces(m_lines[line], points, m_changedPlaces);
    m_lines[line] = std::move(points);
}

void ContourSet::update(const body::SurfaceMesh& mesh, const SkinChannels& channels, const Scene& scene) {
    m_changedPlaces.clear();
    const Shows shows = scene.difference ? Shows::Difference
                        : scene.outlines ? Shows::Outlines
                                         : Shows::Layers;
    if (shows != m_shows) {
        m_shows = shows;
        for (const Line line :
             {Tension, Treated, Avoid, Pain0, Pain1, Pain2, Better, Worse, Fresh, Gone, Later, Earlier})
            replace(line, {});
        m_differenceVersion = 0;
        m_outlinesOf = {};
        m_traceAll = true;
    }
    if (shows == Shows::Outlines) {
        updateOutlines(mesh, *scene.outlines);
    } else if (shows == Shows::Difference) {
        if (channels.hasChanged(SkinChannels::Pain) || m_differenceVersion != scene.difference->version)
            updateDifference(mesh, channels.values(SkinChannels::Pain), *scene.difference);
    } else {
        updateLayers(mesh, channels, scene.contours);
    }
    if (channels.haveLabelsChanged()) updateLabels(mesh, scene.labels.get());
    if (scene.part != m_part) {
        m_part = scene.part;
        replace(Cut, m_part ? traceBorder(mesh, *m_part) : std::vector<ContourPoint>());
    }
    if (!channels.hasHighlightChanged()) return;
    std::vector<std::int8_t> isHighlighted(mesh.vertexCount(), 0);
    std::transform(channels.overlays().begin(), channels.overlays().end(), isHighlighted.begin(),
                   [](const SkinChannels::Overlay& overlay) { return std::int8_t{overlay.highlight != 0}; });
    replace(Highlight, traceContour(mesh, isHighlighted, 0.5F));
}

void ContourSet::updateLayers(const body::SurfaceMesh& mesh, const SkinChannels& channels,
                              const std::array<float, 3>& thresholds) {
    const std::array<std::pair<Line, SkinChannels::Channel>, 3> borders{
        {{Tension, SkinChannels::Tension}, {Treated, SkinChannels::Treated}, {Avoid, SkinChannels::Avoid}}};
    for (const auto& [line, channel] : borders) {
        if (channels.hasChanged(channel) || m_traceAll)
            replace(line, traceContour(mesh, channels.values(channel), kPainted));
    }
    const bool areOthers = m_thresholds != thresholds || m_traceAll;
    m_thresholds = thresholds;
    m_traceAll = false;
    if (!channels.hasChanged(SkinChannels::Pain) && !channels.hasDepthChanged() && !areOthers) return;
    const auto pain = channels.values(SkinChannels::Pain);
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        auto line = traceContour(mesh, pain, 10.0F * thresholds[i]);
        measureDashes(line, pain, channels.deep());
        replace(static_cast<Line>(Pain0 + i), std::move(line));
    }
}

void ContourSet::updateOutlines(const body::SurfaceMesh& mesh, const MapOutlines& outlines) {
    const std::array<std::uint64_t, 2> versions{outlines.later->version(), outlines.earlier->version()};
    if (versions == m_outlinesOf) return;
    m_outlinesOf = versions;
    for (const auto& [line, layer] :
         {std::pair{Later, outlines.later}, std::pair{Earlier, outlines.earlier}}) {
        core::check(layer->values().size() == mesh.vertexCount(), "a layer fits the body it is shown on");
        std::vector<std::int8_t> values(mesh.vertexCount());
        for (std::uint32_t vertex = 0; vertex < values.size(); ++vertex)
            values[vertex] = shownValue(mesh, layer->values(), vertex);
        auto outline = traceContour(mesh, values, kPainted);
        if (line == Earlier) measureDashes(outline);
        replace(line, std::move(outline));
    }
}

// The whole picture is drawn anew when labels change, so nothing asks where their borders did.
void ContourSet::updateLabels(const body::SurfaceMesh& mesh, const SkinLabels* labels) {
    m_labelBorders = {};
    if (labels == nullptr) return;
    for (std::size_t tint = 0; tint < SkinLabels::kTints; ++tint)
        m_labelBorders[tint] = traceContour(mesh, labels->insides[tint], 0.0F);
}

void ContourSet::updateDifference(const body::SurfaceMesh& mesh, std::span<const std::int8_t> values,
                                  const DifferenceField& field) {
    m_differenceVersion = field.version;
    for (const auto& [line, levels] : {std::pair{Fresh, field.fresh}, std::pair{Gone, field.gone}}) {
        if (levels.empty()) {
            replace(line, {});
            continue;
        }
        core::check(levels.size() == mesh.vertexCount(), "what is new or gone fits the body it is shown on");
        auto outline = traceContour(mesh, levels, kPainted);
        measureDashes(outline);
        replace(line, std::move(outline));
    }
    replace(Worse, traceContour(mesh, values, kClearChange));
    std::vector<std::int8_t> turned(values.size());
    std::transform(values.begin(), values.end(), turned.begin(),
                   [](std::int8_t value) { return static_cast<std::int8_t>(-value); });
    replace(Better, traceContour(mesh, turned, kClearChange));
}

void ContourSet::addStrokes(const Scene& scene, const View& view, std::span<const PixelRect> rectangles,
                            Strokes& strokes) const {
    const float scale = scene.pixelScale;
    // A dp on skin that is seen straight on, at the camera's target.
    const float metresPerDp = scale * scene.camera.height / static_cast<float>(scene.size.y);
    const auto ink = [&scene](image::Rgba colour) { return scene.blackAndWhite ? kBlack : colour; };
    struct More {
        float valuesToNext = 0.0F;
        float dash = kDeepDash, dashShare = 0.6F;  // dp
    };
    const auto add = [&](Line line, image::Rgba colour, float width, float casing, More more) {
        const StrokeStyle style{.colour = ink(colour),
                                .width = width * scale,
                                .casing = casing * scale,
                                .leastGap = more.valuesToNext > 0.0F ? kLeastGap * scale : 0.0F,
                                .valuesToNext = more.valuesToNext,
                                .dash = more.dash * metresPerDp,
                                .dashShare = more.dashShare,
                                .part = m_part.get()};
        render::addStrokes(m_lines[line], style, view, rectangles, strokes);
    };
    const StrokeStyle silhouette{.colour = ink(image::palette::kSilhouette),
                                 .width = kSilhouetteWidth * scale,
                                 .isSilhouette = true,
                                 .part = m_part.get()};
    render::addStrokes(m_lines[Silhouette], silhouette, view, rectangles, strokes);
    const StrokeStyle border{.colour = image::palette::kLabelBorder,
                             .width = kLabelWidth * scale,
                             .casing = kLabelCasing * scale,
                             .part = m_part.get()};
    for (const auto& line : m_labelBorders)
        render::addStrokes(line, border, view, rectangles, strokes);
    add(Cut, image::palette::kSilhouette, kSilhouetteWidth, 0.0F, {});
    add(Tension, kTension.back(), 1.5F, kCasing, {});
    add(Treated, kTreated, 2.0F, 1.5F, {});
    add(Avoid, kAvoid, 2.5F, 1.5F, {});
    for (std::size_t i = 0; i < m_thresholds.size(); ++i) {
        const float gap = i == 0 ? 0.0F : 10.0F * (m_thresholds[i] - m_thresholds[i - 1]);
        add(static_cast<Line>(Pain0 + i), kContour, kPainWidths[i], kCasing, {.valuesToNext = gap});
    }
    add(Better, kContour, 1.5F, 0.0F, {});
    add(Worse, kContour, 1.5F, 0.0F, {});
    add(Fresh, kContour, 2.0F, kCasing, {.dash = kFreshDash});
    add(Gone, kContour, 2.5F, kCasing, {.dash = kGoneDash, .dashShare = 0.4F});
    add(Later, kContour, 2.0F, kCasing, {});
    add(Earlier, kContour, 2.5F, kCasing, {.dash = kGoneDash, .dashShare = 0.4F});
    add(Highlight, scene.accent, 2.0F, kCasing, {});
}

}  // namespace palpate::render
