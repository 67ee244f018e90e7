#include "core/text.h"
#include "report/number_text.h"
#include "report/paper.h"
#include "report/sheet_parts.h"

#include <array>
#include <string>

namespace palpate::report {

namespace {

constexpr double kHeadHeight = 5.2;
constexpr double kRowHeight = 6.6;
constexpr double kChangeHeight = 5.2;
constexpr double kVerdictHeight = 4.6;
constexpr double kLabelWidth = 62.0;
constexpr std::size_t kColumns = 6;

using Cells = std::array<std::string, kColumns>;

Cells heads() {
    return {core::tr("Worst"),       core::tr("Mean"), core::tr("Area"),
            core::tr("Of the skin"), core::tr("Load"), core::tr("Patches")};
}

Cells valuesOf(const analysis::LayerMeasures& measures) {
    const bool graded = measures.layer != map::LayerKind::Avoid;
    const bool rated = measures.layer == map::LayerKind::Pain || measures.layer == map::LayerKind::Tension;
    return {graded ? numberText(measures.peak, 0) : "",
            graded ? numberText(measures.mean, 1) : "",
            core::trf("{0} cm\u00b2", {numberText(measures.extentCm2, 0)}),
            core::trf("{0} %", {numberText(measures.extentPercent, 1)}),
            rated ? core::trf("{0} %", {numberText(measures.loadPercent, 1)}) : "",
            std::to_string(measures.clusters)};
}

Cells changesOf(const analysis::Comparison& change) {
    return {signedText(change.peak.change(), 0),
            signedText(change.mean.change(), 1),
            core::trf("{0} cm\u00b2", {signedText(change.extentCm2.change(), 0)}),
            core::trf("{0} %", {signedText(change.extentPercent.change(), 1)}),
            core::trf("{0} %", {signedText(change.loadPercent.change(), 1)}),
            ""};
}

void drawCells(Canvas& canvas, const Rect& area, double baseline, const Cells& cells,
               const TextStyle& style) {
    const double width = (area.width - kLabelWidth) / static_cast<double>(kColumns);
    for (std::size_t i = 0; i < kColumns; ++i) {
        canvas.text(area.x + kLabelWidth + static_cast<double>(i + 1) * width, baseline, cells[i],
                    paper::aligned(style, Align::Right));
    }
}

}  // namespace

double sheetMeasuresHeight(const SheetModel& model) {
    double height = kHeadHeight + kRowHeight * static_cast<double>(model.layers.size());
    if (!model.since.empty()) height += kChangeHeight + kVerdictHeight;
    return height;
}

void drawSheetMeasures(Canvas& canvas, const Rect& area, const SheetModel& model) {
    double y = area.y;
    drawCells(canvas, area, y + 3.0, heads(), paper::kSmall);
    y += kHeadHeight;
    for (const LayerRow& row : model.layers) {
        canvas.line(area.x, y - 0.6, area.right(), y - 0.6, paper::kRule, paper::kHairline);
        canvas.text(area.x, y + 4.4, map::layerName(row.layer), paper::kHeading);
        drawCells(canvas, area, y + 4.4, valuesOf(row.measures),
                  {12.0, Weight::SemiBold, paper::kInk, Align::Right});
        y += kRowHeight;
        if (row.layer != map::LayerKind::Pain || !row.change) continue;
        canvas.text(area.x, y + 2.6, canvas.elided(model.since, paper::kSmall, kLabelWidth), paper::kSmall);
        drawCells(canvas, area, y + 2.6, changesOf(*row.change),
                  {9.0, Weight::Regular, paper::kDim, Align::Right});
        y += kChangeHeight;
    }
    if (!model.verdict.empty())
        canvas.text(area.x, y + 2.8, canvas.elided(model.verdict, paper::kSmall, area.width), paper::kSmall);
}

}  // namespace palpate::report
