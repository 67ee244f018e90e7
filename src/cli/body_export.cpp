#include "cli/command_table.h"
#include "cli/glb_file.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "core/atomic_file.h"
#include "core/text.h"

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

struct BodyExportOptions {
    std::string figure = "neutral";
    std::filesystem::path output;
};

Outcome exportBody(const BodyExportOptions& options) {
    const auto body = loadFigure(options.figure);
    if (!body) return body.error();
    const auto bytes = toGlb((*body)->mesh(), options.figure);
    if (auto written = core::writeFileAtomically(options.output, bytes); !written) return written;
    std::cout << options.output.string() << '\n';
    return {};
}

}  // namespace

Action declareBodyExport(CLI::App& app) {
    const auto options = std::make_shared<BodyExportOptions>();
    app.add_option("--figure", options->figure, core::tr("Which figure; body info lists them"))
        ->capture_default_str()
        ->type_name("FIGURE");
    addOutput(app, options->output, ".glb")->required();
    return [options] { return exportBody(*options); };
}

}  // namespace palpate::cli
