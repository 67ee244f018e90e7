// What is done with the open practice as a whole.
#include "app/app.h"
#include "app/typed_events.h"
#include "app/vault/key_files.h"
#include "app/vault/owner_check.h"
#include "core/plural.h"
#include "core/text.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/practice_care.h"
#include "document/practitioners.h"
#include "document/saving.h"
#include "records/audit_notes.h"
#include "records/maintenance.h"
#include "ui/vault/who_dialog.h"

#include <algorithm>
#include <iostream>
#include <utility>

namespace palpate::app {

namespace {

namespace fs = std::filesystem;
using commands::PracticeOutcome;
using commands::PracticeTask;

constexpr double kFrameSeconds = 1.0 / 20.0;

}  // namespace

void App::takeEventsOfWork() {
    m_window.pollEvents();
    auto events = m_window.takeEvents();
    for (const platform::InputEvent& event : events) {
        if (!isHeededWhileWorking(event)) continue;
        m_gui->handle(event);
        m_router.watch(event);
    }
    wipe(events);
}

// What was typed since the last frame of the work would go into whatever comes next.
void App::endWork() {
    takeEventsOfWork();
    m_gui->forgetTyping();
}

// Between two steps of long work, on the same thread: the window answers, and nothing else touches the
// practice.
bool App::showProgress(const std::string& what, double share, bool mayStop) {
    const double now = m_window.seconds();
    if (now - m_progressShown < kFrameSeconds) return !m_stop;
    m_progressShown = now;
    takeEventsOfWork();
    m_idle.touch();
    if (m_window.isMinimised()) return !m_stop;
    const glm::vec2 size = glm::vec2(m_window.framebufferSize()) / m_gui->pixelsPerUnit();
    m_stop = m_gui->layOutWorking(what, share, mayStop, size) || m_stop;
    m_gui->paint();
    m_window.swap();
    dumpRects();
    m_pacer.stir();
    return !m_stop;
}

core::Result<PracticeOutcome> App::backUpNow() {
    const auto progress = [this](double share) {
        return showProgress(core::tr("Backing up the practice"), share, true);
    };
    const auto backup =
        records::backUp(*m_document.practice, m_document.practiceState.backupFolder, progress);
    if (!backup) return backup.error();
    m_backedUp = m_document.saved;
    m_writtenBefore.clear();
    PracticeOutcome outcome{core::trf("Backed up and checked: {0}", {backup->file.string()}), {}, {}};
    if (!backup->damaged.empty()) {
        outcome.told += " ";
        outcome.told += core::tr(
            "The practice was damaged before, and so is the backup: it cannot be restored as it is.");
    }
    for (const core::Error& error : backup->damaged)
        outcome.problems.push_back(error.message());
    if (!backup->notLogged.empty()) outcome.problems.push_back(backup->notLogged);
    return outcome;
}

core::Result<PracticeOutcome> App::checkNow() {
    const auto progress = [this](double share) {
        return showProgress(core::tr("Checking the practice"), share, true);
    };
    const auto report = records::checkPractice(*m_document.practice, progress);
    if (!report) return report.error();
    PracticeOutcome outcome;
    outcome.told = core::trf("{0} were read.", {records::countsOf(*report)}) + " ";
    outcome.told += report->sound()
                        ? std::string(core::tr("The practice is sound."))
                        : core::trn("{0} thing is not as it should be:",
                                    "{0} things are not as they should be:", report->problems.size());
    for (const core::Error& problem : report->problems)
        outcome.problems.push_back(problem.message());
    return outcome;
}

core::Result<PracticeOutcome> App::rotate(const core::Secret& passphrase) {
    const auto progress = [this](double share) {
        return showProgress(core::tr("Sealing every record anew"), share, false);
    };
    auto made = records::rotateKeys(*m_document.practice, passphrase, {}, progress);
    if (!made) return made.error();
    m_key = std::move(made->key);
    return PracticeOutcome{
        core::tr("All keys were rotated: every record is sealed anew, and the passphrase and the "
                 "recovery key are new."),
        {},
        std::move(made->recoveryKey)};
}

// Where the practice cannot be opened again, its page asks for it and says why.
core::Result<void> App::openAgain(const fs::path& vault, const document::Whereabouts& where,
                                  const clinic::Practitioner& atWork) {
    auto practice = m_door.open(vault, m_key.clone());
    // Who is not known to it by number and name, or did not work there yet, is asked for.
    if (practice && atWork.id) {
        const auto people = (*practice)->practitioners();
        if (people && std::find(people->begin(), people->end(), atWork) != people->end())
            (void)(*practice)->setAtWork(atWork.id);
    }
    const auto opened = practice ? document::openPractice(m_document, std::move(*practice))
                                 : core::Result<void>(practice.error());
    if (!opened) {
        forgetClients();
        m_gate->askFor(vault, false, opened.error().message());
        return opened;
    }
    if (document::shouldAskWho(m_document)) {
        // As after unlocking, openOnceSaid() goes back there.
        if (!m_opensLater) m_interrupted[practiceKey(vault)] = {where, {}, {}};
        m_opensLater = true;
        ui::askWhoWorks(m_document, m_state);
        return {};
    }
    openFirst();
    return document::returnTo(m_document, where);
}

// The practice is closed for it, and opened again whatever becomes of it.
core::Result<PracticeOutcome> App::restoreFrom(const fs::path& backup) {
    if (auto finished = document::finishWriting(m_document); !finished) return finished.error();
    const fs::path vault = m_document.practice->path();
    const document::Whereabouts where = document::whereaboutsOf(m_document);
    const clinic::Practitioner atWork = document::whoIsAtWork(m_document);
    document::closeVisit(m_document);
    m_document.practice.reset();
    const auto restored = records::restore(backup, vault, m_key, core::now, nullptr, {}, atWork);
    if (auto opened = openAgain(vault, where, atWork); !opened) return opened.error();
    if (!restored) return restored.error();
    PracticeOutcome outcome{
        restored->before.empty()
            ? std::string(core::tr(
                  "The practice was restored from the backup. The passphrase of that time opens it."))
            : core::trf("The practice was restored from the backup; the passphrase of that time opens it. "
                        "What was there "
                        "before is kept as {0}",
                        {restored->before.string()}),
        {},
        {}};
    if (!restored->erasuresUnknown.empty()) outcome.problems.push_back(restored->erasuresUnknown);
    return outcome;
}

core::Result<PracticeOutcome> App::keepKey(const PracticeTask& task) {
    const fs::path& vault = m_document.practice->path();
    const KeyToKeep key{m_document.practice->info().name, vault, task.recoveryKey.text()};
    const bool print = task.kind == PracticeTask::Kind::PrintRecoveryKey;
    const auto path = print ? saveKeySheet(key, keyFolder(), m_resources) : saveKeyFile(key, keyFolder());
    if (!path) return path.error();
    records::noteKeyKept(*m_document.practice,
                         print ? records::AuditKind::Printed : records::AuditKind::Exported);
    if (print) (void)m_folderOpener.open(path->parent_path());
    return PracticeOutcome{
        print
            ? core::trf("The page is {0}. Print it, then delete it.", {path->string()})
            : core::trf("The key is in {0}. Move it to a stick and keep that locked away.", {path->string()}),
        {},
        {}};
}

core::Result<void> App::checkOwnerOf(const core::Secret& typed) {
    showProgress(core::tr("Checking what you typed"), 0.0, false);
    return checkOwner(*m_document.practice, typed, m_gate->missedTries(), bootSeconds());
}

core::Result<PracticeOutcome> App::doTask(const PracticeTask& task) {
    auto done = work(task);
    endWork();
    return done;
}

core::Result<PracticeOutcome> App::work(const PracticeTask& task) {
    m_stop = false;
    if (auto finished = document::finishWriting(m_document); !finished) return finished.error();
    if (commands::changesKeys(task.kind)) {
        if (auto owner = checkOwnerOf(task.present); !owner) return owner.error();
    }
    switch (task.kind) {
        case PracticeTask::Kind::BackUp:
            return backUpNow();
        case PracticeTask::Kind::Restore:
            return restoreFrom(task.backup);
        case PracticeTask::Kind::Check:
            return checkNow();
        case PracticeTask::Kind::RotateKeys:
            return rotate(task.passphrase);
        case PracticeTask::Kind::SaveRecoveryKey:
        case PracticeTask::Kind::PrintRecoveryKey:
            return keepKey(task);
        case PracticeTask::Kind::ChangePassphrase: {
            if (auto changed = records::changePassphrase(*m_document.practice, task.passphrase); !changed)
                return changed.error();
            return PracticeOutcome{
                core::tr("The passphrase was changed. The keys stayed the same: older copies and "
                         "backups still open with the passphrase they were made with."),
                {},
                {}};
        }
        case PracticeTask::Kind::RenewRecoveryKey:
            break;
    }
    auto key = records::renewRecoveryKey(*m_document.practice);
    if (!key) return key.error();
    return PracticeOutcome{
        core::tr("There is a new recovery key; the old one opens nothing from now on but older "
                 "copies and backups."),
        {},
        std::move(*key)};
}

std::vector<commands::PracticeBackup> App::backups() {
    std::vector<commands::PracticeBackup> found;
    for (records::Backup& backup :
         records::backupsIn(m_document.practiceState.backupFolder, *m_document.practice))
        found.push_back({std::move(backup.file), backup.at});
    return found;
}

// Something was written that no backup holds yet.
bool App::isBackupDue() const {
    const bool changed = m_document.saved && m_document.saved != m_backedUp;
    const bool owed = m_writtenBefore == practiceKey(m_document.practice->path());
    return m_document.practiceState.backUpOnClose && (changed || owed) &&
           document::whyReadOnly(m_document).empty();
}

// False once if there is to be a backup and it cannot be made: the person is told and may ask again.
bool App::backUpBeforeLeaving() {
    if (!isBackupDue() || m_warnedOfBackup) return true;
    m_stop = false;
    const auto done = backUpNow();
    endWork();
    if (done || done.error().kind == core::Error::Kind::Stopped) return true;
    m_warnedOfBackup = true;
    document::notify(
        m_document, document::Notice::Kind::Error, "backup",
        core::trf("The practice could not be backed up: {0} Everything is written in the practice itself; "
                  "close the window again to leave.",
                  {done.error().message()}));
    return false;
}

}  // namespace palpate::app
