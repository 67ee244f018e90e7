#include "app/options.h"

#include "core/version.h"

#include <doctest/doctest.h>

#include <vector>

using palpate::app::CommandLine;
using palpate::app::parseCommandLine;

namespace {

CommandLine parse(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "palpate");
    return parseCommandLine(static_cast<int>(arguments.size()), arguments.data());
}

}  // namespace

TEST_CASE("without anything the program opens what was used last, or asks") {
    const CommandLine line = parse({});
    CHECK_FALSE(line.leaveWith.has_value());
    CHECK(line.options.vault.empty());
    CHECK_FALSE(line.options.demo);
}

TEST_CASE("the demo practice is asked for by name") {
    CHECK(parse({"--demo"}).options.demo);
}

TEST_CASE("a file alone is the practice to open") {
    CHECK(parse({"my practice.palpate"}).options.vault == "my practice.palpate");
}

TEST_CASE("only one practice is opened at a time") {
    CHECK(parse({"--demo", "a.palpate"}).leaveWith == 2);
    CHECK(parse({"--vault", "a.palpate", "b.palpate"}).leaveWith == 2);
}

TEST_CASE("a practice can be named") {
    CHECK(parse({"--vault", "my practice.palpate"}).options.vault == "my practice.palpate");
}

TEST_CASE("help and version are printed and leave with success") {
    const CommandLine help = parse({"--help"});
    CHECK(help.leaveWith == 0);
    CHECK(help.text.find("--vault") != std::string::npos);
    CHECK(help.text.find("--dump-ui-rects") == std::string::npos);  // for tests only
    const CommandLine version = parse({"--version"});
    CHECK(version.leaveWith == 0);
    CHECK(version.text == std::string("palpate ") + palpate::core::version() + "\n");
}

TEST_CASE("wrong usage is said in a sentence and leaves with 2") {
    for (const auto& arguments : {std::vector<const char*>{"--vualt", "x"},
                                  {"--vault"},
                                  {"--size", "huge"},
                                  {"--size", "10x10"},
                                  {"--size", "1280x800x3"}}) {
        CAPTURE(arguments.front());
        const CommandLine line = parse(arguments);
        CHECK(line.leaveWith == 2);
        CHECK(line.text.find("palpate --help") != std::string::npos);
    }
    CHECK(parse({"--vualt"}).text == "\"--vualt\" is not understood. See palpate --help.");
    CHECK(parse({"--vault"}).text.find("no value") != std::string::npos);
    CHECK(parse({"--size", "1920x1080"}).options.size == glm::ivec2(1920, 1080));
}
