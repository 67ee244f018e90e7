#include "analysis/frequency.h"

#include "analysis/small_body.h"
#include "core/random.h"
#include "map/random_maps.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

using namespace palpate;
using doctest::Approx;
using map::Layer;
using map::LayerKind;

namespace {

Layer onePlace(const std::vector<std::pair<std::uint32_t, map::Value>>& vertices) {
    Layer layer(LayerKind::Pain, 9);
    layer.setPlace(1, {});
    for (const auto& [vertex, value] : vertices)
        layer.set(vertex, value, 1);
    return layer;
}

}  // namespace

TEST_CASE("the frequency over four small maps is the one counted by hand") {
    const auto body = test::makeSmallBody();
    analysis::FrequencyCount count(body);
    count.add(onePlace({{3, 40}, {4, 80}, {5, 4}}));  // the last one is too faint to count
    count.add(onePlace({{4, 60}, {8, 20}}));
    count.add(onePlace({{4, 70}}));
    count.add(onePlace({}));  // nothing hurt
    const auto frequency = count.result();
    CHECK(frequency.maps == 4);
    CHECK(frequency.painted == std::vector<std::uint32_t>{0, 0, 0, 1, 3, 0, 0, 0, 1});
    CHECK(frequency.share(4) == 0.75);
    CHECK(frequency.worst[4] == 80);
    CHECK(frequency.mean[4] == Approx(7.0));
    CHECK(frequency.mean[3] == Approx(4.0));
    CHECK(frequency.mean[5] == 0.0);

    REQUIRE(frequency.regions.size() == 3);
    const auto& middle = frequency.regions[0];  // vertices 1, 4 and 7: 1, 4 and 1 thirds of a square metre
    CHECK(middle.region == 1);
    CHECK(middle.maps == 3);
    CHECK(middle.share == 0.75);
    CHECK(middle.onSkin == Approx(4.0 * 3.0 / (6.0 * 4.0)));
    CHECK(middle.worst == 8.0);
    CHECK(middle.mean == Approx(7.0));
    CHECK(frequency.regions[1].region == 0);
    CHECK(frequency.regions[2].region == 2);
    CHECK(frequency.regions[2].share == 0.25);
    CHECK(analysis::shareAsValues(frequency) == std::vector<map::Value>{0, 0, 0, 25, 75, 0, 0, 0, 25});
}

TEST_CASE("a region counts as painted from ten square centimetres or a tenth of it, as the rule says") {
    const auto body = test::makeSmallBody();
    const auto mapsOfLeft = [&](const analysis::RegionRule& rule) {
        analysis::FrequencyCount count(body, rule);
        count.add(onePlace({{8, 20}}));  // a third of the region, 3333 cm2
        return count.result().regions.front().maps;
    };
    CHECK(mapsOfLeft({}) == 1);
    CHECK(mapsOfLeft({.cm2 = 3300.0, .percentOfRegion = 50.0}) == 1);
    CHECK(mapsOfLeft({.cm2 = 9000.0, .percentOfRegion = 50.0}) == 0);
    CHECK(mapsOfLeft({.cm2 = 9000.0, .percentOfRegion = 33.0}) == 1);
}

TEST_CASE("no maps give no shares, and rare paint still shows") {
    const auto body = test::makeSmallBody();
    analysis::FrequencyCount count(body);
    CHECK(count.result().share(4) == 0.0);
    CHECK(count.result().regions.empty());
    count.add(onePlace({{4, 50}}));
    for (int i = 0; i < 99; ++i)
        count.add(onePlace({}));
    CHECK(analysis::shareAsValues(count.result())[4] == 5);
}

TEST_CASE("counting runs out of encoded maps gives what counting vertex by vertex gives") {
    const auto body = test::makeTestBody();
    const auto count = body->mesh().vertexCount();
    core::Random random(20260703);
    for (const LayerKind kind : map::kLayerKinds) {
        analysis::FrequencyCount fromBytes(*body), fromLayers(*body);
        std::vector<std::uint32_t> painted(count, 0);
        std::vector<map::Value> worst(count, 0);
        std::vector<double> sums(count, 0.0);
        for (int round = 0; round < 5; ++round) {
            const map::BodyMap map = map::randomMap(random, count);
            const auto runs = map::decodeRuns(map::encodeMap(map), kind);
            REQUIRE(runs.has_value());
            CHECK(runs->vertexCount == count);
            CHECK(runs->topologyId == map.topologyId());
            CHECK(runs->runs == map::paintedRuns(map.layer(kind)));
            fromBytes.add(runs->runs);
            fromLayers.add(map.layer(kind));
            for (std::size_t v = 0; v < count; ++v) {
                const map::Value value = map.layer(kind).values()[v];
                if (value < 5) continue;
                ++painted[v];
                worst[v] = std::max(worst[v], value);
                sums[v] += value / 10.0;
            }
        }
        const auto frequency = fromBytes.result();
        CHECK(frequency.painted == painted);
        CHECK(frequency.worst == worst);
        CHECK(frequency.mean == fromLayers.result().mean);
        for (std::size_t v = 0; v < count; ++v) {
            if (painted[v] > 0) REQUIRE(frequency.mean[v] == Approx(sums[v] / painted[v]));
        }
        for (const auto& region : frequency.regions) {
            CHECK(region.share <= 1.0);
            CHECK(region.onSkin > 0.0);
            CHECK(region.onSkin <= 1.0);
            CHECK(region.mean <= region.worst + 1.0e-9);
        }
    }
}

TEST_CASE("bytes that were altered or cut off give no runs, only an error") {
    core::Random random(5);
    auto bytes = map::encodeMap(map::randomMap(random, 500));
    CHECK_FALSE(map::decodeRuns(std::span(bytes).first(20), LayerKind::Pain).has_value());
    bytes[30] ^= std::byte{1};
    CHECK_FALSE(map::decodeRuns(bytes, LayerKind::Avoid).has_value());
    CHECK_FALSE(map::decodeRuns({}, LayerKind::Pain).has_value());
}
