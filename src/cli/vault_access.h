#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "records/practice.h"
#include "records/vault.h"

#include <CLI/App.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

// How commands get at a practice: which file, and where its passphrase comes from.
namespace palpate::cli {

// --vault, --passphrase-file and --practitioner.
struct VaultAccess {
    std::filesystem::path file;
    std::filesystem::path passphraseFile;   // empty: the environment variable, or a prompt
    std::filesystem::path recoveryKeyFile;  // instead of a passphrase; only some commands offer it
    std::string practitioner;               // who works; empty: the only one who works there, or nobody
};

// All three, for a command that opens a practice and so writes to its log.
CLI::Option* addVault(CLI::App& app, VaultAccess& vault);
// Without --practitioner.
CLI::Option* addVaultFile(CLI::App& app, VaultAccess& vault);
// --recovery-key-file
CLI::Option* addRecoveryKey(CLI::App& app, VaultAccess& vault);

// Takes the key out of `file`, which is the vault itself or a copy of it. A demo practice opens without
// asking. Errors: those of records::unlock(), no passphrase and no terminal to ask on.
[[nodiscard]] core::Result<records::VaultKey> unlockFile(const VaultAccess& vault,
                                                         const std::filesystem::path& file);
// The same without ever asking; empty if there is nothing to try.
[[nodiscard]] core::Result<records::VaultKey> unlockWithoutAsking(const VaultAccess& vault);
// The same of any vault, which is not to know of it: an attempt that fails leaves no note.
[[nodiscard]] core::Result<records::VaultKey> unlockCopyWithoutAsking(const VaultAccess& vault,
                                                                      const std::filesystem::path& file);

// Opens the practice for one command. One that can only be read is said to be, on standard error.
// Errors: those of unlockFile() and records::openVault().
[[nodiscard]] core::Result<std::unique_ptr<records::Practice>> openPractice(const VaultAccess& vault);
// The same whoever is said to work: a name that the practice does not know, or no more, is passed over. For
// commands that record names, and for those that a damaged practice needs.
[[nodiscard]] core::Result<std::unique_ptr<records::Practice>> openPracticeAsAnybody(
    const VaultAccess& vault);

}  // namespace palpate::cli
