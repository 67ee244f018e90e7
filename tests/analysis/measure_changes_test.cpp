#include "analysis/measure_changes.h"

#include "analysis/change_verdict.h"
#include "analysis/small_body.h"
#include "core/random.h"
#include "map/random_maps.h"
#include "support/standard_body.h"

#include <doctest/doctest.h>

#include <map>
#include <utility>
#include <vector>

using namespace palpate;
using doctest::Approx;
using map::Layer;
using map::LayerKind;

namespace {

Layer scribbled(core::Random& random) {
    Layer layer(LayerKind::Pain, test::theBody().mesh().vertexCount());
    map::scribble(layer, random);
    return layer;
}

// On the small body: (vertex, value, place).
Layer small(const std::vector<std::pair<std::uint32_t, map::Value>>& vertices, const map::Place& place) {
    Layer layer(LayerKind::Pain, 9);
    layer.setPlace(1, place);
    for (const auto& [vertex, value] : vertices)
        layer.set(vertex, value, 1);
    return layer;
}

constexpr double kOuterVertex = 1.0e4 / 3.0;  // cm2 of each vertex of the small body but the middle one

double levelAt(const Layer& layer, std::size_t vertex) {
    return map::isPainted(layer.values()[vertex]) ? map::levelOf(layer.values()[vertex]) : 0.0;
}

// Summed up the plainest way: area times level over the vertices that `in` weighs.
template <typename In>
double loadWithin(const Layer& layer, const In& in) {
    double sum = 0.0;
    for (std::size_t v = 0; v < layer.values().size(); ++v)
        sum += static_cast<double>(test::theBody().mesh().vertexAreas()[v]) * in(v)*levelAt(layer, v);
    return 100.0 * sum / (10.0 * test::theBody().mesh().area());
}

}  // namespace

TEST_CASE("the change of every measure of small maps is the one computed by hand") {
    const auto body = test::makeSmallBody();
    const Layer before = small({{0, 40}, {4, 60}}, test::placeWith({"aching"}, map::Depth::Muscle));
    const Layer after = small({{8, 20}, {2, 80}, {4, 60}}, test::placeWith({"aching", "stiff"}));
    const auto changes =
        analysis::compareMeasures(analysis::measure(body, before), analysis::measure(body, after));
    // Every cell's diagonal runs to the middle, 4: what touches it is one patch with it, corners alone are
    // not.
    CHECK(changes.clusters.from == 1);
    CHECK(changes.clusters.to == 1);
    const Layer corners = small({{0, 40}, {2, 40}, {8, 40}}, test::placeWith({"aching"}));
    const auto apart =
        analysis::compareMeasures(analysis::measure(body, before), analysis::measure(body, corners));
    CHECK(apart.clusters.from == 1);
    CHECK(apart.clusters.to == 3);
    // Before: half of the middle on the left, half of it and vertex 0 on the right.
    REQUIRE(changes.leftRight.from.has_value());
    CHECK(*changes.leftRight.from == Approx(2.0 / 3.0));
    CHECK(*changes.leftRight.to == Approx(4.0 / 2.0));
    CHECK(*changes.leftRight.change() == Approx(4.0 / 3.0));
    // All of it faces forwards: there is no back to divide by.
    CHECK_FALSE(changes.frontBack.from.has_value());
    CHECK_FALSE(changes.frontBack.change().has_value());
    CHECK(changes.wordsCm2.at("aching").from == Approx(5.0 * kOuterVertex));
    CHECK(changes.wordsCm2.at("aching").change() == Approx(1.0 * kOuterVertex));
    CHECK(changes.wordsCm2.at("stiff").from == 0.0);
    CHECK(changes.wordsCm2.at("stiff").to == Approx(6.0 * kOuterVertex));
    CHECK(changes.depthsCm2.at(map::Depth::Muscle).change() == Approx(-5.0 * kOuterVertex));
    CHECK(changes.depthsCm2.at(map::Depth::Unstated).to == Approx(6.0 * kOuterVertex));
    // side_R holds three vertices of a third each.
    CHECK(changes.percentOfRegion.at(0).from == Approx(100.0 / 3.0));
    CHECK(changes.percentOfRegion.at(0).to == 0.0);
    CHECK(changes.percentOfRegion.at(2).to == Approx(200.0 / 3.0));
}

TEST_CASE("what became of a region's skin adds up to what became of the whole") {
    core::Random random(31);
    for (int round = 0; round < 4; ++round) {
        const Layer from = scribbled(random), to = scribbled(random);
        for (const bool byVertex : {true, false}) {
            const auto result = byVertex ? analysis::compareByVertex(test::theBody(), from, to, 1.2)
                                         : analysis::compare(test::theBody(), from, to, 1.2);
            analysis::ChangeAreas sum;
            double load = 0.0;
            for (const analysis::RegionChange& region : result.regions) {
                sum.newCm2 += region.areas.newCm2;
                sum.resolvedCm2 += region.areas.resolvedCm2;
                sum.betterCm2 += region.areas.betterCm2;
                sum.worseCm2 += region.areas.worseCm2;
                sum.unchangedCm2 += region.areas.unchangedCm2;
                load += region.loadPercent.change();
            }
            CHECK(sum.newCm2 == Approx(result.newCm2));
            CHECK(sum.resolvedCm2 == Approx(result.resolvedCm2));
            CHECK(sum.betterCm2 == Approx(result.betterCm2));
            CHECK(sum.worseCm2 == Approx(result.worseCm2));
            CHECK(sum.unchangedCm2 == Approx(result.unchangedCm2));
            CHECK(load == Approx(result.loadPercent.change()));
        }
    }
}

