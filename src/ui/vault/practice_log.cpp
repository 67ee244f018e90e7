#include "core/text.h"
#include "document/practice_care.h"
#include "ui/dropdown.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/practice_parts.h"
#include "ui/widgets.h"

namespace palpate::ui {

using core::tr;
using PracticeAsk = action::Practice::Ask;

namespace {

void drawRows(Ui& ui, const Rect& room, const PracticeDialogModel& model) {
    outline(room, ui.theme->border, ui.dp(size::kFrameRounding), ui.dp(size::kHairline));
    const Rect inside = room.inset(ui.dp(8.0F));
    if (model.log.empty())
        return emptyState(ui, inside, icon::kList, tr("Nothing of that kind is in the log."));
    ImGui::SetCursorScreenPos(minOf(inside));
    compat::beginChild("log", {inside.width, inside.height}, ImGuiWindowFlags_NoBackground);
    for (const PracticeDialogState::LogRow& row : model.log) {
        Rect line = takeRow(ui.dp(26.0F));
        write(cutLeft(line, ui.dp(52.0F), ui.dp(8.0F)), ui.fonts.small, ui.theme->dim,
              std::to_string(row.number));
        write(cutLeft(line, ui.dp(160.0F), ui.dp(8.0F)), ui.fonts.small, ui.theme->dim, row.when);
        if (model.logNames) {
            write(cutLeft(line, ui.dp(110.0F), ui.dp(8.0F)), ui.fonts.small, ui.theme->dim,
                  row.who.empty() ? "\xE2\x80\x93" : row.who);
        }
        write(cutLeft(line, ui.dp(model.logNames ? 150.0F : 180.0F), ui.dp(8.0F)), ui.fonts.smallStrong,
              ui.theme->text, row.what);
        write(line, ui.fonts.small, ui.theme->text, row.subject);
    }
    ImGui::EndChild();
}

}  // namespace

void drawLogTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    paragraph(
        ui, room, ui.fonts.body, ui.theme->text,
        tr("Who did what is kept in a chain in which nothing can be changed or left out unnoticed. What was "
           "painted or written is never in it."));
    Rect head = cutTop(room, ui.dp(size::kControl), ui.dp(10.0F));
    Dropdown kinds{
        .caption = tr("Show"),
        .text = model.logKind < 0 ? std::string(tr("Everything")) : document::auditWords(model.logKind)};
    kinds.entries.push_back({"log.kind.all", tr("Everything"), model.logKind < 0});
    for (int kind = 0; kind < document::kAuditKinds; ++kind)
        kinds.entries.push_back(
            {"log.kind." + std::to_string(kind), document::auditWords(kind), kind == model.logKind});
    if (const auto chosen = dropdown(ui, "log.kind", cutLeft(head, ui.dp(340.0F)), kinds))
        keepFirst(asked, action::Practice{PracticeAsk::LogKind, static_cast<int>(*chosen) - 1});
    Rect foot = cutBottom(room, ui.dp(size::kControl), ui.dp(10.0F));
    drawRows(ui, room, model);
    const Button older{.icon = icon::kArrowLeft, .text = tr("Older"), .enabled = model.logHasOlder};
    const Button newest{.icon = icon::kArrowUp, .text = tr("Newest"), .enabled = !model.logIsNewest};
    if (button(ui, "log.older", cutLeft(foot, buttonWidth(ui, older), ui.dp(10.0F)), older))
        keepFirst(asked, action::Practice{PracticeAsk::LogOlder});
    if (button(ui, "log.newest", cutLeft(foot, buttonWidth(ui, newest), ui.dp(10.0F)), newest))
        keepFirst(asked, action::Practice{PracticeAsk::LogNewest});
    write(foot, ui.fonts.small, ui.theme->dim, model.logCount, 1.0F);
}

}  // namespace palpate::ui
