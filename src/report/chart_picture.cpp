#include "analysis/timeline_chart.h"
#include "core/text.h"
#include "report/canvas.h"
#include "report/paper.h"
#include "report/timeline_report.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace palpate::report {

namespace {

using analysis::Chart;
using analysis::ChartInk;
using analysis::ChartMark;
using analysis::ChartSign;

// A page 240 mm wide: its text is 8 points at the least.
constexpr double kPageWidth = 240.0;
constexpr double kMargin = 8.0;
constexpr double kEm = 8.0 * 25.4 / 72.0 * 1.1;  // millimetres: the height of a line of that text

Colour colourOf(ChartInk ink) {
    switch (ink) {
        case ChartInk::Text:
            return paper::kInk;
        case ChartInk::Dim:
            return paper::kDim;
        case ChartInk::Rule:
            return paper::kRule;
        case ChartInk::Axis:
            return paper::kFaint;
        case ChartInk::Chosen:
            return paper::kAccent;
        case ChartInk::Worst:
            return {0xB2, 0x3A, 0x1E, 255};
        case ChartInk::Mean:
            return {0x00, 0x44, 0x88, 255};
        case ChartInk::Extent:
            return {0x1F, 0x5F, 0x74, 255};
        case ChartInk::Load:
            return {0x9A, 0x6A, 0x00, 255};
        case ChartInk::Treated:
            return {0x0E, 0x60, 0x54, 255};
        case ChartInk::Rating:
            return {0x6D, 0x3A, 0x9C, 255};
        case ChartInk::Left:
            return {0x1B, 0x5E, 0x9B, 255};
        case ChartInk::Right:
            return {0x8A, 0x4B, 0x08, 255};
        case ChartInk::Better:
            return {0x03, 0x55, 0x7B, 255};
        case ChartInk::Worse:
            return {0x90, 0x2F, 0x1C, 255};
    }
    return paper::kInk;
}

void drawMark(Canvas& canvas, double x, double y, const ChartMark& mark) {
    const Colour ink = colourOf(mark.ink);
    const double r = mark.radius, thick = 0.4 * r;
    switch (mark.sign) {
        case ChartSign::Disc:
            return canvas.disc(x, y, r, ink);
        case ChartSign::Ring:
            canvas.disc(x, y, r, paper::kWhite);
            return canvas.ring(x, y, r, ink, thick);
        case ChartSign::Square:
            return canvas.fill({x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r}, ink);
        case ChartSign::Triangle:
            return canvas.polygon(
                {{x, y - 1.15 * r}, {x + 1.1 * r, y + 0.85 * r}, {x - 1.1 * r, y + 0.85 * r}}, ink);
        case ChartSign::Diamond:
            return canvas.polygon({{x, y - 1.2 * r}, {x + 1.2 * r, y}, {x, y + 1.2 * r}, {x - 1.2 * r, y}},
                                  ink);
        case ChartSign::Cross:
            canvas.line(x - r, y - r, x + r, y + r, ink, thick);
            return canvas.line(x - r, y + r, x + r, y - r, ink, thick);
        case ChartSign::Plus:
            canvas.line(x - r, y, x + r, y, ink, thick);
            return canvas.line(x, y - r, x, y + r, ink, thick);
        case ChartSign::Minus:
            return canvas.line(x - r, y, x + r, y, ink, thick);
    }
}

void drawChart(Canvas& canvas, const Rect& area, const Chart& chart) {
    for (const analysis::ChartBox& box : chart.boxes) {
        Colour face = colourOf(box.ink);
        face.a = static_cast<std::uint8_t>(std::lround(255.0 * box.strength));
        canvas.fill({area.x + box.x, area.y + box.y, box.width, box.height}, face);
    }
    for (const analysis::ChartLine& line : chart.lines) {
        canvas.line(area.x + line.from.x, area.y + line.from.y, area.x + line.to.x, area.y + line.to.y,
                    colourOf(line.ink), std::max(line.width, paper::kHairline));
    }
    for (const ChartMark& mark : chart.marks)
        drawMark(canvas, area.x + mark.at.x, area.y + mark.at.y, mark);
    for (const analysis::ChartText& text : chart.texts) {
        TextStyle style = paper::coloured(paper::kSmall, colourOf(text.ink));
        style.weight = text.strong ? Weight::SemiBold : Weight::Regular;
        style.align = text.align == 0.0 ? Align::Left : text.align == 0.5 ? Align::Centre : Align::Right;
        canvas.text(area.x + text.at.x, area.y + text.at.y + 0.5 * Canvas::capHeight(style), text.text,
                    style);
    }
}

using MakeChart = std::function<Chart(const analysis::ChartSize&)>;

core::Result<image::Image> drawPage(const std::string& title, const char* below, int width, int height,
                                    const std::filesystem::path& resourceFolder, const MakeChart& make) {
    const auto fonts = Fonts::load(resourceFolder);
    if (!fonts) return fonts.error();
    const double perMillimetre = width / kPageWidth;
    Canvas canvas(width, height, perMillimetre, *fonts);
    const double pageHeight = height / perMillimetre;
    const TextStyle heading{13.0, Weight::SemiBold, paper::kInk, Align::Left};
    const double room = kPageWidth - 2.0 * kMargin;
    canvas.text(kMargin, kMargin + 4.0, canvas.elided(title, heading, room), heading);
    canvas.text(kMargin, pageHeight - kMargin + 1.0, canvas.elided(below, paper::kSmall, room),
                paper::kSmall);
    const Rect area{kMargin, kMargin + 9.0, room, pageHeight - 2.0 * kMargin - 13.0};
    drawChart(canvas, area, make({area.width, area.height, kEm}));
    return canvas.image();
}

std::string titleOf(const body::BodyModel& body, const TimelineScope& scope) {
    const bool client = scope.author == clinic::Author::Client;
    return core::trf(client ? "{0} \u00b7 {1} \u00b7 {2} \u00b7 the client's maps"
                            : "{0} \u00b7 {1} \u00b7 {2} \u00b7 the therapist's maps",
                     {scope.client, map::layerName(scope.layer),
                      scope.region ? body.atlas().region(*scope.region).name : core::tr("the whole body")});
}

}  // namespace

