#include "cli/compare_json.h"

#include "analysis/measure_changes.h"
#include "cli/print_json.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;
using analysis::Change;

Json changeJson(const Change& change) {
    return {{"from", change.from}, {"to", change.to}, {"change", change.change()}};
}

Json ratioJson(const analysis::RatioChange& ratio) {
    const auto orNull = [](const std::optional<double>& number) {
        return number ? Json(*number) : Json(nullptr);
    };
    return {{"from", orNull(ratio.from)}, {"to", orNull(ratio.to)}, {"change", orNull(ratio.change())}};
}

Json keyJson(const clinic::MapKey& key) {
    return {{"visit", key.visit.value},
            {"author", clinic::authorId(key.author)},
            {"moment", clinic::momentId(key.moment)}};
}

Json areasJson(const analysis::ChangeAreas& areas) {
    return {{"new", areas.newCm2},
            {"resolved", areas.resolvedCm2},
            {"better", areas.betterCm2},
            {"worse", areas.worseCm2},
            {"unchanged", areas.unchangedCm2}};
}

Json regionsJson(const body::Atlas& atlas, const analysis::Comparison& comparison,
                 const analysis::MeasureChanges& changes) {
    Json list = Json::array();
    for (const analysis::RegionChange& region : comparison.regions) {
        list.push_back({{"id", atlas.region(region.region).id},
                        {"name", atlas.region(region.region).name},
                        {"extent_cm2", changeJson(region.extentCm2)},
                        {"percent_of_region", changeJson(changes.percentOfRegion.at(region.region))},
                        {"mean", changeJson(region.mean)},
                        {"peak", changeJson(region.peak)},
                        {"load_percent", changeJson(region.loadPercent)},
                        {"area_cm2", areasJson(region.areas)}});
    }
    return list;
}

Json softJson(const body::Region& names, const analysis::SoftAreaChange& change, const char* percentKey) {
    return {{"id", names.id},
            {"name", names.name},
            {"extent_cm2", changeJson(change.extentCm2)},
            {percentKey, changeJson(change.percent)},
            {"mean", changeJson(change.mean)},
            {"peak", changeJson(change.peak)},
            {"load_percent", changeJson(change.loadPercent)},
            {"weight", change.weight}};
}

using MeasureSoft = std::vector<analysis::SoftAreaMeasures> (*)(const body::BodyModel&,
                                                                const body::AtlasLabels&, const map::Layer&,
                                                                double);

std::vector<analysis::SoftAreaChange> softChanges(const MapPair& pair, const body::AtlasLabels& labels,
                                                  map::LayerKind layer, MeasureSoft measure) {
    const double scale = pair.to.areaScale();
    return analysis::compareSoftAreas(
        measure(*pair.to.body, labels, pair.from.loaded.map.layer(layer), scale),
        measure(*pair.to.body, labels, pair.to.loaded.map.layer(layer), scale));
}

void addLabels(Json& json, const MapPair& pair, const body::AtlasLabels& labels, map::LayerKind layer) {
    json["muscles"] = Json::array();
    for (const auto& change : softChanges(pair, labels, layer, analysis::measureMuscles))
        json["muscles"].push_back(softJson(labels.muscles()[change.area].names, change, "percent_of_muscle"));
    json["muscles_rule"] = labels.muscleTexts().rule;
    json["dermatomes"] = Json::array();
    for (const auto& change : softChanges(pair, labels, layer, analysis::measureDermatomes)) {
        const body::Dermatome& dermatome = labels.dermatomes()[change.area];
        json["dermatomes"].push_back(softJson(dermatome.names, change, "percent_of_dermatome"));
        json["dermatomes"].back()["verified"] = dermatome.verified;
    }
    json["dermatomes_rule"] = labels.dermatomeTexts().rule;
}

// The change of what each map has by itself.
void addMeasures(Json& json, const analysis::MeasureChanges& changes) {
    json["clusters"] = changeJson(changes.clusters);
    json["left_right_ratio"] = ratioJson(changes.leftRight);
    json["front_back_ratio"] = ratioJson(changes.frontBack);
    json["words"] = Json::object();
    for (const auto& [word, cm2] : changes.wordsCm2)
        json["words"][word] = changeJson(cm2);
    json["depths"] = Json::object();
    for (const auto& [depth, cm2] : changes.depthsCm2)
        json["depths"][depth == map::Depth::Unstated ? "unstated" : map::depthId(depth)] = changeJson(cm2);
}

// What the verdict and the classes were made with.
Json limitsJson(const analysis::Comparison& comparison, const analysis::ChangeRules& rules) {
    return {{"levels", rules.limits.levels},
            {"extent_share_of_mean", analysis::extentLimit(comparison, rules.limits)},
            {"elsewhere_jaccard", rules.limits.elsewhereJaccard},
            {"border_mm", rules.tolerance.borderMm},
            {"redraw_jaccard", analysis::kRedrawJaccard},
            {"text", analysis::limitsText(comparison, rules)}};
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

Json headJson(const MapPair& pair, const analysis::Comparison& comparison) {
    const analysis::RecordedPair recorded = pair.recorded(comparison.layer);
    return {{"from", keyJson(pair.from.key)},
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
            {"area_cm2", areasJson({comparison.newCm2, comparison.resolvedCm2, comparison.betterCm2,
                                    comparison.worseCm2, comparison.unchangedCm2})},
            {"recorded",
             {{"from", recorded.from != analysis::LayerRecord::NotRecorded},
              {"to", recorded.to != analysis::LayerRecord::NotRecorded}}}};
}

}  // namespace

bool isOfTwoAuthors(const MapPair& pair) {
    return pair.from.key.visit == pair.to.key.visit && pair.from.key.author != pair.to.key.author;
}

analysis::Agreement agreementOf(const MapPair& pair, analysis::Comparison comparison,
                                const analysis::ChangeLimits& limits) {
    if (pair.from.key.author == clinic::Author::Therapist)
        comparison = analysis::swapped(std::move(comparison));
    return analysis::agreementOf(comparison, pair.to.body->atlas(), limits);
}

void printComparisonJson(const MapPair& pair, const analysis::Comparison& comparison,
                         const analysis::ChangeVerdict& verdict, const body::AtlasLabels& labels,
                         const analysis::ChangeRules& rules) {
    const map::LayerKind layer = comparison.layer;
    const double scale = pair.to.areaScale();
    const auto changes =
        analysis::compareMeasures(analysis::measure(*pair.to.body, pair.from.loaded.map.layer(layer), scale),
                                  analysis::measure(*pair.to.body, pair.to.loaded.map.layer(layer), scale));
    Json json = headJson(pair, comparison);
    addMeasures(json, changes);
    json["clear_change"] = verdict.clear ? Json(*verdict.clear) : Json(nullptr);
    json["direction"] = verdict.clear ? Json(analysis::directionId(verdict.direction)) : Json(nullptr);
    json["why"] = verdict.text();
    json["limits"] = limitsJson(comparison, rules);
    json["regions"] = regionsJson(pair.to.body->atlas(), comparison, changes);
    addLabels(json, pair, labels, layer);
    if (isOfTwoAuthors(pair) && pair.recorded(layer).isComparable())
        json["agreement"] = agreementJson(pair.to.body->atlas(), agreementOf(pair, comparison, rules.limits));
    printJson(json);
}

}  // namespace palpate::cli
