#include "cli/command_table.h"
#include "cli/long_work.h"
#include "cli/options.h"
#include "cli/passphrase.h"
#include "cli/print_json.h"
#include "cli/recovery_key_output.h"
#include "core/text.h"
#include "records/audit_notes.h"
#include "records/maintenance.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using core::tr;
using Json = nlohmann::ordered_json;

struct VaultRekeyOptions {
    VaultAccess vault;
    std::filesystem::path newPassphraseFile, recoveryKeyOutput;
    bool rotateKeys = false;
    bool newRecoveryKey = false;
    bool json = false;
};

const char* aboutPassphrase() {
    return tr(
        "The passphrase is changed; the keys are the same. Copies of the practice that were made before, "
        "such as backups, still open with the old passphrase, and whoever took the keys out of such a copy "
        "can still read this practice. If that may have happened, or somebody who knew the passphrase "
        "leaves, rotate the keys (vault rekey --rotate-keys).");
}
const char* aboutRecoveryKey() {
    return tr(
        "There is a new recovery key; the old one no longer opens this practice. Passphrase and keys are "
        "the same. Copies that were made before still open with the old recovery key.");
}
const char* aboutKeys() {
    return tr(
        "The keys are rotated: every record is sealed anew under new keys, with a new passphrase and a new "
        "recovery key. Nothing that was known before opens this practice. Copies that were made before, such "
        "as backups, still open with the old passphrase and the old recovery key, and erasing a client no "
        "longer reaches them. Make a new backup and delete the old ones when you no longer need them.");
}

void answer(const VaultRekeyOptions& options, const char* done, const char* words) {
    if (options.json) {
        printJson(Json{{"done", done}, {"old_copies", words}});
    } else {
        std::cout << words << '\n';
    }
}

Outcome answerWithKey(const VaultRekeyOptions& options, records::Practice& practice, const char* done,
                      const char* words, const core::Secret& key) {
    auto kept = keepRecoveryKey(key, options.recoveryKeyOutput);
    if (kept && !options.recoveryKeyOutput.empty())
        records::noteKeyKept(practice, records::AuditKind::Exported);
    // A key that could not be written is shown: it is nowhere else.
    const auto shown = kept ? options.recoveryKeyOutput : std::filesystem::path();
    if (options.json) {
        Json json{{"done", done}, {"old_copies", words}};
        addRecoveryKeyTo(json, key, shown);
        printJson(json);
    } else {
        std::cout << words << '\n';
        printRecoveryKey(key, shown);
    }
    return kept;
}

Outcome renewRecoveryKey(const VaultRekeyOptions& options, records::Practice& practice) {
    const auto key = records::renewRecoveryKey(practice);
    if (!key) return key.error();
    return answerWithKey(options, practice, "recovery key renewed", aboutRecoveryKey(), *key);
}

Outcome rekeyVault(const VaultRekeyOptions& options) {
    if (auto unused = checkRecoveryKeyOutput(options.recoveryKeyOutput); !unused) return unused;
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    if (options.newRecoveryKey) return renewRecoveryKey(options, **practice);
    const auto passphrase =
        newPassphrase(options.newPassphraseFile, "--new-passphrase-file", kNewPassphraseVariable);
    if (!passphrase) return passphrase.error();
    if (!options.rotateKeys) {
        if (auto changed = records::changePassphrase(**practice, *passphrase); !changed) return changed;
        answer(options, "passphrase changed", aboutPassphrase());
        return {};
    }
    const auto made = records::rotateKeys(**practice, *passphrase, {}, progressOnTerminal());
    if (!made) return made.error();
    return answerWithKey(options, **practice, "keys rotated", aboutKeys(), made->recoveryKey);
}

}  // namespace

Action declareVaultRekey(CLI::App& app) {
    const auto options = std::make_shared<VaultRekeyOptions>();
    addVault(app, options->vault);
    addRecoveryKey(app, options->vault);
    app.add_option("--new-passphrase-file", options->newPassphraseFile,
                   tr("A file whose first line is the new passphrase (otherwise PALPATE_NEW_PASSPHRASE, or a "
                      "prompt)"))
        ->type_name("FILE");
    auto* const rotate =
        app.add_flag("--rotate-keys", options->rotateKeys, tr("Seal every record anew under new keys, too"));
    app.add_flag("--new-recovery-key", options->newRecoveryKey, tr("Only make a new recovery key"))
        ->excludes(rotate);
    addRecoveryKeyOutput(app, options->recoveryKeyOutput);
    addJson(app, options->json);
    return [options] { return rekeyVault(*options); };
}

}  // namespace palpate::cli
