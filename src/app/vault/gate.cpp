#include "app/vault/gate.h"

#include "core/text.h"
#include "records/audit_notes.h"
#include "ui/friendly_path.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <system_error>
#include <utility>

namespace palpate::app {

namespace {

namespace fs = std::filesystem;
using core::tr;

constexpr std::size_t kMostRecent = 4;

// A practice's name as a file name: what file systems do not like becomes a space.
std::string fileNameFrom(std::string name) {
    for (char& letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte < 0x20 || std::string_view("/\\:*?\"<>|").find(letter) != std::string_view::npos)
            letter = ' ';
    }
    const auto first = name.find_first_not_of(" .");
    if (first == std::string::npos) return {};
    return name.substr(first, name.find_last_not_of(" .") - first + 1);
}

std::string problemOf(const core::Error& error) {
    return error.hint.empty() ? error.what + "." : error.what + ". " + error.hint;
}

core::Error nothingYet() {
    return {"", "", ""};
}

}  // namespace

Gate::Gate(VaultDoor& door, Surroundings surroundings) : m_door(door), m_around(std::move(surroundings)) {}

Gate::~Gate() {
    if (m_work.valid()) m_work.wait();
}

core::Error Gate::unsealed() {
    return {
        tr("This practice was made by an early build without encryption, which this version does not open"),
        "", tr("Open it with that build and begin a new practice with this one.")};
}

void Gate::welcome(const std::string& problem) {
    go(ui::GatePage::Welcome);
    m_problem = problem;
}

void Gate::askFor(const fs::path& vault, bool isDemo, const std::string& note) {
    go(ui::GatePage::Unlock);
    m_vault = vault;
    m_isDemo = isDemo;
    m_note = note;
}

void Gate::go(ui::GatePage page) {
    m_state.wipeSecrets();
    m_state.page = page;
    m_state.byRecoveryKey = false;
    m_state.focus = true;
    m_problem.clear();
    m_note.clear();
    if (page == ui::GatePage::Create && m_state.practiceName.empty())
        m_state.folder = ui::lookIntoFolder(m_around.usualFolder.string(), ui::FolderHolds::Folders);
    if (page == ui::GatePage::Open)
        m_state.folder = ui::lookIntoFolder(m_around.usualFolder.string(), ui::FolderHolds::Practices);
}

fs::path Gate::plannedFile() const {
    const std::string name = fileNameFrom(m_state.practiceName);
    return name.empty() ? fs::path() : fs::path(m_state.folder.folder) / (name + ".palpate");
}

ui::GateModel Gate::model(double now) const {
    ui::GateModel model;
    std::error_code code;
    if (m_state.page == ui::GatePage::Create) {
        const fs::path planned = plannedFile();
        if (!planned.empty() && !fs::exists(planned, code)) model.file = ui::friendlyPath(planned);
    } else {
        model.practice = m_vault.stem().string();
        model.file = ui::friendlyPath(m_vault);
        model.isDemo = m_isDemo;
    }
    for (const fs::path& path : m_recent) {
        if (model.recent.size() >= kMostRecent) break;
        if (m_state.page == ui::GatePage::Unlock && path == m_vault) continue;
        model.recent.push_back({path.stem().string(), ui::friendlyPath(path.parent_path()), path.string(),
                                fs::exists(path, code)});
    }
    model.problem = m_problem;
    model.note = m_note;
    model.working = m_working;
    if (m_state.page == ui::GatePage::Unlock) model.waitSeconds = m_missed.waitSeconds(m_vault, now);
    return model;
}

void Gate::apply(const ui::GateAsk& ask, double now) {
    using Kind = ui::GateAsk::Kind;
    if (m_work.valid()) return;
    switch (ask.kind) {
        case Kind::Go:
            return go(ask.page);
        case Kind::Demo:
            return startDemo();
        case Kind::Make:
            return startMaking();
        case Kind::Choose:
            return choose(ask.path);
        case Kind::LookInto:
            m_state.folder =
                ui::lookIntoFolder(ask.path, m_state.page == ui::GatePage::Open ? ui::FolderHolds::Practices
                                                                                : ui::FolderHolds::Folders);
            return;
        case Kind::OtherWay:
            m_state.byRecoveryKey = !m_state.byRecoveryKey;
            m_state.passphrase.wipe();
            m_state.typedKey.wipe();
            m_state.focus = true;
            m_problem.clear();
            return;
        case Kind::Unlock:
            if (m_missed.waitSeconds(m_vault, now) == 0) startUnlocking();
            return;
        case Kind::SaveKey:
            return keep(m_around.saveKey, records::AuditKind::Exported);
        case Kind::PrintKey:
            return keep(m_around.printKey, records::AuditKind::Printed);
        case Kind::Done:
            break;
    }
    if (m_state.page == ui::GatePage::RecoveryKey && ui::isKeyKept(m_state)) keyIsKept();
}

void Gate::keyIsKept() {
    m_state.wipeSecrets();
    m_state.page = ui::GatePage::Unlock;
    // What was made and could not be opened is asked for like any other; why stays to be read.
    m_state.focus = true;
    m_note.clear();
}

bool Gate::mayLeave() {
    if (m_state.page != ui::GatePage::RecoveryKey || m_warnedOfLeaving) return true;
    m_warnedOfLeaving = true;
    m_problem =
        tr("The recovery key is not kept yet, and it is shown only now. Keep it first, or close the window "
           "again to "
           "leave without it.");
    return false;
}

