#include "core/text.h"

#include <doctest/doctest.h>

using namespace palpate::core;

TEST_CASE("slots are filled by number, in any order, and unknown slots stay") {
    CHECK(fill("{1} of {0}", {"ten", "one"}) == "one of ten");
    CHECK(fill("{0} {2}", {"a"}) == "a {2}");
    CHECK(fill("{", {"a"}) == "{");
    CHECK(fill("{0}", {"{0}"}) == "{0}");
}

TEST_CASE("numbers are written with a point and the decimals asked for") {
    CHECK(decimal(3.14159, 1) == "3.1");
    CHECK(decimal(-0.5, 0) == "-0");
    CHECK(decimal(1234.0, 2) == "1234.00");
}
