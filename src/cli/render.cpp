#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "core/text.h"
#include "image/png.h"
#include "report/map_pictures.h"

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

struct Options {
    std::filesystem::path vault, output;
    MapReference map;
    std::optional<body::StandardView> view;
    std::optional<PixelSize> size;
    std::vector<std::string> layers;
    std::string figure;  // empty: the client's
};

core::Result<std::vector<map::LayerKind>> layersOf(const Options& options) {
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

Outcome renderMap(const Options& options) {
    const auto layers = layersOf(options);
    if (!layers) return layers.error();
    const auto practice = records::openPractice(options.vault);
    if (!practice) return practice.error();
    auto open = openMap(**practice, options.map);
    if (!open) return open.error();
    if (!options.figure.empty()) {
        auto figure = loadFigure(options.figure);
        if (!figure) return figure.error();
        open->body = std::move(*figure);
    }
    auto renderer = render::PictureRenderer::createOffscreen();
    if (!renderer) return renderer.error();
    const auto picture =
        report::standardViewPicture(*renderer, open->body, open->loaded.map, *layers, *options.view,
                                    options.size->width, options.size->height);
    if (!picture) return picture.error();
    if (auto written = image::writePngFile(options.output, *picture); !written) return written;
    std::cout << options.output.string() << '\n';
    return {};
}

}  // namespace

Action declareRender(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    // Checked here and not by CLI11, because `render compare` takes other ones.
    const std::vector<CLI::Option*> needed{
        addVault(app, options->vault)->required(false), addVisit(app, options->map)->required(false),
        addView(app, options->view), addSize(app, options->size), addOutput(app, options->output, ".png")};
    addAuthor(app, options->map);
    addMoment(app, options->map);
    app.add_option("--layers", options->layers,
                   core::tr("Which layers to show, with commas between (default all)"))
        ->delimiter(',')
        ->type_name("LAYERS");
    app.add_option("--figure", options->figure,
                   core::tr("The figure to show the map on (default the client's)"))
        ->type_name("FIGURE");
    return [options, needed]() -> Outcome {
        for (const CLI::Option* option : needed) {
            if (option->count() == 0) {
                return core::Error{core::trf("{0} is required", {option->get_name()}), "",
                                   core::tr("palpate-cli render --help says how it is called."),
                                   core::Error::Kind::Usage};
            }
        }
        return renderMap(*options);
    };
}

}  // namespace palpate::cli
