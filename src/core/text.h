#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace palpate::core {

// Every text that a person sees passes through here, so that a catalogue in another language can be added
// without touching the callers. Today it returns the text itself. `text` must be a literal or outlive the
// result.
[[nodiscard]] const char* tr(const char* text);

// Replaces {0}, {1}, ... in `pattern` by the arguments; a translation may change their order. A number
// without an argument is left as it stands.
[[nodiscard]] std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments);

// tr() and fill() in one: trf("saved {0}", {"14:02:11"}).
[[nodiscard]] std::string trf(const char* pattern, std::initializer_list<std::string_view> arguments);

// A number with a fixed count of decimals and a decimal point, whatever the locale: decimal(3.14159, 1) is
// "3.1".
[[nodiscard]] std::string decimal(double number, int decimals);

// With one decimal, or with none where that would be 0: "2.5", "3".
[[nodiscard]] std::string shortDecimal(double number);

// With its first letter large, or with all letters small. Letters are those of ASCII; what else stands in
// UTF-8 is left as it is.
[[nodiscard]] std::string capitalised(std::string text);
[[nodiscard]] std::string lowered(std::string_view text);

// Without the spaces at its ends.
[[nodiscard]] std::string trimmed(std::string_view text);

// A byte below 0x20, such as a line's end, or 0x7f.
[[nodiscard]] bool hasControlCharacter(std::string_view text);

}  // namespace palpate::core
