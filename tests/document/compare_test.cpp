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
    SUBCASE("what only one of the maps has goes behind what both have") {
        document::selectLayer(document, map::LayerKind::Tension);
        REQUIRE(*document::paint(document, test::dab(document, test::kBack)));
        REQUIRE(document::openCompare(document));
        CHECK(document.compare->layer == map::LayerKind::Pain);
        CHECK(document.compare->recorded.isComparable());
    }
    SUBCASE("two visits that were chosen, too") {
        document::selectLayer(document, map::LayerKind::Pain);
        const auto key = [&](std::size_t visit) {
            return clinic::MapKey{document.visits[visit].id, Author::Client, clinic::Moment::Before};
        };
        REQUIRE(document::openCompare(document, key(0), key(1), map::LayerKind::Treated));
        CHECK(document.compare->to.key.author == Author::Therapist);
        CHECK(document.compare->layer == map::LayerKind::Pain);
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

namespace {

// Five visits by the therapist, each a level milder than the one before; the last one is open.
Document fiveVisits() {
    Document document = test::openVault(test::makeVault());
    for (int visit = 1; visit <= 5; ++visit) {
        core::Timestamp at = test::kMonday;
        at.utcMilliseconds += visit * 86'400'000LL;
        REQUIRE(document::addVisit(document, at));
        REQUIRE(*document::paint(document, test::dab(document, test::kChest, 9 - visit)));
    }
    return document;
}

core::VisitId visitAt(const Document& document, std::size_t index) {
    return document.visits.at(index).id;
}

}  // namespace

TEST_CASE("up to four visits stand side by side, and the first is measured against the last") {
    Document document = fiveVisits();
    REQUIRE(document::openCompare(document));
    CHECK(document::pictureCount(*document.compare) == 2);
    // In any order: the dates decide.
    const std::vector<core::VisitId> four{visitAt(document, 5), visitAt(document, 1), visitAt(document, 4),
                                          visitAt(document, 2)};
    REQUIRE(document::compareVisits(document, four));
    const auto& compare = *document.compare;
    REQUIRE(document::pictureCount(compare) == 4);
    for (const auto& [picture, visit] : {std::pair<std::size_t, std::size_t>{0, 1}, {1, 2}, {2, 4}, {3, 5}})
        CHECK(document::pictureSide(compare, picture).key.visit == visitAt(document, visit));
    CHECK(compare.measures.peak.from == 8.0);
    CHECK(compare.measures.peak.to == 4.0);
    REQUIRE(
        document::compareFrom(document, {visitAt(document, 3), Author::Therapist, clinic::Moment::Before}));
    CHECK(document::pictureCount(compare) == 2);
}

TEST_CASE("visits between the two stay when another author's maps are chosen, and go with another end") {
    Document document = fiveVisits();
    REQUIRE(document::openCompare(document));
    const std::vector<core::VisitId> four{visitAt(document, 1), visitAt(document, 2), visitAt(document, 4),
                                          visitAt(document, 5)};
    REQUIRE(document::compareVisits(document, four));
    const auto& compare = *document.compare;
    clinic::MapKey from = compare.from.key, to = compare.to.key;
    from.author = to.author = Author::Client;
    REQUIRE(document::compareMaps(document, from, to));
    REQUIRE(document::pictureCount(compare) == 4);
    for (std::size_t picture = 0; picture < 4; ++picture) {
        const auto& side = document::pictureSide(compare, picture);
        CHECK(side.key == clinic::MapKey{four[picture], Author::Client, clinic::Moment::Before});
        CHECK_FALSE(side.painted);
    }
    from.visit = visitAt(document, 3);
    REQUIRE(document::compareMaps(document, from, to));
    CHECK(document::pictureCount(compare) == 2);
}

TEST_CASE("a comparison opens where its paint is seen, and turns nothing that shows some") {
    Document document = test::openVault(test::makeVault());
    REQUIRE(*document::paint(document, test::dab(document, test::kBack, 4)));
    REQUIRE(document::addVisit(document, test::kTuesday));
    document.appearance.reduceMotion = true;
    document::viewFrom(document, body::StandardView::Front);
    const body::Camera front = document.camera;
    REQUIRE(document::openCompare(document));
    CHECK(document.camera == document::standardView(document, body::StandardView::Back));
    CHECK(document::pictureCamera(document, 1) == document.camera);
    document::closeCompare(document);
    // Near enough to the back to see it: that is where the person wants to be.
    REQUIRE(document::turn(document, 40.0F, 10.0F));
    const body::Camera near = document.camera;
    REQUIRE(document::openCompare(document));
    CHECK(document.camera == near);
    document::closeCompare(document);
    // Paint on both sides: the front shows some of it.
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 4)));
    document::setCamera(document, front);
    REQUIRE(document::openCompare(document));
    CHECK(document.camera == front);
    document::closeCompare(document);
    // Nothing painted: there is nothing to turn to.
    Document empty = test::openVault(test::makeVault());
    REQUIRE(document::addVisit(empty, test::kTuesday));
    const body::Camera before = empty.camera;
    REQUIRE(document::openCompare(empty));
    CHECK(empty.camera == before);
    CHECK_FALSE(empty.cameraMove.has_value());
}

