#include "document/history.h"

#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/test_documents.h"
#include "document/visit_records.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate;
using clinic::Author;
using document::Document;
using map::LayerKind;

namespace {

bool onlyOne() {
    return false;
}

void readAll(Document& document) {
    while (document::stepHistory(document, onlyOne)) {
    }
}

// Monday: the chest at 8. Tuesday: nothing. Wednesday, open: the chest at 3 and the thigh at 2. By the
// therapist; Wednesday's client said that nothing hurts.
Document threeVisits(const std::shared_ptr<test::FakeVault>& vault) {
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 8)));
    REQUIRE(document::addVisit(document, test::kTuesday));
    core::Timestamp wednesday = test::kTuesday;
    wednesday.utcMilliseconds += 86'400'000;
    REQUIRE(document::addVisit(document, wednesday));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 3)));
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh, 2)));
    REQUIRE(document.practice->complete({document.visit, Author::Client, clinic::Moment::Before}));
    return document;
}

Document opened(const std::shared_ptr<test::FakeVault>& vault) {
    Document document = threeVisits(vault);
    REQUIRE(document::openHistory(document));
    return document;
}

}  // namespace

TEST_CASE("the view over time is there before anything is read, and then reads visit by visit") {
    Document document = opened(test::makeVault());
    CHECK(document.history->visits.size() == 3);
    CHECK(document.history->read == 0);
    CHECK(document::timelineOf(*document.history).empty());
    CHECK(document::stepHistory(document, onlyOne));
    CHECK(document::timelineOf(*document.history).size() == 1);
    readAll(document);
    CHECK_FALSE(document.history->isReading());
    CHECK_FALSE(document::stepHistory(document, onlyOne));

    const auto visits = document::timelineOf(*document.history);
    REQUIRE(visits.size() == 3);
    CHECK(visits[0].worst == 8.0);
    CHECK_FALSE(visits[1].hasValue());
    CHECK(visits[2].worst == 3.0);
    CHECK(visits[2].extentCm2 > visits[0].extentCm2);
}

TEST_CASE("nothing hurts is a zero on the client's course, and no map is none") {
    Document document = opened(test::makeVault());
    readAll(document);
    CHECK(document::setHistoryAuthor(document, Author::Client));
    const auto visits = document::timelineOf(*document.history);
    CHECK_FALSE(visits[0].hasValue());
    CHECK(visits[2].hasValue());
    CHECK(visits[2].record == analysis::LayerRecord::Nothing);
    CHECK(visits[2].worst == 0.0);
}

TEST_CASE("of a region only its own paint counts") {
    Document document = opened(test::makeVault());
    readAll(document);
    const auto& sample = document.history->visits[2].map(Author::Therapist).layers[0];
    REQUIRE_FALSE(sample.regions.empty());
    double sum = 0.0;
    for (const auto& region : sample.regions) {
        document::setHistoryRegion(document, region.region);
        sum += document::timelineOf(*document.history)[2].extentCm2;
    }
    CHECK(sum == doctest::Approx(sample.extentCm2));
}

TEST_CASE("the map on the body is the visit's, bit for bit, and follows the slider") {
    Document document = opened(test::makeVault());
    const map::BodyMap open = test::mapOf(document, Author::Therapist).map;
    readAll(document);
    REQUIRE(document.history->replay.has_value());
    CHECK(*document.history->replay == open);
    CHECK(document::showHistoryVisit(document, 0));
    CHECK_FALSE(document.history->replay->isEmpty());
    CHECK_FALSE(*document.history->replay == open);
    CHECK(document::showHistoryVisit(document, 1));
    CHECK(document.history->replay->isEmpty());
    CHECK_FALSE(document::showHistoryVisit(document, 3));
}

TEST_CASE("nothing is painted while the view over time is open, and it closes when another visit opens") {
    Document document = opened(test::makeVault());
    CHECK_FALSE(document::canPaint(document));
    CHECK(document::whyNoPainting(document).find("over time") != std::string::npos);
    REQUIRE(document::openVisit(document, core::VisitId{1}));
    CHECK_FALSE(document.history.has_value());
    CHECK_FALSE(document::closeHistory(document));
}

TEST_CASE("two visits are compared from there, the earlier one first, and closing that comes back") {
    Document document = opened(test::makeVault());
    readAll(document);
    REQUIRE(document::compareInHistory(document, 2, 0));
    REQUIRE(document.compare.has_value());
    CHECK(document.compare->from.key == clinic::MapKey{{1}, Author::Therapist, clinic::Moment::Before});
    CHECK(document.compare->to.key == clinic::MapKey{{3}, Author::Therapist, clinic::Moment::Before});
    CHECK(document::closeCompare(document));
    CHECK(document.history.has_value());
    CHECK_FALSE(document::compareInHistory(document, 1, 1));
    CHECK_FALSE(document::compareInHistory(document, 0, 9));
}

