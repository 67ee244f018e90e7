#include "analysis/timeline.h"

#include "analysis/small_body.h"
#include "analysis/timeline_chart.h"
#include "core/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace palpate;
using analysis::Chart;
using analysis::ChartInk;
using analysis::TimelineVisit;
using doctest::Approx;

namespace {

constexpr std::int64_t kDay = 86'400'000;

TimelineVisit visitOn(int number, std::int64_t day, double worst) {
    TimelineVisit visit;
    visit.visit = {number};
    visit.number = number;
    visit.at = {1'763'373'600'000 + day * kDay, 60};
    visit.record = worst > 0.0 ? analysis::LayerRecord::Painted : analysis::LayerRecord::Nothing;
    visit.worst = worst;
    visit.mean = worst / 2.0;
    visit.extentCm2 = 30.0 * worst;
    visit.extentPercent = 0.2 * worst;
    visit.loadPercent = visit.extentPercent * visit.mean / 10.0;
    return visit;
}

TimelineVisit without(int number, std::int64_t day) {
    TimelineVisit visit = visitOn(number, day, 0.0);
    visit.record = analysis::LayerRecord::NotRecorded;
    return visit;
}

// Marks of a series that stand on the chart itself, not in its legend, which lies above the scales.
std::vector<analysis::ChartMark> marksOf(const Chart& chart, ChartInk ink) {
    std::vector<analysis::ChartMark> marks;
    bool isLegend = true;  // the first of each ink is the legend's
    for (const auto& mark : chart.marks) {
        if (mark.ink != ink) continue;
        if (!isLegend) marks.push_back(mark);
        isLegend = false;
    }
    return marks;
}

// Lines of a series between marks: those that leave the height of the legend.
std::size_t sloping(const Chart& chart, ChartInk ink) {
    return static_cast<std::size_t>(std::count_if(
        chart.lines.begin(), chart.lines.end(),
        [ink](const analysis::ChartLine& line) { return line.ink == ink && line.from.y != line.to.y; }));
}

constexpr analysis::ChartSize kSize{900.0, 340.0, 14.0};

std::vector<TimelineVisit> randomVisits(core::Random& random, int count) {
    std::vector<TimelineVisit> visits;
    std::int64_t day = 0;
    for (int i = 1; i <= count; ++i) {
        day += static_cast<std::int64_t>(random.below(40));
        visits.push_back(random.below(4) == 0 ? without(i, day)
                                              : visitOn(i, day, static_cast<double>(random.below(11))));
        if (random.below(2) == 0) visits.back().treatedCm2 = 10.0 * static_cast<double>(random.below(9));
        if (random.below(2) == 0) visits.back().treatedMinutes = static_cast<double>(random.below(60));
        for (const clinic::MotionSide side : {clinic::MotionSide::Left, clinic::MotionSide::Right}) {
            if (random.below(3) > 0) visits.back().motions.set({3, side}, static_cast<int>(random.below(90)));
        }
    }
    return visits;
}

}  // namespace

TEST_CASE("everything on the chart lies within it, whatever the visits") {
    core::Random random(7);
    for (const int count : {0, 1, 2, 3, 17, 300}) {
        const auto visits = randomVisits(random, count);
        analysis::TimelineLook look;
        if (count % 2 == 1) look.motion = analysis::MotionChoice{3};
        const Chart chart = analysis::timelineChart(visits, look, kSize);
        CAPTURE(count);
        const auto isIn = [](double x, double y) {
            return x >= -1.0 && x <= kSize.width + 1.0 && y >= -1.0 && y <= kSize.height + 1.0;
        };
        for (const auto& line : chart.lines)
            CHECK((isIn(line.from.x, line.from.y) && isIn(line.to.x, line.to.y)));
        for (const auto& mark : chart.marks)
            CHECK(isIn(mark.at.x, mark.at.y));
        for (const auto& text : chart.texts) {
            const double width = analysis::estimatedWidth(text.text, kSize.em);
            CHECK_MESSAGE(isIn(text.at.x - text.align * width, text.at.y), text.text);
            CHECK_MESSAGE(isIn(text.at.x + (1.0 - text.align) * width, text.at.y), text.text);
        }
    }
}

