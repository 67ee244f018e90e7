#include "ui/vault/practice_dialog.h"

#include "commands/recording_context.h"
#include "commands/registry.h"
#include "document/edit.h"
#include "document/open.h"
#include "support/temporary_folder.h"
#include "ui/apply_action.h"
#include "ui/headless_ui.h"
#include "ui/screen.h"
#include "ui/vault/caution.h"

#include <doctest/doctest.h>

#include <string>

using namespace palpate;
using Ask = ui::action::Practice::Ask;
using ClientAsk = ui::action::ClientTask::Ask;
using TaskKind = commands::PracticeTask::Kind;

namespace {

struct AppliedToPractice {
    test::RecordingContext context;
    ui::UiState state;

    document::Document& document() { return context.document(); }
    void operator()(const ui::Action& action) { ui::applyAction(context, state, action); }
    void ask(Ask what, int number = 0, const std::string& text = {}) {
        (*this)(ui::action::Practice{what, number, text});
    }
};

}  // namespace

TEST_CASE("locking is asked of the window") {
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.lock"});
    CHECK(apply.context.locks == 1);
}

TEST_CASE("a passphrase is changed only if it was typed twice, and is wiped afterwards") {
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.open"});
    CHECK(apply.state.dialog == ui::Dialog::Practice);
    apply.ask(Ask::Tab, static_cast<int>(ui::PracticeTab::Keys));
    auto& keys = *apply.state.practice.keys;
    keys.present.set("yesterday");
    keys.passphrase.set("umbrella copper winter");
    keys.again.set("umbrella copper");
    apply.ask(Ask::ChangePassphrase);
    CHECK(apply.context.tasks.empty());
    keys.again.set("umbrella copper winter");
    apply.ask(Ask::ChangePassphrase);
    CHECK(apply.context.tasks == std::vector{TaskKind::ChangePassphrase});
    CHECK(apply.context.taskPassphrase == "umbrella copper winter");
    CHECK(apply.context.taskPresent == "yesterday");
    CHECK(keys.present.empty());
    CHECK(keys.passphrase.empty());
    CHECK(keys.again.empty());
    CHECK(apply.state.practice.told == "done");
}

TEST_CASE("every change of keys is asked for with what opens the practice today, and nothing else is") {
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.open"});
    auto& keys = *apply.state.practice.keys;
    for (const Ask ask : {Ask::ChangePassphrase, Ask::RotateKeys, Ask::NewKey}) {
        keys.present.set("yesterday");
        keys.passphrase.set("umbrella copper winter");
        keys.again.set("umbrella copper winter");
        apply.ask(ask);
        CHECK(apply.context.taskPresent == "yesterday");
        CHECK(keys.present.empty());
    }
    keys.present.set("yesterday");
    apply.ask(Ask::Check);
    CHECK(apply.context.taskPresent.empty());
}

TEST_CASE("the keys can only be changed once something is typed that may open the practice") {
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.open"});
    apply.ask(Ask::Tab, static_cast<int>(ui::PracticeTab::Keys));
    auto& keys = *apply.state.practice.keys;
    keys.passphrase.set("umbrella copper winter");
    keys.again.set("umbrella copper winter");
    test::HeadlessUi window;
    ui::Readings readings;
    const auto isEnabled = [&](const char* name) {
        window.settle([&](ui::Ui& ui) {
            return ui::drawScreen(ui, ui::makeScreenModel(apply.document(), apply.state, readings,
                                                          {1280.0F, 800.0F, 1.0F, test::kTuesday}));
        });
        const auto* item = window.ui().rects.find(name);
        REQUIRE(item != nullptr);
        return item->enabled;
    };
    REQUIRE(window.ui().rects.find("keys.present") == nullptr);
    for (const char* button : {"keys.change", "keys.rotate", "keys.renew"})
        CHECK_FALSE(isEnabled(button));
    keys.present.set("yesterday");
    for (const char* button : {"keys.change", "keys.rotate", "keys.renew"})
        CHECK(isEnabled(button));
}

TEST_CASE("what failed is said and what was typed stays, but for what did not open the practice") {
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.open"});
    auto& keys = *apply.state.practice.keys;
    keys.present.set("yesterday");
    keys.passphrase.set("umbrella copper winter");
    keys.again.set("umbrella copper winter");
    apply.context.failing = true;
    apply.ask(Ask::RotateKeys);
    CHECK(apply.state.practice.problem.find("disk is full") != std::string::npos);
    CHECK(apply.state.practice.told.empty());
    CHECK_FALSE(keys.passphrase.empty());
    CHECK(keys.present.empty());
}

