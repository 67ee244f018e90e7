#include "core/text.h"
#include "report/legend.h"
#include "report/paper.h"
#include "report/sheet_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace palpate::report {

namespace {

constexpr double kHeadHeight = 5.4;
constexpr double kChipWidth = 6.4, kChipHeight = 3.5, kChipPitch = 11.4;
constexpr double kAreaWidth = 9.5;
constexpr double kNameShare = 0.47;  // of what is left for words
constexpr double kBetween = 2.0;     // between two columns
constexpr double kMillimetresPerPoint = 25.4 / 72.0;

// The layers that a chip with a number stands for: those with levels that have paint; pain if none has.
std::vector<map::LayerKind> chipLayers(const SheetModel& model) {
    std::vector<map::LayerKind> layers;
    for (const map::LayerKind kind :
         {map::LayerKind::Pain, map::LayerKind::Tension, map::LayerKind::Treated}) {
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
    bool blackAndWhite = false;

    Columns(const Rect& area, const SheetModel& model)
        : chips(chipLayers(model)), name(area.x), right(area.right()), blackAndWhite(model.blackAndWhite) {
        chip = right - kAreaWidth - kChipPitch * static_cast<double>(chips.size());
        detail = name + kNameShare * (chip - name);
    }
    [[nodiscard]] double chipAt(std::size_t index) const {
        return chip + kChipPitch * static_cast<double>(index);
    }
};

void drawChip(Canvas& canvas, double x, double y, map::LayerKind layer, double level, bool blackAndWhite) {
    const Rect chip{x, y, kChipWidth, kChipHeight};
    canvas.fill(chip, levelColour(layer, level, blackAndWhite), 0.8);
    if (blackAndWhite) canvas.outline(chip, paper::kInk, paper::kHairline, 0.8);
    const TextStyle digit{8.0, Weight::SemiBold, digitColour(layer, level, blackAndWhite), Align::Centre};
    canvas.text(x + 0.5 * kChipWidth, y + 0.5 * (kChipHeight + Canvas::capHeight(digit)),
                std::to_string(std::lround(level)), digit);
}

const char* chipTitle(map::LayerKind layer) {
    return layer == map::LayerKind::Treated ? core::tr("Press.") : map::layerName(layer);
}

void drawHead(Canvas& canvas, double y, const Columns& columns) {
    canvas.text(columns.name, y + 3.2, core::tr("Regions"), paper::kHeading);
    canvas.text(columns.detail, y + 3.2, core::tr("Feel, depth, treatment"), paper::kSmall);
    for (std::size_t i = 0; i < columns.chips.size(); ++i) {
        canvas.text(columns.chipAt(i) + 0.5 * kChipWidth, y + 3.2, chipTitle(columns.chips[i]),
                    paper::aligned(paper::kSmall, Align::Centre));
    }
    canvas.text(columns.right, y + 3.2, "cm\u00b2", paper::aligned(paper::kSmall, Align::Right));
}

// How large the table is set.
struct Setting {
    TextStyle name, detail;
    double line = 0.0, air = 0.0;  // millimetres from line to line, and of a row beyond its lines

    explicit Setting(double points)
        : name{points, Weight::Regular, paper::kInk, Align::Left},
          detail{points, Weight::Regular, paper::kDim, Align::Left},
          line(1.18 * points * kMillimetresPerPoint),
          air(0.22 * points * kMillimetresPerPoint) {}
};

// A row broken into lines: nothing of a region's name is ever left out.
struct SetRow {
    const RegionRow* row = nullptr;
    std::vector<std::string> name, detail;

    [[nodiscard]] double height(const Setting& setting) const {
        return static_cast<double>(std::max(name.size(), detail.size())) * setting.line + setting.air;
    }
};

std::vector<SetRow> setRows(Canvas& canvas, const SheetModel& model, const Columns& columns,
                            const Setting& setting) {
    constexpr std::size_t kMostLines = 4;
    std::vector<SetRow> rows;
    for (const RegionRow& row : model.regions) {
        rows.push_back(
            {&row,
             canvas.wrapped(row.name, setting.name, columns.detail - columns.name - kBetween, kMostLines),
             canvas.wrapped(row.detail, setting.detail, columns.chip - columns.detail - kBetween,
                            kMostLines)});
    }
    return rows;
}

double totalHeight(const std::vector<SetRow>& rows, const Setting& setting) {
    double total = 0.0;
    for (const SetRow& row : rows)
        total += row.height(setting);
    return total;
}

// How many rows stand in `room`, with a line left to say how many more there are.
std::size_t rowsThatFit(const std::vector<SetRow>& rows, const Setting& setting, double room) {
    if (totalHeight(rows, setting) <= room) return rows.size();
    double height = setting.line + setting.air;
    std::size_t count = 0;
    while (count < rows.size() && height + rows[count].height(setting) <= room)
        height += rows[count++].height(setting);
    return count;
}

void drawRow(Canvas& canvas, double y, const SetRow& set, const Columns& columns, const Setting& setting) {
    canvas.line(columns.name, y, columns.right, y, paper::kRule, paper::kHairline);
    const double first = y + 0.5 * (setting.line + setting.air + Canvas::capHeight(setting.name));
    const auto drawLines = [&](double x, const std::vector<std::string>& lines, const TextStyle& style) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            canvas.text(x, first + static_cast<double>(i) * setting.line, lines[i], style);
    };
    drawLines(columns.name, set.name, setting.name);
    drawLines(columns.detail, set.detail, setting.detail);
    for (std::size_t i = 0; i < columns.chips.size(); ++i) {
        const auto level = set.row->peaks[static_cast<std::size_t>(columns.chips[i])];
        const double top = y + 0.5 * (setting.line + setting.air - kChipHeight);
        if (level) drawChip(canvas, columns.chipAt(i), top, columns.chips[i], *level, columns.blackAndWhite);
    }
    canvas.text(columns.right, first, core::decimal(set.row->extentCm2, 0),
                paper::aligned(setting.name, Align::Right));
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
    // As large as the rows allow; what does not fit at the smallest size is counted in the last line.
    constexpr std::array kSizes{10.0, 9.5, 9.0, 8.5};
    const double room = area.height - kHeadHeight;
    Setting setting(kSizes.back());
    std::vector<SetRow> rows = setRows(canvas, model, columns, setting);
    for (const double points : kSizes) {
        const Setting larger(points);
        std::vector<SetRow> set = setRows(canvas, model, columns, larger);
        if (totalHeight(set, larger) > room) continue;
        setting = larger;
        rows = std::move(set);
        break;
    }
    const std::size_t shown = rowsThatFit(rows, setting, room);
    double y = area.y + kHeadHeight;
    for (std::size_t i = 0; i < shown; ++i) {
        drawRow(canvas, y, rows[i], columns, setting);
        y += rows[i].height(setting);
    }
    canvas.line(area.x, y, area.right(), y, paper::kRule, paper::kHairline);
    if (shown == rows.size()) return;
    canvas.text(area.x, y + setting.line,
                core::trf("and {0} more regions", {std::to_string(rows.size() - shown)}), setting.detail);
}

}  // namespace palpate::report
