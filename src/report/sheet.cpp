#include "report/sheet.h"

#include "core/text.h"
#include "core/version.h"
#include "report/legend.h"
#include "report/paper.h"
#include "report/sheet_parts.h"

#include <vector>

namespace palpate::report {

namespace {

// Millimetres on A4 landscape. The bodies come first: they take the width of the page, and what explains them
// stands in three columns below.
constexpr double kPageWidth = 297.0;
constexpr double kPageHeight = 210.0;
constexpr double kMargin = 13.0;
constexpr double kHeaderHeight = 16.5;
constexpr double kFooterHeight = 4.6;
constexpr double kBandHeight = 53.0;
constexpr double kLegendWidth = 58.0;
constexpr double kMeasuresWidth = 58.0;
constexpr double kGutter = 7.5;
constexpr double kAir = 2.5;  // between parts one above the other
constexpr double kPixelsPerMillimetre = kSheetWidth / kPageWidth;

std::vector<map::LayerKind> layersOf(const SheetModel& model) {
    std::vector<map::LayerKind> layers;
    for (const LayerRow& row : model.layers) {
        if (row.measures.extentCm2 > 0.0) layers.push_back(row.layer);
    }
    return layers;
}

void drawBand(Canvas& canvas, const Rect& area, const SheetModel& model) {
    const double legend = drawPainLegend(canvas, area.x, area.y, kLegendWidth, model.blackAndWhite);
    drawLayerLegend(canvas, area.x, area.y + legend, kLegendWidth, layersOf(model), model.blackAndWhite);
    const double measures = area.x + kLegendWidth + kGutter;
    drawSheetMeasures(canvas, {measures, area.y, kMeasuresWidth, area.height}, model);
    const double regions = measures + kMeasuresWidth + kGutter;
    drawSheetRegions(canvas, {regions, area.y, area.right() - regions, area.height}, model);
}

}  // namespace

core::Result<image::Image> drawSheet(const SheetModel& model, const PictureSource& picture,
                                     const std::filesystem::path& resourceFolder) {
    const auto fonts = Fonts::load(resourceFolder);
    if (!fonts) return fonts.error();
    Canvas canvas(kSheetWidth, kSheetHeight, kPixelsPerMillimetre, *fonts);

    const Rect page{kMargin, kMargin, kPageWidth - 2.0 * kMargin, kPageHeight - 2.0 * kMargin};
    drawSheetHeader(canvas, {page.x, page.y, page.width, kHeaderHeight}, model);
    drawSheetFooter(canvas, {page.x, page.bottom() - kFooterHeight, page.width, kFooterHeight}, model);
    const double top = page.y + kHeaderHeight + kAir;
    const double band = page.bottom() - kFooterHeight - kAir - kBandHeight;
    if (auto drawn =
            drawSheetViews(canvas, {page.x, top, page.width, band - 2.0 * kAir - top}, model, picture);
        !drawn)
        return drawn.error();
    drawBand(canvas, {page.x, band, page.width, kBandHeight}, model);
    return canvas.image();
}

image::PngNotes sheetNotes() {
    image::PngNotes notes;
    notes.dotsPerInch = kSheetDotsPerInch;
    notes.texts.push_back({"Software", std::string("Palpate ") + core::version()});
    notes.texts.push_back({"Title", core::tr("Body map")});
    return notes;
}

void drawSheetHeader(Canvas& canvas, const Rect& area, const SheetModel& model) {
    constexpr double kFirstLine = 6.6, kSecondLine = 12.8, kRightPart = 70.0;
    const double room = area.width - kRightPart;
    const TextStyle mark{13.0, Weight::SemiBold, paper::kAccent, Align::Right};
    const std::string facts = model.visit + "  \u00b7  " + model.when + "  \u00b7  " + model.paintedBy;
    canvas.text(area.x, area.y + kFirstLine, canvas.elided(model.client, paper::kTitle, room), paper::kTitle);
    canvas.text(area.x, area.y + kSecondLine, canvas.elided(facts, paper::kBodyDim, room), paper::kBodyDim);
    canvas.text(area.right(), area.y + kFirstLine, core::tr("Body map"), mark);
    canvas.text(area.right(), area.y + kSecondLine, model.caution,
                paper::aligned(paper::kBodyDim, Align::Right));
    canvas.line(area.x, area.bottom(), area.right(), area.bottom(), paper::kRule, 0.35);
}

void drawSheetFooter(Canvas& canvas, const Rect& area, const SheetModel& model) {
    canvas.line(area.x, area.y, area.right(), area.y, paper::kRule, paper::kHairline);
    canvas.text(area.x, area.bottom(),
                core::tr("R and L, and every left and right in words, are the person's own."), paper::kSmall);
    canvas.text(area.right(), area.bottom(), model.madeWith, paper::aligned(paper::kSmall, Align::Right));
}

}  // namespace palpate::report
