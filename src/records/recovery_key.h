#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <string_view>

namespace palpate::records {

// A recovery key as it is printed: 256 bits in 13 groups of five characters of Crockford's base 32
// (https://www.crockford.com/base32.html), which has no I, L, O or U to be mistaken. Four characters of a
// group carry 20 bits (the last 4 of 260 are zero), the fifth is a check: c = a d0 + a^2 d1 + a^3 d2 + a^4 d3
// + n in GF(32) with a^5 = a^2 + 1, n the number of the group from 0. A wrong character, two exchanged
// characters and two exchanged groups never fit.
[[nodiscard]] core::Secret recoveryKeyText(const core::Secret& key);

// Reads what a person typed: small or capital letters, O for 0, I and L for 1, spaces and hyphens anywhere.
// Errors: characters missing or too many; a group with a slip in it, by its number and as it was typed.
[[nodiscard]] core::Result<core::Secret> recoveryKeyFromText(std::string_view typed);

}  // namespace palpate::records
