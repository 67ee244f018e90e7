#include "analysis/agreement.h"
#include "analysis/change_verdict.h"
#include "analysis/comparison.h"
#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/open_practice.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <utility>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

using core::decimal;

struct Options {
    std::filesystem::path vault;
    MapReference from, to;
    map::LayerKind layer = map::LayerKind::Pain;
    bool json = false;
};

Json changeJson(const analysis::Change& change) {
    return {{"from", change.from}, {"to", change.to}, {"change", change.change()}};
}

Json keyJson(const clinic::MapKey& key) {
    return {{"visit", key.visit.value},
            {"author", clinic::authorId(key.author)},
            {"moment", clinic::momentId(key.moment)}};
}

Json regionsJson(const body::Atlas& atlas, const analysis::Comparison& comparison) {
    Json list = Json::array();
    for (const analysis::RegionChange& region : comparison.regions) {
        list.push_back({{"id", atlas.region(region.region).id},
                        {"name", atlas.region(region.region).name},
                        {"extent_cm2", changeJson(region.extentCm2)},
                        {"mean", changeJson(region.mean)},
                        {"peak", changeJson(region.peak)}});
    }
    return list;
}

// What the verdict and the classes were made with.
Json limitsJson(const analysis::Comparison& comparison) {
    const analysis::ChangeLimits limits;
    const analysis::ChangeTolerance tolerance;
    return {{"levels", limits.levels},
            {"extent_share_of_mean", analysis::extentLimit(comparison, limits)},
            {"elsewhere_jaccard", limits.elsewhereJaccard},
            {"border_mm", tolerance.borderMm},
            {"redraw_jaccard", analysis::kRedrawJaccard}};
}

// Both maps of one visit, the client's and the therapist's: they do not follow each other.
bool isOfTwoAuthors(const MapPair& pair) {
    return pair.from.key.visit == pair.to.key.visit && pair.from.key.author != pair.to.key.author;
}

// From the client's map to the therapist's, whichever way round they were named.
analysis::Agreement agreementOf(const MapPair& pair, analysis::Comparison comparison) {
    if (pair.from.key.author == clinic::Author::Therapist)
        comparison = analysis::swapped(std::move(comparison));
    return analysis::agreementOf(comparison, pair.to.body->atlas());
}

Json agreementJson(const body::Atlas& atlas, const analysis::Agreement& agreement) {
    const auto ids = [&atlas](const std::vector<body::RegionIndex>& regions) {
        Json list = Json::array();
        for (const body::RegionIndex region : regions)
            list.push_back(atlas.region(region).id);
        return list;
    };
    return {{"on_places", agreement.onPlaces},         {"on_extent", agreement.onExtent},
            {"on_level", agreement.onLevel},           {"only_client", ids(agreement.onlyFrom)},
            {"only_therapist", ids(agreement.onlyTo)}, {"text", agreement.text}};
}

Json comparisonJson(const MapPair& pair, const analysis::Comparison& comparison,
                    const analysis::ChangeVerdict& verdict) {
    const analysis::RecordedPair recorded = pair.recorded(comparison.layer);
    Json json = {{"from", keyJson(pair.from.key)},
                 {"to", keyJson(pair.to.key)},
                 {"layer", map::layerId(comparison.layer)},
                 {"jaccard", comparison.jaccard},
                 {"dice", comparison.dice},
                 {"weighted_jaccard", comparison.weightedJaccard},
                 {"extent_cm2", changeJson(comparison.extentCm2)},
                 {"extent_percent", changeJson(comparison.extentPercent)},
                 {"mean", changeJson(comparison.mean)},
                 {"peak", changeJson(comparison.peak)},
                 {"load_percent", changeJson(comparison.loadPercent)},
                 {"area_cm2",
                  {{"new", comparison.newCm2},
                   {"resolved", comparison.resolvedCm2},
                   {"better", comparison.betterCm2},
                   {"worse", comparison.worseCm2},
                   {"unchanged", comparison.unchangedCm2}}},
                 {"recorded",
                  {{"from", recorded.from != analysis::LayerRecord::NotRecorded},
                   {"to", recorded.to != analysis::LayerRecord::NotRecorded}}},
                 {"clear_change", verdict.clear ? Json(*verdict.clear) : Json(nullptr)},
                 {"why", verdict.why},
                 {"limits", limitsJson(comparison)},
                 {"regions", regionsJson(pair.to.body->atlas(), comparison)}};
    if (isOfTwoAuthors(pair) && recorded.isComparable())
        json["agreement"] = agreementJson(pair.to.body->atlas(), agreementOf(pair, comparison));
    return json;
}

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
                      const analysis::ChangeVerdict& verdict) {
    const bool isAgreement = isOfTwoAuthors(pair) && pair.recorded(comparison.layer).isComparable();
    return isAgreement ? agreementOf(pair, comparison).text : verdict.why;
}

void printText(const MapPair& pair, const analysis::Comparison& comparison,
               const analysis::ChangeVerdict& verdict) {
    std::cout << core::trf(
                     "Client {0}, {1}: visit {2} ({3}) compared with visit {4} ({5})",
                     {pair.to.record.client.code, map::layerName(comparison.layer),
                      std::to_string(pair.to.record.visit.number), core::localDate(pair.to.record.visit.at),
                      std::to_string(pair.from.record.visit.number),
                      core::localDate(pair.from.record.visit.at)})
              << '\n'
              << summaryOf(pair, comparison, verdict) << "\n\n";
    const analysis::RecordedPair recorded = pair.recorded(comparison.layer);
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

Outcome compareMaps(const Options& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto pair = openPair(**practice, options.from, options.to);
    if (!pair) return pair.error();
    const auto comparison = analysis::compare(*pair->to.body, pair->from.loaded.map.layer(options.layer),
                                              pair->to.loaded.map.layer(options.layer), pair->to.areaScale());
    const auto verdict = analysis::judge(comparison, pair->recorded(options.layer), &pair->to.body->atlas());
    if (options.json) {
        printJson(comparisonJson(*pair, comparison, verdict));
    } else {
        printText(*pair, comparison, verdict);
    }
    return {};
}

}  // namespace

Action declareMapCompare(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addVault(app, options->vault);
    addMapReference(app, "--from", options->from, core::tr("The earlier map"));
    addMapReference(app, "--to", options->to, core::tr("The later map"));
    addLayer(app, options->layer);
    addJson(app, options->json);
    return [options] { return compareMaps(*options); };
}

}  // namespace palpate::cli
