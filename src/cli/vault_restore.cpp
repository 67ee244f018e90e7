#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/text.h"
#include "records/maintenance.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using core::tr;
using core::trf;
using Json = nlohmann::ordered_json;

struct Options {
    VaultAccess vault;
    std::filesystem::path backup;
    bool json = false;
};

Outcome restoreVault(const Options& options) {
    const auto key = unlockFile(options.vault, options.backup);
    if (!key) return key.error();
    const auto aside = records::restore(options.backup, options.vault.file, *key);
    if (!aside) return aside.error();
    if (options.json) {
        printJson(Json{{"vault", options.vault.file.string()},
                       {"from", options.backup.string()},
                       {"before", aside->empty() ? Json(nullptr) : Json(aside->string())}});
        return {};
    }
    std::cout << trf("Restored {0} from {1}.", {options.vault.file.string(), options.backup.string()})
              << '\n';
    if (!aside->empty()) {
        std::cout << trf("What was there before is kept in {0}; delete it once you are sure.",
                         {aside->string()})
                  << '\n';
    }
    std::cout
        << tr("Clients that were erased since the backup was made are erased in it, too, if the vault that "
              "lay there could be opened with the same keys.")
        << '\n';
    return {};
}

}  // namespace

Action declareVaultRestore(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addVault(app, options->vault);
    addRecoveryKey(app, options->vault);
    app.add_option("--backup", options->backup, tr("The backup; it opens with the passphrase of its time"))
        ->required()
        ->type_name("FILE");
    addJson(app, options->json);
    return [options] { return restoreVault(*options); };
}

}  // namespace palpate::cli
