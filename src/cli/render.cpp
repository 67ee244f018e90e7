#include "cli/command_table.h"
#include "cli/exported.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "core/resources.h"
#include "core/text.h"
#include "image/png.h"
#include "image/vision.h"
#include "records/audit_notes.h"
#include "render/skin_labels.h"
#include "report/map_pictures.h"

#include <algorithm>
#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

struct RenderOptions {
    VaultAccess vault;
    std::filesystem::path output;
    MapReference map;
    std::optional<body::StandardView> view;
    std::optional<PixelSize> size;
    std::vector<std::string> layers;
    std::string figure;  // empty: the client's
    std::optional<body::OverlayKind> overlay;
    bool blackAndWhite = false, numbers = false;
    std::string vision = image::visionId(image::Vision::Full);
};

core::Result<std::vector<map::LayerKind>> layersOf(const RenderOptions& options) {
    std::vector<map::LayerKind> layers;
    for (const std::string& id : options.layers) {
        const auto kind = map::layerFromId(id);
        if (!kind) {
            return core::Error{core::trf("--layers: \"{0}\" is no layer", {id}), "",
                               core::tr("Use pain, tension, treated and avoid, with commas between."),
                               core::Error::Kind::Usage};
        }
        layers.push_back(*kind);
    }
    if (layers.empty()) layers.assign(map::kLayerKinds.begin(), map::kLayerKinds.end());
    return layers;
}

core::Result<std::shared_ptr<const render::SkinLabels>> labelsOf(const body::BodyModel& body,
                                                                 body::OverlayKind kind) {
    using Shown = std::shared_ptr<const render::SkinLabels>;
    if (kind == body::OverlayKind::Regions)
        return Shown(std::make_shared<render::SkinLabels>(render::regionLabels(body.mesh(), body.atlas())));
    const auto labels = loadLabels(body);
    if (!labels) return labels.error();
    return Shown(std::make_shared<render::SkinLabels>(kind == body::OverlayKind::Muscles
                                                          ? render::muscleLabels(body.mesh(), *labels)
                                                          : render::dermatomeLabels(body.mesh(), *labels)));
}

Outcome writePicture(const RenderOptions& options, const std::shared_ptr<const body::BodyModel>& body,
                     const map::BodyMap& map, std::span<const map::LayerKind> layers) {
    std::shared_ptr<const render::SkinLabels> labels;
    if (options.overlay) {
        auto made = labelsOf(*body, *options.overlay);
        if (!made) return made.error();
        labels = std::move(*made);
    }
    auto renderer = render::PictureRenderer::createOffscreen();
    if (!renderer) return renderer.error();
    auto picture =
        report::standardViewPicture(*renderer, body, map, layers, *options.view, options.size->width,
                                    options.size->height, labels, options.blackAndWhite);
    if (!picture) return picture.error();
    // Three densities of hatching are not ten levels: in black and white the numbers say which.
    if (options.numbers || options.blackAndWhite) {
        const auto resources = core::resourceFolder();
        if (!resources) return resources.error();
        picture = report::withNumbers(*picture, *body, map, layers, *options.view, options.blackAndWhite,
                                      *resources);
        if (!picture) return picture.error();
    }
    if (!map.pins().rows().empty()) {
        const auto resources = core::resourceFolder();
        if (!resources) return resources.error();
        picture = report::withPins(*picture, *body, map.pins(), *options.view, *resources);
        if (!picture) return picture.error();
    }
    image::seeAs(*picture, image::visionFromId(options.vision).value_or(image::Vision::Full));
    // A map is health data: nobody but its owner reads it.
    auto written = image::writePngFile(options.output, *picture, {}, core::FileAccess::OwnerOnly);
    if (!written) return written;
    std::cout << options.output.string() << '\n';
    return {};
}

Outcome renderFigure(const RenderOptions& options) {
    const auto body = loadFigure(options.figure.empty() ? "neutral" : options.figure);
    if (!body) return body.error();
    const map::BodyMap empty((*body)->mesh().topologyId(), (*body)->mesh().vertexCount());
    return writePicture(options, *body, empty, {});
}

Outcome renderMap(const RenderOptions& options) {
    const auto layers = layersOf(options);
    if (!layers) return layers.error();
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    auto open = openMap(**practice, options.map);
    if (!open) return open.error();
    if (!options.figure.empty()) {
        auto figure = loadFigure(options.figure);
        if (!figure) return figure.error();
        open->body = std::move(*figure);
    }
    if (auto written = writePicture(options, open->body, open->loaded.map, *layers); !written) return written;
    logExport(**practice, records::auditSubject(**practice, open->key.visit), options.output);
    return {};
}

}  // namespace

Action declareRender(CLI::App& app) {
    const auto options = std::make_shared<RenderOptions>();
    // Checked here and not by CLI11, because `render compare` takes other ones.
    CLI::Option* const vault = addVault(app, options->vault)->required(false);
    CLI::Option* const visit = addVisit(app, options->map)->required(false);
    const std::vector<CLI::Option*> needed{addView(app, options->view), addSize(app, options->size),
                                           addOutput(app, options->output, ".png")};
    CLI::Option* const author = addAuthor(app, options->map);
    CLI::Option* const moment = addMoment(app, options->map);
    CLI::Option* const layers =
        app.add_option("--layers", options->layers,
                       core::tr("Which layers to show, with commas between (default all)"))
            ->delimiter(',')
            ->type_name("LAYERS");
    addOverlay(app, options->overlay);
    app.add_flag("--black-and-white", options->blackAndWhite,
                 core::tr("For a printer without colours: a white body, levels as hatching and numbers"));
    app.add_flag("--numbers", options->numbers, core::tr("Write its level upon every place"));
    app.add_option(
           "--vision", options->vision,
           core::tr("As seen by somebody who is colour-blind: protan, deutan or tritan (default full)"))
        ->check(CLI::IsMember({"full", "protan", "deutan", "tritan"}))
        ->type_name("VISION");
    CLI::Option* const figure =
        app.add_option(
               "--figure", options->figure,
               core::tr("The figure to show (default the client's); without --vault it is shown bare"))
            ->type_name("FIGURE");
    const std::vector<CLI::Option*> ofMap{vault, visit, author, moment, layers};
    return [=]() -> Outcome {
        const auto isGiven = [](const CLI::Option* option) { return option->count() > 0; };
        const bool isBare = std::none_of(ofMap.begin(), ofMap.end(), isGiven) &&
                            (isGiven(figure) || options->overlay.has_value());
        std::vector<CLI::Option*> all = needed;
        if (!isBare) all.insert(all.begin(), {vault, visit});
        for (const CLI::Option* option : all) {
            if (isGiven(option)) continue;
            return core::Error{core::trf("{0} is required", {option->get_name()}), "",
                               core::tr("palpate-cli render --help says how it is called."),
                               core::Error::Kind::Usage};
        }
        return isBare ? renderFigure(*options) : renderMap(*options);
    };
}

}  // namespace palpate::cli
