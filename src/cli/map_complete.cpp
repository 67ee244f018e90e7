#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "core/text.h"

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

struct MapCompleteOptions {
    VaultAccess vault;
    MapReference map;
};

Outcome completeMap(const MapCompleteOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    if (const auto record = findVisit(**practice, options.map.visit); !record) return record.error();
    const clinic::MapKey key{options.map.visit, *options.map.author,
                             options.map.moment.value_or(clinic::Moment::Before)};
    if (auto completed = (*practice)->complete(key); !completed) return completed;
    std::cout << core::trf("Visit {0}: {1} is finished.", {std::to_string(key.visit.value), mapPhrase(key)})
              << '\n';
    return {};
}

}  // namespace

Action declareMapComplete(CLI::App& app) {
    const auto options = std::make_shared<MapCompleteOptions>();
    addVault(app, options->vault);
    addVisit(app, options->map);
    addAuthor(app, options->map)->required();
    addMoment(app, options->map);
    return [options] { return completeMap(*options); };
}

}  // namespace palpate::cli
