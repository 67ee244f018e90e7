#include "map/delta_builder.h"

#include <algorithm>
#include <numeric>

namespace palpate::map {

namespace {

template <typename Number, typename Row>
std::optional<Row> rowOf(const std::map<Number, Row>& table, Number number) {
    const auto row = table.find(number);
    if (row == table.end()) return std::nullopt;
    return row->second;
}

// The rows that differ, on both sides.
template <typename Number, typename Row>
void keepChanged(const std::map<Number, std::optional<Row>>& was, const std::map<Number, Row>& table,
                 std::map<Number, std::optional<Row>>& before, std::map<Number, std::optional<Row>>& after) {
    for (const auto& [number, row] : was) {
        auto is = rowOf(table, number);
        if (is == row) continue;
        before.emplace(number, row);
        after.emplace(number, std::move(is));
    }
}

}  // namespace

DeltaBuilder::DeltaBuilder(BodyMap& map, LayerKind layer, VertexSet& touched)
    : m_layer(map.layer(layer)), m_pins(map.pins()), m_touched(touched) {
    m_touched.clear();
}

void DeltaBuilder::keep(std::uint32_t vertex) {
    m_vertices.push_back(vertex);
    m_values.push_back(m_layer.values()[vertex]);
    m_places.push_back(m_layer.placeNumbers()[vertex]);
}

void DeltaBuilder::touchRow(PlaceNumber number) {
    if (!m_rows.contains(number)) m_rows.emplace(number, rowOf(m_layer.places(), number));
}

void DeltaBuilder::touchPin(PinNumber number) {
    if (!m_pinRows.contains(number)) m_pinRows.emplace(number, rowOf(m_pins.rows(), number));
}

std::vector<PlaceNumber> DeltaBuilder::placesBefore() const {
    std::vector<PlaceNumber> places = m_places;
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    if (!places.empty() && places.front() == kNoPlace) places.erase(places.begin());
    return places;
}

MapDelta DeltaBuilder::build() const {
    std::vector<std::size_t> order(m_vertices.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [this](std::size_t a, std::size_t b) { return m_vertices[a] < m_vertices[b]; });
    MapDelta delta;
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
    keepChanged(m_rows, m_layer.places(), delta.tableBefore, delta.tableAfter);
    keepChanged(m_pinRows, m_pins.rows(), delta.pinsBefore, delta.pinsAfter);
    return delta;
}

}  // namespace palpate::map
