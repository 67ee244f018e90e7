#include "app/typed_events.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <span>

using namespace palpate;
using platform::Key;

namespace {

platform::InputEvent press(Key key) {
    return platform::KeyEvent{.key = key, .label = 0, .pressed = true, .modifiers = {}};
}

}  // namespace

TEST_CASE(
    "while something takes long nothing that is typed is heeded, but the stop can be reached and pressed") {
    CHECK_FALSE(app::isHeededWhileWorking(platform::TextEvent{U'p'}));
    for (const Key key : {Key::A, Key::Digit0, Key::Z, Key::Backspace, Key::Escape, Key::Down})
        CHECK_FALSE(app::isHeededWhileWorking(press(key)));
    for (const Key key : {Key::Tab, Key::Enter, Key::NumpadEnter, Key::Space})
        CHECK(app::isHeededWhileWorking(press(key)));
    CHECK(app::isHeededWhileWorking(platform::PointerEvent{}));
    CHECK(app::isHeededWhileWorking(platform::RefreshEvent{}));
    CHECK(app::isHeededWhileWorking(platform::FocusEvent{true}));
}

TEST_CASE("wiped events leave no letter in the memory that they had") {
    std::vector<platform::InputEvent> events;
    events.reserve(8);
    for (const char32_t letter : U"secret")
        events.emplace_back(platform::TextEvent{letter});
    const auto* memory = reinterpret_cast<const std::byte*>(events.data());
    const std::size_t size = events.size() * sizeof(platform::InputEvent);
    app::wipe(events);
    CHECK(events.empty());
    // The vector still owns it.
    const std::span<const std::byte> left(memory, size);
    CHECK(std::all_of(left.begin(), left.end(), [](std::byte b) { return b == std::byte{0}; }));
}
