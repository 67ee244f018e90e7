#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace palpate::app {

struct KeyToKeep {
    std::string practice;
    std::filesystem::path vault;
    std::string_view key;  // outlives the call
};

// Puts a recovery key into a text file in `folder`, readable by its owner only. Errors: the folder, the disk.
[[nodiscard]] core::Result<std::filesystem::path> saveKeyFile(const KeyToKeep& key,
                                                              const std::filesystem::path& folder);
// The same as a page to be printed, a picture in A4. Errors: also fonts that cannot be read.
[[nodiscard]] core::Result<std::filesystem::path> saveKeySheet(const KeyToKeep& key,
                                                               const std::filesystem::path& folder,
                                                               const std::filesystem::path& resources);

}  // namespace palpate::app
