#include "cli/command_table.h"
#include "cli/long_work.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/plural.h"
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

struct VaultRestoreOptions {
    VaultAccess vault;
    std::filesystem::path backup;
    bool json = false;
};

Json restoredJson(const VaultRestoreOptions& options, const records::Restored& restored) {
    const auto textOrNull = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    return {{"vault", options.vault.file.string()},
            {"from", options.backup.string()},
            {"before", textOrNull(restored.before.string())},
            {"erased_again", restored.erasedAgain},
            {"erasures_unknown", textOrNull(restored.erasuresUnknown)}};
}

void print(const VaultRestoreOptions& options, const records::Restored& restored) {
    std::cout << trf("Restored {0} from {1}.", {options.vault.file.string(), options.backup.string()})
              << '\n';
    if (!restored.before.empty()) {
        std::cout << trf("What was there before is kept in {0}; delete it once you are sure.",
                         {restored.before.string()})
                  << '\n';
    }
    if (restored.erasedAgain > 0) {
        std::cout << core::trn(
                         "{0} client that was erased since the backup was made is erased in it, too.",
                         "{0} clients that were erased since the backup was made are erased in it, too.",
                         restored.erasedAgain)
                  << '\n';
    }
    if (!restored.erasuresUnknown.empty()) std::cout << restored.erasuresUnknown << '\n';
}

Outcome restoreVault(const VaultRestoreOptions& options) {
    const auto key = unlockFile(options.vault, options.backup);
    if (!key) return key.error();
    // The passphrase may have stayed the same while the keys were rotated.
    const auto present = unlockCopyWithoutAsking(options.vault, options.vault.file);
    const auto restored = records::restore(options.backup, options.vault.file, *key, core::now,
                                           present ? &*present : nullptr, progressOnTerminal());
    if (!restored) return restored.error();
    if (options.json) {
        printJson(restoredJson(options, *restored));
    } else {
        print(options, *restored);
    }
    return {};
}

}  // namespace

Action declareVaultRestore(CLI::App& app) {
    const auto options = std::make_shared<VaultRestoreOptions>();
    addVaultFile(app, options->vault);
    addRecoveryKey(app, options->vault);
    app.add_option("--backup", options->backup, tr("The backup; it opens with the passphrase of its time"))
        ->required()
        ->type_name("FILE");
    addJson(app, options->json);
    return [options] { return restoreVault(*options); };
}

}  // namespace palpate::cli
