#include "analysis/measures.h"
#include "analysis/words.h"
#include "cli/command_table.h"
#include "cli/label_measures.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <map>
#include <memory>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

using core::decimal;

struct MapMeasureOptions {
    VaultAccess vault;
    MapReference map;
    bool json = false;
};

Json orNull(const std::optional<double>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json placesJson(const OpenMap& open, const map::Layer& layer, const analysis::LayerMeasures& measures) {
    Json list = Json::array();
    for (const analysis::PlaceMeasures& place : measures.places) {
        const auto row = layer.places().find(place.number);
        const map::Place words = row == layer.places().end() ? map::Place{} : row->second;
        list.push_back({{"words", words.words},
                        {"depth", map::depthId(words.depth)},
                        {"extent_cm2", place.extentCm2},
                        {"mean", place.mean},
                        {"peak", place.peak},
                        {"region", open.body->atlas().region(place.mainRegion).id},
                        {"text", analysis::describePlace(*open.body, layer, place)}});
    }
    return list;
}

// Painted skin that hangs together, the largest first.
Json patchesJson(const OpenMap& open, const analysis::LayerMeasures& measures) {
    Json list = Json::array();
    for (const analysis::ClusterMeasures& patch : measures.patches) {
        const glm::vec3 centre = open.body->mesh().position(patch.centre);
        list.push_back(
            {{"extent_cm2", patch.extentCm2},
             {"mean", patch.mean},
             {"peak", patch.peak},
             {"centre",
              {{"triangle", patch.centre.triangle},
               {"barycentric",
                {patch.centre.barycentric.x, patch.centre.barycentric.y, patch.centre.barycentric.z}},
               {"point", {centre.x, centre.y, centre.z}},
               {"region", open.body->atlas().region(patch.centreRegion).id}}},
             {"words", patch.words},
             {"text", analysis::describeCluster(*open.body, measures.layer, patch)}});
    }
    return list;
}

// cm2 by how deep the pain is felt; "unstated" where nothing was said.
Json depthsJson(const std::map<map::Depth, double>& areas) {
    Json depths = Json::object();
    for (const auto& [depth, cm2] : areas)
        depths[depth == map::Depth::Unstated ? "unstated" : map::depthId(depth)] = cm2;
    return depths;
}

Json regionsJson(const OpenMap& open, const analysis::LayerMeasures& measures) {
    Json list = Json::array();
    for (const analysis::RegionMeasures& region : measures.regions) {
        const body::Region& names = open.body->atlas().region(region.region);
        list.push_back({{"id", names.id},
                        {"name", names.name},
                        {"extent_cm2", region.extentCm2},
                        {"percent_of_region", region.percentOfRegion},
                        {"mean", region.mean},
                        {"peak", region.peak},
                        {"load_percent", region.loadPercent},
                        {"words", region.words},
                        {"words_cm2", region.wordsCm2},
                        {"depths", depthsJson(region.depthsCm2)}});
    }
    return list;
}

Json layerJson(const OpenMap& open, const map::Layer& layer, const analysis::LayerMeasures& measures) {
    Json words = Json::object();
    for (const auto& [word, cm2] : measures.wordsCm2)
        words[word] = cm2;
    return {{"extent_cm2", measures.extentCm2},
            {"extent_percent", measures.extentPercent},
            {"mean", measures.mean},
            {"peak", measures.peak},
            {"load_percent", measures.loadPercent},
            {"clusters", measures.clusters},
            {"left_right_ratio", orNull(measures.leftRightRatio())},
            {"front_back_ratio", orNull(measures.frontBackRatio())},
            {"words", std::move(words)},
            {"depths", depthsJson(measures.depthsCm2)},
            {"patches", patchesJson(open, measures)},
            {"places", placesJson(open, layer, measures)},
            {"regions", regionsJson(open, measures)}};
}

Json labelJson(const LabelMeasures& label, const char* percentKey) {
    return {{"layer", map::layerId(label.layer)},
            {"id", label.names->id},
            {"name", label.names->name},
            {"clinical", label.names->clinical},
            {"extent_cm2", label.measures.extentCm2},
            {percentKey, label.measures.percent},
            {"mean", label.measures.mean},
            {"peak", label.measures.peak},
            {"load_percent", label.measures.loadPercent},
            {"weight", label.measures.weight}};
}

Json musclesJson(const OpenMap& open, const body::AtlasLabels& labels) {
    Json list = Json::array();
    for (const LabelMeasures& muscle : measureMuscles(open, labels))
        list.push_back(labelJson(muscle, "percent_of_muscle"));
    return list;
}

Json dermatomesJson(const OpenMap& open, const body::AtlasLabels& labels) {
    Json list = Json::array();
    for (const LabelMeasures& dermatome : measureDermatomes(open, labels)) {
        list.push_back(labelJson(dermatome, "percent_of_dermatome"));
        list.back()["verified"] = dermatome.verified;
    }
    return list;
}

Json pinsJson(const OpenMap& open) {
    Json list = Json::array();
    const body::SurfaceMesh& mesh = open.body->mesh();
    for (const auto& [number, pin] : open.loaded.map.pins().rows()) {
        const glm::vec3 at = mesh.position(pin.at);
        const body::RegionIndex region = open.body->atlas().regionOf(mesh.nearestVertex(pin.at));
        list.push_back({{"kind", map::pinLabel(pin.kind)},
                        {"grade", pin.grade ? Json(*pin.grade) : Json(nullptr)},
                        {"note", pin.note},
                        {"region", open.body->atlas().region(region).id},
                        {"point", {at.x, at.y, at.z}}});
    }
    return list;
}

// What of a layer's measures means something: an area to avoid has no level, a treatment no load.
std::string summary(const analysis::LayerMeasures& measures) {
    const std::string area = core::trf("{0} cm\u00b2 ({1} % of the skin)",
                                       {decimal(measures.extentCm2, 0), decimal(measures.extentPercent, 1)});
    const std::string worst = decimal(measures.peak, 1), mean = decimal(measures.mean, 1);
    const std::string patches = std::to_string(measures.clusters);
    switch (measures.layer) {
        case map::LayerKind::Avoid:
            return core::trf("{0}, patches {1}", {area, patches});
        case map::LayerKind::Treated:
            return core::trf("strongest pressure {0}, mean {1}, {2}, patches {3}",
                             {worst, mean, area, patches});
        case map::LayerKind::Pain:
        case map::LayerKind::Tension:
            break;
    }
    return core::trf("worst {0}, mean {1}, {2}, load {3} %, patches {4}",
                     {worst, mean, area, decimal(measures.loadPercent, 1), patches});
}

void printLayer(const OpenMap& open, const map::Layer& layer, const analysis::LayerMeasures& measures) {
    std::cout << '\n' << map::layerName(layer.kind()) << ": " << summary(measures) << '\n';
    for (const analysis::PlaceMeasures& place : measures.places)
        std::cout << "  " << analysis::describePlace(*open.body, layer, place) << '\n';
    if (measures.regions.empty()) return;
    TextTable table({{core::tr("Region"), false},
                     {core::tr("cm\u00b2"), true},
                     {core::tr("% of it"), true},
                     {core::tr("Mean"), true},
                     {core::tr("Highest"), true}});
    for (const analysis::RegionMeasures& region : measures.regions) {
        table.add({open.body->atlas().region(region.region).name, decimal(region.extentCm2, 1),
                   decimal(region.percentOfRegion, 0), decimal(region.mean, 1), decimal(region.peak, 1)});
    }
    table.print(std::cout, "  ");
}

// Only the client can know that nothing hurts.
const char* bareText(const OpenMap& open) {
    if (!open.loaded.completed) return core::tr("Nothing is painted on it.");
    return open.key.author == clinic::Author::Client
               ? core::tr("Nothing hurts: the client finished the map without paint.")
               : core::tr(
                     "The therapist finished it without marking anything. What hurts is not recorded on it.");
}

void printHeading(const OpenMap& open) {
    std::cout << core::trf("Client {0}, visit {1} ({2}), {3}, {4}",
                           {open.record.client.code, std::to_string(open.record.visit.number),
                            core::toIso(open.record.visit.at), mapPhrase(open.key), open.finishedPhrase()})
              << '\n';
    if (!open.loaded.map.isEmpty()) return;
    std::cout << bareText(open) << '\n';
}

Outcome measureMap(const MapMeasureOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto open = openMap(**practice, options.map);
    if (!open) return open.error();
    const auto labels = loadLabels(*open->body);
    if (!labels) return labels.error();
    Json layers = Json::object();
    if (!options.json) printHeading(*open);
    for (const map::LayerKind kind : map::kLayerKinds) {
        const map::Layer& layer = open->loaded.map.layer(kind);
        const auto measures = analysis::measure(*open->body, layer, open->areaScale());
        if (options.json) {
            layers[map::layerId(kind)] = layerJson(*open, layer, measures);
        } else if (measures.extentCm2 > 0.0) {
            printLayer(*open, layer, measures);
            printLabels(*open, *labels, layer);
        }
    }
    if (!options.json) return {};
    printJson(Json{{"visit", open->key.visit.value},
                   {"client", open->record.client.code},
                   {"author", clinic::authorId(open->key.author)},
                   {"moment", clinic::momentId(open->key.moment)},
                   {"completed", open->loaded.completed},
                   {"layers", std::move(layers)},
                   {"pins", pinsJson(*open)},
                   {"muscles", musclesJson(*open, *labels)},
                   {"muscles_rule", labels->muscleTexts().rule},
                   {"dermatomes", dermatomesJson(*open, *labels)},
                   {"dermatomes_rule", labels->dermatomeTexts().rule}});
    return {};
}

}  // namespace

Action declareMapMeasure(CLI::App& app) {
    const auto options = std::make_shared<MapMeasureOptions>();
    addVault(app, options->vault);
    addVisit(app, options->map);
    addAuthor(app, options->map);
    addMoment(app, options->map);
    addJson(app, options->json);
    return [options] { return measureMap(*options); };
}

}  // namespace palpate::cli
