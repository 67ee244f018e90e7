#pragma once

#include "core/result.h"

#include <filesystem>

namespace palpate::app {

// Where Palpate keeps a practice if no other is named: $XDG_DATA_HOME/palpate, else ~/.local/share/palpate;
// made if it is not there. Errors: no home folder, a folder that cannot be made.
[[nodiscard]] core::Result<std::filesystem::path> dataFolder();

// Where sheets go: the person's documents folder (XDG_DOCUMENTS_DIR of user-dirs.dirs, else ~/Documents) if
// it is there, else the folder of `vault`.
[[nodiscard]] std::filesystem::path sheetFolder(const std::filesystem::path& vault);

}  // namespace palpate::app
