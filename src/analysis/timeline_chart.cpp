#include "analysis/timeline_chart.h"

#include "analysis/treated_lane.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>

namespace palpate::analysis {

namespace {

using core::decimal;
using core::tr;

using Value = std::function<std::optional<double>(const TimelineVisit&)>;

struct Series {
    const char* name;
    ChartInk ink;
    ChartSign sign;
    LinePattern pattern;
    Value value;
};

// A rectangle with a scale from `least`, 0 or below, at its foot to `most` at its top.
struct Panel {
    double left = 0.0, right = 0.0, top = 0.0, bottom = 0.0;
    Scale scale;
    double least = 0.0;

    [[nodiscard]] double y(double value) const {
        return bottom - (bottom - top) * std::clamp((value - least) / (scale.most - least), 0.0, 1.0);
    }
};

Value ifRecorded(double TimelineVisit::*member) {
    return [member](const TimelineVisit& visit) {
        return visit.hasValue() ? std::optional(visit.*member) : std::nullopt;
    };
}

Value measured(const clinic::MotionKey& key) {
    return [key](const TimelineVisit& visit) -> std::optional<double> { return visit.motions[key]; };
}

Value rating(std::optional<double> TimelineVisit::*member) {
    return [member](const TimelineVisit& visit) { return visit.*member; };
}

class Drawing {
public:
    Drawing(std::span<const TimelineVisit> visits, const TimelineLook& look, const ChartSize& size)
        : m_visits(visits), m_look(look), m_em(size.em) {
        m_chart.width = size.width;
        m_chart.height = size.height;
        place(size);
    }

    Chart draw() {
        drawChosen();
        drawPanel(m_levels, core::trf("Level, 0 to {0}", {std::to_string(m_look.highest)}), levelSeries());
        if (m_look.motion) drawPanel(m_motion, motionHead(), motionSeries());
        drawPanel(m_shares, m_look.ofRegion ? tr("% of the region") : tr("% of the skin"), shareSeries());
        if (m_look.rated) drawImportantChange();
        drawGaps();
        addTreatedLane(m_chart, m_visits, m_x, {m_left, m_right, m_laneBottom, m_em});
        drawTime();
        if (m_visits.empty()) write(m_left, m_levels.bottom - 1.5 * m_em, tr("No visit yet."));
        return std::move(m_chart);
    }

private:
    void place(const ChartSize& size) {
        m_left = 4.8 * m_em;
        m_right = size.width - 1.4 * m_em;
        const double bottom = size.height - 3.1 * m_em;  // of the lane of treatments
        m_laneTop = bottom - 2.0 * m_em;
        const double head = 2.4 * m_em;  // of a panel below another one
        const double panels = m_laneTop - 0.3 * m_em - 2.0 * m_em - head * (m_look.motion ? 2.0 : 1.0);
        m_levels = {m_left, m_right, 2.0 * m_em, 2.0 * m_em + (m_look.motion ? 0.4 : 0.58) * panels, {}};
        m_motion = {m_left, m_right, m_levels.bottom + head, m_levels.bottom + head + 0.32 * panels, {}};
        const double above = m_look.motion ? m_motion.bottom : m_levels.bottom;
        m_shares = {m_left, m_right, above + head, m_laneTop - 0.3 * m_em, {}};
        m_laneBottom = bottom;
        m_levels.scale = {m_look.highest > 5 ? 2.0 : 1.0, static_cast<double>(m_look.highest), 0};
        double most = 0.0;
        for (const TimelineVisit& visit : m_visits)
            most = std::max({most, visit.extentPercent, visit.loadPercent});
        m_shares.scale = niceScale(most, 3);
        scaleMotion();
        placeTimes();
    }