TEST_CASE("a new recovery key keeps the dialog open until it is kept") {
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.open"});
    apply.ask(Ask::NewKey);
    CHECK_FALSE(apply.state.practice.mayClose());
    apply(ui::action::ShowDialog{ui::Dialog::None});
    CHECK(apply.state.dialog == ui::Dialog::Practice);
    apply.ask(Ask::KeyKept);
    CHECK_FALSE(apply.state.practice.mayClose());
    apply.state.practice.keys->typedGroup.set("efgh");
    apply.ask(Ask::KeyKept);
    CHECK(apply.state.practice.mayClose());
    apply(ui::action::ShowDialog{ui::Dialog::None});
    CHECK(apply.state.dialog == ui::Dialog::None);
}

TEST_CASE("restoring is asked for twice") {
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.open"});
    REQUIRE(apply.state.practice.backups.size() == 1);
    const std::string file = apply.state.practice.backups[0].file;
    apply.ask(Ask::AskRestore, 0, file);
    CHECK(apply.context.tasks.empty());
    CHECK_FALSE(ui::makePracticeDialogModel(apply.document(), apply.state).restoring.empty());
    apply.ask(Ask::Restore);
    CHECK(apply.context.tasks == std::vector{TaskKind::Restore});
    CHECK(apply.context.taskBackup == file);
}

TEST_CASE("the minutes until it locks itself and the backup folder are the practice's own") {
    const test::TemporaryFolder folder;
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.open"});
    CHECK(apply.document().practiceState.lockMinutes == 5);
    apply.ask(Ask::Minutes, 15);
    CHECK(apply.document().practiceState.lockMinutes == 15);
    CHECK(apply.context.vault->settings.at("lock.minutes") == "15");
    apply.ask(Ask::OnClose, 0);
    CHECK_FALSE(apply.document().practiceState.backUpOnClose);
}

TEST_CASE("a backup folder holds once it is confirmed, not while its path is typed") {
    const test::TemporaryFolder folder;
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.open"});
    const auto usual = apply.document().practiceState.backupFolder;
    const auto model = [&] { return ui::makePracticeDialogModel(apply.document(), apply.state); };
    const std::string path = folder.path().string();
    // Every beginning of it that ends at a folder is a folder too.
    for (std::size_t length = 1; length <= path.size(); ++length) {
        apply.ask(Ask::Folder, 0, path.substr(0, length));
        REQUIRE(apply.document().practiceState.backupFolder == usual);
    }
    CHECK(apply.context.vault->settings.count("backup.folder") == 0);
    CHECK_FALSE(model().folderIsKept);
    CHECK(model().folderIsThere);
    apply.ask(Ask::KeepFolder);
    CHECK(apply.document().practiceState.backupFolder == folder.path());
    CHECK(model().folderIsKept);
    apply.ask(Ask::Folder, 0, "/no/such/folder");
    CHECK_FALSE(model().folderIsThere);
    apply.ask(Ask::KeepFolder);
    CHECK(apply.document().practiceState.backupFolder == folder.path());
    CHECK(apply.state.practice.problem.find("/no/such/folder") != std::string::npos);
    // A backup never goes elsewhere than the field says.
    apply.ask(Ask::BackUp);
    CHECK(apply.context.tasks.empty());
    apply.ask(Ask::Folder, 0, "");
    apply.ask(Ask::BackUp);
    CHECK(apply.context.tasks == std::vector{TaskKind::BackUp});
    CHECK(apply.document().practiceState.backupFolder == usual);
    CHECK(apply.state.practice.folder == usual.string());
}

