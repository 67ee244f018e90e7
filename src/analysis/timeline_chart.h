#pragma once

#include "analysis/chart.h"
#include "analysis/timeline.h"

#include <optional>
#include <span>

namespace palpate::analysis {

// From how many visits with a value on a line joins them: fewer are no course.
inline constexpr int kFewestForLine = 3;

struct TimelineLook {
    int highest = 10;                         // of the layer: the top of the scale of levels
    bool rated = true;                        // the levels are of pain, as the ratings are
    bool ofPressure = false;                  // the levels are of a treatment: none is the worst
    bool ofRegion = false;                    // percentages are of the region
    std::optional<MotionChoice> motion = {};  // drawn in a panel of its own; empty: none
    std::optional<std::size_t> shown = {};    // marked as the one that is looked at
    std::optional<std::size_t> chosen = {};   // marked as chosen to compare
};

// Worst and mean level above, a movement of a joint if one is chosen, extent and load below, then for how
// long was treated, the visits' numbers and dates. x
// is real time. A visit without a value is a gap: no mark, and no line across it, but a cross on the axis. No
// line below kFewestForLine values. Numeric ratings stand on the scale of levels where those are of pain,
// with lines 1 and 2 points below the first rating: a fall of 1 point is "slightly better" and of 2 points
// "much better" (Salaffi et al. 2004, Eur J Pain 8:283-291, 825 people with chronic musculoskeletal pain).
// `visits` in the order of their times. Targets: one upright strip a visit, which together fill the width.
[[nodiscard]] Chart timelineChart(std::span<const TimelineVisit> visits, const TimelineLook& look,
                                  const ChartSize& size);

// Dose across, change of the mean level up (below 0: less pain). Plus signs where it rose, minus signs where
// it fell, rings where it stayed. Targets: one a point, item = its index.
[[nodiscard]] Chart doseChart(std::span<const DosePoint> points, const ChartSize& size);

}  // namespace palpate::analysis