TEST_CASE("comparing from there leaves the open visit alone, be it the first one or none") {
    Document document = threeVisits(test::makeVault());
    REQUIRE(document::openVisit(document, core::VisitId{1}));
    const auto map = test::mapOf(document, Author::Therapist).map;
    REQUIRE(document::openHistory(document));
    readAll(document);
    REQUIRE(document::compareInHistory(document, 0, 2));
    CHECK(document.compare->from.key.visit == core::VisitId{1});
    CHECK(document.compare->to.key.visit == core::VisitId{3});
    CHECK(document.history.has_value());
    CHECK(document.visit == core::VisitId{1});
    CHECK(document::closeCompare(document));
    CHECK(document::closeHistory(document));
    CHECK(document.visit == core::VisitId{1});
    CHECK(test::mapOf(document, Author::Therapist).map == map);
    CHECK(document::undo(document));  // what was painted can still be taken back

    document::closeVisit(document);
    REQUIRE(document::openHistory(document));
    readAll(document);
    document::setHistoryLayer(document, LayerKind::Tension);
    REQUIRE(document::compareInHistory(document, 1, 2));
    CHECK_FALSE(document.visit);
    CHECK(document.maps.empty());
    CHECK(document.compare->layer == LayerKind::Pain);  // nobody painted tension
}

TEST_CASE("a damaged map is a gap that says so, and the others are there") {
    const auto vault = test::makeVault();
    Document document = threeVisits(vault);
    vault->damaged.insert({core::VisitId{1}, Author::Therapist, clinic::Moment::Before});
    REQUIRE(document::openHistory(document));
    readAll(document);
    const auto visits = document::timelineOf(*document.history);
    CHECK(visits[0].unreadable);
    CHECK_FALSE(visits[0].hasValue());
    CHECK(visits[2].worst == 3.0);
}

TEST_CASE("ratings of a visit stand beside its map, and visits without any have none") {
    const auto vault = test::makeVault();
    Document document = threeVisits(vault);
    clinic::Ratings ratings;
    ratings.set(clinic::Rating::PainAverage, 6);
    ratings.set(clinic::Rating::PainNow, 0);
    REQUIRE(document::saveRatings(*document.practice, core::VisitId{1}, ratings));
    REQUIRE(document::openHistory(document));
    readAll(document);
    const auto visits = document::timelineOf(*document.history);
    CHECK(visits[0].painAverage == 6.0);
    CHECK(visits[0].painNow == 0.0);
    CHECK_FALSE(visits[0].painWorst.has_value());
    CHECK_FALSE(visits[1].painAverage.has_value());
}

TEST_CASE("what joints did at a visit stands beside its map, and can be chosen where it was measured") {
    const auto vault = test::makeVault();
    Document document = threeVisits(vault);
    const auto neck = clinic::motionFromText("neck_rotation:left");
    const auto knee = clinic::motionFromText("knee_flexion:right:passive:after");
    REQUIRE(neck);
    REQUIRE(knee);
    clinic::RangeOfMotion motions;
    motions.set(*neck, 55);
    REQUIRE(document::saveMotions(*document.practice, core::VisitId{1}, motions));
    motions.set(*neck, 60);
    motions.set(*knee, 100);
    REQUIRE(document::saveMotions(*document.practice, core::VisitId{3}, motions));
    REQUIRE(document::openHistory(document));
    CHECK(document::motionsMeasured(*document.history).empty());
    readAll(document);
    const auto visits = document::timelineOf(*document.history);
    CHECK(visits[0].motions[*neck] == 55);
    CHECK_FALSE(visits[1].motions[*neck].has_value());
    CHECK(visits[2].motions[*knee] == 100);
    const auto measured = document::motionsMeasured(*document.history);
    REQUIRE(measured.size() == 2);
    CHECK(measured[0] == analysis::MotionChoice{neck->movement, clinic::MotionMode::Active});
    CHECK(measured[1] == analysis::MotionChoice{knee->movement, clinic::MotionMode::Passive});
    CHECK(document::setHistoryMotion(document, measured[0]));
    CHECK_FALSE(document::setHistoryMotion(document, measured[0]));
    CHECK(document::setHistoryMotion(document, std::nullopt));
}

TEST_CASE("who recorded something is looked at, until the person chooses") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 8)));
    document::paintAs(document, Author::Client);
    REQUIRE(document::openHistory(document));
    CHECK(document.history->author == Author::Client);
    readAll(document);
    CHECK(document.history->author == Author::Therapist);
    CHECK_FALSE(document.history->replay->isEmpty());
    CHECK(document::setHistoryAuthor(document, Author::Client));
    document::setHistoryLayer(document, LayerKind::Tension);
    document::setHistoryLayer(document, LayerKind::Pain);
    CHECK(document.history->author == Author::Client);
}

