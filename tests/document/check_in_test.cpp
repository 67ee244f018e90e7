#include "document/check_in_hand.h"
#include "document/open.h"
#include "document/place_words.h"
#include "map/stroke_target.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace palpate;
using clinic::Author;
using document::CheckInPage;
using map::LayerKind;
using test::kToday;

TEST_CASE_FIXTURE(test::CheckInHand,
                  "one touch is a valid map: a palm's place of level 5 that is read back and finished") {
    open();
    touch(test::kChest);
    REQUIRE(places().size() == 1);
    CHECK(level(places()[0]) == 5);
    CHECK(document.checkIn->place == places()[0]);
    CHECK(document::readBack(document));
    CHECK(document::confirm(document));
    CHECK(page() == CheckInPage::Thanks);
    CHECK(vault->maps.at(kToday).completed);
    CHECK(vault->maps.at(kToday).stored.entries.size() == 1);
}

TEST_CASE_FIXTURE(test::CheckInHand, "level, words and depth change the place touched last as a whole") {
    open();
    touch(test::kChest);
    touch(test::kThigh);
    REQUIRE(places().size() == 2);
    const map::PlaceNumber chest = places()[0], thigh = places()[1];
    CHECK(document::rate(document, 7));
    CHECK(document::toggleFeeling(document, "aching"));
    CHECK(document::toggleFeeling(document, "burning"));
    CHECK(document::toggleFeeling(document, "burning"));
    CHECK(document::setHowDeep(document, map::Depth::Joint));
    CHECK(level(thigh) == 7);
    CHECK(level(chest) == 5);
    CHECK(pain().places().at(thigh).words == std::vector<std::string>{"aching"});
    CHECK(pain().places().at(thigh).depth == map::Depth::Joint);
    CHECK(pain().places().at(chest) == map::Place{});
    CHECK(document::setHowDeep(document, map::Depth::Joint));
    CHECK(pain().places().at(thigh).depth == map::Depth::Unstated);
    CHECK_FALSE(document::toggleFeeling(document, "purple"));
    CHECK_FALSE(document::rate(document, 11));
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "a touch on a place or near it goes on with it, one elsewhere begins anew") {
    open();
    touch(test::kChest);
    REQUIRE(document::rate(document, 8));
    REQUIRE(document::toggleFeeling(document, "sharp"));
    touch(test::kThigh);
    touch(test::kChest + glm::vec3(-0.05F, 0.0F, 0.0F));
    REQUIRE(places().size() == 2);
    CHECK(document.checkIn->place == places()[0]);
    CHECK(level(places()[0]) == 8);
    CHECK(level(places()[1]) == 5);
    CHECK(pain().places().at(places()[1]).words.empty());
}

TEST_CASE_FIXTURE(test::CheckInHand, "after \"another place\" a touch begins one, whatever it touches") {
    open();
    CHECK_FALSE(document::anotherPlace(document));  // there is none yet
    touch(test::kChest);
    REQUIRE(document::toggleFeeling(document, "sharp"));
    CHECK(document::anotherPlace(document));
    CHECK_FALSE(document::rate(document, 3));  // of what?
    touch(test::kChest + glm::vec3(-0.06F, 0.0F, 0.0F));
    CHECK(places().size() == 2);
    CHECK(document.checkIn->place == places()[1]);
}

TEST_CASE_FIXTURE(test::CheckInHand, "none takes the place away, and undo brings it back") {
    open();
    touch(test::kChest);
    CHECK(document::rate(document, 0));
    CHECK(places().empty());
    CHECK(document.checkIn->place == map::kNoPlace);
    CHECK(document::takeBackMark(document));
    REQUIRE(places().size() == 1);
    CHECK(document.checkIn->place == places()[0]);
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "nothing hurts is a finished empty map, which is not the same as no map") {
    open();
    CHECK(vault->maps.find(kToday) == vault->maps.end());
    CHECK_FALSE(document::confirm(document));
    CHECK(document::nothingHurts(document));
    CHECK(document::goBack(document));
    CHECK(document::nothingHurts(document));
    CHECK(document::confirm(document));
    REQUIRE(vault->maps.find(kToday) != vault->maps.end());
    CHECK(vault->maps.at(kToday).completed);
    CHECK(vault->maps.at(kToday).stored.entries.empty());
    CHECK(test::mapOf(document, Author::Client).map.isEmpty());
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "that nothing hurts is read back when the client comes again, and can be changed") {
    open();
    REQUIRE(document::nothingHurts(document));
    CHECK_FALSE(document.checkIn->saidNothing);
    REQUIRE(document::confirm(document));
    REQUIRE(document::closeCheckIn(document));
    open();
    CHECK(page() == CheckInPage::Nothing);
    CHECK(document.checkIn->saidNothing);
    CHECK(document::confirm(document));  // it is still so
    REQUIRE(document::closeCheckIn(document));
    open();
    REQUIRE(document.checkIn->saidNothing);
    CHECK(document::goBack(document));
    CHECK(page() == CheckInPage::Mark);
    CHECK_FALSE(document.checkIn->saidNothing);
    touch(test::kChest);
    REQUIRE(document::readBack(document));
    CHECK(document::confirm(document));
    CHECK(places().size() == 1);
}

