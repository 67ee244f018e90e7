#pragma once

#include "records/maintenance.h"
#include "records/seal.h"

#include <filesystem>
#include <vector>

namespace palpate::records {

inline constexpr const char* kBackupEnding = ".palpate";

// The backups of one vault in a folder, newest first, without the vault `itself`.
[[nodiscard]] std::vector<Backup> backupsOf(const std::filesystem::path& folder, const VaultId& vault,
                                            const std::filesystem::path& itself);

}  // namespace palpate::records
