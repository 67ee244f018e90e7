#pragma once

#include "core/result.h"

#include <filesystem>

namespace palpate::core {

// The folder that holds models/ and fonts/: PALPATE_RESOURCES if that is set, else ../share/palpate beside
// the running program (the same in the build tree and once installed). Error: where it was looked for.
[[nodiscard]] Result<std::filesystem::path> resourceFolder();

}  // namespace palpate::core
