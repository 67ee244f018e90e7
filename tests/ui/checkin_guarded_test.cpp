#include "commands/recording_context.h"
#include "commands/registry.h"
#include "document/check_in.h"
#include "ui/apply_action.h"
#include "ui/client_pages.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

using namespace palpate;
using document::CheckInPage;
using Pages = test::ClientPages;

TEST_CASE("nothing on the client's pages names the client or leads to anybody else's data") {
    for (const CheckInPage page : test::kClientPages) {
        CAPTURE(static_cast<int>(page));
        Pages pages;
        pages.goTo(page);
        const ui::ScreenModel model = pages.model();
        CHECK(model.topBar.client.empty());
        CHECK(model.people.clients.empty());
        CHECK(model.people.visits.empty());
        CHECK(model.banner.notices.empty());
        for (const ui::UiRects::Item& item : pages.settled().items()) {
            CAPTURE(item.name);
            CHECK((item.name == "viewport" || item.name.rfind("checkin.", 0) == 0));
        }
        if (page == CheckInPage::Thanks) {
            CHECK(model.checkIn->rows.empty());
            CHECK(model.checkIn->badges.empty());
            CHECK(pages.settled().items().size() == 1);  // the therapist's key
        }
    }
}

TEST_CASE("whatever is pressed on a page, client and visit stay, and the window stays the client's") {
    for (const CheckInPage page : test::kClientPages) {
        std::vector<std::string> names;
        {
            Pages pages;
            pages.goTo(page);
            for (const ui::UiRects::Item& item : pages.settled().items()) {
                if (item.enabled && !test::isPicture(item) && item.name != "checkin.hold")
                    names.push_back(item.name);
            }
        }
        for (const std::string& name : names) {
            CAPTURE(name);
            Pages pages;
            pages.goTo(page);
            const auto client = pages.document().client;
            const auto visit = pages.document().visit;
            const auto asked = pages.press(name);
            CHECK(asked.size() == 1);
            for (const ui::Action& action : asked)
                ui::applyAction(pages.context, pages.state, action);
            CHECK(pages.document().checkIn.has_value());
            CHECK(pages.document().client == client);
            CHECK(pages.document().visit == visit);
            CHECK(pages.document().author == clinic::Author::Client);
        }
    }
}

TEST_CASE("no other action and no other command does anything while the client has the window") {
    Pages pages;
    pages.touch(test::kChest);
    const auto version = pages.document().version;
    const std::vector<ui::Action> actions{ui::action::OpenClient{{1}},
                                          ui::action::OpenVisit{{1}},
                                          ui::action::Compare{{1}, {2}, clinic::Author::Client},
                                          ui::action::AddClient{},
                                          ui::action::SearchClients{"C"},
                                          ui::action::ShowDialog{ui::Dialog::NewClient},
                                          ui::action::ShowDrawer{ui::Drawer::People}};
    for (const ui::Action& action : actions)
        ui::applyAction(pages.context, pages.state, action);
    for (const commands::Command& command : commands::allCommands()) {
        if (command.mode == commands::Mode::CheckIn) continue;
        CAPTURE(command.name);
        ui::applyAction(pages.context, pages.state, ui::action::Run{command.name});
        CHECK(pages.document().version == version);
        for (const commands::Shortcut& shortcut : command.shortcuts) {
            const auto* meant = commands::commandFor(shortcut, commands::modeOf(pages.document()));
            CHECK((meant == nullptr || meant->mode == commands::Mode::CheckIn));
        }
    }
    CHECK(pages.document().version == version);
    CHECK(pages.state.dialog == ui::Dialog::None);
    CHECK(pages.state.drawer == ui::Drawer::None);
    CHECK(pages.state.clientSearch.empty());
    CHECK(pages.context.sheets + pages.context.quits == 0);
}

TEST_CASE("the therapist's key says when it goes down and when it comes up, and a press alone does nothing") {
    Pages pages;
    pages.goTo(CheckInPage::Thanks);
    const auto asked = pages.press("checkin.hold");
    // The model that is drawn does not follow, so it is asked again and again while the key is down.
    REQUIRE_FALSE(asked.empty());
    for (const ui::Action& action : asked) {
        const auto* hold = std::get_if<ui::action::CheckIn>(&action);
        REQUIRE(hold);
        CHECK(hold->ask == ui::action::CheckIn::Ask::Hold);
        CHECK(hold->number == 1);
    }
    ui::applyAction(pages.context, pages.state, asked.front());
    CHECK(pages.model().checkIn->isHeld);
    document::tickCheckIn(pages.document(), 1.0);
    document::tickCheckIn(pages.document(), 1.75);
    CHECK(pages.model().checkIn->held == doctest::Approx(0.5));
    const auto draw = pages.drawing();
    const auto released = pages.headless.frame(draw);
    REQUIRE(released.has_value());
    ui::applyAction(pages.context, pages.state, *released);
    CHECK_FALSE(pages.model().checkIn->isHeld);
    CHECK(pages.document().checkIn.has_value());
}

TEST_CASE("the consultation has a button that hands the window over") {
    test::RecordingContext context;
    ui::UiState state;
    state.clientSearch = "C-0";
    state.dialog = ui::Dialog::About;
    ui::applyAction(context, state, ui::action::Run{"checkin.open"});
    CHECK(context.document().checkIn.has_value());
    CHECK(state.dialog == ui::Dialog::None);
    CHECK(state.clientSearch.empty());
}
