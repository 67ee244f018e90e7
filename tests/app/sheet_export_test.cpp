#include "app/sheet_export.h"

#include "document/edit.h"
#include "document/open.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace palpate;
using clinic::Author;
using document::Document;

TEST_CASE("the map before is replayed on the figure that it was painted on") {
    const auto vault = test::makeVault();
    {
        Document document = test::openVault(vault);
        document.modelsFolder = PALPATE_TEST_RESOURCES "/models";
        auto neutral = body::loadStandardBody(document.modelsFolder);
        REQUIRE(neutral.has_value());
        document.body = *neutral;
        vault->clients.front().figure = "neutral";
        REQUIRE(document::openClient(document, document.client));
        REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    }
    Document document;
    document.modelsFolder = PALPATE_TEST_RESOURCES "/models";
    vault->clients.front().figure = "child";
    REQUIRE(document::openPractice(document, std::make_unique<test::FakePractice>(vault)));
    REQUIRE(document::openClient(document, document.clients.front().id));
    const map::BodyMap before = test::mapOf(document, Author::Therapist).map;
    REQUIRE_FALSE(before.isEmpty());
    REQUIRE(document::addVisit(document, test::kTuesday));
    // Without it every stroke is replayed.
    for (auto& [key, kept] : vault->maps)
        kept.stored.snapshot.clear();
    const auto earlier = app::earlierMap(document, Author::Therapist);
    REQUIRE_MESSAGE(earlier.has_value(), (earlier ? std::string() : earlier.error().message()));
    REQUIRE(earlier->has_value());
    CHECK((*earlier)->visit->id == core::VisitId{1});
    CHECK((*earlier)->map == before);
    const auto none = app::earlierMap(document, Author::Client);
    REQUIRE(none.has_value());
    CHECK_FALSE(none->has_value());
}
