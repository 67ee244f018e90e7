#pragma once

#include "app/figure_pictures.h"
#include "app/folder_opener.h"
#include "app/frame_pacer.h"
#include "app/gui.h"
#include "app/history_pictures.h"
#include "app/input_router.h"
#include "app/kept_looks.h"
#include "app/leaving.h"
#include "app/options.h"
#include "app/passing_notices.h"
#include "app/pictures.h"
#include "app/user_settings.h"
#include "app/vault/gate.h"
#include "app/vault/idle_clock.h"
#include "app/vault/typed_form.h"
#include "app/vault/vault_door.h"
#include "commands/command.h"
#include "document/whereabouts.h"
#include "platform/window.h"
#include "render/vision_filter.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

// The program with a window: one document, shown and changed until the person leaves.
class App : public commands::CommandContext {
public:
    // Errors: no display, no OpenGL 3.3, a practice that cannot be opened, missing resources.
    [[nodiscard]] static core::Result<std::unique_ptr<App>> start(const Options& options);

    // Until the person leaves. The program's exit status.
    int run();

    document::Document& document() override { return m_document; }
    [[nodiscard]] core::Timestamp now() const override { return core::now(); }
    void chooseFigure() override { m_state.dialog = ui::Dialog::Figures; }
    core::Result<commands::SheetPlan> planSheet() override;
    void exportSheet(const std::filesystem::path& folder) override;
    void showFolder(const std::filesystem::path& folder) override;
    void saveHistory(commands::HistoryFile file) override;
    void setAside() override;
    void lockPractice() override;
    core::Result<commands::PracticeOutcome> doTask(const commands::PracticeTask& task) override;
    std::vector<commands::PracticeBackup> backups() override;
    void quit() override { m_window.requestClose(); }

private:
    App(Options options, std::filesystem::path resources, platform::Window window);

    // Where a lock interrupted: nothing in here says anything without the practice and its key.
    struct Interrupted {
        document::Whereabouts where;
        std::vector<std::byte> typed;           // sealTyped(); empty: no form was open
        std::vector<document::Notice> notices;  // what is still to be told
    };

    void takeUpLooks();
    void keepLooks();
    void openFirst();

    // --- Before a practice is open, and while it is locked (app_gate.cpp) ---
    [[nodiscard]] Gate::Surroundings gateSurroundings();
    core::Result<void> begin();
    void letIn(OpenedPractice opened);
    void noteUnlocked(bool byRecoveryKey);
    void openOnceSaid();
    void reopen(const Interrupted& before);
    [[nodiscard]] Interrupted interruption(bool checkIn);
    void handleGateEvents(const std::vector<platform::InputEvent>& events);
    void handleEvents(const std::vector<platform::InputEvent>& events);
    void stepGate();
    void drawGateFrame();
    bool lock(const std::string& note);
    bool finishForLock(bool& checkIn);
    [[nodiscard]] std::string backUpForLock();
    void lockWhenIdle();
    [[nodiscard]] double lockSeconds() const;  // of no use; 0: never
    void forgetClients();
    [[nodiscard]] bool isGateShown() const { return m_document.practice == nullptr; }
    [[nodiscard]] std::filesystem::path keyFolder() const;

    // --- The practice as a whole (app_care.cpp) ---
    void takeEventsOfWork();
    void endWork();
    bool showProgress(const std::string& what, double share, bool mayStop);
    core::Result<void> checkOwnerOf(const core::Secret& typed);
    core::Result<commands::PracticeOutcome> work(const commands::PracticeTask& task);
    core::Result<commands::PracticeOutcome> backUpNow();
    core::Result<commands::PracticeOutcome> checkNow();
    core::Result<void> openAgain(const std::filesystem::path& vault, const document::Whereabouts& where,
                                 const clinic::Practitioner& atWork);
    core::Result<commands::PracticeOutcome> restoreFrom(const std::filesystem::path& backup);
    core::Result<commands::PracticeOutcome> rotate(const core::Secret& passphrase);
    core::Result<commands::PracticeOutcome> keepKey(const commands::PracticeTask& task);
    [[nodiscard]] bool isBackupDue() const;
    bool backUpBeforeLeaving();

    void rememberUse();
    [[nodiscard]] std::filesystem::path usualSheetFolder() const;
    void sleep();
    void handleEvents();
    void keepTime();
    void drawFrame();
    bool fitViewport();
    std::optional<ui::Action> layOut();
    void showFigures(ui::DialogModel& dialog);
    void showHistory(ui::ScreenModel& model);
    [[nodiscard]] std::string stateLine() const;
    void dumpRects();
    bool mayLeave();
    bool isKeyKept();
    bool rescue();
    void noteExported();
    int leave();

    Options m_options;
    std::filesystem::path m_resources;
    document::Document m_document;
    RescueOnFailure m_rescueOnFailure{m_document};
    ui::UiState m_state;
    ui::Readings m_readings;
    InputRouter m_router;
    FramePacer m_pacer;
    PassingNotices m_passing;
    FolderOpener m_folderOpener;
    std::filesystem::path m_sheetFolder;   // where the last sheet went; empty: the usual folder
    std::filesystem::path m_settingsFile;  // empty: nothing is remembered
    UserSettings m_settings;               // as they are in that file
    std::uint64_t m_shownVersion = 0;      // of the document, at the last frame
    double m_retryAt = 0.0;                // when to try again to write what is pending
    bool m_warnedOfLeaving = false;
    bool m_warnedOfLosing = false;
    bool m_warnedOfBackup = false;
    bool m_warnedOfKey = false;
    std::optional<core::Timestamp> m_backedUp;  // Document::saved at the last backup of the open practice
    std::string m_writtenBefore;  // practiceKey() of one that a lock closed without the backup that was due
    bool m_hasLooked = false;     // the first frame sets the camera, once the picture's size is known
    std::string m_dumped;
    std::filesystem::path m_looksFile;  // empty: looks are not kept
    KeptLooks m_looks;                  // as they were written last

    std::map<std::string, Interrupted> m_interrupted;    // by practiceKey()
    bool m_opensLater = false;                           // what was open last, once it was asked who works
    std::shared_ptr<const body::BodyModel> m_plainBody;  // no client's
    RealVaultDoor m_door;
    records::VaultKey m_key;  // of the open practice
    IdleClock m_idle;
    double m_progressShown = -1.0;  // when the working page was drawn last
    bool m_stop = false;            // asked of it

    // In the order in which they depend on each other: the last goes first.
    platform::Window m_window;
    std::shared_ptr<render::Device> m_device;
    std::unique_ptr<Gui> m_gui;
    std::unique_ptr<Pictures> m_pictures;
    std::unique_ptr<FigurePictures> m_figurePictures;
    std::unique_ptr<HistoryPictures> m_historyPictures;
    std::unique_ptr<render::VisionFilter> m_filter;
    std::vector<PicturePlace> m_places;  // of the last frame
    std::unique_ptr<Gate> m_gate;
};

}  // namespace palpate::app
