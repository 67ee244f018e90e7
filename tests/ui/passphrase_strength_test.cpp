#include "ui/vault/passphrase_strength.h"
#include "ui/vault/secret_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace palpate;
using ui::Strength;

TEST_CASE("a passphrase of fewer than eight characters is too short, however wild") {
    CHECK(ui::passphraseStrength("").strength == Strength::TooShort);
    CHECK(ui::passphraseStrength("x7#Kp!2").strength == Strength::TooShort);
    CHECK_FALSE(ui::passphraseStrength("x7#Kp!2").isEnough());
    // Characters, not bytes.
    CHECK(ui::passphraseStrength("\xC3\xBC\xC3\xA4\xC3\xB6\xC3\x9F").strength == Strength::TooShort);
}

TEST_CASE("what everybody tries first is weak at any length") {
    for (const char* text : {"password", "Password1", "qwertyuiop", "12345678901234", "aaaaaaaaaaaaaaaa",
                             "massage2024", "abcdefghijkl"}) {
        CAPTURE(text);
        CHECK(ui::passphraseStrength(text).strength == Strength::Weak);
    }
}

TEST_CASE("unrelated words add up, and four of them are good, five are better") {
    const auto one = ui::passphraseStrength("umbrella");
    const auto three = ui::passphraseStrength("umbrella copper winter");
    const auto five = ui::passphraseStrength("umbrella copper winter ladder violin");
    const auto six = ui::passphraseStrength("umbrella copper winter ladder violin marble");
    CHECK(one.strength == Strength::Weak);
    CHECK(three.bits > one.bits);
    CHECK(five.strength >= Strength::Good);
    CHECK(six.strength == Strength::Strong);
    CHECK(five.bits == doctest::Approx(60.0).epsilon(0.05));
}

TEST_CASE("a word that is said again adds next to nothing, however it is written") {
    const auto once = ui::passphraseStrength("umbrella");
    for (const char* text : {"umbrella umbrella umbrella umbrella", "umbrella UMBRELLA Umbrella umbrella",
                             "umbrella-umbrella-umbrella-umbrella"}) {
        CAPTURE(text);
        const auto again = ui::passphraseStrength(text);
        CHECK(again.bits < once.bits + 12.0);
        CHECK(again.strength == Strength::Weak);
        CHECK(again.reason.find("Repeats") != std::string::npos);
    }
    CHECK(ui::passphraseStrength("umbrella copper umbrella winter").bits ==
          doctest::Approx(ui::passphraseStrength("umbrella copper winter").bits).epsilon(0.05));
}

TEST_CASE("letters drawn at random count each by itself") {
    const auto random = ui::passphraseStrength("kX7pQz2mWv9t");
    CHECK(random.strength >= Strength::Good);
    CHECK(random.bits > 55.0);
}

TEST_CASE("the answer says why and how long it would stand") {
    const auto weak = ui::passphraseStrength("umbrella");
    CHECK_FALSE(weak.reason.empty());
    CHECK(weak.resists.find("thousand computers") != std::string::npos);
    CHECK(weak.resists.find("less than a minute") != std::string::npos);
    CHECK(ui::passphraseStrength("kX7pQz2mWv9tLq4").resists.find("years") != std::string::npos);
}

TEST_CASE("a longer passphrase of the same kind is never weaker") {
    std::string text;
    double before = 0.0;
    for (const char* word : {"anchor", "basket", "candle", "dragonfly", "engine", "forest"}) {
        text += (text.empty() ? "" : " ") + std::string(word);
        const double bits = ui::passphraseStrength(text).bits;
        CHECK(bits >= before);
        before = bits;
    }
}

TEST_CASE("what was typed secretly is gone after a wipe") {
    ui::SecretText text;
    text.set("correct horse");
    CHECK(text.text() == "correct horse");
    CHECK(text.copy().text() == "correct horse");
    const char* letters = text.data();
    text.wipe();
    CHECK(text.empty());
    for (std::size_t i = 0; i < ui::SecretText::kMost; ++i)
        REQUIRE(letters[i] == '\0');
}

TEST_CASE("more than fits is cut off and still ends") {
    ui::SecretText text;
    text.set(std::string(2 * ui::SecretText::kMost, 'x'));
    CHECK(text.text().size() == ui::SecretText::kMost);
}
