#include "analysis/chart.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::analysis {

void addLine(Chart& chart, ChartPoint from, ChartPoint to, ChartInk ink, double width, LinePattern pattern,
             double em) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (pattern == LinePattern::Solid || length <= 0.0) {
        chart.lines.push_back({from, to, ink, width});
        return;
    }
    const double dash = pattern == LinePattern::Dashed ? 0.5 * em : 0.15 * em;
    const double period = pattern == LinePattern::Dashed ? 0.85 * em : 0.45 * em;
    const auto at = [&](double way) {
        const double share = std::min(way / length, 1.0);
        return ChartPoint{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
    };
    for (double way = 0.0; way < length; way += period)
        chart.lines.push_back({at(way), at(way + dash), ink, width});
}

double estimatedWidth(const std::string& text, double em) {
    std::size_t letters = 0;
    for (const char byte : text)
        letters += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
    return 0.6 * em * static_cast<double>(letters);
}

Scale niceScale(double most, int steps) {
    if (most <= 0.0) most = 1.0;
    const double raw = most / std::max(steps, 1);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10.0 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw * (1.0 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    const int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9)));
    return {step, step * std::ceil(most / step * (1.0 - 1e-9)), decimals};
}

}  // namespace palpate::analysis
