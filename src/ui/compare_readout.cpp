#include "ui/compare_readout.h"

#include "core/text.h"
#include "image/palette.h"
#include "ui/dates.h"
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

using analysis::Change;
using core::tr;
namespace palette = image::palette;

constexpr const char* kMinus = "\xE2\x88\x92";
constexpr const char* kArrow = " \xE2\x86\x92 ";
constexpr const char* kDot = " \xC2\xB7 ";
constexpr const char* kNone = "\xE2\x80\x93";  // not recorded

// Pain and tension are better when lower; a treated or forbidden area is neither.
bool isJudged(map::LayerKind layer) {
    return layer == map::LayerKind::Pain || layer == map::LayerKind::Tension;
}

Trend trendOf(double change, double smallest, map::LayerKind layer) {
    if (std::abs(change) < smallest) return Trend::Same;
    if (!isJudged(layer)) return change < 0.0 ? Trend::Lower : Trend::Higher;
    return change < 0.0 ? Trend::Better : Trend::Worse;
}

std::string signedText(double change, int decimals) {
    const std::string size = core::decimal(std::abs(change), decimals);
    if (size == core::decimal(0.0, decimals)) return size;
    return (change < 0.0 ? kMinus : "+") + size;
}

// A side that is not recorded has no number, and then there is no change either.
CompareReadout::Metric metricOf(const char* name, const Change& change, int decimals,
                                const document::CompareState& compare) {
    const auto side = [&](double value, const document::CompareSide& from) {
        const bool none = from.recordOf(compare.layer) == analysis::LayerRecord::NotRecorded;
        return none ? std::string(kNone) : core::decimal(value, decimals);
    };
    CompareReadout::Metric metric{name, side(change.from, compare.from), side(change.to, compare.to), {}, {}};
    if (!compare.recorded.isComparable()) return metric;
    const double printed = change.printedChange(decimals);
    metric.change = signedText(printed, decimals);
    metric.trend = trendOf(printed, 0.5 * std::pow(10.0, -decimals), compare.layer);
    return metric;
}

// The measures that mean something for the layer, in words that are its own: a treatment has no "worst".
std::vector<CompareReadout::Metric> metricsOf(const document::CompareState& compare) {
    const analysis::Comparison& measures = compare.measures;
    const bool treated = compare.layer == map::LayerKind::Treated;
    const bool avoid = compare.layer == map::LayerKind::Avoid;
    std::vector<CompareReadout::Metric> metrics;
    const auto add = [&](const char* name, const Change& change, int decimals) {
        metrics.push_back(metricOf(name, change, decimals, compare));
    };
    add(treated ? tr("Area treated, cm\xC2\xB2")
        : avoid ? tr("Area to avoid, cm\xC2\xB2")
                : tr("Extent, cm\xC2\xB2"),
        measures.extentCm2, 0);
    add(tr("Of the skin, %"), measures.extentPercent, 1);
    if (avoid) return metrics;
    add(treated ? tr("Mean pressure") : tr("Mean level"), measures.mean, 1);
    add(treated ? tr("Strongest pressure") : tr("Worst level"), measures.peak, 0);
    if (!treated) add(tr("Load, %"), measures.loadPercent, 2);
    return metrics;
}

std::string areasOf(const document::CompareState& compare) {
    const analysis::Comparison& measures = compare.measures;
    const auto whole = [](double cm2) { return core::decimal(cm2, 0); };
    const char* pattern = "New {0}, gone {1}, better {2}, worse {3} cm\xC2\xB2";
    if (compare.layer == map::LayerKind::Treated)
        pattern = "Newly treated {0}, not treated again {1}, lighter {2}, stronger {3} cm\xC2\xB2";
    if (compare.layer == map::LayerKind::Avoid) pattern = "New {0}, lifted {1} cm\xC2\xB2";
    return core::trf(pattern, {whole(measures.newCm2), whole(measures.resolvedCm2), whole(measures.betterCm2),
                               whole(measures.worseCm2)});
}

