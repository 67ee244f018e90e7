#include "ui/compare_table.h"

#include "core/text.h"
#include "document/compare.h"
#include "image/palette.h"
#include "ui/findings_panel.h"
#include "ui/legend.h"
#include "ui/level_looks.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::ui {
namespace {

using analysis::RegionChange;
using core::tr;
using document::RegionColumn;
namespace palette = image::palette;

constexpr const char* kMinus = "\xE2\x88\x92";
constexpr const char* kArrow = " \xE2\x86\x92 ";
constexpr const char* kDot = " \xC2\xB7 ";
constexpr const char* kNotPainted = "\xE2\x80\x93";
constexpr float kComparedRow = 66.0F, kHead = 28.0F;  // dp

int binOf(double change) {
    int bin = -1;
    for (const double from : palette::kChangeFrom) {
        if (std::abs(change) >= from) ++bin;
    }
    return bin;
}

// What a part of the skin is called by what became of it; {0} is its area.
struct PartWords {
    std::string fresh, gone, freshPart, gonePart, lower, higher;
};

PartWords wordsOf(const document::CompareState& compare) {
    if (document::pairOf(compare.from.key, compare.to.key) == document::ComparePair::Authors) {
        const bool clientFirst = compare.from.key.author == clinic::Author::Client;
        const PartWords words{tr("only the therapist"),     tr("only the client"),
                              tr("only the therapist {0}"), tr("only the client {0}"),
                              tr("client higher {0}"),      tr("therapist higher {0}")};
        if (clientFirst) return words;
        return {words.gone, words.fresh, words.gonePart, words.freshPart, words.higher, words.lower};
    }
    if (compare.layer == map::LayerKind::Treated)
        return {tr("newly treated"), tr("not treated again"), tr("newly treated {0}"),
                tr("not again {0}"), tr("lighter {0}"),       tr("stronger {0}")};
    const bool avoid = map::highestLevel(compare.layer) == 1;
    return {tr("new"),        tr("gone"),     tr("new {0}"), avoid ? tr("lifted {0}") : tr("gone {0}"),
            tr("better {0}"), tr("worse {0}")};
}

// What became of the region's paint, in the words of the layer.
std::string detailOf(const RegionChange& region, const document::CompareState& compare) {
    const PartWords words = wordsOf(compare);
    const bool people = document::pairOf(compare.from.key, compare.to.key) == document::ComparePair::Authors;
    if (region.extentCm2.from <= 0.0) return words.fresh + (kDot + areaText(region.extentCm2.to));
    if (region.extentCm2.to <= 0.0) {
        const std::string area = areaText(region.extentCm2.from);
        return words.gone + (kDot + (people ? area : core::trf("was {0}", {area})));
    }
    const std::array<std::pair<const std::string*, double>, 4> parts{
        {{&words.freshPart, region.areas.newCm2},
         {&words.gonePart, region.areas.resolvedCm2},
         {&words.lower, region.areas.betterCm2},
         {&words.higher, region.areas.worseCm2}}};
    std::string text;
    for (const auto& [pattern, cm2] : parts) {
        constexpr double kLeast = 0.5;
        if (cm2 < kLeast) continue;
        text += (text.empty() ? "" : ", ") + core::trf(pattern->c_str(), {core::decimal(cm2, 0)});
    }
    return text.empty() ? tr("within the limits") : text + " cm\xC2\xB2";
}

CompareRow rowOf(const RegionChange& region, const document::CompareState& compare,
                 const body::Atlas& atlas) {
    const bool hasLevels = map::highestLevel(compare.layer) > 1;
    CompareRow row;
    row.region = region.region;
    row.name = atlas.region(region.region).name;
    const analysis::Change& shown = hasLevels ? region.peak : region.extentCm2;
    row.from = region.extentCm2.from > 0.0 ? core::decimal(shown.from, 0) : kNotPainted;
    row.to = region.extentCm2.to > 0.0 ? core::decimal(shown.to, 0) : kNotPainted;
    row.change = signedText(shown.printedChange(0), 0);
    if (hasLevels)
        row.area = core::decimal(region.extentCm2.from, 0) + kArrow + core::decimal(region.extentCm2.to, 0);
    row.detail = detailOf(region, compare);
    // A layer without levels changes by its area alone.
    row.trend = hasLevels ? trendOf(region.peak.change(), palette::kChangeFrom[0], isJudged(compare))
                          : trendOf(shown.printedChange(0), 0.5, false);
    row.bin = hasLevels ? binOf(region.peak.change()) : -1;
    return row;
}

// Whether `a` stands before `b`; by name for what is equal in the column.
bool standsBefore(const RegionChange& a, const RegionChange& b, RegionColumn column, bool hasLevels,
                  const body::Atlas& atlas) {
    const auto worseFirst = [](double x, double y) { return x > y; };
    switch (column) {
        case RegionColumn::Name:
            break;
        case RegionColumn::From:
            if (a.peak.from != b.peak.from) return worseFirst(a.peak.from, b.peak.from);
            if (a.extentCm2.from != b.extentCm2.from) return worseFirst(a.extentCm2.from, b.extentCm2.from);
            break;
        case RegionColumn::To:
            if (a.peak.to != b.peak.to) return worseFirst(a.peak.to, b.peak.to);
            if (a.extentCm2.to != b.extentCm2.to) return worseFirst(a.extentCm2.to, b.extentCm2.to);
            break;
        case RegionColumn::Change:
            if (hasLevels && a.peak.change() != b.peak.change())
                return worseFirst(a.peak.change(), b.peak.change());
            if (a.extentCm2.change() != b.extentCm2.change())
                return worseFirst(a.extentCm2.change(), b.extentCm2.change());
            break;
        case RegionColumn::Area:
            if (a.extentCm2.change() != b.extentCm2.change())
                return worseFirst(a.extentCm2.change(), b.extentCm2.change());
            break;
    }
    return atlas.region(a.region).name < atlas.region(b.region).name;
}

// Region, from, to, change, area: the same columns for the heads and for every row.
std::array<Rect, 5> columnsOf(const Ui& ui, Rect row) {
    const Rect area = cutRight(row, ui.dp(86.0F));
    const Rect change = cutRight(row, ui.dp(62.0F));
    const Rect to = cutRight(row, ui.dp(40.0F));
    const Rect from = cutRight(row, ui.dp(46.0F));
    return {row, from, to, change, area};
}

std::optional<Action> drawHeads(Ui& ui, const document::RegionOrder& order, bool hasLevels,
                                const std::string& change) {
    struct Head {
        const char* name;
        const char* text;
        const char* tip;
        RegionColumn column;
    };
    const std::array heads{
        Head{"compare.sort_name", tr("Region"), tr("Sort by name"), RegionColumn::Name},
        Head{"compare.sort_from", tr("From"), tr("Sort by the map that changes are counted from"),
             RegionColumn::From},
        Head{"compare.sort_to", tr("To"), tr("Sort by the map that changes are counted to"),
             RegionColumn::To},
        Head{"compare.sort_change", change.c_str(), tr("Sort by change, the largest rise first"),
             RegionColumn::Change},
        Head{"compare.sort_area", tr("Area cm\xC2\xB2"), tr("Sort by change of area"), RegionColumn::Area}};
    std::optional<Action> asked;
    const Rect row = takeRow(ui.dp(kHead));
    const auto cells = columnsOf(ui, row);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (heads[i].column == RegionColumn::Area && !hasLevels) continue;
        const Press state = press(ui, heads[i].name, cells[i]);
        const bool chosen = order.by == heads[i].column;
        if (state.hovered) fill(cells[i], ui.theme->hovered, ui.dp(4.0F));
        // Which way it is sorted is seen by a small bar above or below the head.
        if (chosen) {
            const float y = order.turned ? cells[i].y : cells[i].bottom() - ui.dp(3.0F);
            const float inset = i == 0 ? 0.0F : ui.dp(8.0F);
            fill({cells[i].x + inset, y, cells[i].width - inset, ui.dp(3.0F)}, ui.theme->accent, ui.dp(1.5F));
        }
        write(cells[i], chosen ? ui.fonts.smallStrong : ui.fonts.small,
              chosen ? ui.theme->text : ui.theme->dim, heads[i].text, i == 0 ? 0.0F : 1.0F);
        tip(ui, heads[i].tip);
        if (state.pressed) keepFirst(asked, action::SortRegions{heads[i].column});
    }
    fill({row.x, row.bottom() - ui.dp(1.0F), row.width, ui.dp(1.0F)}, ui.theme->hairline);
    return asked;
}

