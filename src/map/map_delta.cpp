#include "map/map_delta.h"

#include "core/check.h"

#include <span>

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

void apply(BodyMap& map, const MapDelta& delta) {
    change(map, delta, before(delta), after(delta));
}

void revert(BodyMap& map, const MapDelta& delta) {
    change(map, delta, after(delta), before(delta));
}

}  // namespace palpate::map