TEST_CASE("unlinked pictures keep a camera each, and linking brings all to the first one's") {
    Document document = fiveVisits();
    REQUIRE(document::openCompare(document));
    const body::Camera start = document.camera;
    REQUIRE(document::turn(document, 30.0F, 0.0F));
    CHECK(document::pictureCamera(document, 0) == document::pictureCamera(document, 1));
    CHECK_FALSE(document::usePicture(document, 1));  // all are one while they are linked
    REQUIRE(document::linkCameras(document, false));
    REQUIRE(document::usePicture(document, 1));
    REQUIRE(document::turn(document, 45.0F, 0.0F));
    CHECK(document::pictureCamera(document, 0).yawDegrees == doctest::Approx(start.yawDegrees + 30.0F));
    CHECK(document::pictureCamera(document, 1).yawDegrees == doctest::Approx(start.yawDegrees + 75.0F));
    REQUIRE(document::usePicture(document, 0));
    CHECK(document.camera.yawDegrees == doctest::Approx(start.yawDegrees + 30.0F));
    REQUIRE(document::usePicture(document, 1));
    REQUIRE(document::linkCameras(document, true));
    CHECK(document.camera.yawDegrees == doctest::Approx(start.yawDegrees + 30.0F));
    CHECK(document::pictureCamera(document, 1) == document.camera);
}

TEST_CASE("a picture that was on its way is there when another one is turned") {
    Document document = fiveVisits();
    REQUIRE(document::openCompare(document));
    REQUIRE(document::linkCameras(document, false));
    document::viewFrom(document, body::StandardView::Back);
    const body::Camera wanted = document.cameraMove ? document.cameraMove->to : document.camera;
    REQUIRE(document::usePicture(document, 1));
    CHECK_FALSE(document.cameraMove.has_value());
    CHECK(document::pictureCamera(document, 0) == wanted);
}

TEST_CASE("modes with one picture have one camera, and only wipe and onion skin have a share") {
    using document::CompareMode;
    Document document = fiveVisits();
    REQUIRE(document::openCompare(document));
    REQUIRE(document::linkCameras(document, false));
    CHECK_FALSE(document::setCompareShare(document, 0.2));
    REQUIRE(document::setCompareMode(document, CompareMode::Wipe));
    CHECK(document.compare->linked);
    REQUIRE(document::setCompareShare(document, 0.2));
    CHECK(document::setCompareShare(document, 7.0));
    CHECK(document::compareShare(*document.compare) == 1.0);
    REQUIRE(document::setCompareMode(document, CompareMode::Onion));
    CHECK(document::compareShare(*document.compare) == 0.5);
    REQUIRE(document::setCompareShare(document, -1.0));
    CHECK(document.compare->onion == 0.0);
    CHECK(document.compare->wipe == 1.0);
}

TEST_CASE("client and therapist of one visit are compared, and back to visits by the same author") {
    using document::ComparePair;
    Document document = twoVisits(test::makeVault());
    document::paintAs(document, Author::Client);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 5)));
    document::paintAs(document, Author::Therapist);
    REQUIRE(document::openCompare(document));
    REQUIRE(document::comparePair(document, ComparePair::Authors));
    const auto& compare = *document.compare;
    CHECK(document::pairOf(compare.from.key, compare.to.key) == ComparePair::Authors);
    CHECK(compare.from.key == clinic::MapKey{{2}, Author::Client, clinic::Moment::Before});
    CHECK(compare.to.key == clinic::MapKey{{2}, Author::Therapist, clinic::Moment::Before});
    CHECK(compare.measures.peak.from == 5.0);
    CHECK(compare.measures.peak.to == 7.0);
    REQUIRE(document::comparePair(document, ComparePair::Visits));
    CHECK(compare.from.key.visit == core::VisitId{1});
    CHECK(compare.to.key.visit == core::VisitId{2});
    CHECK(compare.from.key.author == compare.to.key.author);
}

