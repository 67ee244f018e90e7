#include "app/sheet_export.h"

#include "document/compare.h"
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

TEST_CASE("a sheet of after the treatment is compared with before it, and says so") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 9)));
    REQUIRE(document::addVisit(document, test::kTuesday));
    const auto key = [&](std::size_t visit, clinic::Moment moment) {
        return clinic::MapKey{document.visits[visit].id, Author::Therapist, moment};
    };
    REQUIRE(document::setMoment(document, clinic::Moment::After));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 2)));
    // Nothing was painted before the treatment, nor after it at the visit before: there is nothing like it.
    auto maps = app::mapsToExport(document);
    REQUIRE(maps.has_value());
    CHECK(maps->key == key(1, clinic::Moment::After));
    CHECK_FALSE(maps->earlier.has_value());
    CHECK(app::sheetText(*maps) ==
          "Visit 2 \u00b7 18 November 2025: the therapist's map after the treatment.");

    REQUIRE(document::setMoment(document, clinic::Moment::Before));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 7)));
    maps = app::mapsToExport(document);
    CHECK(maps->earlier->key == key(0, clinic::Moment::Before));
    REQUIRE(document::setMoment(document, clinic::Moment::After));
    maps = app::mapsToExport(document);
    REQUIRE(maps->earlier.has_value());
    CHECK(maps->earlier->key == key(1, clinic::Moment::Before));
    CHECK(maps->earlier->visit->number == 2);
    CHECK_FALSE(maps->earlier->map.isEmpty());
    CHECK(app::sheetText(*maps).find("after the treatment, compared with before it.") != std::string::npos);

    // At the next visit only the map of after the treatment is painted: like is compared with like.
    core::Timestamp wednesday = test::kTuesday;
    wednesday.utcMilliseconds += 86'400'000;
    REQUIRE(document::addVisit(document, wednesday));
    REQUIRE(document::setMoment(document, clinic::Moment::After));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 1)));
    maps = app::mapsToExport(document);
    REQUIRE(maps->earlier.has_value());
    CHECK(maps->earlier->key == key(1, clinic::Moment::After));
    CHECK(app::sheetText(*maps).find("compared with visit 2, after the treatment.") != std::string::npos);
}

TEST_CASE("while two visits are compared, the sheet is of the map on the right against the one on the left") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 7)));
    REQUIRE(document::openTodaysVisit(document, test::kTuesday));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 4)));
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(*document::paint(document, test::dab(document, test::kBack, 2)));
    const auto key = [&](std::size_t visit, Author author) {
        return clinic::MapKey{document.visits[visit].id, author, clinic::Moment::Before};
    };
    REQUIRE(document::openCompare(document));
    REQUIRE(document::compareFrom(document, key(0, Author::Therapist)));
    REQUIRE(document::compareTo(document, key(1, Author::Therapist)));
    // Whoever paints and whatever is open is not what is looked at.
    document.author = Author::Client;
    auto maps = app::mapsToExport(document);
    REQUIRE(maps.has_value());
    CHECK(maps->key == key(1, Author::Therapist));
    CHECK(maps->visit->number == 2);
    CHECK(*maps->map == document.compare->to.map);
    REQUIRE(maps->earlier.has_value());
    CHECK(maps->earlier->visit->number == 1);
    CHECK(maps->earlier->map == document.compare->from.map);
    CHECK(maps->lead == map::LayerKind::Pain);
    // Nobody painted as the client: there is no such map to put on a sheet.
    REQUIRE(document::compareTo(document, key(1, Author::Client)));
    CHECK_FALSE(app::mapsToExport(document).has_value());
    document::closeCompare(document);
    document.author = document.shown = Author::Therapist;
    maps = app::mapsToExport(document);
    REQUIRE(maps.has_value());
    CHECK(maps->visit->number == 3);
    CHECK(maps->earlier->visit->number == 2);
    CHECK_FALSE(maps->lead.has_value());
}
