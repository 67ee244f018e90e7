#pragma once

#include "body/skin_point.h"
#include "map/layer_kind.h"
#include "map/place.h"

#include <cstdint>
#include <string>
#include <vector>

namespace palpate::map {

enum class Tool : std::uint8_t { Brush, Erase, Fill };

[[nodiscard]] const char* toolId(Tool tool);  // "brush", "erase", "fill"

// One edit from press to release, complete enough to be replayed bit for bit.
struct Stroke {
    Tool tool = Tool::Brush;
    LayerKind layer = LayerKind::Pain;
    int level = 5;            // brush and fill: 1..highestLevel(layer)
    double diameterCm = 6.0;  // brush and erase: on the skin of `figure`, 0.5..20
    bool mirror = false;      // paint the other side of the body too
    Place place;              // brush and fill: the words and so on that the paint carries
    std::string region;       // fill: atlas id; erase: instead of points, the region to clear
    std::string figure = "neutral";
    std::string topologyId;
    std::vector<body::SkinPoint> points;  // brush and erase: where the pointer passed, in order

    // Colours or clears a whole region of the atlas instead of following points.
    [[nodiscard]] bool isByRegion() const {
        return tool == Tool::Fill || (tool == Tool::Erase && !region.empty());
    }

    friend bool operator==(const Stroke&, const Stroke&) = default;
};

inline constexpr double kSmallestDiameterCm = 0.5;
inline constexpr double kLargestDiameterCm = 20.0;

}  // namespace palpate::map
