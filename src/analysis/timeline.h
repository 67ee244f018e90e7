#pragma once

#include "analysis/layer_record.h"
#include "analysis/measures.h"
#include "clinic/range_of_motion.h"
#include "core/ids.h"
#include "core/time.h"

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palpate::analysis {

// What one layer of one map says, small enough to be kept for every visit of a client.
struct LayerSample {
    LayerRecord record = LayerRecord::NotRecorded;
    double extentCm2 = 0.0;
    double extentPercent = 0.0;  // of the whole skin
    double mean = 0.0, peak = 0.0;
    double loadPercent = 0.0;
    struct Region {
        body::RegionIndex region = 0;
        double extentCm2 = 0.0, percentOfRegion = 0.0, mean = 0.0, peak = 0.0;
    };
    std::vector<Region> regions;  // painted ones only, in the atlas's order
};
[[nodiscard]] LayerSample sampleOf(const LayerMeasures& measures, LayerRecord record);

// What was treated of one region. Each painted vertex counts with the minutes of its place.
struct TreatedRegion {
    body::RegionIndex region = 0;
    double cm2 = 0.0;
    double pressure = 0.0;  // mean by area, 1-5; skin in the soft edge of a stroke counts as 1 at least
    // Of the places that reach into it, each by the share of its area that lies here. 0: none was stated.
    double minutes = 0.0;
    // Sum over the skin of pressure x minutes of its place x area, in steps x minutes x square decimetres, so
    // that the doses of regions add up to that of the body. Skin without stated minutes adds nothing.
    double dose = 0.0;
};
// Painted regions only, in the atlas's order. `treated` is a treated layer over the vertices of `body`.
[[nodiscard]] std::vector<TreatedRegion> measureTreated(const body::BodyModel& body,
                                                        const map::Layer& treated, double areaScale = 1.0);

// One visit on a timeline: of the whole body or of one region.
struct TimelineVisit {
    core::VisitId visit = {};
    int number = 0;
    core::Timestamp at = {};
    bool unreadable = false;  // the map is damaged: a gap like one that is not recorded
    LayerRecord record = LayerRecord::NotRecorded;
    // Zero unless painted. "Nothing hurts" is a zero; what is not recorded is a gap.
    double worst = 0.0, mean = 0.0, extentCm2 = 0.0;
    double extentPercent = 0.0;  // of the whole skin, or of the region
    double loadPercent = 0.0;    // the same, of it at the highest level
    // What was treated there at that visit, by the therapist's map; minutes 0 = not stated
    double treatedCm2 = 0.0, treatedMinutes = 0.0, treatedPressure = 0.0;
    // Numeric ratings 0-10; empty: not asked
    std::optional<double> painNow = {}, painAverage = {}, painWorst = {};
    clinic::RangeOfMotion motions = {};

    [[nodiscard]] bool hasValue() const { return !unreadable && record != LayerRecord::NotRecorded; }
};

// One movement, to be followed over the visits on both sides, before and after treatment.
struct MotionChoice {
    std::size_t movement = 0;  // index into clinic::movements()
    clinic::MotionMode mode = clinic::MotionMode::Active;

    friend auto operator<=>(const MotionChoice&, const MotionChoice&) = default;
};
// "Neck: rotation", "Neck: rotation, passive".
[[nodiscard]] std::string motionTitle(const MotionChoice& choice);
// "Neck: rotation 60° left, 62° right, 70° left after": empty if it was not measured.
[[nodiscard]] std::string motionValuesText(const TimelineVisit& visit, const MotionChoice& choice);

// Fills in what the sample says of the whole body, or of `region`. The load of a region is its percent x mean
// / `highest` (the layer's highest level): area x intensity as a share of the region at that level.
void setValues(TimelineVisit& visit, const LayerSample& sample, std::optional<body::RegionIndex> region,
               int highest);
void setTreated(TimelineVisit& visit, const std::vector<TreatedRegion>& treated,
                std::optional<body::RegionIndex> region);

// "Pain, worst 7.0, mean 4.2 ..." of a visit, a line each, with units: for a tip and for reading aloud.
// `where`: "of the skin" or "of the region".
[[nodiscard]] std::vector<std::string> valueTexts(const TimelineVisit& visit, const std::string& where,
                                                  map::LayerKind layer);

// A treatment of a region and the change of its pain to the next visit that has a map.
struct DosePoint {
    body::RegionIndex region = 0;
    int from = 0, to = 0;  // numbers of the visits
    double cm2 = 0.0, minutes = 0.0, pressure = 0.0;
    double dose = 0.0;    // as in TreatedRegion
    double before = 0.0;  // mean level of the painted part of the region, 0 if bare
    double after = 0.0;
    [[nodiscard]] double change() const { return after - before; }  // below 0: less pain
};
struct DoseVisit {
    int number = 0;
    bool hasPain = false;  // painted, or nothing hurts
    LayerSample pain;
    std::vector<TreatedRegion> treated;
};
// Oldest visit first. Left out, and counted, are treatments without stated minutes, of visits without a pain
// map, those after which no map was made, and those of a region that hurt neither then nor later: there was
// nothing to change.
struct DoseTable {
    std::vector<DosePoint> points;  // by visit, then in the atlas's order
    int withoutMinutes = 0;
    int withoutMaps = 0;  // no pain map at that visit, or none later
    int withoutPain = 0;  // bare on both maps
};
[[nodiscard]] DoseTable doseAgainstChange(const std::vector<DoseVisit>& visits);

}  // namespace palpate::analysis
