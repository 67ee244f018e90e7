#include "analysis/change_verdict.h"

#include "core/text.h"

#include <cmath>
#include <utility>

namespace palpate::analysis {

namespace {

// 7, 5.9: one decimal unless it is none.
std::string rounded(double number) {
    const std::string text = core::decimal(number, 1);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

// "fell from 7 to 4"
std::string movement(const Change& change) {
    const char* pattern = change.change() < 0.0 ? "fell from {0} to {1}" : "rose from {0} to {1}";
    return core::trf(pattern, {rounded(change.from), rounded(change.to)});
}

bool isClearLevel(const Change& level) {
    // Levels are kept in tenths, so that a difference of two can come out a hair short of it.
    constexpr double kRounding = 1.0e-9;
    return std::abs(level.change()) >= kClearLevelChange - kRounding;
}

bool isClearExtent(const Change& extent) {
    return std::abs(extent.change()) > kRedrawExtentShare * 0.5 * (extent.from + extent.to);
}

}  // namespace

ChangeVerdict judge(const Comparison& comparison) {
    if (comparison.layer != map::LayerKind::Pain) {
        return {std::nullopt, core::tr("Only for pain maps is it known how much redrawing alone changes.")};
    }
    const bool bothPainted = comparison.extentCm2.from > 0.0 && comparison.extentCm2.to > 0.0;
    if (bothPainted && isClearLevel(comparison.peak)) {
        return {true, core::trf("The worst level {0}: 2 points or more.", {movement(comparison.peak)})};
    }
    if (bothPainted && isClearLevel(comparison.mean)) {
        return {true, core::trf("The mean level {0}: 2 points or more.", {movement(comparison.mean)})};
    }
    if (isClearExtent(comparison.extentCm2)) {
        return {
            true,
            core::trf("The painted area {0} cm²: more than redrawing alone changes (38 % of the mean area).",
                      {movement(comparison.extentCm2)})};
    }
    return {false,
            core::tr("No clear change: less than 2 points, and no more area than redrawing alone changes "
                     "(38 % of the mean area).")};
}

std::string whyNotComparable(map::LayerKind layer, const RecordedPair& recorded) {
    if (recorded.isComparable()) return {};
    const bool neither = recorded.from == recorded.to;
    const char* pattern = neither ? "{0}: recorded on neither map, so there is nothing to compare."
                          : recorded.from == LayerRecord::NotRecorded
                              ? "{0}: not recorded on the earlier map, so there is nothing to compare with."
                              : "{0}: not recorded on the later map, so there is nothing to compare.";
    return core::trf(pattern, {map::layerName(layer)});
}

ChangeVerdict judge(const Comparison& comparison, const RecordedPair& recorded) {
    std::string why = whyNotComparable(comparison.layer, recorded);
    return why.empty() ? judge(comparison) : ChangeVerdict{std::nullopt, std::move(why)};
}

}  // namespace palpate::analysis
