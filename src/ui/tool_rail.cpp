#include "ui/tool_rail.h"

#include "core/text.h"
#include "document/figure.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;
using document::PaintTool;

constexpr float kTallest = 54.0F, kWithWord = 46.0F, kToolGap = 4.0F, kEdge = 6.0F, kBetweenGroups = 10.0F,
                kNarrow = 2.0F;  // dp

struct Look {
    const char* command;
    const char* icon;
    const char* text;
    const char* held;  // what else takes the tool up
    PaintTool tool;
};
constexpr std::array kLooks{
    Look{"tool.brush", icon::kPaintBrush, "Brush", "", PaintTool::Brush},
    Look{"tool.erase", icon::kEraser, "Erase", "Or hold Ctrl.", PaintTool::Erase},
    Look{"tool.soften", icon::kCloud, "Soften", "Or hold Shift.", PaintTool::Soften},
    Look{"tool.band", icon::kRing, "Band", "", PaintTool::Band},
    Look{"tool.fill", icon::kDrop, "Region", "", PaintTool::Fill},
    Look{"tool.pin", icon::kPin, "Pin", "", PaintTool::Pin},
    Look{"tool.edit", icon::kPencil, "Edit", "", PaintTool::Edit},
};

std::string stepTip(const CommandItem& command, const std::string& step) {
    return step.empty() ? command.title : core::fill("{0}: {1}", {command.title, step});
}

// A figure that comes next stands before the strokes.
std::string labelOf(const std::string& figure, const std::string& stroke) {
    return figure.empty() ? stroke : figure;
}

std::optional<Action> drawEntry(Ui& ui, const Rect& rect, const ToolRailModel::Entry& entry) {
    std::optional<Action> asked;
    const Theme& theme = *ui.theme;
    const Press state = press(ui, entry.command.name, rect, entry.command.enabled);
    const float rounding = ui.dp(size::kFrameRounding);
    const bool on = entry.chosen && entry.command.enabled;
    if (on || state.hovered)
        fill(rect, on ? theme.chosen : state.held ? theme.pressed : theme.hovered, rounding);
    if (on) outline(rect, theme.accent, rounding, ui.dp(1.5F));
    const Colour ink = !entry.command.enabled ? theme.disabled : on ? theme.onChosen : theme.text;
    if (rect.height < ui.dp(kWithWord)) {
        write(rect, ui.fonts.body, ink, entry.icon, 0.5F);
    } else {
        Rect inside = centred(rect, rect.width, ui.dp(42.0F));
        write(cutTop(inside, ui.dp(23.0F)), ui.fonts.body, ink, entry.icon, 0.5F);
        write(inside, on ? ui.fonts.smallStrong : ui.fonts.small, ink, entry.text, 0.5F);
    }
    tip(ui, entry.tip, entry.command.shortcut);
    // The eraser's command goes back and forth; pressing what is chosen already is no wish.
    if (state.pressed && (entry.isSwitch || !entry.chosen)) asked = action::Run{entry.command.name};
    return asked;
}

// Two beside each other, where one below the other would be out of sight.
std::optional<Action> drawPairs(Ui& ui, const std::vector<ToolRailModel::Entry>& entries) {
    std::optional<Action> asked;
    const float space = ui.dp(kNarrow);
    for (std::size_t first = 0; first < entries.size(); first += 2) {
        const Rect row = takeRow(ui.dp(size::kControl));
        for (std::size_t i = first; i < std::min(first + 2, entries.size()); ++i)
            keepFirst(asked, drawEntry(ui, columnOf(row, i - first, 2, space), entries[i]));
        gap(space);
    }
    return asked;
}

std::optional<Action> drawColumn(Ui& ui, const std::vector<ToolRailModel::Entry>& entries, float height) {
    std::optional<Action> asked;
    for (const ToolRailModel::Entry& entry : entries) {
        keepFirst(asked, drawEntry(ui, takeRow(height), entry));
        gap(ui.dp(kToolGap));
    }
    return asked;
}

}  // namespace

ToolRailModel makeToolRailModel(const document::Document& document) {
    ToolRailModel model;
    const document::OpenMap* painted = document::openMapOf(document, document.author);
    if (painted == nullptr || document::shownMap(document) == nullptr) return model;
    const PaintTool inHand = document::toolInHand(document);
    const bool canPaint = document::canPaint(document) || document.tool.tool == PaintTool::Pin;
    for (const Look& look : kLooks) {
        CommandItem command = commandItem(document, look.command);
        command.enabled = command.enabled && canPaint;
        const std::string tip = command.title + (*look.held ? std::string("\n") + tr(look.held) : "");
        model.tools.push_back({std::move(command), look.icon, tr(look.text), tip, look.tool == inHand});
    }
    const auto step = [&](const char* name, const char* icon, const char* text, const std::string& label) {
        CommandItem command = commandItem(document, name);
        const std::string tip = stepTip(command, label);
        model.steps.push_back({std::move(command), icon, text, tip});
    };
    step("tool.mirror", icon::kMirror, tr("Mirror"), {});
    model.steps.back().chosen = document.tool.mirror;
    model.steps.back().isSwitch = true;
    step("map.undo", icon::kUndo, tr("Undo"),
         labelOf(document::figureUndoLabel(document), painted->history.undoLabel()));
    step("map.redo", icon::kRedo, tr("Redo"),
         labelOf(document::figureRedoLabel(document), painted->history.redoLabel()));
    return model;
}

std::optional<Action> drawToolRail(Ui& ui, const Rect& rect, const ToolRailModel& model) {
    std::optional<Action> asked;
    const Theme& theme = *ui.theme;
    fill(rect, theme.panel);
    fill({rect.right() - ui.dp(1.0F), rect.y, ui.dp(1.0F), rect.height}, theme.hairline);
    const auto count = static_cast<float>(model.tools.size() + model.steps.size());
    const float room = rect.height - 2 * ui.dp(kEdge) - ui.dp(kBetweenGroups) - count * ui.dp(kToolGap);
    const float each = std::floor(room / count);
    const bool inPairs = each < ui.dp(size::kControl);
    const Rect inside = rect.inset(ui.dp(inPairs ? kNarrow : kEdge));
    ImGui::SetCursorScreenPos(minOf(inside));
    compat::beginChild("tools.rail", {inside.width, inside.height},
                       ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar);
    for (const auto* group : {&model.tools, &model.steps}) {
        if (group == &model.steps) gap(ui.dp(kBetweenGroups));
        keepFirst(asked,
                  inPairs ? drawPairs(ui, *group) : drawColumn(ui, *group, std::min(each, ui.dp(kTallest))));
    }
    ImGui::EndChild();
    return asked;
}

}  // namespace palpate::ui
