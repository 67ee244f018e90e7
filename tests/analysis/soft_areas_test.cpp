#include "analysis/soft_areas.h"

#include "analysis/measures.h"
#include "support/standard_body.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace palpate;
using analysis::SoftAreaMeasures;
using doctest::Approx;

namespace {

map::Layer emptyLayer() {
    return {map::LayerKind::Pain, test::theBody().mesh().vertexCount()};
}

std::size_t muscle(const std::string& id) {
    const auto& all = test::theLabels().muscles();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const body::Muscle& one) { return one.names.id == id; });
    REQUIRE(found != all.end());
    return static_cast<std::size_t>(found - all.begin());
}

const SoftAreaMeasures* find(const std::vector<SoftAreaMeasures>& all, std::size_t area) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [area](const SoftAreaMeasures& one) { return one.area == area; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("paint all over covers every muscle and dermatome") {
    map::Layer layer = emptyLayer();
    for (std::uint32_t vertex = 0; vertex < test::theBody().mesh().vertexCount(); ++vertex)
        layer.set(vertex, 50, 0);
    const auto muscles = analysis::measureMuscles(test::theBody(), test::theLabels(), layer);
    CHECK(muscles.size() == test::theLabels().muscles().size());
    for (const SoftAreaMeasures& one : muscles) {
        CHECK(one.percent == Approx(100.0));
        CHECK(one.mean == Approx(5.0));
        CHECK(one.peak == 5.0);
        CHECK(one.weight > 0.5);  // a narrow muscle has no place farther than its soft border
    }
    double sum = 0.0;
    for (const SoftAreaMeasures& one :
         analysis::measureDermatomes(test::theBody(), test::theLabels(), layer, 2.0))
        sum += one.extentCm2;
    CHECK(sum == Approx(2.0e4 * test::theBody().mesh().area()));
}

TEST_CASE("a muscle's skin counts by its weight, and paint on its soft border says so") {
    const std::size_t biceps = muscle("biceps_brachii_L");
    const auto& weights = test::theLabels().muscles()[biceps].weights;
    map::Layer rim = emptyLayer();
    double area = 0.0;
    for (const body::VertexWeight& weight : weights) {
        if (weight.weight >= 0.5F) continue;
        rim.set(weight.vertex, 80, 0);
        area += static_cast<double>(test::theBody().mesh().vertexAreas()[weight.vertex]) *
                static_cast<double>(weight.weight);
    }
    const auto measured = analysis::measureMuscles(test::theBody(), test::theLabels(), rim);
    const SoftAreaMeasures* found = find(measured, biceps);
    REQUIRE(found != nullptr);
    CHECK(found->extentCm2 == Approx(1.0e4 * area));
    CHECK(found->weight > 0.0);
    CHECK(found->weight < 0.5);
    CHECK(found->peak == 8.0);
    CHECK(found->percent < 50.0);
}

TEST_CASE("bare skin has no entries, and dermatomes share out what is painted") {
    CHECK(analysis::measureMuscles(test::theBody(), test::theLabels(), emptyLayer()).empty());
    CHECK(analysis::measureDermatomes(test::theBody(), test::theLabels(), emptyLayer()).empty());
    map::Layer layer = emptyLayer();
    for (std::uint32_t vertex = 0; vertex < test::theBody().mesh().vertexCount(); vertex += 7)
        layer.set(vertex, static_cast<map::Value>(10 + vertex % 90), 0);
    double sum = 0.0, peak = 0.0;
    for (const SoftAreaMeasures& one :
         analysis::measureDermatomes(test::theBody(), test::theLabels(), layer)) {
        sum += one.extentCm2;
        peak = std::max(peak, one.peak);
    }
    const auto whole = analysis::measure(test::theBody(), layer);
    CHECK(sum == Approx(whole.extentCm2));
    CHECK(peak == whole.peak);
}
