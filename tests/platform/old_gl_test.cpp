#include "platform/offscreen_context.h"

#include <doctest/doctest.h>

TEST_CASE("a driver without OpenGL 3.3 is refused with what to install") {
    const auto context = palpate::platform::OffscreenContext::create();
    REQUIRE_FALSE(context.has_value());
    CHECK(context.error().what.find("OpenGL 3.3") != std::string::npos);
    CHECK(context.error().hint.find("driver") != std::string::npos);
}
