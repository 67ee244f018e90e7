#include "commands/registry.h"
#include "core/text.h"
#include "document/edit.h"
#include "document/practice_care.h"
#include "document/practitioners.h"
#include "ui/dates.h"
#include "ui/imgui_compat.h"
#include "ui/vault/client_dialog.h"
#include "ui/vault/gate.h"
#include "ui/vault/practice_dialog.h"
#include "ui/vault/who_dialog.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace palpate::ui {
namespace {

using commands::PracticeTask;
using core::tr;
using document::Document;
using PracticeAsk = action::Practice::Ask;

constexpr std::size_t kLogPage = 100;

struct Dialogue {
    commands::CommandContext& context;
    PracticeDialogState& state;
    Document& document = context.document();

    void fail(const core::Error& error) const {
        if (error.kind != core::Error::Kind::Stopped) state.problem = error.message();
    }

    void listBackups() const {
        state.backups.clear();
        for (auto& backup : context.backups())
            state.backups.push_back({backup.file.string(), backup.at});
    }

    void readLog(std::int64_t before) const {
        auto page = document::auditPage(document, before, kLogPage, state.logKind);
        if (!page) return fail(page.error());
        state.log.clear();
        for (auto& line : page->lines) {
            state.log.push_back({line.number, friendlyDate(line.at) + ", " + core::localClock(line.at),
                                 std::move(line.who), std::move(line.what), std::move(line.subject)});
        }
        state.logTotal = page->total;
        state.logNext = page->next;
        state.logIsNewest = before == 0;
    }

    void forgetWhatWasTold() const {
        state.told.clear();
        state.toldWarns = false;
        state.problem.clear();
    }

    void show(PracticeTab tab) const {
        state.tab = tab;
        forgetWhatWasTold();
        state.restoring.clear();
        state.keyStep = PracticeDialogState::KeyStep::None;
        if (tab == PracticeTab::Backup) listBackups();
        if (tab == PracticeTab::Log) readLog(0);
    }

    void settle(const core::Result<void>& done) const {
        forgetWhatWasTold();
        if (!done) fail(done.error());
    }

    // Until it is kept the folder before holds.
    void typeFolder(const std::string& folder) const {
        state.folder = folder;
        state.folderIsThere = folder.empty() ||
                              folder == document::usualBackupFolder(document.practice->path()).string() ||
                              lookIntoFolder(folder, FolderHolds::Folders).isFolder;
    }

    // True: backups go into the folder that stands in the field.
    bool keepFolder() const {
        forgetWhatWasTold();
        if (state.folder == document.practiceState.backupFolder.string()) return true;
        if (!state.folderIsThere) {
            state.problem = core::trf("There is no such folder: {0}. Make it first, or type another one.",
                                      {state.folder});
            return false;
        }
        const auto kept = document::setBackups(document, state.folder, document.practiceState.backUpOnClose);
        settle(kept);
        if (!kept) return false;
        state.folder = document.practiceState.backupFolder.string();
        listBackups();
        return true;
    }

    // The field that it was typed into keeps a copy of its own.
    static void forget(SecretText& typed) {
        typed.wipe();
        compat::forgetTyping();
    }

    // What was typed for it goes once it is done.
    void run(PracticeTask task) const {
        forgetWhatWasTold();
        state.keyStep = PracticeDialogState::KeyStep::None;
        const PracticeTask::Kind kind = task.kind;
        const bool changesKeys = commands::changesKeys(kind);
        if (changesKeys) task.present = state.keys->present.copy();
        auto done = context.doTask(task);
        if (changesKeys) forget(state.keys->present);
        if (!done) return fail(done.error());
        state.told = done->told;
        if (kind == PracticeTask::Kind::Check) {
            state.checked = true;
            state.found = std::move(done->problems);
            state.toldWarns = !state.found.empty();
        }
        if (kind == PracticeTask::Kind::BackUp || kind == PracticeTask::Kind::Restore) listBackups();
        if (!state.keys) return;
        if (!task.passphrase.empty()) {
            forget(state.keys->passphrase);
            forget(state.keys->again);
        }
        if (!done->recoveryKey.empty()) state.keys->newKey.set(done->recoveryKey.text());
    }

    // Typed twice; the button is only there if both are the same.
    void runWithPassphrase(PracticeTask::Kind kind) const {
        if (state.keys->passphrase.empty() || state.keys->again.text() != state.keys->passphrase.text())
            return;
        run({.kind = kind, .passphrase = state.keys->passphrase.copy()});
    }

    void keepKey(PracticeTask::Kind kind) const {
        state.problem.clear();
        auto done = context.doTask({.kind = kind, .recoveryKey = state.keys->newKey.copy()});
        if (!done) return fail(done.error());
        state.keyNote = done->told;
    }

    // What was done before would read as an answer to it.
    void ask(PracticeDialogState::KeyStep step) const {
        forgetWhatWasTold();
        state.keyStep = step;
    }

    void keyKept() const {
        if (!isKeyKept(state.keys->newKey, state.keys->typedGroup, state.keys->kept)) return;
        state.keys->newKey.wipe();
        state.keys->typedGroup.wipe();
        compat::forgetTyping();
        state.keys->kept = false;
        state.keyNote.clear();
    }

    void addPerson() const {
        settle(document::addPractitioner(document, core::trimmed(state.newPerson)));
        if (state.problem.empty()) state.newPerson.clear();
    }

    // Nothing is renamed any more once it is kept or given up.
    void startRenaming(int number) const {
        forgetWhatWasTold();
        state.renaming = number;
        state.renamed = document::nameOf(document, {number});
        state.renameStarts = number != 0;
    }

