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

// The tool, the level and the size.
struct BrushModel {
    CommandItem brush, erase, mirror, undo, redo;
    bool erasing = false;
    bool mirrored = false;
    std::string undoTip, redoTip;  // "Undo: Pain 7"

    map::LayerKind layer = map::LayerKind::Pain;
    int level = 5;
    bool hasLevels = true;  // a no-go area has none
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
