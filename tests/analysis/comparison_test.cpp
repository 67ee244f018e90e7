#include "analysis/comparison.h"

#include "analysis/change_verdict.h"
#include "analysis/measures.h"
#include "analysis/small_body.h"
#include "core/random.h"
#include "core/text.h"
#include "map/paint_support.h"
#include "map/random_maps.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace palpate;
using analysis::ChangeClass;
using analysis::compare;
using doctest::Approx;
using map::Layer;
using map::LayerKind;

namespace {

Layer painted(const std::vector<std::pair<std::uint32_t, map::Value>>& vertices,
              LayerKind kind = LayerKind::Pain) {
    Layer layer(kind, 9);
    layer.setPlace(1, {});
    for (const auto& [vertex, value] : vertices)
        layer.set(vertex, value, 1);
    return layer;
}

Layer scribbled(core::Random& random, const body::BodyModel& body) {
    Layer layer(LayerKind::Pain, body.mesh().vertexCount());
    map::scribble(layer, random);
    return layer;
}

}  // namespace

TEST_CASE("a comparison of small maps is the one computed by hand") {
    const auto body = test::makeSmallBody();
    // In thirds of a square metre: vertex 4 counts 4, the others 1.
    const Layer from = painted({{4, 80}, {0, 30}, {1, 50}, {2, 20}});
    const Layer to = painted({{4, 60}, {0, 49}, {1, 70}, {8, 90}});
    const auto result = compare(body, from, to);
    constexpr double kThird = 1.0e4 / 3.0;
    CHECK(result.jaccard == Approx(6.0 / 8.0));
    CHECK(result.dice == Approx(12.0 / 14.0));
    CHECK(result.weightedJaccard == Approx((4 * 6.0 + 3.0 + 5.0) / (4 * 8.0 + 4.9 + 7.0 + 2.0 + 9.0)));
    CHECK(result.betterCm2 == Approx(4.0 * kThird));
    CHECK(result.unchangedCm2 == Approx(1.0 * kThird));  // 3.0 to 4.9
    CHECK(result.worseCm2 == Approx(1.0 * kThird));      // 5.0 to 7.0: two points count
    CHECK(result.resolvedCm2 == Approx(1.0 * kThird));
    CHECK(result.newCm2 == Approx(1.0 * kThird));
    CHECK(result.extentCm2.from == Approx(7.0 * kThird));
    CHECK(result.extentCm2.change() == Approx(0.0));
    CHECK(result.peak.from == 8.0);
    CHECK(result.peak.to == 9.0);
    CHECK(result.mean.to == Approx((24.0 + 4.9 + 7.0 + 9.0) / 7.0));
    CHECK(result.loadPercent.from == Approx(100.0 * (32.0 + 3.0 + 5.0 + 2.0) / (12.0 * 10.0)));
    REQUIRE(result.regions.size() == 3);
    CHECK(result.regions[2].extentCm2.from == Approx(kThird));
    CHECK(result.regions[2].peak.from == 2.0);
    CHECK(result.regions[2].peak.to == 9.0);
    // side_R holds 0 (3.0 to 4.9), the middle 4 and 1, side_L what went and what came.
    CHECK(result.regions[0].areas.unchangedCm2 == Approx(kThird));
    CHECK(result.regions[1].areas.betterCm2 == Approx(4.0 * kThird));
    CHECK(result.regions[1].areas.worseCm2 == Approx(kThird));
    CHECK(result.regions[2].areas.newCm2 == Approx(kThird));
    CHECK(result.regions[2].areas.resolvedCm2 == Approx(kThird));
    CHECK(result.regions[2].loadPercent.from == Approx(100.0 * 2.0 / (12.0 * 10.0)));
}

TEST_CASE("a map compared with itself is the same in every measure") {
    const auto body = test::makeTestBody();
    core::Random random(11);
    for (int round = 0; round < 8; ++round) {
        const Layer layer = scribbled(random, *body);
        const auto result = compare(*body, layer, layer);
        CHECK(result.jaccard == 1.0);
        CHECK(result.dice == 1.0);
        CHECK(result.weightedJaccard == 1.0);
        CHECK(result.unchangedCm2 == Approx(result.extentCm2.from));
        CHECK(result.newCm2 + result.resolvedCm2 + result.betterCm2 + result.worseCm2 == 0.0);
        CHECK(analysis::judge(result).clear == false);
    }
}

