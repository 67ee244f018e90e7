#include "ui/vault/passphrase_strength.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <vector>

namespace palpate::ui {
namespace {

using core::tr;

constexpr double kWordBits = 12.0, kYearBits = 7.0, kRepeatBits = 1.0;
constexpr double kTriesASecond = 3.0 * 1000.0;  // of a thousand computers
constexpr double kFairBits = 36.0, kGoodBits = 46.0, kStrongBits = 64.0;

// What lists of leaked passphrases begin with, and what lies near here; letters in lower case.
constexpr std::array<std::string_view, 24> kFirstTried{
    "password", "passwort", "passphrase",    "letmein", "welcome",   "iloveyou", "qwerty",   "qwertz",
    "azerty",   "admin",    "administrator", "dragon",  "monkey",    "football", "baseball", "sunshine",
    "princess", "master",   "palpate",       "massage", "therapist", "therapy",  "practice", "secret"};
constexpr std::array<std::string_view, 7> kRows{"1234567890", "qwertyuiop", "qwertzuiop", "azertyuiop",
                                                "asdfghjkl",  "zxcvbnm",    "yxcvbnm"};

char lower(char letter) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}
bool isLetter(char letter) {
    return std::isalpha(static_cast<unsigned char>(letter)) != 0;
}
bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}
bool isVowel(char letter) {
    return std::string_view("aeiouy").find(lower(letter)) != std::string_view::npos;
}

// A letter that the one before it foretells: the same again, its neighbour in the alphabet or on the
// keyboard.
bool isForetold(char before, char letter) {
    const int step = lower(letter) - lower(before);
    if (step >= -1 && step <= 1) return true;
    return std::any_of(kRows.begin(), kRows.end(), [&](std::string_view row) {
        const auto at = row.find(lower(before));
        if (at == std::string_view::npos) return false;
        return (at + 1 < row.size() && row[at + 1] == lower(letter)) ||
               (at > 0 && row[at - 1] == lower(letter));
    });
}

// How many different signs the kinds that are used have.
double poolOf(std::string_view text) {
    double pool = 0.0;
    const auto uses = [&text](auto test) { return std::any_of(text.begin(), text.end(), test); };
    if (uses([](char c) { return c >= 'a' && c <= 'z'; })) pool += 26.0;
    if (uses([](char c) { return c >= 'A' && c <= 'Z'; })) pool += 26.0;
    if (uses(isDigit)) pool += 10.0;
    if (uses([](char c) { return c > ' ' && !isLetter(c) && !isDigit(c); })) pool += 32.0;
    if (uses([](char c) { return static_cast<unsigned char>(c) >= 0x80; })) pool += 60.0;
    return std::max(pool, 10.0);
}

// Three letters and more that a mouth could say.
bool looksLikeWord(std::string_view run) {
    constexpr int kMostConsonants = 4;
    if (run.size() < 3) return false;
    int consonants = 0, vowels = 0;
    for (const char letter : run) {
        consonants = isVowel(letter) ? 0 : consonants + 1;
        vowels += isVowel(letter) ? 1 : 0;
        if (consonants > kMostConsonants) return false;
    }
    return vowels * 6 >= static_cast<int>(run.size());
}

std::size_t runLength(std::string_view text, bool (*belongs)(char)) {
    const auto end = std::find_if_not(text.begin(), text.end(), belongs);
    return static_cast<std::size_t>(end - text.begin());
}

struct Count {
    double bits = 0.0;
    int words = 0;
    bool foretold = false, firstTried = false, year = false;
};

void countLetters(std::string_view run, double each, Count& count) {
    for (std::size_t i = 0; i < run.size(); ++i) {
        const bool foretold = i > 0 && isForetold(run[i - 1], run[i]);
        const bool longRun = foretold && i > 1 && isForetold(run[i - 2], run[i - 1]);
        count.bits += longRun ? kRepeatBits : each;
        count.foretold = count.foretold || longRun;
    }
}

