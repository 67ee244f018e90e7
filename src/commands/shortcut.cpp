#include "commands/shortcut.h"

#include <array>
#include <cctype>

namespace palpate::commands {

namespace {

struct KeyName {
    Key key;
    std::string_view name;
};

constexpr std::array kNames{
    KeyName{Key::Up, "Up"},       KeyName{Key::Down, "Down"}, KeyName{Key::Left, "Left"},
    KeyName{Key::Right, "Right"}, KeyName{Key::Home, "Home"}, KeyName{Key::Escape, "Escape"},
    KeyName{Key::Enter, "Enter"}, KeyName{Key::Tab, "Tab"},   KeyName{Key::Delete, "Delete"}};

constexpr std::string_view kSigns = "[]-=?";

bool isNumpad(Key key) {
    return key >= Key::Numpad0 && key <= Key::Numpad9;
}

std::string keyText(Key key) {
    const int number = static_cast<int>(key);
    if (isNumpad(key)) return "Numpad " + std::to_string(number - static_cast<int>(Key::Numpad0));
    if (key >= Key::F1 && key <= Key::F12)
        return "F" + std::to_string(number - static_cast<int>(Key::F1) + 1);
    for (const KeyName& known : kNames) {
        if (known.key == key) return std::string(known.name);
    }
    std::string text;
    text += static_cast<char>(number);
    return text;
}

bool sameLetters(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::toupper(static_cast<unsigned char>(a[i])) != std::toupper(static_cast<unsigned char>(b[i])))
            return false;
    }
    return true;
}

bool isCharacterKey(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || kSigns.find(c) != std::string_view::npos;
}

std::optional<Key> keyFromText(std::string_view text) {
    if (text.size() == 1) return isCharacterKey(text[0]) ? std::optional(keyOf(text[0])) : std::nullopt;
    for (int number = static_cast<int>(Key::Numpad0); number <= static_cast<int>(Key::F12); ++number) {
        if (sameLetters(keyText(static_cast<Key>(number)), text)) return static_cast<Key>(number);
    }
    return std::nullopt;
}

bool takeModifier(std::string_view& text, std::string_view name) {
    if (text.size() <= name.size() || text[name.size()] != '+' ||
        !sameLetters(text.substr(0, name.size()), name))
        return false;
    text.remove_prefix(name.size() + 1);
    return true;
}

}  // namespace

std::string toText(const Shortcut& shortcut) {
    if (shortcut.key == Key::None) return {};
    std::string text;
    if (shortcut.ctrl) text += "Ctrl+";
    if (shortcut.alt) text += "Alt+";
    if (shortcut.shift) text += "Shift+";
    return text + keyText(shortcut.key);
}

std::optional<Shortcut> shortcutFromText(std::string_view text) {
    Shortcut shortcut;
    for (bool found = true; found;) {
        found = false;
        if (!shortcut.ctrl && takeModifier(text, "Ctrl")) found = shortcut.ctrl = true;
        if (!shortcut.alt && takeModifier(text, "Alt")) found = shortcut.alt = true;
        if (!shortcut.shift && takeModifier(text, "Shift")) found = shortcut.shift = true;
    }
    const auto key = keyFromText(text);
    if (!key) return std::nullopt;
    shortcut.key = *key;
    return shortcut;
}

}  // namespace palpate::commands
