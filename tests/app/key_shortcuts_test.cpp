#include "app/key_shortcuts.h"

#include "commands/registry.h"

#include <doctest/doctest.h>

#include <string>

using namespace palpate;
using app::shortcutOf;
using platform::Key;
using platform::KeyEvent;

namespace {

KeyEvent pressed(Key key, char32_t label = 0, platform::Modifiers modifiers = {}) {
    KeyEvent event;
    event.key = key;
    event.label = label;
    event.pressed = true;
    event.modifiers = modifiers;
    return event;
}

std::string textOf(const std::optional<commands::Shortcut>& shortcut) {
    return shortcut ? commands::toText(*shortcut) : "none";
}

}  // namespace

TEST_CASE("letters count by what is printed on the key, digits by their place") {
    const platform::Modifiers control{false, true, false, false};
    // The key that prints Z on a German keyboard lies where a US keyboard has Y.
    CHECK(textOf(shortcutOf(pressed(platform::letterKey('Y'), U'z', control))) == "Ctrl+Z");
    CHECK(textOf(shortcutOf(pressed(platform::letterKey('E')))) == "E");
    // A French keyboard prints & on the key for 1.
    CHECK(textOf(shortcutOf(pressed(platform::digitKey(1), U'&'))) == "1");
}

TEST_CASE("the keys of the pad, arrows and function keys have their names") {
    CHECK(textOf(shortcutOf(pressed(platform::numpadKey(3), 0, {false, true, false, false}))) ==
          "Ctrl+Numpad 3");
    CHECK(textOf(shortcutOf(pressed(Key::Left, 0, {true, false, false, false}))) == "Shift+Left");
    CHECK(textOf(shortcutOf(pressed(platform::functionKey(1)))) == "F1");
    CHECK(textOf(shortcutOf(pressed(platform::digitKey(6), 0, {false, false, true, false}))) == "Alt+6");
    CHECK(textOf(shortcutOf(pressed(Key::Home))) == "Home");
}

TEST_CASE("signs count by what they type, wherever their key is") {
    CHECK(textOf(shortcutOf(platform::TextEvent{U'['})) == "[");
    CHECK(textOf(shortcutOf(platform::TextEvent{U'?'})) == "?");
    CHECK(textOf(shortcutOf(platform::TextEvent{U'e'})) == "none");
    CHECK(textOf(shortcutOf(platform::TextEvent{U'\u00e4'})) == "none");
    CHECK(textOf(shortcutOf(pressed(Key::LeftBracket))) == "none");
    CHECK(textOf(shortcutOf(pressed(Key::Equal, 0, {false, true, false, false}))) == "Ctrl+=");
}

TEST_CASE("letting a key go, and keys of the system, mean nothing") {
    KeyEvent released = pressed(platform::letterKey('E'));
    released.pressed = false;
    CHECK(textOf(shortcutOf(released)) == "none");
    CHECK(textOf(shortcutOf(pressed(platform::letterKey('E'), 0, {false, false, false, true}))) == "none");
    CHECK(textOf(shortcutOf(pressed(Key::LeftShift))) == "none");
}
