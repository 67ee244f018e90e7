#include "document/scores.h"

#include "document/edit.h"
#include "document/open.h"
#include "document/overlay.h"
#include "document/preview.h"
#include "document/standard_document.h"
#include "document/test_documents.h"
#include "document/transaction.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace palpate;
using clinic::Author;
using clinic::Rating;
using document::Document;
using document::ScoreArea;

namespace {

std::size_t markedVertices(const Document& document) {
    document::Preview preview;
    const auto& marks = preview.of(document).vertices;
    return static_cast<std::size_t>(std::count(marks.begin(), marks.end(), 1));
}

}  // namespace

TEST_CASE("a rating is kept at once and comes back when the visit is opened again") {
    const auto vault = test::makeVault();
    {
        Document document = test::openVault(vault);
        REQUIRE(*document::rateVisit(document, Rating::PainNow, 7));
        CHECK_FALSE(*document::rateVisit(document, Rating::PainNow, 7));
        REQUIRE(*document::rateVisit(document, Rating::Sleep, 2));
        REQUIRE(*document::rateVisit(document, Rating::Sleep, std::nullopt));
    }
    const Document again = test::openVault(vault);
    CHECK(again.scores.ratings[Rating::PainNow] == 7);
    CHECK_FALSE(again.scores.ratings[Rating::Sleep].has_value());
}

TEST_CASE("a rating that is impossible or cannot be written changes nothing") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(document::rateVisit(document, Rating::PainNow, 7));
    const auto version = document.version;
    CHECK_FALSE(document::rateVisit(document, Rating::PainNow, 11));
    vault->failing = true;
    CHECK_FALSE(document::rateVisit(document, Rating::PainNow, 3));
    CHECK(document.scores.ratings[Rating::PainNow] == 7);
    CHECK(document.version == version);
    document::closeVisit(document);
    const auto none = document::rateVisit(document, Rating::PainNow, 3);
    REQUIRE_FALSE(none);
    CHECK(none.error().what.find("No visit") != std::string::npos);
}

TEST_CASE("what was kept and cannot be read is never written over") {
    const auto vault = test::makeVault();
    const auto key = std::pair(vault->visits.front().id, std::string("ratings"));
    vault->visitRecords[key] = {std::byte{'{'}};
    Document document = test::openVault(vault);
    CHECK_FALSE(document.scores.trouble.empty());
    const auto refused = document::rateVisit(document, Rating::PainNow, 3);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what == document.scores.trouble);
    CHECK(vault->visitRecords[key].size() == 1);
}

TEST_CASE("the newest earlier visit that has ratings is what they are compared with") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(document::rateVisit(document, Rating::PainNow, 7));
    CHECK_FALSE(document.scores.before.has_value());
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document.scores.before.has_value());
    CHECK(document.scores.before->visit == 1);
    CHECK(document.scores.before->ratings[Rating::PainNow] == 7);
    CHECK_FALSE(document.scores.ratings[Rating::PainNow].has_value());
    REQUIRE(document::addVisit(document, test::kTuesday));  // nothing was asked at the second
    REQUIRE(document.scores.before.has_value());
    CHECK(document.scores.before->visit == 1);
}

TEST_CASE("the practice's rule for areas is kept for all its visits, and an impossible one refused") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    CHECK(document.scores.rule == analysis::EndorsementRule{});
    REQUIRE(*document::setAreaRule(document, {12.5, 33.3}));
    CHECK_FALSE(*document::setAreaRule(document, {12.5, 33.3}));
    CHECK_FALSE(document::setAreaRule(document, {0.0, 10.0}));
    CHECK_FALSE(document::setAreaRule(document, {10.0, 101.0}));
    CHECK(test::openVault(vault).scores.rule == analysis::EndorsementRule{12.5, 33.3});
    vault->settings.begin()->second = "many";
    test::FakePractice practice(vault);
    CHECK_FALSE(document::areaRuleOf(practice));
}

