#include "ui/apply_action.h"
#include "commands/recording_context.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/transaction.h"

#include "support/temporary_folder.h"
#include "ui/export_dialog.h"

#include <doctest/doctest.h>

using namespace palpate;

namespace {

struct Applied {
    test::RecordingContext context;
    ui::UiState state;

    document::Document& document() { return context.document(); }
    void operator()(const ui::Action& action) { ui::applyAction(context, state, action); }
};

}  // namespace

TEST_CASE("a command of the registry is run") {
    Applied apply;
    apply(ui::action::Run{"level.9"});
    CHECK(apply.document().tool.brush().level == 9);
}

TEST_CASE("where a sheet goes is asked before it is made") {
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "notes" / "old");
    std::filesystem::create_directories(folder.path() / ".hidden");
    Applied apply;
    apply(ui::action::Run{"export.sheet"});
    CHECK(apply.state.dialog == ui::Dialog::Export);
    CHECK(apply.context.sheets == 0);
    CHECK(apply.state.sheet.what == "the sheet");

    apply(ui::action::EditSheetFolder{"/no/such/folder"});
    CHECK_FALSE(ui::makeExportModel(apply.state).problem.empty());
    apply(ui::action::ExportSheet{});
    CHECK(apply.context.sheets == 0);

    apply(ui::action::EditSheetFolder{folder.path().string() + "/"});
    ui::ExportModel model = ui::makeExportModel(apply.state);
    CHECK(model.problem.empty());
    REQUIRE(model.folders.size() == 1);
    CHECK(model.folders[0].name == "notes");
    CHECK(model.parent == folder.path().parent_path().string());
    apply(ui::action::EditSheetFolder{model.folders[0].folder});
    model = ui::makeExportModel(apply.state);
    CHECK(model.parent == folder.path().string());
    apply(ui::action::ExportSheet{});
    CHECK(apply.context.sheets == 1);
    CHECK(apply.context.sheetFolder == folder.path() / "notes");
    CHECK(apply.state.dialog == ui::Dialog::None);
}

TEST_CASE("what a notice offers is done") {
    Applied apply;
    apply(ui::action::ShowFolder{"/somewhere"});
    CHECK(apply.context.shownFolder == "/somewhere");
    apply.context.vault->failing = true;
    REQUIRE(document::paint(apply.document(), test::dab(apply.document(), test::kChest)));
    REQUIRE(apply.document().notices.size() == 1);
    apply(ui::action::Run{apply.document().notices[0].command});
    CHECK(apply.context.setsAside == 1);
}

TEST_CASE("asking for a new client opens the dialog with the next free code") {
    Applied apply;
    apply(ui::action::Run{"client.add"});
    CHECK(apply.state.dialog == ui::Dialog::NewClient);
    CHECK(apply.state.newClient.code == document::nextClientCode(apply.document()));
    CHECK(apply.document().clients.size() == 1);

    ui::NewClientDraft draft = apply.state.newClient;
    draft.yearOfBirth = "1970";
    apply(ui::action::EditNewClient{draft});
    apply(ui::action::AddClient{});
    CHECK(apply.state.dialog == ui::Dialog::None);
    REQUIRE(apply.document().clients.size() == 2);
    CHECK(apply.document().clients[1].yearOfBirth == 1970);
    CHECK(document::openClientOf(apply.document())->code == draft.code);
}

TEST_CASE("a client that cannot be added keeps the dialog open and says why") {
    Applied apply;
    apply(ui::action::ShowDialog{ui::Dialog::NewClient});
    ui::NewClientDraft draft = apply.state.newClient;
    draft.heightCm = "tall";
    apply(ui::action::EditNewClient{draft});
    apply(ui::action::AddClient{});
    CHECK(apply.state.dialog == ui::Dialog::NewClient);
    CHECK(apply.document().clients.size() == 1);
    REQUIRE(apply.document().notices.size() == 1);
    CHECK(apply.document().notices[0].text.find("tall") != std::string::npos);
}

TEST_CASE("visits are opened, and one that does not exist becomes a notice") {
    Applied apply;
    REQUIRE(document::openTodaysVisit(apply.document(), test::kTuesday));
    apply(ui::action::OpenVisit{apply.document().visits[0].id});
    CHECK(apply.document().visit == apply.document().visits[0].id);
    apply(ui::action::OpenVisit{{4711}});
    CHECK(apply.document().visit == apply.document().visits[0].id);
    CHECK(apply.document().notices.size() == 1);
    apply(ui::action::DismissNotice{apply.document().notices[0].id});
    CHECK(apply.document().notices.empty());
}

