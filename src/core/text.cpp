#include "core/text.h"

#include "core/version.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace palpate::core {

const char* version() {
    return PALPATE_VERSION;
}

const char* tr(const char* text) {
    return text;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
    std::string filled;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool isSlot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                            pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        const std::size_t index = isSlot ? static_cast<std::size_t>(pattern[i + 1] - '0') : arguments.size();
        if (index < arguments.size()) {
            filled += *(arguments.begin() + index);
            i += 2;
        } else {
            filled += pattern[i];
        }
    }
    return filled;
}

std::string trf(const char* pattern, std::initializer_list<std::string_view> arguments) {
    return fill(tr(pattern), arguments);
}

std::string decimal(double number, int decimals) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                   std::chars_format::fixed, decimals);
    return {buffer.data(), end.ptr};
}

std::string shortDecimal(double number) {
    const std::string text = decimal(number, 1);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

namespace {

bool isBetween(char letter, char first, char last) {
    return letter >= first && letter <= last;
}

}  // namespace

std::string capitalised(std::string text) {
    if (!text.empty() && isBetween(text[0], 'a', 'z')) text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string lowered(std::string_view text) {
    std::string low(text);
    for (char& letter : low)
        if (isBetween(letter, 'A', 'Z')) letter = static_cast<char>(letter - 'A' + 'a');
    return low;
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

bool hasControlCharacter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

}  // namespace palpate::core