TEST_CASE("a new recovery key and new keys are asked for twice, with what they mean in between") {
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.open"});
    apply.ask(Ask::Tab, static_cast<int>(ui::PracticeTab::Keys));
    test::HeadlessUi window;
    ui::Readings readings;
    const auto isDrawn = [&](const char* name) {
        window.settle([&](ui::Ui& ui) {
            return ui::drawScreen(ui, ui::makeScreenModel(apply.document(), apply.state, readings,
                                                          {1280.0F, 800.0F, 1.0F, test::kTuesday}));
        });
        return window.ui().rects.find(name) != nullptr;
    };
    CHECK(isDrawn("keys.renew"));
    CHECK_FALSE(isDrawn("keys.confirm"));
    for (const Ask first : {Ask::AskNewKey, Ask::AskRotate}) {
        apply.state.practice.told = "The passphrase was changed.";
        apply.ask(first);
        CHECK(apply.state.practice.told.empty());
        CHECK(apply.context.tasks.empty());
        CHECK(isDrawn("keys.confirm"));
        CHECK_FALSE(isDrawn("keys.renew"));
        apply.ask(Ask::StayKeys);
        CHECK(isDrawn("keys.renew"));
    }
    apply.ask(Ask::AskNewKey);
    apply.ask(Ask::NewKey);
    CHECK(apply.context.tasks == std::vector{TaskKind::RenewRecoveryKey});
    CHECK(isDrawn("key.group"));
    CHECK(apply.state.practice.keyStep == ui::PracticeDialogState::KeyStep::None);
}

TEST_CASE("what could not be written is told in the dialog that lies over the other messages") {
    AppliedToPractice apply;
    apply(ui::action::Run{"client.edit"});
    document::notify(apply.document(), document::Notice::Kind::Info, "export", "The sheet is there");
    apply.context.vault->failing = true;
    ui::NewClientDraft draft = apply.state.edited.draft;
    draft.goals = "walk";
    apply(ui::action::EditClient{draft});
    apply(ui::action::ClientTask{ClientAsk::Save});
    REQUIRE(apply.state.dialog == ui::Dialog::EditClient);
    const auto model = ui::makeDialogModel(apply.document(), apply.state);
    REQUIRE(model.errors.notices.size() == 1);
    CHECK(model.errors.notices[0].topic == "client");
    test::HeadlessUi window;
    ui::Readings readings;
    window.settle([&](ui::Ui& ui) {
        return ui::drawScreen(ui, ui::makeScreenModel(apply.document(), apply.state, readings,
                                                      {1280.0F, 800.0F, 1.0F, test::kTuesday}));
    });
    const auto* told = window.ui().rects.find("dialog.notice.client");
    REQUIRE(told != nullptr);
    const auto* code = window.ui().rects.find("record.code");
    REQUIRE(code != nullptr);
    CHECK(told->rect.bottom() <= code->rect.y);
}

TEST_CASE("the pages of the practice stand still when another one is chosen") {
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.open"});
    test::HeadlessUi window;
    ui::Readings readings;
    const auto tab = [&] {
        window.settle([&](ui::Ui& ui) {
            return ui::drawScreen(ui, ui::makeScreenModel(apply.document(), apply.state, readings,
                                                          {1280.0F, 800.0F, 1.0F, test::kTuesday}));
        });
        const auto* item = window.ui().rects.find("practice.tab.log");
        REQUIRE(item != nullptr);
        return item->rect;
    };
    const ui::Rect first = tab();
    for (const auto page : {ui::PracticeTab::Keys, ui::PracticeTab::Lock, ui::PracticeTab::Check}) {
        apply.ask(Ask::Tab, static_cast<int>(page));
        CHECK(tab() == first);
    }
}

TEST_CASE("the check tells what it found") {
    AppliedToPractice apply;
    apply.context.problems = {"Map 3 is damaged."};
    apply(ui::action::Run{"practice.open"});
    apply.ask(Ask::Check);
    CHECK(apply.state.practice.checked);
    CHECK(apply.state.practice.found == std::vector<std::string>{"Map 3 is damaged."});
    CHECK(apply.state.practice.toldWarns);
    apply.context.problems.clear();
    apply.ask(Ask::Check);
    CHECK_FALSE(apply.state.practice.toldWarns);
}

TEST_CASE("the log is shown newest first, by kind, page by page") {
    AppliedToPractice apply;
    for (int i = 0; i < 250; ++i)
        REQUIRE(apply.document().practice->audit(
            i % 2 == 0 ? records::AuditKind::Viewed : records::AuditKind::Exported, "client C-0001"));
    apply(ui::action::Run{"practice.log"});
    const auto& known = apply.state.practice;
    REQUIRE(known.log.size() == 100);
    const auto newest = known.log.front().number;
    CHECK(newest == known.logTotal);
    CHECK(known.log.back().number == newest - 99);
    apply.ask(Ask::LogOlder);
    CHECK(known.log.front().number == newest - 100);
    apply.ask(Ask::LogKind, static_cast<int>(records::AuditKind::Exported));
    for (const auto& row : known.log)
        CHECK(row.what == "Exported");
    CHECK(known.log.size() == 100);
}

