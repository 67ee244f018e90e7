#include "core/text.h"
#include "records/audit_items.h"
#include "records/head_check.h"
#include "records/item_copy.h"
#include "records/item_table.h"
#include "records/key_slots.h"
#include "records/page_scan.h"
#include "records/vault_care.h"
#include "records/vault_file.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;
using core::tr;

// Whether every item is reached by way of the database's own trees.
core::Result<bool> areTreesWhole(const fs::path& copy, const fs::path& shownAs, std::size_t& seen) {
    auto connection = Connection::open(copy, shownAs);
    if (!connection) return connection.error();
    if (auto logged = (*connection)->startLog(); !logged) return logged.error();
    const auto whole = ItemTable(**connection).scan([&](const ItemFace&) { ++seen; });
    if (!whole || !*whole) return false;
    auto check = (*connection)->query("PRAGMA quick_check(1)");
    const auto answered = check ? check->step() : core::Result<bool>(false);
    return answered && *answered && check->text(0) == "ok";
}

// The file to read the items from: the copy itself, or, where a damaged page hides others, one of the items
// that lie in its pages.
core::Result<fs::path> readableCopy(const fs::path& copy, const fs::path& shownAs) {
    std::size_t seen = 0;
    const auto whole = areTreesWhole(copy, shownAs, seen);
    if (!whole) return whole.error();
    if (*whole) return copy;
    const fs::path scanned = copy.parent_path() / "scanned.palpate";
    if (!std::ofstream(scanned)) return copy;
    const auto found = scanPages(copy, scanned);
    return found && *found >= seen ? scanned : copy;
}

core::Result<std::unique_ptr<OpenVault>> openDamaged(const fs::path& copy, const fs::path& shownAs,
                                                     const VaultKey& key) {
    auto connection = Connection::open(copy, shownAs);
    if (!connection) return connection.error();
    if (auto logged = (*connection)->startLog(); !logged) return logged.error();
    if (!readVaultRow(**connection)) {
        return core::Error{
            tr("Nothing can be rescued: the number of the practice's file, which every record is bound to, "
               "is damaged itself"),
            shownAs.string(), tr("Go on with the latest backup.")};
    }
    return unlockItems(std::move(*connection), key, core::now);
}

// So that the log says what it was that did not come through.
core::Result<void> logLost(OpenVault& rescued, const std::string& damaged,
                           const std::vector<core::Error>& lost) {
    constexpr std::size_t kMostRows = 100;
    for (std::size_t i = 0; i < std::min(lost.size(), kMostRows); ++i) {
        const std::string& record = lost[i].where == damaged ? lost[i].what : lost[i].where;
        auto noted = addAuditRow(rescued, AuditKind::Salvaged, core::trf("lost or damaged: {0}", {record}));
        if (!noted) return noted;
    }
    return {};
}

core::Result<Copied> rescue(OpenVault& damaged, const fs::path& to, const VaultKey& key,
                            const Progress& progress) {
    const auto slots = readSlots(damaged.store.connection());
    if (!slots) return slots.error();
    if (slots->empty()) {
        return core::Error{tr("Nothing can be rescued: every way to unlock the practice is damaged"),
                           damaged.place(), tr("Go on with the latest backup.")};
    }
    auto connection = Connection::open(to);
    if (!connection) return connection.error();
    if (auto logged = (*connection)->startLog(); !logged) return logged.error();
    OpenVault rescued(std::move(*connection), damaged.store.vaultId(), VaultKeys(key), core::now);
    auto change = Change::begin(rescued.store);
    if (!change) return change.error();
    if (auto laid = layVault(rescued, *slots); !laid) return laid.error();
    // Noted, so that it is told and the rescued log is bound together anew.
    if (const auto chained = checkAuditChain(damaged); !chained) return chained.error();
    auto copied = copyItems(damaged, rescued, ClientKeysOfCopy::Same, progress);
    if (!copied) return copied;
    if (auto noted = addAuditRow(rescued, AuditKind::Salvaged, damaged.place()); !noted) return noted.error();
    if (auto noted = logLost(rescued, damaged.place(), copied->lost); !noted) return noted.error();
    if (auto committed = change->commit(); !committed) return committed.error();
    return copied;
}

}  // namespace

core::Result<VaultKey> unlockDamaged(const fs::path& damaged,
                                     const std::function<core::Result<VaultKey>(const fs::path&)>& unlock) {
    const auto copy = VaultCopy::make(absolutePath(damaged));
    if (!copy) return copy.error();
    if (auto filled = fillToStatedSize(copy->file()); !filled) return filled.error();
    auto key = unlock(copy->file());
    if (key) return key;
    core::Error error = key.error();
    if (error.where == copy->file().string()) error.where = damaged.string();
    return error;
}

core::Result<SalvageReport> salvage(const fs::path& damaged, const VaultKey& key, const fs::path& target,
                                    const Progress& progress) {
    const fs::path from = absolutePath(damaged), to = absolutePath(target);
    std::error_code code;
    if (fs::exists(fs::symlink_status(to, code))) {
        return core::Error{tr("There is a file of that name already"), to.string(),
                           tr("Choose another name.")};
    }
    auto temporary = TemporaryVault::beside(to);
    if (!temporary) return temporary.error();
    const auto copy = VaultCopy::make(from);
    if (!copy) return copy.error();
    if (auto filled = fillToStatedSize(copy->file()); !filled) return filled.error();
    const auto readable = readableCopy(copy->file(), from);
    if (!readable) return readable.error();
    auto open = openDamaged(*readable, from, key);
    if (!open) return open.error();
    auto copied = rescue(**open, temporary->file(), key, progress);
    if (!copied) return copied.error();
    if (auto named = temporary->nameAs(to); !named) return named.error();
    return SalvageReport{copied->items, std::move(copied->lost)};
}

}  // namespace palpate::records
