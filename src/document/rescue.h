#pragma once

#include "document/document.h"

#include <string>
#include <vector>

namespace palpate::document {

// Strokes of one map that could not be written, as a paint script: one stroke in JSON a line.
struct UnwrittenStrokes {
    clinic::MapKey key;
    std::string lines;
};

// What is pending, so that it can be put into files when the program has to end. Strokes that were taken back
// again are left out; taking back a stroke that is on the disk cannot be told by strokes and is lost.
[[nodiscard]] std::vector<UnwrittenStrokes> unwrittenStrokes(const Document& document);

}  // namespace palpate::document
