#include "document/check_in_hand.h"
#include "document/open.h"
#include "document/place_words.h"
#include "document/practice_care.h"
#include "document/saving.h"
#include "map/stroke_target.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace palpate;
using clinic::Author;
using document::CheckInPage;
using document::Document;
using map::LayerKind;
using test::kToday;

TEST_CASE_FIXTURE(test::CheckInHand,
                  "opening makes today's visit and hands over a palm, and nothing that was the therapist's") {
    document::selectLayer(document, LayerKind::Tension);
    document::setMirror(document, true);
    document::setAppearance(document, {.dark = true, .reduceMotion = true});
    const document::ToolSettings tool = document.tool;
    open();
    CHECK(document::openVisitOf(document)->at == test::kTuesday);
    CHECK(document.author == Author::Client);
    CHECK(document.tool.layer == LayerKind::Pain);
    CHECK_FALSE(document.tool.mirror);
    CHECK(document::brushDiameterCm(document) == 8.0);
    CHECK_FALSE(document.appearance.dark);
    CHECK(document::canPaint(document));
    CHECK(document::closeCheckIn(document));
    CHECK(document.author == Author::Therapist);
    CHECK(document.shown == Author::Client);
    CHECK(document.appearance.dark);
    CHECK(document.tool.layer == tool.layer);
    CHECK(document.tool.mirror);
    CHECK(document.tool.diametersCm == tool.diametersCm);
}

TEST_CASE_FIXTURE(test::CheckInHand, "last time's marks are offered and never there by themselves") {
    document::paintAs(document, Author::Client);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 8)));
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh, 3)));
    REQUIRE(document::undo(document));
    REQUIRE(*document::paint(document, test::dab(document, test::kBack, 4)));
    const map::BodyMap last = test::mapOf(document, Author::Client).map;
    open();
    REQUIRE(document.checkIn->last.has_value());
    CHECK(places().empty());
    CHECK(document::sameAsLastTime(document));
    CHECK(page() == CheckInPage::ReadBack);
    CHECK(document.checkIn->fromLast);
    CHECK(test::mapOf(document, Author::Client).map == last);
    CHECK_FALSE(vault->maps.at(kToday).completed);
    CHECK(document::takeBackMark(document));
    CHECK(places().empty());
    CHECK(page() == CheckInPage::Mark);
    touch(test::kThigh);
    CHECK_FALSE(document::sameAsLastTime(document));  // there is something of today
}

TEST_CASE_FIXTURE(test::CheckInHand, "what is not the same as last time begins with a bare body") {
    document::paintAs(document, Author::Client);
    REQUIRE(*document::paint(document, test::dab(document, test::kBack, 8)));
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh, 3)));
    open();
    CHECK_FALSE(document::notTheSame(document));
    touch(test::kChest);  // and away again: it is no part of what was taken over
    REQUIRE(document::rate(document, 0));
    const auto steps = test::mapOf(document, Author::Client).history.undoSteps();
    REQUIRE(document::sameAsLastTime(document));
    REQUIRE(document::removePlace(document, places().front()));
    CHECK(document::notTheSame(document));
    CHECK(page() == CheckInPage::Mark);
    CHECK(test::mapOf(document, Author::Client).map.isEmpty());
    CHECK(test::mapOf(document, Author::Client).history.undoSteps() == steps);
    CHECK(document::sameAsLastTime(document));  // it is still on offer
    CHECK(document.checkIn->fromLast);
    CHECK(document::goBack(document));
    touch(test::kChest);
    REQUIRE(document::readBack(document));
    CHECK_FALSE(document.checkIn->fromLast);  // it is today's now
    CHECK_FALSE(document::notTheSame(document));
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "the body opens on the side with most of the marks, for client and therapist") {
    open();
    CHECK(document.camera.yawDegrees == doctest::Approx(0.0));
    touch(test::kBack);
    REQUIRE(document::closeCheckIn(document));
    CHECK(document.camera.yawDegrees == doctest::Approx(180.0));
    document::viewFrom(document, body::StandardView::Front);
    open();
    CHECK(page() == CheckInPage::Mark);
    CHECK(document.camera.yawDegrees == doctest::Approx(180.0));
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "what was told of a broken-off check-in goes with the next one that is finished") {
    open();
    touch(test::kChest);
    REQUIRE(document::readBack(document));
    REQUIRE(document::confirm(document));
    REQUIRE(document::closeCheckIn(document));
    document::notify(document, document::Notice::Kind::Warning, document::kCheckInTopic, "Broken off.");
    const auto told = [&] {
        return std::any_of(document.notices.begin(), document.notices.end(),
                           [](const auto& notice) { return notice.topic == document::kCheckInTopic; });
    };
    open();
    CHECK(told());
    REQUIRE(document::confirm(document));
    REQUIRE(document::closeCheckIn(document));
    CHECK_FALSE(told());
}

