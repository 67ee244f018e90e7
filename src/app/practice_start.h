#pragma once

#include "core/result.h"
#include "core/time.h"
#include "document/document.h"

#include <filesystem>

namespace palpate::app {

// A document with the standard body loaded and a practice open, nobody chosen yet. With an empty `vault` the
// demo practice of the person's data folder is opened, and made first, up to the day of `now`, if it is not
// there. Errors: missing models; a vault that is missing or cannot be opened; a demo that cannot be made.
[[nodiscard]] core::Result<document::Document> startPractice(const std::filesystem::path& vault,
                                                             const std::filesystem::path& resources,
                                                             core::Timestamp now);

}  // namespace palpate::app