core::Result<image::Image> drawTimeline(const body::BodyModel& body, const TimelineScope& scope,
                                        std::span<const analysis::TimelineVisit> visits, int width,
                                        int height, const std::filesystem::path& resourceFolder) {
    const analysis::TimelineLook look{.highest = map::highestLevel(scope.layer),
                                      .rated = scope.layer == map::LayerKind::Pain,
                                      .ofPressure = scope.layer == map::LayerKind::Treated,
                                      .ofRegion = scope.region.has_value(),
                                      .motion = scope.motion};
    return drawPage(
        titleOf(body, scope),
        scope.author == clinic::Author::Client
            ? core::tr("A visit without a map is a gap, marked with a cross. Self-reported; not a diagnosis.")
            : core::tr("A visit without a map is a gap, marked with a cross. Therapist's rating; not a "
                       "diagnosis."),
        width, height, resourceFolder,
        [&](const analysis::ChartSize& size) { return analysis::timelineChart(visits, look, size); });
}

core::Result<image::Image> drawDoses(const body::BodyModel& body, const TimelineScope& scope,
                                     std::span<const analysis::DosePoint> points, int width, int height,
                                     const std::filesystem::path& resourceFolder) {
    return drawPage(core::trf("{0} \u00b7 treatment beside change", {titleOf(body, scope)}),
                    core::tr("Observation, not proof: pain changes for many reasons, and what hurts more is "
                             "treated more."),
                    width, height, resourceFolder,
                    [&](const analysis::ChartSize& size) { return analysis::doseChart(points, size); });
}

}  // namespace palpate::report
