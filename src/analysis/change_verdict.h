#pragma once

#include "analysis/comparison.h"
#include "analysis/layer_record.h"
#include "body/atlas.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::analysis {

// What two maps must differ by to be told apart from two drawings of the same pain. How often redraws are
// flagged with these limits, and real changes are found, is simulated: docs/comparison.md.
struct ChangeLimits {
    // Two points of the 0-10 scale: the smallest step that patients call much better (Salaffi et al. 2004,
    // 825 people) and what exceeds the error of a rating (Childs et al. 2005, low back pain). Of the worst or
    // the mean level.
    double levels = 2.0;
    // Share of the mean of both extents, the least that counts whatever was painted: 95 % of redraws one
    // minute later lie within it (limits of agreement of +-2335 pixels at a mean extent of 6075, Leoni et al.
    // 2013, 52 people).
    double extentShare = 0.38;
    // The same share for a single place, whose extent no other place evens out; n separate places have it
    // over sqrt(n), as the errors of things drawn one by one add up. Palpate's own choice: with 38 % for
    // everybody about one in six redraws of a single place would be flagged for its extent.
    double onePlaceExtentShare = 0.65;
    // Maps that overlap less than this lie elsewhere. Redraws have a Jaccard of 0.62 +- 0.18 (same study)
    // and, simulated with that, fewer than one in 300 have so little. Palpate's own choice.
    double elsewhereJaccard = 0.02;

    friend bool operator==(const ChangeLimits&, const ChangeLimits&) = default;
};

// Everything that a person can set about what counts as change.
struct ChangeRules {
    ChangeLimits limits;
    ChangeTolerance tolerance;

    friend bool operator==(const ChangeRules&, const ChangeRules&) = default;
};
// What makes sense of each: a limit beyond them would call everything, or nothing, a change.
inline constexpr double kLeastLevelLimit = 0.5, kMostLevelLimit = 5.0;    // points
inline constexpr double kLeastExtentLimit = 0.1, kMostExtentLimit = 1.0;  // share of the mean of both
inline constexpr double kLeastBorderMm = 0.0, kMostBorderMm = 50.0;

// What redraws have in common with their first drawing (Leoni et al. 2013), to be said beside a comparison.
inline constexpr double kRedrawJaccard = 0.62, kRedrawJaccardSpread = 0.18;

// Why a change is clear.
enum class ChangeReason : std::uint8_t { Appeared, Gone, Peak, Mean, Extent, Elsewhere };

// Which way the reasons point, all of them weighing alike. Mixed: one rose and another fell. Moved: the paint
// lies elsewhere, as much and as strong as before.
enum class ChangeDirection : std::uint8_t { None, Better, Worse, Mixed, Moved };
[[nodiscard]] const char* directionId(
    ChangeDirection direction);  // "none", "better", "worse", "mixed", "moved"

// Whether two maps differ by more than drawing the same pain twice does.
struct ChangeVerdict {
    std::optional<bool> clear;          // empty where no published limit exists: layers other than pain
    std::vector<ChangeReason> reasons;  // all that apply
    ChangeDirection direction = ChangeDirection::None;
    std::string heading;  // "A clear change: better", "No clear change"; empty if not judged
    std::string why;      // one or two sentences fit to show, with the limits in them

    // Heading and reasons in one, for where both stand in a line.
    [[nodiscard]] std::string text() const;
};

// The share of the mean of both extents that their difference must exceed: onePlaceExtentShare over the root
// of Comparison::separatePatches (harmonic mean of both maps), and no less than extentShare.
[[nodiscard]] double extentLimit(const Comparison& comparison, const ChangeLimits& limits = {});

// A change is clear if paint appeared on a bare map or went altogether; if the worst or the mean level moved
// by `levels` or more; if the extent moved by more than extentLimit() of the mean of both; or if the maps
// overlap by a Jaccard below `elsewhereJaccard`.
[[nodiscard]] ChangeVerdict judge(const Comparison& comparison, const ChangeLimits& limits = {});

// The limits that a verdict was made with and where each comes from, as they are to be printed beside it;
// what differs from the usual is said to be set by hand. Empty for areas to avoid, which have none.
[[nodiscard]] std::string limitsText(const Comparison& comparison, const ChangeRules& rules = {});

// What the two layers say. A layer that nobody painted cannot be compared with anything.
struct RecordedPair {
    LayerRecord from = LayerRecord::Painted, to = LayerRecord::Painted;
    [[nodiscard]] bool isComparable() const {
        return from != LayerRecord::NotRecorded && to != LayerRecord::NotRecorded;
    }
};

// What both maps are called in a sentence: changes are counted from the one to the other, which need not be
// the order in which they were made.
struct MapNames {
    std::string from, to;
};
// "the earlier map" and "the later map"; the other way round where changes are counted backwards.
[[nodiscard]] MapNames namesByTime(bool fromIsLater);

// Why the two cannot be compared, one sentence fit to show; empty if they can.
[[nodiscard]] std::string whyNotComparable(map::LayerKind layer, const RecordedPair& recorded,
                                           const MapNames& names = namesByTime(false));
// judge() where both are recorded; else that, without a verdict. With an atlas it is said where paint went.
[[nodiscard]] ChangeVerdict judge(const Comparison& comparison, const RecordedPair& recorded,
                                  const body::Atlas* atlas = nullptr, const ChangeLimits& limits = {});

}  // namespace palpate::analysis
