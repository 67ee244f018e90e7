#include "ui/compare_readout.h"

#include "analysis/agreement.h"
#include "core/text.h"
#include "document/compare.h"
#include "ui/dates.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace palpate::ui {
namespace {

using analysis::Change;
using core::tr;

constexpr const char* kNone = "\xE2\x80\x93";  // not recorded

bool isBetweenPeople(const document::CompareState& compare) {
    return document::pairOf(compare.from.key, compare.to.key) == document::ComparePair::Authors;
}

ChangeWords changeWords(const document::CompareState& compare) {
    ChangeWords words{tr("Less"), tr("More"), tr("new"), tr("gone")};
    if (isJudged(compare)) words = {tr("Better"), tr("Worse"), tr("new"), tr("gone")};
    if (!isBetweenPeople(compare)) return words;
    words.gone = tr("only the client");
    words.fresh = tr("only the therapist");
    if (compare.from.key.author != clinic::Author::Client) std::swap(words.gone, words.fresh);
    return words;
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
    metric.trend = trendOf(printed, 0.5 * std::pow(10.0, -decimals), isJudged(compare));
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
    std::string pattern = "New {0}, gone {1}, better {2}, worse {3} cm\xC2\xB2";
    if (compare.layer == map::LayerKind::Treated)
        pattern = "Newly treated {0}, not treated again {1}, lighter {2}, stronger {3} cm\xC2\xB2";
    if (compare.layer == map::LayerKind::Avoid) pattern = "New {0}, lifted {1} cm\xC2\xB2";
    if (isBetweenPeople(compare)) {
        pattern = compare.from.key.author == clinic::Author::Client
                      ? "Only the therapist {0}, only the client {1}, client higher {2}, therapist higher "
                        "{3} cm\xC2\xB2"
                      : "Only the client {0}, only the therapist {1}, therapist higher {2}, client higher "
                        "{3} cm\xC2\xB2";
    }
    return core::trf(pattern.c_str(), {whole(measures.newCm2), whole(measures.resolvedCm2),
                                       whole(measures.betterCm2), whole(measures.worseCm2)});
}

std::string shortTitle(const document::Document& document, core::VisitId id) {
    const clinic::Visit* visit = document::findVisit(document, id);
    if (!visit) return {};
    const std::string date = friendlyDate(visit->at);  // "6 Nov 2026"
    return date.substr(0, date.rfind(' '));
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
    const Rect row = takeRow(ui.dp(27.0F));
    std::array<Rect, 4> cells = metricColumns(ui, row);
    write(cells[0], ui.fonts.body, theme.text, metric.name);
    write(cells[1], ui.fonts.body, theme.dim, metric.from, 1.0F);
    write(cells[2], ui.fonts.body, theme.text, metric.to, 1.0F);
    drawTrend(ui, cutRight(cells[3], ui.dp(22.0F), ui.dp(4.0F)), metric.trend, 2);
    write(cells[3], ui.fonts.strong, theme.text, metric.change, 1.0F);
    fill({row.x, row.bottom() - ui.dp(1.0F), row.width, ui.dp(1.0F)}, theme.hairline);
}

// The answer first, large, then why, then what it was judged by.
std::optional<Action> drawVerdict(Ui& ui, const CompareReadout::Verdict& verdict,
                                  const CompareRulesModel& rules) {
    using Kind = CompareReadout::Verdict::Kind;
    const Theme& theme = *ui.theme;
    const float padding = ui.dp(12.0F);
    const float width = ImGui::GetContentRegionAvail().x - 2 * padding;
    const float why = wrappedHeight(ui.fonts.body, verdict.why, width);
    const float limits =
        verdict.limits.empty() ? 0.0F : wrappedHeight(ui.fonts.small, verdict.limits, width) + ui.dp(6.0F);
    const Rect card = takeRow(ui.dp(size::kControl) + why + limits + 2 * ui.dp(10.0F));
    fill(card, verdict.kind == Kind::Clear ? theme.info : theme.background, ui.dp(size::kFrameRounding));
    Rect inside{card.x + padding, card.y + ui.dp(8.0F), width, card.height - 2 * ui.dp(8.0F)};
    Rect head = cutTop(inside, ui.dp(size::kControl));
    const Button look{.kind = Button::Kind::Ghost, .icon = icon::kSliders, .text = tr("Limits")};
    const std::optional<Action> asked = drawCompareRules(ui, cutRight(head, buttonWidth(ui, look)), rules);
    const char* sign = verdict.kind == Kind::Clear      ? icon::kExchange
                       : verdict.kind == Kind::NotClear ? icon::kSaved
                                                        : icon::kInfo;
    write(cutLeft(head, ui.dp(26.0F)), ui.fonts.body, theme.text, sign);
    write(head, ui.fonts.strong, theme.text, verdict.heading);
    writeWrapped(cutTop(inside, why, ui.dp(6.0F)), ui.fonts.body, theme.text, verdict.why);
    if (!verdict.limits.empty()) writeWrapped(inside, ui.fonts.small, theme.dim, verdict.limits);
    return asked;
}

// What tells a map from the other one, within a sentence.
std::string nameOf(const document::Document& document, const document::CompareSide& side) {
    const document::CompareState& compare = *document.compare;
    switch (document::pairOf(compare.from.key, compare.to.key)) {
        case document::ComparePair::Authors:
            return side.key.author == clinic::Author::Client ? tr("the client's map")
                                                             : tr("the therapist's map");
        case document::ComparePair::Moments:
            return side.key.moment == clinic::Moment::Before ? tr("the map before treatment")
                                                             : tr("the map after treatment");
        case document::ComparePair::Visits:
            break;
    }
    const clinic::Visit* visit = document::findVisit(document, side.key.visit);
    return visit ? core::trf("the map of visit {0}", {std::to_string(visit->number)}) : std::string();
}

CompareReadout::Verdict verdictOf(const document::Document& document) {
    using Kind = CompareReadout::Verdict::Kind;
    const document::CompareState& compare = *document.compare;
    const analysis::ChangeRules& rules = document.changeRules;
    if (!compare.recorded.isComparable()) {
        return {Kind::Unjudged, tr("Nothing to compare"), whyNotCompared(document), {}};
    }
    const std::string limits = analysis::limitsText(compare.measures, rules);
    if (isBetweenPeople(compare)) {
        const bool clientFirst = compare.from.key.author == clinic::Author::Client;
        const auto agreement =
            analysis::agreementOf(clientFirst ? compare.measures : analysis::swapped(compare.measures),
                                  document.body->atlas(), rules.limits);
        const bool agree = agreement.onPlaces && agreement.onExtent && agreement.onLevel;
        return {agree ? Kind::NotClear : Kind::Clear, agree ? tr("They agree") : tr("They differ"),
                agreement.text, limits};
    }
    const auto verdict =
        analysis::judge(compare.measures, compare.recorded, &document.body->atlas(), rules.limits);
    if (!verdict.clear) return {Kind::Unjudged, tr("Not judged"), verdict.why, limits};
    return {*verdict.clear ? Kind::Clear : Kind::NotClear, verdict.heading, verdict.why, limits};
}

void addRegions(CompareReadout& readout, const document::Document& document) {
    const document::CompareState& compare = *document.compare;
    readout.empty = whyNotCompared(document);
    readout.order = compare.order;
    if (!readout.empty.empty()) return;
    readout.regions = makeCompareRows(document);
    if (!readout.regions.empty()) return;
    readout.empty = compare.layer == map::LayerKind::Pain ? tr("Nothing hurts on either map.")
                                                          : tr("Nothing is painted on either map.");
}

// What stands over a column: the visit's date; of one visit whose map it is, or of when.
std::string columnTitle(const document::Document& document, const document::CompareSide& side) {
    const document::CompareState& compare = *document.compare;
    switch (document::pairOf(compare.from.key, compare.to.key)) {
        case document::ComparePair::Authors:
            return side.key.author == clinic::Author::Client ? tr("Client") : tr("Therapist");
        case document::ComparePair::Moments:
            return side.key.moment == clinic::Moment::Before ? tr("Before") : tr("After");
        case document::ComparePair::Visits:
            break;
    }
    return shortTitle(document, side.key.visit);
}

}  // namespace

