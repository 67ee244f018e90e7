#include "document/compare.h"

#include "document/edit.h"
#include "document/open.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate;
using clinic::Author;
using document::Document;

namespace {

// Monday: the chest at 4. Tuesday, open: the chest at 7 and the thigh at 3. By the therapist.
Document twoVisits(const std::shared_ptr<test::FakeVault>& vault) {
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 4)));
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 7)));
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh, 3)));
    return document;
}

}  // namespace

TEST_CASE("comparing starts with the visit before against the open one") {
    Document document = twoVisits(test::makeVault());
    REQUIRE(document::openCompare(document));
    const auto& compare = *document.compare;
    CHECK(compare.from.key.visit == core::VisitId{1});
    CHECK(compare.to.key.visit == core::VisitId{2});
    CHECK(compare.from.key.author == Author::Therapist);
    CHECK(compare.measures.worseCm2 > 0.0);
    CHECK(compare.measures.newCm2 > 0.0);
    CHECK(compare.measures.resolvedCm2 == doctest::Approx(0.0));
    CHECK(compare.measures.peak.change() == doctest::Approx(3.0));
    CHECK(*std::max_element(compare.difference.begin(), compare.difference.end()) == 30);
    CHECK(compare.to.map == test::mapOf(document, Author::Therapist).map);
}

TEST_CASE("swapping the visits turns every change round") {
    Document document = twoVisits(test::makeVault());
    REQUIRE(document::openCompare(document));
    const auto before = *document.compare;
    CHECK(document::swapCompared(document));
    CHECK(document.compare->measures.resolvedCm2 == doctest::Approx(before.measures.newCm2));
    CHECK(document.compare->measures.jaccard == doctest::Approx(before.measures.jaccard));
    for (std::size_t i = 0; i < before.difference.size(); ++i)
        REQUIRE(document.compare->difference[i] == -before.difference[i]);
    CHECK(document.compare->version > before.version);
}

TEST_CASE("either side can be any map of the client, painted or not") {
    Document document = twoVisits(test::makeVault());
    REQUIRE(document::openCompare(document));
    REQUIRE(document::compareFrom(document, {{2}, Author::Therapist, clinic::Moment::Before}));
    CHECK(document.compare->measures.jaccard == 1.0);
    REQUIRE(document::compareTo(document, {{1}, Author::Client, clinic::Moment::Before}));
    CHECK_FALSE(document.compare->to.painted);
    CHECK(document.compare->measures.jaccard == 0.0);
    CHECK(document::setCompareLayer(document, map::LayerKind::Tension));
    CHECK(document.compare->measures.jaccard == 1.0);  // neither has any tension
    CHECK(document::setCompareMode(document, document::CompareMode::Difference));
    CHECK_FALSE(document::setCompareMode(document, document::CompareMode::Difference));
}

TEST_CASE("the first visit has nothing to be compared with") {
    Document document = test::openVault(test::makeVault());
    const auto opened = document::openCompare(document);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().message().find("no visit before") != std::string::npos);
    CHECK_FALSE(document.compare.has_value());
    CHECK_FALSE(document::closeCompare(document));
}

TEST_CASE("comparing starts where there is something to see") {
    Document document = twoVisits(test::makeVault());
    SUBCASE("if the author shown painted nothing, with the other author") {
        document::paintAs(document, Author::Client);
        REQUIRE(document::openCompare(document));
        CHECK(document.compare->from.key.author == Author::Therapist);
        CHECK(document.compare->layer == map::LayerKind::Pain);
    }
    SUBCASE("if nobody painted the active layer, on another one") {
        document::selectLayer(document, map::LayerKind::Treated);
        REQUIRE(document::openCompare(document));
        CHECK(document.compare->from.key.author == Author::Therapist);
        CHECK(document.compare->layer == map::LayerKind::Pain);
    }
    SUBCASE("the active layer goes before the author") {
        document::paintAs(document, Author::Client);
        REQUIRE(*document::paint(document, test::dab(document, test::kBack)));
        document::paintAs(document, Author::Therapist);
        document::selectLayer(document, map::LayerKind::Tension);
        REQUIRE(document::openCompare(document));
        CHECK(document.compare->layer == map::LayerKind::Pain);
        CHECK(document.compare->to.key.author == Author::Therapist);
    }
    SUBCASE("if nothing was painted at all, with what was asked for") {
        Document empty = test::openVault(test::makeVault());
        REQUIRE(document::addVisit(empty, test::kTuesday));
        document::selectLayer(empty, map::LayerKind::Tension);
        REQUIRE(document::openCompare(empty));
        CHECK(empty.compare->layer == map::LayerKind::Tension);
        CHECK(empty.compare->to.key.author == Author::Therapist);
    }
}
