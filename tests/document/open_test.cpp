#include "document/open.h"

#include "document/edit.h"
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
    REQUIRE(document.maps.size() == 2);
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
    CHECK(document.maps.size() == 2);
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