TEST_CASE("counting goes on map by map, can be ended, and leaves out what is not ticked") {
    Document document = opened(test::makeVault());
    readAll(document);
    REQUIRE(document::setHistoryPage(document, document::HistoryPage::Frequency));
    const auto& history = *document.history;
    CHECK(history.frequency->isRunning());
    CHECK(document::stepHistory(document, onlyOne));
    CHECK(history.frequency->next == 1);
    CHECK(document::stopFrequency(document));
    CHECK_FALSE(document::stepHistory(document, onlyOne));
    CHECK_FALSE(history.frequency->stopped.empty());

    CHECK(document::startFrequency(document));
    readAll(document);
    REQUIRE(history.frequency->result.has_value());
    // Wednesday's client says that nothing hurts: that is a map, and stands for the therapist's.
    CHECK(history.frequency->result->maps == 2);
    CHECK(history.frequency->without == 1);
    CHECK(*std::max_element(history.frequency->result->painted.begin(),
                            history.frequency->result->painted.end()) == 1);
    CHECK_FALSE(history.frequency->picture->isEmpty());

    CHECK(document::countVisit(document, core::VisitId{3}, false));
    readAll(document);
    CHECK(history.frequency->result->maps == 1);
    CHECK(document::setFrequencyScope(document, document::FrequencyScope::Everybody));
    readAll(document);
    CHECK(history.frequency->result->maps == 2);
}

TEST_CASE("runs are the same out of a snapshot and out of the journal") {
    const auto vault = test::makeVault();
    Document document = threeVisits(vault);
    const auto figures = document::figuresFrom(document.modelsFolder);
    const auto runs = [&](std::int64_t visit) {
        auto read =
            document::runsOfVisit(*document.practice, {visit}, LayerKind::Pain, *document.body, figures);
        REQUIRE(read.has_value());
        return *read;
    };
    const auto before = runs(1);
    REQUIRE(before.has_value());
    CHECK_FALSE(before->empty());
    for (auto& [key, kept] : vault->maps)
        kept.stored.snapshot.clear();
    CHECK(runs(1) == before);
    CHECK_FALSE(runs(2).has_value());
    REQUIRE(runs(3).has_value());
    CHECK(runs(3)->empty());  // the client's: nothing hurts
}

TEST_CASE("treatments count on whichever of the therapist's maps they were painted, and once") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    const auto treat = [&](const glm::vec3& at, int pressure, int minutes) {
        map::Stroke treatment = test::dab(document, at, pressure);
        treatment.layer = LayerKind::Treated;
        treatment.place.minutes = minutes;
        REQUIRE(*document::paint(document, treatment));
    };
    const auto sum = [&](auto member) {
        const auto figures = document::figuresFrom(document.modelsFolder);
        const auto read = document::readHistoryVisit(*document.practice, document.visits.front(),
                                                     *document.body, 1.0, figures);
        CHECK_FALSE(read.treatedUnreadable);
        double all = 0.0;
        for (const auto& region : read.treated)
            all += region.*member;
        return all;
    };
    using Region = analysis::TreatedRegion;
    CHECK(sum(&Region::cm2) == 0.0);
    REQUIRE(document::setMoment(document, clinic::Moment::After));
    treat(test::kChest, 3, 10);
    const double chest = sum(&Region::cm2);
    CHECK(chest > 0.0);
    CHECK(sum(&Region::minutes) == doctest::Approx(10.0));
    REQUIRE(document::setMoment(document, clinic::Moment::Before));
    treat(test::kThigh, 2, 5);
    CHECK(sum(&Region::cm2) > 1.2 * chest);
    CHECK(sum(&Region::minutes) == doctest::Approx(15.0));
    // The same skin on both maps was not treated twice.
    const double both = sum(&Region::cm2);
    treat(test::kChest, 1, 4);
    CHECK(sum(&Region::cm2) == doctest::Approx(both));
    CHECK(sum(&Region::minutes) == doctest::Approx(15.0));
    vault->damaged.insert({core::VisitId{1}, Author::Therapist, clinic::Moment::After});
    const auto damaged =
        document::readHistoryVisit(*document.practice, document.visits.front(), *document.body, 1.0,
                                   document::figuresFrom(document.modelsFolder));
    CHECK(damaged.treatedUnreadable);
}

TEST_CASE("a treatment stands beside the change until the next map") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 8)));
    map::Stroke treatment = test::dab(document, test::kChest, 3);
    treatment.layer = LayerKind::Treated;
    treatment.place.minutes = 10;
    REQUIRE(*document::paint(document, treatment));
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 4)));
    REQUIRE(document::openHistory(document));
    readAll(document);
    const auto table = document::doseTableOf(*document.history);
    REQUIRE_FALSE(table.points.empty());
    double minutes = 0.0;
    for (const auto& point : table.points) {
        minutes += point.minutes;
        CHECK(point.change() == doctest::Approx(-4.0).epsilon(0.2));
    }
    CHECK(minutes == doctest::Approx(10.0));
}
