#pragma once

#include "records/practice.h"

#include <filesystem>

namespace palpate::cli {

// Where the backups of a practice are: `asked` if it is not empty, else the folder that was chosen in the
// window, else beside the vault, "NAME backups".
[[nodiscard]] std::filesystem::path backupFolder(const records::Practice& practice,
                                                 const std::filesystem::path& asked);

}  // namespace palpate::cli
