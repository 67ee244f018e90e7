#pragma once

#include "core/result.h"
#include "records/sqlite_connection.h"
#include "records/vault.h"
#include "records/vault_keys.h"

#include <filesystem>
#include <functional>
#include <span>

namespace palpate::records {

// Makes a vault of format `from` one of format `from` + 1.
struct Migration {
    int from = 0;
    std::function<core::Result<void>(Connection&, const VaultKeys&)> run;
};

// One for every format from 1 on that this version can bring up to kFormatVersion, in order.
[[nodiscard]] std::span<const Migration> migrations();

// Brings an open vault from format `from` to format `to`: each step is one transaction that also raises
// user_version, so that a step that was killed half-way never happened. Before the first one the vault is
// copied to NAME.format-N beside it; a copy that is there already, from an attempt that was cut short, stays.
// A key of another vault is refused before anything is written, in the vault or beside it.
// Error: the key; no way from `from`; what a step says; the disk. The vault is then as the last finished step
// left it.
core::Result<void> migrate(Connection& connection, const VaultKey& key, std::span<const Migration> steps,
                           int from, int to);

// Where the copy of a vault of format `from` goes.
[[nodiscard]] std::filesystem::path copyBeforeMigration(const std::filesystem::path& vault, int from);

}  // namespace palpate::records
