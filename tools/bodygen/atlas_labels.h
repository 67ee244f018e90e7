#pragma once

#include "bodygen/atlas_table.h"
#include "bodygen/part_coordinates.h"

#include <cstdint>
#include <string>
#include <vector>

namespace palpate::bodygen {

// One region of the finished atlas: one side of a row of the table.
struct LabelledRegion {
    std::string id;    // "upper_trap_L"
    std::string base;  // "upper_trap"
    std::string side;  // "left", "right", "middle": the person's own
    std::string name;  // "Top of the shoulder (upper trapezius), left"
    std::string clinical;
    std::string mirror;  // id of the same place on the other side; empty across the midline
};

struct RegionLabels {
    std::vector<LabelledRegion> regions;       // in the table's order, left before right
    std::vector<std::uint16_t> regionOfPoint;  // index into `regions`
    std::vector<std::uint16_t> rowOfPoint;     // row of the table, the same on both sides
    // Points that no polygon held; teeth of borders that were taken off; points that lay apart from the rest
    // of their region. All of them took the label around them.
    std::size_t filled = 0, smoothed = 0, moved = 0;
};

// A partition of the points of a body symmetric about x = 0 into the regions of the table: by polygon, then
// what is left takes the label of the nearest labelled skin, then teeth of the borders and what is cut off
// from the largest part of its region take the label around them. Points with x == 0 in a paired region
// belong to the left.
RegionLabels labelRegions(const StandardBody& body, const AtlasTable& table);

}  // namespace palpate::bodygen
