#include "report/number_text.h"

#include "core/text.h"

#include <cmath>

namespace palpate::report {

namespace {

bool isZero(const std::string& digits) {
    return digits.find_first_not_of("0.") == std::string::npos;
}

}  // namespace

std::string numberText(double value, int decimals) {
    const std::string digits = core::decimal(std::abs(value), decimals);
    return value < 0.0 && !isZero(digits) ? "\u2212" + digits : digits;
}

std::string signedText(double value, int decimals) {
    const std::string text = numberText(value, decimals);
    if (isZero(text)) return "\u00b1 0";
    return value > 0.0 ? "+" + text : text;
}

std::string changeText(const analysis::Change& change, int decimals) {
    return signedText(change.printedChange(decimals), decimals);
}

}  // namespace palpate::report
