#include "map/layer.h"

#include "map/body_map.h"
#include "map/random_maps.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace palpate::map;
using palpate::core::Random;

TEST_CASE("every layer has an id that finds it, a name and a scale") {
    for (const LayerKind kind : kLayerKinds) {
        CHECK(layerFromId(layerId(kind)) == kind);
        CHECK(std::string(layerName(kind)) != "");
    }
    CHECK_FALSE(layerFromId("Pain").has_value());
    CHECK(highestLevel(LayerKind::Pain) == 10);
    CHECK(highestLevel(LayerKind::Tension) == 10);
    CHECK(highestLevel(LayerKind::Treated) == 5);
    CHECK(highestLevel(LayerKind::Avoid) == 1);
    CHECK(levelOf(valueOf(7)) == 7.0);
    CHECK(isPainted(5));
    CHECK_FALSE(isPainted(4));
}

TEST_CASE("words are sorted as in the vocabulary, each once, so that equal places compare equal") {
    Place place;
    place.words = {"tender", "aching", "numb", "aching"};
    sortWords(place, LayerKind::Pain);
    CHECK(place.words == std::vector<std::string>{"aching", "numb", "tender"});
    CHECK(qualityWords().size() == 12);
    CHECK(tensionFindings().size() == 7);
    CHECK(wordsOf(LayerKind::Treated).empty());
    CHECK(depthFromId("muscle") == Depth::Muscle);
    CHECK_FALSE(depthFromId("").has_value());
}

TEST_CASE("a layer is empty until half a level is painted") {
    Layer layer(LayerKind::Pain, 100);
    CHECK(layer.isEmpty());
    layer.set(99, 4, 0);
    CHECK(layer.isEmpty());
    layer.set(99, 5, 1);
    CHECK_FALSE(layer.isEmpty());
}

TEST_CASE("the version goes up with every change and is never shared by different contents") {
    std::set<std::uint64_t> seen;
    Layer layer(LayerKind::Pain, 10);
    Layer other(LayerKind::Pain, 10);
    CHECK(seen.insert(layer.version()).second);
    CHECK(seen.insert(other.version()).second);
    layer.set(3, 70, 1);
    CHECK(seen.insert(layer.version()).second);
    Layer copy = layer;
    CHECK(copy.version() == layer.version());
    copy.set(4, 70, 1);
    layer.set(5, 70, 1);
    CHECK(seen.insert(copy.version()).second);
    CHECK(seen.insert(layer.version()).second);
    layer.setPlace(1, {});
    CHECK(seen.insert(layer.version()).second);
    layer.erasePlace(1);
    CHECK(seen.insert(layer.version()).second);
}

TEST_CASE("what changes nothing leaves the version alone") {
    Layer layer(LayerKind::Pain, 10);
    layer.set(3, 70, 1);
    layer.setPlace(1, {});
    const auto version = layer.version();
    layer.set(3, 70, 1);
    layer.setPlace(1, {});
    layer.erasePlace(2);
    { const Layer::Writer idle(layer); }
    CHECK(layer.version() == version);
    CHECK(layer.changedSince(version).isEmpty());
}

TEST_CASE("a cache that uploads what changed since its version always holds the layer") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Layer layer(LayerKind::Pain, 500);
        std::vector<Value> cache(500, 0);
        std::uint64_t cached = 0;
        for (int step = 0; step < 200; ++step) {
            const auto changes = random.below(4);
            for (std::uint64_t i = 0; i < changes; ++i) {
                Layer::Writer writer(layer);
                const auto first = static_cast<std::uint32_t>(random.below(480));
                for (std::uint32_t v = first; v < first + random.below(20); ++v)
                    writer.set(v, static_cast<Value>(random.below(101)), 1);
            }
            if (random.below(3) != 0) continue;
            const VertexRange range = layer.changedSince(cached);
            for (std::uint32_t v = range.first; v < range.end; ++v)
                cache[v] = layer.values()[v];
            cached = layer.version();
            REQUIRE(std::equal(cache.begin(), cache.end(), layer.values().begin()));
        }
    }
}

TEST_CASE("what changed is told tightly over the last changes, and as everything before them") {
    Layer layer(LayerKind::Pain, 1000);
    const auto start = layer.version();
    layer.set(400, 10, 1);
    const auto afterFirst = layer.version();
    layer.set(500, 10, 1);
    CHECK(layer.changedSince(start) == VertexRange{400, 501});
    CHECK(layer.changedSince(afterFirst) == VertexRange{500, 501});
    CHECK(layer.changedSince(0) == VertexRange{0, 1000});
    for (std::size_t i = 2; i < Layer::kRemembered; ++i)
        layer.set(600, static_cast<Value>(i), 1);
    CHECK(layer.changedSince(start) == VertexRange{400, 601});
    layer.set(600, 1, 1);
    CHECK(layer.changedSince(start) == VertexRange{0, 1000});
    CHECK(layer.changedSince(afterFirst) == VertexRange{500, 601});
}

TEST_CASE("a copy that went its own way does not know the other's versions") {
    Layer layer(LayerKind::Pain, 100);
    layer.set(10, 10, 1);
    const auto common = layer.version();
    Layer copy = layer;
    copy.set(20, 10, 1);
    layer.set(30, 10, 1);
    CHECK(layer.changedSince(common) == VertexRange{30, 31});
    CHECK(layer.changedSince(copy.version()) == VertexRange{0, 100});
}

TEST_CASE("maps compare by what they hold, not by how they came to it") {
    BodyMap a("t", 10);
    BodyMap b("t", 10);
    a.layer(LayerKind::Pain).set(1, 70, 1);
    a.layer(LayerKind::Pain).set(1, 0, 0);
    CHECK(a == b);
    CHECK(a.isEmpty());
    b.layer(LayerKind::Avoid).set(1, 10, 0);
    CHECK_FALSE(a == b);
    CHECK_FALSE(b.isEmpty());
    CHECK_FALSE(a == BodyMap("u", 10));
}
