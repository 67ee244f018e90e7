#include "ui/vault/who_dialog.h"

#include "commands/recording_context.h"
#include "document/open.h"
#include "document/practitioners.h"
#include "ui/apply_action.h"
#include "ui/headless_ui.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace palpate;
using Ask = ui::action::Practice::Ask;

namespace {

constexpr core::PractitionerId kAda{1}, kBo{2};

struct Desk {
    test::RecordingContext context;
    ui::UiState state;
    ui::Readings readings;
    test::HeadlessUi window;

    document::Document& document() { return context.document(); }
    void apply(const ui::Action& action) { ui::applyAction(context, state, action); }
    void ask(Ask what, int number = 0, const std::string& text = {}) {
        apply(ui::action::Practice{what, number, text});
    }
    auto draw() {
        return [this](ui::Ui& ui) {
            return ui::drawScreen(ui, ui::makeScreenModel(document(), state, readings,
                                                          {1280.0F, 800.0F, 1.0F, test::kTuesday}));
        };
    }
    // As a person does; everything that comes of it.
    void press(const std::string& control) {
        window.settle(draw());
        for (const ui::Action& asked : window.press(control, draw()))
            apply(asked);
    }
    [[nodiscard]] bool shows(const std::string& control) {
        window.settle(draw());
        return window.ui().rects.find(control) != nullptr;
    }
    void addBoth() {
        REQUIRE(document::addPractitioner(document(), "Ada Example").has_value());
        REQUIRE(document::addPractitioner(document(), "Bo Muster").has_value());
    }
    [[nodiscard]] std::string atWork() { return document::nameOf(document(), document::atWork(document())); }
    // As after unlocking: nobody was chosen yet.
    void comeBack() {
        REQUIRE(document().practice->setAtWork({}).has_value());
        REQUIRE(document::shouldAskWho(document()));
        ui::askWhoWorks(document(), state);
    }
};

}  // namespace

TEST_CASE("a practice with nobody or with one shows nothing of who works") {
    Desk desk;
    CHECK_FALSE(desk.shows("practice.who"));
    REQUIRE(document::addPractitioner(desk.document(), "Ada Example").has_value());
    CHECK_FALSE(desk.shows("practice.who"));
    desk.apply(ui::action::Run{"practice.who"});
    CHECK(desk.state.dialog == ui::Dialog::None);
}

TEST_CASE("of two the one who works is chosen with one press, and changed with two from the top bar") {
    Desk desk;
    desk.addBoth();
    desk.comeBack();
    desk.press("who.2");
    CHECK(desk.state.dialog == ui::Dialog::None);
    CHECK(desk.atWork() == "Bo Muster");
    desk.press("practice.who");
    CHECK(desk.state.dialog == ui::Dialog::WhoWorks);
    desk.press("who.1");
    CHECK(desk.atWork() == "Ada Example");
    CHECK(desk.state.dialog == ui::Dialog::None);
}

TEST_CASE("Enter takes the one who worked last, and the form that was open comes back") {
    Desk desk;
    desk.addBoth();
    REQUIRE(document::setAtWork(desk.document(), kBo).has_value());
    desk.apply(ui::action::Run{"client.edit"});
    desk.comeBack();
    CHECK(desk.state.suggestedWho == kBo.value);
    // The second half of the Enter that unlocked chooses nobody.
    desk.window.settle(desk.draw());
    ui::noteListKey(desk.window.ui(), ui::ListKey::Enter);
    CHECK_FALSE(desk.window.frame(desk.draw()).has_value());
    desk.window.frame(desk.draw(), static_cast<float>(ui::kSettleSeconds));
    ui::noteListKey(desk.window.ui(), ui::ListKey::Enter);
    const auto asked = desk.window.frame(desk.draw());
    REQUIRE(asked.has_value());
    desk.apply(*asked);
    CHECK(desk.atWork() == "Bo Muster");
    CHECK(desk.state.dialog == ui::Dialog::EditClient);
    CHECK(desk.state.edited.draft.code == "C-0001");
}

TEST_CASE("nobody has to be named: the page is closed, or says nobody, and the bar goes on asking") {
    for (const bool closed : {true, false}) {
        Desk desk;
        desk.addBoth();
        desk.comeBack();
        desk.press(closed ? "dialog.cross" : "who.nobody");
        CHECK(desk.state.dialog == ui::Dialog::None);
        CHECK(desk.atWork().empty());
        CHECK(ui::makeTopBarModel(desk.document()).who == "Who is working?");
        CHECK(desk.shows("practice.who"));
    }
}

TEST_CASE("a narrow bar shows initials, which are those of the first and the last word") {
    Desk desk;
    desk.addBoth();
    REQUIRE(document::updatePractitioner(desk.document(), {kAda, "\xC3\x84nne von der \xC3\x96hm", false})
                .has_value());
    CHECK(ui::makeTopBarModel(desk.document()).whoShort == "\xC3\x84\xC3\x96");
    REQUIRE(document::updatePractitioner(desk.document(), {kAda, "Ada", false}).has_value());
    CHECK(ui::makeTopBarModel(desk.document()).whoShort == "A");
}

TEST_CASE("the page of people adds, renames, and says who leaves and is back") {
    Desk desk;
    desk.apply(ui::action::Run{"practice.people"});
    CHECK(desk.state.practice.tab == ui::PracticeTab::People);
    desk.ask(Ask::TypePerson, 0, "  ");
    CHECK_FALSE(ui::makePracticeDialogModel(desk.document(), desk.state).mayAddPerson);
    desk.ask(Ask::TypePerson, 0, " Ada Example ");
    desk.press("people.add");
    CHECK(desk.state.practice.newPerson.empty());
    CHECK(desk.atWork() == "Ada Example");
    CHECK_FALSE(desk.shows("people.now.1"));  // with one there is no choice
    desk.ask(Ask::TypePerson, 0, "Bo Muster");
    desk.press("people.add");
    desk.press("people.now.2");
    CHECK(desk.atWork() == "Bo Muster");
    desk.press("people.pencil.2");
    CHECK(desk.state.practice.renamed == "Bo Muster");
    desk.ask(Ask::TypeName, 0, "Bo Neumann");
    desk.press("people.keep");
    CHECK(desk.state.practice.renaming == 0);
    CHECK(desk.atWork() == "Bo Neumann");
    desk.press("people.leave.2");
    CHECK(desk.document().practiceState.practitioners[1].retired);
    CHECK(desk.atWork() == "Ada Example");
    desk.press("people.leave.2");
    CHECK_FALSE(desk.document().practiceState.practitioners[1].retired);
    CHECK(desk.state.practice.problem.empty());
}

TEST_CASE("the log's page and the list of visits say who it was") {
    Desk desk;
    const auto visitRow = [&desk] {
        return ui::makePeopleModel(desk.document(), desk.state, test::kTuesday).visits.front();
    };
    REQUIRE(document::addPractitioner(desk.document(), "Ada Example").has_value());
    REQUIRE(document::addVisit(desk.document(), test::kTuesday).has_value());
    CHECK(visitRow().by.empty());  // one alone need not be told apart
    REQUIRE(document::addPractitioner(desk.document(), "Bo Muster").has_value());
    CHECK(visitRow().by == "Ada Example");
    REQUIRE(document::setAtWork(desk.document(), kBo).has_value());
    desk.apply(ui::action::Run{"practice.log"});
    CHECK(desk.state.practice.log.front().who == "Bo Muster");
    CHECK(ui::makePracticeDialogModel(desk.document(), desk.state).logNames);
}
