#include "platform/key.h"

#include <doctest/doctest.h>

using namespace palpate::platform;

TEST_CASE("keys are named by what a US keyboard prints on them") {
    CHECK(digitKey(0) == Key::Digit0);
    CHECK(digitKey(9) == Key::Digit9);
    CHECK(letterKey('Z') == Key::Z);
    CHECK(functionKey(12) == Key::F12);
    CHECK(numpadKey(9) == Key::Numpad9);
}
