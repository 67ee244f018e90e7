#pragma once

#include "core/result.h"
#include "records/key_slots.h"
#include "records/maintenance.h"
#include "records/open_vault.h"
#include "records/sealed_practice.h"
#include "records/vault_file.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// What backups, restoring, new keys and rescue have in common.
namespace palpate::records {

// Error: a practice of another kind, which only tests have.
[[nodiscard]] core::Result<SealedPractice*> sealed(Practice& practice);
// The same, and refuses one that is open to be read only.
[[nodiscard]] core::Result<SealedPractice*> sealedToChange(Practice& practice);

// Opens a file that nobody else knows of, without a row in its log. Errors: those of openVault().
[[nodiscard]] core::Result<std::unique_ptr<OpenVault>> openQuietly(const std::filesystem::path& file,
                                                                   const VaultKey& key, Clock clock);

// Error: the file is open in another window. One that is too damaged to tell is not.
core::Result<void> checkNotOpen(const std::filesystem::path& vault);

// Copies a closed vault, and what its log still holds, into the empty file `to`. Changes nothing at `from`.
core::Result<void> copyVault(const std::filesystem::path& from, const std::filesystem::path& to);

// Makes the tables of an empty file and the ways to unlock it, within a change.
core::Result<void> layVault(OpenVault& vault, const std::vector<Slot>& slots);

// As checkPractice().
[[nodiscard]] core::Result<CheckReport> checkVault(OpenVault& vault, const Progress& progress = {});
// Refuses `copy` if it does not check, where `original` does: what was lost before is lost in it, too, and is
// given.
core::Result<std::vector<core::Error>> checkCopy(OpenVault& copy, OpenVault* original,
                                                 const Progress& progress = {});

// A private file in the folder of `file`, removed with what SQLite lays beside it when this object goes,
// unless it was given a name of its own.
class TemporaryVault {
public:
    // Error: the folder cannot be written to.
    static core::Result<TemporaryVault> beside(const std::filesystem::path& file);
    TemporaryVault(TemporaryVault&& other) noexcept;
    TemporaryVault& operator=(TemporaryVault&&) = delete;
    ~TemporaryVault();

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    // Flushes the file, gives it the name, and flushes the folder. Nothing has it open.
    core::Result<void> nameAs(const std::filesystem::path& file);   // never replaces a file
    core::Result<void> putOver(const std::filesystem::path& file);  // replaces it

private:
    explicit TemporaryVault(std::filesystem::path file) : m_file(std::move(file)) {}

    std::filesystem::path m_file;
};

// "20261130-182011": local time, for names of files.
[[nodiscard]] std::string stampOf(core::Timestamp time);

}  // namespace palpate::records
