// The window before a practice is open and while it is locked.
#include "app/app.h"
#include "app/key_shortcuts.h"
#include "app/user_folders.h"
#include "app/vault/key_files.h"
#include "commands/registry.h"
#include "core/plural.h"
#include "core/secret.h"
#include "core/text.h"
#include "document/check_in.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/practitioners.h"
#include "document/saving.h"
#include "ui/vault/who_dialog.h"

#include <algorithm>
#include <system_error>
#include <type_traits>
#include <utility>
#include <variant>

namespace palpate::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* kTitle = "Palpate";

bool isEscape(const platform::InputEvent& event) {
    const auto* key = std::get_if<platform::KeyEvent>(&event);
    return key != nullptr && key->pressed && key->key == platform::Key::Escape;
}

bool isQuit(const platform::InputEvent& event) {
    const auto* key = std::get_if<platform::KeyEvent>(&event);
    const auto shortcut = key == nullptr ? std::nullopt : shortcutOf(*key);
    const commands::Command* command =
        shortcut ? commands::commandFor(*shortcut, commands::Mode::Consult) : nullptr;
    return command != nullptr && command->name == "app.quit";
}

core::Error unsealed(const fs::path& vault) {
    core::Error error = Gate::unsealed();
    error.where = vault.string();
    return error;
}

std::string told(const core::Error& error) {
    return error.message();
}

}  // namespace

fs::path App::keyFolder() const {
    return sheetFolder(m_document.practice ? m_document.practice->path() : fs::path());
}

Gate::Surroundings App::gateSurroundings() {
    Gate::Surroundings around;
    const auto data = dataFolder();
    const fs::path documents = sheetFolder({});
    around.usualFolder = documents == "." && data ? *data : documents;
    around.wake = [] { platform::Window::wake(); };
    around.saveKey = [this](const ui::SecretText& key, const fs::path& vault) -> core::Result<std::string> {
        const auto path = saveKeyFile({vault.stem().string(), vault, key.text()}, sheetFolder(vault));
        if (!path) return path.error();
        return core::trf("The key is in {0}. Move it to a stick and keep that locked away.",
                         {path->string()});
    };
    around.printKey = [this](const ui::SecretText& key, const fs::path& vault) -> core::Result<std::string> {
        const auto path =
            saveKeySheet({vault.stem().string(), vault, key.text()}, sheetFolder(vault), m_resources);
        if (!path) return path.error();
        if (!m_folderOpener.open(path->parent_path()))
            return core::trf("The page is {0}. Print it, then delete it.", {path->string()});
        return core::trf("The page is {0}; its folder opens. Print it, then delete it.", {path->string()});
    };
    return around;
}

core::Result<void> App::begin() {
    m_settingsFile = settingsFile();
    m_settings = readSettings(m_settingsFile);
    m_gate->setRecent(recentPractices(m_settings));
    fs::path vault = m_options.vault;
    if (m_options.demo) {
        const auto demo = m_door.demo();
        if (!demo) return demo.error();
        vault = *demo;
    }
    const bool named = !vault.empty();
    const auto recent = recentPractices(m_settings);
    if (!named && !recent.empty()) vault = recent.front();
    if (vault.empty()) {
        m_gate->welcome();
        return {};
    }
    const auto orAsk = [this, named](const core::Error& error) -> core::Result<void> {
        if (named) return error;
        m_gate->welcome(told(error));
        return {};
    };
    const auto face = m_door.look(vault);
    if (!face) return orAsk(face.error());
    if (face->unsealed) return orAsk(unsealed(vault));
    if (!face->isDemo) {
        m_gate->askFor(vault, false);
        return {};
    }
    auto key = m_door.unlockDemo(vault);
    if (!key) return orAsk(key.error());
    auto practice = m_door.open(vault, key->clone());
    if (!practice) return orAsk(practice.error());
    letIn({std::move(*practice), std::move(*key)});
    return {};
}