TEST_CASE("a client's record is changed in its dialog") {
    AppliedToPractice apply;
    apply(ui::action::Run{"client.edit"});
    REQUIRE(apply.state.dialog == ui::Dialog::EditClient);
    ui::NewClientDraft draft = apply.state.edited.draft;
    CHECK(draft.code == "C-0001");
    draft.contraindications = "blood thinners";
    draft.areasToAvoid = "left calf";
    draft.heightCm = "171,5";
    apply(ui::action::EditClient{draft});
    apply(ui::action::ClientTask{ClientAsk::Save});
    CHECK(apply.state.dialog == ui::Dialog::None);
    const auto& client = apply.document().clients.front();
    CHECK(client.contraindications == "blood thinners");
    CHECK(client.heightCm == doctest::Approx(171.5));
    const auto caution = ui::makeCautionModel(apply.document());
    CHECK(caution.contraindications == "blood thinners");
    CHECK(caution.areasToAvoid == "left calf");
}

TEST_CASE("an archived client leaves the list until the archive is asked for") {
    AppliedToPractice apply;
    REQUIRE(document::addClient(apply.document(), {}));
    REQUIRE(document::openClient(apply.document(), {1}));
    apply(ui::action::Run{"client.edit"});
    apply(ui::action::ClientTask{ClientAsk::Archive});
    REQUIRE(document::openClient(apply.document(), {2}));
    auto model = ui::makePeopleModel(apply.document(), apply.state, test::kTuesday);
    CHECK(model.clients.size() == 1);
    CHECK(model.hasArchived);
    apply(ui::action::Run{"client.archived"});
    model = ui::makePeopleModel(apply.document(), apply.state, test::kTuesday);
    CHECK(model.clients.size() == 2);
    CHECK(model.clients[0].detail == "archived");
}

TEST_CASE("a client is erased only after its code was typed, and nothing of it stays open") {
    AppliedToPractice apply;
    apply(ui::action::Run{"client.edit"});
    apply(ui::action::ClientTask{ClientAsk::AskErase});
    auto model = ui::makeClientDialogModel(apply.document(), apply.state);
    CHECK(model.erasing);
    CHECK(model.gone.find("C-0001") != std::string::npos);
    apply(ui::action::ClientTask{ClientAsk::Erase});
    CHECK(apply.document().clients.size() == 1);
    apply(ui::action::ClientTask{ClientAsk::TypeCode, "C-0001"});
    CHECK(ui::makeClientDialogModel(apply.document(), apply.state).mayErase());
    apply(ui::action::ClientTask{ClientAsk::Erase});
    CHECK(apply.document().clients.empty());
    CHECK(apply.document().maps.empty());
    CHECK(apply.document().visits.empty());
    CHECK_FALSE(apply.document().client);
    REQUIRE_FALSE(apply.document().notices.empty());
    CHECK(apply.document().notices.back().text.find("Copies elsewhere") != std::string::npos);
}

TEST_CASE("every page of the practice's dialog is drawn with its controls") {
    AppliedToPractice apply;
    apply(ui::action::Run{"practice.open"});
    test::HeadlessUi window;
    ui::Readings readings;
    const auto draw = [&](ui::Ui& ui) {
        auto model = ui::makeScreenModel(apply.document(), apply.state, readings,
                                         {1280.0F, 800.0F, 1.0F, test::kTuesday});
        return ui::drawScreen(ui, model);
    };
    const std::pair<ui::PracticeTab, const char*> pages[]{
        {ui::PracticeTab::Backup, "backup.now"},   {ui::PracticeTab::Keys, "keys.change"},
        {ui::PracticeTab::Lock, "lock.minutes.0"}, {ui::PracticeTab::People, "people.add"},
        {ui::PracticeTab::Check, "check.now"},     {ui::PracticeTab::Log, "log.kind"}};
    for (const auto& [tab, control] : pages) {
        CAPTURE(control);
        apply.ask(Ask::Tab, static_cast<int>(tab));
        window.settle(draw);
        CHECK(window.ui().rects.find(control) != nullptr);
    }
}
