#include "records/backup_list.h"

#include "records/backup_rotation.h"
#include "records/key_slots.h"
#include "records/vault_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <system_error>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;

bool isOf(const fs::path& file, const VaultId& vault) {
    const auto fits = inspectSealedVault(file);
    if (!fits) return false;
    auto connection = Connection::peek(file);
    if (!connection) return false;
    const auto row = readVaultRow(**connection);
    return row && row->id == vault;
}

// When it was made: its name says it; else when it was last written to.
core::Timestamp timeOf(const fs::path& file) {
    if (const auto told = timeInName(file.stem().string())) return *told;
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return {};
    return {std::int64_t{status.st_mtim.tv_sec} * 1000, 0};
}

}  // namespace

std::vector<Backup> backupsOf(const fs::path& folder, const VaultId& vault, const fs::path& itself) {
    std::vector<Backup> found;
    std::error_code code;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
        const fs::path& file = at->path();
        std::error_code ignored;
        if (file.extension() != kBackupEnding || !fs::is_regular_file(file, ignored)) continue;
        if (fs::equivalent(file, itself, ignored) || !isOf(file, vault)) continue;
        found.push_back({file, timeOf(file)});
    }
    std::sort(found.begin(), found.end(), [](const Backup& a, const Backup& b) {
        return a.at.utcMilliseconds != b.at.utcMilliseconds ? a.at.utcMilliseconds > b.at.utcMilliseconds
                                                            : a.file > b.file;
    });
    return found;
}

}  // namespace palpate::records