TEST_CASE("comparing the other way round exchanges new with resolved and better with worse") {
    const auto body = test::makeTestBody();
    core::Random random(12);
    for (int round = 0; round < 8; ++round) {
        const Layer a = scribbled(random, *body);
        const Layer b = scribbled(random, *body);
        const auto there = compare(*body, a, b);
        const auto back = compare(*body, b, a);
        CHECK(there.jaccard == back.jaccard);
        CHECK(there.dice == back.dice);
        CHECK(there.weightedJaccard == back.weightedJaccard);
        CHECK(there.newCm2 == back.resolvedCm2);
        CHECK(there.betterCm2 == back.worseCm2);
        CHECK(there.extentCm2.change() == -back.extentCm2.change());
        CHECK(there.mean.from == back.mean.to);
        const auto turned = analysis::swapped(there);
        CHECK(turned.newCm2 == back.newCm2);
        CHECK(turned.worseCm2 == back.worseCm2);
        CHECK(turned.extentCm2.change() == back.extentCm2.change());
        REQUIRE(turned.regions.size() == back.regions.size());
        CHECK(turned.regions.front().mean.change() == back.regions.front().mean.change());
    }
}

TEST_CASE("the classes of change partition the union, and the indices keep their bounds") {
    const auto body = test::makeTestBody();
    core::Random random(13);
    for (int round = 0; round < 8; ++round) {
        const Layer a = scribbled(random, *body);
        const Layer b = scribbled(random, *body);
        const double scale = random.between(0.7, 1.3);
        const auto result = analysis::compareByVertex(*body, a, b, scale);
        const double inBoth = result.betterCm2 + result.worseCm2 + result.unchangedCm2;
        const double inEither = inBoth + result.newCm2 + result.resolvedCm2;
        CHECK(result.extentCm2.from == Approx(inBoth + result.resolvedCm2));
        CHECK(result.extentCm2.to == Approx(inBoth + result.newCm2));
        CHECK(result.jaccard == Approx(inBoth / inEither));
        CHECK(result.dice == Approx(2.0 * result.jaccard / (1.0 + result.jaccard)));
        CHECK(result.jaccard > 0.0);
        CHECK(result.jaccard < 1.0);
        CHECK(result.weightedJaccard > 0.0);
        CHECK(result.weightedJaccard < 1.0);
    }
}

TEST_CASE("both sides of a comparison are what measuring gives") {
    const auto body = test::makeTestBody();
    core::Random random(14);
    const Layer a = scribbled(random, *body);
    const Layer b = scribbled(random, *body);
    const auto result = compare(*body, a, b, 1.1);
    const auto from = analysis::measure(*body, a, 1.1);
    const auto to = analysis::measure(*body, b, 1.1);
    CHECK(result.extentCm2.from == Approx(from.extentCm2));
    CHECK(result.extentPercent.to == Approx(to.extentPercent));
    CHECK(result.mean.to == Approx(to.mean));
    CHECK(result.peak.from == from.peak);
    CHECK(result.loadPercent.to == Approx(to.loadPercent));
    for (const auto& region : to.regions) {
        const auto same = std::find_if(result.regions.begin(), result.regions.end(),
                                       [&](const auto& change) { return change.region == region.region; });
        REQUIRE(same != result.regions.end());
        CHECK(same->extentCm2.to == Approx(region.extentCm2));
        CHECK(same->mean.to == Approx(region.mean));
    }
}

TEST_CASE("two empty maps are equal, and an empty one shares nothing with a painted one") {
    const auto body = test::makeSmallBody();
    const Layer empty(LayerKind::Pain, 9);
    const auto same = compare(body, empty, empty);
    CHECK(same.jaccard == 1.0);
    CHECK(same.dice == 1.0);
    CHECK(same.weightedJaccard == 1.0);
    CHECK(same.regions.empty());
    const auto other = compare(body, empty, painted({{4, 50}}));
    CHECK(other.jaccard == 0.0);
    CHECK(other.dice == 0.0);
    CHECK(other.weightedJaccard == 0.0);
    CHECK(other.mean.change() == 5.0);
}

