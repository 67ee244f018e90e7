#pragma once

#include "document/document.h"
#include "ui/overlay_areas.h"

#include <memory>
#include <optional>
#include <vector>

namespace palpate::ui {

// The areas that the overlay names, and which of them the camera sees. Empty while there is no overlay.
struct OverlayReading {
    std::vector<OverlayArea> areas;
    std::vector<SeenArea> seen;      // largest first
    std::vector<SeenArea> backSeen;  // while front and back lie side by side: those of the back
};

// Keeps the last reading until the overlay, the body or the camera is another one.
class OverlayReader {
public:
    // Valid until the next call.
    const OverlayReading& of(const document::Document& document);

private:
    struct AreasKey {
        const body::BodyModel* body = nullptr;
        std::optional<body::OverlayKind> overlay;
        bool clinical = false;
        friend bool operator==(const AreasKey&, const AreasKey&) = default;
    };
    struct SeenKey {
        body::Camera camera;
        glm::vec2 size{0.0F};
        float pixelsPerDp = 0.0F;
        std::shared_ptr<const body::BodyPart> part;
        bool flat = false;
        friend bool operator==(const SeenKey&, const SeenKey&) = default;
    };

    AreasKey m_areasKey;
    std::optional<SeenKey> m_seenKey;
    OverlayReading m_reading;
};

}  // namespace palpate::ui
