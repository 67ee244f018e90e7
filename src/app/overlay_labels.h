#pragma once

#include "document/document.h"
#include "render/skin_labels.h"

#include <array>
#include <memory>

namespace palpate::app {

// What the skin shows of the document's overlay. Made once for each kind and kept: labels belong to the
// topology, so they serve all figures.
class OverlayLabels {
public:
    // Null while there is no overlay.
    [[nodiscard]] std::shared_ptr<const render::SkinLabels> of(const document::Document& document);

private:
    std::array<std::shared_ptr<const render::SkinLabels>, body::kOverlayKinds.size()> m_made;
};

}  // namespace palpate::app
