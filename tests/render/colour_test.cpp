#include "render/colour.h"

#include <doctest/doctest.h>

using namespace palpate;
using namespace palpate::render;

TEST_CASE("every byte finds back to itself through linear light") {
    for (int byte = 0; byte < 256; ++byte) {
        CAPTURE(byte);
        const auto value = static_cast<std::uint8_t>(byte);
        CHECK(toEncodedByte(toLinear({value, 0, 0, 255}).r) == value);
    }
}

TEST_CASE("linear light follows sRGB's curve") {
    CHECK(toLinear({0, 128, 255, 255}).r == 0.0F);
    CHECK(toLinear({0, 128, 255, 255}).g == doctest::Approx(0.2159).epsilon(0.001));
    CHECK(toLinear({0, 128, 255, 255}).b == doctest::Approx(1.0));
}

TEST_CASE("shrinking keeps flat colours to the bit and mixes in linear light") {
    for (int byte = 0; byte < 256; ++byte) {
        const auto value = static_cast<std::uint8_t>(byte);
        const image::Image flat(4, 4, {value, value, value, 255});
        CHECK(shrink(flat, 2).at(1, 1).g == value);
    }
    image::Image halves(2, 2, {0, 0, 0, 255});
    halves.set(0, 0, {255, 255, 255, 255});
    halves.set(1, 1, {255, 255, 255, 255});
    const image::Image small = shrink(halves, 2);
    CHECK(small.width() == 1);
    CHECK(small.at(0, 0) == image::Rgba{188, 188, 188, 255});  // half the light, not half the number
}

TEST_CASE("shrinking by one changes nothing") {
    const image::Image picture(3, 2, {1, 2, 3, 255});
    CHECK(shrink(picture, 1) == picture);
}