TEST_CASE_FIXTURE(test::CheckInHand, "nothing is offered where nothing was marked last time") {
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));  // the therapist's
    open();
    CHECK_FALSE(document.checkIn->last.has_value());
    CHECK_FALSE(document::sameAsLastTime(document));
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "after the thanks nothing can be done but to hold the therapist's key for 1.5 s") {
    open();
    touch(test::kChest);
    REQUIRE(document::readBack(document));
    REQUIRE(document::confirm(document));
    const auto entries = vault->maps.at(kToday).stored.entries.size();
    CHECK_FALSE(document::goBack(document));
    CHECK_FALSE(document::readBack(document));
    CHECK_FALSE(document::showRegions(document));
    CHECK_FALSE(document::takeBackMark(document));
    CHECK_FALSE(document::rate(document, 3));
    CHECK_FALSE(document::askToStartAgain(document));
    CHECK_FALSE(document::turnBody(document, 45.0F));
    CHECK(vault->maps.at(kToday).stored.entries.size() == entries);

    CHECK_FALSE(document::tickCheckIn(document, 10.0));
    CHECK(document::holdToLeave(document, true));
    CHECK(document::tickCheckIn(document, 10.0));
    CHECK(document::tickCheckIn(document, 11.4));
    CHECK(document::holdToLeave(document, false));
    CHECK_FALSE(document::tickCheckIn(document, 12.0));
    REQUIRE(document.checkIn.has_value());  // let go too early
    CHECK(document::holdToLeave(document, true));
    CHECK(document::tickCheckIn(document, 20.0));
    CHECK(document.checkIn->heldShare == 0.0);
    CHECK_FALSE(document::tickCheckIn(document, 21.5));
    CHECK_FALSE(document.checkIn.has_value());
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "the therapist can take the window back from any page, and what was marked stays") {
    open();
    touch(test::kChest);
    REQUIRE(document::showRegions(document));
    document::holdToLeave(document, true);
    document::tickCheckIn(document, 1.0);
    document::tickCheckIn(document, 3.0);
    CHECK_FALSE(document.checkIn.has_value());
    CHECK_FALSE(test::mapOf(document, Author::Client).map.isEmpty());
    CHECK_FALSE(vault->maps.at(kToday).completed);
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "a finished check-in that is opened again is read back and can be changed") {
    open();
    touch(test::kChest);
    REQUIRE(document::readBack(document));
    REQUIRE(document::confirm(document));
    REQUIRE(document::closeCheckIn(document));
    CHECK(test::mapOf(document, Author::Client).isClosed());
    open();
    CHECK(page() == CheckInPage::ReadBack);
    CHECK(document::goBack(document));
    touch(test::kThigh);
    CHECK(places().size() == 2);
    REQUIRE(document::readBack(document));
    CHECK(document::confirm(document));
}

TEST_CASE_FIXTURE(test::CheckInHand, "without a client there is no check-in") {
    document.client = {};
    document.visits.clear();
    document.visit = {};
    document.maps.clear();
    CHECK_FALSE(document::openCheckIn(document, test::kTuesday));
    CHECK_FALSE(document.checkIn.has_value());
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "colour-blind view and overlay are the therapist's, and come back afterwards") {
    document.overlay = body::OverlayKind::Regions;
    document::Appearance look = document.appearance;
    look.vision = image::Vision::Deutan;
    document::setAppearance(document, look);
    open();
    CHECK_FALSE(document.overlay.has_value());
    CHECK(document.appearance.vision == image::Vision::Full);
    REQUIRE(document::closeCheckIn(document));
    CHECK(document.overlay == body::OverlayKind::Regions);
    CHECK(document.appearance.vision == image::Vision::Deutan);
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "the words of the place that the therapist was painting are in hand again afterwards") {
    // Today's visit is open already, so nothing but the check-in comes between.
    REQUIRE(document::openTodaysVisit(document, test::kTuesday));
    REQUIRE(document::toggleWord(document, "burning"));
    const auto nearest = document.body->bvh().nearest(test::kChest, 0.3F);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    document::ownPlaceAt(document, nearest->point);
    const document::LayerBrush held = document.tool.brush();
    REQUIRE(held.owner != map::kNoPlace);
    open();
    touch(test::kThigh);
    REQUIRE(document::closeCheckIn(document));
    CHECK(document.tool.brush().place == held.place);
    CHECK(document.tool.brush().owner == held.owner);
}

