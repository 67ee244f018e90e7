#include "ui/friendly_path.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

using namespace palpate;

TEST_CASE("a path in the home folder begins with a tilde, any other is whole") {
    const char* value = std::getenv("HOME");
    const std::string before = value == nullptr ? "" : value;
    for (const char* home : {"/people/ada", "/people/ada/"}) {
        setenv("HOME", home, 1);
        CHECK(ui::friendlyPath("/people/ada/Documents/Hands on.palpate") == "~/Documents/Hands on.palpate");
        CHECK(ui::friendlyPath("/people/ada") == "~");
        CHECK(ui::friendlyPath("/people/adam/x.palpate") == "/people/adam/x.palpate");
        CHECK(ui::friendlyPath("/media/stick/x.palpate") == "/media/stick/x.palpate");
        CHECK(ui::friendlyPath("x.palpate") == "x.palpate");
    }
    for (const char* home : {"", "/"}) {
        setenv("HOME", home, 1);
        CHECK(ui::friendlyPath("/media/x.palpate") == "/media/x.palpate");
    }
    setenv("HOME", before.c_str(), 1);
}
