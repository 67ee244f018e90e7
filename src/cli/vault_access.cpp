#include "cli/vault_access.h"

#include "cli/passphrase.h"
#include "core/text.h"

#include <iostream>
#include <optional>
#include <utility>

namespace palpate::cli {

namespace {

using core::tr;
using core::trf;
using records::VaultKey;

constexpr const char* kPractitionerVariable = "PALPATE_PRACTITIONER";

// A backup is never written to.
records::FailedUnlock attemptOn(const VaultAccess& vault, const std::filesystem::path& file) {
    return file == vault.file ? records::FailedUnlock::Noted : records::FailedUnlock::NotNoted;
}

// What is given on the command line goes before everything else; a demo opens by itself.
core::Result<std::optional<VaultKey>> unlockWithWhatIsGiven(const VaultAccess& vault,
                                                            const std::filesystem::path& file,
                                                            records::FailedUnlock failed) {
    using Answer = core::Result<std::optional<VaultKey>>;
    const auto answer = [](core::Result<VaultKey> key) -> Answer {
        if (!key) return key.error();
        return std::optional(std::move(*key));
    };
    if (!vault.recoveryKeyFile.empty()) {
        const auto typed = firstLineOf(vault.recoveryKeyFile);
        if (!typed) {
            return core::Error{
                tr("The recovery key could not be read"), vault.recoveryKeyFile.string(),
                tr("The first line of that file must be the recovery key, all 13 groups of it.")};
        }
        return answer(records::unlockWithRecoveryKey(file, typed->text(), failed));
    }
    if (!vault.passphraseFile.empty()) {
        const auto passphrase = firstLineOf(vault.passphraseFile);
        if (!passphrase) return passphrase.error();
        return answer(records::unlock(file, *passphrase, failed));
    }
    const auto face = records::lookAtVault(file);
    if (!face) return face.error();
    if (face->isDemo) return answer(records::unlockDemo(file));
    if (const auto passphrase = secretFromEnvironment(kPassphraseVariable))
        return answer(records::unlock(file, *passphrase, failed));
    return std::optional<VaultKey>();
}

}  // namespace

CLI::Option* addVault(CLI::App& app, VaultAccess& vault) {
    app.add_option("--practitioner", vault.practitioner,
                   tr("Who works, for the log and new visits (default the only one who works there)"))
        ->envname(kPractitionerVariable)
        ->type_name("NAME");
    return addVaultFile(app, vault);
}

CLI::Option* addVaultFile(CLI::App& app, VaultAccess& vault) {
    app.add_option(
           "--passphrase-file", vault.passphraseFile,
           tr("A file whose first line is the passphrase (otherwise PALPATE_PASSPHRASE, or a prompt)"))
        ->type_name("FILE");
    return app.add_option("--vault", vault.file, tr("The practice's file"))->required()->type_name("FILE");
}

CLI::Option* addRecoveryKey(CLI::App& app, VaultAccess& vault) {
    return app
        .add_option("--recovery-key-file", vault.recoveryKeyFile,
                    tr("Unlock with the recovery key that is the first line of this file"))
        ->type_name("FILE");
}

core::Result<VaultKey> unlockWithoutAsking(const VaultAccess& vault) {
    auto key = unlockWithWhatIsGiven(vault, vault.file, records::FailedUnlock::Noted);
    if (!key) return key.error();
    return key->has_value() ? std::move(**key) : VaultKey();
}

core::Result<VaultKey> unlockCopyWithoutAsking(const VaultAccess& vault, const std::filesystem::path& file) {
    auto key = unlockWithWhatIsGiven(vault, file, records::FailedUnlock::NotNoted);
    if (!key) return key.error();
    return key->has_value() ? std::move(**key) : VaultKey();
}

core::Result<VaultKey> unlockFile(const VaultAccess& vault, const std::filesystem::path& file) {
    auto key = unlockWithWhatIsGiven(vault, file, attemptOn(vault, file));
    if (!key) return key.error();
    if (key->has_value()) return std::move(**key);
    const auto typed = promptForSecret(tr("Passphrase:"));
    if (!typed) return typed.error();
    if (typed->has_value()) return records::unlock(file, **typed, attemptOn(vault, file));
    return core::Error{tr("The practice is locked, and no passphrase was given"), file.string(),
                       trf("Give it with --passphrase-file FILE or in the environment variable {0}.",
                           {kPassphraseVariable})};
}

core::Result<std::unique_ptr<records::Practice>> openPractice(const VaultAccess& vault) {
    auto key = unlockFile(vault, vault.file);
    if (!key) return key.error();
    auto practice = records::openVault(vault.file, std::move(*key), core::now, vault.practitioner);
    if (practice && !(*practice)->info().readOnly.empty())
        std::cerr << "palpate-cli: " << (*practice)->info().readOnly << '\n';
    return practice;
}

core::Result<std::unique_ptr<records::Practice>> openPracticeAsAnybody(const VaultAccess& vault) {
    VaultAccess anybody = vault;
    anybody.practitioner.clear();
    auto practice = openPractice(anybody);
    if (!practice || vault.practitioner.empty()) return practice;
    const auto people = (*practice)->practitioners();
    if (!people) return people.error();
    for (const clinic::Practitioner& person : *people)
        if (person.name == vault.practitioner) (void)(*practice)->setAtWork(person.id);
    return practice;
}

}  // namespace palpate::cli