std::string whyNotCompared(const document::Document& document) {
    const document::CompareState& compare = *document.compare;
    return analysis::whyNotComparable(compare.layer, compare.recorded,
                                      {nameOf(document, compare.from), nameOf(document, compare.to)});
}

CompareReadout makeCompareReadout(const document::Document& document) {
    const document::CompareState& compare = *document.compare;
    CompareReadout readout;
    readout.fromTitle = columnTitle(document, compare.from);
    readout.toTitle = columnTitle(document, compare.to);
    readout.verdict = verdictOf(document);
    readout.hasLevels = map::highestLevel(compare.layer) > 1;
    readout.metrics = metricsOf(compare);
    readout.isJudged = isJudged(compare);
    readout.words = changeWords(compare);
    readout.hasLegend = compare.mode != document::CompareMode::Difference;
    readout.changeTitle = isBetweenPeople(compare) ? tr("Apart") : tr("Change");
    if (compare.recorded.isComparable()) {
        readout.overlap = core::decimal(compare.measures.jaccard, 2);
        readout.areas = areasOf(compare);
    }
    addRegions(readout, document);
    return readout;
}

std::optional<Action> drawCompareReadout(Ui& ui, const CompareReadout& readout,
                                         const CompareRulesModel& rules) {
    const Theme& theme = *ui.theme;
    std::optional<Action> asked = drawVerdict(ui, readout.verdict, rules);
    gap(ui.dp(8.0F));
    const std::array<Rect, 4> heads = metricColumns(ui, takeRow(ui.dp(26.0F)));
    write(heads[1], ui.fonts.smallStrong, theme.dim, readout.fromTitle, 1.0F);
    write(heads[2], ui.fonts.smallStrong, theme.dim, readout.toTitle, 1.0F);
    write(heads[3], ui.fonts.smallStrong, theme.dim, readout.changeTitle, 1.0F);
    for (const CompareReadout::Metric& metric : readout.metrics)
        drawMetric(ui, metric);
    if (!readout.overlap.empty()) {
        Rect overlap = takeRow(ui.dp(27.0F));
        write(cutRight(overlap, ui.dp(60.0F)), ui.fonts.strong, theme.text, readout.overlap, 1.0F);
        write(overlap, ui.fonts.body, theme.text, tr("Overlap (Jaccard)"));
        const float height = wrappedHeight(ui.fonts.small, readout.areas, ImGui::GetContentRegionAvail().x);
        gap(ui.dp(4.0F));
        writeWrapped(takeRow(height), ui.fonts.small, theme.dim, readout.areas);
    }
    gap(ui.dp(8.0F));
    if (!readout.empty.empty()) {
        const float lines = wrappedHeight(ui.fonts.body, readout.empty, ImGui::GetContentRegionAvail().x);
        writeWrapped(takeRow(lines), ui.fonts.body, theme.dim, readout.empty);
        return asked;
    }
    keepFirst(asked,
              drawCompareTable(ui, readout.regions, readout.order, readout.hasLevels, readout.changeTitle));
    if (!readout.hasLegend) return asked;
    gap(ui.dp(14.0F));
    drawChangeLegend(ui, takeRow(changeLegendHeight(ui)), readout.words);
    return asked;
}

}  // namespace palpate::ui
