#include "cli/client_options.h"
#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/text.h"
#include "core/time.h"
#include "records/practice.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

struct VisitAddOptions {
    VaultAccess vault;
    std::string client, at, note;
    bool json = false;
};

// The visit and its note, or neither.
core::Result<clinic::Visit> addWithNote(records::Practice& practice, core::ClientId client,
                                        core::Timestamp at, const std::string& note) {
    clinic::Visit added;
    auto kept = practice.asOneChange([&]() -> core::Result<void> {
        auto visit = practice.addVisit(client, at);
        if (!visit) return visit.error();
        added = std::move(*visit);
        added.note = note;
        return note.empty() ? core::Result<void>() : practice.updateVisit(added);
    });
    if (!kept) return kept.error();
    return added;
}

Outcome addVisit(const VisitAddOptions& options) {
    core::Timestamp at = core::now();
    if (!options.at.empty()) {
        const auto stated = core::fromIso(options.at);
        if (!stated) {
            core::Error error = stated.error();
            error.kind = core::Error::Kind::Usage;
            return error;
        }
        at = *stated;
    }
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto client = (*practice)->clientByCode(options.client);
    if (!client) return client.error();
    const auto visit = addWithNote(**practice, client->id, at, options.note);
    if (!visit) return visit.error();
    if (options.json) {
        printJson(nlohmann::ordered_json{{"id", visit->id.value}});
    } else {
        std::cout << core::trf("Added visit {0}, number {1} of client {2}, at {3}.",
                               {std::to_string(visit->id.value), std::to_string(visit->number), client->code,
                                core::toIso(visit->at)})
                  << '\n';
    }
    return {};
}

}  // namespace

Action declareVisitAdd(CLI::App& app) {
    const auto options = std::make_shared<VisitAddOptions>();
    addVault(app, options->vault);
    addClientCode(app, options->client);
    app.add_option("--at", options->at, core::tr("When, such as 2026-11-20T14:00:00+01:00 (default now)"))
        ->type_name("TIME");
    app.add_option("--note", options->note, core::tr("What is to be remembered of it"))->type_name("TEXT");
    addJson(app, options->json);
    return [options] { return addVisit(*options); };
}

}  // namespace palpate::cli