TEST_CASE_FIXTURE(test::CheckInHand, "who marked something cannot say by mistake that nothing hurts") {
    open();
    touch(test::kChest);
    CHECK_FALSE(document::nothingHurts(document));
    CHECK(page() == CheckInPage::Mark);
}

TEST_CASE_FIXTURE(test::CheckInHand, "places that are read back can be changed and removed") {
    open();
    touch(test::kChest);
    touch(test::kBack);
    REQUIRE(document::readBack(document));
    const map::PlaceNumber chest = places()[0], back = places()[1];
    CHECK(document::removePlace(document, chest));
    CHECK(page() == CheckInPage::ReadBack);
    CHECK(document::changePlace(document, back));
    CHECK(page() == CheckInPage::Mark);
    CHECK(document.checkIn->place == back);
    CHECK(document.camera.yawDegrees == doctest::Approx(180.0));
    CHECK(document::rate(document, 2));
    CHECK(level(back) == 2);
    REQUIRE(document::readBack(document));
    CHECK(document::removePlace(document, back));
    CHECK(page() == CheckInPage::Mark);  // nothing is left to be asked about
    CHECK(test::mapOf(document, Author::Client).map.isEmpty());
}

TEST_CASE_FIXTURE(test::CheckInHand, "places that were removed are put back one after the other") {
    open();
    touch(test::kChest);
    REQUIRE(document::rate(document, 8));
    touch(test::kThigh);
    touch(test::kBack);
    const map::BodyMap before = test::mapOf(document, Author::Client).map;
    REQUIRE(document::readBack(document));
    CHECK(document.checkIn->removed == 0);
    const auto three = places();
    REQUIRE(document::removePlace(document, three[0]));
    REQUIRE(document::removePlace(document, three[2]));
    CHECK(document.checkIn->removed == 2);
    CHECK(document::takeBackMark(document));
    CHECK(document::takeBackMark(document));
    CHECK(page() == CheckInPage::ReadBack);
    CHECK(document.checkIn->removed == 0);
    CHECK(test::mapOf(document, Author::Client).map == before);
    REQUIRE(document::removePlace(document, three[1]));
    REQUIRE(document::goBack(document));
    REQUIRE(document::readBack(document));
    CHECK(document.checkIn->removed == 0);  // another page was between
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "the last place that was removed comes back on its own side of the body") {
    open();
    touch(test::kBack);
    REQUIRE(document::readBack(document));
    REQUIRE(document::removePlace(document, places().front()));
    REQUIRE(page() == CheckInPage::Mark);
    document::viewFrom(document, body::StandardView::Front);
    CHECK(document::takeBackMark(document));
    CHECK(places().size() == 1);
    CHECK(document.camera.yawDegrees == doctest::Approx(180.0));
}

TEST_CASE_FIXTURE(test::CheckInHand, "a place is taken up by its number, whatever the hand did before") {
    open();
    touch(test::kChest);
    REQUIRE(document::rate(document, 7));
    REQUIRE(document::toggleFeeling(document, "sharp"));
    touch(test::kThigh);
    const auto chest = places()[0];
    const map::BodyMap before = test::mapOf(document, Author::Client).map;
    REQUIRE(document::toggleErasing(document));
    CHECK(document::takeUpPlace(document, chest));
    CHECK(document.checkIn->place == chest);
    CHECK(document.tool.tool == document::PaintTool::Brush);
    CHECK(document.tool.brush().level == 7);
    CHECK(test::mapOf(document, Author::Client).map == before);  // nothing was painted
    CHECK(document::rate(document, 2));
    CHECK(level(chest) == 2);
    CHECK(document::anotherPlace(document));
    CHECK(document::takeUpPlace(document, chest));
    CHECK_FALSE(document.checkIn->another);
    CHECK_FALSE(document::takeUpPlace(document, 77));
    REQUIRE(document::readBack(document));
    CHECK_FALSE(document::takeUpPlace(document, chest));  // not on this page
}

TEST_CASE_FIXTURE(test::CheckInHand, "the size is that of marking and of erasing") {
    open();
    touch(test::kChest);
    REQUIRE(document::toggleErasing(document));
    CHECK(document::clientSize(document, 2.0));
    CHECK(document.tool.tool == document::PaintTool::Erase);
    CHECK(document::brushDiameterCm(document) == 2.0);
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "starting again is asked about once, and one undo brings everything back") {
    open();
    CHECK_FALSE(document::askToStartAgain(document));
    touch(test::kChest);
    touch(test::kThigh);
    touch(test::kBack);
    const map::BodyMap before = test::mapOf(document, Author::Client).map;
    CHECK(document::askToStartAgain(document));
    CHECK(document::goBack(document));
    CHECK(places().size() == 3);
    CHECK(document::askToStartAgain(document));
    CHECK(document::startAgain(document));
    CHECK(page() == CheckInPage::Mark);
    CHECK(test::mapOf(document, Author::Client).map.isEmpty());
    CHECK(document::takeBackMark(document));
    CHECK(test::mapOf(document, Author::Client).map == before);
}

