#include "core/atomic_file.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

using namespace palpate::core;
namespace fs = std::filesystem;

namespace {

struct TemporaryFolder {
    fs::path path = fs::temp_directory_path() / ("palpate-core-" + std::to_string(::getpid()));
    TemporaryFolder() { fs::create_directories(path); }
    ~TemporaryFolder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("a file is replaced whole and no temporary file stays behind") {
    const TemporaryFolder folder;
    const fs::path file = folder.path / "a.txt";
    REQUIRE(writeFileAtomically(file, "first, and longer than the second").has_value());
    REQUIRE(writeFileAtomically(file, "second").has_value());
    CHECK(*readTextFile(file) == "second");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator{}) == 1);
}

TEST_CASE("a folder that is not there is named in the error") {
    const TemporaryFolder folder;
    const auto written = writeFileAtomically(folder.path / "missing" / "a.txt", "text");
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().where.find("missing") != std::string::npos);
}

TEST_CASE("a failed write leaves the old file and nothing else") {
    const TemporaryFolder folder;
    const fs::path target = folder.path / "a.txt";
    fs::create_directories(target / "occupied");  // a folder of that name cannot be replaced by a file
    CHECK_FALSE(writeFileAtomically(target, "text").has_value());
    CHECK(fs::is_directory(target / "occupied"));
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator{}) == 1);
}

TEST_CASE("reading refuses a missing file and one that is too large") {
    const TemporaryFolder folder;
    CHECK_FALSE(readFile(folder.path / "none").has_value());
    REQUIRE(writeFileAtomically(folder.path / "big", "0123456789").has_value());
    CHECK_FALSE(readFile(folder.path / "big", 9).has_value());
    CHECK(readFile(folder.path / "big", 10)->size() == 10);
}

TEST_CASE("a private file can be read by its owner only, also where one was that everybody could read") {
    const TemporaryFolder folder;
    const fs::path file = folder.path / "private.txt";
    constexpr auto kOwner = fs::perms::owner_read | fs::perms::owner_write;
    REQUIRE(writeFileAtomically(file, "usual").has_value());
    fs::permissions(file, kOwner | fs::perms::others_read);
    REQUIRE(writeFileAtomically(file, "private", FileAccess::OwnerOnly).has_value());
    CHECK(fs::status(file).permissions() == kOwner);
}
