#include "document/client_codes.h"

#include <algorithm>
#include <charconv>

namespace palpate::document {
namespace {

constexpr const char* kHighest = "last client number";

// 0: a code of another form.
int numberOf(const std::string& code) {
    int number = 0;
    if (code.starts_with("C-")) std::from_chars(code.data() + 2, code.data() + code.size(), number);
    return std::max(number, 0);
}

// Only a number is lost if the setting cannot be read: codes that clients have are counted anyway.
int highestNoted(const records::Practice& practice) {
    const auto kept = practice.setting(kHighest);
    return kept ? numberOf("C-" + *kept) : 0;
}

}  // namespace

std::string freeClientCode(const records::Practice& practice, std::span<const clinic::Client> clients) {
    int highest = highestNoted(practice);
    for (const clinic::Client& client : clients)
        highest = std::max(highest, numberOf(client.code));
    const std::string digits = std::to_string(highest + 1);
    return "C-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

core::Result<void> noteClientCode(records::Practice& practice, const std::string& code) {
    const int number = numberOf(code);
    if (number <= highestNoted(practice)) return {};
    return practice.saveSetting(kHighest, std::to_string(number));
}

}  // namespace palpate::document
