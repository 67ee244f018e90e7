#include "analysis/layer_record.h"
#include "analysis/measures.h"
#include "analysis/words.h"
#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

struct MapWordsOptions {
    VaultAccess vault;
    MapReference map;
    bool json = false;
};

// The places of a layer in the order in which they were marked, one line each.
std::vector<std::string> linesOf(const OpenMap& open, const map::Layer& layer) {
    std::vector<std::string> lines;
    const auto measures = analysis::measure(*open.body, layer, open.areaScale());
    for (const analysis::PlaceMeasures& place : measures.places)
        lines.push_back(analysis::describePlace(*open.body, layer, place));
    return lines;
}

bool saysNothingHurts(const OpenMap& open) {
    return analysis::recordOf(open.loaded.map.layer(map::LayerKind::Pain), open.key.author,
                              open.loaded.completed) == analysis::LayerRecord::Nothing;
}

void printWords(const OpenMap& open) {
    std::cout << core::trf(
                     "Client {0}, visit {1} ({2}), {3}, {4}",
                     {open.record.client.code, std::to_string(open.record.visit.number),
                      core::localDate(open.record.visit.at), mapPhrase(open.key), open.finishedPhrase()})
              << '\n';
    bool anything = saysNothingHurts(open);
    if (anything) std::cout << core::tr("Nothing hurts.") << '\n';
    for (const map::LayerKind kind : map::kLayerKinds) {
        const auto lines = linesOf(open, open.loaded.map.layer(kind));
        if (lines.empty()) continue;
        anything = true;
        std::cout << map::layerName(kind) << ":\n";
        for (const std::string& line : lines)
            std::cout << "  " << line << '\n';
    }
    if (!anything) std::cout << core::tr("Nothing is painted on it.") << '\n';
}

Outcome sayMap(const MapWordsOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto open = openMap(**practice, options.map);
    if (!open) return open.error();
    if (!options.json) {
        printWords(*open);
        return {};
    }
    Json layers = Json::object();
    for (const map::LayerKind kind : map::kLayerKinds)
        layers[map::layerId(kind)] = linesOf(*open, open->loaded.map.layer(kind));
    printJson(Json{{"visit", open->key.visit.value},
                   {"client", open->record.client.code},
                   {"author", clinic::authorId(open->key.author)},
                   {"moment", clinic::momentId(open->key.moment)},
                   {"completed", open->loaded.completed},
                   {"nothing_hurts", saysNothingHurts(*open)},
                   {"layers", std::move(layers)}});
    return {};
}

}  // namespace

Action declareMapWords(CLI::App& app) {
    const auto options = std::make_shared<MapWordsOptions>();
    addVault(app, options->vault);
    addVisit(app, options->map);
    addAuthor(app, options->map);
    addMoment(app, options->map);
    addJson(app, options->json);
    return [options] { return sayMap(*options); };
}

}  // namespace palpate::cli
