#include "platform/offscreen_context.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

using namespace palpate::platform;

namespace {

std::string version() {
    using GetString = const unsigned char* (*)(unsigned);
    constexpr unsigned kGlVersion = 0x1F02;
    const auto getString = reinterpret_cast<GetString>(OffscreenContext::loader()("glGetString"));
    REQUIRE((getString != nullptr));
    const unsigned char* const text = getString(kGlVersion);
    return text != nullptr ? reinterpret_cast<const char*>(text) : "";
}

}  // namespace

TEST_CASE("a context without a display offers OpenGL 3.3 or newer") {
    ::unsetenv("DISPLAY");
    ::unsetenv("WAYLAND_DISPLAY");
    auto context = OffscreenContext::create();
    REQUIRE_MESSAGE(context.has_value(), (context ? "" : context.error().message()));
    CHECK(std::stod(version()) >= 3.3);
}

TEST_CASE("the end of one context leaves another usable") {
    auto first = OffscreenContext::create();
    REQUIRE(first.has_value());
    {
        const auto second = OffscreenContext::create();
        REQUIRE(second.has_value());
    }
    REQUIRE(first->makeCurrent().has_value());
    CHECK_FALSE(version().empty());
    OffscreenContext moved = std::move(*first);
    CHECK(moved.makeCurrent().has_value());
}
