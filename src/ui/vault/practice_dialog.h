#pragma once

#include "commands/command.h"
#include "document/document.h"
#include "ui/ui.h"
#include "ui/ui_state.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The practice as a whole: its backups, keys, lock, soundness and log.
struct PracticeDialogModel {
    PracticeTab tab = PracticeTab::Backup;
    std::string told, problem;
    bool toldWarns = false;
    std::string name, file;  // of the practice
    bool isDemo = false;
    std::string readOnly;  // why nothing can be changed; empty if it can

    struct BackupRow {
        std::string text, file;
    };
    std::string folder;
    std::string lastBackup;  // "The last backup is of ..."
    bool onClose = true, folderIsKept = true, folderIsThere = true;
    std::vector<BackupRow> backups;
    std::string restoring;                            // the text of the row that was asked for
    std::shared_ptr<PracticeDialogState::Keys> keys;  // typed in place; never null while the dialog is open
    PracticeDialogState::KeyStep keyStep = PracticeDialogState::KeyStep::None;
    std::string keyNote;

    int lockMinutes = 0;
    bool checked = false;
    std::vector<std::string> found;

    struct Person {
        int id = 0;
        std::string name;
        bool retired = false, atWork = false;
    };
    std::vector<Person> people;  // who works here, then who does not any more
    bool canChooseWho = false;   // several work here
    std::string newPerson, renamed;
    int renaming = 0;
    bool mayAddPerson = false, mayRename = false, renameStarts = false;

    std::vector<PracticeDialogState::LogRow> log;
    bool logNames = false;  // somebody is recorded, so that rows say who it was
    int logKind = -1;
    std::string logCount;
    bool logHasOlder = false, logIsNewest = true;
};
[[nodiscard]] PracticeDialogModel makePracticeDialogModel(const document::Document& document,
                                                          const UiState& state);
std::optional<Action> drawPracticeDialog(Ui& ui, const PracticeDialogModel& model);

void applyPractice(commands::CommandContext& context, UiState& state, const action::Practice& asked);
// Opens the dialog that a command is about, which only the window can. False: it is another command.
bool openVaultDialog(commands::CommandContext& context, UiState& state, const std::string& command);

}  // namespace palpate::ui
