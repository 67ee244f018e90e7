#include "commands/command_lists.h"
#include "core/text.h"
#include "document/check_in.h"
#include "document/edit.h"

#include <cstddef>
#include <string>

namespace palpate::commands {

namespace {

using body::StandardView;
using core::tr;
using document::CheckInPage;

constexpr float kTurnStep = 45.0F;

// Nothing that the client marked could be kept otherwise.
bool canCheckIn(const Document& document) {
    return hasClient(document) && document.practice && document.practice->info().readOnly.empty();
}

bool isOn(const Document& document, CheckInPage page) {
    return document.checkIn && document.checkIn->page == page;
}

bool onBody(const Document& document) {
    return isOn(document, CheckInPage::Mark);
}

bool hasPlaces(const Document& document) {
    return !document::checkInPlaces(document).empty();
}

bool onBodyWithPlaces(const Document& document) {
    return onBody(document) && hasPlaces(document);
}

bool onBodyWithout(const Document& document) {
    return onBody(document) && !hasPlaces(document);
}

bool hasTouched(const Document& document) {
    return onBody(document) && document.checkIn->place != map::kNoPlace;
}

bool canTakeBack(const Document& document) {
    const auto* map = document::shownMap(document);
    return (onBody(document) || isOn(document, CheckInPage::ReadBack)) && map != nullptr &&
           map->history.canUndo();
}

bool canLookNearer(const Document& document) {
    return onBody(document) && document.camera.height > 1.01F * document::fitHeight(document) /
                                                            document::cameraLimits(document).deepestZoom;
}

bool canLookFarther(const Document& document) {
    return onBody(document) && document.camera.height < 0.99F * document::fitHeight(document);
}

bool canConfirm(const Document& document) {
    return isOn(document, CheckInPage::ReadBack) || isOn(document, CheckInPage::Nothing);
}

bool canGoBack(const Document& document) {
    return document.checkIn && !onBody(document) && !isOn(document, CheckInPage::Thanks);
}

// A step of the check-in, which says itself what it could not do.
template <typename Step>
std::function<void(CommandContext&)> doing(Step step) {
    return [step](CommandContext& c) { step(c.document()); };
}

void addMarking(Commands& commands) {
    commands.push_back({"checkin.undo", tr("Take back the last mark"), keys({"Ctrl+Z"}), Mode::CheckIn,
                        canTakeBack, doing(document::takeBackMark)});
    commands.push_back({"checkin.erase", tr("Erase by touching"), keys({"E"}), Mode::CheckIn,
                        onBodyWithPlaces, doing(document::toggleErasing)});
    commands.push_back({"checkin.another", tr("Mark another place"), keys({"A"}), Mode::CheckIn,
                        onBodyWithPlaces, doing(document::anotherPlace)});
    commands.push_back({"checkin.list", tr("Pick a place from a list"), keys({"L"}), Mode::CheckIn, onBody,
                        doing(document::showRegions)});
    commands.push_back({"checkin.same",
                        tr("Show what was marked last time"),
                        {},
                        Mode::CheckIn,
                        [](const Document& d) { return onBodyWithout(d) && d.checkIn->last.has_value(); },
                        doing(document::sameAsLastTime)});
    commands.push_back(
        {"checkin.different",
         tr("It is not the same: begin with a bare body"),
         {},
         Mode::CheckIn,
         [](const Document& d) { return isOn(d, CheckInPage::ReadBack) && d.checkIn->fromLast; },
         doing(document::notTheSame)});
    for (int level = 0; level <= 10; ++level) {
        const std::string number = std::to_string(level);
        commands.push_back({"checkin.level_" + number, core::trf("It hurts {0} out of 10", {number}),
                            level > 0 ? keys({std::to_string(level % 10)}) : std::vector<Shortcut>{},
                            Mode::CheckIn, hasTouched,
                            doing([level](Document& d) { document::rate(d, level); })});
    }
}

void addLooking(Commands& commands) {
    struct View {
        StandardView view;
        const char* title;
        std::string_view key;
    };
    for (const View& view : {View{StandardView::Front, tr("See the front"), "Alt+1"},
                             View{StandardView::Back, tr("See the back"), "Alt+2"},
                             View{StandardView::Right, tr("See the right side"), "Alt+3"},
                             View{StandardView::Left, tr("See the left side"), "Alt+4"}}) {
        commands.push_back({std::string("checkin.view_") + body::standardViewId(view.view), view.title,
                            keys({view.key}), Mode::CheckIn, onBody,
                            doing([which = view.view](Document& d) { document::seeBody(d, which); })});
    }
    commands.push_back({"checkin.turn_left", tr("Turn the body to the left"), keys({"Left"}), Mode::CheckIn,
                        onBody, doing([](Document& d) { document::turnBody(d, kTurnStep); })});
    commands.push_back({"checkin.turn_right", tr("Turn the body to the right"), keys({"Right"}),
                        Mode::CheckIn, onBody,
                        doing([](Document& d) { document::turnBody(d, -kTurnStep); })});
    commands.push_back({"checkin.nearer", tr("Come nearer"), keys({"="}), Mode::CheckIn, canLookNearer,
                        doing([](Document& d) { document::zoomBody(d, true); })});
    commands.push_back({"checkin.up", tr("See what lies higher"), keys({"Up"}), Mode::CheckIn,
                        [](const Document& d) { return document::canLookAlong(d, true); },
                        doing([](Document& d) { document::lookAlong(d, true); })});
    commands.push_back({"checkin.down", tr("See what lies lower"), keys({"Down"}), Mode::CheckIn,
                        [](const Document& d) { return document::canLookAlong(d, false); },
                        doing([](Document& d) { document::lookAlong(d, false); })});
    commands.push_back({"checkin.hard_to_see", tr("See soles, armpits, inner legs and what else is hidden"),
                        keys({"Alt+5"}), Mode::CheckIn, onBody, doing(document::showHardToSee)});
    commands.push_back({"checkin.whole", tr("See the whole body again"), keys({"Alt+6"}), Mode::CheckIn,
                        [](const Document& d) { return onBody(d) && d.checkIn->hidden; },
                        doing(document::seeWholeAgain)});
    const auto hidden = document::hiddenSkin();
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        commands.push_back({std::string("checkin.see_") + hidden[i].id,
                            core::trf("See: {0}", {hidden[i].title}),
                            {},
                            Mode::CheckIn,
                            [](const Document& d) { return isOn(d, CheckInPage::HardToSee); },
                            doing([i](Document& d) { document::lookAtHidden(d, i); })});
    }
    commands.push_back({"checkin.farther", tr("Go farther away"), keys({"-"}), Mode::CheckIn, canLookFarther,
                        doing([](Document& d) { document::zoomBody(d, false); })});
}

void addPages(Commands& commands) {
    commands.push_back({"checkin.finish",
                        tr("Read back what was marked"),
                        {},
                        Mode::CheckIn,
                        onBodyWithPlaces,
                        doing(document::readBack)});
    commands.push_back({"checkin.nothing",
                        tr("Nothing hurts today"),
                        {},
                        Mode::CheckIn,
                        onBodyWithout,
                        doing(document::nothingHurts)});
    commands.push_back(
        {"checkin.back", tr("Go back"), keys({"Escape"}), Mode::CheckIn, canGoBack, doing(document::goBack)});
    commands.push_back(
        {"checkin.yes", tr("Yes, that is right"), {}, Mode::CheckIn, canConfirm, doing(document::confirm)});
    commands.push_back({"checkin.again",
                        tr("Start again"),
                        {},
                        Mode::CheckIn,
                        onBodyWithPlaces,
                        doing(document::askToStartAgain)});
    commands.push_back({"checkin.clear",
                        tr("Yes, start again"),
                        {},
                        Mode::CheckIn,
                        [](const Document& d) { return isOn(d, CheckInPage::StartAgain); },
                        doing(document::startAgain)});
}

}  // namespace

void addCheckInCommands(Commands& commands) {
    commands.push_back({"checkin.open", tr("Check-in: let the client mark where it hurts"), keys({"Ctrl+I"}),
                        Mode::Consult, canCheckIn, [](CommandContext& c) {
                            report(c.document(), "opening", document::openCheckIn(c.document(), c.now()));
                        }});
    addMarking(commands);
    addLooking(commands);
    addPages(commands);
}

}  // namespace palpate::commands