TEST_CASE("tool settings are changed") {
    Applied apply;
    apply(ui::action::SetDiameter{12.5});
    CHECK(document::brushDiameterCm(apply.document()) == doctest::Approx(12.5));
    apply(ui::action::ToggleWord{"burning"});
    apply(ui::action::SetDepth{map::Depth::Joint});
    CHECK(apply.document().tool.brush().place.words == std::vector<std::string>{"burning"});
    CHECK(apply.document().tool.brush().place.depth == map::Depth::Joint);
}

TEST_CASE("regions are painted from the list as one step to undo, and made bare again") {
    Applied apply;
    document::Document& document = apply.document();
    apply(ui::action::Run{"regions.list"});
    CHECK(document.regions.open);
    CHECK(apply.state.focusRegionSearch);
    apply(ui::action::PickRegion{*document.body->atlas().find("shin_L"), true});
    apply(ui::action::PickRegion{*document.body->atlas().find("chest_L"), true});
    CHECK(document.regions.picked.size() == 2);
    apply(ui::action::SearchRegions{"chest"});
    apply(ui::action::PaintRegions{});
    const document::OpenMap& map = test::mapOf(document, clinic::Author::Therapist);
    CHECK(test::paintedVertices(map) > 50);
    CHECK(map.history.undoSteps() == 1);
    CHECK(document.regions.picked.empty());
    CHECK(apply.state.focusRegionSearch);
    apply(ui::action::GoToRegion{*document.body->atlas().find("shin_L")});
    apply(ui::action::EditRegion{});
    CHECK(document::selectedPlace(document) != nullptr);
    apply(ui::action::ClearRegions{});
    CHECK(map.history.undoSteps() == 2);
    apply(ui::action::Run{"regions.list"});
    CHECK_FALSE(document.regions.open);
}

TEST_CASE("a pin that is chosen is changed, else the next one") {
    Applied apply;
    document::Document& document = apply.document();
    map::Pin scar;
    scar.kind = map::PinKind::Scar;
    apply(ui::action::SetPin{scar, false});
    CHECK(document.tool.pin.kind == map::PinKind::Scar);
    map::Stroke stroke = document::strokeHeader(document, document::PaintTool::Pin);
    stroke.points = test::dab(document, test::kChest).points;
    REQUIRE(document::paint(document, stroke));
    document::select(document, document::PinChoice{1});
    apply(ui::action::SetPin{map::Pin{}, false});
    CHECK(document.tool.pin.kind == map::PinKind::Scar);
    CHECK(document::selectedPin(document)->kind == map::PinKind::TriggerPoint);
    apply(ui::action::Deselect{});
    CHECK(document::selectedPin(document) == nullptr);
}

TEST_CASE("what is compared is changed on one side or both") {
    Applied apply;
    document::Document& document = apply.document();
    REQUIRE(document::openTodaysVisit(document, test::kTuesday));
    apply(ui::action::Run{"compare.open"});
    REQUIRE(document.compare);
    const core::VisitId first = document.visits[0].id;
    const core::VisitId second = document.visits[1].id;
    apply(ui::action::Compare{second, first, clinic::Author::Client});
    CHECK(document.compare->from.key.visit == second);
    CHECK(document.compare->to.key.visit == first);
    CHECK(document.compare->from.key.author == clinic::Author::Client);
    apply(ui::action::Run{"compare.close"});
    apply(ui::action::Compare{first, second, clinic::Author::Client});
    CHECK_FALSE(document.compare.has_value());
}

TEST_CASE("what only the window knows stays in the window") {
    Applied apply;
    const std::uint64_t version = apply.document().version;
    apply(ui::action::SearchClients{"ada"});
    apply(ui::action::SearchRegions{"knee"});
    apply(ui::action::ResizeColumns{300.0F, 400.0F});
    apply(ui::action::ShowDrawer{ui::Drawer::Tools});
    apply(ui::action::ShowDialog{ui::Dialog::About});
    CHECK(apply.state.clientSearch == "ada");
    CHECK(apply.state.regionSearch == "knee");
    CHECK(apply.state.leftWidth == 300.0F);
    CHECK(apply.state.rightWidth == 400.0F);
    CHECK(apply.state.drawer == ui::Drawer::Tools);
    CHECK(apply.state.dialog == ui::Dialog::About);
    CHECK(apply.document().version == version);
}

TEST_CASE("nothing is done while a stroke is being made") {
    Applied apply;
    document::Document& document = apply.document();
    const map::Stroke header = document::strokeHeader(document);
    const document::Transaction stroke(document, header);
    apply(ui::action::OpenVisit{{4711}});
    apply(ui::action::Run{"level.9"});
    apply(ui::action::PaintRegions{});
    CHECK(document.notices.empty());
    CHECK(document.tool.brush().level == 5);
}
