#include "app/folder_opener.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace palpate;

namespace {

// What became of the program once it has ended.
std::optional<std::filesystem::path> outcome(app::FolderOpener& opener) {
    while (opener.isWaiting()) {
        if (const auto failed = opener.step()) return failed;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("a file manager that is not there, or that fails, is told kindly") {
    app::FolderOpener missing("no-such-program-anywhere");
    const auto opened = missing.open("/tmp");
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().message().find("/tmp") != std::string::npos);
    CHECK_FALSE(missing.isWaiting());

    app::FolderOpener failing("false");
    REQUIRE(failing.open("/tmp"));
    CHECK(outcome(failing) == std::filesystem::path("/tmp"));
    CHECK_FALSE(failing.isWaiting());

    app::FolderOpener willing("true");
    REQUIRE(willing.open("/tmp"));
    CHECK_FALSE(outcome(willing).has_value());
}