TEST_CASE_FIXTURE(test::CheckInHand, "a full disk is said to the client, and nothing is lost") {
    open();
    touch(test::kChest);
    REQUIRE(document::readBack(document));
    vault->failing = true;
    CHECK_FALSE(document::confirm(document));
    CHECK(page() == CheckInPage::ReadBack);
    CHECK(document.checkIn->trouble.find("call your therapist") != std::string::npos);
    vault->failing = false;
    CHECK(document::confirm(document));
    CHECK(vault->maps.at(kToday).completed);
}

TEST_CASE_FIXTURE(test::CheckInHand, "the list marks a whole region, on one side or both, and shows it") {
    open();
    CHECK_FALSE(document::markRegion(document, "chest_L"));  // the list is not shown
    REQUIRE(document::showRegions(document));
    const auto parts = document::bodyParts();
    const auto back = std::find_if(parts.begin(), parts.end(), [](const document::BodyPart& part) {
        return std::string(part.name) == "Back";
    });
    REQUIRE(document::choosePart(document, static_cast<std::size_t>(back - parts.begin())));
    CHECK(document::regionsOf(document.body->atlas(), *back, body::Side::Right).size() ==
          1);                                                  // the little man's
    CHECK_FALSE(document::markRegion(document, "midback_L"));  // left or right?
    CHECK(places().empty());
    CHECK(document::chooseSide(document, body::Side::Middle));
    CHECK(document::markRegion(document, "midback_L"));
    CHECK(page() == CheckInPage::Mark);
    REQUIRE(places().size() == 1);
    CHECK(level(places()[0]) == 5);
    CHECK(document.camera.yawDegrees == doctest::Approx(180.0));
    const auto numbers = pain().placeNumbers();
    std::map<std::string, std::size_t> painted;
    for (std::uint32_t v = 0; v < numbers.size(); ++v) {
        if (numbers[v] != map::kNoPlace)
            ++painted[document.body->atlas().region(document.body->atlas().regionOf(v)).id];
    }
    CHECK(painted.size() == 2);
    CHECK(painted["midback_R"] > painted["midback_L"] / 2);
    CHECK(document.checkIn->place == places()[0]);
    CHECK(document::rate(document, 9));
    CHECK(document::takeBackMark(document));
    CHECK(document::takeBackMark(document));
    CHECK(places().empty());
}

TEST_CASE_FIXTURE(test::CheckInHand,
                  "no side of the list is chosen beforehand, and what has no sides needs none") {
    open();
    REQUIRE(document::showRegions(document));
    REQUIRE(document::choosePart(document, 3));
    CHECK_FALSE(document.checkIn->side.has_value());
    REQUIRE(document::chooseSide(document, body::Side::Right));
    REQUIRE(document::goBack(document));
    REQUIRE(document::choosePart(document, 0));
    CHECK_FALSE(document.checkIn->side.has_value());
    const auto& atlas = document.body->atlas();
    for (body::RegionIndex region = 0; region < atlas.regions().size(); ++region) {
        const bool middle = atlas.region(region).side == body::Side::Middle;
        CHECK(document::canMarkRegion(document, region) == middle);
    }
    REQUIRE(document::chooseSide(document, body::Side::Left));
    CHECK(document::canMarkRegion(document, *atlas.find("chest_L")));
}

TEST_CASE_FIXTURE(test::CheckInHand, "the way back from the list leads over its parts") {
    open();
    REQUIRE(document::showRegions(document));
    REQUIRE(document::choosePart(document, 3));
    CHECK_FALSE(document::choosePart(document, 300));
    CHECK(document::goBack(document));
    CHECK(page() == CheckInPage::Regions);
    CHECK_FALSE(document.checkIn->part.has_value());
    CHECK(document::goBack(document));
    CHECK(page() == CheckInPage::Mark);
}

TEST_CASE("every region of the standard body stands in one part of the list, and each part fits on a page") {
    const auto body = body::loadStandardBody(PALPATE_TEST_RESOURCES "/models");
    REQUIRE(body.has_value());
    std::multiset<std::string> listed;
    for (const document::BodyPart& part : document::bodyParts()) {
        CAPTURE(part.name);
        const auto left = document::regionsOf((*body)->atlas(), part, body::Side::Left);
        const auto right = document::regionsOf((*body)->atlas(), part, body::Side::Right);
        CHECK(left.size() == right.size());
        CHECK(left.size() <= 12);
        CHECK_FALSE(left.empty());
        for (const auto index : left)
            listed.insert((*body)->atlas().region(index).base);
    }
    std::set<std::string> bases;
    for (const body::Region& region : (*body)->atlas().regions())
        bases.insert(region.base);
    CHECK(std::multiset<std::string>(bases.begin(), bases.end()) == listed);
}
