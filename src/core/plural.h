#pragma once

#include <cstddef>
#include <string>

namespace palpate::core {

// A count in words: trn("{0} visit", "{0} visits", 3) is "3 visits". `one` is for a count of 1, `many` for
// every other. Both must be literals or outlive the call.
[[nodiscard]] std::string trn(const char* one, const char* many, std::size_t count);

}  // namespace palpate::core
