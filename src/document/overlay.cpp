#include "document/overlay.h"

#include <algorithm>
#include <utility>

namespace palpate::document {

core::Result<void> needLabels(Document& document) {
    if (document.labels != nullptr) return {};
    auto labels = body::loadAtlasLabels(document.modelsFolder, document.body->mesh());
    if (!labels) return labels.error();
    document.labels = std::make_shared<const body::AtlasLabels>(std::move(*labels));
    return {};
}

core::Result<void> showOverlay(Document& document, std::optional<body::OverlayKind> overlay) {
    if (overlay == document.overlay) return {};
    if (overlay && *overlay != body::OverlayKind::Regions) {
        if (auto labels = needLabels(document); !labels) return labels;
    }
    document.overlay = overlay;
    ++document.version;
    return {};
}

std::optional<body::OverlayKind> overlayAfter(std::optional<body::OverlayKind> overlay) {
    if (!overlay) return body::kOverlayKinds.front();
    const auto* next = std::find(body::kOverlayKinds.begin(), body::kOverlayKinds.end(), *overlay) + 1;
    if (next == body::kOverlayKinds.end()) return std::nullopt;
    return *next;
}

}  // namespace palpate::document