    void scaleMotion() {
        if (!m_look.motion) return;
        double most = 0.0, least = 0.0;
        for (const Series& series : motionSeries()) {
            for (const TimelineVisit& visit : m_visits) {
                const double degrees = series.value(visit).value_or(0.0);
                most = std::max(most, degrees);
                least = std::min(least, degrees);
            }
        }
        m_motion.scale = niceScale(most - least, 3);
        const double step = m_motion.scale.step;
        m_motion.least = step * std::floor(least / step);
        m_motion.scale.most = std::max(step, step * std::ceil(most / step));
    }

    // Real time; visits of one moment only stand in the middle.
    void placeTimes() {
        if (m_visits.empty()) return;
        const double first = static_cast<double>(m_visits.front().at.utcMilliseconds);
        const double span = static_cast<double>(m_visits.back().at.utcMilliseconds) - first;
        const double room = m_right - m_left - 2.0 * m_em;
        for (const TimelineVisit& visit : m_visits) {
            const double share =
                span > 0.0 ? (static_cast<double>(visit.at.utcMilliseconds) - first) / span : 0.5;
            m_x.push_back(m_left + m_em + share * room);
        }
    }

    [[nodiscard]] std::vector<Series> levelSeries() const {
        const bool pressure = m_look.ofPressure;
        std::vector<Series> series{
            {pressure ? tr("strongest pressure") : tr("worst"), ChartInk::Worst, ChartSign::Triangle,
             LinePattern::Solid, ifRecorded(&TimelineVisit::worst)},
            {pressure ? tr("mean pressure") : tr("mean"), ChartInk::Mean, ChartSign::Disc,
             LinePattern::Dashed, ifRecorded(&TimelineVisit::mean)}};
        const std::array rated{Series{tr("rated at worst"), ChartInk::Rating, ChartSign::Plus,
                                      LinePattern::Dotted, rating(&TimelineVisit::painWorst)},
                               Series{tr("rated average"), ChartInk::Rating, ChartSign::Diamond,
                                      LinePattern::Dotted, rating(&TimelineVisit::painAverage)},
                               Series{tr("rated now"), ChartInk::Rating, ChartSign::Ring, LinePattern::Dotted,
                                      rating(&TimelineVisit::painNow)}};
        if (!m_look.rated) return series;
        for (const Series& one : rated) {
            if (std::any_of(m_visits.begin(), m_visits.end(),
                            [&](const TimelineVisit& visit) { return one.value(visit).has_value(); }))
                series.push_back(one);
        }
        return series;
    }

    [[nodiscard]] std::string motionHead() const {
        return core::trf("{0}, degrees", {motionTitle(*m_look.motion)});
    }

    // Either side before the treatment and after it; those that were ever measured.
    [[nodiscard]] std::vector<Series> motionSeries() const {
        using enum clinic::MotionSide;
        using enum clinic::MotionMoment;
        const auto [movement, mode] = *m_look.motion;
        const std::array all{Series{tr("before"), ChartInk::Left, ChartSign::Square, LinePattern::Solid,
                                    measured({movement, Middle, mode, Before})},
                             Series{tr("after"), ChartInk::Left, ChartSign::Ring, LinePattern::Dotted,
                                    measured({movement, Middle, mode, After})},
                             Series{tr("left"), ChartInk::Left, ChartSign::Square, LinePattern::Solid,
                                    measured({movement, Left, mode, Before})},
                             Series{tr("right"), ChartInk::Right, ChartSign::Triangle, LinePattern::Dashed,
                                    measured({movement, Right, mode, Before})},
                             Series{tr("left, after"), ChartInk::Left, ChartSign::Ring, LinePattern::Dotted,
                                    measured({movement, Left, mode, After})},
                             Series{tr("right, after"), ChartInk::Right, ChartSign::Plus, LinePattern::Dotted,
                                    measured({movement, Right, mode, After})}};
        std::vector<Series> series;
        std::copy_if(all.begin(), all.end(), std::back_inserter(series), [&](const Series& one) {
            return std::any_of(m_visits.begin(), m_visits.end(),
                               [&](const TimelineVisit& visit) { return one.value(visit).has_value(); });
        });
        return series;
    }

