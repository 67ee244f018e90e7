#include "app/app.h"

#include "app/history_export.h"
#include "app/sheet_export.h"
#include "app/typed_events.h"
#include "app/user_folders.h"
#include "commands/registry.h"
#include "core/atomic_file.h"
#include "core/resources.h"
#include "core/text.h"
#include "document/check_in.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/history.h"
#include "document/open.h"
#include "document/saving.h"
#include "document/scores.h"
#include "ui/apply_action.h"
#include "ui/imgui_compat.h"

#include <glm/common.hpp>

#include <algorithm>
#include <cmath>
#include <future>
#include <system_error>
#include <type_traits>
#include <utility>

namespace palpate::app {

namespace {

constexpr double kRetrySeconds = 2.0;
constexpr double kCursorBlinkSeconds = 0.4;
constexpr double kReadingSeconds = 0.02;  // of each frame, while maps are being read
constexpr double kFolderSeconds = 0.5;    // how often to look whether the file manager failed
// A frame lays itself out again if the pictures turn out to have another place than the frame before.
constexpr int kMostPasses = 2;

// Starts the work beside this thread; where no further thread can be had, it is done when it is asked for.
template <typename Work>
std::future<std::invoke_result_t<Work>> besideThis(Work work) {
    try {
        return std::async(std::launch::async, work);
    } catch (const std::system_error&) {
        return std::async(std::launch::deferred, work);
    }
}

}  // namespace

App::App(Options options, std::filesystem::path resources, platform::Window window)
    : m_options(std::move(options)),
      m_resources(std::move(resources)),
      m_door(m_resources / "models"),
      m_window(std::move(window)) {
    m_document.modelsFolder = m_resources / "models";
}

core::Result<std::unique_ptr<App>> App::start(const Options& options) {
    auto resources = core::resourceFolder();
    if (!resources) return resources.error();
    // Reading the body and making the window take half of the start each, and neither needs the other.
    auto reading = besideThis([folder = *resources / "models"] { return body::loadStandardBody(folder); });
    platform::WindowOptions windowOptions;
    windowOptions.title = "Palpate";
    windowOptions.size = options.size;
    auto window = platform::Window::create(windowOptions);
    if (!window) return window.error();

    std::unique_ptr<App> app(new App(options, *resources, std::move(*window)));
    auto device = render::Device::create(platform::Window::loader());
    if (!device) return device.error();
    app->m_device = std::move(*device);
    auto gui = Gui::create(app->m_window, *resources / "fonts");
    if (!gui) return gui.error();
    app->m_gui = std::move(*gui);
    auto body = reading.get();
    if (!body) return body.error();
    app->m_document.body = std::move(*body);
    app->m_plainBody = app->m_document.body;
    app->m_pictures = std::make_unique<Pictures>(app->m_device);
    app->m_figurePictures = std::make_unique<FigurePictures>(app->m_device);
    app->m_historyPictures = std::make_unique<HistoryPictures>(app->m_device);
    app->m_filter = std::make_unique<render::VisionFilter>(app->m_device);
    app->takeUpLooks();
    app->m_gate = std::make_unique<Gate>(app->m_door, app->gateSurroundings());
    if (auto begun = app->begin(); !begun) return begun.error();
    return app;
}

void App::takeUpLooks() {
    m_looksFile = looksFile();
    if (m_looksFile.empty()) return;
    m_looks = readLooks(m_looksFile);
    document::setAppearance(m_document, m_looks.appearance);
    document::setChangeRules(m_document, m_looks.changeRules);
    m_state.leftWidth = m_looks.leftWidth;
    m_state.rightWidth = m_looks.rightWidth;
}

// Written once they have come to rest: a column's edge is dragged through many widths.
void App::keepLooks() {
    // The client's pages are always light and in colour; that is nobody's choice.
    if (m_looksFile.empty() || m_document.checkIn) return;
    KeptLooks now{m_document.appearance, m_state.leftWidth, m_state.rightWidth, m_document.changeRules};
    now.appearance.helpShown = false;
    if (now == m_looks) return;
    m_looks = now;
    // That looks cannot be kept stops nobody from working; they are as they are until the end.
    (void)writeLooks(m_looksFile, m_looks);
}

// Where this practice was left, or the first client, so that the body has something to show.
void App::openFirst() {
    const auto known = m_settings.practices.find(practiceKey(m_document.practice->path()));
    const LastUse last = known == m_settings.practices.end() ? LastUse{} : known->second;
    document::paintAs(m_document, last.author);
    m_sheetFolder = last.sheetFolder;
    if (m_document.clients.empty()) return;
    const auto isLast = [&](const clinic::Client& client) { return client.id == last.client; };
    const auto left = std::find_if(m_document.clients.begin(), m_document.clients.end(), isLast);
    const auto& client = left == m_document.clients.end() ? m_document.clients.front() : *left;
    if (auto opened = document::openClient(m_document, client.id); !opened)
        document::notify(m_document, document::Notice::Kind::Error, "opening", opened.error().message());
}

// Writes down what changed since it was written last. Nobody is told if that fails: nothing is lost by it.
void App::rememberUse() {
    if (m_settingsFile.empty() || isGateShown() || m_opensLater) return;
    UserSettings now = m_settings;
    LastUse& use = now.practices[practiceKey(m_document.practice->path())];
    if (m_document.client) use.client = m_document.client;
    // The client is the guest of a check-in, not the one who comes back.
    use.author = m_document.checkIn ? clinic::Author::Therapist : m_document.author;
    use.sheetFolder = m_sheetFolder;
    if (now == m_settings) return;
    m_settings = std::move(now);
    (void)writeSettings(m_settingsFile, m_settings);
}

int App::run() {
    isGateShown() ? drawGateFrame() : drawFrame();
    for (const std::string& command : m_options.run)
        ui::applyAction(*this, m_state, ui::action::Run{command});
    while (true) {
        sleep();
        handleEvents();
        if (isGateShown()) {
            stepGate();
            if (!isGateShown() || !m_window.isCloseRequested()) continue;
            if (m_gate->mayLeave()) return 0;
            m_window.denyClose();
            m_pacer.stir();
            continue;
        }
        keepTime();
        if (isGateShown()) continue;
        if (m_window.isCloseRequested()) {
            if (mayLeave()) return leave();
            m_window.denyClose();
        }
        if (m_document.version != m_shownVersion) m_pacer.stir();
        if (!m_window.isMinimised() && m_pacer.isFrameDue(m_window.seconds())) drawFrame();
    }
}

void App::sleep() {
    const double seconds =
        m_window.isMinimised() ? FramePacer::kForever : m_pacer.sleepSeconds(m_window.seconds());
    const double retry = m_document.pending.empty() ? FramePacer::kForever : kRetrySeconds;
    const auto pieceEnds = m_router.pieceEnds();
    const double piece = pieceEnds ? *pieceEnds - m_window.seconds() : FramePacer::kForever;
    // A timer that stops while the machine sleeps would lock too late after it.
    constexpr double kLookForIdle = 5.0;
    const double idle = lockSeconds() > 0.0
                            ? std::clamp(lockSeconds() - m_idle.idleSeconds(), 0.05, kLookForIdle)
                            : FramePacer::kForever;
    const double soonest = std::min({seconds, retry, piece, idle});
    if (soonest <= 0.0) {
        m_window.pollEvents();
    } else if (soonest >= FramePacer::kForever) {
        m_window.waitEvents();
    } else {
        m_window.waitEvents(soonest);
    }
}

void App::handleEvents() {
    auto events = m_window.takeEvents();
    if (!events.empty()) m_pacer.stir();
    // What wakes a machine that slept for long finds the practice locked already.
    lockWhenIdle();
    isGateShown() ? handleGateEvents(events) : handleEvents(events);
    app::wipe(events);
}

void App::handleEvents(const std::vector<platform::InputEvent>& events) {
    if (!events.empty()) m_idle.touch();
    const InputSurroundings around{m_gui->rects(),     m_places,           m_gui->pixelsPerUnit(),
                                   Gui::wantsText(),   m_gui->navigates(), Gui::hasListOpen(),
                                   m_gui->isSettling()};
    for (const platform::InputEvent& event : events) {
        m_gui->handle(event);
        m_router.route(*this, m_state, event, around);
        if (isGateShown()) return;
    }
}

void App::keepTime() {
    const double now = m_window.seconds();
    openOnceSaid();
    m_router.tick(*this, now);
    if (document::tick(m_document, now)) m_pacer.stir();
    if (document::tickCheckIn(m_document, now)) m_pacer.stir();
    const auto inTime = [this, end = m_window.seconds() + kReadingSeconds] {
        return m_window.seconds() < end;
    };
    if (document::stepHistory(m_document, inTime)) m_pacer.stir();
    if (const auto next = m_passing.step(m_document, now)) m_pacer.wantFrameAt(*next);
    rememberUse();
    lockWhenIdle();
    if (isGateShown()) return;
    if (const auto folder = m_folderOpener.step()) {
        document::notify(m_document, document::Notice::Kind::Warning, "folder",
                         folderNotShown(*folder).message());
    }
    if (m_folderOpener.isWaiting()) m_pacer.wantFrameAt(now + kFolderSeconds);
    if (m_document.pending.empty() || now < m_retryAt) return;
    document::retryPending(m_document);
    m_retryAt = now + kRetrySeconds;
}

std::optional<ui::Action> App::layOut() {
    const glm::vec2 units = glm::vec2(m_window.framebufferSize()) / m_gui->pixelsPerUnit();
    ui::ScreenModel model =
        ui::makeScreenModel(m_document, m_state, m_readings, {units.x, units.y, m_gui->scale(), core::now()});
    m_pictures->draw(m_document, m_places, m_gui->scale() * m_gui->pixelsPerUnit(), m_window.seconds(),
                     model);
    showFigures(model.dialog);
    showHistory(model);
    return m_gui->layOut(model);
}

// One picture a frame, so that the dialog is there at once and fills while it is looked at.
void App::showFigures(ui::DialogModel& dialog) {
    ui::FigureChoice* const choice = ui::figuresShown(dialog);
    const float pixelsPerDp = m_gui->scale() * m_gui->pixelsPerUnit();
    if (choice != nullptr && m_figurePictures->show(m_document, pixelsPerDp, *choice)) m_pacer.stir();
}

// What is in sight comes one picture a frame, too.
void App::showHistory(ui::ScreenModel& model) {
    if (!m_document.history) return m_historyPictures->forget();
    if (!model.history) return;
    const float pixels = m_gui->pixelsPerUnit();
    if (m_historyPictures->show(m_document, m_gui->rects(), pixels, m_gui->scale() * pixels, *model.history))
        m_pacer.stir();
}

// True if the body is to be seen otherwise now.
bool App::fitViewport() {
    if (m_places.empty()) return false;
    const float pixels = m_gui->pixelsPerUnit();
    const bool isOther = document::setViewport(m_document, glm::vec2(m_places.front().size),
                                               m_gui->scale() * pixels, roomAtTop(m_gui->rects()) * pixels);
    if (m_hasLooked) return isOther;
    m_hasLooked = true;
    document::setCamera(m_document, document::standardView(m_document, body::StandardView::Front));
    return true;
}

void App::drawFrame() {
    // Without a frame there is nothing to close, and nothing of the desk beside it.
    m_window.setFullScreen(m_document.checkIn.has_value());
    const auto& appearance = m_document.appearance;
    if (auto looks = m_gui->setLooks(appearance, m_document.checkIn.has_value()); !looks)
        document::notify(m_document, document::Notice::Kind::Error, "looks", looks.error().message());
    std::optional<ui::Action> action;
    for (int pass = 0; pass < kMostPasses; ++pass) {
        ui::keepFirst(action, layOut());
        m_state.focusRegionSearch = false;
        m_state.practice.renameStarts = false;
        auto places = picturePlaces(m_gui->rects(), m_gui->pixelsPerUnit());
        // Drawn for the place of the pass before, the body over time would be stretched.
        const bool fits = !m_document.history || m_historyPictures->fit(m_gui->rects());
        const bool settled = fits && places == m_places;
        m_places = std::move(places);
        if (!fitViewport() && settled) break;
    }
    m_gui->paint();
    m_filter->apply(m_window.framebufferSize(), appearance.vision);
    m_window.swap();
    m_shownVersion = m_document.version;
    m_pacer.frameDrawn(m_window.seconds());
    if (Gui::wantsText()) m_pacer.wantFrameAt(m_window.seconds() + kCursorBlinkSeconds);
    if (m_gui->isTipPending()) m_pacer.wantFrameAt(m_window.seconds() + ui::compat::kTipDelaySeconds);
    if (m_gui->hasTipAppeared() || m_gui->hasTypingToCome()) m_pacer.stir();
    if (const auto restsAt = m_pictures->restsAt()) m_pacer.wantFrameAt(*restsAt);
    if (m_gui->isSettling()) m_pacer.wantFrameAt(m_window.seconds() + ui::kSettleSeconds);
    dumpRects();
    if (!m_router.isButtonDown()) keepLooks();
    if (!action) return;
    ui::applyAction(*this, m_state, *action);
    m_pacer.stir();
    m_idle.touch();
}

void App::dumpRects() {
    if (m_options.uiRects.empty()) return;
    std::string dump = stateLine() + m_gui->rects().dump();
    if (dump == m_dumped) return;
    if (core::writeFileAtomically(m_options.uiRects, dump)) m_dumped = std::move(dump);
}

std::filesystem::path App::usualSheetFolder() const {
    std::error_code ignored;
    if (std::filesystem::is_directory(m_sheetFolder, ignored)) return m_sheetFolder;
    return sheetFolder(m_document.practice->path());
}

core::Result<commands::SheetPlan> App::planSheet() {
    const auto maps = mapsToExport(m_document);
    if (!maps) return maps.error();
    return commands::SheetPlan{sheetText(*maps), usualSheetFolder()};
}

void App::exportSheet(const std::filesystem::path& folder) {
    using document::Notice;
    render::PictureRenderer renderer(m_device);
    const auto path =
        app::exportSheet(m_document, renderer, m_resources, folder.empty() ? usualSheetFolder() : folder);
    if (!path) return document::notify(m_document, Notice::Kind::Error, "export", path.error().message());
    m_sheetFolder = path->parent_path();
    noteExported();
    document::notify(m_document, {.kind = Notice::Kind::Info,
                                  .topic = "export",
                                  .text = core::trf("The sheet is in {0}", {path->string()}),
                                  .folder = m_sheetFolder.string()});
}

// Only the log misses it if that cannot be written.
void App::noteExported() {
    const document::HistoryState* history = m_document.history ? &*m_document.history : nullptr;
    const bool everybody = history != nullptr && history->page == document::HistoryPage::Frequency &&
                           history->scope == document::FrequencyScope::Everybody;
    const clinic::Client* client = document::openClientOf(m_document);
    if (client == nullptr) return;
    (void)m_document.practice->audit(
        records::AuditKind::Exported,
        everybody ? std::string(core::tr("all clients")) : core::trf("client {0}", {client->code}));
}

void App::saveHistory(commands::HistoryFile file) {
    using document::Notice;
    const auto path = app::saveHistory(m_document, m_device, m_resources, usualSheetFolder(), file);
    if (!path) return document::notify(m_document, Notice::Kind::Error, "export", path.error().message());
    noteExported();
    document::notify(m_document, {.kind = Notice::Kind::Info,
                                  .topic = "export",
                                  .text = core::trf("It is in {0}", {path->string()}),
                                  .folder = path->parent_path().string()});
}

void App::showFolder(const std::filesystem::path& folder) {
    if (auto opened = m_folderOpener.open(folder); !opened)
        document::notify(m_document, document::Notice::Kind::Warning, "folder", opened.error().message());
}

void App::setAside() {
    using document::Notice;
    const Rescue rescued = rescueStrokes(m_document, rescueFolders(m_document));
    if (!rescued.complete || rescued.files.empty()) {
        withdraw(rescued);
        document::notify(m_document, Notice::Kind::Error, "aside",
                         core::tr("What you painted can be put into no file either. Make room on the disk, "
                                  "then try again."));
        return;
    }
    const std::filesystem::path vault = m_document.practice->path();
    noteExported();
    auto left = document::leaveUnwritten(m_document);
    std::string text = core::tr(
        "What could not be written is in a file of its own. When the practice can be "
        "written again, bring it back with:");
    for (const RescueFile& file : rescued.files)
        text += "\n" + recoveryCommand(vault, file);
    document::notify(m_document, {.kind = Notice::Kind::Warning,
                                  .topic = "aside",
                                  .text = std::move(text),
                                  .folder = rescued.files.front().path.parent_path().string()});
    if (!left) document::notify(m_document, Notice::Kind::Error, "opening", left.error().message());
}

// False once if something could not be written: the person is told and may ask again.
bool App::mayLeave() {
    // A client has the window: the therapist takes it back first.
    if (m_document.checkIn) return false;
    if (!isKeyKept()) return false;
    m_router.letGo(m_document);
    if (document::retryPending(m_document)) return backUpBeforeLeaving();
    if (m_warnedOfLeaving) return rescue();
    m_warnedOfLeaving = true;
    document::notify(
        m_document, document::Notice::Kind::Warning, "leaving",
        core::tr("Some of what you painted is not written yet. Make room on the disk and wait, or close "
                 "the window again to leave: it is then put into a file of its own."));
    return false;
}

// False once while a new recovery key is on the screen and nowhere else: the person is told and may ask
// again.
bool App::isKeyKept() {
    if (m_state.practice.mayClose() || m_warnedOfKey) return true;
    m_warnedOfKey = true;
    m_state.practice.problem = core::tr(
        "The new recovery key is not kept yet, and it is shown only now. Keep it first, or close the window "
        "again to leave without it.");
    m_pacer.stir();
    return false;
}

// False once if that is not possible: the person is told what would be lost and may ask again.
bool App::rescue() {
    const Rescue rescued = rescueStrokes(m_document, rescueFolders(m_document));
    if (rescued.complete || m_warnedOfLosing) {
        reportRescue(m_document.practice->path(), rescued);
        return true;
    }
    withdraw(rescued);
    m_warnedOfLosing = true;
    document::notify(
        m_document, document::Notice::Kind::Error, "leaving",
        core::tr("What you painted can be written neither into the practice nor into a file of its own. Make "
                 "room on the disk and wait, or close the window again to leave without it."));
    return false;
}

int App::leave() {
    keepLooks();
    const bool lost = !m_document.pending.empty();
    document::closeVisit(m_document);
    return lost ? 1 : 0;
}

}  // namespace palpate::app