TEST_CASE_FIXTURE(
    test::CheckInHand,
    "a finished map that was emptied and not confirmed is brought back, unfinished, not \"nothing hurts\"") {
    open();
    touch(test::kChest);
    REQUIRE(document::rate(document, 8));
    touch(test::kThigh);
    REQUIRE(document::readBack(document));
    REQUIRE(document::confirm(document));
    REQUIRE(document::closeCheckIn(document));
    const std::vector<map::Value> finished(pain().values().begin(), pain().values().end());

    open();
    REQUIRE(page() == CheckInPage::ReadBack);
    SUBCASE("by taking each place away") {
        while (!places().empty())
            REQUIRE(document::removePlace(document, places().front()));
    }
    SUBCASE("by starting again") {
        REQUIRE(document::askToStartAgain(document));
        REQUIRE(document::startAgain(document));
    }
    SUBCASE("by undo, with something else marked and undone after it") {
        while (document::takeBackMark(document)) {
        }
        touch(test::kBack);
        REQUIRE(document::takeBackMark(document));
    }
    REQUIRE(places().empty());
    CHECK_FALSE(vault->maps.at(kToday).completed);  // already now, should the program end here
    REQUIRE(document::closeCheckIn(document));
    CHECK(std::equal(finished.begin(), finished.end(), pain().values().begin()));
    CHECK_FALSE(vault->maps.at(kToday).completed);
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices.front().kind == document::Notice::Kind::Warning);
    CHECK(document.notices.front().text.find("not finished any more") != std::string::npos);
    // And so it is on the disk.
    Document again = test::openVault(vault);
    REQUIRE(document::openVisit(again, {2}));
    const auto stored = test::mapOf(again, Author::Client).map.layer(LayerKind::Pain).values();
    CHECK(std::equal(finished.begin(), finished.end(), stored.begin()));
}

TEST_CASE_FIXTURE(
    test::CheckInHand,
    "before a lock what ending the check-in brings back is written, or the client keeps the window") {
    open();
    touch(test::kChest);
    REQUIRE(document::readBack(document));
    REQUIRE(document::confirm(document));
    REQUIRE(document::closeCheckIn(document));
    CHECK(*document::endCheckIn(document, test::kTuesday) == false);
    open();
    REQUIRE(document::removePlace(document, places().front()));
    vault->failing = true;
    CHECK_FALSE(document::endCheckIn(document, test::kTuesday).has_value());
    CHECK(document.checkIn.has_value());
    CHECK_FALSE(document.pending.empty());
    vault->failing = false;
    CHECK(*document::endCheckIn(document, test::kTuesday));
    CHECK_FALSE(document.checkIn.has_value());
    CHECK(document.pending.empty());
    CHECK_FALSE(pain().isEmpty());
    Document again = test::openVault(vault);
    REQUIRE(document::openVisit(again, {2}));
    CHECK_FALSE(test::mapOf(again, Author::Client).map.layer(LayerKind::Pain).isEmpty());
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "a finished map that is emptied and confirmed means that nothing hurts") {
    open();
    touch(test::kChest);
    REQUIRE(document::readBack(document));
    REQUIRE(document::confirm(document));
    REQUIRE(document::closeCheckIn(document));
    open();
    REQUIRE(document::removePlace(document, places().front()));
    REQUIRE(document::nothingHurts(document));
    REQUIRE(document::confirm(document));
    REQUIRE(document::closeCheckIn(document));
    CHECK(pain().isEmpty());
    CHECK(vault->maps.at(kToday).completed);
    CHECK(document.notices.empty());
}