void countRun(std::string_view run, double each, Count& count) {
    std::string small(run);
    std::transform(small.begin(), small.end(), small.begin(), lower);
    Count plain;
    countLetters(run, each, plain);
    const bool first = std::any_of(kFirstTried.begin(), kFirstTried.end(),
                                   [&small](std::string_view tried) { return tried == small; });
    std::fill(small.begin(), small.end(), '\0');
    const bool isWord = isLetter(run.front()) && looksLikeWord(run);
    // Words have doubled letters too.
    count.foretold = count.foretold || (plain.foretold && !(isWord && plain.bits >= kWordBits));
    count.firstTried = count.firstTried || first;
    if (first) {
        count.bits += 2.0;
    } else if (isWord) {
        ++count.words;
        count.bits += std::min(plain.bits, kWordBits);
    } else if (run.size() == 4 && isDigit(run.front()) && (run.starts_with("19") || run.starts_with("20"))) {
        count.year = true;
        count.bits += kYearBits;
    } else {
        count.bits += plain.bits;
    }
}

// A word or number that was there already.
bool isAmong(const std::vector<std::string_view>& before, std::string_view run) {
    return std::any_of(before.begin(), before.end(), [run](std::string_view other) {
        return std::equal(other.begin(), other.end(), run.begin(), run.end(),
                          [](char a, char b) { return lower(a) == lower(b); });
    });
}

Count countAll(std::string_view text) {
    const double each = std::log2(poolOf(text));
    Count count;
    std::vector<std::string_view> before;  // parts of `text`: no copies of a secret
    while (!text.empty()) {
        const auto belongs = isLetter(text.front()) ? isLetter
                             : isDigit(text.front())
                                 ? isDigit
                                 : +[](char c) { return !isLetter(c) && !isDigit(c) && c != ' '; };
        const std::size_t length = text.front() == ' ' ? 0 : runLength(text, belongs);
        const std::string_view run = text.substr(0, length);
        if (isAmong(before, run)) {
            count.bits += kRepeatBits;
            count.foretold = count.foretold || length > 1;
        } else if (length > 0) {
            countRun(run, each, count);
            before.push_back(run);
        }
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return count;
}

std::string durationOf(double seconds) {
    constexpr double kMinute = 60.0, kHour = 3600.0, kDay = 86400.0, kYear = 365.25 * kDay;
    const auto about = [](double number) {
        const double step = number >= 1000.0 ? 100.0 : number >= 100.0 ? 10.0 : 1.0;
        return core::decimal(std::round(number / step) * step, 0);
    };
    if (seconds < kMinute) return tr("less than a minute");
    if (seconds < 2 * kHour) return core::trf("about {0} minutes", {about(seconds / kMinute)});
    if (seconds < 2 * kDay) return core::trf("about {0} hours", {about(seconds / kHour)});
    if (seconds < 2 * kYear) return core::trf("about {0} days", {about(seconds / kDay)});
    if (seconds < 1.0e4 * kYear) return core::trf("about {0} years", {about(seconds / kYear)});
    return tr("more than ten thousand years");
}

std::string reasonOf(const Count& count, Strength strength) {
    if (count.firstTried) return tr("It holds a word that everybody tries first.");
    if (count.foretold) return tr("Repeats, runs and rows of the keyboard count for little.");
    if (strength >= Strength::Good) {
        return count.words >= 3 ? tr("Several unrelated words are long and can be remembered.")
                                : tr("It is long and hard to foresee.");
    }
    if (count.words == 1) return tr("It rests on one word. Four or five unrelated words are much better.");
    if (count.words > 1) return tr("Each word counts as one of some thousands. Add one or two more.");
    if (count.year) return tr("Years are tried early.");
    return tr("It is short. Four or five unrelated words are easier to remember and better.");
}

}  // namespace

PassphraseStrength passphraseStrength(std::string_view text) {
    const auto letters = static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    PassphraseStrength answer;
    const Count count = countAll(text);
    answer.bits = count.bits;
    if (letters < kShortestPassphrase) {
        answer.reason = core::trf("At least {0} characters, better four or five unrelated words.",
                                  {std::to_string(kShortestPassphrase)});
        return answer;
    }
    answer.strength = count.bits < kFairBits     ? Strength::Weak
                      : count.bits < kGoodBits   ? Strength::Fair
                      : count.bits < kStrongBits ? Strength::Good
                                                 : Strength::Strong;
    answer.reason = reasonOf(count, answer.strength);
    answer.resists = core::trf("With a copy of the file, a thousand computers would need {0}.",
                               {durationOf(std::exp2(count.bits - 1.0) / kTriesASecond)});
    return answer;
}

}  // namespace palpate::ui
