#include "core/text.h"
#include "report/legend.h"
#include "report/paper.h"
#include "report/sheet_parts.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace palpate::report {

namespace {

constexpr std::size_t kMostRows = 10;
constexpr double kNameHeight = 6.2;  // of a row, and of the line below it
constexpr double kDetailHeight = 3.4;
constexpr double kHeadHeight = 6.6;
constexpr double kChipWidth = 7.4, kChipHeight = 4.6, kChipPitch = 9.4;
constexpr double kAreaWidth = 10.0;

// The layers that a chip with a number stands for: those rated 0 to 10.
std::vector<map::LayerKind> chipLayers(const SheetModel& model) {
    std::vector<map::LayerKind> layers{map::LayerKind::Pain};
    const auto index = static_cast<std::size_t>(map::LayerKind::Tension);
    const bool tension = std::any_of(model.regions.begin(), model.regions.end(),
                                     [index](const RegionRow& row) { return row.peaks[index].has_value(); });
    if (tension) layers.push_back(map::LayerKind::Tension);
    return layers;
}

void drawChip(Canvas& canvas, double x, double y, map::LayerKind layer, double level) {
    canvas.fill({x, y, kChipWidth, kChipHeight}, levelColour(layer, level), 1.1);
    const TextStyle digit{9.0, Weight::SemiBold, digitColour(layer, level), Align::Centre};
    canvas.text(x + 0.5 * kChipWidth, y + 0.5 * (kChipHeight + Canvas::capHeight(digit)),
                std::to_string(std::lround(level)), digit);
}

double chipsLeft(const Rect& area, std::size_t chips) {
    return area.right() - kAreaWidth - kChipPitch * static_cast<double>(chips);
}

void drawHead(Canvas& canvas, const Rect& area, const std::vector<map::LayerKind>& chips) {
    canvas.text(area.x, area.y + 3.2, core::tr("Regions"), paper::kHeading);
    const double left = chipsLeft(area, chips.size());
    for (std::size_t i = 0; i < chips.size(); ++i) {
        canvas.text(left + kChipPitch * static_cast<double>(i) + 0.5 * kChipWidth, area.y + 3.2,
                    map::layerName(chips[i]), paper::aligned(paper::kSmall, Align::Centre));
    }
    canvas.text(area.right(), area.y + 3.2, "cm\u00b2", paper::aligned(paper::kSmall, Align::Right));
}

double heightOf(const RegionRow& row) {
    return row.detail.empty() ? kNameHeight : kNameHeight + kDetailHeight;
}

void drawRow(Canvas& canvas, const Rect& area, const RegionRow& row,
             const std::vector<map::LayerKind>& chips) {
    constexpr double kBaseline = 4.2;
    const double left = chipsLeft(area, chips.size());
    canvas.line(area.x, area.y, area.right(), area.y, paper::kRule, paper::kHairline);
    canvas.text(area.x, area.y + kBaseline, canvas.elided(row.name, paper::kBody, left - area.x - 2.0),
                paper::kBody);
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const auto level = row.peaks[static_cast<std::size_t>(chips[i])];
        if (level)
            drawChip(canvas, left + kChipPitch * static_cast<double>(i), area.y + 0.8, chips[i], *level);
    }
    canvas.text(area.right(), area.y + kBaseline, core::decimal(row.extentCm2, 0),
                paper::aligned(paper::kBody, Align::Right));
    canvas.text(area.x, area.y + kBaseline + 3.8, canvas.elided(row.detail, paper::kSmall, area.width),
                paper::kSmall);
}

// As many rows as fit into `height`, at most kMostRows.
std::size_t rowsThatFit(const std::vector<RegionRow>& rows, double height) {
    std::size_t count = 0;
    while (count < std::min(rows.size(), kMostRows) && heightOf(rows[count]) <= height) {
        height -= heightOf(rows[count]);
        ++count;
    }
    return count;
}

}  // namespace

void drawSheetRegions(Canvas& canvas, const Rect& area, const SheetModel& model) {
    const auto chips = chipLayers(model);
    drawHead(canvas, area, chips);
    double y = area.y + kHeadHeight - 1.0;
    if (!model.nothing.empty()) {
        canvas.line(area.x, y, area.right(), y, paper::kRule, paper::kHairline);
        for (const std::string& line : canvas.wrapped(model.nothing, paper::kBody, area.width, 3)) {
            canvas.text(area.x, y + 5.4, line, paper::kBody);
            y += 4.8;
        }
        return;
    }
    constexpr double kMoreLine = 4.4;
    const std::size_t shown = rowsThatFit(model.regions, area.bottom() - y - kMoreLine);
    for (std::size_t i = 0; i < shown; ++i) {
        const double height = heightOf(model.regions[i]);
        drawRow(canvas, {area.x, y, area.width, height}, model.regions[i], chips);
        y += height;
    }
    canvas.line(area.x, y, area.right(), y, paper::kRule, paper::kHairline);
    if (shown == model.regions.size()) return;
    canvas.text(area.x, y + 4.0,
                core::trf("and {0} more with less pain", {std::to_string(model.regions.size() - shown)}),
                paper::kSmall);
}

}  // namespace palpate::report
