#include "body/overlay_kind.h"

#include "core/text.h"

namespace palpate::body {

const char* overlayId(OverlayKind kind) {
    constexpr std::array kIds{"regions", "muscles", "dermatomes"};
    return kIds[static_cast<std::size_t>(kind)];
}

const char* overlayName(OverlayKind kind) {
    switch (kind) {
        case OverlayKind::Regions:
            return core::tr("Regions");
        case OverlayKind::Muscles:
            return core::tr("Muscles");
        case OverlayKind::Dermatomes:
            break;
    }
    return core::tr("Dermatomes");
}

std::optional<OverlayKind> overlayFromId(std::string_view id) {
    for (const OverlayKind kind : kOverlayKinds) {
        if (id == overlayId(kind)) return kind;
    }
    return std::nullopt;
}

}  // namespace palpate::body
