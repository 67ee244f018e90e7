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
constexpr double kHeadHeight = 5.4;
constexpr double kRowHeight = 4.12;
constexpr double kBaseline = 3.05;  // of a row
constexpr double kChipWidth = 6.4, kChipHeight = 3.3, kChipPitch = 8.8;
constexpr double kAreaWidth = 9.5;
constexpr double kNameShare = 0.565;  // of what is left for words

// The layers that a chip with a number stands for: those rated 0 to 10 that have paint; pain if none has.
std::vector<map::LayerKind> chipLayers(const SheetModel& model) {
    std::vector<map::LayerKind> layers;
    for (const map::LayerKind kind : {map::LayerKind::Pain, map::LayerKind::Tension}) {
        const bool isPainted = std::any_of(
            model.regions.begin(), model.regions.end(),
            [kind](const RegionRow& row) { return row.peaks[static_cast<std::size_t>(kind)].has_value(); });
        if (isPainted) layers.push_back(kind);
    }
    if (layers.empty()) layers.push_back(map::LayerKind::Pain);
    return layers;
}

// Where the columns of the table begin.
struct Columns {
    std::vector<map::LayerKind> chips;
    double name = 0.0, detail = 0.0, chip = 0.0, right = 0.0;

    Columns(const Rect& area, const SheetModel& model)
        : chips(chipLayers(model)), name(area.x), right(area.right()) {
        chip = right - kAreaWidth - kChipPitch * static_cast<double>(chips.size());
        detail = name + kNameShare * (chip - name);
    }
    [[nodiscard]] double chipAt(std::size_t index) const {
        return chip + kChipPitch * static_cast<double>(index);
    }
};

void drawChip(Canvas& canvas, double x, double y, map::LayerKind layer, double level) {
    canvas.fill({x, y, kChipWidth, kChipHeight}, levelColour(layer, level), 0.8);
    const TextStyle digit{8.0, Weight::SemiBold, digitColour(layer, level), Align::Centre};
    canvas.text(x + 0.5 * kChipWidth, y + 0.5 * (kChipHeight + Canvas::capHeight(digit)),
                std::to_string(std::lround(level)), digit);
}

void drawHead(Canvas& canvas, double y, const Columns& columns) {
    canvas.text(columns.name, y + 3.2, core::tr("Regions"), paper::kHeading);
    canvas.text(columns.detail, y + 3.2, core::tr("Feel, depth, treatment"), paper::kSmall);
    for (std::size_t i = 0; i < columns.chips.size(); ++i) {
        canvas.text(columns.chipAt(i) + 0.5 * kChipWidth, y + 3.2, map::layerName(columns.chips[i]),
                    paper::aligned(paper::kSmall, Align::Centre));
    }
    canvas.text(columns.right, y + 3.2, "cm\u00b2", paper::aligned(paper::kSmall, Align::Right));
}

void drawRow(Canvas& canvas, double y, const RegionRow& row, const Columns& columns) {
    constexpr double kBetween = 2.0;
    const TextStyle name = paper::coloured(paper::kSmall, paper::kInk);
    canvas.line(columns.name, y, columns.right, y, paper::kRule, paper::kHairline);
    canvas.text(columns.name, y + kBaseline,
                canvas.elided(row.name, name, columns.detail - columns.name - kBetween), name);
    canvas.text(columns.detail, y + kBaseline,
                canvas.elided(row.detail, paper::kSmall, columns.chip - columns.detail - kBetween),
                paper::kSmall);
    for (std::size_t i = 0; i < columns.chips.size(); ++i) {
        const auto level = row.peaks[static_cast<std::size_t>(columns.chips[i])];
        if (level)
            drawChip(canvas, columns.chipAt(i), y + 0.5 * (kRowHeight - kChipHeight), columns.chips[i],
                     *level);
    }
    canvas.text(columns.right, y + kBaseline, core::decimal(row.extentCm2, 0),
                paper::aligned(name, Align::Right));
}

void drawNothing(Canvas& canvas, const Rect& area, const std::string& nothing) {
    double y = area.y + kHeadHeight;
    canvas.line(area.x, y, area.right(), y, paper::kRule, paper::kHairline);
    for (const std::string& line : canvas.wrapped(nothing, paper::kBody, area.width, 3)) {
        canvas.text(area.x, y + 5.4, line, paper::kBody);
        y += 4.8;
    }
}

}  // namespace

void drawSheetRegions(Canvas& canvas, const Rect& area, const SheetModel& model) {
    const Columns columns(area, model);
    drawHead(canvas, area.y, columns);
    if (!model.nothing.empty()) {
        drawNothing(canvas, area, model.nothing);
        return;
    }
    // The last line says how many there are more.
    const bool all = model.regions.size() <= kMostRows;
    const std::size_t shown = all ? model.regions.size() : kMostRows - 1;
    double y = area.y + kHeadHeight;
    for (std::size_t i = 0; i < shown; ++i, y += kRowHeight)
        drawRow(canvas, y, model.regions[i], columns);
    canvas.line(area.x, y, area.right(), y, paper::kRule, paper::kHairline);
    if (all) return;
    canvas.text(area.x, y + kBaseline,
                core::trf("and {0} more regions", {std::to_string(model.regions.size() - shown)}),
                paper::kSmall);
}

}  // namespace palpate::report
