#pragma once

#include <cstdint>

namespace palpate::platform {

// A key by its place on a US keyboard. Letters, digits and signs have the code of what a US keyboard prints.
enum class Key : std::uint16_t {
    Unknown = 0,
    Space = ' ',
    Apostrophe = '\'',
    Comma = ',',
    Minus = '-',
    Period = '.',
    Slash = '/',
    Digit0 = '0',
    Digit9 = '9',
    Semicolon = ';',
    Equal = '=',
    A = 'A',
    Z = 'Z',
    LeftBracket = '[',
    Backslash = '\\',
    RightBracket = ']',
    Grave = '`',
    Escape = 256,
    Enter,
    Tab,
    Backspace,
    Insert,
    Delete,
    Right,
    Left,
    Down,
    Up,
    PageUp,
    PageDown,
    Home,
    End,
    F1 = 290,
    F12 = 301,
    Numpad0 = 320,
    Numpad9 = 329,
    NumpadDecimal,
    NumpadDivide,
    NumpadMultiply,
    NumpadSubtract,
    NumpadAdd,
    NumpadEnter,
    LeftShift = 340,
    LeftControl,
    LeftAlt,
    LeftSuper,
    RightShift,
    RightControl,
    RightAlt,
    RightSuper,
    Menu,
};

// digitKey(7), letterKey('E'), functionKey(1), numpadKey(3).
[[nodiscard]] constexpr Key digitKey(int digit) {
    return static_cast<Key>('0' + digit);
}
[[nodiscard]] constexpr Key letterKey(char upperCase) {
    return static_cast<Key>(upperCase);
}
[[nodiscard]] constexpr Key functionKey(int number) {
    return static_cast<Key>(static_cast<int>(Key::F1) + number - 1);
}
[[nodiscard]] constexpr Key numpadKey(int digit) {
    return static_cast<Key>(static_cast<int>(Key::Numpad0) + digit);
}

}  // namespace palpate::platform
