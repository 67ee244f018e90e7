#include "records/erase_backups.h"

#include "records/backup_list.h"
#include "records/client_items.h"
#include "records/erase_items.h"
#include "records/vault_care.h"
#include "records/vault_file.h"

#include <algorithm>
#include <system_error>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;

enum class Rewritten { NotNeeded, Done };

core::Result<Rewritten> rewrite(const fs::path& backup, OpenVault& vault, core::ClientId client) {
    auto temporary = TemporaryVault::beside(backup);
    if (!temporary) return temporary.error();
    // One that is open in another window would go on being written to under no name.
    if (auto closed = checkNotOpen(backup); !closed) return closed.error();
    if (auto copied = copyVault(backup, temporary->file()); !copied) return copied.error();
    {
        auto copy = openQuietly(temporary->file(), vault.store.keys().vaultKey(), vault.clock);
        if (!copy) return copy.error();
        const auto there = isClient(**copy, client);
        if (!there) return there.error();
        if (!*there) return Rewritten::NotNeeded;
        if (auto erased = eraseByTombstones(**copy, {client}); !erased) return erased.error();
        if (auto sound = checkCopy(**copy, nullptr); !sound) return sound.error();
    }
    if (auto put = temporary->putOver(backup); !put) return put.error();
    return Rewritten::Done;
}

}  // namespace

void eraseInBackups(OpenVault& vault, const fs::path& itself, core::ClientId client,
                    const std::vector<fs::path>& folders, ErasedClient& erased) {
    std::vector<fs::path> seen;
    std::vector<fs::path> all = folders;
    all.push_back(itself.parent_path());  // "practice (before 20261130-182011).palpate"
    for (const fs::path& folder : all) {
        for (const Backup& backup : backupsOf(absolutePath(folder), vault.store.vaultId(), itself)) {
            std::error_code code;
            const fs::path file = fs::canonical(backup.file, code);
            if (std::find(seen.begin(), seen.end(), file) != seen.end()) continue;
            seen.push_back(file);
            const auto rewritten = rewrite(backup.file, vault, client);
            if (!rewritten) erased.backupsLeft.push_back(backup.file);
            if (rewritten && *rewritten == Rewritten::Done) erased.backupsRewritten.push_back(backup.file);
        }
    }
}

}  // namespace palpate::records
