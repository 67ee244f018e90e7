#include "commands/shortcut.h"

#include "commands/registry.h"

#include <doctest/doctest.h>

using palpate::commands::Key;
using palpate::commands::Shortcut;
using palpate::commands::shortcutFromText;
using palpate::commands::toText;

TEST_CASE("shortcuts read back as they are written") {
    for (const auto& command : palpate::commands::allCommands()) {
        for (const Shortcut& shortcut : command.shortcuts) {
            CAPTURE(toText(shortcut));
            CHECK(shortcutFromText(toText(shortcut)) == shortcut);
        }
    }
}

TEST_CASE("shortcuts are written in one way") {
    CHECK(toText({Key::Z, true, true, false}) == "Ctrl+Shift+Z");
    CHECK(toText({palpate::commands::numpad(7), true, false, false}) == "Ctrl+Numpad 7");
    CHECK(toText({Key::LeftBracket, false, false, false}) == "[");
    CHECK(toText({Key::F12, false, false, true}) == "Alt+F12");
    CHECK(toText({}).empty());
}

TEST_CASE("shortcuts are read in any spelling that a person may use") {
    CHECK(shortcutFromText("shift+ctrl+z") == Shortcut{Key::Z, true, true, false});
    CHECK(shortcutFromText("ALT+numpad 0") == Shortcut{Key::Numpad0, false, false, true});
    CHECK(shortcutFromText("home") == Shortcut{Key::Home, false, false, false});
    CHECK(shortcutFromText("Ctrl+-") == Shortcut{Key::Minus, true, false, false});
}

TEST_CASE("what is no shortcut is refused") {
    for (const char* text :
         {"", "Ctrl", "Ctrl+", "Hyper+Z", "Ctrl+Ctrl+Z", "ZZ", "F13", "Numpad 10", "+", "\x01"}) {
        CAPTURE(text);
        CHECK_FALSE(shortcutFromText(text).has_value());
    }
}