// True while the pointer is on it.
bool drawRow(Ui& ui, const CompareRow& row) {
    const Rect cell = takeRow(ui.dp(kComparedRow));
    const Press state = pointerArea(ui, "compare.row." + std::to_string(row.region), cell);
    if (row.pointed) {
        fill(cell, ui.theme->chosen, ui.dp(size::kFrameRounding));
        fill({cell.x, cell.y + ui.dp(6.0F), ui.dp(3.0F), cell.height - 2 * ui.dp(6.0F)}, ui.theme->accent,
             ui.dp(1.5F));
    }
    const Colour ink = row.pointed ? ui.theme->onChosen : ui.theme->text;
    Rect inside{cell.x + ui.dp(8.0F), cell.y + ui.dp(3.0F), cell.width - ui.dp(8.0F),
                cell.height - 2 * ui.dp(3.0F)};
    Rect head = cutTop(inside, ui.dp(22.0F));
    drawTrend(ui, cutLeft(head, ui.dp(20.0F), ui.dp(8.0F)), row.trend, row.bin);
    if (textWidth(ui.fonts.body, row.name) > head.width) tip(ui, row.name);
    write(head, ui.fonts.body, ink, fittedRegion(ui.fonts.body, row.name, head.width));
    const auto cells = columnsOf(ui, cutTop(inside, ui.dp(20.0F)));
    write(cells[1], ui.fonts.body, ui.theme->dim, row.from, 1.0F);
    write(cells[2], ui.fonts.body, ink, row.to, 1.0F);
    write(cells[3], ui.fonts.strong, ink, row.change, 1.0F);
    write(cells[4], ui.fonts.small, ui.theme->dim, row.area, 1.0F);
    cutLeft(inside, ui.dp(28.0F));
    write(inside, ui.fonts.small, ui.theme->dim, fitted(ui.fonts.small, row.detail, inside.width));
    fill({cell.x, cell.bottom() - ui.dp(1.0F), cell.width, ui.dp(1.0F)}, ui.theme->hairline);
    return state.hovered;
}

}  // namespace

