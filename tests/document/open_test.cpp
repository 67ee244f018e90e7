#include "document/open.h"

#include "document/compare.h"
#include "document/edit.h"
#include "document/saving.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

using namespace palpate;
using clinic::Author;
using document::Document;

TEST_CASE("opening a client opens the newest visit with a map for each author") {
    const auto vault = test::makeVault();
    // Noted down later, but of an earlier day.
    vault->visits.push_back({{2}, {1}, 2, {test::kMonday.utcMilliseconds - 86'400'000, 60}, {}});
    const Document document = test::openVault(vault);
    CHECK(document.visit == core::VisitId{1});
    CHECK(document.visits.front().id == core::VisitId{2});
    REQUIRE(document.maps.size() == 3);
    CHECK(document.maps[0].key.author == Author::Client);
    CHECK(document.maps[1].key.author == Author::Therapist);
    CHECK_FALSE(document.maps[0].stored);
}

TEST_CASE("looking at a visit writes nothing") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    document::closeVisit(document);
    CHECK(vault->maps.empty());
    CHECK(vault->snapshotsSaved == 0);
}

TEST_CASE("a visit that was painted on leaves a snapshot behind") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    document::closeVisit(document);
    CHECK(vault->snapshotsSaved == 1);
    const auto& stored = vault->maps.begin()->second.stored;
    CHECK(stored.snapshotEntries == stored.entries.size());
    CHECK(document.maps.empty());
    CHECK_FALSE(document.visit);
}

TEST_CASE("today's visit is made once a day") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    SUBCASE("on the day of the newest visit that one is opened") {
        REQUIRE(document::openTodaysVisit(document, {test::kMonday.utcMilliseconds + 3'600'000, 60}));
        CHECK(vault->visits.size() == 1);
        CHECK(document.visit == core::VisitId{1});
    }
    SUBCASE("on another day there is a new one, and only one") {
        REQUIRE(document::openTodaysVisit(document, test::kTuesday));
        REQUIRE(document::openTodaysVisit(document, test::kTuesday));
        CHECK(vault->visits.size() == 2);
        CHECK(document.visit == core::VisitId{2});
        CHECK(document.visits.back().number == 2);
    }
    SUBCASE("it is found before a visit of a later day") {
        REQUIRE(document::addVisit(document, test::kTuesday));
        REQUIRE(document::openTodaysVisit(document, test::kMonday));
        CHECK(vault->visits.size() == 2);
        CHECK(document.visit == core::VisitId{1});
    }
    SUBCASE("without a client there is none") {
        document.client = {};
        document.visits.clear();
        const auto refused = document::openTodaysVisit(document, test::kTuesday);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().message() == "No client is open. Open one first.");
    }
}

TEST_CASE("a new client gets the next free code and is open at once") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    clinic::Client other;
    other.id = {2};
    other.code = "C-0141";
    vault->clients.push_back(other);
    REQUIRE(document::openPractice(document, std::make_unique<test::FakePractice>(vault)));
    CHECK(document.clients.size() == 2);
    CHECK_FALSE(document.client);
    CHECK(document::nextClientCode(document) == "C-0142");
    REQUIRE(document::addClient(document, {}));
    REQUIRE(document::openClientOf(document) != nullptr);
    CHECK(document::openClientOf(document)->code == "C-0142");
    CHECK(document.visits.empty());
    CHECK(document.maps.empty());
    CHECK(document::whyNoPainting(document) == "Open a visit to paint.");
}

TEST_CASE("what cannot be opened changes nothing") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    CHECK_FALSE(document::openClient(document, {99}).has_value());
    CHECK_FALSE(document::openVisit(document, {99}).has_value());
    vault->failing = true;
    CHECK_FALSE(document::addVisit(document, test::kTuesday).has_value());
    CHECK_FALSE(document::addClient(document, {}).has_value());
    CHECK(document.client == core::ClientId{1});
    CHECK(document.visit == core::VisitId{1});
    CHECK(document.maps.size() == 3);
    CHECK(document.clients.size() == 1);
}

