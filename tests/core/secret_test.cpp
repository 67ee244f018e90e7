#include "core/secret.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using palpate::core::Secret;

TEST_CASE("A secret holds a copy of what it was made from") {
    std::string typed = "correct horse";
    const Secret secret = Secret::copyOf(typed);
    palpate::core::wipe(typed);
    CHECK(typed == std::string(13, '\0'));
    CHECK(secret.text() == "correct horse");
    CHECK(secret.clone().text() == secret.text());
}

TEST_CASE("A secret that was moved away is empty") {
    Secret secret = Secret::copyOf("x");
    const Secret other = std::move(secret);
    CHECK(other.text() == "x");
    CHECK(secret.empty());  // NOLINT: what is left after a move is stated
    secret = Secret(4);
    CHECK(secret.text() == std::string_view("\0\0\0\0", 4));
    CHECK(Secret().text().empty());
}
