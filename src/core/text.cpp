#include "core/text.h"

#include "core/version.h"

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

}  // namespace palpate::core
