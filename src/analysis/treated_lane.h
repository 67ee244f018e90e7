#pragma once

#include "analysis/chart.h"
#include "analysis/timeline.h"

#include <span>

namespace palpate::analysis {

// Where the lane of treatments stands below the other panels of a timeline, in the chart's pixels.
struct TreatedLane {
    double left = 0.0, right = 0.0, bottom = 0.0;
    double em = 14.0;  // height of the text

    [[nodiscard]] double height() const { return 1.5 * em; }  // of the highest bar
};

// A bar for every visit at which something was treated, as high as the minutes that it took, with the minutes
// beside it where there is room. Where no minutes were noted a low empty bar with slanting strokes stands,
// and says so where there is room. `x`: of each visit, as many as there are visits.
void addTreatedLane(Chart& chart, std::span<const TimelineVisit> visits, std::span<const double> x,
                    const TreatedLane& lane);

}  // namespace palpate::analysis
