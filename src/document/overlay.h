#pragma once

#include "body/overlay_kind.h"
#include "core/result.h"
#include "document/document.h"

#include <optional>

namespace palpate::document {

// Shows places on the skin; empty: none. Muscles and dermatomes are read from the models folder when they are
// first asked for. Errors: those of body::loadAtlasLabels(); then what was shown stays.
core::Result<void> showOverlay(Document& document, std::optional<body::OverlayKind> overlay);

// Reads muscles, dermatomes and pain forms from the models folder if that was not done yet. Errors: those of
// body::loadAtlasLabels().
core::Result<void> needLabels(Document& document);

// None, regions, muscles, dermatomes, and none again.
[[nodiscard]] std::optional<body::OverlayKind> overlayAfter(std::optional<body::OverlayKind> overlay);

}  // namespace palpate::document
