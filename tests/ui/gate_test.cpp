#include "ui/vault/gate.h"

#include "support/temporary_folder.h"
#include "ui/headless_ui.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace palpate;
using Kind = ui::GateAsk::Kind;

namespace {

// A page in a window, pressed by hand; remembers what it asked for last.
struct Page {
    test::HeadlessUi window;
    ui::GateState state;
    ui::GateModel model;
    std::optional<ui::GateAsk> asked;

    void frame() {
        window.frame([this](ui::Ui& ui) -> std::optional<ui::Action> {
            if (auto ask = ui::drawGate(ui, 1280.0F, 800.0F, state, model)) asked = ask;
            return std::nullopt;
        });
    }
    void press(const std::string& name) {
        frame();
        frame();
        const auto* item = window.ui().rects.find(name);
        REQUIRE_MESSAGE(item != nullptr, name << " is not on the page");
        const float x = item->visible.centreX(), y = item->visible.centreY();
        window.pointAt(x, y);
        frame();
        ui::compat::feedMouseButton(0, true);
        frame();
        ui::compat::feedMouseButton(0, false);
        frame();
        window.pointAt(-100.0F, -100.0F);
        frame();
    }
    [[nodiscard]] bool isEnabled(const std::string& name) {
        frame();
        frame();
        const auto* item = window.ui().rects.find(name);
        return item != nullptr && item->enabled;
    }
};

}  // namespace

TEST_CASE("the first page offers three choices") {
    Page page;
    page.press("welcome.create");
    REQUIRE(page.asked);
    CHECK(page.asked->kind == Kind::Go);
    CHECK(page.asked->page == ui::GatePage::Create);
    page.press("welcome.open");
    CHECK(page.asked->page == ui::GatePage::Open);
    page.press("welcome.demo");
    CHECK(page.asked->kind == Kind::Demo);
}

TEST_CASE("a practice used before is one press away") {
    Page page;
    page.model.recent = {{"My practice", "/practices", "/practices/My practice.palpate", true}};
    page.press("recent./practices/My practice.palpate");
    REQUIRE(page.asked);
    CHECK(page.asked->kind == Kind::Choose);
    CHECK(page.asked->path == "/practices/My practice.palpate");
}

TEST_CASE("files of the same name in two folders are two rows, before and after a practice is chosen") {
    for (const ui::GatePage where : {ui::GatePage::Welcome, ui::GatePage::Unlock}) {
        Page page;
        page.state.page = where;
        page.model.recent = {{"My practice", "/a", "/a/My practice.palpate", true},
                             {"My practice", "/b", "/b/My practice.palpate", true}};
        for (const auto& recent : page.model.recent) {
            page.press("recent." + recent.path);
            REQUIRE(page.asked);
            CHECK(page.asked->path == recent.path);
        }
    }
}

TEST_CASE("a practice is made once everything that it needs was typed") {
    const test::TemporaryFolder folder;
    Page page;
    page.state.page = ui::GatePage::Create;
    page.state.folder = ui::lookIntoFolder(folder.path().string(), ui::FolderHolds::Folders);
    page.model.file = (folder / "A.palpate").string();
    CHECK(ui::whyNotMade(page.state, page.model).find("name") != std::string::npos);
    page.state.practiceName = "A";
    CHECK(ui::whyNotMade(page.state, page.model).find("at least 8") != std::string::npos);
    page.state.passphrase.set("umbrella copper winter");
    CHECK(ui::whyNotMade(page.state, page.model).find("twice") != std::string::npos);
    CHECK_FALSE(page.isEnabled("create.make"));
    page.state.again.set("umbrella copper winter");
    CHECK(ui::whyNotMade(page.state, page.model).empty());
    CHECK(page.isEnabled("create.make"));
    page.press("create.make");
    CHECK(page.asked->kind == Kind::Make);
    page.model.file.clear();
    CHECK(ui::whyNotMade(page.state, page.model).find("already") != std::string::npos);
}

