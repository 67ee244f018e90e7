#include "image/palette.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace palpate::image;

namespace {

double linear(std::uint8_t encoded) {
    const double c = encoded / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

// CIE L* of an sRGB colour.
double lightness(Rgba c) {
    const double y = 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
    return y > 216.0 / 24389.0 ? 116.0 * std::cbrt(y) - 16.0 : y * 24389.0 / 27.0;
}

}  // namespace

TEST_CASE("every pain level is darker than the one before it by at least 5.8 L*") {
    for (std::size_t level = 2; level < palette::kPain.size(); ++level) {
        CAPTURE(level);
        CHECK(lightness(palette::kPain[level - 1]) - lightness(palette::kPain[level]) >= 5.8);
    }
}

TEST_CASE("better and worse of one size are equally light, so that only the marks tell them apart in grey") {
    for (std::size_t bin = 0; bin < palette::kBetter.size(); ++bin) {
        CAPTURE(bin);
        CHECK(lightness(palette::kBetter[bin]) ==
              doctest::Approx(lightness(palette::kWorse[bin])).epsilon(0.01));
    }
}

TEST_CASE("tension grows darker with its bins") {
    for (std::size_t bin = 1; bin < palette::kTension.size(); ++bin) {
        CHECK(lightness(palette::kTension[bin]) < lightness(palette::kTension[bin - 1]) - 10.0);
    }
}
