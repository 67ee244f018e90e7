#include "report/body_panel.h"
#include "report/paper.h"
#include "report/sheet_parts.h"

#include <algorithm>

namespace palpate::report {

namespace {

constexpr double kTitleHeight = 5.0;
constexpr double kGap = 3.0;  // between two views, at least
constexpr double kPixelsPerMillimetre = kSheetDotsPerInch / 25.4;

double gaps(double gap) {
    return gap * static_cast<double>(kSheetViews.size() - 1);
}

// Metres of all views side by side, and of the highest.
glm::dvec2 totalSize(const body::Box& bounds) {
    glm::dvec2 total(0.0);
    for (const body::StandardView view : kSheetViews) {
        const glm::dvec2 size = sizeInView(view, bounds);
        total = {total.x + size.x, std::max(total.y, size.y)};
    }
    return total;
}

}  // namespace

core::Result<void> drawSheetViews(Canvas& canvas, const Rect& area, const SheetModel& model,
                                  const PictureSource& picture) {
    const glm::dvec2 total = totalSize(model.bounds);
    const double room = area.height - kTitleHeight;
    const double scale = std::min((area.width - gaps(kGap)) / total.x, room / total.y);
    // A page wider than the bodies need leaves the same space between and beside them.
    const double spare = area.width - total.x * scale;
    const double gap = spare / (static_cast<double>(kSheetViews.size()) + 1.0);
    const double top = area.y + kTitleHeight + 0.5 * (room - total.y * scale);
    double x = area.x + gap;
    for (std::size_t i = 0; i < kSheetViews.size(); ++i) {
        const Rect frame{x, top, sizeInView(kSheetViews[i], model.bounds).x * scale, total.y * scale};
        const BodyPanel panel{kSheetViews[i],       model.bounds,    scale,
                              kPixelsPerMillimetre, &model.marks[i], &model.pins[i],
                              model.blackAndWhite};
        if (auto drawn = drawBodyPanel(canvas, frame, panel, picture); !drawn) return drawn;
        canvas.text(x + 0.5 * frame.width, top - 1.4, body::standardViewName(kSheetViews[i]),
                    paper::aligned(paper::kHeading, Align::Centre));
        x += frame.width + gap;
    }
    const bool hasPins =
        std::any_of(model.pins.begin(), model.pins.end(), [](const auto& p) { return !p.empty(); });
    if (hasPins) drawPinKey(canvas, area.x, area.bottom() - 9.0);
    drawScaleBar(canvas, area.x, area.bottom() - 2.5, scale);
    return {};
}

}  // namespace palpate::report