TEST_CASE("a movement that is chosen has a panel of its own, with both sides and gaps") {
    std::vector visits{visitOn(1, 0, 8), visitOn(2, 10, 7), visitOn(3, 40, 5), visitOn(4, 50, 5),
                       visitOn(5, 60, 4)};
    const auto key = [](const char* text) { return *clinic::motionFromText(text); };
    const int degrees[]{40, 45, 0, 50, 60};
    for (std::size_t i = 0; i < visits.size(); ++i) {
        if (i != 2) visits[i].motions.set(key("neck_rotation:left"), degrees[i]);
    }
    visits[0].motions.set(key("neck_rotation:right"), 70);
    visits[1].motions.set(key("neck_rotation:right:passive"), 90);
    analysis::TimelineLook look;
    CHECK(marksOf(analysis::timelineChart(visits, look, kSize), ChartInk::Left).empty());
    look.motion = analysis::MotionChoice{key("neck_rotation:left").movement};
    const Chart chart = analysis::timelineChart(visits, look, kSize);
    const auto left = marksOf(chart, ChartInk::Left);
    REQUIRE(left.size() == 4);
    CHECK(left[0].at.y > left[1].at.y);
    CHECK(left[1].at.y > left[3].at.y);
    CHECK(marksOf(chart, ChartInk::Right).size() == 1);  // the passive one is another choice
    CHECK(sloping(chart, ChartInk::Right) == 0);
    // From the first to the second and from the fourth to the fifth, not across the gap.
    CHECK(sloping(chart, ChartInk::Left) == 2);
    const auto says = [&chart](const std::string& text) {
        return std::any_of(chart.texts.begin(), chart.texts.end(),
                           [&](const auto& one) { return one.text == text; });
    };
    CHECK(says("Neck: rotation, degrees"));
    CHECK(says("left"));
    CHECK(says("right"));
    CHECK_FALSE(says("left, after"));
    CHECK(analysis::motionValuesText(visits[0], *look.motion) ==
          "Neck: rotation 40\u00b0 left, 70\u00b0 right");
    CHECK(analysis::motionValuesText(visits[2], *look.motion).empty());
}

TEST_CASE("a joint that stops short of its zero stands below it on the scale") {
    std::vector visits{visitOn(1, 0, 8), visitOn(2, 10, 7)};
    const auto key = *clinic::motionFromText("elbow_extension:left");
    visits[0].motions.set(key, -20);
    visits[1].motions.set(key, 5);
    analysis::TimelineLook look;
    look.motion = analysis::MotionChoice{key.movement};
    const Chart chart = analysis::timelineChart(visits, look, kSize);
    const auto marks = marksOf(chart, ChartInk::Left);
    REQUIRE(marks.size() == 2);
    CHECK(std::any_of(chart.texts.begin(), chart.texts.end(),
                      [](const auto& text) { return text.text == "-20"; }));
    CHECK(marks[0].at.y > marks[1].at.y);
}

TEST_CASE("a treatment is as high as its minutes, and one without says so") {
    std::vector visits{visitOn(1, 0, 8), visitOn(2, 10, 7), visitOn(3, 40, 5), visitOn(4, 100, 5)};
    visits[0].treatedCm2 = 50.0;
    visits[0].treatedMinutes = 30.0;
    visits[1].treatedCm2 = 400.0;  // a large area in a third of the time
    visits[1].treatedMinutes = 10.0;
    visits[2].treatedCm2 = 900.0;
    const Chart chart = analysis::timelineChart(visits, {}, kSize);
    std::vector<analysis::ChartBox> bars;
    for (const auto& box : chart.boxes) {
        if (box.ink == ChartInk::Treated) bars.push_back(box);
    }
    REQUIRE(bars.size() == 2);
    CHECK(bars[0].height == Approx(3.0 * bars[1].height));
    const auto says = [&chart](const char* text) {
        return std::count_if(chart.texts.begin(), chart.texts.end(),
                             [&](const auto& one) { return one.text == text; });
    };
    CHECK(says("30 min") == 1);
    CHECK(says("10 min") == 1);
    CHECK(says("minutes not noted") == 1);
    // The empty bar: its frame and three strokes, lower than half of the lane.
    const auto strokes = std::count_if(chart.lines.begin(), chart.lines.end(),
                                       [](const auto& line) { return line.ink == ChartInk::Treated; });
    CHECK(strokes == 7);
    for (const auto& line : chart.lines) {
        if (line.ink == ChartInk::Treated) CHECK(line.from.y > bars[0].y + bars[0].height / 2.0);
    }
}

