#pragma once

#include "bodygen/atlas_labels.h"
#include "bodygen/atlas_overlay_table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace palpate::bodygen {

// One area of a finished labelling: one side of a row of its table.
struct OverlayArea {
    std::size_t row = 0;
    std::string id;      // "biceps_brachii_L"
    std::string side;    // "left", "right", "middle": the person's own
    std::string name;    // "Biceps, left"
    std::string code;    // on the instrument's form; may be empty
    std::string mirror;  // id on the other side; empty across the midline
};

// Areas of a table in its order, left before right.
std::vector<OverlayArea> overlayAreas(const OverlayTable& table);

// Index into overlayAreas() of every point, or kNoLabel. Of several pieces that hold a point the first owns
// it. A paired row that takes a midline region gets the half on its own side; points with x == 0 belong to
// the left. `complete`: points that no piece holds take the label around them. Islands and the teeth of
// borders take the label around them as well.
std::vector<std::uint16_t> labelPartition(const StandardBody& body, const RegionLabels& regions,
                                          const OverlayTable& table, bool complete);

// Weight of a muscle as steps of 1 / kWeightLevels.
inline constexpr int kWeightLevels = 7;
inline constexpr double kSoftRim = 0.010;  // metres of skin to each side of a border

struct PointWeight {
    std::uint32_t point = 0;
    std::uint8_t level = 0;  // 1..kWeightLevels
};

// Weights of every muscle of overlayAreas(), by point. The weight is smoothstep((r + d) / 2r) with d the
// distance from the muscle's border along the edges of the mesh, + inside, and r = kSoftRim: 1/2 on the
// border, 1 from 10 mm inside it, 0 from 10 mm outside.
std::vector<std::vector<PointWeight>> muscleWeights(const StandardBody& body, const RegionLabels& regions,
                                                    const OverlayTable& table);

}  // namespace palpate::bodygen
