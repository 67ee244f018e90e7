#pragma once

#include <string_view>

namespace palpate::map {

// Well-formed UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text);

}  // namespace palpate::map
