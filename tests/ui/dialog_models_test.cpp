#include "commands/recording_context.h"
#include "commands/registry.h"
#include "document/edit.h"
#include "document/region_paint.h"
#include "ui/dialogs.h"
#include "ui/new_client.h"
#include "ui/region_list.h"

#include <doctest/doctest.h>

using namespace palpate;

TEST_CASE("help lists every command that has a key") {
    const ui::HelpModel help = ui::makeHelpModel();
    std::string all;
    for (const auto& group : help.groups) {
        CHECK_FALSE(group.title.empty());
        CHECK_FALSE(group.lines.empty());
        for (const auto& line : group.lines)
            all += line.keys + "|" + line.title + "\n";
    }
    for (const commands::Command& command : commands::allCommands()) {
        if (command.shortcuts.empty() || command.name.rfind("level.", 0) == 0) continue;
        if (command.mode == commands::Mode::CheckIn) continue;  // the client's pages say themselves
        CAPTURE(command.name);
        CHECK(all.find(commands::shortcutText(command)) != std::string::npos);
        CHECK(all.find(command.title) != std::string::npos);
    }
    CHECK(all.find("Press on the body") != std::string::npos);
}

TEST_CASE("no group of the help stands twice and none is left over") {
    const ui::HelpModel help = ui::makeHelpModel();
    for (std::size_t i = 0; i < help.groups.size(); ++i) {
        CHECK(help.groups[i].title != "More");
        for (std::size_t k = i + 1; k < help.groups.size(); ++k) {
            CHECK(help.groups[i].title != help.groups[k].title);
        }
    }
}

TEST_CASE("a typed client is taken over with its numbers") {
    const auto client = ui::clientFrom({"C-0142", "Ada Example", "1968", "170,5", " 68 "});
    REQUIRE(client);
    CHECK(client->code == "C-0142");
    CHECK(client->name == "Ada Example");
    CHECK(client->yearOfBirth == 1968);
    CHECK(client->heightCm == doctest::Approx(170.5));
    CHECK(client->weightKg == doctest::Approx(68.0));
}

TEST_CASE("what is left empty is not stated") {
    const auto client = ui::clientFrom({"C-0142", "", "", "", ""});
    REQUIRE(client);
    CHECK(client->yearOfBirth == 0);
    CHECK(client->heightCm == 0.0);
}

TEST_CASE("slips of the hand are named and marked") {
    test::RecordingContext context;
    ui::UiState state;
    const auto problem = [&](ui::NewClientDraft draft) {
        state.newClient = std::move(draft);
        return ui::makeNewClientModel(context.document(), state);
    };
    CHECK(problem({"C-9999", "", "", "", ""}).problem.empty());
    CHECK_FALSE(problem({"", "", "", "", ""}).problem.empty());
    const ui::NewClientModel year = problem({"C-9999", "", "sixty", "", ""});
    CHECK(year.yearIsWrong);
    CHECK(problem({"C-9999", "", "19.5", "", ""}).problem.find("year of birth") != std::string::npos);
    CHECK(problem({"C-9999", "", "99999999999999999999", "", ""}).yearIsWrong);
    CHECK(problem({"C-9999", "", "1e12", "", ""}).yearIsWrong);
    CHECK_FALSE(problem({"C-9999", "", "1492", "", ""}).problem.empty());
    CHECK(problem({"C-9999", "", "", "-3", ""}).heightIsWrong);
    CHECK(problem({"C-9999", "", "", "nan", ""}).heightIsWrong);
    CHECK_FALSE(problem({"C-9999", "", "", "900", ""}).problem.empty());
    CHECK(problem({"C-9999", "", "", "", "x"}).weightIsWrong);
    // All that need attention at once, those that are impossible as well as those that are no number.
    const ui::NewClientModel all = problem({"", "", "sixty", "900", "-3"});
    CHECK(all.codeIsWrong);
    CHECK(all.yearIsWrong);
    CHECK(all.heightIsWrong);
    CHECK(all.weightIsWrong);
    for (const char* what : {"code", "year of birth", "height", "weight"})
        CHECK(all.problem.find(what) != std::string::npos);
    const ui::NewClientModel taken = problem({"C-0001", "", "", "", ""});
    CHECK(taken.codeIsWrong);
    CHECK_FALSE(taken.problem.empty());
}

TEST_CASE("the list of regions is searched by words of both names and says what is painted there") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::UiState state;
    ui::Readings readings;
    const auto model = [&] { return ui::makeRegionListModel(document, state, readings.of(document)); };
    CHECK(model().rows.empty());
    document::openRegions(document, true);
    CHECK(model().rows.size() == document.body->atlas().regions().size());
    CHECK_FALSE(model().canPaint);
    const auto chest = *document.body->atlas().find("chest_L");
    state.regionSearch = "left che";
    REQUIRE(model().rows.size() == 1);
    CHECK(model().rows[0].region == chest);
    CHECK(model().rows[0].level == 0);
    document::goToRegion(document, chest);
    CHECK(model().canPaint);
    CHECK(model().paintText == "Paint Pain 5");
    CHECK_FALSE(model().canClear);
    document::setMirror(document, true);
    CHECK(model().paintText == "Paint Pain 5 on 2 regions");
    REQUIRE(document::fillRegions(document, document::chosenRegions(document)));
    CHECK(model().rows[0].level == 5);
    CHECK(model().rows[0].detail.find("cm") != std::string::npos);
    CHECK(model().canClear);
    CHECK(model().canEdit);
    state.regionSearch = "no such part";
    CHECK(model().rows.empty());
    document::showMapOf(document, clinic::Author::Client);
    CHECK_FALSE(model().canPaint);
    CHECK_FALSE(model().note.empty());
}

TEST_CASE("help lies over every other dialog") {
    test::RecordingContext context;
    ui::UiState state;
    state.dialog = ui::Dialog::NewClient;
    CHECK_FALSE(ui::makeDialogModel(context.document(), state).help);
    context.document().appearance.helpShown = true;
    const ui::DialogModel model = ui::makeDialogModel(context.document(), state);
    CHECK(model.help);
    CHECK_FALSE(model.helpText.groups.empty());
    // ... but for what help leads to.
    state.dialog = ui::Dialog::About;
    CHECK_FALSE(ui::makeDialogModel(context.document(), state).help);
}
