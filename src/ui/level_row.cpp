#include "ui/level_row.h"

#include "core/text.h"
#include "ui/legend.h"
#include "ui/level_looks.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <string>

namespace palpate::ui {
namespace {

constexpr float kRounding = 5.0F;  // dp

// Keys 1..9 are levels 1..9 and 0 is level 10.
std::string keyOf(int level) {
    return std::to_string(level % 10);
}

const Font& fontOf(const Ui& ui, const LevelRow& row, int level) {
    return level == row.level ? ui.fonts.strong : ui.fonts.small;
}

void drawColouredCell(const Ui& ui, const Rect& face, const LevelRow& row, int level, const Press& state) {
    const Theme& theme = *ui.theme;
    const LevelLook look = levelLook(row.layer, level);
    const float pressed = state.held ? 0.12F : 0.0F;
    const Colour shown =
        row.enabled ? mix(look.face, theme.text, pressed) : mix(look.face, theme.panel, 0.65F);
    fill(face, shown, ui.dp(kRounding));
    write(face, fontOf(ui, row, level), row.enabled ? look.digit : mix(look.digit, shown, 0.45F),
          std::to_string(level), 0.5F);
}

// The hatching that the level has on the body.
void drawPlainCell(const Ui& ui, const Rect& face, const LevelRow& row, int level, const Press& state) {
    drawNumberedPattern(ui, face, row.layer, level, fontOf(ui, row, level));
    if (!row.enabled) fill(face, withAlpha(ui.theme->panel, 150));
    if (state.held) fill(face, withAlpha(ui.theme->text, 30));
    outline(face, rgb(0x000000), 0.0F, ui.dp(1.0F));
}

void drawCell(const Ui& ui, const Rect& cell, const LevelRow& row, int level, const Press& state) {
    const Theme& theme = *ui.theme;
    const bool chosen = level == row.level;
    const float rounding = ui.dp(kRounding);
    const float lift = chosen ? 0.0F : ui.dp(3.0F);
    const Rect face{cell.x, cell.y + lift, cell.width, cell.height - 2 * lift};
    if (ui.blackAndWhite) {
        drawPlainCell(ui, face, row, level, state);
    } else {
        drawColouredCell(ui, face, row, level, state);
    }
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
    const LevelLook look =
        ui.blackAndWhite ? LevelLook{rgb(0xFFFFFF), rgb(0x000000)} : levelLook(layer, level);
    const Rect box{centreX - diameter / 2.0F, centreY - diameter / 2.0F, diameter, diameter};
    fill(box, look.face, diameter / 2.0F);
    if (ui.blackAndWhite) outline(box, look.digit, diameter / 2.0F, ui.dp(1.0F));
    write(box, ui.fonts.smallStrong, look.digit, std::to_string(level), 0.5F);
}

}  // namespace palpate::ui