    void changePerson(int number, const std::function<void(clinic::Practitioner&)>& change) const {
        for (clinic::Practitioner one : document.practiceState.practitioners) {
            if (one.id.value != number) continue;
            change(one);
            return settle(document::updatePractitioner(document, one));
        }
    }

    void keepName() const {
        changePerson(static_cast<int>(state.renaming),
                     [this](clinic::Practitioner& one) { one.name = core::trimmed(state.renamed); });
        if (state.problem.empty()) startRenaming(0);
    }

    // True: it is about who works in the practice.
    bool applyToPeople(const action::Practice& asked) const {
        state.renameStarts = false;
        switch (asked.ask) {
            case PracticeAsk::AtWork:
                settle(document::setAtWork(document, {asked.number}));
                return true;
            case PracticeAsk::TypePerson:
                state.newPerson = asked.text;
                return true;
            case PracticeAsk::AddPerson:
                addPerson();
                return true;
            case PracticeAsk::Rename:
                startRenaming(asked.number);
                return true;
            case PracticeAsk::TypeName:
                state.renamed = asked.text;
                return true;
            case PracticeAsk::KeepName:
                keepName();
                return true;
            case PracticeAsk::Retire:
            case PracticeAsk::BringBack:
                changePerson(asked.number, [&asked](clinic::Practitioner& one) {
                    one.retired = asked.ask == PracticeAsk::Retire;
                });
                return true;
            default:
                return false;
        }
    }

    void apply(const action::Practice& asked) const {
        if (applyToPeople(asked)) return;
        switch (asked.ask) {
            case PracticeAsk::Tab:
                return show(static_cast<PracticeTab>(asked.number));
            case PracticeAsk::Folder:
                return typeFolder(asked.text);
            case PracticeAsk::KeepFolder:
                keepFolder();
                return;
            case PracticeAsk::OnClose:
                return settle(
                    document::setBackups(document, document.practiceState.backupFolder, asked.number != 0));
            case PracticeAsk::Minutes:
                return settle(document::setLockMinutes(document, asked.number));
            case PracticeAsk::BackUp:
                if (keepFolder()) run({.kind = PracticeTask::Kind::BackUp});
                return;
            case PracticeAsk::AskRestore:
                state.restoring = asked.text;
                return;
            case PracticeAsk::Restore:
                return run(
                    {.kind = PracticeTask::Kind::Restore, .backup = std::exchange(state.restoring, {})});
            case PracticeAsk::ChangePassphrase:
                return runWithPassphrase(PracticeTask::Kind::ChangePassphrase);
            case PracticeAsk::AskNewKey:
                return ask(PracticeDialogState::KeyStep::NewKey);
            case PracticeAsk::AskRotate:
                return ask(PracticeDialogState::KeyStep::Rotate);
            case PracticeAsk::StayKeys:
                state.keyStep = PracticeDialogState::KeyStep::None;
                return;
            case PracticeAsk::NewKey:
                return run({.kind = PracticeTask::Kind::RenewRecoveryKey});
            case PracticeAsk::RotateKeys:
                return runWithPassphrase(PracticeTask::Kind::RotateKeys);
            case PracticeAsk::SaveKey:
                return keepKey(PracticeTask::Kind::SaveRecoveryKey);
            case PracticeAsk::PrintKey:
                return keepKey(PracticeTask::Kind::PrintRecoveryKey);
            case PracticeAsk::KeyKept:
                return keyKept();
            case PracticeAsk::Check:
                return run({.kind = PracticeTask::Kind::Check});
            case PracticeAsk::LogKind:
                state.logKind = asked.number;
                return readLog(0);
            case PracticeAsk::LogOlder:
                return readLog(state.logNext);
            case PracticeAsk::LogNewest:
                return readLog(0);
            default:
                return;
        }
    }
};

void openPracticeDialog(commands::CommandContext& context, UiState& state, PracticeTab tab) {
    state.practice.wipe();
    state.practice.keys = std::make_shared<PracticeDialogState::Keys>();
    state.practice.folder = context.document().practiceState.backupFolder.string();
    state.dialog = Dialog::Practice;
    Dialogue{context, state.practice}.show(tab);
}

void openClientDialog(const Document& document, UiState& state) {
    const clinic::Client* client = document::openClientOf(document);
    if (client == nullptr) return;
    state.edited = {};
    state.edited.client = client->id;
    state.edited.draft = draftOf(*client);
    state.dialog = Dialog::EditClient;
}

}  // namespace

void applyPractice(commands::CommandContext& context, UiState& state, const action::Practice& asked) {
    if (!state.practice.keys) state.practice.keys = std::make_shared<PracticeDialogState::Keys>();
    Dialogue{context, state.practice}.apply(asked);
    const bool said = asked.ask == PracticeAsk::AtWork && state.practice.problem.empty();
    if (said && state.dialog == Dialog::WhoWorks) state.dialog = std::exchange(state.afterWho, Dialog::None);
}

bool openVaultDialog(commands::CommandContext& context, UiState& state, const std::string& command) {
    const Document& document = context.document();
    const bool isOurs = command == "practice.open" || command == "practice.log" || command == "client.edit" ||
                        command == "client.archived" || command == "practice.who" ||
                        command == "practice.people";
    if (!isOurs) return false;
    const commands::Command* known = commands::findCommand(command);
    if (known == nullptr || !commands::isEnabled(*known, document)) return true;
    if (command == "practice.open") openPracticeDialog(context, state, PracticeTab::Backup);
    if (command == "practice.log") openPracticeDialog(context, state, PracticeTab::Log);
    if (command == "practice.people") openPracticeDialog(context, state, PracticeTab::People);
    if (command == "practice.who") askWhoWorks(document, state);
    if (command == "client.edit") openClientDialog(document, state);
    if (command == "client.archived") state.showArchived = !state.showArchived;
    return true;
}

}  // namespace palpate::ui
