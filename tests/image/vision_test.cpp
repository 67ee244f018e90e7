#include "image/vision.h"

#include "image/palette.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <string>

using namespace palpate;
using image::Rgba;
using image::Vision;

namespace {

// WCAG 2.2, "relative luminance".
double luminance(Rgba colour) {
    const auto linear = [](int byte) {
        const double encoded = byte / 255.0;
        return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

bool isNear(Rgba a, Rgba b, int limit) {
    return std::abs(a.r - b.r) <= limit && std::abs(a.g - b.g) <= limit && std::abs(a.b - b.b) <= limit;
}

}  // namespace

TEST_CASE("greys look the same to everybody") {
    for (const Vision vision : image::kVisions) {
        for (int level = 0; level <= 255; ++level) {
            const auto byte = static_cast<std::uint8_t>(level);
            CHECK(isNear(image::seenAs({byte, byte, byte, 255}, vision), {byte, byte, byte, 255}, 1));
        }
    }
}

TEST_CASE("pure colours turn into what the published matrices say, worked out by hand") {
    CHECK(image::seenAs({255, 0, 0, 255}, Vision::Protan) == Rgba{109, 95, 0, 255});
    CHECK(image::seenAs({255, 0, 0, 77}, Vision::Deutan).a == 77);
    CHECK(image::seenAs({12, 34, 56, 255}, Vision::Full) == Rgba{12, 34, 56, 255});
}

TEST_CASE("red and green that differ for most people are near each other without red or green cones") {
    const Rgba red{200, 60, 40, 255}, green{110, 120, 40, 255};
    const auto apart = [&](Vision vision) {
        const Rgba a = image::seenAs(red, vision), b = image::seenAs(green, vision);
        return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b);
    };
    CHECK(2 * apart(Vision::Deutan) < apart(Vision::Full));
}

TEST_CASE("each pain level is darker than the one before, whoever looks") {
    for (const Vision vision : image::kVisions) {
        CAPTURE(image::visionId(vision));
        for (std::size_t level = 2; level < image::palette::kPain.size(); ++level) {
            CHECK(luminance(image::seenAs(image::palette::kPain[level], vision)) <
                  luminance(image::seenAs(image::palette::kPain[level - 1], vision)));
        }
    }
}

TEST_CASE("a picture is seen pixel by pixel") {
    image::Image picture(3, 2, {255, 0, 0, 255});
    picture.set(1, 1, {0, 0, 255, 255});
    image::seeAs(picture, Vision::Tritan);
    CHECK(picture.at(0, 0) == image::seenAs({255, 0, 0, 255}, Vision::Tritan));
    CHECK(picture.at(1, 1) == image::seenAs({0, 0, 255, 255}, Vision::Tritan));
}

TEST_CASE("kinds of vision are found by their ids") {
    for (const Vision vision : image::kVisions)
        CHECK(image::visionFromId(image::visionId(vision)) == vision);
    CHECK_FALSE(image::visionFromId("mantis").has_value());
}
