#include "cli/run_cli.h"
#include "core/atomic_file.h"

#include <doctest/doctest.h>
#include <sys/types.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <string>
#include <thread>

using namespace palpate::test;

namespace {

std::vector<std::string> paintCall(const DemoVault& demo) {
    return {"map",      "paint",     "--vault",  demo.file, "--visit",   std::to_string(demo.first()),
            "--author", "therapist", "--moment", "after",   "--strokes", (demo.folder / "strokes").string()};
}

// Dabs of growing level up the front of the trunk, so that every number of them gives another map.
std::string dabs(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        const double height = 1.0 + 0.25 * i / 400.0;
        text += R"({"tool":"brush","layer":"pain","diameter_cm":3,"level":)" + std::to_string(1 + i % 10) +
                R"(,"points":[[0.05,)" + std::to_string(height) + ",0.1]]}\n";
    }
    return text;
}

std::ptrdiff_t linesIn(const fs::path& file) {
    const auto text = palpate::core::readTextFile(file);
    return text ? std::count(text->begin(), text->end(), '\n') : 0;
}

Json paintedMap(const DemoVault& demo) {
    return runCli({"map", "measure", "--vault", demo.file, "--visit", std::to_string(demo.first()),
                   "--author", "therapist", "--moment", "after", "--json"})
        .json();
}

}  // namespace

TEST_CASE("a program killed while it paints has kept every stroke that it said was committed") {
    const DemoVault demo;
    writeText(demo.folder / "strokes", dabs(400));
    const fs::path out = demo.folder / "out";
    const pid_t child = startCli(paintCall(demo), {.output = out});
    while (linesIn(out) < 3)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    REQUIRE(::kill(child, SIGKILL) == 0);
    CHECK(finishCli(child) == 128 + SIGKILL);
    const auto committed = static_cast<int>(linesIn(out));
    REQUIRE(committed >= 3);
    REQUIRE(committed < 400);
    const Json kept = paintedMap(demo);

    // One stroke may have been committed whose line was not printed any more.
    const auto mapAfter = [](int strokes) {
        const DemoVault other;
        writeText(other.folder / "strokes", dabs(strokes));
        REQUIRE(runCli(paintCall(other)).status == 0);
        return paintedMap(other);
    };
    const bool exactly = kept == mapAfter(committed);
    CHECK((exactly || kept == mapAfter(committed + 1)));
}
