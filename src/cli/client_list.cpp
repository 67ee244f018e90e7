#include "cli/client_options.h"
#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/partial.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "core/text.h"
#include "records/audit_notes.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

struct ClientListOptions {
    VaultAccess vault;
    bool json = false;
    bool withName = false;
    bool archived = false;
};

Outcome listClients(const ClientListOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const Unreadable unreadable(**practice);
    const auto clients = (*practice)->clients();
    if (!clients) return clients.error();
    Json list = Json::array();
    TextTable table({{core::tr("Code"), false},
                     {core::tr("Figure"), false},
                     {core::tr("Visits"), true},
                     {options.withName ? core::tr("Name") : "", false}});
    for (const clinic::Client& client : *clients) {
        if (client.archived && !options.archived) continue;
        const auto visits = (*practice)->visits(client.id);
        if (!visits) return visits.error();
        list.push_back(clientJson<nlohmann::ordered_json>(client, visits->size(), options.withName, false));
        table.add({client.code, client.figure, std::to_string(visits->size()),
                   options.withName ? client.name : ""});
    }
    if (options.json) {
        printJson(Json{{"clients", std::move(list)}});
    } else {
        table.print(std::cout);
    }
    if (options.withName) records::noteViewed(**practice, core::tr("the list of clients with their names"));
    return tellUnreadable(unreadable.all(), options.vault.file);
}

}  // namespace

Action declareClientList(CLI::App& app) {
    const auto options = std::make_shared<ClientListOptions>();
    addVault(app, options->vault);
    addJson(app, options->json);
    app.add_flag("--with-name", options->withName, core::tr("Show names, too, not only codes"));
    app.add_flag("--archived", options->archived, core::tr("Show archived clients, too"));
    return [options] { return listClients(*options); };
}

}  // namespace palpate::cli
