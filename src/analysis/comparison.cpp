#include "analysis/comparison.h"

#include "analysis/weighted_sum.h"
#include "core/check.h"
#include "core/text.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace palpate::analysis {

namespace {

constexpr double kSquareCentimetres = 1.0e4;  // in a square metre
constexpr int kHalfALevel = 5;                // in tenths

struct Pair {
    WeightedSum from, to;
};

// Everything that one pass over the vertices collects, in square metres of the figure.
struct Sums {
    Pair whole;
    std::vector<Pair> regions;
    double both = 0.0, either = 0.0;
    double smaller = 0.0, larger = 0.0;  // area times the lower and the higher level of the two
    double added = 0.0, resolved = 0.0, better = 0.0, worse = 0.0, unchanged = 0.0;
};

map::Value painted(map::Value value) {
    return map::isPainted(value) ? value : map::Value{0};
}

void addClass(Sums& sums, double area, map::Value from, map::Value to) {
    if (from == 0) {
        sums.added += area;
    } else if (to == 0) {
        sums.resolved += area;
    } else if (to - from >= kHalfALevel) {
        sums.worse += area;
    } else if (from - to >= kHalfALevel) {
        sums.better += area;
    } else {
        sums.unchanged += area;
    }
}

void addVertex(Sums& sums, body::RegionIndex region, double area, map::Value from, map::Value to) {
    if (from != 0) {
        sums.whole.from.add(area, from);
        sums.regions[region].from.add(area, from);
    }
    if (to != 0) {
        sums.whole.to.add(area, to);
        sums.regions[region].to.add(area, to);
    }
    if (from != 0 && to != 0) sums.both += area;
    sums.either += area;
    sums.smaller += area * map::levelOf(std::min(from, to));
    sums.larger += area * map::levelOf(std::max(from, to));
    addClass(sums, area, from, to);
}

Sums sumUp(const body::BodyModel& body, const map::Layer& from, const map::Layer& to) {
    const auto areas = body.mesh().vertexAreas();
    const auto regionOf = body.atlas().regionOfVertices();
    const auto before = from.values();
    const auto after = to.values();
    Sums sums;
    sums.regions.resize(body.atlas().regions().size());
    for (std::size_t v = 0; v < before.size(); ++v) {
        if (!map::isPainted(before[v]) && !map::isPainted(after[v])) continue;
        addVertex(sums, regionOf[v], static_cast<double>(areas[v]), painted(before[v]), painted(after[v]));
    }
    return sums;
}

double shareOrOne(double part, double whole) {
    return whole > 0.0 ? part / whole : 1.0;
}

Change scaled(double from, double to, double factor) {
    return {from * factor, to * factor};
}

std::vector<RegionChange> regionChanges(const Sums& sums, double toCm2) {
    std::vector<RegionChange> changes;
    for (std::size_t r = 0; r < sums.regions.size(); ++r) {
        const auto& [from, to] = sums.regions[r];
        if (from.area <= 0.0 && to.area <= 0.0) continue;
        changes.push_back({static_cast<body::RegionIndex>(r),
                           scaled(from.area, to.area, toCm2),
                           {from.mean(), to.mean()},
                           {from.peakLevel(), to.peakLevel()}});
    }
    return changes;
}

double asPrinted(double number, int decimals) {
    const std::string text = core::decimal(number, decimals);
    double printed = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), printed);
    return printed;
}

}  // namespace

double Change::printedChange(int decimals) const {
    return asPrinted(to, decimals) - asPrinted(from, decimals);
}

Comparison compare(const body::BodyModel& body, const map::Layer& from, const map::Layer& to,
                   double areaScale) {
    core::check(from.kind() == to.kind(), "layers of the same kind are compared");
    core::check(
        from.values().size() == body.mesh().vertexCount() && to.values().size() == body.mesh().vertexCount(),
        "layers are compared on their own body");
    const double toCm2 = kSquareCentimetres * areaScale;
    const double ofSkin = 100.0 / body.mesh().area();
    const Sums sums = sumUp(body, from, to);
    const auto& [before, after] = sums.whole;

    Comparison result;
    result.layer = from.kind();
    result.jaccard = shareOrOne(sums.both, sums.either);
    result.dice = shareOrOne(2.0 * sums.both, before.area + after.area);
    result.weightedJaccard = shareOrOne(sums.smaller, sums.larger);
    result.extentCm2 = scaled(before.area, after.area, toCm2);
    result.extentPercent = scaled(before.area, after.area, ofSkin);
    result.mean = {before.mean(), after.mean()};
    result.peak = {before.peakLevel(), after.peakLevel()};
    result.loadPercent =
        scaled(before.areaTimesLevel, after.areaTimesLevel, ofSkin / map::highestLevel(from.kind()));
    result.newCm2 = sums.added * toCm2;
    result.resolvedCm2 = sums.resolved * toCm2;
    result.betterCm2 = sums.better * toCm2;
    result.worseCm2 = sums.worse * toCm2;
    result.unchangedCm2 = sums.unchanged * toCm2;
    result.regions = regionChanges(sums, toCm2);
    return result;
}

std::vector<std::int8_t> difference(const map::Layer& from, const map::Layer& to) {
    core::check(from.values().size() == to.values().size(), "layers over the same body are subtracted");
    std::vector<std::int8_t> tenths(from.values().size());
    for (std::size_t v = 0; v < tenths.size(); ++v) {
        tenths[v] = static_cast<std::int8_t>(painted(to.values()[v]) - painted(from.values()[v]));
    }
    return tenths;
}

}  // namespace palpate::analysis