void App::letIn(OpenedPractice opened) {
    if (auto open = document::openPractice(m_document, std::move(opened.practice)); !open) {
        m_document.practice.reset();
        m_gate->welcome(told(open.error()));
        return;
    }
    m_key = std::move(opened.key);
    m_gui->forget();
    m_window.setTitle(m_document.practice->info().isDemo
                          ? std::string(kTitle) + " \xE2\x80\x93 " + core::tr("Demo practice")
                          : std::string(kTitle));
    m_settings.practices[practiceKey(m_document.practice->path())].opened = core::now().utcMilliseconds;
    if (!m_settingsFile.empty()) (void)writeSettings(m_settingsFile, m_settings);
    m_gate->setRecent(recentPractices(m_settings));
    noteUnlocked(opened.byRecoveryKey);
    m_opensLater = true;
    if (document::shouldAskWho(m_document)) ui::askWhoWorks(m_document, m_state);
    openOnceSaid();
    m_backedUp.reset();
    m_warnedOfLeaving = m_warnedOfLosing = m_warnedOfBackup = m_warnedOfKey = false;
    m_idle.touch();
    m_pacer.stir();
}

// Only the log misses it if that cannot be written.
void App::noteUnlocked(bool byRecoveryKey) {
    if (m_document.practice->info().isDemo) return;
    (void)m_document.practice->audit(records::AuditKind::Unlocked,
                                     byRecoveryKey ? core::tr("with the recovery key") : "");
}

// Nothing of a client is looked at before it was asked who works, so that the log can name them: another one
// may be at the desk than before the lock.
void App::openOnceSaid() {
    if (!m_opensLater || m_state.dialog != ui::Dialog::None) return;
    m_opensLater = false;
    const auto before = m_interrupted.extract(practiceKey(m_document.practice->path()));
    before ? reopen(before.mapped()) : openFirst();
    m_pacer.stir();
}

// Where the lock interrupted.
void App::reopen(const Interrupted& before) {
    openFirst();
    if (auto there = document::returnTo(m_document, before.where); !there)
        document::notify(m_document, document::Notice::Kind::Error, "opening", there.error().message());
    if (!before.typed.empty()) {
        if (const auto form = openTyped(before.typed, m_key)) openTypedForm(m_document, m_state, *form);
    }
    for (const document::Notice& notice : before.notices)
        document::notify(m_document, notice);
}

App::Interrupted App::interruption(bool checkIn) {
    Interrupted now;
    now.where = document::whereaboutsOf(m_document);
    if (const auto form = typedForm(m_state)) now.typed = sealTyped(*form, m_key);
    if (!checkIn) return now;
    for (const document::Notice& notice : m_document.notices) {
        if (notice.topic == document::kCheckInTopic) now.notices.push_back(notice);
    }
    now.notices.push_back(
        {.kind = document::Notice::Kind::Warning,
         .topic = "lock",
         .text = core::tr("The lock interrupted the client's check-in. What was marked is kept; open the "
                          "check-in again to go on.")});
    return now;
}

void App::handleGateEvents(const std::vector<platform::InputEvent>& events) {
    for (const platform::InputEvent& event : events) {
        m_gui->handle(event);
        m_router.watch(event);
        if (isQuit(event)) m_window.requestClose();
        const ui::GatePage page = m_gate->state().page;
        if (isEscape(event) && (page == ui::GatePage::Create || page == ui::GatePage::Open))
            m_gate->apply({ui::GateAsk::Kind::Go, ui::GatePage::Welcome, {}}, bootSeconds());
    }
}

void App::stepGate() {
    const double now = bootSeconds();
    if (m_gate->step(now)) {
        // The field that was typed into keeps a copy of its own.
        m_gui->forgetTyping();
        m_pacer.stir();
    }
    if (auto opened = m_gate->take()) return letIn(std::move(*opened));
    if (const auto at = m_gate->wantsFrameAt(now)) m_pacer.wantFrameAt(m_window.seconds() + (*at - now));
    if (!m_window.isMinimised() && m_pacer.isFrameDue(m_window.seconds())) drawGateFrame();
}

void App::drawGateFrame() {
    m_window.setFullScreen(false);
    (void)m_gui->setLooks(m_document.appearance);
    const glm::vec2 size = glm::vec2(m_window.framebufferSize()) / m_gui->pixelsPerUnit();
    const double now = bootSeconds();
    const auto asked = m_gui->layOutGate(m_gate->state(), m_gate->model(now), size);
    m_gui->paint();
    m_filter->apply(m_window.framebufferSize(), m_document.appearance.vision);
    m_window.swap();
    m_pacer.frameDrawn(m_window.seconds());
    if (m_gui->hasTypingToCome()) m_pacer.stir();
    if (Gui::wantsText()) m_pacer.wantFrameAt(m_window.seconds() + 0.4);
    if (m_gui->isTipPending()) m_pacer.wantFrameAt(m_window.seconds() + 0.5);
    dumpRects();
    if (!asked) return;
    m_gate->apply(*asked, now);
    m_pacer.stir();
}

