#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>

namespace palpate::records {

// A failure of SQLite in a person's words. `code` is a result code, plain or extended; `detail` is SQLite's
// own text, which is only shown where the code alone says too little.
[[nodiscard]] core::Error sqliteError(int code, const std::string& detail,
                                      const std::filesystem::path& vault);

// Whether it is the error of a vault that another program has open.
[[nodiscard]] bool isBusy(const core::Error& error);

}  // namespace palpate::records
