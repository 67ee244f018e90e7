#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "core/atomic_file.h"
#include "core/text.h"
#include "document/map_store.h"
#include "map/avoid_warning.h"
#include "map/map_codec.h"
#include "map/stroke_json.h"

#include <iostream>
#include <iterator>
#include <memory>
#include <string_view>

namespace palpate::cli {

namespace {

struct MapPaintOptions {
    VaultAccess vault;
    MapReference map;
    std::string figure;  // empty: the client's
    std::string strokes;
};

// A map being painted, stroke by stroke.
struct Painting {
    records::Practice& practice;
    clinic::MapKey key;
    std::shared_ptr<const body::BodyModel> body;
    document::LoadedMap loaded;
    int committed = 0;
};

core::Result<std::string> readStrokes(const std::string& file) {
    if (file != "-") return core::readTextFile(file);
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
}

core::Error refused(int line, const Painting& painting, const core::Error& why) {
    const std::string kept = painting.committed == 1 ? std::string(core::tr("The stroke before it is kept."))
                                                     : core::trf("The {0} strokes before it are kept.",
                                                                 {std::to_string(painting.committed)});
    return {core::trf("The stroke in line {0} was refused: {1}", {std::to_string(line), why.what}), why.where,
            why.hint + (why.hint.empty() ? "" : " ") + kept};
}

// Treating what is to be avoided is done as it was asked for, but not in silence.
void warnOfAvoid(const Painting& painting, std::size_t stepsBefore) {
    const auto& done = painting.loaded.done;
    if (done.size() == stepsBefore) return;
    const std::string warning = map::avoidWarning(map::treatedOverAvoid(painting.loaded.map, done.back()));
    if (!warning.empty()) std::cerr << core::trf("Warning: {0}", {warning}) << std::endl;
}

Outcome paintLine(Painting& painting, std::string_view line) {
    const auto stroke = map::strokeFromJson(line, *painting.body);
    if (!stroke) return stroke.error();
    const std::size_t steps = painting.loaded.done.size();
    const bool wasFinished = painting.loaded.completed;
    if (auto kept =
            document::appendStroke(painting.practice, painting.key, *painting.body, painting.loaded, *stroke);
        !kept)
        return kept;
    ++painting.committed;
    if (wasFinished && !painting.loaded.completed) {
        std::cerr << core::tr("The map was finished, and is not any more. Run map complete once it is.")
                  << std::endl;
    }
    warnOfAvoid(painting, steps);
    // Flushed: whoever reads this may rely on the stroke from now on.
    std::cout << core::trf("committed {0}", {std::to_string(painting.committed)}) << std::endl;
    return {};
}

Outcome paintLines(Painting& painting, std::string_view text) {
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
        if (auto painted = paintLine(painting, line); !painted)
            return refused(number, painting, painted.error());
    }
    return {};
}

core::Result<Painting> beginPainting(records::Practice& practice, const MapPaintOptions& options) {
    const auto record = findVisit(practice, options.map.visit);
    if (!record) return record.error();
    auto body = loadFigure(options.figure.empty() ? record->client.figure : options.figure);
    if (!body) return body.error();
    const clinic::MapKey key{options.map.visit, *options.map.author,
                             options.map.moment.value_or(clinic::Moment::Before)};
    const auto figures = allFigures();
    if (!figures) return figures.error();
    auto loaded = document::loadBodyMap(practice, key, **body, document::History::None, *figures);
    if (!loaded) return loaded.error();
    auto map = loaded->has_value() ? std::move(**loaded) : document::newMap(**body);
    return Painting{practice, key, std::move(*body), std::move(map)};
}

Outcome paintMap(const MapPaintOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    auto painting = beginPainting(**practice, options);
    if (!painting) return painting.error();
    const auto strokes = readStrokes(options.strokes);
    if (!strokes) return strokes.error();
    Outcome outcome = paintLines(*painting, *strokes);
    if (painting->committed == 0) return outcome;
    // Makes the next opening quick; the strokes are safe without it.
    auto saved = (*practice)->saveSnapshot(painting->key, map::encodeMap(painting->loaded.map),
                                           painting->loaded.entries);
    return outcome ? saved : outcome;
}

}  // namespace

Action declareMapPaint(CLI::App& app) {
    const auto options = std::make_shared<MapPaintOptions>();
    addVault(app, options->vault);
    addVisit(app, options->map);
    addAuthor(app, options->map)->required();
    addMoment(app, options->map);
    app.add_option("--figure", options->figure,
                   core::tr("The figure that the points lie on (default the client's)"))
        ->type_name("FIGURE");
    app.add_option("--strokes", options->strokes,
                   core::tr("One stroke a line, as JSON; - reads standard input"))
        ->required()
        ->type_name("FILE");
    return [options] { return paintMap(*options); };
}

}  // namespace palpate::cli
