#include "analysis/comparison.h"

#include "analysis/change_verdict.h"
#include "analysis/small_body.h"
#include "core/random.h"
#include "map/random_maps.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>
#include <vector>

using namespace palpate;
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
    const Layer to = painted({{4, 60}, {0, 34}, {1, 55}, {8, 90}});
    const auto result = compare(body, from, to);
    constexpr double kThird = 1.0e4 / 3.0;
    CHECK(result.jaccard == Approx(6.0 / 8.0));
    CHECK(result.dice == Approx(12.0 / 14.0));
    CHECK(result.weightedJaccard == Approx((4 * 6.0 + 3.0 + 5.0) / (4 * 8.0 + 3.4 + 5.5 + 2.0 + 9.0)));
    CHECK(result.betterCm2 == Approx(4.0 * kThird));
    CHECK(result.unchangedCm2 == Approx(1.0 * kThird));  // 3.0 to 3.4
    CHECK(result.worseCm2 == Approx(1.0 * kThird));      // 5.0 to 5.5: half a level counts
    CHECK(result.resolvedCm2 == Approx(1.0 * kThird));
    CHECK(result.newCm2 == Approx(1.0 * kThird));
    CHECK(result.extentCm2.from == Approx(7.0 * kThird));
    CHECK(result.extentCm2.change() == Approx(0.0));
    CHECK(result.peak.from == 8.0);
    CHECK(result.peak.to == 9.0);
    CHECK(result.mean.to == Approx((24.0 + 3.4 + 5.5 + 9.0) / 7.0));
    CHECK(result.loadPercent.from == Approx(100.0 * (32.0 + 3.0 + 5.0 + 2.0) / (12.0 * 10.0)));
    REQUIRE(result.regions.size() == 3);
    CHECK(result.regions[2].extentCm2.from == Approx(kThird));
    CHECK(result.regions[2].peak.from == 2.0);
    CHECK(result.regions[2].peak.to == 9.0);
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
    }
}

TEST_CASE("the classes of change partition the union, and the indices keep their bounds") {
    const auto body = test::makeTestBody();
    core::Random random(13);
    for (int round = 0; round < 8; ++round) {
        const Layer a = scribbled(random, *body);
        const Layer b = scribbled(random, *body);
        const double scale = random.between(0.7, 1.3);
        const auto result = compare(*body, a, b, scale);
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
    // 4 against 5 thirds: 22 % of their mean; 4 against 6: 40 %.
    CHECK(verdict(painted({{4, 50}}), painted({{4, 50}, {0, 50}})).clear == false);
    CHECK(verdict(painted({{4, 50}}), painted({{4, 50}, {0, 50}, {8, 50}})).clear == true);
    // Gone altogether: the area says so, not a level that there is no more.
    const auto gone = verdict(painted({{4, 10}}), painted({}));
    CHECK(gone.clear == true);
    CHECK(gone.why.find("area fell") != std::string::npos);
}

TEST_CASE("for layers without published limits nothing is claimed") {
    const auto body = test::makeSmallBody();
    const auto verdict = analysis::judge(
        compare(body, painted({}, LayerKind::Tension), painted({{4, 100}}, LayerKind::Tension)));
    CHECK_FALSE(verdict.clear.has_value());
    CHECK_FALSE(verdict.why.empty());
}
