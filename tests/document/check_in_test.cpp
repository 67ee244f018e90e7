#include "document/check_in.h"

#include "document/check_in_places.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/place_words.h"
#include "document/selection.h"
#include "document/test_documents.h"
#include "document/transaction.h"
#include "map/stroke_target.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace palpate;
using clinic::Author;
using document::CheckInPage;
using document::Document;
using map::LayerKind;

namespace {

const clinic::MapKey kToday{{2}, Author::Client, clinic::Moment::Before};

// A client who came on Monday and is handed the window on Tuesday.
struct Hand {
    std::shared_ptr<test::FakeVault> vault = test::makeVault();
    Document document = test::openVault(vault);

    void open() { REQUIRE(document::openCheckIn(document, test::kTuesday)); }
    // What a touch there comes to: the skin nearest to a point in metres.
    void touch(glm::vec3 at) {
        const auto nearest = document.body->bvh().nearest(at, 0.3F);
        REQUIRE(nearest.has_value());
        document::beginTouch(document, nearest->point);
        map::Stroke stroke = document::strokeHeader(document);
        stroke.points = {nearest->point};
        REQUIRE(document::paint(document, stroke));
        document::endTouch(document, nearest->point);
    }
    [[nodiscard]] const map::Layer& pain() const {
        return test::mapOf(document, Author::Client).map.layer(LayerKind::Pain);
    }
    [[nodiscard]] std::vector<map::PlaceNumber> places() const { return document::checkInPlaces(document); }
    [[nodiscard]] int level(map::PlaceNumber place) const { return document::levelOfPlace(pain(), place); }
    [[nodiscard]] CheckInPage page() const { return document.checkIn->page; }
};

}  // namespace

