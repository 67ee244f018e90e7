#include "render/contour_strokes.h"

#include "image/palette.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include <algorithm>
#include <cmath>

namespace palpate::render {

namespace {

// Smoothing hides the corners of the mesh where triangles are a few pixels large, but never moves the line
// visibly off the edge of the colour it encloses.
constexpr float kMostSmoothing = 0.75F;  // pixels
constexpr float kFringe = 1.0F;          // pixels of soft edge beside a line
constexpr float kLift = 0.0015F;         // metres towards the eye, against fighting with the skin
constexpr float kBulge = 0.025F;         // metres: radius of what a silhouette runs along
constexpr float kFacingFade = 0.2F;
constexpr float kFullCurvature = 2.5F;  // 1/m: half a metre across
constexpr float kLeastFacing = 0.12F;   // cosine; skin seen more flatly than this carries no line
constexpr float kSteepestTilt = 0.3F;   // cosine at which the ribbon stops following the skin

struct Placed {
    glm::vec2 pixel{0.0F};     // where the point is
    glm::vec2 smoothed{0.0F};  // where it is drawn
    glm::vec3 inView{0.0F};    // normal
    float scale = 0.0F;        // pixels a metre
    float strength = 0.0F;     // 0..1
    bool isSeen = false;
};

class Ribbon {
public:
    Ribbon(std::span<const ContourPoint> line, const StrokeStyle& style, const View& view)
        : m_line(line), m_style(style), m_view(view), m_placed(line.size()) {
        for (std::size_t i = 0; i < line.size(); ++i)
            place(i);
        for (std::size_t i = 0; i < line.size(); ++i)
            smooth(i);
    }

    void addPieces(std::span<const PixelRect> rectangles, Strokes& strokes) {
        m_lines = &strokes.lines;
        const float reach = 0.5F * m_style.width + m_style.casing + kFringe;
        for (std::size_t i = 0; i < m_line.size(); ++i) {
            const std::uint32_t next = m_line[i].next;
            if (next == ContourPoint::kNone || !m_placed[i].isSeen || !m_placed[next].isSeen) continue;
            if (!isNear(i, next, reach, rectangles)) continue;
            if (m_style.casing > 0.0F) {
                addPiece(i, next, 0.5F * m_style.width + m_style.casing, image::palette::kCasing,
                         strokes.casings);
            }
            addPiece(i, next, 0.5F * m_style.width, m_style.colour, strokes.lines);
        }
    }

private:
    void place(std::size_t i) {
        const ContourPoint& point = m_line[i];
        Placed& placed = m_placed[i];
        placed.scale = m_view.pixelsPerMetre(point.position);
        if (placed.scale == 0.0F) return;
        placed.pixel = m_view.project(point.position);
        placed.inView = m_view.worldToView() * point.normal;
        const float facing = glm::dot(point.normal, m_view.towardsEye(point.position));
        placed.isSeen = (m_style.isSilhouette || facing > kLeastFacing) && isOnShownSkin(point);
        // A silhouette fades towards its ends, a line on the skin towards the silhouette.
        placed.strength = std::clamp(
            m_style.isSilhouette ? point.slope / kFullCurvature : (facing - kLeastFacing) / kFacingFade, 0.0F,
            1.0F);
    }

    [[nodiscard]] bool isOnShownSkin(const ContourPoint& point) const {
        if (m_style.part == nullptr) return true;
        const auto low = static_cast<std::uint32_t>(point.edge >> 32U);
        const auto high = static_cast<std::uint32_t>(point.edge);
        return m_style.part->shows(low) || m_style.part->shows(high);
    }

    void smooth(std::size_t i) {
        const ContourPoint& point = m_line[i];
        Placed& placed = m_placed[i];
        placed.smoothed = placed.pixel;
        if (point.previous == ContourPoint::kNone || point.next == ContourPoint::kNone) return;
        const glm::vec2 middle = 0.5F * (m_placed[point.previous].pixel + m_placed[point.next].pixel);
        const glm::vec2 move = 0.5F * (middle - placed.pixel);
        const float length = glm::length(move);
        placed.smoothed += length > kMostSmoothing ? move * (kMostSmoothing / length) : move;
    }

    [[nodiscard]] bool isNear(std::size_t a, std::size_t b, float reach,
                              std::span<const PixelRect> rectangles) const {
        const glm::vec2 low = glm::min(m_placed[a].smoothed, m_placed[b].smoothed) - reach;
        const glm::vec2 high = glm::max(m_placed[a].smoothed, m_placed[b].smoothed) + reach;
        return std::any_of(rectangles.begin(), rectangles.end(), [&](const PixelRect& r) {
            return high.x >= static_cast<float>(r.left) && low.x <= static_cast<float>(r.right) &&
                   high.y >= static_cast<float>(r.bottom) && low.y <= static_cast<float>(r.top);
        });
    }

    // Unit vector across the line at a point.
    [[nodiscard]] glm::vec2 acrossAt(std::size_t i) const {
        const std::uint32_t previous = m_line[i].previous;
        const std::uint32_t next = m_line[i].next;
        const glm::vec2 from = m_placed[previous == ContourPoint::kNone ? i : previous].smoothed;
        const glm::vec2 to = m_placed[next == ContourPoint::kNone ? i : next].smoothed;
        const glm::vec2 along = to - from;
        const float length = glm::length(along);
        return length > 1.0e-4F ? glm::vec2(-along.y, along.x) / length : glm::vec2(0.0F, 1.0F);
    }

