#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palpate::commands {

// Keys that a shortcut can name. Letters and digits are their own capital characters.
enum class Key : std::uint8_t {
    None = 0,
    Digit0 = '0',
    Digit9 = '9',
    A = 'A',
    Z = 'Z',
    LeftBracket = '[',
    RightBracket = ']',
    Minus = '-',
    Equal = '=',
    Question = '?',
    // Beyond the characters
    Numpad0 = 128,
    Numpad9 = 137,
    Up,
    Down,
    Left,
    Right,
    Home,
    Escape,
    Enter,
    Tab,
    Delete,
    F1,
    F12 = F1 + 11,
};

// A letter, digit or one of the signs above; 'a' and 'A' are the same key.
[[nodiscard]] constexpr Key keyOf(char character) {
    const bool small = character >= 'a' && character <= 'z';
    return static_cast<Key>(small ? character - 'a' + 'A' : character);
}
[[nodiscard]] constexpr Key numpad(int digit) {
    return static_cast<Key>(static_cast<int>(Key::Numpad0) + digit);
}

struct Shortcut {
    Key key = Key::None;
    bool ctrl = false;
    bool shift = false;
    bool alt = false;

    friend auto operator<=>(const Shortcut&, const Shortcut&) = default;
};

// "Ctrl+Shift+Z", "Numpad 1", "Alt+1", "[", "F1".
[[nodiscard]] std::string toText(const Shortcut& shortcut);
// Reads what toText writes; the modifiers in any order, letters of any case. Empty if it is not a shortcut.
[[nodiscard]] std::optional<Shortcut> shortcutFromText(std::string_view text);

}  // namespace palpate::commands
