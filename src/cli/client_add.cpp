#include "cli/client_options.h"
#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/text.h"
#include "document/client_codes.h"
#include "records/practice.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

struct ClientAddOptions {
    VaultAccess vault;
    std::string code;
    ClientFields fields;
    bool json = false;
};

Outcome addClient(const ClientAddOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    clinic::Client client;
    client.code = options.code;
    options.fields.applyTo(client);
    if (const auto figure = loadFigure(client.figure); !figure) return figure.error();
    if (client.code.empty()) {
        const auto clients = (*practice)->clients();
        if (!clients) return clients.error();
        client.code = document::freeClientCode(**practice, *clients);
    }
    const auto added = (*practice)->addClient(client);
    if (!added) return added.error();
    // Should that not be possible, the code is free again once the client is erased.
    (void)document::noteClientCode(**practice, added->code);
    if (options.json) {
        printJson(nlohmann::ordered_json{{"id", added->id.value}, {"code", added->code}});
    } else {
        std::cout << core::trf("Added client {0}.", {added->code}) << '\n';
    }
    return {};
}

}  // namespace

Action declareClientAdd(CLI::App& app) {
    const auto options = std::make_shared<ClientAddOptions>();
    addVault(app, options->vault);
    app.add_option("--code", options->code,
                   core::tr("What the client is called in lists and files (default the next free C-0001)"))
        ->type_name("CODE");
    addClientFields(app, options->fields);
    addJson(app, options->json);
    return [options] { return addClient(*options); };
}

}  // namespace palpate::cli
