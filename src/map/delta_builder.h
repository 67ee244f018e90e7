#pragma once

#include "map/delta.h"
#include "map/paint_scratch.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace palpate::map {

// Keeps what a layer held where a stroke touches it: the first touch wins.
class DeltaBuilder {
public:
    // Both must outlive the builder. Empties `touched`.
    DeltaBuilder(Layer& layer, VertexSet& touched);

    // To be called before a vertex or a row is changed.
    void touch(std::uint32_t vertex) {
        if (m_touched.add(vertex)) keep(vertex);
    }
    void touchRow(PlaceNumber number);

    // In the order in which they were touched.
    [[nodiscard]] std::span<const std::uint32_t> vertices() const { return m_vertices; }
    // The places that touched vertices had, each once, ascending.
    [[nodiscard]] std::vector<PlaceNumber> placesBefore() const;

    // The change from then to now. What came back to what it was is no change.
    [[nodiscard]] LayerDelta build() const;

private:
    void keep(std::uint32_t vertex);

    Layer& m_layer;
    VertexSet& m_touched;
    std::vector<std::uint32_t> m_vertices;
    std::vector<Value> m_values;
    std::vector<PlaceNumber> m_places;
    std::map<PlaceNumber, std::optional<Place>> m_rows;
};

}  // namespace palpate::map
