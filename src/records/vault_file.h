#pragma once

#include "core/result.h"

#include <filesystem>

// The vault as a file, before SQLite opens it.
namespace palpate::records {

// Says why a file cannot be opened as a vault, by its first bytes and its size. Changes nothing, not even a
// lock that this program holds on the file.
core::Result<void> inspectVault(const std::filesystem::path& vault);

// Makes an empty, private file beside the place where a vault is to be, under a name of its own.
// Errors: a file is at `vault` already, no such folder, not writable.
[[nodiscard]] core::Result<std::filesystem::path> makeTemporaryBeside(const std::filesystem::path& vault);

// Gives a finished temporary file its name and flushes the folder. Never replaces a file. The temporary name
// is gone afterwards, also on an error.
core::Result<void> publish(const std::filesystem::path& temporary, const std::filesystem::path& vault);

}  // namespace palpate::records
