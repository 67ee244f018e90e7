#include "analysis/treated_lane.h"

#include "core/text.h"

#include <algorithm>
#include <string>

namespace palpate::analysis {

namespace {

using core::tr;

constexpr double kUnknownHeight = 0.45;  // of the lane, of a bar without minutes
constexpr double kLeastHeight = 0.08;    // so that a short treatment is seen at all
constexpr std::size_t kFewVisits = 80;   // beyond, bars are thin

bool hasMinutes(const TimelineVisit& visit) {
    return visit.treatedMinutes > 0.0;
}

void addEmptyBar(Chart& chart, const ChartBox& bar, double em) {
    const double right = bar.x + bar.width, bottom = bar.y + bar.height, thin = em / 14.0;
    const auto line = [&](ChartPoint from, ChartPoint to) {
        chart.lines.push_back({from, to, bar.ink, thin});
    };
    line({bar.x, bar.y}, {right, bar.y});
    line({bar.x, bottom}, {right, bottom});
    line({bar.x, bar.y}, {bar.x, bottom});
    line({right, bar.y}, {right, bottom});
    const double strokes = 3.0;
    for (double i = 0.0; i < strokes; ++i) {
        const double low = bottom - bar.height * i / strokes;
        line({bar.x, low}, {right, low - bar.height / strokes});
    }
}

std::string textOf(const TimelineVisit& visit) {
    return hasMinutes(visit) ? core::trf("{0} min", {core::decimal(visit.treatedMinutes, 0)})
                             : std::string(tr("minutes not noted"));
}

// Where the next bar stands, which a text may not run into.
double nextBar(std::span<const TimelineVisit> visits, std::span<const double> x, std::size_t visit,
               double end) {
    for (std::size_t i = visit + 1; i < visits.size(); ++i) {
        if (visits[i].treatedCm2 > 0.0) return x[i];
    }
    return end;
}

}  // namespace

void addTreatedLane(Chart& chart, std::span<const TimelineVisit> visits, std::span<const double> x,
                    const TreatedLane& lane) {
    double most = 0.0;
    for (const TimelineVisit& visit : visits)
        most = std::max(most, visit.treatedMinutes);
    chart.lines.push_back(
        {{lane.left, lane.bottom}, {lane.right, lane.bottom}, ChartInk::Axis, lane.em / 12.0});
    const double label = lane.left - 0.5 * lane.em;
    chart.texts.push_back({{label, lane.bottom - 1.5 * lane.em}, tr("minutes"), ChartInk::Dim, 1.0, false});
    chart.texts.push_back({{label, lane.bottom - 0.45 * lane.em}, tr("treated"), ChartInk::Dim, 1.0, false});
    const double half = (visits.size() > kFewVisits ? 0.12 : 0.25) * lane.em;
    double free = lane.left;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const TimelineVisit& visit = visits[i];
        if (visit.treatedCm2 <= 0.0) continue;
        const double share =
            hasMinutes(visit) ? std::max(kLeastHeight, visit.treatedMinutes / most) : kUnknownHeight;
        const double height = share * lane.height();
        const ChartBox bar{x[i] - half, lane.bottom - height, 2.0 * half, height, ChartInk::Treated, 1.0};
        if (hasMinutes(visit)) {
            chart.boxes.push_back(bar);
        } else {
            addEmptyBar(chart, bar, lane.em);
        }
        const std::string text = textOf(visit);
        const double at = x[i] + half + 0.25 * lane.em;
        const double next = nextBar(visits, x, i, chart.width) - half;
        const double wide = estimatedWidth(text, lane.em);
        if (at < free || at + wide > next) continue;
        chart.texts.push_back({{at, lane.bottom - 0.7 * lane.em}, text, ChartInk::Dim, 0.0, false});
        free = at + wide;
    }
}

}  // namespace palpate::analysis
