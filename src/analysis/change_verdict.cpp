#include "analysis/change_verdict.h"

#include "analysis/words.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::analysis {

namespace {

std::string percent(double share) {
    return core::decimal(100.0 * share, 0);
}

// Square centimetres as the tables give them: a tenth where there are few.
std::string area(double cm2) {
    constexpr double kFew = 9.95;
    return core::decimal(cm2, cm2 < kFew ? 1 : 0);
}

// "fell from 7 to 4"
std::string movement(const Change& change, std::string (*written)(double)) {
    const char* pattern = change.change() < 0.0 ? "fell from {0} to {1}" : "rose from {0} to {1}";
    return core::trf(pattern, {written(change.from), written(change.to)});
}

bool isClearLevel(const Change& level, const ChangeLimits& limits) {
    // Levels are kept in tenths, so that a difference of two can come out a hair short of it.
    constexpr double kRounding = 1.0e-9;
    return std::abs(level.change()) >= limits.levels - kRounding;
}

bool isClearExtent(const Comparison& comparison, const ChangeLimits& limits) {
    const Change& extent = comparison.extentCm2;
    return std::abs(extent.change()) > extentLimit(comparison, limits) * 0.5 * (extent.from + extent.to);
}

std::vector<ChangeReason> reasonsFor(const Comparison& comparison, const ChangeLimits& limits) {
    const Change& extent = comparison.extentCm2;
    if (extent.from <= 0.0 && extent.to <= 0.0) return {};
    if (extent.from <= 0.0) return {ChangeReason::Appeared};
    if (extent.to <= 0.0) return {ChangeReason::Gone};
    std::vector<ChangeReason> reasons;
    if (comparison.jaccard < limits.elsewhereJaccard) reasons.push_back(ChangeReason::Elsewhere);
    if (isClearLevel(comparison.peak, limits)) {
        reasons.push_back(ChangeReason::Peak);
    } else if (isClearLevel(comparison.mean, limits)) {
        reasons.push_back(ChangeReason::Mean);
    }
    if (isClearExtent(comparison, limits)) reasons.push_back(ChangeReason::Extent);
    return reasons;
}

// The region that holds most of the paint of one map; of equal ones the first. "" without an atlas.
std::string mainRegion(const Comparison& comparison, const body::Atlas* atlas, double Change::*side) {
    const auto largest = std::max_element(
        comparison.regions.begin(), comparison.regions.end(),
        [side](const auto& a, const auto& b) { return a.extentCm2.*side < b.extentCm2.*side; });
    if (atlas == nullptr || largest == comparison.regions.end()) return "";
    return describeRegion(atlas->region(largest->region));
}

std::string whereItWent(const Comparison& comparison, const body::Atlas* atlas) {
    const std::string before = mainRegion(comparison, atlas, &Change::from);
    const std::string after = mainRegion(comparison, atlas, &Change::to);
    const std::string overlap = core::decimal(comparison.jaccard, 2);
    const std::string usual = core::decimal(kRedrawJaccard, 2);
    if (before.empty() || before == after) {
        return core::trf("The painted place moved elsewhere: Jaccard {0}, where redrawing gives about {1}.",
                         {overlap, usual});
    }
    return core::trf(
        "The painted place moved: mostly \"{0}\" before, mostly \"{1}\" now (Jaccard {2}, where redrawing "
        "gives about {3}).",
        {before, after, overlap, usual});
}

// What the difference of both areas was held against. The limit of redrawing must not read like the change.
std::string redrawText(const Comparison& comparison, const ChangeLimits& limits) {
    const Change& extent = comparison.extentCm2;
    const double share = extentLimit(comparison, limits);
    return core::trf("two drawings of the same pain differ by up to {0} cm\u00b2 (limit {1} %).",
                     {area(share * 0.5 * (extent.from + extent.to)), percent(share)});
}

std::string sentence(ChangeReason reason, const Comparison& comparison, const body::Atlas* atlas,
                     const ChangeLimits& limits) {
    switch (reason) {
        case ChangeReason::Appeared:
            return core::trf("{0} cm\u00b2 are painted where the other map is bare.",
                             {area(comparison.extentCm2.to)});
        case ChangeReason::Gone:
            return core::trf("Nothing is painted any more: the area fell from {0} cm\u00b2 to 0.",
                             {area(comparison.extentCm2.from)});
        case ChangeReason::Peak:
            return core::trf(
                "The worst level {0}; {1} points or more count.",
                {movement(comparison.peak, core::shortDecimal), core::shortDecimal(limits.levels)});
        case ChangeReason::Mean:
            return core::trf(
                "The mean level {0}; {1} points or more count.",
                {movement(comparison.mean, core::shortDecimal), core::shortDecimal(limits.levels)});
        case ChangeReason::Extent:
            return core::trf("The painted area {0} cm\u00b2; {1}",
                             {movement(comparison.extentCm2, area), redrawText(comparison, limits)});
        case ChangeReason::Elsewhere:
            break;
    }
    return whereItWent(comparison, atlas);
}

std::string noClearChange(const Comparison& comparison, const ChangeLimits& limits) {
    if (comparison.extentCm2.from <= 0.0) return core::tr("Nothing is painted on either map.");
    return core::trf(
        "Worst and mean level differ by less than {0} points, the places are the same, and the areas differ "
        "by {1} cm\u00b2; {2}",
        {core::shortDecimal(limits.levels), area(std::abs(comparison.extentCm2.change())),
         redrawText(comparison, limits)});
}

// By the reasons: whether any of them is for the better, and any for the worse.
ChangeDirection directionOf(const Comparison& comparison, const std::vector<ChangeReason>& reasons) {
    bool better = false, worse = false;
    const auto take = [&](double change) { (change < 0.0 ? better : worse) = true; };
    for (const ChangeReason reason : reasons) {
        if (reason == ChangeReason::Peak) take(comparison.peak.change());
        if (reason == ChangeReason::Mean) take(comparison.mean.change());
        if (reason == ChangeReason::Appeared || reason == ChangeReason::Gone ||
            reason == ChangeReason::Extent)
            take(comparison.extentCm2.change());
    }
    if (better && worse) return ChangeDirection::Mixed;
    if (better) return ChangeDirection::Better;
    if (worse) return ChangeDirection::Worse;
    return reasons.empty() ? ChangeDirection::None : ChangeDirection::Moved;
}

std::string headingOf(const ChangeVerdict& verdict) {
    const bool moved = std::find(verdict.reasons.begin(), verdict.reasons.end(), ChangeReason::Elsewhere) !=
                       verdict.reasons.end();
    switch (verdict.direction) {
        case ChangeDirection::None:
            return core::tr("No clear change");
        case ChangeDirection::Better:
            return moved ? core::tr("A clear change: better, and elsewhere")
                         : core::tr("A clear change: better");
        case ChangeDirection::Worse:
            return moved ? core::tr("A clear change: worse, and elsewhere")
                         : core::tr("A clear change: worse");
        case ChangeDirection::Mixed:
            return core::tr("A clear change: partly better, partly worse");
        case ChangeDirection::Moved:
            break;
    }
    return core::tr("A clear change: moved elsewhere");
}

ChangeVerdict unjudged(std::string why) {
    ChangeVerdict verdict;
    verdict.why = std::move(why);
    return verdict;
}

ChangeVerdict judgeWith(const Comparison& comparison, const body::Atlas* atlas, const ChangeLimits& limits) {
    if (comparison.layer != map::LayerKind::Pain) {
        return unjudged(core::tr("Only for pain maps is it known how much redrawing alone changes."));
    }
    ChangeVerdict verdict;
    verdict.reasons = reasonsFor(comparison, limits);
    verdict.clear = !verdict.reasons.empty();
    verdict.direction = directionOf(comparison, verdict.reasons);
    verdict.heading = headingOf(verdict);
    for (const ChangeReason reason : verdict.reasons) {
        if (!verdict.why.empty()) verdict.why += ' ';
        verdict.why += sentence(reason, comparison, atlas, limits);
    }
    if (verdict.reasons.empty()) verdict.why = noClearChange(comparison, limits);
    return verdict;
}

}  // namespace

