#include "core/text.h"
#include "report/number_text.h"
#include "report/paper.h"
#include "report/sheet_parts.h"

#include <algorithm>
#include <string>
#include <vector>

namespace palpate::report {

namespace {

constexpr double kHeadHeight = 5.4;
constexpr double kRowHeight = 4.1;
constexpr double kBaseline = 3.05;  // of a row
constexpr double kLineHeight = 3.3;
constexpr const char* kNone = "\u2013";  // not recorded

struct Column {
    std::string title;
    std::vector<std::string> cells;
    TextStyle style;
};

const TextStyle kMain{10.0, Weight::SemiBold, paper::kInk, Align::Right};
const TextStyle kPlain{9.5, Weight::Regular, paper::kInk, Align::Right};

bool isRated(map::LayerKind layer) {
    return layer == map::LayerKind::Pain || layer == map::LayerKind::Tension;
}

bool isRecorded(const LayerRow& row) {
    return row.record != analysis::LayerRecord::NotRecorded;
}

// What a table says about its layers. A treatment is neither good nor bad and has words of its own; an area
// to avoid has no level at all.
std::vector<std::string> labelsFor(map::LayerKind layer) {
    if (layer == map::LayerKind::Avoid)
        return {core::tr("Area to avoid, cm\u00b2"), core::tr("Of the skin, %"), core::tr("Patches")};
    if (layer == map::LayerKind::Treated) {
        return {core::tr("Strongest pressure"), core::tr("Mean pressure"), core::tr("Area treated, cm\u00b2"),
                core::tr("Of the skin, %"), core::tr("Patches")};
    }
    return {core::tr("Worst"),          core::tr("Mean"),    core::tr("Area, cm\u00b2"),
            core::tr("Of the skin, %"), core::tr("Load, %"), core::tr("Patches")};
}

// The cells of those labels, from the numbers that a row or a change has for them.
struct Numbers {
    std::string peak, mean, extent, percent, load, patches;
};

std::vector<std::string> cellsFor(map::LayerKind layer, const Numbers& numbers) {
    if (layer == map::LayerKind::Avoid) return {numbers.extent, numbers.percent, numbers.patches};
    std::vector<std::string> cells{numbers.peak, numbers.mean, numbers.extent, numbers.percent};
    if (layer != map::LayerKind::Treated) cells.push_back(numbers.load);
    cells.push_back(numbers.patches);
    return cells;
}

std::vector<std::string> valuesOf(const LayerRow& row) {
    if (!isRecorded(row)) return cellsFor(row.layer, {kNone, kNone, kNone, kNone, kNone, kNone});
    const analysis::LayerMeasures& measures = row.measures;
    return cellsFor(row.layer, {numberText(measures.peak, 0), numberText(measures.mean, 1),
                                numberText(measures.extentCm2, 0), numberText(measures.extentPercent, 1),
                                numberText(measures.loadPercent, 1), std::to_string(measures.clusters)});
}

std::vector<std::string> changesOf(const analysis::Comparison& change) {
    return cellsFor(change.layer,
                    {changeText(change.peak, 0), changeText(change.mean, 1), changeText(change.extentCm2, 0),
                     changeText(change.extentPercent, 1), changeText(change.loadPercent, 1), ""});
}

// The layers that stand in the table: those rated 0 to 10, or what there is if none is.
std::vector<const LayerRow*> tableRows(const SheetModel& model) {
    std::vector<const LayerRow*> rows;
    for (const LayerRow& row : model.layers) {
        if (isRated(row.layer)) rows.push_back(&row);
    }
    if (rows.empty()) rows.push_back(&model.layers.front());
    return rows;
}

// The change is the first layer's.
std::vector<Column> columnsOf(const SheetModel& model) {
    std::vector<Column> columns;
    for (const LayerRow* row : tableRows(model)) {
        const bool leads = row == &model.layers.front();
        columns.push_back({map::layerName(row->layer), valuesOf(*row), leads ? kMain : kPlain});
        if (leads && row->change) columns.push_back({core::tr("Change"), changesOf(*row->change), kPlain});
    }
    return columns;
}

// "269 (−7)": a number with its change since the earlier visit, if there is one to compare with.
std::string withChange(double now, const analysis::Change* change, int decimals) {
    const std::string number = numberText(now, decimals);
    return change == nullptr ? number : number + " (" + changeText(*change, decimals) + ")";
}

std::string treatedText(const LayerRow& row) {
    if (!isRecorded(row)) return core::tr("Treated: not recorded on this map.");
    const analysis::LayerMeasures& measures = row.measures;
    const analysis::Comparison* change = row.change ? &*row.change : nullptr;
    return core::trf(
        "Treated: {0} cm\u00b2, {1} % of the skin; pressure up to {2}, {3} on average.",
        {withChange(measures.extentCm2, change ? &change->extentCm2 : nullptr, 0),
         numberText(measures.extentPercent, 1),
         withChange(measures.peak, change ? &change->peak : nullptr, 0), numberText(measures.mean, 1)});
}

// What the table leaves open. Areas to avoid stand among the regions.
std::vector<std::string> notesOf(const SheetModel& model) {
    std::vector<std::string> notes;
    const std::vector<const LayerRow*> table = tableRows(model);
    for (const LayerRow& row : model.layers) {
        const bool inTable = std::find(table.begin(), table.end(), &row) != table.end();
        if (inTable && !isRecorded(row))
            notes.push_back(core::trf("{0}: not recorded on this map.", {map::layerName(row.layer)}));
        if (!inTable && row.layer == map::LayerKind::Treated) notes.push_back(treatedText(row));
    }
    if (!model.since.empty()) notes.push_back(model.since + ": " + model.verdict);
    return notes;
}

void drawColumn(Canvas& canvas, double right, double top, const Column& column) {
    canvas.text(right, top + 3.2, column.title, paper::aligned(paper::kSmall, Align::Right));
    for (std::size_t i = 0; i < column.cells.size(); ++i) {
        canvas.text(right, top + kHeadHeight + kRowHeight * static_cast<double>(i) + kBaseline,
                    column.cells[i], column.style);
    }
}

// The names of the rows between hairlines; the height of the table.
double drawLabels(Canvas& canvas, const Rect& area, const std::vector<std::string>& labels) {
    canvas.text(area.x, area.y + 3.2, core::tr("Measures"), paper::kHeading);
    double top = area.y + kHeadHeight;
    for (const std::string& label : labels) {
        canvas.line(area.x, top, area.right(), top, paper::kRule, paper::kHairline);
        canvas.text(area.x, top + kBaseline, label, paper::kSmall);
        top += kRowHeight;
    }
    canvas.line(area.x, top, area.right(), top, paper::kRule, paper::kHairline);
    return top - area.y;
}

}  // namespace

void drawSheetMeasures(Canvas& canvas, const Rect& area, const SheetModel& model) {
    constexpr double kLabelWidth = 20.0, kWidestColumn = 15.0;
    const std::vector<Column> columns = columnsOf(model);
    const double height = drawLabels(canvas, area, labelsFor(tableRows(model).front()->layer));
    const double width =
        std::min(kWidestColumn, (area.width - kLabelWidth) / static_cast<double>(columns.size()));
    double right = area.right();
    for (auto column = columns.rbegin(); column != columns.rend(); ++column, right -= width)
        drawColumn(canvas, right, area.y, *column);

    double y = area.y + height;
    for (const std::string& note : notesOf(model)) {
        for (const std::string& line : canvas.wrapped(note, paper::kSmall, area.width, 6)) {
            y += kLineHeight;
            canvas.text(area.x, y, line, paper::kSmall);
        }
        y += 0.5;
    }
}

}  // namespace palpate::report
