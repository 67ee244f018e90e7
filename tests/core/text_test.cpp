#include "core/text.h"
#include "core/plural.h"

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

TEST_CASE("one is one, and none and more are many") {
    CHECK(trn("{0} visit", "{0} visits", 1) == "1 visit");
    CHECK(trn("{0} visit", "{0} visits", 0) == "0 visits");
    CHECK(trn("{0} visit", "{0} visits", 2) == "2 visits");
    CHECK(trn("the last one", "the last {0}", 1) == "the last one");
}

TEST_CASE("spaces at the ends of a text go, those within stay, and control characters are found") {
    CHECK(trimmed("  Ada B.  Example ") == "Ada B.  Example");
    CHECK(trimmed("   ").empty());
    CHECK(trimmed("").empty());
    CHECK(hasControlCharacter("one\ntwo"));
    CHECK(hasControlCharacter("\x7f"));
    CHECK_FALSE(hasControlCharacter("Zo\xc3\xab"));
}
