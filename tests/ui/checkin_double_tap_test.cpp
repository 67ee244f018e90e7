// A page that has just come takes no press that was meant for the one before.
#include "ui/client_pages.h"

#include <string>

using namespace palpate;
using document::CheckInPage;
using Pages = test::ClientPages;

TEST_CASE("a double click on finishing reads back, and confirms nothing unread") {
    Pages pages;
    pages.touch(test::kChest);
    pages.pressAndApply("checkin.finish");
    REQUIRE(pages.document().checkIn->page == CheckInPage::ReadBack);
    const auto draw = pages.drawing();
    pages.headless.settle(draw);
    const ui::Rect yes = pages.headless.ui().rects.find("checkin.yes")->visible;
    CHECK(pages.headless.pressAt(yes.centreX(), yes.centreY(), draw).empty());
    pages.headless.frame(draw, static_cast<float>(ui::kSettleSeconds));
    CHECK(pages.headless.pressAt(yes.centreX(), yes.centreY(), draw).size() == 1);
}

TEST_CASE("a double tap on a row's Remove takes that row, and not the one that moves up to it") {
    Pages pages;
    pages.goTo(CheckInPage::ReadBack);
    REQUIRE(pages.model().checkIn->rows.size() == 2);
    const std::string first = "checkin.remove_" + std::to_string(pages.model().checkIn->rows[0].place);
    const ui::Rect where = pages.settled().find(first)->visible;
    pages.pressAndApply(first);
    REQUIRE(pages.model().checkIn->rows.size() == 1);
    const auto left = "checkin.remove_" + std::to_string(pages.model().checkIn->rows[0].place);
    const ui::Rect* moved = &pages.settled().find(left)->visible;
    REQUIRE(moved->y == where.y);
    CHECK(pages.headless.pressAt(where.centreX(), where.centreY(), pages.drawing()).empty());
}

TEST_CASE("a double tap that brings the marks back says no word of the place that comes back") {
    Pages pages;
    pages.touch(test::kChest);
    pages.pressAndApply("checkin.again");
    pages.pressAndApply("checkin.clear");
    const ui::Rect undo = pages.settled().find("checkin.undo")->visible;
    pages.pressAndApply("checkin.undo");
    REQUIRE(pages.model().checkIn->hasPlaces);
    const auto draw = pages.drawing();
    pages.headless.settle(draw);
    CHECK(pages.headless.pressAt(undo.centreX(), undo.centreY(), draw).empty());
}

TEST_CASE("the therapist's key can be let go of whenever it was pressed") {
    Pages pages;
    const auto draw = pages.drawing();
    pages.headless.settle(draw);
    pages.touch(test::kChest);
    pages.pressAndApply("checkin.finish");
    const auto readBack = pages.drawing();
    pages.headless.settle(readBack);
    const ui::Rect key = pages.headless.ui().rects.find("checkin.hold")->visible;
    REQUIRE(ui::isSettling(pages.headless.ui()));
    CHECK(pages.headless.pressAt(key.centreX(), key.centreY(), readBack).size() == 1);
}