TEST_CASE("the distance between visits is that of their days") {
    const std::vector visits{visitOn(1, 0, 8), visitOn(2, 10, 7), visitOn(3, 40, 5)};
    const auto marks = marksOf(analysis::timelineChart(visits, {}, kSize), ChartInk::Worst);
    REQUIRE(marks.size() == 3);
    CHECK((marks[2].at.x - marks[1].at.x) == Approx(3.0 * (marks[1].at.x - marks[0].at.x)));
    CHECK(marks[0].at.y < marks[1].at.y);  // 8 stands above 7
    CHECK((marks[2].at.y - marks[1].at.y) == Approx(2.0 * (marks[1].at.y - marks[0].at.y)));
}

TEST_CASE("two visits are no course: no line joins them; three are") {
    const std::vector two{visitOn(1, 0, 8), visitOn(2, 10, 4)};
    CHECK(sloping(analysis::timelineChart(two, {}, kSize), ChartInk::Worst) == 0);
    CHECK(marksOf(analysis::timelineChart(two, {}, kSize), ChartInk::Worst).size() == 2);
    const std::vector three{visitOn(1, 0, 8), visitOn(2, 10, 4), visitOn(3, 20, 6)};
    CHECK(sloping(analysis::timelineChart(three, {}, kSize), ChartInk::Worst) == 2);
}

TEST_CASE("a visit without a map is a gap and no zero; nothing hurts is a zero") {
    const std::vector visits{visitOn(1, 0, 8), visitOn(2, 10, 6), without(3, 20), visitOn(4, 30, 0),
                             visitOn(5, 40, 3)};
    const Chart chart = analysis::timelineChart(visits, {}, kSize);
    const auto marks = marksOf(chart, ChartInk::Worst);
    CHECK(marks.size() == 4);
    CHECK(sloping(chart, ChartInk::Worst) == 2);  // 1-2 and 4-5, none across the gap
    const double lowest = std::max_element(marks.begin(), marks.end(), [](const auto& a, const auto& b) {
                              return a.at.y < b.at.y;
                          })->at.y;
    CHECK(marks[2].at.y == lowest);
    CHECK(std::any_of(chart.marks.begin(), chart.marks.end(),
                      [](const auto& mark) { return mark.sign == analysis::ChartSign::Cross; }));
}

TEST_CASE("each visit has a strip that the pointer can mean, and together they fill the chart") {
    core::Random random(3);
    const auto visits = randomVisits(random, 40);
    const Chart chart = analysis::timelineChart(visits, {}, kSize);
    REQUIRE(chart.targets.size() == visits.size());
    double x = 0.0;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        CHECK(chart.targets[i].item == i);
        CHECK(chart.targets[i].x == Approx(x));
        x += chart.targets[i].width;
    }
    CHECK(x == Approx(kSize.width));
}

TEST_CASE("dates and numbers of many visits never run into each other") {
    core::Random random(11);
    const auto visits = randomVisits(random, 200);
    const Chart chart = analysis::timelineChart(visits, {}, kSize);
    std::map<double, double> rightOf;  // by row
    int dates = 0;
    for (const auto& text : chart.texts) {
        if (text.align != 0.5) continue;
        const double half = analysis::estimatedWidth(text.text, kSize.em) / 2.0;
        CHECK_MESSAGE(text.at.x - half >= rightOf[text.at.y], text.text);
        rightOf[text.at.y] = text.at.x + half;
        dates += text.text.size() == 10 ? 1 : 0;
    }
    CHECK(dates >= 2);
    CHECK(std::any_of(chart.texts.begin(), chart.texts.end(),
                      [&](const auto& text) { return text.text == core::localDate(visits.back().at); }));
}