TEST_CASE_FIXTURE(Hand,
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

TEST_CASE_FIXTURE(Hand,
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

TEST_CASE_FIXTURE(Hand, "level, words and depth change the place touched last as a whole") {
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

TEST_CASE_FIXTURE(Hand, "a touch on a place or near it goes on with it, one elsewhere begins anew") {
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

TEST_CASE_FIXTURE(Hand, "after \"another place\" a touch begins one, whatever it touches") {
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

TEST_CASE_FIXTURE(Hand, "none takes the place away, and undo brings it back") {
    open();
    touch(test::kChest);
    CHECK(document::rate(document, 0));
    CHECK(places().empty());
    CHECK(document.checkIn->place == map::kNoPlace);
    CHECK(document::takeBackMark(document));
    REQUIRE(places().size() == 1);
    CHECK(document.checkIn->place == places()[0]);
}

TEST_CASE_FIXTURE(Hand, "nothing hurts is a finished empty map, which is not the same as no map") {
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

TEST_CASE_FIXTURE(Hand, "who marked something cannot say by mistake that nothing hurts") {
    open();
    touch(test::kChest);
    CHECK_FALSE(document::nothingHurts(document));
    CHECK(page() == CheckInPage::Mark);
}

TEST_CASE_FIXTURE(Hand, "places that are read back can be changed and removed") {
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

TEST_CASE_FIXTURE(Hand, "starting again is asked about once, and one undo brings everything back") {
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

TEST_CASE_FIXTURE(Hand, "last time's marks are offered and never there by themselves") {
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

TEST_CASE_FIXTURE(Hand, "nothing is offered where nothing was marked last time") {
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));  // the therapist's
    open();
    CHECK_FALSE(document.checkIn->last.has_value());
    CHECK_FALSE(document::sameAsLastTime(document));
}

TEST_CASE_FIXTURE(Hand, "a full disk is said to the client, and nothing is lost") {
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

TEST_CASE_FIXTURE(Hand, "after the thanks nothing can be done but to hold the therapist's key for 1.5 s") {
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

TEST_CASE_FIXTURE(Hand, "the therapist can take the window back from any page, and what was marked stays") {
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

TEST_CASE_FIXTURE(Hand, "a finished check-in that is opened again is read back and can be changed") {
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

TEST_CASE_FIXTURE(Hand, "a place under the foot is shown from below") {
    open();
    const auto positions = document.body->mesh().positions();
    const auto lowest = std::min_element(positions.begin(), positions.end(),
                                         [](const auto& a, const auto& b) { return a.y < b.y; });
    touch(*lowest - glm::vec3(0.0F, 0.05F, 0.0F));
    REQUIRE(document::readBack(document));
    REQUIRE(document::changePlace(document, places().front()));
    CHECK(document.camera.pitchDegrees < -45.0F);
}

TEST_CASE_FIXTURE(Hand, "the list marks a whole region, on one side or both, and shows it") {
    open();
    CHECK_FALSE(document::markRegion(document, "chest_L"));  // the list is not shown
    REQUIRE(document::showRegions(document));
    const auto parts = document::bodyParts();
    const auto back = std::find_if(parts.begin(), parts.end(), [](const document::BodyPart& part) {
        return std::string(part.name) == "Back";
    });
    REQUIRE(document::choosePart(document, static_cast<std::size_t>(back - parts.begin())));
    CHECK(document::regionsOf(document.body->atlas(), *back, body::Side::Right).size() ==
          1);  // the little man's
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

TEST_CASE_FIXTURE(Hand, "the way back from the list leads over its parts") {
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

TEST_CASE_FIXTURE(Hand, "turning goes by eighths from wherever the body stands, and never tips") {
    open();
    body::Camera camera = document.camera;
    camera.yawDegrees = 50.0F;
    camera.pitchDegrees = 20.0F;
    document::setCamera(document, camera);
    CHECK(document::turnBody(document, 45.0F));
    CHECK(document.camera.yawDegrees == doctest::Approx(90.0));
    CHECK(document.camera.pitchDegrees == doctest::Approx(0.0));
    for (int i = 0; i < 20; ++i)
        document::zoomBody(document, true);
    CHECK(document.camera.height == doctest::Approx(document::fitHeight(document) / 4.0F));
}

TEST_CASE_FIXTURE(Hand, "without a client there is no check-in") {
    document.client = {};
    document.visits.clear();
    document.visit = {};
    document.maps.clear();
    CHECK_FALSE(document::openCheckIn(document, test::kTuesday));
    CHECK_FALSE(document.checkIn.has_value());
}

TEST_CASE_FIXTURE(Hand, "colour-blind view and overlay are the therapist's, and come back afterwards") {
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

TEST_CASE_FIXTURE(Hand,
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
    Hand, "a finished map that was emptied and not confirmed is brought back, not \"nothing hurts\"") {
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
    REQUIRE(document::closeCheckIn(document));
    CHECK(std::equal(finished.begin(), finished.end(), pain().values().begin()));
    CHECK(vault->maps.at(kToday).completed);
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices.front().kind == document::Notice::Kind::Warning);
    // And so it is on the disk.
    Document again = test::openVault(vault);
    REQUIRE(document::openVisit(again, {2}));
    const auto stored = test::mapOf(again, Author::Client).map.layer(LayerKind::Pain).values();
    CHECK(std::equal(finished.begin(), finished.end(), stored.begin()));
}

TEST_CASE_FIXTURE(
    Hand, "before a lock what ending the check-in brings back is written, or the client keeps the window") {
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

TEST_CASE_FIXTURE(Hand, "a finished map that is emptied and confirmed means that nothing hurts") {
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

TEST_CASE_FIXTURE(Hand,
                  "a finished map that was only changed keeps the change when the check-in is broken off") {
    open();
    touch(test::kChest);
    touch(test::kThigh);
    REQUIRE(document::readBack(document));
    REQUIRE(document::confirm(document));
    REQUIRE(document::closeCheckIn(document));
    open();
    REQUIRE(document::removePlace(document, places().front()));
    REQUIRE(document::closeCheckIn(document));
    CHECK(test::mapOf(document, Author::Client).completed);
    CHECK(pain().places().size() >= 1);
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices.front().text.find("did not confirm the change") != std::string::npos);
    open();
    REQUIRE(document::closeCheckIn(document));  // read back and left as it was
    CHECK(document.notices.size() <= 1);
}
