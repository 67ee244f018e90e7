#include "cli/backup_folder.h"

#include "document/practice_care.h"

namespace palpate::cli {

std::filesystem::path backupFolder(const records::Practice& practice, const std::filesystem::path& asked) {
    if (!asked.empty()) return asked;
    if (const auto chosen = practice.setting("backup.folder"); chosen && !chosen->empty()) return *chosen;
    return document::usualBackupFolder(practice.path());
}

}  // namespace palpate::cli
