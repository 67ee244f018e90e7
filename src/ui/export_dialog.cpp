#include "ui/export_dialog.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <filesystem>

namespace palpate::ui {
namespace {

using core::tr;
namespace fs = std::filesystem;

void drawFolderRow(Ui& ui, const std::string& name, const char* icon, const std::string& text,
                   const std::string& folder, std::optional<Action>& asked) {
    Rect row = takeRow(ui.dp(size::kControl));
    if (listRow(ui, name, row, false).pressed) keepFirst(asked, action::EditSheetFolder{folder});
    cutLeft(row, ui.dp(10.0F));
    write(cutLeft(row, ui.dp(24.0F)), ui.fonts.body, ui.theme->dim, icon);
    write(row, ui.fonts.body, ui.theme->text, text);
}

void drawFolders(Ui& ui, const Rect& rect, const ExportModel& model, std::optional<Action>& asked) {
    outline(rect, ui.theme->border, ui.dp(size::kFrameRounding), ui.dp(size::kHairline));
    const Rect inside = rect.inset(ui.dp(4.0F));
    ImGui::SetCursorScreenPos(minOf(inside));
    compat::beginChild("folders", {inside.width, inside.height}, ImGuiWindowFlags_NoBackground);
    if (!model.parent.empty())
        drawFolderRow(ui, "sheet.up", icon::kArrowUp, tr("Up to the folder around it"), model.parent, asked);
    for (const ExportModel::Row& row : model.folders)
        drawFolderRow(ui, "sheet.folder." + row.name, icon::kFolder, row.name, row.folder, asked);
    ImGui::EndChild();
}

void drawAnswers(Ui& ui, Rect row, bool ready, std::optional<Action>& asked) {
    const Button make{
        .kind = Button::Kind::Primary, .icon = icon::kPicture, .text = tr("Export"), .enabled = ready};
    const Button cancel{.text = tr("Cancel")};
    const Rect confirm = cutRight(row, buttonWidth(ui, make), ui.dp(10.0F));
    if (button(ui, "dialog.close", cutRight(row, buttonWidth(ui, cancel)), cancel))
        keepFirst(asked, action::ShowDialog{Dialog::None});
    const bool entered = ready && isEntered(ui);
    if (button(ui, "sheet.confirm", confirm, make) || entered) keepFirst(asked, action::ExportSheet{});
}

}  // namespace

ExportModel makeExportModel(const UiState& state) {
    ExportModel model;
    model.what = state.sheet.what;
    model.folder = state.sheet.folder;
    const fs::path folder(model.folder);
    // "notes/" names the same folder as "notes".
    const fs::path plain = folder.has_filename() ? folder : folder.parent_path();
    if (plain.has_relative_path()) model.parent = plain.parent_path().string();
    for (const std::string& name : state.sheet.subfolders)
        model.folders.push_back({name, (plain / name).string()});
    if (!state.sheet.isFolder) model.problem = tr("There is no such folder. Choose one that is there.");
    return model;
}

std::optional<Action> drawExport(Ui& ui, const ExportModel& model) {
    std::optional<Action> asked;
    const float width = ImGui::GetContentRegionAvail().x;
    writeWrapped(takeRow(wrappedHeight(ui.fonts.body, model.what, width)), ui.fonts.body, ui.theme->text,
                 model.what);
    gap(ui.dp(12.0F));
    caption(ui, tr("Into the folder"));
    const Field folder{.text = model.folder,
                       .hint = tr("A folder"),
                       .icon = icon::kFolder,
                       .wrong = !model.problem.empty(),
                       .takeFocus = ImGui::IsWindowAppearing()};
    if (auto typed = field(ui, "sheet.folder", takeRow(ui.dp(size::kControl)), folder))
        keepFirst(asked, action::EditSheetFolder{*typed});
    gap(ui.dp(8.0F));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    Rect rest{at.x, at.y, width, ImGui::GetContentRegionAvail().y};
    const Rect buttons = cutBottom(rest, ui.dp(size::kControl), ui.dp(12.0F));
    const bool ready = model.problem.empty();
    const std::string note =
        ready ? tr("A picture in A4, readable by you only. The client's name is not on it.") : model.problem;
    const Rect line = cutBottom(rest, ui.dp(20.0F), ui.dp(8.0F));
    drawFolders(ui, rest, model, asked);
    write(line, ui.fonts.small, ready ? ui.theme->dim : ui.theme->onError, note);
    drawAnswers(ui, buttons, ready, asked);
    return asked;
}

}  // namespace palpate::ui
