#pragma once

#include "map/map_delta.h"
#include "map/paint_scratch.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace palpate::map {

// Keeps what a map held where a stroke touches it: the first touch wins.
class DeltaBuilder {
public:
    // `map` and `touched` must outlive the builder, which watches one layer and the pins. Empties `touched`.
    DeltaBuilder(BodyMap& map, LayerKind layer, VertexSet& touched);

    // To be called before a vertex, a row or a pin is changed.
    void touch(std::uint32_t vertex) {
        if (m_touched.add(vertex)) keep(vertex);
    }
    void touchRow(PlaceNumber number);
    void touchPin(PinNumber number);

    // In the order in which they were touched.
    [[nodiscard]] std::span<const std::uint32_t> vertices() const { return m_vertices; }
    // The places that touched vertices had, each once, ascending.
    [[nodiscard]] std::vector<PlaceNumber> placesBefore() const;

    // The change from then to now. What came back to what it was is no change.
    [[nodiscard]] MapDelta build() const;

private:
    void keep(std::uint32_t vertex);

    Layer& m_layer;
    PinTable& m_pins;
    VertexSet& m_touched;
    std::vector<std::uint32_t> m_vertices;
    std::vector<Value> m_values;
    std::vector<PlaceNumber> m_places;
    std::map<PlaceNumber, std::optional<Place>> m_rows;
    std::map<PinNumber, std::optional<Pin>> m_pinRows;
};

}  // namespace palpate::map