TEST_CASE("the recovery key counts as kept after one of its groups was typed, or it was ticked") {
    ui::GateState state;
    state.newKey.set("ABCDE-FGH12-JKLMN");
    CHECK_FALSE(ui::isKeyKept(state));
    for (const char* typed : {"AB", "ABCD", "ZZZZZ", "ABCDEF"}) {
        state.typedGroup.set(typed);
        CHECK_FALSE(ui::isKeyKept(state));
    }
    for (const char* typed : {"ABCDE", "fgh12", " jklmn "}) {
        state.typedGroup.set(typed);
        CHECK(ui::isKeyKept(state));
    }
    state.typedGroup.wipe();
    state.kept = true;
    CHECK(ui::isKeyKept(state));
}

TEST_CASE("the way on from the recovery key opens when it is kept") {
    Page page;
    page.state.page = ui::GatePage::RecoveryKey;
    page.state.newKey.set("ABCDE-FGH12-JKLMN");
    CHECK_FALSE(page.isEnabled("key.done"));
    page.press("key.kept");
    CHECK(page.state.kept);
    page.press("key.done");
    CHECK(page.asked->kind == Kind::Done);
    page.press("key.save");
    CHECK(page.asked->kind == Kind::SaveKey);
    page.press("key.print");
    CHECK(page.asked->kind == Kind::PrintKey);
}

TEST_CASE("unlocking waits while another try is too early or one is under way") {
    Page page;
    page.state.page = ui::GatePage::Unlock;
    page.state.focus = false;  // the letters are not typed here
    page.model.practice = "Mine";
    CHECK_FALSE(page.isEnabled("unlock.go"));
    page.state.passphrase.set("anything");
    CHECK(page.isEnabled("unlock.go"));
    page.model.waitSeconds = 4;
    CHECK_FALSE(page.isEnabled("unlock.go"));
    page.model.waitSeconds = 0;
    page.model.working = "Unlocking";
    CHECK_FALSE(page.isEnabled("unlock.go"));
    page.model.working.clear();
    page.press("unlock.other");
    CHECK(page.asked->kind == Kind::OtherWay);
    page.press("unlock.go");
    CHECK(page.asked->kind == Kind::Unlock);
}

TEST_CASE("the eye shows the letters and hides them again") {
    Page page;
    page.state.page = ui::GatePage::Unlock;
    page.press("unlock.passphrase.eye");
    CHECK(page.state.passphrase.shown);
    page.press("unlock.passphrase.eye");
    CHECK_FALSE(page.state.passphrase.shown);
}

TEST_CASE("only practices and folders are offered to be opened") {
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "sub");
    for (const char* name : {"a.palpate", "b.txt", ".hidden.palpate"})
        std::fclose(std::fopen((folder / name).c_str(), "w"));
    const auto choice = ui::lookIntoFolder(folder.path().string(), ui::FolderHolds::Practices);
    CHECK(choice.isFolder);
    CHECK(choice.files == std::vector<std::string>{"a.palpate"});
    CHECK(choice.folders == std::vector<std::string>{"sub"});
    CHECK_FALSE(ui::lookIntoFolder("/no/such/folder", ui::FolderHolds::Practices).isFolder);
}

TEST_CASE("no control of a page reaches beyond the window's sides, at 100 and at 200 percent") {
    for (const float scale : {1.0F, 2.0F}) {
        for (const ui::GatePage which : {ui::GatePage::Welcome, ui::GatePage::Create, ui::GatePage::Open,
                                         ui::GatePage::RecoveryKey, ui::GatePage::Unlock}) {
            CAPTURE(static_cast<int>(which));
            Page page{test::HeadlessUi(scale), {}, {}, {}};
            page.state.page = which;
            page.model.practice = "A practice with quite a long name of its own";
            page.frame();
            page.frame();
            REQUIRE_FALSE(page.window.ui().rects.items().empty());
            for (const auto& item : page.window.ui().rects.items()) {
                CAPTURE(item.name);
                CHECK(item.rect.x >= 0.0F);
                CHECK(item.rect.right() <= 1280.0F);
            }
        }
    }
}
