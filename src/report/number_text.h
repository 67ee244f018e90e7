#pragma once

#include "analysis/comparison.h"

#include <string>

namespace palpate::report {

// Numbers as documents set them: a proper minus sign, and never "-0".
[[nodiscard]] std::string numberText(double value, int decimals);
// With a plus sign when above zero, "± 0" when it rounds to nothing.
[[nodiscard]] std::string signedText(double value, int decimals);
// The change from one number to the other as both are printed (analysis::Change::printedChange).
[[nodiscard]] std::string changeText(const analysis::Change& change, int decimals);

}  // namespace palpate::report
