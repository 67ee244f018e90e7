#include "map/delta_builder.h"

#include <doctest/doctest.h>

#include <vector>

using namespace palpate::map;

TEST_CASE("a delta keeps what was there at the first touch, in the order of the vertices") {
    BodyMap map("t", 100);
    Layer& layer = map.layer(LayerKind::Pain);
    layer.set(30, 20, 1);
    layer.setPlace(1, {});
    VertexSet touched(100);
    DeltaBuilder builder(map, LayerKind::Pain, touched);
    for (const Value value : {Value{50}, Value{60}}) {
        for (const std::uint32_t vertex : {70U, 30U}) {
            builder.touch(vertex);
            layer.set(vertex, value, 2);
        }
    }
    Place place;
    place.note = "new";
    builder.touchRow(2);
    layer.setPlace(2, place);
    builder.touchRow(1);
    layer.erasePlace(1);
    CHECK(builder.placesBefore() == std::vector<PlaceNumber>{1});
    const MapDelta delta = builder.build();
    CHECK(delta.vertices == std::vector<std::uint32_t>{30, 70});
    CHECK(delta.valuesBefore == std::vector<Value>{20, 0});
    CHECK(delta.valuesAfter == std::vector<Value>{60, 60});
    CHECK(delta.placesBefore == std::vector<PlaceNumber>{1, 0});
    CHECK(delta.placesAfter == std::vector<PlaceNumber>{2, 2});
    CHECK(delta.tableBefore.at(1) == Place{});
    CHECK_FALSE(delta.tableAfter.at(1).has_value());
    CHECK_FALSE(delta.tableBefore.at(2).has_value());
    CHECK(delta.tableAfter.at(2) == place);
}

TEST_CASE("what is touched and comes back to what it was is no change") {
    BodyMap map("t", 10);
    Layer& layer = map.layer(LayerKind::Pain);
    VertexSet touched(10);
    touched.add(3);  // left over from another stroke
    DeltaBuilder builder(map, LayerKind::Pain, touched);
    builder.touch(3);
    layer.set(3, 50, 1);
    layer.set(3, 0, 0);
    builder.touchRow(1);
    layer.setPlace(1, {});
    layer.erasePlace(1);
    CHECK(builder.vertices().size() == 1);
    CHECK(builder.build().isEmpty());
}

TEST_CASE("pins that came, went or changed are in the delta, one that came and went again is not") {
    BodyMap map("t", 10);
    map.pins().set(1, {{4, {1.0F, 0.0F, 0.0F}}, PinKind::Scar, {}, "old"});
    const BodyMap before = map;
    VertexSet touched(10);
    DeltaBuilder builder(map, LayerKind::Pain, touched);
    for (const PinNumber number : {PinNumber{1}, PinNumber{2}, PinNumber{3}})
        builder.touchPin(number);
    map.pins().erase(1);
    map.pins().set(2, {{5, {0.0F, 1.0F, 0.0F}}, PinKind::TriggerPoint, 3, ""});
    map.pins().set(3, {});
    map.pins().erase(3);
    const MapDelta delta = builder.build();
    CHECK(delta.pinsBefore.size() == 2);
    CHECK(delta.pinsAfter.size() == 2);
    CHECK(delta.vertices.empty());
    const BodyMap after = map;
    revert(map, delta);
    CHECK(map == before);
    apply(map, delta);
    CHECK(map == after);
    CHECK(delta.sizeInBytes() > MapDelta{}.sizeInBytes());
}
