#include "analysis/comparison.h"
#include "cli/command_table.h"
#include "cli/exported.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "core/resources.h"
#include "core/text.h"
#include "image/png.h"
#include "records/audit_notes.h"
#include "report/comparison_picture.h"
#include "report/map_pictures.h"

#include <CLI/Validators.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

struct RenderCompareOptions {
    VaultAccess vault;
    std::filesystem::path output;
    MapReference from, to;
    map::LayerKind layer = map::LayerKind::Pain;
    std::string mode;
    double share = 50.0;  // percent
    analysis::ChangeRules rules;
    std::optional<body::StandardView> view;
    std::optional<PixelSize> size;
    bool blackAndWhite = false;
};

core::Result<image::Image> draw(render::PictureRenderer& renderer, const MapPair& pair,
                                const RenderCompareOptions& options) {
    const auto resources = core::resourceFolder();
    if (!resources) return resources.error();
    const map::BodyMap& from = pair.from.loaded.map;
    const map::BodyMap& to = pair.to.loaded.map;
    const auto model = report::makeComparisonModel({.body = *pair.to.body,
                                                    .client = pair.to.record.client,
                                                    .fromVisit = pair.from.record.visit,
                                                    .toVisit = pair.to.record.visit,
                                                    .from = from,
                                                    .to = to,
                                                    .layer = options.layer,
                                                    .view = *options.view,
                                                    .recorded = pair.recorded(options.layer),
                                                    .rules = options.rules,
                                                    .blackAndWhite = options.blackAndWhite});
    const auto [width, height] = *options.size;
    const auto pictureOf = [&](const map::BodyMap& map) {
        return report::mapPictures(renderer, pair.to.body, map, {options.layer});
    };
    if (options.mode == "side")
        return report::drawSideBySide(model, width, height, pictureOf(from), pictureOf(to), *resources);
    const double share = options.share / 100.0;
    if (options.mode == "wipe")
        return report::drawWipe(model, width, height, pictureOf(from), pictureOf(to), share, *resources);
    if (options.mode == "onion") {
        const auto onion = [&](const map::BodyMap& map) {
            return report::onionPictures(renderer, pair.to.body, {map, from, to}, options.layer);
        };
        return report::drawOnion(model, width, height, onion(from), onion(to), share, *resources);
    }
    const report::Difference difference =
        report::differenceOf(from.layer(options.layer), to.layer(options.layer));
    return report::drawDifference(model, width, height,
                                  report::differencePictures(renderer, pair.to.body, difference), *resources);
}

Outcome renderComparison(const RenderCompareOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto pair = openPair(**practice, options.from, options.to);
    if (!pair) return pair.error();
    auto renderer = render::PictureRenderer::createOffscreen();
    if (!renderer) return renderer.error();
    const auto picture = draw(*renderer, *pair, options);
    if (!picture) return picture.error();
    // A map is health data: nobody but its owner reads it.
    auto written = image::writePngFile(options.output, *picture, {}, core::FileAccess::OwnerOnly);
    if (!written) return written;
    logExport(**practice, records::auditSubject(**practice, options.to.visit), options.output);
    std::cout << options.output.string() << '\n';
    return {};
}

}  // namespace

Action declareRenderCompare(CLI::App& app) {
    const auto options = std::make_shared<RenderCompareOptions>();
    addVault(app, options->vault);
    addMapReference(app, "--from", options->from, core::tr("The earlier map"));
    addMapReference(app, "--to", options->to, core::tr("The later map"));
    addLayer(app, options->layer);
    app.add_option("--mode", options->mode,
                   core::tr("side: both maps; difference: what changed; wipe: both in one place, left and "
                            "right of a line; "
                            "onion: the earlier laid over the later"))
        ->required()
        ->check(CLI::IsMember({"side", "difference", "wipe", "onion"}))
        ->type_name("MODE");
    app.add_option(
           "--share", options->share,
           core::tr("Where the line of the wipe stands, or how much of the earlier map is seen; 50 unless "
                    "stated"))
        ->check(CLI::Range(0.0, 100.0))
        ->type_name("PERCENT");
    addChangeRules(app, options->rules);
    app.add_flag("--black-and-white", options->blackAndWhite,
                 core::tr("For a printer without colours: a white body, levels and changes as hatching"));
    addView(app, options->view)->required();
    addSize(app, options->size)->required();
    addOutput(app, options->output, ".png")->required();
    return [options] { return renderComparison(*options); };
}

}  // namespace palpate::cli
