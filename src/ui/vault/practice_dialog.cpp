#include "ui/vault/practice_dialog.h"

#include "core/plural.h"
#include "core/text.h"
#include "document/practitioners.h"
#include "ui/dates.h"
#include "ui/friendly_path.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/practice_parts.h"
#include "ui/widgets.h"

#include <array>
#include <string>

namespace palpate::ui {
namespace {

using core::tr;
using PracticeAsk = action::Practice::Ask;

std::string moment(core::Timestamp at) {
    return friendlyDate(at) + ", " + shortClock(at);
}

void drawTabs(Ui& ui, Rect& room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    const auto tab = [&model](PracticeTab which, const char* name, const char* icon, const char* text) {
        return Segment{.name = name, .icon = icon, .text = text, .chosen = model.tab == which};
    };
    const std::array tabs{tab(PracticeTab::Backup, "practice.tab.backup", icon::kSaved, tr("Backup")),
                          tab(PracticeTab::Keys, "practice.tab.keys", icon::kKey, tr("Keys")),
                          tab(PracticeTab::Lock, "practice.tab.lock", icon::kLock, tr("Lock")),
                          tab(PracticeTab::People, "practice.tab.people", icon::kUsers, tr("People")),
                          tab(PracticeTab::Check, "practice.tab.check", icon::kShield, tr("Check")),
                          tab(PracticeTab::Log, "practice.tab.log", icon::kList, tr("Log"))};
    if (const auto pressed = segmented(ui, cutTop(room, ui.dp(size::kControl), ui.dp(16.0F)), tabs))
        keepFirst(asked, action::Practice{PracticeAsk::Tab, static_cast<int>(*pressed)});
}

void drawTold(const Ui& ui, Rect& room, const PracticeDialogModel& model) {
    const Theme& theme = *ui.theme;
    if (model.toldWarns) {
        toldBox(ui, room, {theme.warning, theme.onWarning, icon::kWarning}, model.told);
    } else {
        toldBox(ui, room, {theme.info, theme.onInfo, icon::kCheck}, model.told);
    }
}

void addPeople(PracticeDialogModel& model, const document::Document& document,
               const PracticeDialogState& known) {
    const core::PractitionerId now = document::atWork(document);
    for (const bool retired : {false, true}) {
        for (const clinic::Practitioner& one : document.practiceState.practitioners) {
            if (one.retired == retired)
                model.people.push_back({static_cast<int>(one.id.value), one.name, retired, one.id == now});
        }
    }
    model.canChooseWho = document::hasChoiceOfWho(document);
    model.newPerson = known.newPerson;
    model.renaming = static_cast<int>(known.renaming);
    model.renamed = known.renamed;
    model.renameStarts = known.renameStarts;
    const auto fits = [&model](const std::string& name) {
        return model.readOnly.empty() && clinic::validate(clinic::Practitioner{{}, core::trimmed(name)});
    };
    model.mayAddPerson = fits(known.newPerson);
    model.mayRename = fits(known.renamed);
}

}  // namespace

PracticeDialogModel makePracticeDialogModel(const document::Document& document, const UiState& state) {
    const PracticeDialogState& known = state.practice;
    PracticeDialogModel model;
    model.tab = known.tab;
    model.told = known.told;
    model.toldWarns = known.toldWarns;
    model.problem = known.problem;
    model.name = document.practice->info().name;
    model.file = friendlyPath(document.practice->path());
    model.isDemo = document.practice->info().isDemo;
    model.readOnly = document.practice->info().readOnly;
    model.folder = known.folder;
    model.onClose = document.practiceState.backUpOnClose;
    model.folderIsThere = known.folderIsThere;
    model.folderIsKept = known.folder == document.practiceState.backupFolder.string();
    for (const auto& backup : known.backups) {
        model.backups.push_back({moment(backup.at), backup.file});
        if (backup.file == known.restoring) model.restoring = moment(backup.at);
    }
    model.lastBackup = known.backups.empty()
                           ? std::string(tr("There is no backup in this folder yet."))
                           : core::trf("The last backup is of {0}.", {model.backups.front().text});
    model.keys = known.keys;
    model.keyStep = known.keyStep;
    model.keyNote = known.keyNote;
    model.lockMinutes = document.practiceState.lockMinutes;
    model.checked = known.checked;
    model.found = known.found;
    addPeople(model, document, known);
    model.log = known.log;
    model.logNames = !document.practiceState.practitioners.empty();
    model.logKind = known.logKind;
    model.logCount = core::trn("{0} row in all", "{0} rows in all", static_cast<std::size_t>(known.logTotal));
    model.logHasOlder = known.logNext > 0;
    model.logIsNewest = known.logIsNewest;
    return model;
}

std::optional<Action> drawPracticeDialog(Ui& ui, const PracticeDialogModel& model) {
    std::optional<Action> asked;
    const ImVec2 at = ImGui::GetCursorScreenPos(), size = ImGui::GetContentRegionAvail();
    Rect room{at.x, at.y, size.x, size.y};
    if (model.keys && !model.keys->newKey.empty()) {
        drawTold(ui, room, model);
        drawNewKey(ui, room, model, asked);
        return asked;
    }
    drawTabs(ui, room, model, asked);
    problemBox(ui, room, model.problem);
    drawTold(ui, room, model);
    switch (model.tab) {
        case PracticeTab::Backup:
            drawBackupTab(ui, room, model, asked);
            break;
        case PracticeTab::Keys:
            drawKeysTab(ui, room, model, asked);
            break;
        case PracticeTab::Lock:
            drawLockTab(ui, room, model, asked);
            break;
        case PracticeTab::People:
            drawPeopleTab(ui, room, model, asked);
            break;
        case PracticeTab::Check:
            drawCheckTab(ui, room, model, asked);
            break;
        case PracticeTab::Log:
            drawLogTab(ui, room, model, asked);
            break;
    }
    return asked;
}

}  // namespace palpate::ui
