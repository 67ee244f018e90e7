#include "report/comparison_picture.h"

#include "analysis/change_verdict.h"
#include "analysis/skin_area.h"
#include "core/text.h"
#include "report/body_panel.h"
#include "report/date_text.h"
#include "report/legend.h"
#include "report/level_marks.h"
#include "report/number_text.h"
#include "report/paper.h"

#include <algorithm>
#include <span>

namespace palpate::report {

namespace {

// Millimetres of an imagined page; type is set in points of it.
constexpr double kPageHeight = 170.0;
constexpr double kSideBySideWidth = 240.0, kDifferenceWidth = 150.0;  // at least
constexpr double kMargin = 8.0;
constexpr double kHeaderHeight = 16.5;
constexpr double kFooterHeight = 22.0;
constexpr double kLegendWidth = 73.0;
constexpr double kPanelTitle = 7.0;

struct Page {
    Canvas canvas;
    Rect area;  // within the margins
    double pixelsPerMillimetre;
};

Page makePage(int width, int height, double leastWidth, const Fonts& fonts) {
    const double perMillimetre = std::min(width / leastWidth, height / kPageHeight);
    return {Canvas(width, height, perMillimetre, fonts),
            {kMargin, kMargin, width / perMillimetre - 2.0 * kMargin, height / perMillimetre - 2.0 * kMargin},
            perMillimetre};
}

void drawHeader(Page& page, const ComparisonModel& model) {
    const Rect& area = page.area;
    const TextStyle title{14.0, Weight::SemiBold, paper::kInk, Align::Left};
    page.canvas.text(area.x, area.y + 4.4, page.canvas.elided(model.title, title, area.width), title);
    const std::string sentence = model.verdict + " " + model.caution;
    double y = area.y + 9.8;
    for (const std::string& line : page.canvas.wrapped(sentence, paper::kSmall, area.width, 2)) {
        page.canvas.text(area.x, y, line, paper::kSmall);
        y += 3.6;
    }
}

struct Line {
    std::string label, values, change;
};

// A side that is not recorded has no numbers, and then there is no change either.
Line lineOf(const char* label, const analysis::Change& change, int decimals, const char* unit,
            const analysis::RecordedPair& recorded) {
    const auto side = [&](double value, analysis::LayerRecord record) {
        return record == analysis::LayerRecord::NotRecorded ? std::string("\u2013")
                                                            : numberText(value, decimals);
    };
    return {label,
            core::trf("{0} \u2192 {1}{2}",
                      {side(change.from, recorded.from), side(change.to, recorded.to), unit}),
            recorded.isComparable() ? changeText(change, decimals) : std::string()};
}

std::vector<Line> measureLines(const ComparisonModel& model) {
    const analysis::Comparison& measures = model.measures;
    const bool treated = model.layer == map::LayerKind::Treated;
    std::vector<Line> lines;
    if (map::highestLevel(model.layer) > 1) {
        lines.push_back(lineOf(treated ? core::tr("Strongest pressure") : core::tr("Worst"), measures.peak, 0,
                               "", model.recorded));
        lines.push_back(lineOf(treated ? core::tr("Mean pressure") : core::tr("Mean"), measures.mean, 1, "",
                               model.recorded));
    }
    lines.push_back(lineOf(treated ? core::tr("Area treated") : core::tr("Area"), measures.extentCm2, 0,
                           " cm\u00b2", model.recorded));
    if (model.recorded.isComparable())
        lines.push_back({core::tr("Overlap (Jaccard)"), numberText(measures.jaccard, 2), ""});
    return lines;
}

void drawMeasures(Canvas& canvas, const Rect& area, const ComparisonModel& model) {
    double y = area.y + 3.2;
    for (const Line& line : measureLines(model)) {
        canvas.text(area.x, y, line.label, paper::kSmall);
        canvas.text(area.right() - 13.0, y, line.values,
                    paper::aligned(paper::coloured(paper::kSmall, paper::kInk), Align::Right));
        canvas.text(area.right(), y, line.change, {8.0, Weight::SemiBold, paper::kInk, Align::Right});
        y += 4.9;
    }
}

// The space between header and footer.
Rect panelArea(const Rect& area) {
    return {area.x, area.y + kHeaderHeight, area.width, area.height - kHeaderHeight - kFooterHeight - 2.0};
}

double scaleThatFits(const Rect& frame, const ComparisonModel& model) {
    const glm::dvec2 size = sizeInView(model.view, model.bounds);
    return std::min(frame.width / size.x, frame.height / size.y);
}

core::Result<void> drawPanel(Page& page, const Rect& area, const ComparisonModel& model,
                             const std::string& title, const std::vector<LevelMark>* marks,
                             const PictureSource& picture) {
    const Rect frame{area.x, area.y + kPanelTitle, area.width, area.height - kPanelTitle};
    const BodyPanel panel{model.view, model.bounds, scaleThatFits(frame, model), page.pixelsPerMillimetre,
                          marks};
    if (auto drawn = drawBodyPanel(page.canvas, frame, panel, picture); !drawn) return drawn;
    page.canvas.text(area.x + 0.5 * area.width, area.y + 3.4,
                     page.canvas.elided(title, paper::kHeading, area.width),
                     paper::aligned(paper::kHeading, Align::Centre));
    return {};
}

void drawLayerKey(Canvas& canvas, const Rect& area, map::LayerKind layer) {
    if (layer == map::LayerKind::Pain) {
        drawPainLegend(canvas, area.x, area.y, area.width);
    } else {
        drawLayerLegend(canvas, area.x, area.y, area.width, std::span(&layer, 1));
    }
}

void drawFooter(Page& page, const ComparisonModel& model, bool isDifference) {
    const Rect& area = page.area;
    const double top = area.bottom() - kFooterHeight;
    page.canvas.line(area.x, top - 1.0, area.right(), top - 1.0, paper::kRule, paper::kHairline);
    const double measures = std::min(62.0, area.width - kLegendWidth - 6.0);
    const Rect legend{area.x, top + 1.0,
                      std::min(kLegendWidth + (isDifference ? 0.0 : 8.0), area.width - measures - 6.0), 18.0};
    if (isDifference) {
        drawChangeLegend(page.canvas, legend.x, legend.y, legend.width, model.layer);
    } else {
        drawLayerKey(page.canvas, legend, model.layer);
    }
    drawMeasures(page.canvas, {area.right() - measures, top + 1.0, measures, 18.0}, model);
}

const char* seenFrom(body::StandardView view) {
    switch (view) {
        case body::StandardView::Front:
            return core::tr("from the front");
        case body::StandardView::Back:
            return core::tr("from the back");
        case body::StandardView::Left:
            return core::tr("from the left");
        case body::StandardView::Right:
            return core::tr("from the right");
        case body::StandardView::Top:
            return core::tr("from above");
        case body::StandardView::Soles:
            break;
    }
    return core::tr("from below");
}

std::string visitText(const clinic::Visit& visit) {
    return core::trf("Visit {0}, {1}", {std::to_string(visit.number), longDate(visit.at)});
}

}  // namespace

ComparisonModel makeComparisonModel(const ComparisonInput& input) {
    const double scale = analysis::areaScale(input.client.heightCm, input.client.weightKg, input.body.mesh());
    const map::Layer& from = input.from.layer(input.layer);
    const map::Layer& to = input.to.layer(input.layer);
    const body::Camera camera = body::standardCamera(input.view, input.body.mesh().bounds(), 1.0F);
    ComparisonModel model;
    model.title = core::trf("{0} \u00b7 {1}, {2}",
                            {input.client.code, map::layerName(input.layer), seenFrom(input.view)});
    model.from = visitText(input.fromVisit);
    model.to = visitText(input.toVisit);
    model.caution = core::tr("R and L are the person's own. Not a diagnosis.");
    model.layer = input.layer;
    model.view = input.view;
    model.bounds = input.body.mesh().bounds();
    model.measures = analysis::compare(input.body, from, to, scale);
    model.recorded = input.recorded;
    model.verdict = analysis::judge(model.measures, model.recorded, &input.body.atlas()).why;
    model.marksFrom = levelMarks(input.body, from, camera);
    model.marksTo = levelMarks(input.body, to, camera);
    return model;
}

core::Result<image::Image> drawSideBySide(const ComparisonModel& model, int width, int height,
                                          const PictureSource& from, const PictureSource& to,
                                          const std::filesystem::path& resourceFolder) {
    const auto fonts = Fonts::load(resourceFolder);
    if (!fonts) return fonts.error();
    Page page = makePage(width, height, kSideBySideWidth, *fonts);
    drawHeader(page, model);
    const Rect area = panelArea(page.area);
    const double half = 0.5 * (area.width - 4.0);
    const Rect left{area.x, area.y, half, area.height};
    const Rect right{area.right() - half, area.y, half, area.height};
    if (auto drawn = drawPanel(page, left, model, model.from, &model.marksFrom, from); !drawn)
        return drawn.error();
    if (auto drawn = drawPanel(page, right, model, model.to, &model.marksTo, to); !drawn)
        return drawn.error();
    drawFooter(page, model, false);
    return page.canvas.image();
}

core::Result<image::Image> drawDifference(const ComparisonModel& model, int width, int height,
                                          const PictureSource& difference,
                                          const std::filesystem::path& resourceFolder) {
    const auto fonts = Fonts::load(resourceFolder);
    if (!fonts) return fonts.error();
    Page page = makePage(width, height, kDifferenceWidth, *fonts);
    drawHeader(page, model);
    const std::string title = core::trf("{0} compared with {1}", {model.to, model.from});
    if (auto drawn = drawPanel(page, panelArea(page.area), model, title, nullptr, difference); !drawn)
        return drawn.error();
    drawFooter(page, model, true);
    return page.canvas.image();
}

}  // namespace palpate::report