    // 0..1: lines that would lie closer together than they are wide become one.
    [[nodiscard]] float strengthAt(std::size_t i) const {
        const float slope = m_style.leastGap > 0.0F ? meanSlopeAround(i) : 0.0F;
        if (slope <= 0.0F) return m_placed[i].strength;
        const float gap = m_style.valuesToNext / slope * m_placed[i].scale;
        return m_placed[i].strength *
               std::clamp((gap - m_style.leastGap) / m_style.leastGap + 0.5F, 0.0F, 1.0F);
    }

    // Over the points up to two steps away, so that a line does not flicker from triangle to triangle.
    [[nodiscard]] float meanSlopeAround(std::size_t i) const {
        float sum = m_line[i].slope;
        int count = 1;
        for (const auto direction : {&ContourPoint::previous, &ContourPoint::next}) {
            std::uint32_t at = m_line[i].*direction;
            for (int step = 0; step < 2 && at != ContourPoint::kNone; ++step, at = m_line[at].*direction) {
                sum += m_line[at].slope;
                ++count;
            }
        }
        return sum / static_cast<float>(count);
    }

    // The ribbon lies in the skin's tangent plane: how much nearer to the eye is it at `metres` from its
    // middle?
    [[nodiscard]] static float liftOnSkin(const Placed& placed, glm::vec2 metres) {
        const float tilt = std::max(placed.inView.z, kSteepestTilt);
        return -(placed.inView.x * metres.x + placed.inView.y * metres.y) / tilt + kLift;
    }

    // How far a bulge rises towards the eye within half the line's width from its edge.
    [[nodiscard]] float silhouetteLift(float scale) const {
        return std::sqrt(2.0F * kBulge * (0.5F * m_style.width + kFringe) / scale);
    }

    [[nodiscard]] StrokeVertex corner(std::size_t i, glm::vec2 across, float side, float halfWidth,
                                      image::Rgba colour) const {
        const Placed& placed = m_placed[i];
        const float reach = side * (halfWidth + kFringe);
        const glm::vec2 pixel = placed.smoothed + across * reach;
        const float lift = m_style.isSilhouette ? silhouetteLift(placed.scale)
                                                : liftOnSkin(placed, (pixel - placed.pixel) / placed.scale);
        const glm::vec2 size(m_view.size());
        StrokeVertex vertex;
        vertex.device = {2.0F * pixel.x / size.x - 1.0F, 2.0F * pixel.y / size.y - 1.0F,
                         m_view.depth(m_line[i].position, lift)};
        vertex.across = reach;
        vertex.halfWidth = halfWidth;
        vertex.colour = {colour.r, colour.g, colour.b,
                         static_cast<std::uint8_t>(std::lround(255.0F * strengthAt(i)))};
        return vertex;
    }

    void addPiece(std::size_t a, std::size_t b, float halfWidth, image::Rgba colour,
                  std::vector<StrokeVertex>& out) const {
        const glm::vec2 acrossA = acrossAt(a);
        const glm::vec2 acrossB = acrossAt(b);
        out.push_back(corner(a, acrossA, -1.0F, halfWidth, colour));
        out.push_back(corner(a, acrossA, 1.0F, halfWidth, colour));
        out.push_back(corner(b, acrossB, -1.0F, halfWidth, colour));
        out.push_back(corner(b, acrossB, 1.0F, halfWidth, colour));
        // The casing goes on below the gaps, so that the line stays one line on dark paint.
        const bool isCasing = &out != m_lines;
        if (!isCasing && m_line[a].isDashed && m_line[b].isDashed && m_style.dash > 0.0F)
            addDashes(a, b, out);
        if (out[out.size() - 4].colour[3] == 0 && out[out.size() - 2].colour[3] == 0) {
            out.resize(out.size() - 4);
        }
    }

    // To the last four corners. A whole number of dashes goes round a ring.
    void addDashes(std::size_t a, std::size_t b, std::vector<StrokeVertex>& out) const {
        const float length = m_line[a].length;
        if (length <= 0.0F) return;
        const float dashes = std::max(1.0F, std::round(length / m_style.dash));
        const float end = m_line[b].along > m_line[a].along ? m_line[b].along : length;
        for (std::size_t i = 0; i < 4; ++i) {
            StrokeVertex& vertex = out[out.size() - 4 + i];
            vertex.dash = (i < 2 ? m_line[a].along : end) / length * dashes;
            vertex.dashShare = m_style.dashShare;
        }
    }

    const std::vector<StrokeVertex>* m_lines = nullptr;  // the pile of lines, while pieces are added
    std::span<const ContourPoint> m_line;
    const StrokeStyle& m_style;
    const View& m_view;
    std::vector<Placed> m_placed;
};

}  // namespace

void addStrokes(std::span<const ContourPoint> line, const StrokeStyle& style, const View& view,
                std::span<const PixelRect> rectangles, Strokes& strokes) {
    Ribbon(line, style, view).addPieces(rectangles, strokes);
}

}  // namespace palpate::render
