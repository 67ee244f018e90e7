#include "platform/window.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace palpate::platform;

TEST_CASE("without a display the window says so and what to do instead") {
    ::unsetenv("DISPLAY");
    ::unsetenv("WAYLAND_DISPLAY");
    const auto window = Window::create({.title = "none"});
    REQUIRE_FALSE(window.has_value());
    CHECK(window.error().what.find("no display") != std::string::npos);
    CHECK(window.error().hint.find("palpate-cli") != std::string::npos);
}