double App::lockSeconds() const {
    if (isGateShown()) return 0.0;
    if (m_options.lockAfterSeconds > 0.0) return m_options.lockAfterSeconds;
    return 60.0 * m_document.practiceState.lockMinutes;
}

void App::lockWhenIdle() {
    const double after = lockSeconds();
    if (after <= 0.0 || m_idle.idleSeconds() < after) return;
    // A new recovery key is on the screen and nowhere else.
    if (!m_state.practice.mayClose()) return;
    const auto minutes = static_cast<std::size_t>(after / 60.0);
    const bool locked = lock(minutes > 0 ? core::trn("Locked after {0} minute without use.",
                                                     "Locked after {0} minutes without use.", minutes)
                                         : std::string(core::tr("Locked, as nobody used it.")));
    // What could not be written yet is tried again by itself; asking every frame would not help.
    if (!locked) m_idle.touch();
}

void App::lockPractice() {
    lock(core::tr("Locked."));
}

// Everything is on the disk, and the window is the therapist's. False: that is not possible now.
bool App::finishForLock(bool& checkIn) {
    m_router.letGo(m_document);
    auto finished = document::finishWriting(m_document);
    if (finished) {
        const auto ended = document::endCheckIn(m_document, now());
        checkIn = ended && *ended;
        if (!ended) finished = ended.error();
    }
    if (finished) return true;
    document::notify(
        m_document, document::Notice::Kind::Warning, "lock",
        core::tr("The practice cannot be locked yet: some of what was painted is not written. Make "
                 "room on the disk, or put it into a file of its own."));
    return false;
}

// A lock closes the file. A backup that cannot be made does not keep it open; the sentence says why.
std::string App::backUpForLock() {
    if (!isBackupDue()) return {};
    m_stop = false;
    const auto done = backUpNow();
    endWork();
    if (done) return {};
    m_writtenBefore = practiceKey(m_document.practice->path());
    if (done.error().kind == core::Error::Kind::Stopped) return {};
    return core::trf("The practice could not be backed up: {0}", {done.error().message()});
}

bool App::lock(const std::string& note) {
    bool checkIn = false;
    if (!finishForLock(checkIn)) return false;
    Interrupted left = interruption(checkIn);
    rememberUse();
    keepLooks();
    const fs::path vault = m_document.practice->path();
    const bool isDemo = m_document.practice->info().isDemo;
    document::closeVisit(m_document);
    // Only the log misses it if that cannot be written.
    (void)m_document.practice->audit(records::AuditKind::Locked, {});
    std::string said = note;
    if (!left.typed.empty())
        said += std::string(" ") + core::tr("What was being typed comes back when it is unlocked.");
    if (const std::string trouble = backUpForLock(); !trouble.empty()) {
        said += " " + trouble;
        left.notices.push_back({.kind = document::Notice::Kind::Error, .topic = "backup", .text = trouble});
    }
    // Of before, if nothing was opened since.
    if (!m_opensLater) m_interrupted[practiceKey(vault)] = std::move(left);
    m_opensLater = false;
    forgetClients();
    m_gate->askFor(vault, isDemo, said);
    // Both buffers of the window.
    drawGateFrame();
    drawGateFrame();
    m_pacer.stir();
    return true;
}

void App::forgetClients() {
    document::forgetPractice(m_document, m_plainBody);
    m_key = {};
    ui::UiState state;
    state.leftWidth = m_state.leftWidth;
    state.rightWidth = m_state.rightWidth;
    m_state = std::move(state);
    m_readings = {};
    m_router.forget();
    m_passing = {};
    m_places.clear();
    m_hasLooked = false;
    m_pictures = std::make_unique<Pictures>(m_device);
    m_historyPictures = std::make_unique<HistoryPictures>(m_device);
    m_filter = std::make_unique<render::VisionFilter>(m_device);
    m_gui->forget();
    m_window.setTitle(kTitle);
}

}  // namespace palpate::app
