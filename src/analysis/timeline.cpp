#include "analysis/timeline.h"

#include "core/text.h"
#include "core/units.h"

#include <algorithm>
#include <map>
#include <utility>

namespace palpate::analysis {

namespace {

using core::decimal;
using core::trf;

constexpr double kCm2InDm2 = 100.0;
constexpr double kLeastPressure = 1.0;  // of the scale of pressure

const LayerSample::Region* find(const LayerSample& sample, body::RegionIndex region) {
    const auto found = std::find_if(sample.regions.begin(), sample.regions.end(),
                                    [region](const auto& one) { return one.region == region; });
    return found == sample.regions.end() ? nullptr : &*found;
}

// The painted area and pressure of one place within one region.
struct Share {
    double cm2 = 0.0, pressureCm2 = 0.0;
};

}  // namespace

LayerSample sampleOf(const LayerMeasures& measures, LayerRecord record) {
    LayerSample sample{.record = record,
                       .extentCm2 = measures.extentCm2,
                       .extentPercent = measures.extentPercent,
                       .mean = measures.mean,
                       .peak = measures.peak,
                       .loadPercent = measures.loadPercent,
                       .regions = {}};
    for (const RegionMeasures& region : measures.regions) {
        sample.regions.push_back(
            {region.region, region.extentCm2, region.percentOfRegion, region.mean, region.peak});
    }
    return sample;
}

std::vector<TreatedRegion> measureTreated(const body::BodyModel& body, const map::Layer& treated,
                                          double areaScale) {
    std::map<std::pair<body::RegionIndex, map::PlaceNumber>, Share> shares;
    std::map<map::PlaceNumber, double> placeCm2;
    const auto values = treated.values();
    for (std::uint32_t vertex = 0; vertex < values.size(); ++vertex) {
        if (!map::isPainted(values[vertex])) continue;
        const double cm2 = double{body.mesh().vertexAreas()[vertex]} * core::kSquareCentimetres * areaScale;
        const map::PlaceNumber place = treated.placeNumbers()[vertex];
        Share& share = shares[{body.atlas().regionOf(vertex), place}];
        share.cm2 += cm2;
        share.pressureCm2 += cm2 * std::max(map::levelOf(values[vertex]), kLeastPressure);
        placeCm2[place] += cm2;
    }
    std::vector<TreatedRegion> regions;
    for (const auto& [key, share] : shares) {
        if (regions.empty() || regions.back().region != key.first) regions.push_back({.region = key.first});
        TreatedRegion& region = regions.back();
        const auto place = treated.places().find(key.second);
        const double minutes = place == treated.places().end() ? 0.0 : place->second.minutes;
        region.cm2 += share.cm2;
        region.pressure += share.pressureCm2;
        region.minutes += minutes * share.cm2 / placeCm2[key.second];
        region.dose += minutes * share.pressureCm2 / kCm2InDm2;
    }
    for (TreatedRegion& region : regions)
        region.pressure /= region.cm2;
    return regions;
}

void setValues(TimelineVisit& visit, const LayerSample& sample, std::optional<body::RegionIndex> region,
               int highest) {
    visit.record = sample.record;
    if (!region) {
        visit.worst = sample.peak;
        visit.mean = sample.mean;
        visit.extentCm2 = sample.extentCm2;
        visit.extentPercent = sample.extentPercent;
        visit.loadPercent = sample.loadPercent;
        return;
    }
    // Of a layer that was painted elsewhere the region is bare, which is a zero.
    const LayerSample::Region* there = find(sample, *region);
    if (there == nullptr) return;
    visit.worst = there->peak;
    visit.mean = there->mean;
    visit.extentCm2 = there->extentCm2;
    visit.extentPercent = there->percentOfRegion;
    visit.loadPercent = there->percentOfRegion * there->mean / highest;
}

void setTreated(TimelineVisit& visit, const std::vector<TreatedRegion>& treated,
                std::optional<body::RegionIndex> region) {
    double pressureCm2 = 0.0;
    for (const TreatedRegion& one : treated) {
        if (region && one.region != *region) continue;
        visit.treatedCm2 += one.cm2;
        visit.treatedMinutes += one.minutes;
        pressureCm2 += one.pressure * one.cm2;
    }
    if (visit.treatedCm2 > 0.0) visit.treatedPressure = pressureCm2 / visit.treatedCm2;
}

std::vector<std::string> valueTexts(const TimelineVisit& visit, const std::string& where,
                                    map::LayerKind layer) {
    std::vector<std::string> lines;
    if (visit.unreadable) {
        lines.push_back(core::tr("The map is damaged and cannot be read"));
    } else if (visit.record == LayerRecord::NotRecorded) {
        lines.push_back(core::tr("No map of this layer at this visit"));
    } else if (visit.record == LayerRecord::Nothing) {
        lines.push_back(core::tr("Nothing hurt"));
    } else {
        lines.push_back(trf(layer == map::LayerKind::Treated ? "Strongest pressure {0}, mean pressure {1}"
                                                             : "Worst {0}, mean {1} (level)",
                            {decimal(visit.worst, 1), decimal(visit.mean, 1)}));
        lines.push_back(trf("Extent {0} cm\u00b2, {1} % {2}",
                            {decimal(visit.extentCm2, 0), decimal(visit.extentPercent, 1), where}));
        lines.push_back(trf("Load {0} %", {decimal(visit.loadPercent, 2)}));
    }
    if (visit.treatedCm2 > 0.0) {
        lines.push_back(visit.treatedMinutes > 0.0
                            ? trf("Treated {0} cm\u00b2, {1} min, pressure {2}",
                                  {decimal(visit.treatedCm2, 0), decimal(visit.treatedMinutes, 0),
                                   decimal(visit.treatedPressure, 1)})
                            : trf("Treated {0} cm\u00b2, pressure {1}, minutes not stated",
                                  {decimal(visit.treatedCm2, 0), decimal(visit.treatedPressure, 1)}));
    }
    const auto rated = [&lines](const char* pattern, const std::optional<double>& rating) {
        if (rating) lines.push_back(trf(pattern, {decimal(*rating, 0)}));
    };
    rated("Rated now {0} of 10", visit.painNow);
    rated("Rated on average {0} of 10", visit.painAverage);
    rated("Rated at worst {0} of 10", visit.painWorst);
    return lines;
}

std::string motionTitle(const MotionChoice& choice) {
    return clinic::motionName({choice.movement, clinic::MotionSide::Middle, choice.mode});
}

std::string motionValuesText(const TimelineVisit& visit, const MotionChoice& choice) {
    std::string values;
    for (const auto& [key, degrees] : visit.motions.degrees) {
        if (key.movement != choice.movement || key.mode != choice.mode) continue;
        values += (values.empty() ? "" : ", ") + std::to_string(degrees) + "\u00b0";
        if (key.side == clinic::MotionSide::Left) values += std::string(" ") + core::tr("left");
        if (key.side == clinic::MotionSide::Right) values += std::string(" ") + core::tr("right");
        if (key.moment == clinic::MotionMoment::After) values += std::string(" ") + core::tr("after");
    }
    return values.empty() ? values : motionTitle(choice) + ' ' + values;
}

DoseTable doseAgainstChange(const std::vector<DoseVisit>& visits) {
    DoseTable table;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const DoseVisit& visit = visits[i];
        const auto next = std::find_if(visits.begin() + static_cast<std::ptrdiff_t>(i) + 1, visits.end(),
                                       [](const DoseVisit& later) { return later.hasPain; });
        for (const TreatedRegion& treated : visit.treated) {
            if (!visit.hasPain || next == visits.end()) {
                ++table.withoutMaps;
                continue;
            }
            if (treated.minutes <= 0.0) {
                ++table.withoutMinutes;
                continue;
            }
            const auto level = [&](const DoseVisit& at) {
                const LayerSample::Region* pain = find(at.pain, treated.region);
                return pain == nullptr ? 0.0 : pain->mean;
            };
            if (level(visit) <= 0.0 && level(*next) <= 0.0) {
                ++table.withoutPain;
                continue;
            }
            table.points.push_back({treated.region, visit.number, next->number, treated.cm2, treated.minutes,
                                    treated.pressure, treated.dose, level(visit), level(*next)});
        }
    }
    return table;
}

}  // namespace palpate::analysis
