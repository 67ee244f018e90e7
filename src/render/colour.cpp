#include "render/colour.h"

#include "core/check.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::render {

namespace {

float decode(float encoded) {
    return encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F);
}

float encode(float linear) {
    return linear <= 0.0031308F ? linear * 12.92F : 1.055F * std::pow(linear, 1.0F / 2.4F) - 0.055F;
}

const std::array<float, 256>& decoded() {
    static const auto table = [] {
        std::array<float, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = decode(static_cast<float>(i) / 255.0F);
        return values;
    }();
    return table;
}

// Fine enough that every byte finds back to itself.
constexpr std::size_t kSteps = 16384;

const std::array<std::uint8_t, kSteps + 1>& encoded() {
    static const auto table = [] {
        std::array<std::uint8_t, kSteps + 1> values{};
        for (std::size_t i = 0; i <= kSteps; ++i) {
            values[i] = toEncodedByte(static_cast<float>(i) / static_cast<float>(kSteps));
        }
        return values;
    }();
    return table;
}

}  // namespace

glm::vec3 toLinear(image::Rgba colour) {
    return {decoded()[colour.r], decoded()[colour.g], decoded()[colour.b]};
}

glm::vec4 toUnit(image::Rgba colour) {
    return glm::vec4(colour.r, colour.g, colour.b, colour.a) / 255.0F;
}

std::uint8_t toEncodedByte(float linear) {
    return static_cast<std::uint8_t>(std::lround(255.0F * encode(std::clamp(linear, 0.0F, 1.0F))));
}

image::Image shrink(const image::Image& picture, int factor) {
    core::check(factor > 0 && picture.width() % factor == 0 && picture.height() % factor == 0,
                "a picture shrinks by a divisor of its sides");
    if (factor == 1) return picture;
    image::Image small(picture.width() / factor, picture.height() / factor, {0, 0, 0, 255});
    const float scale = static_cast<float>(kSteps) / static_cast<float>(factor * factor);
    const auto& toLight = decoded();
    const auto& toByte = encoded();
    std::vector<std::array<float, 3>> sums(static_cast<std::size_t>(small.width()));
    for (int y = 0; y < small.height(); ++y) {
        std::fill(sums.begin(), sums.end(), std::array<float, 3>{});
        for (int line = 0; line < factor; ++line) {
            const auto row = picture.row(y * factor + line);
            for (std::size_t x = 0; x < static_cast<std::size_t>(picture.width()); ++x) {
                auto& sum = sums[x / static_cast<std::size_t>(factor)];
                for (std::size_t c = 0; c < 3; ++c)
                    sum[c] += toLight[row[4 * x + c]];
            }
        }
        const auto out = small.row(y);
        for (std::size_t x = 0; x < sums.size(); ++x) {
            for (std::size_t c = 0; c < 3; ++c) {
                out[4 * x + c] = toByte[static_cast<std::size_t>(sums[x][c] * scale + 0.5F)];
            }
        }
    }
    return small;
}

}  // namespace palpate::render
