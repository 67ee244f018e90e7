#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/passphrase.h"
#include "cli/print_json.h"
#include "cli/recovery_key_output.h"
#include "core/text.h"
#include "records/audit_notes.h"
#include "records/vault.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using core::tr;
using core::trf;

struct VaultCreateOptions {
    VaultAccess vault;
    std::string name;
    std::filesystem::path recoveryKeyOutput;
    bool json = false;
};

Outcome createVault(const VaultCreateOptions& options) {
    if (auto unused = checkRecoveryKeyOutput(options.recoveryKeyOutput); !unused) return unused;
    const auto passphrase =
        newPassphrase(options.vault.passphraseFile, "--passphrase-file", kPassphraseVariable);
    if (!passphrase) return passphrase.error();
    records::NewVault vault;
    vault.name = options.name.empty() ? options.vault.file.stem().string() : options.name;
    vault.practitioner = options.vault.practitioner;
    vault.passphrase = &*passphrase;
    const auto made = records::createVault(options.vault.file, vault);
    if (!made) return made.error();
    auto kept = keepRecoveryKey(made->recoveryKey, options.recoveryKeyOutput);
    if (kept && !options.recoveryKeyOutput.empty()) {
        // Only the log misses it if that cannot be written.
        if (auto practice = records::openVault(options.vault.file, made->key.clone()))
            records::noteKeyKept(**practice, records::AuditKind::Exported);
    }
    // A key that could not be written is shown: it is nowhere else.
    const auto shown = kept ? options.recoveryKeyOutput : std::filesystem::path();
    if (options.json) {
        nlohmann::ordered_json json{{"vault", options.vault.file.string()}, {"name", vault.name}};
        addRecoveryKeyTo(json, made->recoveryKey, shown);
        printJson(json);
    } else {
        std::cout << trf("Made the practice \"{0}\": {1}", {vault.name, options.vault.file.string()}) << '\n';
        printRecoveryKey(made->recoveryKey, shown);
    }
    return kept;
}

}  // namespace

Action declareVaultCreate(CLI::App& app) {
    const auto options = std::make_shared<VaultCreateOptions>();
    addVaultFile(app, options->vault);
    app.add_option("--name", options->name, tr("What the practice is called (default the name of the file)"))
        ->type_name("TEXT");
    app.add_option("--practitioner", options->vault.practitioner,
                   tr("Who works there (default nobody is recorded; practitioner add does it later)"))
        ->type_name("NAME");
    addRecoveryKeyOutput(app, options->recoveryKeyOutput);
    addJson(app, options->json);
    return [options] { return createVault(*options); };
}

}  // namespace palpate::cli