    [[nodiscard]] static std::vector<Series> shareSeries() {
        return {{tr("extent"), ChartInk::Extent, ChartSign::Square, LinePattern::Solid,
                 ifRecorded(&TimelineVisit::extentPercent)},
                {tr("load (area x level)"), ChartInk::Load, ChartSign::Ring, LinePattern::Dotted,
                 ifRecorded(&TimelineVisit::loadPercent)}};
    }

    double write(double x, double y, const std::string& text, ChartInk ink = ChartInk::Dim,
                 double align = 0.0, bool strong = false) {
        m_chart.texts.push_back({{x, y}, text, ink, align, strong});
        return estimatedWidth(text, m_em);
    }

    void drawChosen() {
        const auto strip = [this](std::size_t visit, double strength) {
            m_chart.boxes.push_back({m_x[visit] - 0.9 * m_em, m_levels.top - 0.2 * m_em, 1.8 * m_em,
                                     m_laneBottom - m_levels.top + 0.2 * m_em, ChartInk::Chosen, strength});
        };
        if (m_look.shown && *m_look.shown < m_x.size()) strip(*m_look.shown, 0.22);
        if (!m_look.chosen || *m_look.chosen >= m_x.size()) return;
        strip(*m_look.chosen, 0.12);
        write(m_x[*m_look.chosen], m_levels.top + 0.5 * m_em, "A", ChartInk::Text, 0.5, true);
    }

    void drawPanel(const Panel& panel, const std::string& title, const std::vector<Series>& series) {
        for (double value = panel.least; value <= panel.scale.most + 1e-9; value += panel.scale.step) {
            const double y = panel.y(value);
            m_chart.lines.push_back({{panel.left, y},
                                     {panel.right, y},
                                     value == 0.0 ? ChartInk::Axis : ChartInk::Rule,
                                     value == 0.0 ? m_em / 12.0 : m_em / 16.0});
            write(panel.left - 0.5 * m_em, y, decimal(value, panel.scale.decimals), ChartInk::Dim, 1.0);
        }
        drawLegend(panel, title, series);
        for (const Series& one : series)
            drawSeries(panel, one);
    }

    void drawLegend(const Panel& panel, const std::string& title, const std::vector<Series>& series) {
        const double y = panel.top - 1.15 * m_em;
        double x = panel.left + write(panel.left, y, title, ChartInk::Text, 0.0, true) + 1.6 * m_em;
        for (const Series& one : series) {
            addLine(m_chart, {x, y}, {x + 1.9 * m_em, y}, one.ink, m_em / 8.0, one.pattern, m_em);
            m_chart.marks.push_back({{x + 0.95 * m_em, y}, one.sign, radius(), one.ink});
            x += 2.3 * m_em;
            x += write(x, y, one.name) + 1.2 * m_em;
        }
    }

    [[nodiscard]] double radius() const {
        // Hundreds of visits would run into each other.
        return m_visits.size() > 80 ? 0.2 * m_em : 0.32 * m_em;
    }

    void drawSeries(const Panel& panel, const Series& series) {
        const auto values = std::count_if(m_visits.begin(), m_visits.end(), [&](const TimelineVisit& visit) {
            return series.value(visit).has_value();
        });
        std::optional<ChartPoint> last;
        for (std::size_t i = 0; i < m_visits.size(); ++i) {
            const std::optional<double> value = series.value(m_visits[i]);
            if (!value) {
                last.reset();
                continue;
            }
            const ChartPoint here{m_x[i], panel.y(*value)};
            if (last && values >= kFewestForLine)
                addLine(m_chart, *last, here, series.ink, m_em / 7.0, series.pattern, m_em);
            m_chart.marks.push_back({here, series.sign, radius(), series.ink});
            last = here;
        }
    }

