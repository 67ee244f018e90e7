#include "core/text.h"
#include "records/audit_items.h"
#include "records/erase_items.h"
#include "records/sqlite_error.h"
#include "records/vault_care.h"

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;
using core::tr;
using core::trf;

// Whom the vault that lies there has erased. Empty where its key is another one or it is too damaged to tell.
// Error: it is open in another window.
core::Result<std::vector<core::ClientId>> erasedBy(const fs::path& vault, const VaultKey& key,
                                                   const VaultId& id) {
    std::error_code code;
    if (!fs::exists(vault, code)) return std::vector<core::ClientId>();
    {
        auto connection = Connection::open(vault);
        if (!connection && isBusy(connection.error())) return connection.error();
        if (!connection) return std::vector<core::ClientId>();
        const auto logged = (*connection)->startLog();
        if (!logged && isBusy(logged.error())) return logged.error();
        if (!logged) return std::vector<core::ClientId>();
    }
    auto open = openQuietly(vault, key, core::now);
    if (!open && isBusy(open.error())) return open.error();
    if (!open || (*open)->store.vaultId() != id) return std::vector<core::ClientId>();
    return tombstones(**open);
}

core::Error notMoved(const fs::path& vault) {
    return {trf("The vault that lies there could not be moved aside: {0}", {std::strerror(errno)}),
            vault.string(), tr("Check that its folder can be written to.")};
}

// "practice (before 20261130-182011).palpate", with its log, if there is one.
core::Result<fs::path> moveAside(const fs::path& vault) {
    std::error_code code;
    if (!fs::exists(fs::symlink_status(vault, code))) return fs::path();
    const std::string stem = trf("{0} (before {1})", {vault.stem().string(), stampOf(core::now())});
    fs::path aside = vault.parent_path() / (stem + vault.extension().string());
    for (int number = 2; fs::exists(fs::symlink_status(aside, code)); ++number)
        aside = vault.parent_path() / (stem + " " + std::to_string(number) + vault.extension().string());
    if (::rename(vault.c_str(), aside.c_str()) != 0) return notMoved(vault);
    for (const char* log : {"-wal", "-journal"}) {
        if (fs::exists(vault.string() + log, code))
            fs::rename(vault.string() + log, aside.string() + log, code);
    }
    return aside;
}

core::Result<void> prepare(const fs::path& copy, const fs::path& backup, const fs::path& vault,
                           const VaultKey& key, const Clock& clock) {
    if (auto copied = copyVault(backup, copy); !copied) return copied;
    auto open = openQuietly(copy, key, clock);
    if (!open) return open.error();
    if (auto sound = checkCopy(**open, nullptr); !sound) {
        core::Error error = sound.error();
        error.hint = tr("This backup is damaged. Take another one, or run vault salvage on it.");
        return error;
    }
    const auto erased = erasedBy(vault, key, (*open)->store.vaultId());
    if (!erased) return erased.error();
    if (auto applied = eraseByTombstones(**open, *erased); !applied) return applied.error();
    return addAuditRow(**open, AuditKind::Restored, backup.filename().string());
}

}  // namespace

core::Result<fs::path> restore(const fs::path& backup, const fs::path& vault, const VaultKey& key,
                               Clock clock) {
    const fs::path from = absolutePath(backup), to = absolutePath(vault);
    std::error_code code;
    if (fs::equivalent(from, to, code)) {
        return core::Error{tr("The backup and the vault are the same file"), to.string(),
                           tr("Choose a backup, and the vault that it is to replace."),
                           core::Error::Kind::Usage};
    }
    auto temporary = TemporaryVault::beside(to);
    if (!temporary) return temporary.error();
    if (auto prepared = prepare(temporary->file(), from, to, key, clock); !prepared) {
        core::Error error = prepared.error();
        if (error.where.find(temporary->file().string()) != std::string::npos) error.where = from.string();
        return error;
    }
    const auto aside = moveAside(to);
    if (!aside) return aside.error();
    if (auto named = temporary->nameAs(to); !named) {
        if (!aside->empty()) fs::rename(*aside, to, code);
        return named.error();
    }
    return *aside;
}

}  // namespace palpate::records
