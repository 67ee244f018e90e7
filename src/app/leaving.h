#pragma once

#include "document/document.h"

#include <filesystem>
#include <vector>

namespace palpate::app {

// Puts strokes that could not be written into paint scripts for `palpate-cli map paint`, in the first of
// `folders` that can be written to. The files that were made; files that are there already are left alone.
[[nodiscard]] std::vector<std::filesystem::path> rescueStrokes(
    const document::Document& document, const std::vector<std::filesystem::path>& folders);

}  // namespace palpate::app