TEST_CASE_FIXTURE(
    test::CheckInHand,
    "a finished map that is changed is unfinished from the first change on, until it is finished again") {
    finish({test::kChest, test::kThigh});
    open();
    CHECK(vault->maps.at(kToday).completed);  // only looked at
    REQUIRE(document::removePlace(document, places().front()));
    CHECK_FALSE(vault->maps.at(kToday).completed);
    SUBCASE("when the check-in is broken off") {
        REQUIRE(document::closeCheckIn(document));
        CHECK_FALSE(test::mapOf(document, Author::Client).completed);
        CHECK_FALSE(test::mapOf(document, Author::Client).isClosed());
        CHECK(pain().places().size() == 1);
        CHECK(document::marksOf(document, kToday.visit).finished.empty());
        REQUIRE(document.notices.size() == 1);
        CHECK(document.notices.front().text.find("not finished any more") != std::string::npos);
        open();
        REQUIRE(document::closeCheckIn(document));  // what is unfinished cannot become more so
        CHECK(document.notices.size() == 1);
    }
    SUBCASE("when it is confirmed") {
        REQUIRE(page() == CheckInPage::ReadBack);
        REQUIRE(document::confirm(document));
        REQUIRE(document::closeCheckIn(document));
        CHECK(vault->maps.at(kToday).completed);
        CHECK(document::marksOf(document, kToday.visit).finished.size() == 1);
        CHECK(document.notices.empty());
    }
}

TEST_CASE_FIXTURE(test::CheckInHand, "a finished map that was only looked at again stays finished") {
    finish({test::kChest});
    open();
    REQUIRE(document::goBack(document));
    REQUIRE(document::closeCheckIn(document));
    CHECK(vault->maps.at(kToday).completed);
    CHECK(test::mapOf(document, Author::Client).isClosed());
    CHECK(document.notices.empty());
}

TEST_CASE_FIXTURE(
    test::CheckInHand,
    "\"nothing hurts\" does not stand any more once something was marked, also if it was wiped off") {
    open();
    REQUIRE(document::nothingHurts(document));
    REQUIRE(document::confirm(document));
    REQUIRE(document::closeCheckIn(document));
    REQUIRE(vault->maps.at(kToday).completed);
    open();
    (void)document::goBack(document);  // to the body
    touch(test::kChest);
    bool wiped = false;
    SUBCASE("it stays") {}
    SUBCASE("it is wiped off") {
        wiped = document::takeBackMark(document);
        REQUIRE(wiped);
    }
    REQUIRE(document::closeCheckIn(document));
    CHECK(pain().isEmpty() == wiped);
    CHECK_FALSE(vault->maps.at(kToday).completed);
    REQUIRE(document.notices.size() == 1);
    open();
    if (wiped) {
        REQUIRE(document::nothingHurts(document));
    } else {
        REQUIRE(document::readBack(document));
    }
    REQUIRE(document::confirm(document));
    CHECK(vault->maps.at(kToday).completed);
}

TEST_CASE_FIXTURE(
    test::CheckInHand,
    "a program that ends in the middle of changing a finished map leaves it unfinished and whole") {
    finish({test::kChest, test::kThigh});
    open();
    REQUIRE(document::removePlace(document, places().front()));
    touch(test::kBack);
    const map::BodyMap changed = test::mapOf(document, Author::Client).map;
    // Nothing is closed: another start finds what was committed.
    Document again = test::openVault(vault);
    REQUIRE(document::openVisit(again, kToday.visit));
    const document::OpenMap& found = test::mapOf(again, Author::Client);
    CHECK(found.map == changed);
    CHECK_FALSE(found.completed);
    CHECK_FALSE(found.isClosed());
    CHECK(document::marksOf(again, kToday.visit).finished.empty());
    REQUIRE(document::openCheckIn(again, test::kTuesday));
    CHECK(document::takeBackMark(again));  // the history is there as well
    CHECK(document::readBack(again));
    CHECK(document::confirm(again));
    CHECK(vault->maps.at(kToday).completed);
}

TEST_CASE_FIXTURE(test::CheckInHand, "what cannot be written leaves the finished map on the disk as it was") {
    finish({test::kChest});
    const auto entries = vault->maps.at(kToday).stored.entries.size();
    open();
    vault->failing = true;
    touch(test::kThigh);
    CHECK_FALSE(test::mapOf(document, Author::Client).completed);
    CHECK(vault->maps.at(kToday).completed);
    CHECK(vault->maps.at(kToday).stored.entries.size() == entries);
    vault->failing = false;
    CHECK(document::retryPending(document));
    CHECK_FALSE(vault->maps.at(kToday).completed);
    CHECK(vault->maps.at(kToday).stored.entries.size() == entries + 1);
}
