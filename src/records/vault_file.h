#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>
#include <utility>

// The vault as a file, before SQLite opens it.
namespace palpate::records {

struct VaultFile {
    int formatVersion = 0;
    std::string readOnly;  // why it cannot be written to; empty if it can
};
// Says why a file cannot be opened as a vault, by its first bytes and its size. Changes nothing, not even a
// lock that this program holds on the file.
[[nodiscard]] core::Result<VaultFile> inspectVault(const std::filesystem::path& vault);
// The same, and refuses a format that is not sealed.
[[nodiscard]] core::Result<VaultFile> inspectSealedVault(const std::filesystem::path& vault);

// Whether the log beside a vault holds anything that the vault may not hold yet.
[[nodiscard]] bool hasUnwrittenLog(const std::filesystem::path& vault);

// Copies a closed vault, or one whose log is empty, over `to` and flushes it.
core::Result<void> copyVaultFile(const std::filesystem::path& vault, const std::filesystem::path& to);

// A copy of a vault and its log in a private folder, gone with this object.
class VaultCopy {
public:
    static core::Result<VaultCopy> make(const std::filesystem::path& vault);
    VaultCopy(VaultCopy&& other) noexcept : m_file(std::exchange(other.m_file, {})) {}
    VaultCopy& operator=(VaultCopy&&) = delete;
    ~VaultCopy();

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

private:
    explicit VaultCopy(std::filesystem::path file) : m_file(std::move(file)) {}

    std::filesystem::path m_file;
};

// Lengthens a copy that is cut short to the size that its first bytes state, with zeros, so that SQLite reads
// what is left of it. Nothing if it is long enough or not a database at all.
core::Result<void> fillToStatedSize(const std::filesystem::path& copy);

// As it is from the root of the file system; as it is given where that cannot be told.
[[nodiscard]] std::filesystem::path absolutePath(const std::filesystem::path& path);

// Makes an empty, private file beside the place where a vault is to be, under a name of its own.
// Errors: a file is at `vault` already, no such folder, not writable.
[[nodiscard]] core::Result<std::filesystem::path> makeTemporaryBeside(const std::filesystem::path& vault);

// Gives a finished temporary file its name and flushes the folder. Never replaces a file. The temporary name
// is gone afterwards, also on an error.
core::Result<void> publish(const std::filesystem::path& temporary, const std::filesystem::path& vault);

}  // namespace palpate::records
