#include "ui/colour.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

std::uint8_t mixByte(std::uint8_t a, std::uint8_t b, float share) {
    const auto from = static_cast<float>(a);
    const auto to = static_cast<float>(b);
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

double linear(std::uint8_t byte) {
    const double share = byte / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

}  // namespace

Colour mix(Colour a, Colour b, float share) {
    const float held = std::clamp(share, 0.0F, 1.0F);
    return {mixByte(a.red, b.red, held), mixByte(a.green, b.green, held), mixByte(a.blue, b.blue, held),
            mixByte(a.alpha, b.alpha, held)};
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrast(Colour a, Colour b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

Colour digitOn(Colour background) {
    constexpr Colour black = rgb(0x000000);
    constexpr Colour white = rgb(0xFFFFFF);
    return contrast(black, background) >= contrast(white, background) ? black : white;
}

}  // namespace palpate::ui