TEST_CASE("the difference is in tenths, with what is not painted counted as nothing") {
    const Layer from = painted({{0, 100}, {1, 4}, {2, 50}});
    const Layer to = painted({{1, 50}, {2, 47}, {3, 100}});
    const auto tenths = analysis::difference(from, to);
    CHECK(tenths == std::vector<std::int8_t>{-100, 50, -3, 100, 0, 0, 0, 0, 0});
}

TEST_CASE("a change is clear from two points or from more area than redrawing explains") {
    const auto body = test::makeSmallBody();
    const auto verdict = [&](const Layer& from, const Layer& to) {
        return analysis::judge(compare(body, from, to));
    };
    CHECK(verdict(painted({{4, 50}}), painted({{4, 69}})).clear == false);
    CHECK(verdict(painted({{4, 50}}), painted({{4, 70}})).clear == true);
    CHECK(verdict(painted({{4, 50}}), painted({{4, 70}})).why.find("rose from 5 to 7") != std::string::npos);
    // One place. 4 against 7 thirds: 55 % of their mean; 4 against 8: 67 %.
    CHECK(verdict(painted({{4, 50}}), painted({{4, 50}, {0, 50}, {8, 50}, {1, 50}})).clear == false);
    const auto larger = verdict(painted({{4, 50}}), painted({{4, 50}, {0, 50}, {8, 50}, {1, 50}, {7, 50}}));
    CHECK(larger.clear == true);
    CHECK(larger.reasons == std::vector{analysis::ChangeReason::Extent});
    CHECK(larger.why.find("two drawings of the same pain differ by up to") != std::string::npos);
    CHECK(larger.why.find("(limit 65 %)") != std::string::npos);
    CHECK(larger.heading == "A clear change: worse");
    // Gone altogether: that is said, not a level that there is no more.
    const auto gone = verdict(painted({{4, 90}}), painted({}));
    CHECK(gone.clear == true);
    CHECK(gone.reasons == std::vector{analysis::ChangeReason::Gone});
    CHECK(gone.why.find("area fell") != std::string::npos);
    CHECK(gone.heading == "A clear change: better");
    CHECK(verdict(painted({}), painted({{4, 10}})).reasons == std::vector{analysis::ChangeReason::Appeared});
    CHECK(verdict(painted({}), painted({})).clear == false);
    CHECK(verdict(painted({}), painted({})).why.find("Nothing is painted") != std::string::npos);
}

TEST_CASE("a clear change says which way it went, and both ways round they are each other's opposite") {
    using analysis::ChangeDirection;
    const auto body = test::makeSmallBody();
    const Layer low = painted({{4, 30}}), high = painted({{4, 70}});
    const Layer here = painted({{3, 30}}), elsewhere = painted({{5, 30}});
    const Layer wideAndLow = painted({{4, 30}, {0, 30}, {8, 30}, {1, 30}, {7, 30}});
    const struct {
        const Layer *from, *to;
        ChangeDirection direction, turned;
    } cases[]{{&high, &low, ChangeDirection::Better, ChangeDirection::Worse},
              {&here, &elsewhere, ChangeDirection::Moved, ChangeDirection::Moved},
              {&high, &wideAndLow, ChangeDirection::Mixed, ChangeDirection::Mixed},
              {&low, &low, ChangeDirection::None, ChangeDirection::None}};
    for (const auto& one : cases) {
        const auto verdict = analysis::judge(compare(body, *one.from, *one.to));
        CAPTURE(verdict.text());
        CHECK(verdict.direction == one.direction);
        CHECK(analysis::judge(compare(body, *one.to, *one.from)).direction == one.turned);
        CHECK(verdict.text().find(verdict.heading + ". ") == 0);
        const bool isClear = one.direction != ChangeDirection::None;
        CHECK(verdict.clear == isClear);
        CHECK((verdict.heading.find("A clear change: ") == 0) == isClear);
    }
    const auto both = analysis::judge(compare(body, high, painted({{0, 30}})));
    CHECK(both.heading == "A clear change: better, and elsewhere");
}

