#pragma once

#include "core/result.h"

#include <cstddef>
#include <filesystem>

namespace palpate::records {

// Makes a vault, in the empty file `to`, of the items that lie in the pages of a closed vault, without going
// by the trees that SQLite keeps over them: a damaged page costs what lies on it and not all that it leads
// to. What is found is not known to be whole until it is opened with a key. Gives the number of items.
// Errors: what says which vault it is cannot be read; the disk.
[[nodiscard]] core::Result<std::size_t> scanPages(const std::filesystem::path& damaged,
                                                  const std::filesystem::path& to);

}  // namespace palpate::records
