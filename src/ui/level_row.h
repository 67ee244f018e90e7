#pragma once

#include "map/layer_kind.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <optional>

namespace palpate::ui {

// One button a level, in the exact colours of the paint, digits black or white as can be read, or, in black
// and white, with the patterns of the paint; the chosen one is ringed and stands out. The level that was
// pressed.
struct LevelRow {
    map::LayerKind layer = map::LayerKind::Pain;
    int level = 5;  // the chosen one
    bool enabled = true;
};
std::optional<int> levelRow(Ui& ui, const Rect& rect, const LevelRow& row);

// A level as a small disc with its digit, as beside the body and in lists. `diameter` in pixels.
void levelDisc(const Ui& ui, float centreX, float centreY, float diameter, map::LayerKind layer, int level);

}  // namespace palpate::ui
