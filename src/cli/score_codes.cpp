#include "analysis/scores.h"
#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/check.h"
#include "core/text.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace palpate::cli {

namespace {

struct ScoreCodesOptions {
    std::string codes, from = "female", to = "male";
    bool json = false;
};

// The instrument's own numbering is that of the male drawing.
std::string editionOf(const std::string& drawing) {
    return drawing == "male" ? std::string() : drawing;
}

Outcome recodeCodes(const ScoreCodesOptions& options) {
    const auto body = loadFigure("neutral");
    if (!body) return body.error();
    const auto labels = loadLabels(**body);
    if (!labels) return labels.error();
    const body::Instrument* const choir = labels->findInstrument("choir");
    core::check(choir != nullptr, "the atlas has the CHOIR form");
    const auto codes =
        analysis::recode(*choir, options.codes, editionOf(options.from), editionOf(options.to));
    if (!codes) return codes.error();
    if (options.json) {
        printJson(nlohmann::ordered_json{{"form", "choir"}, {"drawing", options.to}, {"codes", *codes}});
    } else {
        std::cout << *codes << '\n';
    }
    return {};
}

}  // namespace

Action declareScoreCodes(CLI::App& app) {
    const auto options = std::make_shared<ScoreCodesOptions>();
    const CLI::IsMember drawings({"male", "female"});
    app.add_option("--codes", options->codes, core::tr("Numbers of CHOIR areas, such as 112,125"))
        ->type_name("LIST")
        ->required();
    app.add_option("--from", options->from, core::tr("The drawing that they are numbered on"))
        ->check(drawings)
        ->capture_default_str();
    app.add_option("--to", options->to, core::tr("The drawing whose numbers are wanted"))
        ->check(drawings)
        ->capture_default_str();
    addJson(app, options->json);
    return [options] { return recodeCodes(*options); };
}

}  // namespace palpate::cli
