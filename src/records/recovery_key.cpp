#include "records/recovery_key.h"

#include "core/check.h"
#include "core/text.h"
#include "records/seal.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace palpate::records {

namespace {

constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kGroups = 13, kGroup = 5, kData = 4;
constexpr std::size_t kBitsOfLetter = 5;

// Times a in GF(32), a^5 = a^2 + 1.
unsigned timesA(unsigned value) {
    value <<= 1U;
    return (value & 32U) != 0U ? (value ^ 0b100101U) : value;
}

unsigned checkOf(std::span<const std::uint8_t> data, std::size_t group) {
    unsigned sum = 0;
    for (std::size_t i = kData; i-- > 0;)
        sum = timesA(sum ^ data[i]);
    return sum ^ static_cast<unsigned>(group);
}

unsigned bitAt(std::span<const std::byte> bytes, std::size_t bit) {
    if (bit / 8 >= bytes.size()) return 0;
    return (std::to_integer<unsigned>(bytes[bit / 8]) >> (7 - bit % 8)) & 1U;
}

std::optional<std::uint8_t> valueOf(char letter) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    if (letter == 'O') letter = '0';
    if (letter == 'I' || letter == 'L') letter = '1';
    const std::size_t at = kLetters.find(letter);
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<std::uint8_t>(at);
}

bool isBetweenGroups(char letter) {
    return letter == '-' || letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

core::Error slip(std::size_t group) {
    return {core::trf("Group {0} of the recovery key has a slip in it", {std::to_string(group + 1)}), "",
            core::tr("Compare that group with the printed key, letter by letter.")};
}

core::Error wrongLength(std::size_t count) {
    return {core::trf("A recovery key has {0} letters and digits, and {1} were typed",
                      {std::to_string(kGroups * kGroup), std::to_string(count)}),
            "", core::tr("Type all 13 groups of the printed key.")};
}

}  // namespace

core::Secret recoveryKeyText(const core::Secret& key) {
    core::check(key.size() == kKeySize, "a recovery key has 32 bytes");
    core::Secret text(kGroups * kGroup + kGroups - 1);
    const std::span<std::byte> out = text.bytes();
    core::Secret data(kData);
    const std::span<std::uint8_t> values(reinterpret_cast<std::uint8_t*>(data.bytes().data()), kData);
    std::size_t at = 0;
    for (std::size_t group = 0; group < kGroups; ++group) {
        if (group > 0) out[at++] = static_cast<std::byte>('-');
        for (std::size_t i = 0; i < kData; ++i) {
            unsigned value = 0;
            for (std::size_t bit = 0; bit < kBitsOfLetter; ++bit)
                value = value << 1U | bitAt(key.bytes(), (group * kData + i) * kBitsOfLetter + bit);
            values[i] = static_cast<std::uint8_t>(value);
            out[at++] = static_cast<std::byte>(kLetters[value]);
        }
        out[at++] = static_cast<std::byte>(kLetters[checkOf(values, group)]);
    }
    return text;
}

core::Result<core::Secret> recoveryKeyFromText(std::string_view typed) {
    core::Secret letters(kGroups * kGroup);
    const std::span<std::uint8_t> values(reinterpret_cast<std::uint8_t*>(letters.bytes().data()),
                                         letters.size());
    std::size_t count = 0;
    for (const char letter : typed) {
        if (isBetweenGroups(letter)) continue;
        const auto value = valueOf(letter);
        if (!value && count < values.size()) return slip(count / kGroup);
        if (count < values.size()) values[count] = value.value_or(0);
        ++count;
    }
    // A slip is said before a wrong length: a letter left out is found in the group where it was.
    for (std::size_t group = 0; group < kGroups && (group + 1) * kGroup <= count; ++group) {
        const auto part = values.subspan(group * kGroup, kGroup);
        if (checkOf(part, group) != part[kData]) return slip(group);
    }
    if (count != values.size()) return wrongLength(count);
    core::Secret key(kKeySize);
    for (std::size_t bit = 0; bit < kKeySize * 8; ++bit) {
        const std::size_t letter = bit / kBitsOfLetter;
        const unsigned value = values[letter / kData * kGroup + letter % kData];
        if ((value >> (kBitsOfLetter - 1 - bit % kBitsOfLetter) & 1U) != 0U)
            key.bytes()[bit / 8] |= std::byte{1} << (7 - bit % 8);
    }
    return key;
}

}  // namespace palpate::records
