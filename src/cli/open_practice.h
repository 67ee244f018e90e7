#pragma once

#include "core/result.h"
#include "records/practice.h"

#include <filesystem>
#include <memory>

namespace palpate::cli {

// Opens a demo practice. Errors: those of records::openVault(); a vault that needs a passphrase.
[[nodiscard]] core::Result<std::unique_ptr<records::Practice>> openPractice(
    const std::filesystem::path& vault);

}  // namespace palpate::cli
