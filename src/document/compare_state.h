#pragma once

#include "analysis/change_verdict.h"
#include "analysis/comparison.h"
#include "body/camera.h"
#include "clinic/visit.h"
#include "map/body_map.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace palpate::document {

enum class CompareMode : std::uint8_t {
    SideBySide,
    Difference,
    Wipe,   // both in one place, an upright line between them
    Onion,  // both in one place, the earlier one laid over the later one
};

// What is held against what. It follows from the two maps.
enum class ComparePair : std::uint8_t {
    Visits,   // two visits, by one author
    Authors,  // the client's map against the therapist's, of one visit
    Moments,  // before treatment against after it, of one visit by one author
};

// By which column the table of regions is sorted.
enum class RegionColumn : std::uint8_t { Name, From, To, Change, Area };
struct RegionOrder {
    RegionColumn by = RegionColumn::Change;
    bool turned = false;  // the other way round than the column usually is

    friend bool operator==(const RegionOrder&, const RegionOrder&) = default;
};

// One of the maps being compared. A map that was never painted is empty and says so.
struct CompareSide {
    clinic::MapKey key;
    bool painted = false;
    map::BodyMap map;
    bool completed = false;

    [[nodiscard]] analysis::LayerRecord recordOf(map::LayerKind layer) const {
        return analysis::recordOf(map.layer(layer), key.author, completed);
    }
};

// Two maps of one client against each other, on one layer. The measures are always those of `from` and `to`;
// where a layer is not recorded (see `recorded`) they mean nothing and the difference is bare.
struct CompareState {
    CompareSide from;
    CompareSide to;
    // Visits between the two that side by side shows as well; oldest first.
    std::vector<CompareSide> between = {};
    CompareMode mode = CompareMode::SideBySide;
    map::LayerKind layer = map::LayerKind::Pain;
    analysis::RecordedPair recorded = {};
    analysis::Comparison measures = {};
    std::vector<std::int8_t> difference = {};        // to - from per vertex, tenths of a level
    std::vector<std::int8_t> fresh = {}, gone = {};  // analysis::paintedOnlyIn(), either way round

    // Pictures side by side: from, between..., to. Linked, all have the document's camera. Else each has its
    // own; the document's is that of `picture`, and `cameras` holds those of the others (and an old one of
    // it).
    bool linked = true;
    std::size_t picture = 0;
    std::vector<body::Camera> cameras = {};

    double wipe = 0.5;   // share of the picture's width that shows `from`, from its left edge on
    double onion = 0.5;  // how much of `from` lies over `to`: 0 none, 1 nothing of `to` is seen

    std::optional<body::RegionIndex> pointedRow = {};  // of the table, while the pointer is on it
    RegionOrder order = {};
    std::uint64_t version = 0;  // goes up when the maps, the layer or the difference change
};

// So many fit side by side into 1280 pixels.
inline constexpr std::size_t kMostCompared = 4;

}  // namespace palpate::document
