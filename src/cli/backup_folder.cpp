#include "cli/backup_folder.h"

#include "core/text.h"

namespace palpate::cli {

std::filesystem::path backupFolder(const records::Practice& practice, const std::filesystem::path& asked) {
    if (!asked.empty()) return asked;
    if (const auto chosen = practice.setting("backup.folder"); chosen && !chosen->empty()) return *chosen;
    return practice.path().parent_path() / core::trf("{0} backups", {practice.path().stem().string()});
}

}  // namespace palpate::cli