TEST_CASE("what is said of an area is kept beside the map, who said it with it, and can be taken back") {
    auto corrections = clinic::Corrections();
    const clinic::MapKey client{core::VisitId{1}, Author::Client, clinic::Moment::Before};
    const clinic::MapKey therapist{core::VisitId{1}, Author::Therapist, clinic::Moment::Before};
    const clinic::Correction jaw{client, "wpi_2016", "jaw_L", false, Author::Therapist, test::kMonday};
    document::putCorrection(corrections, jaw, true);
    REQUIRE(corrections.size() == 1);
    CHECK(corrections.front().hurts);
    auto later = jaw;
    later.at = test::kTuesday;
    document::putCorrection(corrections, later, true);
    CHECK(corrections.front().at == test::kMonday);  // nothing new was said
    auto other = later;
    other.map = therapist;
    document::putCorrection(corrections, other, false);
    CHECK(corrections.size() == 2);
    document::putCorrection(corrections, later, false);
    CHECK(analysis::findCorrection(corrections, client, "wpi_2016", "jaw_L")->at == test::kTuesday);
    document::putCorrection(corrections, later, std::nullopt);
    CHECK(analysis::findCorrection(corrections, client, "wpi_2016", "jaw_L") == nullptr);
    CHECK(corrections.size() == 1);
}

TEST_CASE("an area that is corrected by hand counts otherwise than its paint, until it is taken back") {
    const auto vault = test::makeVault();
    Document document = test::standardDocument(vault);
    REQUIRE(document::needLabels(document));
    CHECK_FALSE(document::scoresOf(document)->wpi.score().has_value());
    const body::Instrument& wpi = *document.labels->findInstrument("wpi_2016");
    const auto neck = static_cast<std::uint16_t>(
        std::find_if(wpi.areas.begin(), wpi.areas.end(),
                     [](const body::InstrumentArea& area) { return area.names.id == "neck"; }) -
        wpi.areas.begin());
    const ScoreArea area{"wpi_2016", neck};
    REQUIRE(*document::correctArea(document, area, true, test::kTuesday));
    CHECK_FALSE(*document::correctArea(document, area, true, test::kTuesday));
    const auto corrected = document::scoresOf(document);
    CHECK(corrected->wpi.score() == 1);
    CHECK_FALSE(corrected->wpi.endorsements[neck].fromPaint);
    CHECK(document.scores.corrections.front().by == Author::Therapist);

    // The client's map has corrections of its own.
    document::showMapOf(document, Author::Client);
    CHECK_FALSE(document::scoresOf(document)->wpi.score().has_value());
    document::showMapOf(document, Author::Therapist);
    CHECK(test::paintedVertices(test::mapOf(document, Author::Therapist)) == 0);

    Document again = test::standardDocument(vault);
    REQUIRE(document::needLabels(again));
    CHECK(document::scoresOf(again)->wpi.score() == 1);
    REQUIRE(*document::correctArea(again, area, std::nullopt, test::kTuesday));
    CHECK_FALSE(document::scoresOf(again)->wpi.score().has_value());
    CHECK_FALSE(document::correctArea(again, {"wpi_2016", 19}, true, test::kTuesday));
    CHECK_FALSE(document::correctArea(again, {"tarot", 0}, true, test::kTuesday));
}

TEST_CASE("an unpainted map has no score until it is painted or finished") {
    Document document = test::standardDocument(test::makeVault());
    REQUIRE(document::needLabels(document));
    CHECK_FALSE(document::scoresOf(document)->recorded);
    REQUIRE(*document::fillRegion(document, "lumbar_L"));
    CHECK(document::scoresOf(document)->wpi.score() == 1);
    document::showMapOf(document, Author::Client);
    CHECK_FALSE(document::scoresOf(document)->wpi.score().has_value());
    document::OpenMap* const client =
        std::find_if(document.maps.data(), document.maps.data() + document.maps.size(),
                     [](const auto& map) { return map.key.author == Author::Client; });
    client->completed = true;
    CHECK(document::scoresOf(document)->wpi.score() == 0);
}

TEST_CASE("an area that is looked at is marked on the body, which turns to what is painted there") {
    Document document = test::standardDocument(test::makeVault());
    CHECK(markedVertices(document) == 0);
    const std::uint16_t upperBack = 15;
    REQUIRE(*document::showArea(document, ScoreArea{"wpi_2016", upperBack}));
    REQUIRE(document.labels->findInstrument("wpi_2016")->areas[upperBack].names.id == "upper_back");
    CHECK(markedVertices(document) > 100);
    CHECK(document.camera.yawDegrees > 90.0F);
    CHECK(document.camera.yawDegrees < 270.0F);
    CHECK_FALSE(*document::showArea(document, ScoreArea{"wpi_2016", upperBack}));
    REQUIRE(*document::showArea(document, std::nullopt));
    CHECK(markedVertices(document) == 0);
    CHECK_FALSE(document::showArea(document, ScoreArea{"wpi_2016", 99}));
}