TEST_CASE("the load of a region, a muscle and a dermatome is what summing up its vertices gives") {
    core::Random random(32);
    const Layer layer = scribbled(random);
    const auto measures = analysis::measure(test::theBody(), layer);
    const auto regionOf = test::theBody().atlas().regionOfVertices();
    for (const analysis::RegionMeasures& region : measures.regions) {
        const double load =
            loadWithin(layer, [&](std::size_t v) { return regionOf[v] == region.region ? 1.0 : 0.0; });
        CHECK(region.loadPercent == Approx(load));
    }
    double sum = 0.0;
    const auto dermatomeOf = test::theLabels().dermatomeOfVertices();
    for (const auto& one : analysis::measureDermatomes(test::theBody(), test::theLabels(), layer)) {
        const double load =
            loadWithin(layer, [&](std::size_t v) { return dermatomeOf[v] == one.area ? 1.0 : 0.0; });
        CHECK(one.loadPercent == Approx(load));
        sum += one.loadPercent;
    }
    CHECK(sum == Approx(measures.loadPercent));
    const auto muscles = analysis::measureMuscles(test::theBody(), test::theLabels(), layer);
    REQUIRE_FALSE(muscles.empty());
    std::vector<double> weights(layer.values().size(), 0.0);
    for (const body::VertexWeight& weight : test::theLabels().muscles()[muscles.front().area].weights)
        weights[weight.vertex] = static_cast<double>(weight.weight);
    CHECK(muscles.front().loadPercent ==
          Approx(loadWithin(layer, [&](std::size_t v) { return weights[v]; })));
}

TEST_CASE("words and depths of the regions add up to those of the map") {
    core::Random random(33);
    const Layer layer = scribbled(random);
    const auto measures = analysis::measure(test::theBody(), layer, 0.9);
    std::map<std::string, double> words;
    std::map<map::Depth, double> depths;
    for (const analysis::RegionMeasures& region : measures.regions) {
        double here = 0.0;
        for (const auto& [word, cm2] : region.wordsCm2)
            words[word] += cm2;
        for (const auto& [depth, cm2] : region.depthsCm2) {
            depths[depth] += cm2;
            here += cm2;
        }
        CHECK(here == Approx(region.extentCm2));
        CHECK(region.words.size() == region.wordsCm2.size());
    }
    REQUIRE(words.size() == measures.wordsCm2.size());
    for (const auto& [word, cm2] : measures.wordsCm2)
        CHECK(words.at(word) == Approx(cm2));
    REQUIRE(depths.size() == measures.depthsCm2.size());
    for (const auto& [depth, cm2] : measures.depthsCm2)
        CHECK(depths.at(depth) == Approx(cm2));
}

TEST_CASE("muscles and dermatomes on either map are compared, each side as it measures by itself") {
    core::Random random(34);
    const Layer from = scribbled(random);
    Layer to(LayerKind::Pain, test::theBody().mesh().vertexCount());
    to.set(100, 70, 0);
    const auto before = analysis::measureDermatomes(test::theBody(), test::theLabels(), from);
    const auto after = analysis::measureDermatomes(test::theBody(), test::theLabels(), to);
    REQUIRE(after.size() == 1);
    const auto changes = analysis::compareSoftAreas(before, after);
    const auto back = analysis::compareSoftAreas(after, before);
    CHECK(changes.size() == before.size());  // all dermatomes are scribbled upon
    REQUIRE(changes.size() == back.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (i > 0) CHECK(changes[i - 1].area < changes[i].area);
        CHECK(changes[i].extentCm2.from == Approx(before[i].extentCm2));
        CHECK(changes[i].extentCm2.change() == -back[i].extentCm2.change());
        const bool isPainted = changes[i].area == after[0].area;
        CHECK(changes[i].peak.to == (isPainted ? 7.0 : 0.0));
        CHECK(changes[i].mean.to == Approx(isPainted ? after[0].mean : 0.0));
    }
}

TEST_CASE("the limits are printed with their sources, and what was set by hand says so") {
    core::Random random(35);
    const Layer from = scribbled(random), to = scribbled(random);
    const auto result = analysis::compareByVertex(test::theBody(), from, to);
    const std::string usual = analysis::limitsText(result);
    for (const char* part : {"level 2 points (Salaffi 2004)", "Leoni 2013", "border 20 mm (own choice)",
                             "overlap 0.02", "area 65 %"})
        CHECK_MESSAGE(usual.find(part) != std::string::npos, usual);
    analysis::ChangeRules rules;
    rules.limits.levels = 3.0;
    rules.tolerance.borderMm = 10.0;
    const std::string set = analysis::limitsText(result, rules);
    CHECK(set.find("level 3 points (set by hand)") != std::string::npos);
    CHECK(set.find("border 10 mm (set by hand)") != std::string::npos);
    CHECK(set.find("Leoni 2013") != std::string::npos);
}
