#pragma once

#include "core/result.h"
#include "image/image.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace palpate::report {

// A page with a practice's recovery key, to be printed and put away.
struct KeySheetModel {
    std::string practice;  // its name
    std::string file;      // of the vault
    std::string date;      // when the key was made
    std::string_view key;  // in groups, parted by dashes or spaces; outlives the call
};

// A4 upright at 300 dots an inch. Errors: fonts that cannot be read.
[[nodiscard]] core::Result<image::Image> drawKeySheet(const KeySheetModel& model,
                                                      const std::filesystem::path& resourceFolder);

// The same in words, for a text file.
[[nodiscard]] std::string keySheetText(const KeySheetModel& model);

}  // namespace palpate::report
