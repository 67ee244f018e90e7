#include "ui/level_row.h"

#include "core/text.h"
#include "ui/level_looks.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <string>

namespace palpate::ui {
namespace {

// Keys 1..9 are levels 1..9 and 0 is level 10.
std::string keyOf(int level) {
    return std::to_string(level % 10);
}

void drawCell(const Ui& ui, const Rect& cell, const LevelRow& row, int level, const Press& state) {
    const Theme& theme = *ui.theme;
    const LevelLook look = levelLook(row.layer, level);
    const bool chosen = level == row.level;
    const float rounding = ui.dp(5.0F);
    const float lift = chosen ? 0.0F : ui.dp(3.0F);
    const Rect face{cell.x, cell.y + lift, cell.width, cell.height - 2 * lift};
    const float pressed = state.held ? 0.12F : 0.0F;
    const Colour shown =
        row.enabled ? mix(look.face, theme.text, pressed) : mix(look.face, theme.panel, 0.65F);
    fill(face, shown, rounding);
    write(face, chosen ? ui.fonts.strong : ui.fonts.small,
          row.enabled ? look.digit : mix(look.digit, shown, 0.45F), std::to_string(level), 0.5F);
    if (chosen && row.enabled) {
        outline(face.inset(-ui.dp(3.0F)), theme.text, rounding + ui.dp(3.0F), ui.dp(2.0F));
    } else if (state.hovered) {
        outline(face.inset(-ui.dp(2.0F)), theme.border, rounding + ui.dp(2.0F), ui.dp(1.0F));
    }
}

}  // namespace

std::optional<int> levelRow(Ui& ui, const Rect& rect, const LevelRow& row) {
    std::optional<int> pressed;
    const int highest = map::highestLevel(row.layer);
    for (int level = 1; level <= highest; ++level) {
        const Rect cell = columnOf(rect, static_cast<std::size_t>(level - 1),
                                   static_cast<std::size_t>(highest), ui.dp(5.0F));
        const Press state = press(ui, "level." + std::to_string(level), cell, row.enabled);
        if (state.pressed) pressed = level;
        drawCell(ui, cell, row, level, state);
        const std::string word = levelWord(row.layer, level);
        tip(ui, core::trf("Level {0}, {1}", {std::to_string(level), word}), keyOf(level));
    }
    return pressed;
}

void levelDisc(const Ui& ui, float centreX, float centreY, float diameter, map::LayerKind layer, int level) {
    const LevelLook look = levelLook(layer, level);
    const Rect box{centreX - diameter / 2.0F, centreY - diameter / 2.0F, diameter, diameter};
    fill(box, look.face, diameter / 2.0F);
    write(box, ui.fonts.smallStrong, look.digit, std::to_string(level), 0.5F);
}

}  // namespace palpate::ui