TEST_CASE("ratings stand on the scale with what falls of 1 and 2 points mean") {
    std::vector visits{visitOn(1, 0, 8), visitOn(2, 10, 6), visitOn(3, 20, 6)};
    CHECK(marksOf(analysis::timelineChart(visits, {}, kSize), ChartInk::Rating).empty());
    visits[0].painAverage = 7.0;
    visits[2].painAverage = 5.0;
    const Chart chart = analysis::timelineChart(visits, {}, kSize);
    CHECK(marksOf(chart, ChartInk::Rating).size() == 2);
    const auto says = [&chart](const std::string& words) {
        return std::any_of(chart.texts.begin(), chart.texts.end(),
                           [&](const auto& text) { return text.text.find(words) != std::string::npos; });
    };
    CHECK(says("1 point"));
    CHECK(says("Salaffi 2004"));
    // On another layer they would be wrong, on one that goes to 10 too.
    const Chart tension = analysis::timelineChart(visits, {.highest = 10, .rated = false}, kSize);
    CHECK(marksOf(tension, ChartInk::Rating).empty());
    CHECK(std::none_of(tension.texts.begin(), tension.texts.end(),
                       [](const auto& text) { return text.text.find("Salaffi") != std::string::npos; }));
}

TEST_CASE("a scale ends at or above what it must hold, in round steps") {
    for (const double most : {0.0, 0.003, 0.07, 0.9, 1.0, 3.3, 12.0, 99.0, 100.0, 4321.0}) {
        const analysis::Scale scale = analysis::niceScale(most, 4);
        CAPTURE(most);
        CHECK(scale.most >= most);
        CHECK(scale.most / scale.step == Approx(std::round(scale.most / scale.step)));
        CHECK(scale.most / scale.step <= 10.0);
        const double leading = scale.step / std::pow(10.0, std::floor(std::log10(scale.step) + 1e-9));
        CHECK((leading == Approx(1.0) || leading == Approx(2.0) || leading == Approx(5.0)));
    }
}

TEST_CASE("what was treated of a region is that computed by hand, and doses add up") {
    const auto body = test::makeSmallBody();  // thirds of a square metre, the middle vertex four of them
    map::Layer treated(map::LayerKind::Treated, 9);
    map::Place ten, unstated;
    ten.minutes = 10;
    treated.setPlace(1, ten);
    treated.setPlace(2, unstated);
    treated.set(4, map::valueOf(3), 1);  // middle: 4/3 m2 at pressure 3
    treated.set(5, map::valueOf(1), 1);  // left: 1/3 m2 at pressure 1, of the same place
    treated.set(0, map::valueOf(2), 2);  // right: 1/3 m2, minutes not stated
    const auto regions = analysis::measureTreated(body, treated);
    REQUIRE(regions.size() == 3);
    CHECK(regions[0].minutes == 0.0);
    CHECK(regions[0].dose == 0.0);
    CHECK(regions[0].pressure == Approx(2.0));
    CHECK(regions[1].cm2 == Approx(4.0e4 / 3.0));
    CHECK(regions[1].minutes == Approx(8.0));  // four fifths of the place
    CHECK(regions[2].minutes == Approx(2.0));
    // pressure x minutes x area, a square metre being 100 square decimetres
    CHECK(regions[1].dose == Approx(3.0 * 10.0 * 400.0 / 3.0));
    CHECK(regions[2].dose == Approx(1.0 * 10.0 * 100.0 / 3.0));
}

TEST_CASE("skin in the soft edge of a treatment was pressed with the least pressure there is") {
    const auto body = test::makeSmallBody();
    map::Layer treated(map::LayerKind::Treated, 9);
    map::Place ten;
    ten.minutes = 10;
    treated.setPlace(1, ten);
    treated.set(4, map::valueOf(3), 1);    // middle: 4/3 m2 at pressure 3
    treated.set(5, map::kPaintedFrom, 1);  // left: 1/3 m2, half a level
    const auto regions = analysis::measureTreated(body, treated);
    REQUIRE(regions.size() == 2);
    CHECK(regions[1].pressure == Approx(1.0));
    CHECK(regions[1].dose == Approx(1.0 * 10.0 * 100.0 / 3.0));
    CHECK(regions[0].pressure == Approx(3.0));
}

