#pragma once

#include "core/check.h"
#include "map/layer_kind.h"
#include "map/place.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace palpate::map {

// The vertices first, first + 1, ..., end - 1.
struct VertexRange {
    std::uint32_t first = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool isEmpty() const { return first >= end; }
    [[nodiscard]] std::size_t size() const { return isEmpty() ? 0 : end - first; }
    // Grows to hold `other` too.
    void add(const VertexRange& other);

    friend bool operator==(const VertexRange&, const VertexRange&) = default;
};

// One quantity over the skin: a value and a place number for each vertex of the standard topology.
class Layer {
public:
    class Writer;

    // A bare layer.
    Layer(LayerKind kind, std::size_t vertexCount);
    // A layer that holds this already; `values` and `placeNumbers` are of the same length.
    Layer(LayerKind kind, std::vector<Value> values, std::vector<PlaceNumber> placeNumbers,
          std::map<PlaceNumber, Place> places);

    [[nodiscard]] LayerKind kind() const { return m_kind; }
    [[nodiscard]] std::span<const Value> values() const { return m_values; }
    // Each is kNoPlace or, once an edit is complete, a row of places().
    [[nodiscard]] std::span<const PlaceNumber> placeNumbers() const { return m_places; }
    [[nodiscard]] const std::map<PlaceNumber, Place>& places() const { return m_table; }
    [[nodiscard]] bool isEmpty() const;  // nothing painted

    // Goes up with every change; no two contents of whatever layers have the same one within a run of the
    // program. Never 0, so that 0 can stand for "nothing seen yet".
    [[nodiscard]] std::uint64_t version() const { return m_version; }
    // The vertices whose value or place number may differ from what this layer held at `version`; nothing
    // outside the range does. Exact over the last kRemembered changes; the whole layer for a version that is
    // older, unknown or another layer's. For caches: upload the range, then keep version().
    [[nodiscard]] VertexRange changedSince(std::uint64_t version) const;
    static constexpr std::size_t kRemembered = 64;

    // One vertex; for more than a few use a Writer.
    void set(std::uint32_t vertex, Value value, PlaceNumber place);
    // Adds or replaces a row of the place table, whose number is not kNoPlace; erasePlace of an unused number
    // is no change.
    void setPlace(PlaceNumber number, Place place);
    void erasePlace(PlaceNumber number);

    // Values, place numbers and table; not the version.
    friend bool operator==(const Layer& a, const Layer& b) {
        return a.m_kind == b.m_kind && a.m_values == b.m_values && a.m_places == b.m_places &&
               a.m_table == b.m_table;
    }

private:
    struct Change {
        std::uint64_t before = 0;  // the version that it was made to
        VertexRange range;
    };

    void noteChange(const VertexRange& range);

    LayerKind m_kind;
    std::vector<Value> m_values;
    std::vector<PlaceNumber> m_places;
    std::map<PlaceNumber, Place> m_table;
    std::uint64_t m_version;
    std::array<Change, kRemembered> m_changes;  // a ring
    std::size_t m_changeCount = 0;              // ever made; the newest lies at (m_changeCount - 1) % size
};

// Writes many vertices as one change: one step of the version, noted when the writer goes. `layer` must
// outlive it, and only one writes at a time.
class Layer::Writer {
public:
    explicit Writer(Layer& layer) : m_layer(layer) {}
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void set(std::uint32_t vertex, Value value, PlaceNumber place) {
        core::check(vertex < m_layer.m_values.size(), "a layer is written at a vertex that the body has");
        if (m_layer.m_values[vertex] == value && m_layer.m_places[vertex] == place) return;
        m_layer.m_values[vertex] = value;
        m_layer.m_places[vertex] = place;
        m_range.add({vertex, vertex + 1});
    }

private:
    Layer& m_layer;
    VertexRange m_range;
};

inline void VertexRange::add(const VertexRange& other) {
    if (other.isEmpty()) return;
    if (isEmpty()) {
        *this = other;
        return;
    }
    if (other.first < first) first = other.first;
    if (other.end > end) end = other.end;
}

}  // namespace palpate::map
