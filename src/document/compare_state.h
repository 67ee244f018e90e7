#pragma once

#include "analysis/change_verdict.h"
#include "analysis/comparison.h"
#include "clinic/visit.h"
#include "map/body_map.h"

#include <cstdint>
#include <vector>

namespace palpate::document {

enum class CompareMode : std::uint8_t { SideBySide, Difference };

// One of the two maps being compared. A map that was never painted is empty and says so.
struct CompareSide {
    clinic::MapKey key;
    bool painted = false;
    map::BodyMap map;
    bool completed = false;

    [[nodiscard]] analysis::LayerRecord recordOf(map::LayerKind layer) const {
        return analysis::recordOf(map.layer(layer), key.author, completed);
    }
};

// Two maps of one client against each other, on one layer. The measures are always those of the two maps
// shown; where a layer is not recorded (see `recorded`) they mean nothing and the difference is bare.
struct CompareState {
    CompareSide from;
    CompareSide to;
    CompareMode mode = CompareMode::SideBySide;
    map::LayerKind layer = map::LayerKind::Pain;
    analysis::RecordedPair recorded;
    analysis::Comparison measures;
    std::vector<std::int8_t> difference;   // to - from per vertex, tenths of a level
    std::vector<std::int8_t> fresh, gone;  // analysis::paintedOnlyIn(), either way round
    std::uint64_t version = 0;             // goes up when the maps, the layer or the difference change
};

}  // namespace palpate::document
