#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace palpate::ui {

enum class Strength : std::uint8_t { TooShort, Weak, Fair, Good, Strong };

// A rough count of how many tries a passphrase stands against somebody who has a copy of the file.
struct PassphraseStrength {
    Strength strength = Strength::TooShort;
    double bits = 0.0;    // log2 of the tries that are needed at most
    std::string reason;   // one sentence: what makes it so
    std::string resists;  // "a thousand computers would need about 3 years"; empty if too short
    [[nodiscard]] bool isEnough() const { return strength != Strength::TooShort; }
};

// NIST SP 800-63B, 5.1.1.1: at least 8 characters.
inline constexpr std::size_t kShortestPassphrase = 8;

// Counted simply, and rather too low than too high: words that can be pronounced as one of 4,096 however
// long, runs, repeats and rows of the keyboard as two letters, years as one of 128, the passphrases that
// everybody tries first as nothing; whatever is left letter by letter, as drawn from the kinds of letters
// that it uses. The time is half of all tries at 3 tries a second and computer (Argon2id as records::KeyCost,
// a third of a second each). `text` is not kept.
[[nodiscard]] PassphraseStrength passphraseStrength(std::string_view text);

}  // namespace palpate::ui
