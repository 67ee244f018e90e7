#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/practice_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>

namespace palpate::ui {
namespace {

using core::tr;
using PracticeAsk = action::Practice::Ask;

void drawRestore(Ui& ui, Rect& room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    paragraph(ui, room, ui.fonts.strong, ui.theme->text,
              core::trf("Restore the backup of {0}?", {model.restoring}));
    paragraph(ui, room, ui.fonts.body, ui.theme->text,
              tr("The practice is then as it was at that time; what was done since is not in it, and the "
                 "passphrase and "
                 "recovery key of that time open it. The file that is in use now is not deleted: it is kept "
                 "beside the "
                 "restored one, under a name that says so. Clients that were erased since stay erased."));
    Rect row = cutTop(room, ui.dp(size::kControl));
    const Button go{.kind = Button::Kind::Primary, .icon = icon::kHistory, .text = tr("Restore it")};
    const Button back{.text = tr("Cancel")};
    if (button(ui, "restore.confirm", cutRight(row, buttonWidth(ui, go), ui.dp(10.0F)), go))
        keepFirst(asked, action::Practice{PracticeAsk::Restore});
    if (button(ui, "restore.cancel", cutRight(row, buttonWidth(ui, back)), back))
        keepFirst(asked, action::Practice{PracticeAsk::AskRestore});
}

void drawBackups(Ui& ui, const Rect& room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    outline(room, ui.theme->border, ui.dp(size::kFrameRounding), ui.dp(size::kHairline));
    const Rect inside = room.inset(ui.dp(4.0F));
    if (model.backups.empty()) return emptyState(ui, inside, icon::kHistory, model.lastBackup);
    ImGui::SetCursorScreenPos(minOf(inside));
    compat::beginChild("backups", {inside.width, inside.height}, ImGuiWindowFlags_NoBackground);
    int number = 0;
    for (const PracticeDialogModel::BackupRow& backup : model.backups) {
        Rect row = takeRow(ui.dp(size::kControl));
        const Button restore{.icon = icon::kHistory, .text = tr("Restore\xE2\x80\xA6")};
        const Rect cell = cutRight(row, buttonWidth(ui, restore), ui.dp(8.0F));
        if (button(ui, "restore." + std::to_string(++number), cell, restore))
            keepFirst(asked, action::Practice{PracticeAsk::AskRestore, 0, backup.file});
        cutLeft(row, ui.dp(8.0F));
        write(cutLeft(row, ui.dp(190.0F)), ui.fonts.body, ui.theme->text, backup.text);
        write(row, ui.fonts.small, ui.theme->dim, backup.file.substr(backup.file.find_last_of('/') + 1));
        gap(ui.dp(4.0F));
    }
    ImGui::EndChild();
}

// A folder holds once it is confirmed: half a path may be that of another folder.
void drawFolder(Ui& ui, Rect& room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    Rect row = labelled(ui, room, tr("Folder for backups; a stick or another disk is best"));
    const bool mayKeep = !model.folderIsKept && model.folderIsThere && model.readOnly.empty();
    const Button keep{.icon = icon::kCheck, .text = tr("Use this folder"), .enabled = mayKeep};
    const Rect cell = model.folderIsKept ? Rect{} : cutRight(row, buttonWidth(ui, keep), ui.dp(10.0F));
    const Field folder{.text = model.folder,
                       .hint = tr("The usual folder, beside the practice"),
                       .icon = icon::kFolder,
                       .wrong = !model.folderIsThere,
                       .most = 1000};
    if (auto typed = field(ui, "backup.folder", row, folder))
        keepFirst(asked, action::Practice{PracticeAsk::Folder, 0, *typed});
    if (model.folderIsKept) return;
    const bool entered = mayKeep && isEntered(ui);
    if (button(ui, "backup.folder.keep", cell, keep) || entered)
        keepFirst(asked, action::Practice{PracticeAsk::KeepFolder});
    paragraph(ui, room, ui.fonts.small, model.folderIsThere ? ui.theme->dim : ui.theme->onError,
              model.folderIsThere ? tr("Not used yet.") : tr("There is no such folder. Make it first."),
              8.0F);
}

}  // namespace

void drawBackupTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    if (!model.restoring.empty()) return drawRestore(ui, room, model, asked);
    paragraph(
        ui, room, ui.fonts.body, ui.theme->text,
        model.lastBackup + " " +
            tr("A backup is a sealed copy that was opened and checked. The newest of 6 hours, 7 days, 4 "
               "weeks and 12 months are kept."));
    drawFolder(ui, room, model, asked);
    if (tick(ui, "backup.on_close", cutTop(room, ui.dp(size::kControl), ui.dp(8.0F)), model.onClose,
             tr("Back up whenever the practice is closed or locked after something was written")))
        keepFirst(asked, action::Practice{PracticeAsk::OnClose, model.onClose ? 0 : 1});
    Rect row = cutTop(room, ui.dp(size::kControl), ui.dp(14.0F));
    const Button now{.kind = Button::Kind::Primary, .icon = icon::kSaved, .text = tr("Back up now")};
    if (button(ui, "backup.now", cutLeft(row, buttonWidth(ui, now)), now))
        keepFirst(asked, action::Practice{PracticeAsk::BackUp});
    drawBackups(ui, room, model, asked);
}

void drawLockTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    constexpr std::array kMinutes{1, 2, 5, 10, 15, 30, 60, 0};
    paragraph(ui, room, ui.fonts.body, ui.theme->text,
              tr("Without use for this long, everything is written, the practice is closed and its "
                 "passphrase is asked "
                 "for. A map that is being painted is not lost, a client's check-in neither."));
    write(cutTop(room, ui.dp(18.0F), ui.dp(4.0F)), ui.fonts.smallStrong, ui.theme->dim, tr("Lock after"));
    std::array<Segment, kMinutes.size()> choices;
    for (std::size_t i = 0; i < kMinutes.size(); ++i) {
        const std::string number = std::to_string(kMinutes[i]);
        choices[i] = {.name = "lock.minutes." + number,
                      .text = kMinutes[i] == 0 ? std::string(tr("Never")) : core::trf("{0} min", {number}),
                      .chosen = kMinutes[i] == model.lockMinutes,
                      .enabled = model.readOnly.empty()};
    }
    if (const auto chosen = segmented(ui, cutTop(room, ui.dp(size::kControl), ui.dp(14.0F)), choices))
        keepFirst(asked, action::Practice{PracticeAsk::Minutes, kMinutes[*chosen]});
    if (model.lockMinutes == 0 && !model.isDemo)
        problemBox(ui, room,
                   tr("Whoever finds this machine unattended can read every client's record. Lock it by hand "
                      "whenever you go away."));
    Rect row = cutTop(room, ui.dp(size::kControl));
    const Button lock{
        .kind = Button::Kind::Primary, .icon = icon::kLock, .text = tr("Lock now"), .shortcut = "Ctrl+L"};
    if (button(ui, "lock.now", cutLeft(row, buttonWidth(ui, lock)), lock))
        keepFirst(asked, action::Run{"practice.lock"});
}

void drawCheckTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    paragraph(
        ui, room, ui.fonts.body, ui.theme->text,
        tr("Opens every record, and compares their number and the log with what the practice says of itself. "
           "Nothing is changed."));
    paragraph(ui, room, ui.fonts.small, ui.theme->dim, model.file);
    Rect row = cutTop(room, ui.dp(size::kControl), ui.dp(14.0F));
    const Button check{
        .kind = Button::Kind::Primary, .icon = icon::kShield, .text = tr("Check the practice")};
    if (button(ui, "check.now", cutLeft(row, buttonWidth(ui, check)), check))
        keepFirst(asked, action::Practice{PracticeAsk::Check});
    if (!model.checked || model.found.empty()) return;
    ImGui::SetCursorScreenPos(minOf(room));
    compat::beginChild("found", {room.width, room.height}, ImGuiWindowFlags_NoBackground);
    for (const std::string& problem : model.found) {
        writeWrapped(takeRow(wrappedHeight(ui.fonts.body, problem, room.width)), ui.fonts.body,
                     ui.theme->onError, problem);
        gap(ui.dp(8.0F));
    }
    ImGui::EndChild();
}

}  // namespace palpate::ui
