#include "records/migration.h"

#include "core/text.h"
#include "records/head_check.h"
#include "records/key_slots.h"
#include "records/vault_file.h"

#include <algorithm>
#include <string>
#include <system_error>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;

core::Result<void> runStep(Connection& connection, const VaultKeys& keys, const Migration& step) {
    if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun) return begun;
    const std::string mark = "PRAGMA user_version = " + std::to_string(step.from + 1) + "; COMMIT";
    auto done = step.run(connection, keys);
    if (done) done = connection.execute(mark.c_str());
    if (!done && connection.isInTransaction()) (void)connection.execute("ROLLBACK");
    return done;
}

core::Result<void> keepCopy(Connection& connection, int from) {
    const fs::path copy = copyBeforeMigration(connection.vault(), from);
    std::error_code code;
    if (fs::exists(copy, code)) return {};
    if (auto emptied = connection.emptyLog(); !emptied) return emptied;
    const auto temporary = makeTemporaryBeside(copy);
    if (!temporary) return temporary.error();
    if (auto copied = copyVaultFile(connection.vault(), *temporary); !copied) {
        fs::remove(*temporary, code);
        return copied;
    }
    return publish(*temporary, copy);
}

core::Error noWay(const Connection& connection, int from, int to) {
    return {core::trf("This version of Palpate cannot bring a practice of format {0} to format {1}",
                      {std::to_string(from), std::to_string(to)}),
            connection.vault().string(), core::tr("Open it with the version that made it.")};
}

}  // namespace

std::span<const Migration> migrations() {
    return {};  // format 1 is the first
}

fs::path copyBeforeMigration(const fs::path& vault, int from) {
    return vault.string() + ".format-" + std::to_string(from);
}

core::Result<void> migrate(Connection& connection, const VaultKey& key, std::span<const Migration> steps,
                           int from, int to) {
    if (from >= to) return {};
    const auto row = readVaultRow(connection);
    if (!row) return row.error();
    const VaultKeys keys(key);
    if (row->inboxKey != keys.inboxPublicKey()) return wrongKey(connection.vault().string());
    const auto stepFrom = [&](int version) {
        return std::find_if(steps.begin(), steps.end(),
                            [=](const Migration& s) { return s.from == version; });
    };
    for (int version = from; version < to; ++version) {
        if (stepFrom(version) == steps.end()) return noWay(connection, from, to);
    }
    if (auto kept = keepCopy(connection, from); !kept) return kept;
    for (int version = from; version < to; ++version) {
        if (auto done = runStep(connection, keys, *stepFrom(version)); !done) return done;
    }
    return {};
}

}  // namespace palpate::records
