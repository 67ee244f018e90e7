#pragma once

#include <cstdint>

namespace palpate::ui {

// An sRGB colour with straight alpha, one byte each.
struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;

    friend constexpr bool operator==(const Colour&, const Colour&) = default;
};

// rgb(0x1663B5) is #1663B5, opaque.
[[nodiscard]] constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>((hex >> 16U) & 0xFFU), static_cast<std::uint8_t>((hex >> 8U) & 0xFFU),
            static_cast<std::uint8_t>(hex & 0xFFU), 255};
}

[[nodiscard]] constexpr Colour withAlpha(Colour colour, std::uint8_t alpha) {
    colour.alpha = alpha;
    return colour;
}

// `share` 0 gives `a`, 1 gives `b`; mixed byte by byte in sRGB, alpha too.
[[nodiscard]] Colour mix(Colour a, Colour b, float share);

// Relative luminance, 0 (black) .. 1 (white), alpha ignored. WCAG 2.2, "relative luminance".
[[nodiscard]] double luminance(Colour colour);

// Contrast ratio, 1 .. 21, whichever is lighter. WCAG 2.2, "contrast ratio".
[[nodiscard]] double contrast(Colour a, Colour b);

// Black or white, whichever can be read better on `background`.
[[nodiscard]] Colour digitOn(Colour background);

}  // namespace palpate::ui
