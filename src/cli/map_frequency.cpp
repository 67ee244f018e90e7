#include "analysis/frequency.h"
#include "analysis/words.h"
#include "cli/command_table.h"
#include "cli/exported.h"
#include "cli/long_work.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/partial.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "core/plural.h"
#include "core/resources.h"
#include "core/text.h"
#include "document/history.h"
#include "image/png.h"
#include "records/audit_notes.h"
#include "report/frequency_picture.h"
#include "report/map_pictures.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

using core::decimal;

struct MapFrequencyOptions {
    VaultAccess vault;
    std::filesystem::path output;
    std::string client;  // code; empty: all of them
    map::LayerKind layer = map::LayerKind::Pain;
    std::optional<PixelSize> size;
    bool json = false;
};

// The maps of a number of visits.
struct Counted {
    std::shared_ptr<const body::BodyModel> body;  // the client's figure; of all clients the neutral one
    analysis::Frequency frequency;
    int visits = 0;
    std::vector<core::Error> unreadable;  // the others are counted
};

core::Result<Counted> count(records::Practice& practice, const MapFrequencyOptions& options) {
    clinic::Client client;
    if (!options.client.empty()) {
        auto found = practice.clientByCode(options.client);
        if (!found) return found.error();
        client = std::move(*found);
    }
    auto body = loadFigure(client.figure);
    if (!body) return body.error();
    const auto figures = allFigures();
    if (!figures) return figures.error();
    Unreadable unreadable(practice);
    const auto visits = practice.visits(client.id);
    if (!visits) return visits.error();
    analysis::FrequencyCount counter(**body);
    const auto progress = progressOnTerminal();
    double done = 0.0;
    for (const clinic::Visit& visit : *visits) {
        const auto runs = document::runsOfVisit(practice, visit.id, options.layer, **body, *figures);
        if (!runs) unreadable.add(runs.error());
        if (runs && runs->has_value()) counter.add(**runs);
        done += 1.0;
        if (progress) progress(done / static_cast<double>(visits->size()));
    }
    const std::vector<core::Error> notRead = unreadable.all();
    if (counter.maps() == 0 && !notRead.empty()) return notRead.front();
    if (counter.maps() == 0) {
        return core::Error{
            core::tr("There is no map to count: no visit has one on which this layer was painted"),
            options.vault.file.string(),
            core::tr("Paint one with map paint, or mark one finished with map complete.")};
    }
    return Counted{std::move(*body), counter.result(), static_cast<int>(visits->size()), notRead};
}

Outcome writePicture(const MapFrequencyOptions& options, const Counted& counted) {
    constexpr PixelSize kUsual{1680, 1190};
    const auto resources = core::resourceFolder();
    if (!resources) return resources.error();
    auto renderer = render::PictureRenderer::createOffscreen();
    if (!renderer) return renderer.error();
    const auto model = report::makeFrequencyModel(*counted.body, options.client, options.layer,
                                                  counted.frequency, counted.visits - counted.frequency.maps);
    const map::BodyMap shares = report::frequencyMap(*counted.body, counted.frequency);
    const PixelSize size = options.size.value_or(kUsual);
    const auto picture = report::drawFrequency(
        model, size.width, size.height,
        report::mapPictures(*renderer, counted.body, shares, {map::LayerKind::Pain}), *resources);
    if (!picture) return picture.error();
    // Maps are health data: nobody but their owner reads them.
    return image::writePngFile(options.output, *picture, {}, core::FileAccess::OwnerOnly);
}

Json frequencyJson(const MapFrequencyOptions& options, const Counted& counted) {
    const analysis::Frequency& frequency = counted.frequency;
    Json regions = Json::array();
    for (const analysis::RegionFrequency& region : frequency.regions) {
        const body::Region& names = counted.body->atlas().region(region.region);
        regions.push_back({{"id", names.id},
                           {"name", names.name},
                           {"maps", region.maps},
                           {"share", region.share},
                           {"share_over_skin", region.onSkin},
                           {"worst", region.worst},
                           {"mean", region.mean}});
    }
    const analysis::RegionRule rule;
    return {{"client", options.client.empty() ? Json(nullptr) : Json(options.client)},
            {"layer", map::layerId(options.layer)},
            {"visits", counted.visits},
            {"maps", frequency.maps},
            {"unreadable", counted.unreadable.size()},
            {"region_counts_from", {{"cm2", rule.cm2}, {"percent_of_region", rule.percentOfRegion}}},
            {"regions", std::move(regions)}};
}

void printText(const MapFrequencyOptions& options, const Counted& counted) {
    const analysis::Frequency& frequency = counted.frequency;
    std::cout << core::trf("{0}, {1}: {2} of {3}",
                           {options.client.empty() ? core::tr("All clients") : options.client,
                            map::layerName(options.layer),
                            core::trn("{0} map", "{0} maps", static_cast<std::size_t>(frequency.maps)),
                            core::trn("{0} visit", "{0} visits", static_cast<std::size_t>(counted.visits))})
              << '\n';
    TextTable table({{core::tr("Region"), false},
                     {core::tr("Maps"), true},
                     {core::tr("%"), true},
                     {core::tr("Highest"), true},
                     {core::tr("Mean"), true}});
    for (const analysis::RegionFrequency& region : frequency.regions) {
        if (region.maps == 0) continue;
        table.add({analysis::describeRegion(counted.body->atlas().region(region.region)),
                   std::to_string(region.maps), decimal(100.0 * region.share, 0), decimal(region.worst, 1),
                   decimal(region.mean, 1)});
    }
    if (table.isEmpty()) {
        std::cout << core::tr("Nothing was painted on any of them.") << '\n';
    } else {
        table.print(std::cout, "  ");
    }
    if (!options.output.empty()) std::cout << options.output.string() << '\n';
}

Outcome showFrequency(const MapFrequencyOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto counted = count(**practice, options);
    if (!counted) return counted.error();
    const std::string subject = options.client.empty() ? std::string(core::tr("the maps of all clients"))
                                                       : core::trf("client {0}", {options.client});
    records::noteViewed(**practice, subject);
    if (!options.output.empty()) {
        if (auto written = writePicture(options, *counted); !written) return written;
        logExport(**practice, subject, options.output);
    }
    if (options.json) {
        printJson(frequencyJson(options, *counted));
    } else {
        printText(options, *counted);
    }
    return tellUnreadable(counted->unreadable, options.vault.file);
}

}  // namespace

Action declareMapFrequency(CLI::App& app) {
    const auto options = std::make_shared<MapFrequencyOptions>();
    addVault(app, options->vault);
    app.add_option("--client", options->client, core::tr("Only the maps of the client with this code"))
        ->type_name("CODE");
    addLayer(app, options->layer);
    addOutput(app, options->output, ".png");
    addSize(app, options->size);
    addJson(app, options->json);
    return [options] { return showFrequency(*options); };
}

}  // namespace palpate::cli
