#pragma once

#include "analysis/comparison.h"
#include "analysis/layer_record.h"

#include <optional>
#include <string>

namespace palpate::analysis {

// Whether two maps differ by more than drawing the same pain twice does.
struct ChangeVerdict {
    std::optional<bool> clear;  // empty where no published limit exists: layers other than pain
    std::string why;            // one sentence fit to show
};

// Two points of the 0-10 scale: the smallest step that patients call much better (Salaffi et al. 2004, 825
// people; Farrar et al. 2001, 2,724 people).
inline constexpr double kClearLevelChange = 2.0;

// Share of the mean extent within which 95 % of redraws one minute later lie: limits of agreement of +-2335
// pixels at a mean extent of 6075 pixels (Leoni et al. 2013, 52 people).
inline constexpr double kRedrawExtentShare = 0.38;

// A change is clear if the peak or the mean level moved by at least kClearLevelChange where both maps are
// painted, or the extent by more than kRedrawExtentShare of the mean of the two. Where the paint lies is left
// out: redrawing alone gives a Jaccard of 0.62 +- 0.18 (same study).
[[nodiscard]] ChangeVerdict judge(const Comparison& comparison);

// What the two layers say. A layer that nobody painted cannot be compared with anything.
struct RecordedPair {
    LayerRecord from = LayerRecord::Painted, to = LayerRecord::Painted;
    [[nodiscard]] bool isComparable() const {
        return from != LayerRecord::NotRecorded && to != LayerRecord::NotRecorded;
    }
};

// Why the two cannot be compared, one sentence fit to show; empty if they can.
[[nodiscard]] std::string whyNotComparable(map::LayerKind layer, const RecordedPair& recorded);
// judge() where both are recorded; else that, without a verdict.
[[nodiscard]] ChangeVerdict judge(const Comparison& comparison, const RecordedPair& recorded);

}  // namespace palpate::analysis
