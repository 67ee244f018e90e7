#include "ui/brush_panel.h"

#include "core/text.h"
#include "map/stroke.h"
#include "ui/icons.h"
#include "ui/level_looks.h"
#include "ui/level_row.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <array>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;

struct PresetSize {
    const char* command;
    const char* text;
    double centimetres;
};
constexpr std::array kPresets{PresetSize{"brush.fingertip", "Fingertip", 2.0},
                              PresetSize{"brush.palm", "Palm", 8.0}, PresetSize{"brush.hand", "Hand", 16.0}};

std::string stepTip(const char* title, const std::string& step) {
    return step.empty() ? std::string(title) : core::fill("{0}: {1}", {title, step});
}

// Brush or eraser, mirror, and the way back and forth.
void drawTools(Ui& ui, const BrushModel& model, std::optional<Action>& asked) {
    Rect row = takeRow(ui.dp(size::kControl));
    const float space = ui.dp(6.0F);
    Rect steps = cutRight(row, 3 * row.height + 2 * space, space);
    const auto segment = [&](const CommandItem& item, const char* icon, const char* text, bool chosen) {
        return Segment{.name = item.name,
                       .icon = icon,
                       .text = text,
                       .tip = item.title,
                       .shortcut = item.shortcut,
                       .chosen = chosen,
                       .enabled = item.enabled && model.enabled};
    };
    const std::array segments{segment(model.brush, icon::kPaintBrush, tr("Brush"), !model.erasing),
                              segment(model.erase, icon::kEraser, tr("Erase"), model.erasing)};
    const auto pressed = segmented(ui, row, segments);
    // The eraser's command goes back and forth; pressing what is chosen already is no wish.
    if (pressed && !segments[*pressed].chosen) keepFirst(asked, action::Run{segments[*pressed].name});
    const auto small = [&](const CommandItem& item, const char* icon, const std::string& tip, bool chosen) {
        const Button look{.kind = Button::Kind::Plain,
                          .icon = icon,
                          .text = {},
                          .tip = tip,
                          .shortcut = item.shortcut,
                          .enabled = item.enabled,
                          .chosen = chosen};
        if (button(ui, item.name, cutLeft(steps, steps.height, space), look)) {
            keepFirst(asked, action::Run{item.name});
        }
    };
    small(model.mirror, icon::kMirror, model.mirror.title, model.mirrored);
    small(model.undo, icon::kUndo, model.undoTip, false);
    small(model.redo, icon::kRedo, model.redoTip, false);
}

// A caption at the left with the value it stands at, at the right.
void drawValueCaption(const Ui& ui, const char* text, const std::string& value) {
    Rect row = takeRow(ui.dp(18.0F));
    write(cutRight(row, std::ceil(textWidth(ui.fonts.smallStrong, value))), ui.fonts.smallStrong,
          ui.theme->text, value);
    write(row, ui.fonts.smallStrong, ui.theme->dim, text);
    gap(ui.dp(4.0F));
}

// Name, slider and value in one row, the presets below.
void drawSize(Ui& ui, const BrushModel& model, std::optional<Action>& asked) {
    Rect row = takeRow(ui.dp(30.0F));
    write(cutLeft(row, ui.dp(38.0F), ui.dp(4.0F)), ui.fonts.smallStrong, ui.theme->dim, tr("Size"));
    write(cutRight(row, ui.dp(56.0F), ui.dp(4.0F)), ui.fonts.smallStrong, ui.theme->text, model.sizeText,
          1.0F);
    const Slider look{.value = model.diameterCm,
                      .least = map::kSmallestDiameterCm,
                      .most = map::kLargestDiameterCm,
                      .logarithmic = true,
                      .enabled = model.enabled,
                      .tip = tr("Size of the brush on the skin. Keys: [ and ]")};
    if (const auto moved = slider(ui, "brush.size", row, look)) keepFirst(asked, action::SetDiameter{*moved});
    gap(ui.dp(2.0F));
    std::vector<Segment> segments;
    for (const BrushModel::Preset& preset : model.presets) {
        segments.push_back({.name = preset.command.name,
                            .icon = "",
                            .text = preset.text,
                            .tip = preset.command.title,
                            .shortcut = preset.command.shortcut,
                            .chosen = preset.active,
                            .enabled = preset.command.enabled && model.enabled});
    }
    if (const auto pressed = segmented(ui, takeRow(ui.dp(size::kControl)), segments)) {
        keepFirst(asked, action::Run{segments[*pressed].name});
    }
}

}  // namespace

BrushModel makeBrushModel(const document::Document& document) {
    BrushModel model;
    model.brush = commandItem(document, "tool.brush");
    model.erase = commandItem(document, "tool.erase");
    model.mirror = commandItem(document, "tool.mirror");
    model.undo = commandItem(document, "map.undo");
    model.redo = commandItem(document, "map.redo");
    if (const document::OpenMap* painted = document::openMapOf(document, document.author)) {
        model.undoTip = stepTip(tr("Undo"), painted->history.undoLabel());
        model.redoTip = stepTip(tr("Redo"), painted->history.redoLabel());
    }
    model.erasing = document.tool.tool == document::PaintTool::Erase;
    model.mirrored = document.tool.mirror;
    model.layer = document.tool.layer;
    model.level = document.tool.brush().level;
    model.hasLevels = map::highestLevel(model.layer) > 1;
    model.levelText =
        core::fill("{0}, {1}", {std::to_string(model.level), levelWord(model.layer, model.level)});
    model.diameterCm = document::brushDiameterCm(document);
    model.sizeText = core::trf("{0} cm", {core::decimal(model.diameterCm, 1)});
    for (const PresetSize& preset : kPresets) {
        model.presets.push_back({commandItem(document, preset.command), tr(preset.text),
                                 std::abs(model.diameterCm - preset.centimetres) < 0.05});
    }
    model.enabled = document::canPaint(document);
    return model;
}

std::optional<Action> drawBrush(Ui& ui, const BrushModel& model) {
    std::optional<Action> asked;
    drawTools(ui, model, asked);
    gap(ui.dp(12.0F));
    if (model.hasLevels) {
        drawValueCaption(ui, model.layer == map::LayerKind::Treated ? tr("Pressure") : tr("Level"),
                         model.levelText);
        const LevelRow levels{model.layer, model.level, model.enabled && !model.erasing};
        if (const auto level = levelRow(ui, takeRow(ui.dp(size::kControl)), levels)) {
            keepFirst(asked, action::Run{"level." + std::to_string(*level)});
        }
        gap(ui.dp(8.0F));
    }
    drawSize(ui, model, asked);
    return asked;
}

}  // namespace palpate::ui
