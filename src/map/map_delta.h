#pragma once

#include "map/body_map.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace palpate::map {

// What one stroke changed in one layer or in the pins, with both sides. Grows with the painted area, not
// with the body.
struct MapDelta {
    LayerKind layer = LayerKind::Pain;
    std::vector<std::uint32_t> vertices;  // ascending, no duplicates
    std::vector<Value> valuesBefore, valuesAfter;
    std::vector<PlaceNumber> placesBefore, placesAfter;
    std::map<PlaceNumber, std::optional<Place>> tableBefore, tableAfter;  // same keys; empty = no such row
    std::map<PinNumber, std::optional<Pin>> pinsBefore, pinsAfter;        // the same

    [[nodiscard]] bool isEmpty() const {
        return vertices.empty() && tableBefore.empty() && pinsBefore.empty();
    }
    // Memory it takes, within a few bytes a string; for a limit on how much history is kept.
    [[nodiscard]] std::size_t sizeInBytes() const;

    friend bool operator==(const MapDelta&, const MapDelta&) = default;
};

// Makes one change of two that were made one after the other to the same layer. What the second took back is
// no change any more.
void extend(MapDelta& delta, const MapDelta& next);

// The map must be as it was before the change (apply) or after it (revert); a promise of the caller, checked.
void apply(BodyMap& map, const MapDelta& delta);
void revert(BodyMap& map, const MapDelta& delta);

}  // namespace palpate::map
