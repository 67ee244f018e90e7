#pragma once

#include "map/body_map.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace palpate::map {

// What one stroke changed in one layer, with both sides. Grows with the painted area, not with the body.
struct LayerDelta {
    LayerKind layer = LayerKind::Pain;
    std::vector<std::uint32_t> vertices;  // ascending, no duplicates
    std::vector<Value> valuesBefore, valuesAfter;
    std::vector<PlaceNumber> placesBefore, placesAfter;
    std::map<PlaceNumber, std::optional<Place>> tableBefore, tableAfter;  // same keys; empty = no such row

    [[nodiscard]] bool isEmpty() const { return vertices.empty() && tableBefore.empty(); }
    // Memory it takes, within a few bytes a string; for a limit on how much history is kept.
    [[nodiscard]] std::size_t sizeInBytes() const;

    friend bool operator==(const LayerDelta&, const LayerDelta&) = default;
};

// The map must be as it was before the change (apply) or after it (revert); a promise of the caller, checked.
void apply(BodyMap& map, const LayerDelta& delta);
void revert(BodyMap& map, const LayerDelta& delta);

}  // namespace palpate::map
