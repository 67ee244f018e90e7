#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palpate::body {

// Which places of the body are shown on its skin.
enum class OverlayKind : std::uint8_t { Regions, Muscles, Dermatomes };
inline constexpr std::array kOverlayKinds{OverlayKind::Regions, OverlayKind::Muscles,
                                          OverlayKind::Dermatomes};
[[nodiscard]] const char* overlayId(OverlayKind kind);    // "regions"
[[nodiscard]] const char* overlayName(OverlayKind kind);  // tr("Regions")
[[nodiscard]] std::optional<OverlayKind> overlayFromId(std::string_view id);

}  // namespace palpate::body
