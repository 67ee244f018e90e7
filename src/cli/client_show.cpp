#include "cli/client_options.h"
#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/text.h"
#include "records/audit_notes.h"
#include "records/practice.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using core::tr;

struct ClientShowOptions {
    VaultAccess vault;
    std::string client;
    bool json = false;
    bool withName = false;
};

void printLine(const char* label, const std::string& text) {
    if (!text.empty()) std::cout << core::trf("{0}: {1}", {label, text}) << '\n';
}

void print(const clinic::Client& client, std::size_t visits, bool withName) {
    printLine(tr("Client"), client.archived ? core::trf("{0} (archived)", {client.code}) : client.code);
    if (withName) printLine(tr("Name"), client.name);
    if (client.yearOfBirth != 0) printLine(tr("Year of birth"), std::to_string(client.yearOfBirth));
    printLine(tr("Figure"), client.figure);
    if (client.heightCm != 0.0)
        printLine(tr("Height"), core::trf("{0} cm", {core::decimal(client.heightCm, 1)}));
    if (client.weightKg != 0.0)
        printLine(tr("Weight"), core::trf("{0} kg", {core::decimal(client.weightKg, 1)}));
    printLine(tr("Goals"), client.goals);
    printLine(tr("Contraindications"), client.contraindications);
    printLine(tr("Areas to avoid"), client.areasToAvoid);
    printLine(tr("Visits"), std::to_string(visits));
}

Outcome showClient(const ClientShowOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto client = (*practice)->clientByCode(options.client);
    if (!client) return client.error();
    const auto visits = (*practice)->visits(client->id);
    if (!visits) return visits.error();
    records::noteViewed(**practice, records::auditSubject(**practice, client->id));
    if (options.json) {
        auto json = clientJson<nlohmann::ordered_json>(*client, visits->size(), options.withName, true);
        json["visits"] = nlohmann::ordered_json::array();
        for (const clinic::Visit& visit : *visits)
            json["visits"].push_back({{"id", visit.id.value}, {"at", core::toIso(visit.at)}});
        printJson(json);
    } else {
        print(*client, visits->size(), options.withName);
    }
    return {};
}

}  // namespace

Action declareClientShow(CLI::App& app) {
    const auto options = std::make_shared<ClientShowOptions>();
    addVault(app, options->vault);
    addClientCode(app, options->client);
    addJson(app, options->json);
    app.add_flag("--with-name", options->withName, core::tr("Show the name, too, not only the code"));
    return [options] { return showClient(*options); };
}

}  // namespace palpate::cli