TEST_CASE("what the therapist paints after the treatment is a map of its own, compared with the one before") {
    using document::ComparePair;
    Document document = twoVisits(test::makeVault());
    const auto before = test::mapOf(document, Author::Therapist).map;
    REQUIRE(document::setMoment(document, clinic::Moment::After));
    CHECK(document::openMapOf(document, Author::Therapist)->key.moment == clinic::Moment::After);
    CHECK(document::openMapOf(document, Author::Therapist)->map.isEmpty());
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 3)));
    REQUIRE(document::openCompare(document));
    REQUIRE(document::comparePair(document, ComparePair::Moments));
    CHECK(document.compare->measures.peak.from == 7.0);
    CHECK(document.compare->measures.peak.to == 3.0);
    CHECK(document.compare->from.map == before);
    document::closeCompare(document);

    // It is kept, undone by itself, and the client's map is out of it.
    const core::VisitId visit = document.visit;
    REQUIRE(document::openVisit(document, {1}));
    CHECK(document.moment == clinic::Moment::Before);
    REQUIRE(document::openVisit(document, visit));
    REQUIRE(document::setMoment(document, clinic::Moment::After));
    CHECK(test::paintedVertices(*document::openMapOf(document, Author::Therapist)) > 0);
    REQUIRE(document::undo(document));
    CHECK(test::paintedVertices(*document::openMapOf(document, Author::Therapist)) == 0);
    CHECK_FALSE(document::undo(document));
    CHECK(document::openMapOf(document, Author::Client)->key.moment == clinic::Moment::Before);
    REQUIRE(document::setMoment(document, clinic::Moment::Before));
    CHECK(test::mapOf(document, Author::Therapist).map == before);
}

TEST_CASE("a first visit with two maps can be compared with itself") {
    Document document = test::openVault(test::makeVault());
    CHECK_FALSE(document::canCompare(document));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 4)));
    document::paintAs(document, Author::Client);
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh, 6)));
    CHECK(document::canCompare(document));
    REQUIRE(document::openCompare(document));
    CHECK(document.compare->from.key.author == Author::Client);
    CHECK(document.compare->to.key.author == Author::Therapist);
    const auto visits = document::comparePair(document, document::ComparePair::Visits);
    REQUIRE_FALSE(visits.has_value());
    CHECK(visits.error().message().find("only one visit") != std::string::npos);
}

TEST_CASE("what counts as change can be set, is held within what makes sense, and is judged by at once") {
    Document document = twoVisits(test::makeVault());
    REQUIRE(document::openCompare(document));
    const double unchanged = document.compare->measures.unchangedCm2;
    const double fresh = document.compare->measures.newCm2;
    analysis::ChangeRules rules;
    rules.tolerance.borderMm = 0.0;
    rules.limits.levels = 40.0;
    rules.limits.onePlaceExtentShare = 0.2;
    REQUIRE(document::setChangeRules(document, rules));
    CHECK(document.changeRules.limits.levels == analysis::kMostLevelLimit);
    CHECK(document.changeRules.limits.extentShare == 0.2);  // never above that of a single place
    CHECK(document.compare->measures.unchangedCm2 <= unchanged);
    CHECK(document.compare->measures.newCm2 >= fresh);
    CHECK_FALSE(document::setChangeRules(document, document.changeRules));
}

TEST_CASE("the region under the pointer is seen in all pictures, that of the table's row before it") {
    Document document = twoVisits(test::makeVault());
    REQUIRE(document::openCompare(document));
    CHECK_FALSE(document::comparedRegion(document).has_value());
    document::setHover(document, document::Hover{{0, {1.0F, 0.0F, 0.0F}}, 2});
    CHECK(document::comparedRegion(document) == body::RegionIndex{2});
    REQUIRE(document::pointAtRow(document, body::RegionIndex{1}));
    CHECK(document::comparedRegion(document) == body::RegionIndex{1});
    CHECK_FALSE(document::pointAtRow(document, body::RegionIndex{1}));
    document::swapCompared(document);  // the table is another one
    CHECK(document::comparedRegion(document) == body::RegionIndex{2});
}
