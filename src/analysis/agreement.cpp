#include "analysis/agreement.h"

#include "analysis/words.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace palpate::analysis {

namespace {

std::string number(double value) {
    return core::decimal(value, value == std::floor(value) ? 0 : 1);
}

std::vector<body::RegionIndex> regionsOnlyIn(const Comparison& comparison, double Change::*side,
                                             double Change::*other) {
    std::vector<RegionChange> only;
    std::copy_if(
        comparison.regions.begin(), comparison.regions.end(), std::back_inserter(only),
        [=](const auto& region) { return region.extentCm2.*side > 0.0 && region.extentCm2.*other <= 0.0; });
    std::stable_sort(only.begin(), only.end(),
                     [side](const auto& a, const auto& b) { return a.extentCm2.*side > b.extentCm2.*side; });
    std::vector<body::RegionIndex> regions;
    std::transform(only.begin(), only.end(), std::back_inserter(regions),
                   [](const auto& region) { return region.region; });
    return regions;
}

std::string placesSentence(const Comparison& comparison, const Agreement& agreement,
                           const ChangeLimits& limits) {
    const std::string jaccard = core::decimal(comparison.jaccard, 2);
    const std::string usual = core::trf(
        "{0} \u00b1 {1}", {core::decimal(kRedrawJaccard, 2), core::decimal(kRedrawJaccardSpread, 2)});
    if (agreement.onPlaces) {
        return core::trf(
            "Client and therapist agree on where it is as well as two drawings by one person do "
            "(Jaccard {0}; redraws {1}).",
            {jaccard, usual});
    }
    if (comparison.jaccard < limits.elsewhereJaccard)
        return core::trf("Client and therapist marked different places (Jaccard {0}).", {jaccard});
    return core::trf("Client and therapist agree only in part on where it is (Jaccard {0}; redraws {1}).",
                     {jaccard, usual});
}

std::string extentSentence(const Change& extent, bool agree) {
    const std::string from = core::decimal(extent.from, 0), to = core::decimal(extent.to, 0);
    if (agree) return core::trf("Their areas are alike: {0} and {1} cm\u00b2.", {from, to});
    return core::trf(extent.change() > 0.0 ? "The therapist's area is larger: {0} against {1} cm\u00b2."
                                           : "The therapist's area is smaller: {0} against {1} cm\u00b2.",
                     {to, from});
}

std::string levelSentence(const Change& peak, bool agree) {
    const std::string from = number(peak.from), to = number(peak.to);
    if (agree) return core::trf("Their worst levels are alike: {0} and {1}.", {from, to});
    return core::trf(peak.change() > 0.0 ? "The therapist's worst level is higher: {0} against {1}."
                                         : "The therapist's worst level is lower: {0} against {1}.",
                     {to, from});
}

void addRegions(std::string& text, const char* pattern, const std::vector<body::RegionIndex>& regions,
                const body::Atlas& atlas) {
    constexpr std::size_t kMost = 3;
    if (regions.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < std::min(kMost, regions.size()); ++i)
        names += (i == 0 ? "" : "; ") + describeRegion(atlas.region(regions[i]));
    if (regions.size() > kMost)
        names = core::trf("{0}; and {1} more", {names, std::to_string(regions.size() - kMost)});
    text += ' ' + core::trf(pattern, {names});
}

std::string sentences(const Comparison& comparison, const Agreement& agreement, const body::Atlas& atlas,
                      const ChangeLimits& limits) {
    const Change& extent = comparison.extentCm2;
    if (extent.from <= 0.0 && extent.to <= 0.0)
        return core::tr("Neither the client nor the therapist painted anything.");
    std::string text;
    if (extent.to <= 0.0) {
        text = core::tr("The therapist's map is bare.");
    } else if (extent.from <= 0.0) {
        text = core::tr("The client's map is bare.");
    } else {
        text = placesSentence(comparison, agreement, limits) + ' ' +
               extentSentence(extent, agreement.onExtent) + ' ' +
               levelSentence(comparison.peak, agreement.onLevel);
    }
    addRegions(text, core::tr("Only the client painted: {0}."), agreement.onlyFrom, atlas);
    addRegions(text, core::tr("Only the therapist painted: {0}."), agreement.onlyTo, atlas);
    return text;
}

}  // namespace

Agreement agreementOf(const Comparison& comparison, const body::Atlas& atlas, const ChangeLimits& limits) {
    constexpr double kRounding = 1.0e-9;
    const Change& extent = comparison.extentCm2;
    Agreement agreement;
    agreement.onPlaces = comparison.jaccard >= kRedrawJaccard - kRedrawJaccardSpread;
    agreement.onExtent =
        std::abs(extent.change()) <= extentLimit(comparison, limits) * 0.5 * (extent.from + extent.to);
    agreement.onLevel = std::abs(comparison.peak.change()) < limits.levels - kRounding;
    agreement.onlyFrom = regionsOnlyIn(comparison, &Change::from, &Change::to);
    agreement.onlyTo = regionsOnlyIn(comparison, &Change::to, &Change::from);
    agreement.text = sentences(comparison, agreement, atlas, limits);
    return agreement;
}

}  // namespace palpate::analysis
