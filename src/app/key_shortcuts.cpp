#include "app/key_shortcuts.h"

#include <array>
#include <string_view>

namespace palpate::app {

namespace {

using commands::Shortcut;
using platform::Key;

struct Named {
    Key key;
    commands::Key meaning;
};

constexpr std::array kNamed{
    Named{Key::Up, commands::Key::Up},          Named{Key::Down, commands::Key::Down},
    Named{Key::Left, commands::Key::Left},      Named{Key::Right, commands::Key::Right},
    Named{Key::Home, commands::Key::Home},      Named{Key::Escape, commands::Key::Escape},
    Named{Key::Enter, commands::Key::Enter},    Named{Key::Tab, commands::Key::Tab},
    Named{Key::Delete, commands::Key::Delete},  Named{Key::NumpadSubtract, commands::Key::Minus},
    Named{Key::NumpadAdd, commands::Key::Equal}};

constexpr std::u32string_view kSigns = U"[]-=?";

bool isIn(Key key, Key first, Key last) {
    return key >= first && key <= last;
}

commands::Key offset(commands::Key first, Key key, Key from) {
    return static_cast<commands::Key>(static_cast<int>(first) + static_cast<int>(key) -
                                      static_cast<int>(from));
}

std::optional<commands::Key> meaningOf(const platform::KeyEvent& event) {
    if (event.label >= U'a' && event.label <= U'z') return commands::keyOf(static_cast<char>(event.label));
    if (isIn(event.key, Key::A, Key::Z)) return offset(commands::Key::A, event.key, Key::A);
    if (isIn(event.key, Key::Digit0, Key::Digit9))
        return offset(commands::Key::Digit0, event.key, Key::Digit0);
    if (isIn(event.key, Key::Numpad0, Key::Numpad9))
        return offset(commands::Key::Numpad0, event.key, Key::Numpad0);
    if (isIn(event.key, Key::F1, Key::F12)) return offset(commands::Key::F1, event.key, Key::F1);
    for (const Named& named : kNamed) {
        if (named.key == event.key) return named.meaning;
    }
    if (!event.modifiers.control) return std::nullopt;
    if (event.key == Key::Minus) return commands::Key::Minus;
    if (event.key == Key::Equal) return commands::Key::Equal;
    return std::nullopt;
}

}  // namespace

std::optional<Shortcut> shortcutOf(const platform::KeyEvent& event) {
    if (!event.pressed || event.modifiers.super) return std::nullopt;
    const auto meaning = meaningOf(event);
    if (!meaning) return std::nullopt;
    return Shortcut{*meaning, event.modifiers.control, event.modifiers.shift, event.modifiers.alt};
}

std::optional<Shortcut> shortcutOf(const platform::TextEvent& event) {
    if (kSigns.find(event.codePoint) == std::u32string_view::npos) return std::nullopt;
    return Shortcut{commands::keyOf(static_cast<char>(event.codePoint)), false, false, false};
}

}  // namespace palpate::app
