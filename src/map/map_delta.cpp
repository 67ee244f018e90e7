#include "map/map_delta.h"

#include "core/check.h"

#include <span>
#include <utility>

namespace palpate::map {

namespace {

using Table = std::map<PlaceNumber, std::optional<Place>>;
using Pins = std::map<PinNumber, std::optional<Pin>>;

// One side of a delta.
struct Side {
    std::span<const Value> values;
    std::span<const PlaceNumber> places;
    const Table& table;
    const Pins& pins;
};

std::size_t sizeOf(const Place& place) {
    std::size_t bytes =
        sizeof(Place) + place.response.capacity() + place.reason.capacity() + place.note.capacity();
    for (const auto* texts : {&place.words, &place.techniques}) {
        for (const std::string& text : *texts)
            bytes += sizeof(std::string) + text.capacity();
    }
    return bytes;
}

std::size_t sizeOf(const Table& table) {
    // A node of std::map carries three pointers and a colour beside its contents.
    constexpr std::size_t kNode = 4 * sizeof(void*) + sizeof(Table::value_type);
    std::size_t bytes = 0;
    for (const auto& [number, place] : table)
        bytes += kNode + (place ? sizeOf(*place) - sizeof(Place) : 0);
    return bytes;
}

std::size_t sizeOf(const Pins& pins) {
    constexpr std::size_t kNode = 4 * sizeof(void*) + sizeof(Pins::value_type);
    std::size_t bytes = 0;
    for (const auto& [number, pin] : pins)
        bytes += kNode + (pin ? pin->note.capacity() : 0);
    return bytes;
}

void changePins(PinTable& table, const Pins& from, const Pins& to) {
    for (const auto& [number, pin] : from) {
        const Pin* is = table.find(number);
        core::check(pin ? is != nullptr && *is == *pin : is == nullptr,
                    "a delta meets the pins that it was made from");
    }
    for (const auto& [number, pin] : to) {
        if (pin) {
            table.set(number, *pin);
        } else {
            table.erase(number);
        }
    }
}

void checkIsAt(const Layer& layer, std::span<const std::uint32_t> vertices, const Side& side) {
    core::check(side.values.size() == vertices.size() && side.places.size() == vertices.size(),
                "a delta has one value and one place a vertex");
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        core::check(vertices[i] < layer.values().size(), "a delta names vertices that the body has");
        core::check(layer.values()[vertices[i]] == side.values[i] &&
                        layer.placeNumbers()[vertices[i]] == side.places[i],
                    "a delta meets the map that it was made from");
    }
}

void change(BodyMap& map, const MapDelta& delta, const Side& from, const Side& to) {
    Layer& layer = map.layer(delta.layer);
    checkIsAt(layer, delta.vertices, from);
    core::check(to.values.size() == delta.vertices.size() && to.places.size() == delta.vertices.size(),
                "a delta has one value and one place a vertex");
    // New rows first and old ones last, so that no vertex ever names a row that is not there.
    for (const auto& [number, place] : to.table) {
        if (place) layer.setPlace(number, *place);
    }
    {
        Layer::Writer writer(layer);
        for (std::size_t i = 0; i < delta.vertices.size(); ++i)
            writer.set(delta.vertices[i], to.values[i], to.places[i]);
    }
    for (const auto& [number, place] : to.table) {
        if (!place) layer.erasePlace(number);
    }
    changePins(map.pins(), from.pins, to.pins);
}

// One vertex before and after.
struct VertexChange {
    Value valueBefore = 0, valueAfter = 0;
    PlaceNumber placeBefore = kNoPlace, placeAfter = kNoPlace;
};

VertexChange changeOf(const MapDelta& delta, std::size_t i) {
    return {delta.valuesBefore[i], delta.valuesAfter[i], delta.placesBefore[i], delta.placesAfter[i]};
}

void keep(MapDelta& delta, std::uint32_t vertex, const VertexChange& change) {
    if (change.valueBefore == change.valueAfter && change.placeBefore == change.placeAfter) return;
    delta.vertices.push_back(vertex);
    delta.valuesBefore.push_back(change.valueBefore);
    delta.valuesAfter.push_back(change.valueAfter);
    delta.placesBefore.push_back(change.placeBefore);
    delta.placesAfter.push_back(change.placeAfter);
}

// Both lists ascend, so they are merged in one pass.
void extendVertices(MapDelta& delta, const MapDelta& next) {
    MapDelta merged;
    std::size_t a = 0;
    std::size_t b = 0;
    while (a < delta.vertices.size() || b < next.vertices.size()) {
        const bool hasA = a < delta.vertices.size();
        const bool hasB = b < next.vertices.size();
        if (hasA && (!hasB || delta.vertices[a] < next.vertices[b])) {
            keep(merged, delta.vertices[a], changeOf(delta, a));
            ++a;
        } else if (!hasA || next.vertices[b] < delta.vertices[a]) {
            keep(merged, next.vertices[b], changeOf(next, b));
            ++b;
        } else {
            const VertexChange first = changeOf(delta, a);
            const VertexChange last = changeOf(next, b);
            keep(merged, delta.vertices[a],
                 {first.valueBefore, last.valueAfter, first.placeBefore, last.placeAfter});
            ++a;
            ++b;
        }
    }
    delta.vertices = std::move(merged.vertices);
    delta.valuesBefore = std::move(merged.valuesBefore);
    delta.valuesAfter = std::move(merged.valuesAfter);
    delta.placesBefore = std::move(merged.placesBefore);
    delta.placesAfter = std::move(merged.placesAfter);
}

template <typename Rows>
void extendRows(Rows& before, Rows& after, const Rows& nextBefore, const Rows& nextAfter) {
    before.insert(nextBefore.begin(), nextBefore.end());  // what was there first stays
    for (const auto& [number, row] : nextAfter)
        after.insert_or_assign(number, row);
    for (auto it = before.begin(); it != before.end();) {
        if (it->second == after.at(it->first)) {
            after.erase(it->first);
            it = before.erase(it);
        } else {
            ++it;
        }
    }
}

Side before(const MapDelta& delta) {
    return {delta.valuesBefore, delta.placesBefore, delta.tableBefore, delta.pinsBefore};
}

Side after(const MapDelta& delta) {
    return {delta.valuesAfter, delta.placesAfter, delta.tableAfter, delta.pinsAfter};
}

}  // namespace

std::size_t MapDelta::sizeInBytes() const {
    return sizeof(MapDelta) + vertices.capacity() * sizeof(std::uint32_t) +
           (valuesBefore.capacity() + valuesAfter.capacity()) * sizeof(Value) +
           (placesBefore.capacity() + placesAfter.capacity()) * sizeof(PlaceNumber) + sizeOf(tableBefore) +
           sizeOf(tableAfter) + sizeOf(pinsBefore) + sizeOf(pinsAfter);
}

void extend(MapDelta& delta, const MapDelta& next) {
    if (next.isEmpty()) return;
    if (delta.isEmpty()) {
        delta = next;
        return;
    }
    core::check(delta.layer == next.layer, "a change is extended on its own layer");
    extendVertices(delta, next);
    extendRows(delta.tableBefore, delta.tableAfter, next.tableBefore, next.tableAfter);
    extendRows(delta.pinsBefore, delta.pinsAfter, next.pinsBefore, next.pinsAfter);
}

void apply(BodyMap& map, const MapDelta& delta) {
    change(map, delta, before(delta), after(delta));
}

void revert(BodyMap& map, const MapDelta& delta) {
    change(map, delta, after(delta), before(delta));
}

}  // namespace palpate::map
