#include "cli/backup_folder.h"
#include "cli/client_options.h"
#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/plural.h"
#include "core/text.h"
#include "records/practice.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <iostream>
#include <memory>
#include <vector>

namespace palpate::cli {

namespace {

using core::tr;
using core::trf;
using Json = nlohmann::ordered_json;

struct ClientEraseOptions {
    VaultAccess vault;
    std::string client;
    std::int64_t number = 0;  // of the record, instead of a code
    std::vector<std::filesystem::path> backups;
    bool yes = false;
    bool json = false;
};

const char* aboutCopies() {
    return tr(
        "Copies that are elsewhere (a stick, another computer, a cloud, a backup of the whole machine) still "
        "hold the client and open with the passphrase they were made under. Delete them yourself if the "
        "client must be gone there too. A backup of this practice that is restored later loses the client "
        "again by itself.");
}

Json pathsJson(const std::vector<std::filesystem::path>& files) {
    Json list = Json::array();
    for (const auto& file : files)
        list.push_back(file.string());
    return list;
}

void print(const records::ErasedClient& erased) {
    std::cout << trf("Client {0} and {1} are erased: their key is destroyed and their records are "
                     "deleted. This cannot be undone.",
                     {erased.code.empty() ? std::string("?") : erased.code,
                      core::trn("{0} visit", "{0} visits", erased.visits)})
              << '\n';
    for (const auto& file : erased.backupsRewritten)
        std::cout << trf("Also erased in the backup {0}", {file.string()}) << '\n';
    for (const auto& file : erased.backupsLeft)
        std::cout << trf("Still in the backup {0}: it could not be rewritten. Delete it yourself.",
                         {file.string()})
                  << '\n';
    std::cout << aboutCopies() << '\n';
}

// A client whose record is damaged has no code that anybody could read.
core::Result<core::ClientId> clientOf(const records::Practice& practice, const ClientEraseOptions& options) {
    if (options.number > 0) return core::ClientId{options.number};
    const auto client = practice.clientByCode(options.client);
    if (!client) return client.error();
    return client->id;
}

Outcome eraseClient(const ClientEraseOptions& options) {
    if (!options.yes) {
        return core::Error{trf("Erasing client {0} cannot be undone, so it has to be asked for twice",
                               {options.number > 0 ? std::to_string(options.number) : options.client}),
                           "", tr("Add --yes if that is what is wanted."), core::Error::Kind::Usage};
    }
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto client = clientOf(**practice, options);
    if (!client) return client.error();
    std::vector<std::filesystem::path> folders = options.backups;
    folders.push_back(backupFolder(**practice, {}));
    const auto erased = (*practice)->eraseClient(*client, folders);
    if (!erased) return erased.error();
    if (options.json) {
        printJson(Json{{"code", erased->code},
                       {"visits", erased->visits},
                       {"backups_rewritten", pathsJson(erased->backupsRewritten)},
                       {"backups_left", pathsJson(erased->backupsLeft)},
                       {"copies_elsewhere", aboutCopies()}});
    } else {
        print(*erased);
    }
    return {};
}

}  // namespace

Action declareClientErase(CLI::App& app) {
    const auto options = std::make_shared<ClientEraseOptions>();
    addVault(app, options->vault);
    CLI::Option* const code = addClientCode(app, options->client)->required(false);
    CLI::Option* const number =
        app.add_option(
               "--number", options->number,
               tr("Instead of the code, for a client whose record is damaged: the number of the client "
                  "record, as vault check names it"))
            ->check(CLI::PositiveNumber)
            ->excludes(code)
            ->type_name("N");
    app.add_flag("--yes", options->yes, tr("Yes, for ever"));
    app.add_option("--backups", options->backups,
                   tr("A further folder whose backups of this practice are to lose the client as well"))
        ->type_name("FOLDER");
    addJson(app, options->json);
    return [options, code, number]() -> Outcome {
        if (code->count() + number->count() > 0) return eraseClient(*options);
        return core::Error{trf("{0} is required", {"--client"}), "",
                           tr("palpate-cli client erase --help says how it is called."),
                           core::Error::Kind::Usage};
    };
}

}  // namespace palpate::cli
