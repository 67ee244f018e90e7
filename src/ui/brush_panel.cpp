#include "ui/brush_panel.h"

#include "core/text.h"
#include "document/edit.h"
#include "document/preview.h"
#include "map/stroke.h"
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
    write(cutLeft(row, ui.dp(44.0F), ui.dp(4.0F)), ui.fonts.smallStrong, ui.theme->dim, model.sizeName);
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
    using document::PaintTool;
    model.tool = document.tool.tool;
    model.erasing = model.tool == PaintTool::Erase || model.tool == PaintTool::Soften;
    model.hasSize = document::showsRing(model.tool) || model.tool == PaintTool::Band;
    model.sizeName = model.tool == PaintTool::Band ? tr("Width") : tr("Size");
    model.layer = document.tool.layer;
    model.level = document::levelInHand(document);
    const bool isOfPlace = model.tool == PaintTool::Edit && document::selectedPlace(document) != nullptr;
    model.hasLevels =
        map::highestLevel(model.layer) > 1 && (isOfPlace || document::laysPaint(model.tool) || model.erasing);
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
    if (model.hasLevels) {
        drawValueCaption(ui, model.layer == map::LayerKind::Treated ? tr("Pressure") : tr("Level"),
                         model.levelText);
        const LevelRow levels{model.layer, model.level, model.enabled};
        if (const auto level = levelRow(ui, takeRow(ui.dp(size::kControl)), levels)) {
            keepFirst(asked, action::Run{"level." + std::to_string(*level)});
        }
        if (model.hasSize) gap(ui.dp(8.0F));
    }
    if (model.hasSize) drawSize(ui, model, asked);
    return asked;
}

}  // namespace palpate::ui
