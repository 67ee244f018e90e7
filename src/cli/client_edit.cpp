#include "cli/client_options.h"
#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "core/text.h"
#include "records/practice.h"

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

struct EditOptions {
    VaultAccess vault;
    std::string client, newCode;
    ClientFields fields;
};

Outcome editClient(const EditOptions& options) {
    if (options.fields.empty() && options.newCode.empty()) {
        return core::Error{core::tr("Nothing was stated that is to change"), "",
                           core::tr("palpate-cli client edit --help lists what can be changed."),
                           core::Error::Kind::Usage};
    }
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    auto client = (*practice)->clientByCode(options.client);
    if (!client) return client.error();
    options.fields.applyTo(*client);
    if (!options.newCode.empty()) client->code = options.newCode;
    if (options.fields.figure) {
        if (const auto figure = loadFigure(client->figure); !figure) return figure.error();
    }
    if (auto kept = (*practice)->updateClient(*client); !kept) return kept;
    std::cout << core::trf("Client {0} is changed.", {client->code}) << '\n';
    return {};
}

struct ArchiveOptions {
    VaultAccess vault;
    std::string client;
    bool back = false;
};

Outcome archiveClient(const ArchiveOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    auto client = (*practice)->clientByCode(options.client);
    if (!client) return client.error();
    client->archived = !options.back;
    if (auto kept = (*practice)->updateClient(*client); !kept) return kept;
    std::cout << core::trf(options.back ? "Client {0} is in the lists again."
                                        : "Client {0} is archived: kept whole, and left out of lists.",
                           {client->code})
              << '\n';
    return {};
}

}  // namespace

Action declareClientEdit(CLI::App& app) {
    const auto options = std::make_shared<EditOptions>();
    addVault(app, options->vault);
    addClientCode(app, options->client);
    app.add_option("--code", options->newCode, core::tr("A new code"))->type_name("CODE");
    addClientFields(app, options->fields);
    return [options] { return editClient(*options); };
}

Action declareClientArchive(CLI::App& app) {
    const auto options = std::make_shared<ArchiveOptions>();
    addVault(app, options->vault);
    addClientCode(app, options->client);
    app.add_flag("--back", options->back, core::tr("Show the client in lists again"));
    return [options] { return archiveClient(*options); };
}

}  // namespace palpate::cli
