#include "ui/layers_panel.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/legend.h"
#include "ui/level_looks.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

namespace palpate::ui {
namespace {

using core::tr;
using map::LayerKind;

// A sample of the layer's paint with the pattern that it has on the body, where dots and crossed lines stand
// on bare skin: layers are told apart without colour too.
void drawSample(const Ui& ui, const Rect& box, LayerKind layer) {
    if (ui.blackAndWhite) {
        drawLevelPattern(ui, box, layer, map::highestLevel(layer) > 5 ? 5 : 1);
        return outline(box, rgb(0x000000), 0.0F, ui.dp(1.0F));
    }
    const bool onSkin = layer == LayerKind::Treated || layer == LayerKind::Avoid;
    const Colour white = rgb(0xFFFFFF);
    const Colour face = onSkin ? white : layerColour(layer);
    const Colour mark = onSkin ? layerColour(layer) : white;
    const float thickness = ui.dp(1.5F);
    ImDrawList* list = ImGui::GetWindowDrawList();
    fill(box, face, ui.dp(4.0F));
    list->PushClipRect(minOf(box), maxOf(box), true);
    if (layer == LayerKind::Tension || layer == LayerKind::Avoid) {
        const bool crossed = layer == LayerKind::Avoid;
        for (float x = box.x - box.height; x < box.right(); x += ui.dp(crossed ? 9.0F : 6.0F)) {
            line({x, box.bottom()}, {x + box.height, box.y}, mark, thickness);
            if (crossed) line({x, box.y}, {x + box.height, box.bottom()}, mark, thickness);
        }
    } else if (layer == LayerKind::Treated) {
        const float step = box.width / 2.0F;
        for (int i = 0; i < 4; ++i) {
            const ImVec2 at{box.x + step * (static_cast<float>(i % 2) + 0.5F),
                            box.y + step * (static_cast<float>(i / 2) + 0.5F)};
            list->AddCircleFilled(at, ui.dp(2.0F), toInk(mark));
        }
    }
    list->PopClipRect();
    if (onSkin) outline(box, mark, ui.dp(4.0F), thickness);
}

void drawRow(Ui& ui, const Rect& rect, const LayersModel::Row& row, std::optional<Action>& asked) {
    const Theme& theme = *ui.theme;
    Rect rest = rect;
    const Rect eye = cutRight(rest, ui.dp(34.0F));
    const Button look{.kind = Button::Kind::Ghost,
                      .icon = row.shown ? icon::kEye : icon::kEyeSlash,
                      .text = {},
                      .tip = row.show.title,
                      .shortcut = row.show.shortcut,
                      .enabled = row.show.enabled};
    const float rounding = ui.dp(size::kFrameRounding);
    const Press state = press(ui, row.select.name, rest, row.select.enabled);
    tip(ui, row.select.title, row.select.shortcut);
    if (state.pressed) keepFirst(asked, action::Run{row.select.name});
    const Colour face = row.active ? theme.chosen : state.hovered ? theme.hovered : theme.control;
    fill(rect, face, rounding);
    outline(rect, row.active ? theme.accent : theme.hairline, rounding, ui.dp(row.active ? 1.5F : 1.0F));
    cutLeft(rest, ui.dp(10.0F));
    const float sample = ui.dp(18.0F);
    drawSample(ui, centred(cutLeft(rest, sample, ui.dp(9.0F)), sample, sample), row.layer);
    const Colour ink = !row.select.enabled || !row.shown ? theme.disabled
                       : row.active                      ? theme.onChosen
                                                         : theme.text;
    write(rest, row.active ? ui.fonts.strong : ui.fonts.body, ink, row.name);
    if (button(ui, row.show.name, eye, look)) keepFirst(asked, action::Run{row.show.name});
}

}  // namespace

LayersModel makeLayersModel(const document::Document& document) {
    LayersModel model;
    for (const LayerKind layer : map::kLayerKinds) {
        const std::string id = map::layerId(layer);
        model.rows.push_back({layer, map::layerName(layer),
                              document.layersShown[static_cast<std::size_t>(layer)],
                              document.tool.layer == layer, commandItem(document, "layer." + id),
                              commandItem(document, "layer.show_" + id)});
    }
    return model;
}

std::optional<Action> drawLayers(Ui& ui, const LayersModel& model) {
    std::optional<Action> asked;
    caption(ui, tr("Layers"));
    const float space = ui.dp(8.0F);
    Rect row;
    for (std::size_t i = 0; i < model.rows.size(); ++i) {
        if (i % 2 == 0) {
            if (i > 0) gap(space);
            row = takeRow(ui.dp(size::kControl));
        }
        drawRow(ui, columnOf(row, i % 2, 2, space), model.rows[i], asked);
    }
    return asked;
}

}  // namespace palpate::ui
