#pragma once

#include "body/skin_point.h"
#include "map/layer_kind.h"
#include "map/pin.h"
#include "map/place.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::map {

enum class Tool : std::uint8_t { Brush, Erase, Fill, Soften, Band, Edit, Pin, Unpin };

inline constexpr std::array kTools{Tool::Brush, Tool::Erase, Tool::Fill, Tool::Soften,
                                   Tool::Band,  Tool::Edit,  Tool::Pin,  Tool::Unpin};

[[nodiscard]] const char* toolId(Tool tool);  // "brush", "erase", "fill", ...
[[nodiscard]] std::optional<Tool> toolFromId(std::string_view id);

// Brush, fill and band: what they touch takes a level and becomes a place.
[[nodiscard]] constexpr bool laysPaint(Tool tool) {
    return tool == Tool::Brush || tool == Tool::Fill || tool == Tool::Band;
}
// Pin and unpin: they change the map's pins and no layer.
[[nodiscard]] constexpr bool isForPins(Tool tool) {
    return tool == Tool::Pin || tool == Tool::Unpin;
}
// Edit, pin and unpin: done at one point.
[[nodiscard]] constexpr bool takesOnePoint(Tool tool) {
    return tool == Tool::Edit || isForPins(tool);
}

// What an edit makes of a place. What is empty stays as it is.
struct PlaceEdit {
    std::optional<int> level;  // 1..highestLevel(layer); 0 takes the place away
    std::optional<std::vector<std::string>> words;
    std::optional<Depth> depth;
    std::optional<std::vector<std::string>> techniques;
    std::optional<int> minutes;
    std::optional<std::string> response, reason, note;

    [[nodiscard]] bool isEmpty() const { return *this == PlaceEdit{}; }
    friend bool operator==(const PlaceEdit&, const PlaceEdit&) = default;
};

// One edit from press to release, complete enough to be replayed bit for bit.
struct Stroke {
    Tool tool = Tool::Brush;
    LayerKind layer = LayerKind::Pain;
    int level = 5;  // brush, fill and band: 1..highestLevel(layer)
    // On the skin of `figure`, 0.5..20: across the brush, eraser or softener; along the limb for a band.
    double diameterCm = 6.0;
    bool mirror = false;  // the other side of the body too; not for edit, pin and unpin
    Place place;          // brush, fill and band: the words and so on that the paint carries
    // The rest of what the stroke before it began: one drag, or one text being typed. Both are one step to
    // undo.
    bool continues = false;
    PlaceEdit edit;      // edit
    Pin pin;             // pin: what it says; where it is set is told by `points`
    std::string region;  // fill: atlas id; erase: instead of points, the region to clear
    std::string only;    // a part of the body (body::bodyParts): all other skin stays as it is; "": none
    std::string figure = "neutral";
    std::string topologyId;
    std::vector<body::SkinPoint> points;  // where the pointer passed, in order; one for edit, pin and unpin

    // Colours or clears a whole region of the atlas instead of following points.
    [[nodiscard]] bool isByRegion() const {
        return tool == Tool::Fill || (tool == Tool::Erase && !region.empty());
    }
    [[nodiscard]] bool hasDiameter() const { return !isByRegion() && !takesOnePoint(tool); }

    friend bool operator==(const Stroke&, const Stroke&) = default;
};

inline constexpr double kSmallestDiameterCm = 0.5;
inline constexpr double kLargestDiameterCm = 20.0;

}  // namespace palpate::map