bool isJudged(const document::CompareState& compare) {
    if (document::pairOf(compare.from.key, compare.to.key) == document::ComparePair::Authors) return false;
    return compare.layer == map::LayerKind::Pain || compare.layer == map::LayerKind::Tension;
}

Trend trendOf(double change, double smallest, bool judged) {
    if (std::abs(change) < smallest) return Trend::Same;
    if (!judged) return change < 0.0 ? Trend::Lower : Trend::Higher;
    return change < 0.0 ? Trend::Better : Trend::Worse;
}

std::string signedText(double change, int decimals) {
    const std::string size = core::decimal(std::abs(change), decimals);
    if (size == core::decimal(0.0, decimals)) return size;
    return (change < 0.0 ? kMinus : "+") + size;
}

void drawTrend(const Ui& ui, const Rect& cell, Trend trend, int bin) {
    if (trend == Trend::Unknown) return;
    const Rect box = centred(cell, ui.dp(20.0F), ui.dp(20.0F));
    ChangeSign sign = ChangeSign::Same;
    if (trend == Trend::Better || trend == Trend::Lower) sign = ChangeSign::Less;
    if (trend == Trend::Worse || trend == Trend::Higher) sign = ChangeSign::More;
    const bool judged = trend == Trend::Better || trend == Trend::Worse;
    if (judged) return drawChangeCell(ui, box, sign, bin);
    fill(box, ui.theme->hovered, ui.dp(4.0F));
    drawChangeSign(ui, box, sign, ui.theme->dim);
}

std::vector<CompareRow> makeCompareRows(const document::Document& document) {
    const document::CompareState& compare = *document.compare;
    const body::Atlas& atlas = document.body->atlas();
    const bool hasLevels = map::highestLevel(compare.layer) > 1;
    std::vector<RegionChange> regions = compare.measures.regions;
    std::stable_sort(regions.begin(), regions.end(), [&](const RegionChange& a, const RegionChange& b) {
        return compare.order.turned ? standsBefore(b, a, compare.order.by, hasLevels, atlas)
                                    : standsBefore(a, b, compare.order.by, hasLevels, atlas);
    });
    const auto pointed = document::comparedRegion(document);
    std::vector<CompareRow> rows;
    for (const RegionChange& region : regions) {
        rows.push_back(rowOf(region, compare, atlas));
        rows.back().pointed = pointed == region.region;
        rows.back().onBody = rows.back().pointed && !compare.pointedRow;
    }
    return rows;
}

std::optional<Action> drawCompareTable(Ui& ui, const std::vector<CompareRow>& rows,
                                       const document::RegionOrder& order, bool hasLevels,
                                       const std::string& change) {
    std::optional<Action> asked = drawHeads(ui, order, hasLevels, change);
    std::optional<body::RegionIndex> hovered, pointed;
    for (const CompareRow& row : rows) {
        if (drawRow(ui, row)) hovered = row.region;
        if (row.pointed && !row.onBody) pointed = row.region;
    }
    if (hovered != pointed) keepFirst(asked, action::PointAtRow{hovered});
    return asked;
}

}  // namespace palpate::ui
