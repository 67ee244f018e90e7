#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/text.h"
#include "records/practice.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

struct PractitionerAddOptions {
    VaultAccess vault;
    std::string name;
    bool json = false;
};

Outcome addPractitioner(const PractitionerAddOptions& options) {
    const auto practice = openPracticeAsAnybody(options.vault);
    if (!practice) return practice.error();
    const auto added = (*practice)->addPractitioner(options.name);
    if (!added) return added.error();
    if (options.json) {
        printJson(nlohmann::ordered_json{{"id", added->id.value}, {"name", added->name}});
    } else {
        std::cout << core::trf("Added practitioner {0}.", {added->name}) << '\n';
    }
    return {};
}

}  // namespace

Action declarePractitionerAdd(CLI::App& app) {
    const auto options = std::make_shared<PractitionerAddOptions>();
    addVault(app, options->vault);
    app.add_option("--name", options->name, core::tr("The name, which the log and visits show"))
        ->required()
        ->type_name("NAME");
    addJson(app, options->json);
    return [options] { return addPractitioner(*options); };
}

}  // namespace palpate::cli
