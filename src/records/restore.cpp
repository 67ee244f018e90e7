#include "core/text.h"
#include "records/audit_items.h"
#include "records/erase_items.h"
#include "records/practitioner_items.h"
#include "records/sqlite_error.h"
#include "records/vault_care.h"

#include <algorithm>
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

// Whom the vault that lies there has erased; `isKnown` is false where it cannot be told.
struct Erasures {
    std::vector<core::ClientId> clients;
    bool isKnown = false;
};

// Error: it is open in another window.
core::Result<Erasures> erasedBy(const fs::path& vault, const std::vector<const VaultKey*>& keys,
                                const VaultId& id) {
    std::error_code code;
    if (!fs::exists(vault, code)) return Erasures{{}, true};
    if (auto closed = checkNotOpen(vault); !closed) return closed.error();
    for (const VaultKey* key : keys) {
        if (key == nullptr || key->empty()) continue;
        auto open = openQuietly(vault, *key, core::now);
        if (!open && isBusy(open.error())) return open.error();
        if (!open || (*open)->store.vaultId() != id) continue;
        auto erased = tombstones(**open);
        if (erased) return Erasures{std::move(*erased), true};
    }
    return Erasures{};
}

core::Error notMoved(const fs::path& vault) {
    return {trf("The practice that lies there could not be moved aside: {0}", {std::strerror(errno)}),
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

// Gives all but where the file that lay there is now.
core::Result<Restored> prepare(const fs::path& copy, const fs::path& backup, const fs::path& vault,
                               const VaultKey& key, const VaultKey* presentKey, const Clock& clock,
                               const Progress& progress, const clinic::Practitioner& by) {
    if (auto copied = copyVault(backup, copy); !copied) return copied.error();
    auto open = openQuietly(copy, key, clock);
    if (!open) return open.error();
    if (auto sound = checkCopy(**open, nullptr, progress); !sound) {
        core::Error error = sound.error();
        if (error.kind == core::Error::Kind::Stopped) return error;
        error.hint = tr("This backup is damaged. Take another one, or run vault salvage on it.");
        return error;
    }
    const auto erased = erasedBy(vault, {&key, presentKey}, (*open)->store.vaultId());
    if (!erased) return erased.error();
    const auto applied = eraseByTombstones(**open, erased->clients);
    if (!applied) return applied.error();
    const auto people = readPractitioners(**open);
    if (people && std::find(people->begin(), people->end(), by) != people->end()) (*open)->atWork = by.id;
    if (auto noted = addAuditRow(**open, AuditKind::Restored, backup.filename().string()); !noted)
        return noted.error();
    Restored restored;
    restored.erasedAgain = *applied;
    if (!erased->isKnown) {
        restored.erasuresUnknown = tr(
            "The practice that lay there does not open with the keys of this backup, so it is not known who "
            "was "
            "erased since: clients that were erased may be back. Look through the list of clients and erase "
            "them again.");
    }
    return restored;
}

}  // namespace

core::Result<Restored> restore(const fs::path& backup, const fs::path& vault, const VaultKey& key,
                               Clock clock, const VaultKey* presentKey, const Progress& progress,
                               const clinic::Practitioner& by) {
    const fs::path from = absolutePath(backup), to = absolutePath(vault);
    std::error_code code;
    if (fs::equivalent(from, to, code)) {
        return core::Error{tr("The backup and the practice are the same file"), to.string(),
                           tr("Choose a backup, and the practice that it is to replace."),
                           core::Error::Kind::Usage};
    }
    auto temporary = TemporaryVault::beside(to);
    if (!temporary) return temporary.error();
    auto restored = prepare(temporary->file(), from, to, key, presentKey, clock, progress, by);
    if (!restored) {
        core::Error error = restored.error();
        if (error.where.find(temporary->file().string()) != std::string::npos) error.where = from.string();
        return error;
    }
    const auto aside = moveAside(to);
    if (!aside) return aside.error();
    if (auto named = temporary->nameAs(to); !named) {
        if (!aside->empty()) fs::rename(*aside, to, code);
        return named.error();
    }
    restored->before = *aside;
    return restored;
}

}  // namespace palpate::records