TEST_CASE("the limit of redrawing is told as a limit, beside how far the areas differ") {
    const auto body = test::makeSmallBody();
    const auto comparison =
        compare(body, painted({{4, 50}}), painted({{4, 50}, {0, 50}, {8, 50}, {1, 50}, {7, 50}}));
    const auto& extent = comparison.extentCm2;
    const auto verdict = analysis::judge(comparison);
    // As the tables give them: a tenth where there are few square centimetres.
    const auto area = [](double cm2) { return core::decimal(cm2, cm2 < 9.95 ? 1 : 0); };
    CHECK(verdict.why.find("rose from " + area(extent.from) + " to " + area(extent.to) + " cm\u00b2") !=
          std::string::npos);
    const std::string limit = area(0.65 * 0.5 * (extent.from + extent.to));
    CHECK(verdict.why.find("differ by up to " + limit + " cm\u00b2 (limit 65 %)") != std::string::npos);
}

TEST_CASE("the more separate places, the less their extent changes by redrawing alone") {
    const auto body = test::makeSmallBody();
    // 3 against 5 thirds, half of their mean: as one place, and in two with a bare row between them.
    const auto one = compare(body, painted({{0, 50}, {1, 50}, {2, 50}}),
                             painted({{0, 50}, {1, 50}, {2, 50}, {3, 50}, {5, 50}}));
    const auto two = compare(body, painted({{0, 50}, {1, 50}, {6, 50}}),
                             painted({{0, 50}, {1, 50}, {2, 50}, {6, 50}, {7, 50}}));
    CHECK(one.separatePatches.from == Approx(1.0));
    CHECK(two.separatePatches.from == Approx(9.0 / 5.0));  // areas 2 and 1
    CHECK(two.separatePatches.to == Approx(25.0 / 13.0));  // 3 and 2
    CHECK(analysis::extentLimit(one) == Approx(0.65));
    CHECK(analysis::extentLimit(two) == Approx(0.65 / std::sqrt(2.0 / (5.0 / 9.0 + 13.0 / 25.0))));
    CHECK(analysis::judge(one).clear == false);
    CHECK(analysis::judge(two).clear == true);
    // Never below the published limits of agreement, and as for one place where nobody counted.
    CHECK(analysis::extentLimit(two, {.extentShare = 0.6}) == 0.6);
    CHECK(analysis::extentLimit({}) == 0.65);
}

TEST_CASE("the limits of the verdict can be set, and the words say the ones that were used") {
    const auto body = test::makeSmallBody();
    const auto comparison = compare(body, painted({{4, 50}}), painted({{4, 65}}));
    CHECK(analysis::judge(comparison).clear == false);
    const auto strict = analysis::judge(comparison, analysis::ChangeLimits{.levels = 1.5});
    CHECK(strict.clear == true);
    CHECK(strict.why.find("1.5 points") != std::string::npos);
    CHECK(analysis::judge(comparison, analysis::ChangeLimits{.onePlaceExtentShare = 0.5}).why.find("50 %") !=
          std::string::npos);
}

TEST_CASE("paint that lies wholly elsewhere is a clear change, said with where it was and is") {
    const auto body = test::makeSmallBody();
    const auto comparison = compare(body, painted({{3, 50}}), painted({{5, 50}}));
    const auto verdict = analysis::judge(comparison, analysis::RecordedPair{}, &body.atlas());
    CHECK(verdict.clear == true);
    CHECK(verdict.reasons == std::vector{analysis::ChangeReason::Elsewhere});
    CHECK(verdict.why.find("\"Right side of the belly\" before") != std::string::npos);
    CHECK(verdict.why.find("\"Left side of the belly\" now") != std::string::npos);
    CHECK(analysis::judge(comparison).why.find("moved elsewhere") != std::string::npos);
    // What still overlaps a little may be a careless redraw.
    const auto little = compare(body, painted({{3, 50}, {4, 50}}), painted({{4, 50}, {5, 50}}));
    CHECK(analysis::judge(little).clear == false);
}

