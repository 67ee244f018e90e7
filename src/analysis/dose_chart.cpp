#include "analysis/timeline_chart.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace palpate::analysis {

namespace {

using core::decimal;
using core::tr;

struct Frame {
    double left = 0.0, right = 0.0, top = 0.0, bottom = 0.0;
    Scale dose, change;

    [[nodiscard]] double x(double value) const { return left + (right - left) * value / dose.most; }
    [[nodiscard]] double y(double value) const {
        return (top + bottom) / 2.0 - (bottom - top) / 2.0 * value / change.most;
    }
};

void drawAxes(Chart& chart, const Frame& frame, double em) {
    const int steps = static_cast<int>(std::lround(frame.change.most / frame.change.step));
    for (int i = -steps; i <= steps; ++i) {
        const double value = i * frame.change.step, y = frame.y(value);
        chart.lines.push_back({{frame.left, y},
                               {frame.right, y},
                               i == 0 ? ChartInk::Axis : ChartInk::Rule,
                               i == 0 ? em / 9.0 : em / 16.0});
        chart.texts.push_back({{frame.left - 0.5 * em, y},
                               (i > 0 ? "+" : "") + decimal(value, frame.change.decimals),
                               ChartInk::Dim,
                               1.0,
                               false});
    }
    for (double value = 0.0; value <= frame.dose.most + 1e-9; value += frame.dose.step) {
        const double x = frame.x(value);
        chart.lines.push_back({{x, frame.bottom}, {x, frame.bottom + 0.3 * em}, ChartInk::Axis, em / 12.0});
        chart.texts.push_back(
            {{x, frame.bottom + 1.0 * em}, decimal(value, frame.dose.decimals), ChartInk::Dim, 0.5, false});
    }
    chart.texts.push_back({{frame.left, frame.top - 1.0 * em},
                           tr("Change of the mean pain level to the next map: minus is less pain"),
                           ChartInk::Text,
                           0.0,
                           true});
    chart.texts.push_back({{(frame.left + frame.right) / 2.0, frame.bottom + 2.3 * em},
                           tr("Dose: pressure (1-5) x minutes x area (dm\u00b2)"),
                           ChartInk::Text,
                           0.5,
                           true});
}

}  // namespace

Chart doseChart(std::span<const DosePoint> points, const ChartSize& size) {
    const double em = size.em;
    Chart chart;
    chart.width = size.width;
    chart.height = size.height;
    double dose = 0.0, change = 2.0;
    for (const DosePoint& point : points) {
        dose = std::max(dose, point.dose);
        change = std::max(change, std::abs(point.change()));
    }
    const Frame frame{3.4 * em,           size.width - 1.6 * em, 2.0 * em, size.height - 3.2 * em,
                      niceScale(dose, 5), niceScale(change, 2)};
    drawAxes(chart, frame, em);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double moved = points[i].change();
        // Less than half a level is drawn as no change, as the pictures of differences do.
        const ChartInk ink = moved <= -0.5  ? ChartInk::Better
                             : moved >= 0.5 ? ChartInk::Worse
                                            : ChartInk::Dim;
        const ChartSign sign = moved <= -0.5  ? ChartSign::Minus
                               : moved >= 0.5 ? ChartSign::Plus
                                              : ChartSign::Ring;
        const ChartPoint at{frame.x(points[i].dose), frame.y(moved)};
        chart.marks.push_back({at, sign, 0.4 * em, ink});
        chart.targets.push_back({at.x - 0.7 * em, at.y - 0.7 * em, 1.4 * em, 1.4 * em, i});
    }
    if (points.empty()) {
        chart.texts.push_back({{frame.left + em, frame.y(0.0) - em},
                               tr("No treatment with minutes between two pain maps yet."),
                               ChartInk::Dim,
                               0.0,
                               false});
    }
    return chart;
}

}  // namespace palpate::analysis