std::string detailOf(const analysis::RegionChange& region, map::LayerKind layer) {
    const bool treated = layer == map::LayerKind::Treated;
    const std::string before = areaText(region.extentCm2.from);
    const std::string after = areaText(region.extentCm2.to);
    if (region.extentCm2.from <= 0.0) return (treated ? tr("newly treated") : tr("new")) + (kDot + after);
    if (region.extentCm2.to <= 0.0) {
        const char* gone = treated ? tr("not treated again") : tr("gone");
        return gone + (kDot + core::trf("was {0}", {before}));
    }
    if (map::highestLevel(layer) == 1) return before + kArrow + after;
    const std::string level = core::decimal(region.peak.from, 0) + kArrow + core::decimal(region.peak.to, 0);
    return (treated ? core::trf("pressure {0}", {level}) : level) + kDot + before + kArrow + after;
}

int binOf(double change) {
    int bin = -1;
    for (const double from : palette::kChangeFrom) {
        if (std::abs(change) >= from) ++bin;
    }
    return bin;
}

void addRegions(CompareReadout& readout, const document::CompareState& compare, const body::Atlas& atlas) {
    readout.empty = analysis::whyNotComparable(compare.layer, compare.recorded);
    if (!readout.empty.empty()) return;
    std::vector<analysis::RegionChange> regions = compare.measures.regions;
    const auto larger = [](const analysis::RegionChange& a, const analysis::RegionChange& b) {
        const double first = std::abs(a.peak.change());
        const double second = std::abs(b.peak.change());
        return first != second ? first > second
                               : std::abs(a.extentCm2.change()) > std::abs(b.extentCm2.change());
    };
    std::stable_sort(regions.begin(), regions.end(), larger);
    for (const analysis::RegionChange& region : regions) {
        readout.regions.push_back({atlas.region(region.region).name, detailOf(region, compare.layer),
                                   trendOf(region.peak.change(), palette::kChangeFrom[0], compare.layer),
                                   binOf(region.peak.change())});
    }
    if (readout.regions.empty()) readout.empty = tr("Nothing hurts on either map.");
}

std::string shortTitle(const document::Document& document, core::VisitId id) {
    const clinic::Visit* visit = document::findVisit(document, id);
    if (!visit) return {};
    const std::string date = friendlyDate(visit->at);  // "6 Nov 2026"
    return date.substr(0, date.rfind(' '));
}

// A small square with the sign that the body shows for the change.
void drawTrend(const Ui& ui, const Rect& cell, Trend trend, int bin) {
    if (trend == Trend::Unknown) return;
    const Rect box = centred(cell, ui.dp(20.0F), ui.dp(20.0F));
    const auto at = static_cast<std::size_t>(std::clamp(bin, 0, 3));
    Colour face = ui.theme->hovered;
    if (trend == Trend::Better) face = toColour(palette::kBetter[at]);
    if (trend == Trend::Worse) face = toColour(palette::kWorse[at]);
    ChangeSign sign = ChangeSign::Same;
    if (trend == Trend::Better || trend == Trend::Lower) sign = ChangeSign::Less;
    if (trend == Trend::Worse || trend == Trend::Higher) sign = ChangeSign::More;
    const bool judged = trend == Trend::Better || trend == Trend::Worse;
    fill(box, face, ui.dp(4.0F));
    drawChangeSign(ui, box, sign, judged ? digitOn(face) : ui.theme->dim);
}

// Name, before, after, change: the same columns for the head and for every row.
std::array<Rect, 4> metricColumns(const Ui& ui, Rect row) {
    const Rect change = cutRight(row, ui.dp(82.0F));
    const Rect after = cutRight(row, ui.dp(58.0F));
    const Rect before = cutRight(row, ui.dp(58.0F));
    return {row, before, after, change};
}

