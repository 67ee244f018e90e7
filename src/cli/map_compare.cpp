#include "analysis/change_verdict.h"
#include "analysis/comparison.h"
#include "cli/command_table.h"
#include "cli/compare_json.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/text_table.h"
#include "core/text.h"

#include <iostream>
#include <memory>
#include <utility>

namespace palpate::cli {

namespace {

using core::decimal;

struct MapCompareOptions {
    VaultAccess vault;
    MapReference from, to;
    map::LayerKind layer = map::LayerKind::Pain;
    analysis::ChangeRules rules;
    bool json = false;
};

// A side that is not recorded has no numbers, and then there is no change either.
std::vector<std::string> changeRow(const char* label, const analysis::Change& change, int decimals,
                                   const analysis::RecordedPair& recorded) {
    const auto side = [&](double value, analysis::LayerRecord record) {
        return record == analysis::LayerRecord::NotRecorded ? "-" : decimal(value, decimals);
    };
    const double printed = change.printedChange(decimals);
    const std::string text = (printed > 0.0 ? "+" : "") + decimal(printed, decimals);
    return {label, side(change.from, recorded.from), side(change.to, recorded.to),
            recorded.isComparable() ? text : ""};
}

// What changed, in the words of the layer: a treatment is neither better nor worse.
const char* areasPattern(map::LayerKind layer) {
    if (layer == map::LayerKind::Treated) {
        return "  Area, cm\u00b2: newly treated {0}, not treated again {1}, lighter {2}, stronger {3}, as "
               "before "
               "{4}";
    }
    if (layer == map::LayerKind::Avoid) return "  Area, cm\u00b2: new {0}, lifted {1}, as before {4}";
    return "  Area, cm\u00b2: new {0}, resolved {1}, better {2}, worse {3}, unchanged {4}";
}

// Maps of two authors do not follow each other: instead of a change it is said how far they agree.
std::string summaryOf(const MapPair& pair, const analysis::Comparison& comparison,
                      const analysis::ChangeVerdict& verdict, const analysis::ChangeRules& rules) {
    const bool isAgreement = isOfTwoAuthors(pair) && pair.recorded(comparison.layer).isComparable();
    return isAgreement ? agreementOf(pair, comparison, rules.limits).text : verdict.text();
}

void printText(const MapPair& pair, const analysis::Comparison& comparison,
               const analysis::ChangeVerdict& verdict, const analysis::ChangeRules& rules) {
    std::cout << core::trf(
                     "Client {0}, {1}: visit {2} ({3}) compared with visit {4} ({5})",
                     {pair.to.record.client.code, map::layerName(comparison.layer),
                      std::to_string(pair.to.record.visit.number), core::localDate(pair.to.record.visit.at),
                      std::to_string(pair.from.record.visit.number),
                      core::localDate(pair.from.record.visit.at)})
              << '\n'
              << summaryOf(pair, comparison, verdict, rules) << '\n';
    const analysis::RecordedPair recorded = pair.recorded(comparison.layer);
    if (recorded.isComparable()) std::cout << analysis::limitsText(comparison, rules) << '\n';
    std::cout << '\n';
    const bool treated = comparison.layer == map::LayerKind::Treated;
    TextTable table(
        {{"", false}, {core::tr("From"), true}, {core::tr("To"), true}, {core::tr("Change"), true}});
    if (comparison.layer != map::LayerKind::Avoid) {
        table.add(changeRow(treated ? core::tr("Strongest pressure") : core::tr("Worst"), comparison.peak, 1,
                            recorded));
        table.add(
            changeRow(treated ? core::tr("Mean pressure") : core::tr("Mean"), comparison.mean, 1, recorded));
    }
    table.add(changeRow(treated ? core::tr("Area treated, cm\u00b2") : core::tr("Area, cm\u00b2"),
                        comparison.extentCm2, 0, recorded));
    table.add(changeRow(core::tr("Of the skin, %"), comparison.extentPercent, 1, recorded));
    if (comparison.layer == map::LayerKind::Pain || comparison.layer == map::LayerKind::Tension)
        table.add(changeRow(core::tr("Load, %"), comparison.loadPercent, 1, recorded));
    table.print(std::cout, "  ");
    if (!recorded.isComparable()) return;
    std::cout << '\n'
              << core::trf("  Overlap: Jaccard {0}, Dice {1}, weighted Jaccard {2}",
                           {decimal(comparison.jaccard, 2), decimal(comparison.dice, 2),
                            decimal(comparison.weightedJaccard, 2)})
              << '\n'
              << core::trf(areasPattern(comparison.layer),
                           {decimal(comparison.newCm2, 0), decimal(comparison.resolvedCm2, 0),
                            decimal(comparison.betterCm2, 0), decimal(comparison.worseCm2, 0),
                            decimal(comparison.unchangedCm2, 0)})
              << '\n';
}

Outcome compareMaps(const MapCompareOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto pair = openPair(**practice, options.from, options.to);
    if (!pair) return pair.error();
    const auto comparison = analysis::compare(*pair->to.body, pair->from.loaded.map.layer(options.layer),
                                              pair->to.loaded.map.layer(options.layer), pair->to.areaScale(),
                                              options.rules.tolerance);
    const analysis::RecordedPair recorded = pair->recorded(options.layer);
    auto verdict = analysis::judge(comparison, recorded, &pair->to.body->atlas(), options.rules.limits);
    const bool isBackwards =
        pair->from.record.visit.at.utcMilliseconds > pair->to.record.visit.at.utcMilliseconds;
    if (!recorded.isComparable())
        verdict.why = analysis::whyNotComparable(options.layer, recorded, analysis::namesByTime(isBackwards));
    if (!options.json) {
        printText(*pair, comparison, verdict, options.rules);
        return {};
    }
    const auto labels = loadLabels(*pair->to.body);
    if (!labels) return labels.error();
    printComparisonJson(*pair, comparison, verdict, *labels, options.rules);
    return {};
}

}  // namespace

Action declareMapCompare(CLI::App& app) {
    const auto options = std::make_shared<MapCompareOptions>();
    addVault(app, options->vault);
    addMapReference(app, "--from", options->from, core::tr("The earlier map"));
    addMapReference(app, "--to", options->to, core::tr("The later map"));
    addLayer(app, options->layer);
    addChangeRules(app, options->rules);
    addJson(app, options->json);
    return [options] { return compareMaps(*options); };
}

}  // namespace palpate::cli