TEST_CASE("a border that moved by less than the tolerance is no change, what lies beyond it is") {
    // 1 m in cells of 1 cm, painted up to a border at x = 0, then up to 5 cm further.
    const auto plane = map::bodyOf(test::makePlane(1.0F, 100));
    const body::BodyModel& body = *plane;
    const auto positions = body.mesh().positions();
    const auto upTo = [&](float border, map::Value value) {
        Layer layer(LayerKind::Pain, positions.size());
        layer.setPlace(1, {});
        for (std::uint32_t v = 0; v < positions.size(); ++v) {
            if (positions[v].x <= border) layer.set(v, value, 1);
        }
        return layer;
    };
    const auto moved = analysis::classifyChange(body, upTo(0.001F, 50), upTo(0.051F, 50));
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        const float x = positions[v].x;
        const auto expected = x > 0.051F   ? ChangeClass::Bare
                              : x > 0.025F ? ChangeClass::New
                                           : ChangeClass::Unchanged;
        REQUIRE(moved[v] == expected);
    }
    // The higher one of two levels is held against what is near: the rim of the old paint is no fall.
    const auto lower = analysis::classifyChange(body, upTo(0.001F, 80), upTo(0.011F, 60));
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        const float x = positions[v].x;
        REQUIRE(lower[v] == (x > 0.011F   ? ChangeClass::Bare
                             : x > 0.001F ? ChangeClass::Unchanged
                                          : ChangeClass::Better));
    }
}

TEST_CASE("the class of a vertex is the one that looking at every vertex near it gives") {
    const auto body = test::makeTestBody();
    const auto& mesh = body->mesh();
    core::Random random(15);
    const Layer a = scribbled(random, *body), b = scribbled(random, *body);
    const analysis::ChangeTolerance tolerance{.borderMm = 35.0};
    const auto classes = analysis::classifyChange(*body, a, b, tolerance);
    const auto back = analysis::classifyChange(*body, b, a, tolerance);
    for (int tries = 0; tries < 100; ++tries) {
        const auto v = static_cast<std::uint32_t>(random.below(mesh.vertexCount()));
        const auto isNear = [&](std::uint32_t other) {
            return glm::distance(mesh.positions()[v], mesh.positions()[other]) <= 0.035F;
        };
        std::set<std::uint32_t> near{v};
        for (std::size_t before = 0; before != near.size();) {
            before = near.size();
            for (const auto& triangle : mesh.triangles()) {
                const bool touches =
                    std::any_of(triangle.begin(), triangle.end(), [&](auto c) { return near.contains(c); });
                if (!touches) continue;
                std::copy_if(triangle.begin(), triangle.end(), std::inserter(near, near.end()), isNear);
            }
        }
        const int first = a.values()[v] >= 5 ? a.values()[v] : 0,
                  second = b.values()[v] >= 5 ? b.values()[v] : 0;
        int best = 0;
        for (const std::uint32_t other : near)
            best = std::max<int>(best, first > second ? b.values()[other] : a.values()[other]);
        const int higher = std::max(first, second);
        ChangeClass expected = ChangeClass::Unchanged;
        if (higher == 0) {
            expected = ChangeClass::Bare;
        } else if (best < 5) {
            expected = first > second ? ChangeClass::Resolved : ChangeClass::New;
        } else if (higher - best >= 20) {
            expected = first > second ? ChangeClass::Better : ChangeClass::Worse;
        }
        REQUIRE(classes[v] == expected);
        REQUIRE((back[v] == ChangeClass::Bare) == (classes[v] == ChangeClass::Bare));
        REQUIRE((back[v] == ChangeClass::New) == (classes[v] == ChangeClass::Resolved));
        REQUIRE((back[v] == ChangeClass::Worse) == (classes[v] == ChangeClass::Better));
    }
}

TEST_CASE("a step that counts is a fifth of the layer's scale") {
    CHECK(analysis::levelStep(LayerKind::Pain, {}) == 20);
    CHECK(analysis::levelStep(LayerKind::Tension, {}) == 20);
    CHECK(analysis::levelStep(LayerKind::Treated, {}) == 10);
    CHECK(analysis::levelStep(LayerKind::Pain, {.levelShare = 0.0}) == 1);
}

TEST_CASE("for layers without published limits nothing is claimed") {
    const auto body = test::makeSmallBody();
    const auto verdict = analysis::judge(
        compare(body, painted({}, LayerKind::Tension), painted({{4, 100}}, LayerKind::Tension)));
    CHECK_FALSE(verdict.clear.has_value());
    CHECK_FALSE(verdict.why.empty());
}
