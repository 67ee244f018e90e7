#include "core/text.h"
#include "report/number_text.h"
#include "report/paper.h"
#include "report/sheet_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace palpate::report {

namespace {

constexpr double kHeadHeight = 5.4;
constexpr double kRowHeight = 4.6;
constexpr double kBaseline = 3.3;  // of a row
constexpr std::size_t kRows = 6;

using Cells = std::array<std::string, kRows>;

struct Column {
    std::string title;
    Cells cells;
    TextStyle style;
};

Cells labels() {
    return {core::tr("Worst"),          core::tr("Mean"),    core::tr("Area, cm\u00b2"),
            core::tr("Of the skin, %"), core::tr("Load, %"), core::tr("Patches")};
}

// Empty where a measure means nothing: an area to avoid has no level, a treatment no load.
Cells valuesOf(const analysis::LayerMeasures& measures) {
    const bool graded = measures.layer != map::LayerKind::Avoid;
    const bool rated = measures.layer == map::LayerKind::Pain || measures.layer == map::LayerKind::Tension;
    return {graded ? numberText(measures.peak, 0) : "",
            graded ? numberText(measures.mean, 1) : "",
            numberText(measures.extentCm2, 0),
            numberText(measures.extentPercent, 1),
            rated ? numberText(measures.loadPercent, 1) : "",
            std::to_string(measures.clusters)};
}

Cells changesOf(const analysis::Comparison& change) {
    return {signedText(change.peak.change(), 0),        signedText(change.mean.change(), 1),
            signedText(change.extentCm2.change(), 0),   signedText(change.extentPercent.change(), 1),
            signedText(change.loadPercent.change(), 1), ""};
}

// The change is the first layer's. Areas to avoid are no measure: their size stands among the regions.
std::vector<Column> columnsOf(const SheetModel& model) {
    const TextStyle main{10.0, Weight::SemiBold, paper::kInk, Align::Right};
    const TextStyle plain{9.5, Weight::Regular, paper::kInk, Align::Right};
    std::vector<Column> columns;
    for (const LayerRow& row : model.layers) {
        const bool isFirst = columns.empty();
        if (row.layer == map::LayerKind::Avoid && !isFirst) continue;
        columns.push_back({map::layerName(row.layer), valuesOf(row.measures), isFirst ? main : plain});
        if (isFirst && row.change) columns.push_back({core::tr("Change"), changesOf(*row.change), plain});
    }
    return columns;
}

void drawColumn(Canvas& canvas, double right, double top, const Column& column) {
    canvas.text(right, top + 3.2, column.title, paper::aligned(paper::kSmall, Align::Right));
    for (std::size_t i = 0; i < kRows; ++i) {
        canvas.text(right, top + kHeadHeight + kRowHeight * static_cast<double>(i) + kBaseline,
                    column.cells[i], column.style);
    }
}

}  // namespace

void drawSheetMeasures(Canvas& canvas, const Rect& area, const SheetModel& model) {
    constexpr double kLabelWidth = 20.0, kWidestColumn = 15.0, kLineHeight = 3.4;
    const Cells names = labels();
    canvas.text(area.x, area.y + 3.2, core::tr("Measures"), paper::kHeading);
    for (std::size_t i = 0; i < kRows; ++i) {
        const double top = area.y + kHeadHeight + kRowHeight * static_cast<double>(i);
        canvas.line(area.x, top, area.right(), top, paper::kRule, paper::kHairline);
        canvas.text(area.x, top + kBaseline, names[i], paper::kSmall);
    }
    const std::vector<Column> columns = columnsOf(model);
    const double width =
        std::min(kWidestColumn, (area.width - kLabelWidth) / static_cast<double>(columns.size()));
    double right = area.right();
    for (auto column = columns.rbegin(); column != columns.rend(); ++column, right -= width)
        drawColumn(canvas, right, area.y, *column);

    double y = area.y + kHeadHeight + kRowHeight * static_cast<double>(kRows);
    canvas.line(area.x, y, area.right(), y, paper::kRule, paper::kHairline);
    if (model.since.empty()) return;
    for (const std::string& line :
         canvas.wrapped(model.since + ": " + model.verdict, paper::kSmall, area.width, 4)) {
        y += kLineHeight;
        canvas.text(area.x, y, line, paper::kSmall);
    }
}

}  // namespace palpate::report
