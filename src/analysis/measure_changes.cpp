#include "analysis/measure_changes.h"

#include "core/check.h"

#include <algorithm>

namespace palpate::analysis {

namespace {

template <typename Key>
std::map<Key, Change> changesOf(const std::map<Key, double>& from, const std::map<Key, double>& to) {
    std::map<Key, Change> changes;
    for (const auto& [key, value] : from)
        changes[key].from = value;
    for (const auto& [key, value] : to)
        changes[key].to = value;
    return changes;
}

std::map<body::RegionIndex, double> sharesOf(const LayerMeasures& measures) {
    std::map<body::RegionIndex, double> shares;
    for (const RegionMeasures& region : measures.regions)
        shares[region.region] = region.percentOfRegion;
    return shares;
}

// One side of the changes of an area; `side` is &Change::from or &Change::to.
void setSide(SoftAreaChange& change, const SoftAreaMeasures& measures, double Change::*side) {
    change.area = measures.area;
    change.extentCm2.*side = measures.extentCm2;
    change.percent.*side = measures.percent;
    change.mean.*side = measures.mean;
    change.peak.*side = measures.peak;
    change.loadPercent.*side = measures.loadPercent;
    change.weight = std::max(change.weight, measures.weight);
}

}  // namespace

MeasureChanges compareMeasures(const LayerMeasures& from, const LayerMeasures& to) {
    core::check(from.layer == to.layer, "layers of the same kind are compared");
    return {{static_cast<double>(from.clusters), static_cast<double>(to.clusters)},
            {from.leftRightRatio(), to.leftRightRatio()},
            {from.frontBackRatio(), to.frontBackRatio()},
            changesOf(from.wordsCm2, to.wordsCm2),
            changesOf(from.depthsCm2, to.depthsCm2),
            changesOf(sharesOf(from), sharesOf(to))};
}

std::vector<SoftAreaChange> compareSoftAreas(const std::vector<SoftAreaMeasures>& from,
                                             const std::vector<SoftAreaMeasures>& to) {
    std::map<std::size_t, SoftAreaChange> changes;
    for (const SoftAreaMeasures& measures : from)
        setSide(changes[measures.area], measures, &Change::from);
    for (const SoftAreaMeasures& measures : to)
        setSide(changes[measures.area], measures, &Change::to);
    std::vector<SoftAreaChange> list;
    list.reserve(changes.size());
    for (const auto& [area, change] : changes)
        list.push_back(change);
    return list;
}

}  // namespace palpate::analysis
