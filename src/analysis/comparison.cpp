#include "analysis/comparison.h"

#include "analysis/clusters.h"
#include "core/check.h"
#include "core/text.h"
#include "core/units.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <span>
#include <string>
#include <utility>

namespace palpate::analysis {

namespace {

constexpr double kTenth = 0.1;  // levels are summed up in tenths

// Of one map within one region, in square metres of the figure.
struct Part {
    double area = 0.0;
    double areaTimesTenths = 0.0;
    map::Value peak = 0;

    void add(double vertexArea, map::Value value) {
        area += vertexArea;
        areaTimesTenths += vertexArea * value;
        peak = std::max(peak, value);
    }
    void add(const Part& other) {
        area += other.area;
        areaTimesTenths += other.areaTimesTenths;
        peak = std::max(peak, other.peak);
    }
    [[nodiscard]] double mean() const { return area > 0.0 ? kTenth * areaTimesTenths / area : 0.0; }
    [[nodiscard]] double peakLevel() const { return map::levelOf(peak); }
};

using ClassAreas = std::array<double, kChangeClassCount>;

double& areaOf(ClassAreas& areas, ChangeClass kind) {
    return areas[static_cast<std::size_t>(kind)];
}

struct Pair {
    Part from, to;
    ClassAreas classes{};  // vertex against vertex
};

// Everything that one pass over the vertices collects.
struct Sums {
    Pair whole;
    std::vector<Pair> regions;
    double smaller = 0.0, larger = 0.0;  // area times the lower and the higher value of the two
};

ChangeClass classOf(int from, int to, int step) {
    if (from == 0) return ChangeClass::New;
    if (to == 0) return ChangeClass::Resolved;
    if (to - from >= step) return ChangeClass::Worse;
    return from - to >= step ? ChangeClass::Better : ChangeClass::Unchanged;
}

// Where bare skin ends that begins at `vertex`, looking at eight vertices at a time; the vertex itself where
// it is not followed by seven others that are bare in both maps.
std::size_t endOfBare(const map::Value* before, const map::Value* after, std::size_t vertex,
                      std::size_t count) {
    constexpr std::size_t kAtOnce = sizeof(std::uint64_t);
    while (vertex + kAtOnce <= count) {
        std::uint64_t first = 0, second = 0;
        std::memcpy(&first, before + vertex, kAtOnce);
        std::memcpy(&second, after + vertex, kAtOnce);
        if ((first | second) != 0) break;
        vertex += kAtOnce;
    }
    return vertex;
}

Sums sumUp(const body::BodyModel& body, const map::Layer& from, const map::Layer& to, int step) {
    const auto areas = body.mesh().vertexAreas();
    const auto regionOf = body.atlas().regionOfVertices();
    const map::Value* before = from.values().data();
    const map::Value* after = to.values().data();
    const std::size_t count = areas.size();
    Sums sums;
    sums.regions.resize(body.atlas().regions().size());
    for (std::size_t v = endOfBare(before, after, 0, count); v < count;) {
        const std::size_t end = std::min(count, v + sizeof(std::uint64_t));
        for (; v < end; ++v) {
            const map::Value first = map::levelOrNone(before[v]), second = map::levelOrNone(after[v]);
            if ((first | second) == 0) continue;
            const auto area = static_cast<double>(areas[v]);
            Pair& region = sums.regions[regionOf[v]];
            if (first != 0) region.from.add(area, first);
            if (second != 0) region.to.add(area, second);
            sums.smaller += area * std::min(first, second);
            sums.larger += area * std::max(first, second);
            areaOf(region.classes, classOf(first, second, step)) += area;
        }
        v = endOfBare(before, after, v, count);
    }
    for (const Pair& region : sums.regions) {
        sums.whole.from.add(region.from);
        sums.whole.to.add(region.to);
        for (std::size_t kind = 0; kind < kChangeClassCount; ++kind)
            sums.whole.classes[kind] += region.classes[kind];
    }
    return sums;
}

double shareOrOne(double part, double whole) {
    return whole > 0.0 ? part / whole : 1.0;
}

Change scaled(double from, double to, double factor) {
    return {from * factor, to * factor};
}

ChangeAreas areasOf(ClassAreas areas, double toCm2) {
    return {areaOf(areas, ChangeClass::New) * toCm2, areaOf(areas, ChangeClass::Resolved) * toCm2,
            areaOf(areas, ChangeClass::Better) * toCm2, areaOf(areas, ChangeClass::Worse) * toCm2,
            areaOf(areas, ChangeClass::Unchanged) * toCm2};
}

std::vector<RegionChange> regionChanges(const Sums& sums, double toCm2, double toLoad) {
    std::vector<RegionChange> changes;
    for (std::size_t r = 0; r < sums.regions.size(); ++r) {
        const auto& [from, to, classes] = sums.regions[r];
        if (from.area <= 0.0 && to.area <= 0.0) continue;
        changes.push_back({static_cast<body::RegionIndex>(r),
                           scaled(from.area, to.area, toCm2),
                           {from.mean(), to.mean()},
                           {from.peakLevel(), to.peakLevel()},
                           scaled(from.areaTimesTenths, to.areaTimesTenths, toLoad),
                           areasOf(classes, toCm2)});
    }
    return changes;
}

double separatePatches(const body::SurfaceMesh& mesh, const map::Layer& layer) {
    double sum = 0.0, squares = 0.0;
    for (const auto& cluster : findClusters(mesh, layer.values())) {
        double area = 0.0;
        for (const std::uint32_t vertex : cluster)
            area += static_cast<double>(mesh.vertexAreas()[vertex]);
        sum += area;
        squares += area * area;
    }
    return squares > 0.0 ? sum * sum / squares : 0.0;
}

void setClassAreas(Comparison& result, const ClassAreas& classes, double toCm2) {
    const ChangeAreas areas = areasOf(classes, toCm2);
    result.newCm2 = areas.newCm2;
    result.resolvedCm2 = areas.resolvedCm2;
    result.betterCm2 = areas.betterCm2;
    result.worseCm2 = areas.worseCm2;
    result.unchangedCm2 = areas.unchangedCm2;
}

// The areas under a tolerance, whole and by region, in place of those vertex against vertex.
void classifyAreas(Comparison& result, const body::BodyModel& body, std::span<const ChangeClass> classes,
                   double toCm2) {
    const auto regionOf = body.atlas().regionOfVertices();
    std::vector<ClassAreas> regions(body.atlas().regions().size());
    ClassAreas whole{};
    for (std::size_t v = 0; v < classes.size(); ++v) {
        if (classes[v] == ChangeClass::Bare) continue;
        const auto area = static_cast<double>(body.mesh().vertexAreas()[v]);
        areaOf(whole, classes[v]) += area;
        areaOf(regions[regionOf[v]], classes[v]) += area;
    }
    setClassAreas(result, whole, toCm2);
    for (RegionChange& region : result.regions)
        region.areas = areasOf(regions[region.region], toCm2);
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

Comparison compareByVertex(const body::BodyModel& body, const map::Layer& from, const map::Layer& to,
                           double areaScale, const ChangeTolerance& tolerance) {
    core::check(from.kind() == to.kind(), "layers of the same kind are compared");
    core::check(
        from.values().size() == body.mesh().vertexCount() && to.values().size() == body.mesh().vertexCount(),
        "layers are compared on their own body");
    const double toCm2 = core::kSquareCentimetres * areaScale;
    const double ofSkin = 100.0 / body.mesh().area();
    Sums sums = sumUp(body, from, to, levelStep(from.kind(), tolerance));
    const double toLoad = kTenth * ofSkin / map::highestLevel(from.kind());
    auto& [before, after, classes] = sums.whole;
    const double both = areaOf(classes, ChangeClass::Better) + areaOf(classes, ChangeClass::Worse) +
                        areaOf(classes, ChangeClass::Unchanged);
    const double onlyOne = areaOf(classes, ChangeClass::New) + areaOf(classes, ChangeClass::Resolved);

    Comparison result;
    result.layer = from.kind();
    result.jaccard = shareOrOne(both, both + onlyOne);
    result.dice = shareOrOne(2.0 * both, 2.0 * both + onlyOne);
    result.weightedJaccard = shareOrOne(sums.smaller, sums.larger);
    result.extentCm2 = scaled(before.area, after.area, toCm2);
    result.extentPercent = scaled(before.area, after.area, ofSkin);
    result.mean = {before.mean(), after.mean()};
    result.peak = {before.peakLevel(), after.peakLevel()};
    result.loadPercent = scaled(before.areaTimesTenths, after.areaTimesTenths, toLoad);
    setClassAreas(result, classes, toCm2);
    result.regions = regionChanges(sums, toCm2, toLoad);
    return result;
}

Comparison compare(const body::BodyModel& body, const map::Layer& from, const map::Layer& to,
                   double areaScale, const ChangeTolerance& tolerance) {
    Comparison result = compareByVertex(body, from, to, areaScale, tolerance);
    // What is to be avoided is agreed upon and no drawing of a pain: its borders mean what they say.
    if (from.kind() != map::LayerKind::Avoid)
        classifyAreas(result, body, classifyChange(body, from, to, tolerance),
                      core::kSquareCentimetres * areaScale);
    result.separatePatches = {separatePatches(body.mesh(), from), separatePatches(body.mesh(), to)};
    return result;
}

Comparison swapped(Comparison comparison) {
    const auto turn = [](Change& change) { std::swap(change.from, change.to); };
    for (Change* change : {&comparison.extentCm2, &comparison.extentPercent, &comparison.mean,
                           &comparison.peak, &comparison.loadPercent, &comparison.separatePatches})
        turn(*change);
    std::swap(comparison.newCm2, comparison.resolvedCm2);
    std::swap(comparison.betterCm2, comparison.worseCm2);
    for (RegionChange& region : comparison.regions) {
        for (Change* change : {&region.extentCm2, &region.mean, &region.peak, &region.loadPercent})
            turn(*change);
        std::swap(region.areas.newCm2, region.areas.resolvedCm2);
        std::swap(region.areas.betterCm2, region.areas.worseCm2);
    }
    return comparison;
}

std::vector<std::int8_t> difference(const map::Layer& from, const map::Layer& to) {
    core::check(from.values().size() == to.values().size(), "layers over the same body are subtracted");
    std::vector<std::int8_t> tenths(from.values().size());
    for (std::size_t v = 0; v < tenths.size(); ++v) {
        tenths[v] =
            static_cast<std::int8_t>(map::levelOrNone(to.values()[v]) - map::levelOrNone(from.values()[v]));
    }
    return tenths;
}

std::vector<std::int8_t> paintedOnlyIn(const map::Layer& to, const map::Layer& from) {
    core::check(from.values().size() == to.values().size(), "layers over the same body are compared");
    std::vector<std::int8_t> tenths(to.values().size(), 0);
    for (std::size_t v = 0; v < tenths.size(); ++v) {
        if (!map::isPainted(from.values()[v]))
            tenths[v] = static_cast<std::int8_t>(map::levelOrNone(to.values()[v]));
    }
    return tenths;
}

}  // namespace palpate::analysis
