#pragma once

#include "clinic/visit.h"
#include "map/layer_kind.h"
#include "map/pin.h"
#include "map/place.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace palpate::document {

// Band, Fill and Pin are placed by a press and Edit chooses by one; a drag does not go on with them.
enum class PaintTool : std::uint8_t { Brush, Erase, Soften, Band, Fill, Pin, Edit };

inline constexpr std::array kPaintTools{PaintTool::Brush, PaintTool::Erase, PaintTool::Soften,
                                        PaintTool::Band,  PaintTool::Fill,  PaintTool::Pin,
                                        PaintTool::Edit};

// What it lays down takes the layer's level and words.
[[nodiscard]] constexpr bool laysPaint(PaintTool tool) {
    return tool == PaintTool::Brush || tool == PaintTool::Band || tool == PaintTool::Fill;
}

// What the next stroke on one layer will carry.
struct LayerBrush {
    int level = 5;  // 1..highestLevel(layer)
    map::Place place;
    // What was painted with those words, see document/place_words.h; none: they are for what is painted next.
    map::PlaceNumber owner = map::kNoPlace;
};

// How the pointer paints. The layers keep their level and words apart, the authors their size: a client marks
// with a palm, a therapist with a finger.
struct ToolSettings {
    PaintTool tool = PaintTool::Brush;
    map::LayerKind layer = map::LayerKind::Pain;
    bool mirror = false;
    map::Pin pin;  // what the next pin says; its point is not used
    std::array<LayerBrush, map::kLayerCount> brushes{LayerBrush{5, {}}, LayerBrush{5, {}}, LayerBrush{3, {}},
                                                     LayerBrush{1, {}}};
    std::array<double, 2> diametersCm{8.0, 3.0};  // by author: client, therapist; on the skin

    [[nodiscard]] const LayerBrush& brush() const { return brushes[static_cast<std::size_t>(layer)]; }
    [[nodiscard]] LayerBrush& brush() { return brushes[static_cast<std::size_t>(layer)]; }
    [[nodiscard]] double diameterCm(clinic::Author author) const {
        return diametersCm[static_cast<std::size_t>(author)];
    }
};

}  // namespace palpate::document
