#include "map/layer.h"

#include "map/content_version.h"

#include <algorithm>
#include <utility>

namespace palpate::map {

Layer::Layer(LayerKind kind, std::size_t vertexCount)
    : m_kind(kind),
      m_values(vertexCount, 0),
      m_places(vertexCount, kNoPlace),
      m_version(nextContentVersion()) {}

Layer::Layer(LayerKind kind, std::vector<Value> values, std::vector<PlaceNumber> placeNumbers,
             std::map<PlaceNumber, Place> places)
    : m_kind(kind),
      m_values(std::move(values)),
      m_places(std::move(placeNumbers)),
      m_table(std::move(places)),
      m_version(nextContentVersion()) {
    core::check(m_values.size() == m_places.size(), "a layer has one value and one place a vertex");
}

bool Layer::isEmpty() const {
    return std::none_of(m_values.begin(), m_values.end(), isPainted);
}

VertexRange Layer::changedSince(std::uint64_t version) const {
    VertexRange range;
    if (version == m_version) return range;
    const std::size_t remembered = std::min(m_changeCount, kRemembered);
    for (std::size_t age = 1; age <= remembered; ++age) {
        const Change& change = m_changes[(m_changeCount - age) % kRemembered];
        range.add(change.range);
        if (change.before == version) return range;
    }
    return {0, static_cast<std::uint32_t>(m_values.size())};
}

void Layer::set(std::uint32_t vertex, Value value, PlaceNumber place) {
    Writer(*this).set(vertex, value, place);
}

void Layer::setPlace(PlaceNumber number, Place place) {
    core::check(number != kNoPlace, "a row of the place table has a number");
    const auto found = m_table.find(number);
    if (found != m_table.end() && found->second == place) return;
    m_table.insert_or_assign(number, std::move(place));
    noteChange({});
}

void Layer::erasePlace(PlaceNumber number) {
    if (m_table.erase(number) > 0) noteChange({});
}

void Layer::noteChange(const VertexRange& range) {
    m_changes[m_changeCount % kRemembered] = {m_version, range};
    ++m_changeCount;
    m_version = nextContentVersion();
}

Layer::Writer::~Writer() {
    if (!m_range.isEmpty()) m_layer.noteChange(m_range);
}

}  // namespace palpate::map
