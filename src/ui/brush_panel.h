#pragma once

#include "document/document.h"
#include "map/layer_kind.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The level and the size, as far as the tool has them.
struct BrushModel {
    document::PaintTool tool = document::PaintTool::Brush;
    bool erasing = false;  // or softening: what is done has no level
    bool hasSize = true;
    std::string sizeName;  // "Size", "Width"

    map::LayerKind layer = map::LayerKind::Pain;
    int level = 5;
    bool hasLevels = true;  // a no-go area has none, and pins have a grade instead
    std::string levelText;  // "7, severe"

    double diameterCm = 3.0;
    std::string sizeText;  // "3.0 cm"
    struct Preset {
        CommandItem command;
        std::string text;
        bool active = false;
    };
    std::vector<Preset> presets;
    bool enabled = true;  // false while the map shown cannot be painted on
};
[[nodiscard]] BrushModel makeBrushModel(const document::Document& document);
std::optional<Action> drawBrush(Ui& ui, const BrushModel& model);

}  // namespace palpate::ui