void Gate::keep(const KeyKeeper& how, records::AuditKind kind) {
    const auto kept = how(m_state.newKey, m_vault);
    m_note = kept ? *kept : std::string();
    m_problem = kept ? std::string() : problemOf(kept.error());
    if (!kept) return;
    m_keptKeys.push_back({m_vault, kind});
    logKeptKeys();
}

// A practice that was made and could not be opened yet learns of it later.
void Gate::logKeptKeys() {
    if (!m_opened) return;
    for (const KeptKey& kept : m_keptKeys) {
        if (kept.vault == m_vault) records::noteKeyKept(*m_opened->practice, kept.how);
    }
    std::erase_if(m_keptKeys, [this](const KeptKey& kept) { return kept.vault == m_vault; });
}

void Gate::choose(const fs::path& vault) {
    const auto face = m_door.look(vault);
    if (!face) {
        m_problem = problemOf(face.error());
        return;
    }
    if (face->unsealed) {
        m_problem = problemOf(unsealed());
        return;
    }
    askFor(vault, face->isDemo);
    if (face->isDemo) startUnlocking();
}

void Gate::startWork(std::string what, std::function<Done()> work) {
    m_problem.clear();
    m_working = std::move(what);
    m_work = std::async(std::launch::async, [work = std::move(work), wake = m_around.wake] {
        Done done = work();
        if (wake) wake();
        return done;
    });
}

void Gate::startUnlocking() {
    m_tried = !m_isDemo;
    const auto secret = std::make_shared<core::Secret>(m_state.byRecoveryKey ? m_state.typedKey.copy()
                                                                             : m_state.passphrase.copy());
    startWork(tr("Unlocking: this takes a moment on purpose."),
              [this, secret, byKey = m_state.byRecoveryKey, vault = m_vault, isDemo = m_isDemo]() -> Done {
                  auto key = isDemo  ? m_door.unlockDemo(vault)
                             : byKey ? m_door.unlockWithRecoveryKey(vault, secret->text())
                                     : m_door.unlock(vault, *secret);
                  if (!key) return {std::move(key), nothingYet(), {}};
                  auto practice = m_door.open(vault, key->clone());
                  return {std::move(key), std::move(practice), {}};
              });
}

void Gate::startMaking() {
    m_vault = plannedFile();
    m_isDemo = false;
    m_tried = false;
    const auto passphrase = std::make_shared<core::Secret>(m_state.passphrase.copy());
    startWork(tr("The practice is being made."),
              [this, passphrase, vault = m_vault, name = m_state.practiceName,
               you = core::trimmed(m_state.yourName)]() -> Done {
                  records::NewVault made;
                  made.name = name;
                  made.practitioner = you;
                  made.passphrase = passphrase.get();
                  auto created = m_door.create(vault, made);
                  if (!created) return {created.error(), nothingYet(), {}};
                  auto practice = m_door.open(vault, created->key.clone());
                  return {std::move(created->key), std::move(practice), std::move(created->recoveryKey)};
              });
}

void Gate::startDemo() {
    m_tried = false;
    m_isDemo = true;
    startWork(tr("The demo practice is being made ready."), [this]() -> Done {
        const auto vault = m_door.demo();
        if (!vault) return {vault.error(), nothingYet(), {}};
        auto key = m_door.unlockDemo(*vault);
        if (!key) return {std::move(key), nothingYet(), {}};
        auto practice = m_door.open(*vault, key->clone());
        return {std::move(key), std::move(practice), {}};
    });
}

std::string Gate::missedText(const core::Error& error) const {
    std::string text = problemOf(error);
    if (!m_state.byRecoveryKey && m_missed.count(m_vault) > 1)
        text += std::string(" ") + tr("Is Caps Lock on, or another keyboard layout?");
    return text;
}

void Gate::finish(Done done, double now) {
    m_working.clear();
    if (!done.key) {
        // Only what was typed wrong counts; a stick that was pulled out does not.
        const bool missed = m_tried && m_door.look(m_vault).has_value();
        if (missed) m_missed.note(m_vault, now);
        m_problem = missed ? missedText(done.key.error()) : problemOf(done.key.error());
        m_state.passphrase.wipe();
        m_state.focus = true;
        return;
    }
    m_missed.forget(m_vault);
    const bool isNew = !done.recoveryKey.empty();
    if (!done.practice) {
        m_problem = problemOf(done.practice.error());
        m_state.focus = true;
        if (!isNew) return;
    } else {
        m_opened = OpenedPractice{std::move(*done.practice), std::move(*done.key), m_state.byRecoveryKey};
        logKeptKeys();
    }
    m_state.wipeSecrets();
    m_state.yourName.clear();
    // The vault is made, opened or not: its recovery key is nowhere else.
    if (isNew) showNewKey(done.recoveryKey);
}

void Gate::showNewKey(const core::Secret& key) {
    m_state.newKey.set(key.text());
    m_state.page = ui::GatePage::RecoveryKey;
    m_state.focus = true;
    m_warnedOfLeaving = false;
}

bool Gate::step(double now) {
    if (!m_work.valid() || m_work.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return false;
    finish(m_work.get(), now);
    return true;
}

std::optional<double> Gate::wantsFrameAt(double now) const {
    // The wake comes a moment before the result can be taken.
    if (m_work.valid()) return now + 0.05;
    if (m_state.page != ui::GatePage::Unlock || m_missed.waitSeconds(m_vault, now) == 0) return std::nullopt;
    return now + 0.25;
}

std::optional<OpenedPractice> Gate::take() {
    // The key of a new practice is kept first.
    if (!m_opened || m_state.page == ui::GatePage::RecoveryKey) return std::nullopt;
    auto opened = std::move(m_opened);
    m_opened.reset();
    return opened;
}

}  // namespace palpate::app
