#include "report/sheet.h"

#include "cli/command_table.h"
#include "cli/exported.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "core/resources.h"
#include "core/text.h"
#include "image/png.h"
#include "records/audit_notes.h"
#include "report/map_pictures.h"

#include <iostream>
#include <memory>
#include <optional>

namespace palpate::cli {

namespace {

struct SheetOptions {
    VaultAccess vault;
    std::filesystem::path output;
    MapReference map, compareTo;
    bool withName = false;
    bool blackAndWhite = false;
};

// The map to compare with, if one was asked for; by the same author unless stated.
core::Result<std::optional<OpenMap>> openEarlier(records::Practice& practice, const SheetOptions& options,
                                                 const OpenMap& open) {
    if (!options.compareTo.visit) return std::optional<OpenMap>();
    MapReference reference = options.compareTo;
    if (!reference.author) reference.author = open.key.author;
    auto pair = openPair(practice, reference, {open.key.visit, open.key.author, open.key.moment});
    if (!pair) return pair.error();
    return std::optional(std::move(pair->from));
}

report::SheetInput inputOf(const OpenMap& open, const std::optional<OpenMap>& earlier,
                           const SheetOptions& options) {
    return {.body = *open.body,
            .client = open.record.client,
            .visit = open.record.visit,
            .author = open.key.author,
            .moment = open.key.moment,
            .map = open.loaded.map,
            .completed = open.loaded.completed,
            .withName = options.withName,
            .blackAndWhite = options.blackAndWhite,
            .earlierVisit = earlier ? &earlier->record.visit : nullptr,
            .earlierMap = earlier ? &earlier->loaded.map : nullptr,
            .earlierCompleted = earlier && earlier->loaded.completed,
            .earlierAuthor = earlier ? std::optional(earlier->key.author) : std::nullopt,
            .earlierMoment = earlier ? earlier->key.moment : clinic::Moment::Before};
}

Outcome makeSheet(const SheetOptions& options) {
    const auto resources = core::resourceFolder();
    if (!resources) return resources.error();
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto open = openMap(**practice, options.map);
    if (!open) return open.error();
    const auto earlier = openEarlier(**practice, options, *open);
    if (!earlier) return earlier.error();
    auto renderer = render::PictureRenderer::createOffscreen();
    if (!renderer) return renderer.error();

    const std::vector<map::LayerKind> layers(map::kLayerKinds.begin(), map::kLayerKinds.end());
    const auto sheet =
        report::drawSheet(report::makeSheetModel(inputOf(*open, *earlier, options)),
                          report::mapPictures(*renderer, open->body, open->loaded.map, layers), *resources);
    if (!sheet) return sheet.error();
    // A map is health data: nobody but its owner reads it.
    auto written =
        image::writePngFile(options.output, *sheet, report::sheetNotes(), core::FileAccess::OwnerOnly);
    if (!written) return written;
    logExport(**practice, records::auditSubject(**practice, open->key.visit), options.output);
    std::cout << options.output.string() << '\n';
    return {};
}

}  // namespace

Action declareSheet(CLI::App& app) {
    const auto options = std::make_shared<SheetOptions>();
    addVault(app, options->vault);
    addVisit(app, options->map);
    addAuthor(app, options->map);
    addMoment(app, options->map);
    addMapReference(app, "--compare-to", options->compareTo, core::tr("An earlier visit of the same client"))
        ->required(false);
    app.add_flag("--with-name", options->withName, core::tr("Put the client's name on the sheet, too"));
    app.add_flag("--black-and-white", options->blackAndWhite,
                 core::tr("For a printer without colours: a white body, levels as hatching"));
    addOutput(app, options->output, ".png")->required();
    return [options] { return makeSheet(*options); };
}

}  // namespace palpate::cli