TEST_CASE("areas are scaled to the client's own skin") {
    const auto vault = test::makeVault();
    vault->clients[0].heightCm = 180.0;
    vault->clients[0].weightKg = 80.0;
    Document document = test::openVault(vault);
    const double area = document.body->mesh().area();
    // Du Bois for 180 cm and 80 kg: 1.996 m2.
    CHECK(document::areaScale(document) * area == doctest::Approx(1.996).epsilon(0.001));
    document.clients[0].heightCm = document.clients[0].weightKg = 0.0;
    CHECK(document::areaScale(document) == 1.0);
}

TEST_CASE("one damaged map does not keep the other from being opened and painted on") {
    const auto vault = test::makeVault();
    const clinic::MapKey client{{1}, Author::Client, clinic::Moment::Before};
    vault->damaged.insert(client);
    Document document = test::openVault(vault);
    REQUIRE(document.visit == core::VisitId{1});
    CHECK(document.maps[0].damage.find("client's map") != std::string::npos);
    CHECK(document.maps[1].damage.empty());
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices[0].text.find("The client's map of this visit is damaged") == 0);
    CHECK(document.notices[0].text.find("The other map is open") != std::string::npos);

    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    document::paintAs(document, Author::Client);
    CHECK_FALSE(document::canPaint(document));
    CHECK(document::whyNoPainting(document) == document.maps[0].damage + ".");
    CHECK_FALSE(document::completeMap(document).has_value());
    CHECK_FALSE(document::reopenMap(document));
    // What is not known is not compared either, and nothing is ever written over it.
    REQUIRE(document::openTodaysVisit(document, test::kTuesday));
    REQUIRE(document::openCompare(document));
    CHECK_FALSE(document::compareFrom(document, client).has_value());
    CHECK(vault->maps.count(client) == 0);

    vault->damaged.insert({{1}, Author::Therapist, clinic::Moment::Before});
    CHECK_FALSE(document::openVisit(document, {1}).has_value());
}

TEST_CASE("damaged records are told once, and again only when there are more") {
    const auto vault = test::makeVault();
    for (int i = 1; i <= 4; ++i)
        vault->damagedRecords.push_back({"damaged", "client " + std::to_string(i), "Keep this file."});
    Document document = test::openVault(vault);
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices[0].text.find("client 1; client 2; client 3; and 1 more") != std::string::npos);
    CHECK(document.notices[0].text.find("Keep this file.") != std::string::npos);
    document::dismissNotice(document, document.notices[0].id);
    REQUIRE(document::openVisit(document, {1}));
    CHECK(document.notices.empty());
    vault->damagedRecords.push_back({"damaged", "visit 9", "Keep this file."});
    REQUIRE(document::openVisit(document, {1}));
    CHECK(document.notices.size() == 1);
}

TEST_CASE("what can never be written does not lock the document") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    vault->failing = true;
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh)));
    const auto stuck = document::openTodaysVisit(document, test::kTuesday);
    REQUIRE_FALSE(stuck.has_value());
    // The reason and the way out are those of the failure, not a guess.
    CHECK(stuck.error().what.find("The disk is full") != std::string::npos);
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices[0].command == document::kSetAsideCommand);

    REQUIRE(document::leaveUnwritten(document));
    CHECK(document.pending.empty());
    CHECK(document.notices.empty());
    CHECK(document.visit == core::VisitId{1});
    // The map is what the disk holds: the first stroke alone.
    CHECK(test::mapOf(document, Author::Therapist).entries == 1);
    CHECK(test::mapOf(document, Author::Therapist).history.undoSteps() == 1);
    vault->failing = false;
    REQUIRE(document::openTodaysVisit(document, test::kTuesday));
    CHECK(vault->visits.size() == 2);
}

TEST_CASE("the code of an erased client is given to nobody else") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(document::addClient(document, {}));
    const std::string code = document::nextClientCode(document);
    REQUIRE(document::addClient(document, {}));
    CHECK(document.clients.back().code == code);
    vault->clients.pop_back();  // erased
    document.clients.pop_back();
    CHECK(document::nextClientCode(document) != code);
}
