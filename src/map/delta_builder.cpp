#include "map/delta_builder.h"

#include <algorithm>
#include <numeric>

namespace palpate::map {

namespace {

std::optional<Place> rowOf(const Layer& layer, PlaceNumber number) {
    const auto row = layer.places().find(number);
    if (row == layer.places().end()) return std::nullopt;
    return row->second;
}

}  // namespace

DeltaBuilder::DeltaBuilder(Layer& layer, VertexSet& touched) : m_layer(layer), m_touched(touched) {
    m_touched.clear();
}

void DeltaBuilder::keep(std::uint32_t vertex) {
    m_vertices.push_back(vertex);
    m_values.push_back(m_layer.values()[vertex]);
    m_places.push_back(m_layer.placeNumbers()[vertex]);
}

void DeltaBuilder::touchRow(PlaceNumber number) {
    if (!m_rows.contains(number)) m_rows.emplace(number, rowOf(m_layer, number));
}

std::vector<PlaceNumber> DeltaBuilder::placesBefore() const {
    std::vector<PlaceNumber> places = m_places;
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    if (!places.empty() && places.front() == kNoPlace) places.erase(places.begin());
    return places;
}

LayerDelta DeltaBuilder::build() const {
    std::vector<std::size_t> order(m_vertices.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [this](std::size_t a, std::size_t b) { return m_vertices[a] < m_vertices[b]; });
    LayerDelta delta;
    delta.layer = m_layer.kind();
    for (const std::size_t i : order) {
        const std::uint32_t vertex = m_vertices[i];
        const Value value = m_layer.values()[vertex];
        const PlaceNumber place = m_layer.placeNumbers()[vertex];
        if (value == m_values[i] && place == m_places[i]) continue;
        delta.vertices.push_back(vertex);
        delta.valuesBefore.push_back(m_values[i]);
        delta.valuesAfter.push_back(value);
        delta.placesBefore.push_back(m_places[i]);
        delta.placesAfter.push_back(place);
    }
    for (const auto& [number, before] : m_rows) {
        auto after = rowOf(m_layer, number);
        if (after == before) continue;
        delta.tableBefore.emplace(number, before);
        delta.tableAfter.emplace(number, std::move(after));
    }
    return delta;
}

}  // namespace palpate::map
