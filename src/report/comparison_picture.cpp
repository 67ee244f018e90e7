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
#include "report/two_maps.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <span>

namespace palpate::report {

namespace {

// Millimetres of an imagined page; type is set in points of it.
constexpr double kPageHeight = 170.0;
constexpr double kSideBySideWidth = 240.0, kOneBodyWidth = 150.0;  // at least
constexpr double kMargin = 8.0;
constexpr double kHeaderHeight = 24.0;
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
    const TextStyle faint = paper::coloured(paper::kSmall, paper::kDim);
    for (const std::string& line : page.canvas.wrapped(model.limits, faint, area.width, 2)) {
        page.canvas.text(area.x, y, line, faint);
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
                          marks,      nullptr,      model.blackAndWhite};
    if (auto drawn = drawBodyPanel(page.canvas, frame, panel, picture); !drawn) return drawn;
    page.canvas.text(area.x + 0.5 * area.width, area.y + 3.4,
                     page.canvas.elided(title, paper::kHeading, area.width),
                     paper::aligned(paper::kHeading, Align::Centre));
    return {};
}

void drawLayerKey(Canvas& canvas, const Rect& area, map::LayerKind layer, bool blackAndWhite) {
    if (layer == map::LayerKind::Pain) {
        drawPainLegend(canvas, area.x, area.y, area.width, blackAndWhite);
    } else {
        drawLayerLegend(canvas, area.x, area.y, area.width, std::span(&layer, 1), blackAndWhite);
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
        drawChangeLegend(page.canvas, legend.x, legend.y, legend.width, model.layer, model.blackAndWhite);
    } else {
        drawLayerKey(page.canvas, legend, model.layer, model.blackAndWhite);
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

// The space that one body has on a page.
struct OneBody {
    Rect area, frame;  // with its title, without
    BodyPanel panel;
};

OneBody oneBodyOf(const Page& page, const ComparisonModel& model) {
    const Rect area = panelArea(page.area);
    const Rect frame{area.x, area.y + kPanelTitle, area.width, area.height - kPanelTitle};
    return {area,
            frame,
            {model.view, model.bounds, scaleThatFits(frame, model), page.pixelsPerMillimetre, nullptr,
             nullptr, model.blackAndWhite}};
}

core::Result<void> drawOneBody(Page& page, const OneBody& body, const std::vector<LevelMark>* marks,
                               const PictureSource& picture) {
    BodyPanel panel = body.panel;
    panel.marks = marks;
    return drawBodyPanel(page.canvas, body.frame, panel, picture);
}

// Of each map those numbers that stand on its side of the line.
std::vector<LevelMark> wipedMarks(const ComparisonModel& model, const OneBody& body, double share) {
    const body::Camera camera = cameraOf(body.panel, body.frame);
    const glm::vec2 size(static_cast<float>(body.frame.width), static_cast<float>(body.frame.height));
    const auto isLeft = [&](const LevelMark& mark) {
        return static_cast<double>(camera.project(mark.position, size).x) < share * body.frame.width;
    };
    std::vector<LevelMark> marks;
    std::copy_if(model.marksFrom.begin(), model.marksFrom.end(), std::back_inserter(marks), isLeft);
    std::copy_if(model.marksTo.begin(), model.marksTo.end(), std::back_inserter(marks), std::not_fn(isLeft));
    return marks;
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
    model.blackAndWhite = input.blackAndWhite;
    model.view = input.view;
    model.bounds = input.body.mesh().bounds();
    model.measures = analysis::compare(input.body, from, to, scale, input.rules.tolerance);
    model.recorded = input.recorded;
    model.verdict =
        analysis::judge(model.measures, model.recorded, &input.body.atlas(), input.rules.limits).text();
    if (model.recorded.isComparable()) model.limits = analysis::limitsText(model.measures, input.rules);
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
    Page page = makePage(width, height, kOneBodyWidth, *fonts);
    drawHeader(page, model);
    const std::string title = core::trf("{0} compared with {1}", {model.to, model.from});
    if (auto drawn = drawPanel(page, panelArea(page.area), model, title, nullptr, difference); !drawn)
        return drawn.error();
    drawFooter(page, model, true);
    return page.canvas.image();
}

core::Result<image::Image> drawWipe(const ComparisonModel& model, int width, int height,
                                    const PictureSource& from, const PictureSource& to, double share,
                                    const std::filesystem::path& resourceFolder) {
    const auto fonts = Fonts::load(resourceFolder);
    if (!fonts) return fonts.error();
    Page page = makePage(width, height, kOneBodyWidth, *fonts);
    drawHeader(page, model);
    const OneBody body = oneBodyOf(page, model);
    const double line = body.frame.x + share * body.frame.width;
    const std::vector<LevelMark> marks = wipedMarks(model, body, share);
    if (auto drawn = drawOneBody(page, body, &marks, wipedPictures(from, to, share)); !drawn)
        return drawn.error();
    page.canvas.line(line, body.frame.y, line, body.frame.bottom(), {255, 255, 255, 255}, 1.1);
    page.canvas.line(line, body.frame.y, line, body.frame.bottom(), paper::kInk, 0.5);
    const double y = body.area.y + 3.4, half = 0.5 * body.area.width - 2.0;
    page.canvas.text(body.area.x, y,
                     page.canvas.elided(core::trf("Left: {0}", {model.from}), paper::kHeading, half),
                     paper::kHeading);
    page.canvas.text(body.area.right(), y,
                     page.canvas.elided(core::trf("Right: {0}", {model.to}), paper::kHeading, half),
                     paper::aligned(paper::kHeading, Align::Right));
    drawFooter(page, model, false);
    return page.canvas.image();
}

core::Result<image::Image> drawOnion(const ComparisonModel& model, int width, int height,
                                     const PictureSource& from, const PictureSource& to, double share,
                                     const std::filesystem::path& resourceFolder) {
    const auto fonts = Fonts::load(resourceFolder);
    if (!fonts) return fonts.error();
    Page page = makePage(width, height, kOneBodyWidth, *fonts);
    drawHeader(page, model);
    const OneBody body = oneBodyOf(page, model);
    std::vector<LevelMark> marks = model.marksTo;
    for (LevelMark mark : model.marksFrom) {
        mark.text = "(" + mark.text + ")";
        marks.push_back(std::move(mark));
    }
    if (auto drawn = drawOneBody(page, body, &marks, blendedPictures(from, to, share)); !drawn)
        return drawn.error();
    // A line for each map: beside each other they do not fit into a narrow picture.
    const std::array titles{core::trf("{0}: dotted line, numbers in brackets", {model.from}),
                            core::trf("{0}: whole line", {model.to})};
    double y = body.area.y + 2.6;
    for (const std::string& title : titles) {
        page.canvas.text(body.area.x + 0.5 * body.area.width, y,
                         page.canvas.elided(title, paper::kHeading, body.area.width),
                         paper::aligned(paper::kHeading, Align::Centre));
        y += 3.6;
    }
    drawFooter(page, model, false);
    return page.canvas.image();
}

}  // namespace palpate::report
