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

// `wanted` if nothing is there, else with the first free number behind its stem: "a.png", "a_2.png",
// "a_3.png".
[[nodiscard]] std::filesystem::path freePath(const std::filesystem::path& wanted);

}  // namespace palpate::app
