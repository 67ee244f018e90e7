#include "image/compare.h"

#include <algorithm>
#include <cstdlib>

namespace palpate::image {

namespace {

// Small differences must be seen, too: 1 of 255 is shown as a dark red, 64 and more as white.
Rgba heat(int difference) {
    if (difference == 0) return {0, 0, 0, 255};
    const auto red = static_cast<std::uint8_t>(std::min(255, 96 + 10 * difference));
    const auto rest = static_cast<std::uint8_t>(std::min(255, 4 * difference));
    return {red, rest, rest, 255};
}

}  // namespace

std::optional<Comparison> compareImages(const Image& a, const Image& b) {
    if (a.width() != b.width() || a.height() != b.height()) return std::nullopt;
    Comparison result;
    result.difference = Image(a.width(), a.height());
    const auto left = a.bytes();
    const auto right = b.bytes();
    const auto out = result.difference.bytes();
    double sum = 0.0;
    for (std::size_t i = 0; i < left.size(); i += 4) {
        int largest = 0;
        for (std::size_t channel = 0; channel < 4; ++channel) {
            largest = std::max(largest, std::abs(left[i + channel] - right[i + channel]));
        }
        sum += largest;
        result.worst = std::max(result.worst, largest);
        result.differing += largest > 0 ? 1 : 0;
        const Rgba colour = heat(largest);
        out[i] = colour.r;
        out[i + 1] = colour.g;
        out[i + 2] = colour.b;
        out[i + 3] = colour.a;
    }
    if (!left.empty()) result.mean = sum / static_cast<double>(left.size() / 4);
    return result;
}

}  // namespace palpate::image
