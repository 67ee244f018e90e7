#pragma once

#include "body/body_model.h"
#include "body/skin_point.h"
#include "map/paint_scratch.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace palpate::map {

// Share of the radius within which paint has its full level; from there to the radius it fades.
inline constexpr float kHardCore = 0.8F;
// Stamps lie at most this share of the radius apart.
inline constexpr float kStampSpacing = 0.15F;
// Skin is left alone where its normal is turned away farther than this from the one at the point hit.
inline constexpr float kNormalLimitDegrees = 100.0F;

// Each vertex once, ascending, with the highest weight it came with.
void keepHeaviest(std::vector<DabVertex>& dab);

// Where on the skin paint goes and how much of it; knows nothing of maps.
//
// A point and its mirror image give the mirrored dab bit for bit: of the two, distances are always computed
// at the one with the lower triangle number, and carried over to the other by the vertices' partners. Left to
// themselves, two sides would differ in the last bit, and so here and there by a tenth of a level.
class Brush {
public:
    enum class Rim : std::uint8_t { Soft, Hard };

    // `radius` in metres along the skin. `mirror` adds the vertices across the body's middle. `body` and
    // `scratch` must outlive the brush.
    Brush(const body::BodyModel& body, float radius, Rim rim, bool mirror, PaintScratch& scratch);

    // The vertices under the brush at this point, by distance along the skin, their mirror partners behind
    // them; one that is its own or another's partner may come twice. The vertex nearest to the point always
    // has weight 1, so that a brush finer than the mesh still leaves a mark. Valid until the next call.
    std::span<const DabVertex> dab(const body::SkinPoint& point);

    // How many stamps it takes from one point to another, the last one lying on `to`; at least 1.
    [[nodiscard]] int stampsBetween(const body::SkinPoint& from, const body::SkinPoint& to) const;
    // The skin at `share` (0..1) of the straight way between two points. Empty where the skin is too far from
    // it, or does not hang together with the last dab: a fast pointer jumps from the arm to the hip without
    // painting what lies between.
    [[nodiscard]] std::optional<body::SkinPoint> between(const body::SkinPoint& from,
                                                         const body::SkinPoint& to, float share) const;

private:
    // Points, and whether they are the mirror images of those asked about.
    struct Side {
        body::SkinPoint point, other;
        bool isReflected = false;
    };

    [[nodiscard]] Side sideOf(const body::SkinPoint& point, const body::SkinPoint& other) const;
    bool addReached(const Side& side);
    void addMirrored();
    [[nodiscard]] float weightAt(float distance) const;
    [[nodiscard]] std::optional<body::SkinPoint> skinOnTheWay(const Side& side, float share) const;
    [[nodiscard]] bool hangsTogetherWithLastDab(const body::SkinPoint& point) const;

    const body::BodyModel& m_body;
    PaintScratch& m_scratch;
    float m_radius;
    Rim m_rim;
    bool m_mirror;
    std::optional<body::SkinPoint> m_last;
    glm::vec3 m_lastNormal{0.0F};
};

}  // namespace palpate::map