TEST_CASE("a region that is bare on a painted map is a zero, and its load follows from its share and mean") {
    analysis::LayerSample sample{.record = analysis::LayerRecord::Painted, .regions = {}};
    sample.regions.push_back({1, 50.0, 25.0, 6.0, 8.0});
    TimelineVisit there, elsewhere;
    analysis::setValues(there, sample, body::RegionIndex{1}, 10);
    CHECK(there.worst == 8.0);
    CHECK(there.extentPercent == 25.0);
    CHECK(there.loadPercent == Approx(15.0));
    analysis::setValues(elsewhere, sample, body::RegionIndex{2}, 10);
    CHECK(elsewhere.hasValue());
    CHECK(elsewhere.worst == 0.0);
}

TEST_CASE("a dose stands beside the change to the next visit with a map, and what has none is counted") {
    const auto painAt = [](double mean) {
        analysis::LayerSample sample{.record = analysis::LayerRecord::Painted, .regions = {}};
        if (mean > 0.0) sample.regions.push_back({4, 10.0, 10.0, mean, mean});
        return sample;
    };
    const analysis::TreatedRegion treated{4, 100.0, 3.0, 10.0, 30.0}, noMinutes{5, 50.0, 2.0, 0.0, 0.0},
        painless{6, 50.0, 2.0, 5.0, 5.0};
    const std::vector<analysis::DoseVisit> visits{{1, true, painAt(7.0), {treated, noMinutes, painless}},
                                                  {2, false, {}, {treated}},
                                                  {3, true, painAt(4.0), {treated}}};
    const analysis::DoseTable table = analysis::doseAgainstChange(visits);
    REQUIRE(table.points.size() == 1);
    CHECK(table.points[0].from == 1);
    CHECK(table.points[0].to == 3);
    CHECK(table.points[0].change() == Approx(-3.0));
    CHECK(table.withoutMinutes == 1);
    CHECK(table.withoutMaps == 2);  // no map at visit 2, none after visit 3
    CHECK(table.withoutPain == 1);

    const Chart chart = analysis::doseChart(table.points, kSize);
    CHECK(chart.targets.size() == 1);
    REQUIRE(chart.marks.size() == 1);
    CHECK(chart.marks[0].sign == analysis::ChartSign::Minus);
    CHECK(analysis::doseChart({}, kSize).marks.empty());
}

TEST_CASE("a course of pressures speaks of none as the worst") {
    const TimelineVisit visit = visitOn(1, 0, 4);
    for (const std::string& line : analysis::valueTexts(visit, "of the skin", map::LayerKind::Treated))
        CHECK(line.find("Worst") == std::string::npos);
    CHECK(analysis::valueTexts(visit, "of the skin", map::LayerKind::Treated)[0].find("Strongest pressure") ==
          0);
}

TEST_CASE("what the pointer reads at a visit has units, and says what is not known") {
    const auto joined = [](const TimelineVisit& visit) {
        std::string text;
        for (const std::string& line : analysis::valueTexts(visit, "of the skin", map::LayerKind::Pain))
            text += line + "\n";
        return text;
    };
    TimelineVisit visit = visitOn(1, 0, 8);
    visit.treatedCm2 = 120.0;
    CHECK(joined(visit).find("Worst 8.0, mean 4.0") != std::string::npos);
    CHECK(joined(visit).find("cm\u00b2, 1.6 % of the skin") != std::string::npos);
    CHECK(joined(visit).find("minutes not stated") != std::string::npos);
    CHECK(joined(without(1, 0)).find("No map of this layer") != std::string::npos);
    CHECK(joined(visitOn(1, 0, 0)).find("Nothing hurt") != std::string::npos);
    visit.unreadable = true;
    CHECK(joined(visit).find("damaged") != std::string::npos);
}
