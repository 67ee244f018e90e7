#pragma once

#include "map/layer_kind.h"
#include "map/place.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace palpate::map {

// One quantity over the skin: a value and a place number for each vertex of the standard topology.
class Layer {
public:
    Layer(LayerKind kind, std::size_t vertexCount);

    [[nodiscard]] LayerKind kind() const { return m_kind; }
    [[nodiscard]] std::span<const Value> values() const { return m_values; }
    [[nodiscard]] std::span<const PlaceNumber> placeNumbers() const { return m_places; }
    [[nodiscard]] const std::map<PlaceNumber, Place>& places() const { return m_table; }
    [[nodiscard]] bool isEmpty() const;  // nothing painted

    // Goes up with every change, never repeats within a run of the program.
    [[nodiscard]] std::uint64_t version() const { return m_version; }

    void set(std::uint32_t vertex, Value value, PlaceNumber place);
    // Adds or replaces a row of the place table; erasePlace of an unused number is no change.
    void setPlace(PlaceNumber number, Place place);
    void erasePlace(PlaceNumber number);

    // Values, place numbers and table; not the version.
    friend bool operator==(const Layer& a, const Layer& b) {
        return a.m_kind == b.m_kind && a.m_values == b.m_values && a.m_places == b.m_places &&
               a.m_table == b.m_table;
    }

private:
    LayerKind m_kind;
    std::vector<Value> m_values;
    std::vector<PlaceNumber> m_places;
    std::map<PlaceNumber, Place> m_table;
    std::uint64_t m_version = 0;
};

}  // namespace palpate::map
