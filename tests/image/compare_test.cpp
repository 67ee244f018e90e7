#include "image/compare.h"

#include <doctest/doctest.h>

using namespace palpate::image;

TEST_CASE("equal pictures have no difference") {
    const Image picture(4, 3, {10, 20, 30, 255});
    const auto result = compareImages(picture, picture);
    REQUIRE(result.has_value());
    CHECK(result->mean == 0.0);
    CHECK(result->worst == 0);
    CHECK(result->differing == 0);
    CHECK(result->difference.at(2, 1) == Rgba{0, 0, 0, 255});
}

TEST_CASE("mean and worst pixel come from the largest channel difference") {
    const Image a(4, 4, {100, 100, 100, 255});
    Image b = a;
    b.set(1, 2, {100, 60, 110, 255});
    b.set(3, 3, {100, 100, 108, 255});
    const auto result = compareImages(a, b);
    REQUIRE(result.has_value());
    CHECK(result->worst == 40);
    CHECK(result->differing == 2);
    CHECK(result->mean == doctest::Approx((40.0 + 8.0) / 16.0));
    CHECK(result->difference.at(1, 2).r > 0);
    CHECK(result->difference.at(0, 0) == Rgba{0, 0, 0, 255});
    CHECK(result->isWithin(3.0, 40));
    CHECK_FALSE(result->isWithin(2.9, 40));
    CHECK_FALSE(result->isWithin(3.0, 39));
}

TEST_CASE("a change of transparency alone is a difference") {
    const Image a(2, 2, {1, 2, 3, 255});
    Image b = a;
    b.set(0, 0, {1, 2, 3, 128});
    CHECK(compareImages(a, b)->worst == 127);
}

TEST_CASE("pictures of different sizes are not compared") {
    CHECK_FALSE(compareImages(Image(4, 3), Image(3, 4)).has_value());
}
