#pragma once

#include <string>

namespace palpate::report {

// Numbers as documents set them: a proper minus sign, and never "-0".
[[nodiscard]] std::string numberText(double value, int decimals);
// With a plus sign when above zero, "± 0" when it rounds to nothing.
[[nodiscard]] std::string signedText(double value, int decimals);

}  // namespace palpate::report
