#include "core/result.h"

#include "core/hash.h"
#include "core/random.h"

#include <doctest/doctest.h>

#include <string>

using namespace palpate::core;

TEST_CASE("an error reads as what, where and what to do in one line") {
    const Error error{"The vault is not readable", "/tmp/a.palpate", "Check the file"};
    CHECK(error.message() == "The vault is not readable (/tmp/a.palpate). Check the file");
    CHECK(Error{"Stopped", "", ""}.message() == "Stopped.");
}

TEST_CASE("a result holds either a value or an error, also when both are texts") {
    Result<std::string> good = std::string("yes");
    Result<std::string> bad = Error{"no", "", ""};
    CHECK(good.has_value());
    CHECK(good.value() == "yes");
    CHECK_FALSE(bad.has_value());
    CHECK(bad.error().what == "no");
    CHECK(Result<void>{}.has_value());
    CHECK_FALSE(Result<void>{Error{"no", "", ""}}.has_value());
}

TEST_CASE("FNV-1a gives the published test vectors") {
    Fnv1a64 empty;
    CHECK(empty.hex() == "cbf29ce484222325");
    Fnv1a64 a;
    const std::string text = "foobar";
    a.add(std::as_bytes(std::span(text.data(), text.size())));
    CHECK(a.hex() == "85944171f73967e8");
}

TEST_CASE("SplitMix64 gives the published first numbers for seed 1234567") {
    Random random(1234567);
    CHECK(random.next() == 6457827717110365317ULL);
    CHECK(random.next() == 3203168211198807973ULL);
}
