#include "platform/window.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <thread>

using namespace palpate::platform;

TEST_CASE("a window reports its size and scale, and closing can be denied") {
    auto window = Window::create({.title = "Palpate", .size = {640, 480}});
    REQUIRE_MESSAGE(window.has_value(), (window ? "" : window.error().message()));
    window->pollEvents();
    CHECK(window->framebufferSize().x >= 640);
    CHECK(window->contentScale() >= 1.0F);
    CHECK(window->sizeInDp().x ==
          doctest::Approx(window->framebufferSize().x / static_cast<double>(window->contentScale())));
    window->swap();

    CHECK_FALSE(window->isCloseRequested());
    window->requestClose();
    CHECK(window->isCloseRequested());
    window->denyClose();
    CHECK_FALSE(window->isCloseRequested());
}

TEST_CASE("a window that is larger than the screen is made to fit") {
    const auto window = Window::create({.title = "Palpate", .size = {9000, 7000}});
    REQUIRE(window.has_value());
    CHECK(window->framebufferSize().x <= 1280);
    CHECK(window->framebufferSize().y <= 800);
}

TEST_CASE("a window takes the whole screen and goes back to where it was") {
    auto window = Window::create({.title = "Palpate", .size = {640, 480}});
    REQUIRE(window.has_value());
    window->pollEvents();
    const auto before = window->framebufferSize();
    CHECK_FALSE(window->isFullScreen());
    window->setFullScreen(true);
    window->pollEvents();
    CHECK(window->isFullScreen());
    CHECK(window->framebufferSize().x > before.x);
    window->setFullScreen(false);
    window->pollEvents();
    CHECK_FALSE(window->isFullScreen());
    CHECK(window->framebufferSize() == before);
}

TEST_CASE("another thread can end a wait") {
    auto window = Window::create({.title = "Palpate", .size = {640, 480}});
    REQUIRE(window.has_value());
    window->pollEvents();
    (void)window->takeEvents();
    std::atomic<bool> isAwake = false;
    std::thread waker([&isAwake] {
        while (!isAwake) {
            Window::wake();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    window->waitEvents();  // for ever, unless the other thread ends it; the test's time limit is the judge
    isAwake = true;
    waker.join();
    CHECK(isAwake.load());
}

TEST_CASE("the window's OpenGL functions can be loaded") {
    const auto window = Window::create({.title = "Palpate", .size = {640, 480}});
    REQUIRE(window.has_value());
    CHECK((Window::loader()("glDrawElements") != nullptr));
}