    // How far the rating must fall from the first one to mean something.
    void drawImportantChange() {
        const Value average = rating(&TimelineVisit::painAverage), now = rating(&TimelineVisit::painNow);
        for (const Value& rated : {average, now}) {
            const auto first =
                std::find_if(m_visits.begin(), m_visits.end(),
                             [&](const TimelineVisit& visit) { return rated(visit).has_value(); });
            if (first == m_visits.end()) continue;
            drawFalls(*rated(*first));
            return;
        }
    }

    void drawFalls(double from) {
        for (const double points : {1.0, 2.0}) {
            if (from < points) return;
            const double y = m_levels.y(from - points);
            addLine(m_chart, {m_left, y}, {m_right, y}, ChartInk::Rating, m_em / 14.0, LinePattern::Dotted,
                    m_em);
            // One text for both lines: they may lie nearer to each other than texts can.
            if (points == 1.0)
                write(m_right, y - 0.6 * m_em,
                      tr("1 point less: slightly better, 2: much better (Salaffi 2004)"), ChartInk::Rating,
                      1.0);
        }
    }

    // A visit without a value stands on the axis as a cross.
    void drawGaps() {
        for (std::size_t i = 0; i < m_visits.size(); ++i) {
            if (m_visits[i].hasValue()) continue;
            m_chart.marks.push_back(
                {{m_x[i], m_shares.bottom}, ChartSign::Cross, 0.25 * m_em, ChartInk::Dim});
        }
    }

    // Numbers and dates where there is room; the first always, the last rather than those before it.
    void drawTime() {
        const double half = 0.5 * m_em;
        double freeNumber = 0.0, freeDate = 0.0;
        std::string year;
        for (std::size_t i = 0; i < m_visits.size(); ++i) {
            const double left = i == 0 ? 0.0 : (m_x[i - 1] + m_x[i]) / 2.0;
            const double right = i + 1 == m_x.size() ? m_chart.width : (m_x[i] + m_x[i + 1]) / 2.0;
            m_chart.targets.push_back({left, 0.0, right - left, m_chart.height, i});
            const std::string number = std::to_string(m_visits[i].number);
            const double wide = estimatedWidth(number, m_em) / 2.0;
            if (m_x[i] - wide >= freeNumber) {
                m_chart.lines.push_back({{m_x[i], m_laneBottom},
                                         {m_x[i], m_laneBottom + 0.3 * m_em},
                                         ChartInk::Axis,
                                         m_em / 12.0});
                write(m_x[i], m_laneBottom + 1.0 * m_em, number, ChartInk::Text, 0.5, true);
                freeNumber = m_x[i] + wide + half;
            }
            const std::string date = core::localDate(m_visits[i].at);
            const double wideDate = estimatedWidth(date, m_em) / 2.0;
            const double x =
                std::clamp(m_x[i], wideDate, std::max(wideDate, m_chart.width - wideDate - 0.1 * m_em));
            const bool isLast = i + 1 == m_visits.size();
            const bool fitsBeforeLast = isLast || x + wideDate + half < m_x.back() - wideDate || i == 0;
            if (x - wideDate < freeDate || !fitsBeforeLast) continue;
            write(x, m_laneBottom + 2.3 * m_em, date, ChartInk::Dim, 0.5);
            freeDate = x + wideDate + half;
        }
        write(m_left - 0.5 * m_em, m_laneBottom + 1.0 * m_em, tr("visit"), ChartInk::Dim, 1.0);
    }

    std::span<const TimelineVisit> m_visits;
    TimelineLook m_look;
    double m_em;
    Chart m_chart;
    double m_left = 0.0, m_right = 0.0, m_laneTop = 0.0, m_laneBottom = 0.0;
    Panel m_levels, m_motion, m_shares;
    std::vector<double> m_x;
};

}  // namespace

Chart timelineChart(std::span<const TimelineVisit> visits, const TimelineLook& look, const ChartSize& size) {
    return Drawing(visits, look, size).draw();
}

}  // namespace palpate::analysis