void drawMetric(Ui& ui, const CompareReadout::Metric& metric) {
    const Theme& theme = *ui.theme;
    const Rect row = takeRow(ui.dp(32.0F));
    std::array<Rect, 4> cells = metricColumns(ui, row);
    write(cells[0], ui.fonts.body, theme.text, metric.name);
    write(cells[1], ui.fonts.body, theme.dim, metric.from, 1.0F);
    write(cells[2], ui.fonts.body, theme.text, metric.to, 1.0F);
    drawTrend(ui, cutRight(cells[3], ui.dp(22.0F), ui.dp(4.0F)), metric.trend, 2);
    write(cells[3], ui.fonts.strong, theme.text, metric.change, 1.0F);
    fill({row.x, row.bottom() - ui.dp(1.0F), row.width, ui.dp(1.0F)}, theme.hairline);
}

void drawRegion(Ui& ui, const CompareReadout::Region& region) {
    Rect row = takeRow(ui.dp(44.0F));
    const Rect sign = cutLeft(row, ui.dp(22.0F), ui.dp(10.0F));
    drawTrend(ui, sign, region.trend, region.bin);
    row = {row.x, row.y + ui.dp(2.0F), row.width, row.height - ui.dp(4.0F)};
    const std::string name = fittedRegion(ui.fonts.body, region.name, row.width);
    write(cutTop(row, ui.dp(22.0F)), ui.fonts.body, ui.theme->text, name);
    write(row, ui.fonts.small, ui.theme->dim, region.detail);
}

}  // namespace

CompareReadout makeCompareReadout(const document::Document& document) {
    const document::CompareState& compare = *document.compare;
    CompareReadout readout;
    readout.fromTitle = shortTitle(document, compare.from.key.visit);
    readout.toTitle = shortTitle(document, compare.to.key.visit);
    readout.metrics = metricsOf(compare);
    readout.isJudged = isJudged(compare.layer);
    if (compare.recorded.isComparable()) {
        readout.overlap = core::decimal(compare.measures.jaccard, 2);
        readout.areas = areasOf(compare);
    }
    addRegions(readout, compare, document.body->atlas());
    return readout;
}

void drawCompareReadout(Ui& ui, const CompareReadout& readout) {
    const Theme& theme = *ui.theme;
    const std::array<Rect, 4> heads = metricColumns(ui, takeRow(ui.dp(26.0F)));
    write(heads[1], ui.fonts.smallStrong, theme.dim, readout.fromTitle, 1.0F);
    write(heads[2], ui.fonts.smallStrong, theme.dim, readout.toTitle, 1.0F);
    write(heads[3], ui.fonts.smallStrong, theme.dim, tr("Change"), 1.0F);
    for (const CompareReadout::Metric& metric : readout.metrics)
        drawMetric(ui, metric);
    if (!readout.overlap.empty()) {
        Rect overlap = takeRow(ui.dp(32.0F));
        write(cutRight(overlap, ui.dp(60.0F)), ui.fonts.strong, theme.text, readout.overlap, 1.0F);
        write(overlap, ui.fonts.body, theme.text, tr("Overlap (Jaccard)"));
        const float height = wrappedHeight(ui.fonts.small, readout.areas, ImGui::GetContentRegionAvail().x);
        writeWrapped(takeRow(height + ui.dp(10.0F)), ui.fonts.small, theme.dim, readout.areas);
        gap(ui.dp(8.0F));
        drawChangeLegend(ui, takeRow(changeLegendHeight(ui)), readout.isJudged);
    }
    gap(ui.dp(14.0F));
    write(takeRow(ui.dp(26.0F)), ui.fonts.strong, theme.text, tr("Region by region"));
    if (!readout.empty.empty()) {
        const float lines = wrappedHeight(ui.fonts.body, readout.empty, ImGui::GetContentRegionAvail().x);
        writeWrapped(takeRow(lines), ui.fonts.body, theme.dim, readout.empty);
    }
    for (const CompareReadout::Region& region : readout.regions)
        drawRegion(ui, region);
}

}  // namespace palpate::ui