const char* directionId(ChangeDirection direction) {
    switch (direction) {
        case ChangeDirection::None:
            return "none";
        case ChangeDirection::Better:
            return "better";
        case ChangeDirection::Worse:
            return "worse";
        case ChangeDirection::Mixed:
            return "mixed";
        case ChangeDirection::Moved:
            break;
    }
    return "moved";
}

std::string ChangeVerdict::text() const {
    return heading.empty() ? why : heading + ". " + why;
}

double extentLimit(const Comparison& comparison, const ChangeLimits& limits) {
    const Change& patches = comparison.separatePatches;
    if (patches.from <= 0.0 || patches.to <= 0.0)
        return std::max(limits.extentShare, limits.onePlaceExtentShare);
    const double places = 2.0 / (1.0 / patches.from + 1.0 / patches.to);
    return std::max(limits.extentShare, limits.onePlaceExtentShare / std::sqrt(places));
}

std::string limitsText(const Comparison& comparison, const ChangeRules& rules) {
    const ChangeRules usual;
    const auto source = [](bool isUsual, const char* named) {
        return std::string(isUsual ? named : core::tr("set by hand"));
    };
    const bool usualExtent = rules.limits.extentShare == usual.limits.extentShare &&
                             rules.limits.onePlaceExtentShare == usual.limits.onePlaceExtentShare;
    const std::string border =
        core::trf("border {0} mm ({1})",
                  {core::shortDecimal(rules.tolerance.borderMm),
                   source(rules.tolerance.borderMm == usual.tolerance.borderMm, core::tr("own choice"))});
    if (comparison.layer == map::LayerKind::Avoid) return {};
    if (comparison.layer != map::LayerKind::Pain) return core::trf("Limits: {0}.", {border});
    return core::trf(
        "Limits: level {0} points ({1}), area {2} % ({3}), overlap {4} (own choice; redraws {5} \u00b1 {6}, "
        "Leoni 2013), {7}.",
        {core::shortDecimal(rules.limits.levels),
         source(rules.limits.levels == usual.limits.levels, core::tr("Salaffi 2004")),
         percent(extentLimit(comparison, rules.limits)),
         source(usualExtent, core::tr("own choice, after Leoni 2013")),
         core::decimal(rules.limits.elsewhereJaccard, 2), core::decimal(kRedrawJaccard, 2),
         core::decimal(kRedrawJaccardSpread, 2), border});
}

ChangeVerdict judge(const Comparison& comparison, const ChangeLimits& limits) {
    return judgeWith(comparison, nullptr, limits);
}

MapNames namesByTime(bool fromIsLater) {
    MapNames names{core::tr("the earlier map"), core::tr("the later map")};
    if (fromIsLater) std::swap(names.from, names.to);
    return names;
}

std::string whyNotComparable(map::LayerKind layer, const RecordedPair& recorded, const MapNames& names) {
    if (recorded.isComparable()) return {};
    if (recorded.from == recorded.to)
        return core::trf("{0}: recorded on neither map, so there is nothing to compare.",
                         {map::layerName(layer)});
    return core::trf(
        "{0}: not recorded on {1}, so there is nothing to compare.",
        {map::layerName(layer), recorded.from == LayerRecord::NotRecorded ? names.from : names.to});
}

ChangeVerdict judge(const Comparison& comparison, const RecordedPair& recorded, const body::Atlas* atlas,
                    const ChangeLimits& limits) {
    std::string why = whyNotComparable(comparison.layer, recorded);
    if (!why.empty()) return unjudged(std::move(why));
    return judgeWith(comparison, atlas, limits);
}

}  // namespace palpate::analysis
