#pragma once

#include "bodygen/part_coordinates.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace palpate::bodygen {

// The maps in which borders of the atlas are drawn as polygons of (u, v). All of them look at the left half
// of the body; the right half is its mirror image.
//
//   front, back   trunk, thighs' roots: u = x / shoulder joint's x, v = height, 0 at the hip joint, 1 at C7;
//   front
//                 where the skin faces forward, back where it faces backward
//   arm           u = 0 shoulder, 1 elbow, 2 wrist; v = degrees round the limb, 0 front (crease of the
//   elbow), 90 outer leg           u = 0 hip, 1 knee, 2 ankle; v = degrees, 0 front, 90 outer side, 180 back,
//   270 inner side neck          u = degrees round the neck, 0 front, 180 back; v = height above the eye line
//   head          u = degrees round the head's centre; v as for neck
//   face          u = x; v as for neck; only what faces forward
//   crown         u = x, v = z from the head's centre; only above the brow
//   palm          hand and fingers where they face the palm's side: u = along the hand, 0 wrist, 1 knuckle of
//   the
//                 middle finger; v = towards the thumb, same unit
//   hand_back     the same on the back of the hand
//   sole          u = 0 back of the heel, 1 ball; v = x from the foot's axis; where the foot faces down
//   foot_inner, foot_outer   u as for sole; v = height above the ground; the rest of the foot, by side
//   foot_top   the same skin as foot_inner and foot_outer, u and v as for sole
//
// Heights and x of head and neck are millimetres of a head with 84.6 mm from the eye line to the chin;
// heights of the foot are millimetres of a body of 1.70 m.
enum class AtlasChart : unsigned char {
    Front,
    Back,
    Arm,
    Leg,
    Neck,
    Head,
    Face,
    Crown,
    Palm,
    HandBack,
    Sole,
    FootInner,
    FootOuter,
    FootTop,
};
inline constexpr std::size_t kAtlasChartCount = 14;
inline constexpr std::array<std::string_view, kAtlasChartCount> kAtlasChartNames = {
    "front", "back", "arm",       "leg",  "neck",       "head",       "face",
    "crown", "palm", "hand_back", "sole", "foot_inner", "foot_outer", "foot_top"};

struct ChartPoint {
    double u = 0.0;
    double v = 0.0;
};

// Where one point of the skin lies in every chart that shows it.
using AtlasSite = std::array<std::optional<ChartPoint>, kAtlasChartCount>;

AtlasSite atlasSite(const SurfacePoint& point, const BodyShape& shape);

}  // namespace palpate::bodygen
