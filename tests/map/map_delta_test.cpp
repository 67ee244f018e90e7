#include "map/map_delta.h"

#include "map/random_maps.h"

#include <doctest/doctest.h>

using namespace palpate::map;
using palpate::core::Random;

namespace {

// What it takes to get from one map to another, in one layer.
MapDelta between(const BodyMap& from, const BodyMap& to, LayerKind kind) {
    MapDelta delta;
    delta.layer = kind;
    const Layer& a = from.layer(kind);
    const Layer& b = to.layer(kind);
    for (std::uint32_t v = 0; v < a.values().size(); ++v) {
        if (a.values()[v] == b.values()[v] && a.placeNumbers()[v] == b.placeNumbers()[v]) continue;
        delta.vertices.push_back(v);
        delta.valuesBefore.push_back(a.values()[v]);
        delta.valuesAfter.push_back(b.values()[v]);
        delta.placesBefore.push_back(a.placeNumbers()[v]);
        delta.placesAfter.push_back(b.placeNumbers()[v]);
    }
    for (PlaceNumber number = 1; number < 10; ++number) {
        const auto rowOf = [number](const Layer& layer) {
            const auto row = layer.places().find(number);
            return row == layer.places().end() ? std::nullopt : std::optional(row->second);
        };
        if (rowOf(a) == rowOf(b)) continue;
        delta.tableBefore[number] = rowOf(a);
        delta.tableAfter[number] = rowOf(b);
    }
    return delta;
}

}  // namespace

TEST_CASE("applying and reverting a delta gives the same map, as often as one likes") {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const BodyMap before = randomMap(random, 300);
        for (const LayerKind kind : kLayerKinds) {
            BodyMap after = before;
            after.layer(kind) = randomMap(random, 300).layer(kind);
            const MapDelta delta = between(before, after, kind);
            BodyMap map = before;
            apply(map, delta);
            CHECK(map == after);
            revert(map, delta);
            CHECK(map == before);
            apply(map, delta);
            CHECK(map == after);
        }
    }
}

TEST_CASE("applying a delta is one change to whoever watches the layer, and tells the right range") {
    BodyMap map("t", 100);
    BodyMap after = map;
    Layer& layer = after.layer(LayerKind::Pain);
    for (const std::uint32_t v : {40U, 42U, 55U})
        layer.set(v, 70, 0);
    const MapDelta delta = between(map, after, LayerKind::Pain);
    const auto version = map.layer(LayerKind::Pain).version();
    apply(map, delta);
    CHECK(map.layer(LayerKind::Pain).changedSince(version) == VertexRange{40, 56});
}

TEST_CASE("a delta knows whether it is empty and about how much memory it takes") {
    MapDelta delta;
    CHECK(delta.isEmpty());
    const std::size_t empty = delta.sizeInBytes();
    delta.vertices.assign(1000, 0);
    delta.valuesBefore.assign(1000, 0);
    delta.valuesAfter.assign(1000, 0);
    delta.placesBefore.assign(1000, 0);
    delta.placesAfter.assign(1000, 0);
    CHECK_FALSE(delta.isEmpty());
    CHECK(delta.sizeInBytes() == empty + 10000);
    Place place;
    place.note = std::string(5000, 'n');
    delta.tableBefore[1] = std::nullopt;
    delta.tableAfter[1] = place;
    CHECK(delta.sizeInBytes() > empty + 15000);
    CHECK(delta.sizeInBytes() < empty + 16000);
}

TEST_CASE("two changes made one are the way from the first map to the last, and back") {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        CAPTURE(seed);
        Random random(seed + 500);
        const BodyMap before = randomMap(random, 300);
        for (const LayerKind kind : kLayerKinds) {
            BodyMap middle = before;
            BodyMap after = before;
            middle.layer(kind) = randomMap(random, 300).layer(kind);
            after.layer(kind) = randomMap(random, 300).layer(kind);
            MapDelta delta = between(before, middle, kind);
            extend(delta, between(middle, after, kind));
            CHECK(delta == between(before, after, kind));
            BodyMap map = before;
            apply(map, delta);
            CHECK(map == after);
            revert(map, delta);
            CHECK(map == before);
            MapDelta nothing = between(before, middle, kind);
            extend(nothing, between(middle, before, kind));
            CHECK(nothing.isEmpty());
        }
    }
}
