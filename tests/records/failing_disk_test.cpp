#include "records/care.h"
#include "records/failing_vfs.h"
#include "records/practice.h"
#include "records/sample_practice.h"
#include "support/child_process.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sched.h>
#include <sqlite3.h>
#include <sys/mount.h>

#include <functional>
#include <string>
#include <vector>

using namespace palpate;
using clinic::Author;
using clinic::MapKey;
using clinic::Moment;
using test::FailingDisk;
using test::kFirstMap;
using test::TemporaryFolder;

namespace {

constexpr MapKey kNewMap{{2}, Author::Therapist, Moment::After};

struct Change {
    const char* name;
    std::function<core::Result<void>(records::Practice&)> make;
};

template <typename T>
core::Result<void> withoutValue(const core::Result<T>& result) {
    if (!result) return result.error();
    return {};
}

// One of each thing that writes.
const std::vector<Change>& changes() {
    using records::Practice;
    static const std::vector<Change> list{
        {"append",
         [](Practice& p) { return p.append(kFirstMap, test::strokeEntry(std::string(9000, 'x'))); }},
        {"append to a new map", [](Practice& p) { return p.append(kNewMap, test::strokeEntry("new")); }},
        {"snapshot",
         [](Practice& p) { return p.saveSnapshot(kFirstMap, test::bytesOf(std::string(20000, 's')), 5); }},
        {"complete", [](Practice& p) { return p.complete(kNewMap); }},
        {"client", [](Practice& p) { return withoutValue(p.addClient(test::sampleClient("C-0009"))); }},
        {"visit",
         [](Practice& p) {
             return withoutValue(p.addVisit({1}, {1795183331000, 60}));
         }},
    };
    return list;
}

// Lets `change` fail at its nth write or flush, for every n. Each time: the error is put in words, the
// practice is as before, the change works once the disk does, and what it made is there after opening again.
void failEverywhere(const Change& change, int code, const std::string& words) {
    CAPTURE(change.name);
    bool reachedTheEnd = false;
    int failures = 0;
    for (int n = 0; n < 100 && !reachedTheEnd; ++n) {
        CAPTURE(n);
        const TemporaryFolder folder;
        test::makeSampleVault(folder / "p.palpate");
        FailingDisk disk;
        auto practice = test::openOrThrow(folder / "p.palpate");
        const std::string before = test::dumpPractice(*practice);
        disk.failAfter(n, code);
        const auto made = change.make(*practice);
        disk.work();
        reachedTheEnd = made.has_value();
        if (!made) {
            ++failures;
            CHECK_MESSAGE(made.error().what.find(words) != std::string::npos, made.error().message());
            CHECK_FALSE(made.error().hint.empty());
            CHECK(test::dumpPractice(*practice) == before);
            CHECK(change.make(*practice).has_value());
        }
        const std::string after = test::dumpPractice(*practice);
        CHECK(after != before);
        practice.reset();
        CHECK(test::dumpPractice(*test::openOrThrow(folder / "p.palpate")) == after);
    }
    CHECK(reachedTheEnd);
    CHECK(failures > 1);
}

}  // namespace

TEST_CASE(
    "a disk that is full at any write is reported, nothing is changed, and writing goes on once there is "
    "room") {
    for (const Change& change : changes())
        failEverywhere(change, SQLITE_FULL, "disk");
}

TEST_CASE("a disk that breaks at any write is reported and nothing is changed") {
    for (const Change& change : changes())
        failEverywhere(change, SQLITE_IOERR_WRITE, "disk could not be read or written");
}

TEST_CASE("every change is flushed to the disk before it is acknowledged") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    FailingDisk disk;
    const auto practice = test::openOrThrow(folder / "p.palpate");
    for (const Change& change : changes()) {
        CAPTURE(change.name);
        disk.work();
        REQUIRE(change.make(*practice).has_value());
        CHECK(disk.flushes() >= 1);
    }
}

TEST_CASE("a full disk is called a full disk") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    FailingDisk disk;
    const auto practice = test::openOrThrow(folder / "p.palpate");
    disk.failAfter(0, SQLITE_FULL);
    const auto refused = practice->append(kFirstMap, test::strokeEntry("x"));
    disk.work();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().what.find("The disk is full") == 0);
    CHECK(refused.error().where == (folder / "p.palpate").string());
}

TEST_CASE("a full disk makes the vault give up its reserve and say so, until there is room again") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const auto reserve = folder / ".p.palpate-reserve";
    {
        FailingDisk disk;
        const auto practice = test::openOrThrow(folder / "p.palpate");
        CHECK_FALSE(std::filesystem::exists(reserve));  // looking needs none
        REQUIRE(practice->append(kFirstMap, test::strokeEntry("x")).has_value());
        REQUIRE(std::filesystem::exists(reserve));
        CHECK(std::filesystem::file_size(reserve) == 4 << 20);
        CHECK(practice->spaceWarning().empty());
        disk.failAfter(0, SQLITE_FULL);
        CHECK_FALSE(practice->append(kFirstMap, test::strokeEntry("x")).has_value());
        CHECK_FALSE(std::filesystem::exists(reserve));
        CHECK(practice->spaceWarning().find("4 MB") != std::string::npos);
        disk.work();
        CHECK(practice->append(kFirstMap, test::strokeEntry("x")).has_value());
        CHECK(practice->spaceWarning().empty());
        CHECK(std::filesystem::exists(reserve));
    }
    CHECK_FALSE(std::filesystem::exists(reserve));
}

TEST_CASE("a reserve that a killed program left behind is given up on a full disk like any other") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const auto reserve = folder / ".p.palpate-reserve";
    test::writeContent(reserve, std::string(4 << 20, '\0'));
    FailingDisk disk;
    const auto practice = test::openOrThrow(folder / "p.palpate");
    disk.failAfter(0, SQLITE_FULL);
    CHECK_FALSE(practice->append(kFirstMap, test::strokeEntry("x")).has_value());
    CHECK_FALSE(std::filesystem::exists(reserve));
    CHECK(practice->spaceWarning().find("4 MB") != std::string::npos);
    disk.work();
}

TEST_CASE("a vault closed while the disk stays full opens with all that was acknowledged") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    std::string acknowledged;
    {
        FailingDisk disk;
        auto practice = test::openOrThrow(folder / "p.palpate");
        REQUIRE(practice->append(kFirstMap, test::strokeEntry("kept")).has_value());
        acknowledged = test::dumpPractice(*practice);
        disk.failAfter(0, SQLITE_FULL);
        CHECK_FALSE(practice->append(kFirstMap, test::strokeEntry("refused")).has_value());
        practice.reset();
    }
    CHECK(test::dumpPractice(*test::openOrThrow(folder / "p.palpate")) == acknowledged);
    CHECK(test::filesIn(folder.path()).size() == 1);
}

TEST_CASE("making a vault on a disk that fails at any write leaves no file behind") {
    bool reachedTheEnd = false;
    for (int n = 0; n < 300 && !reachedTheEnd; ++n) {
        CAPTURE(n);
        const TemporaryFolder folder;
        FailingDisk disk;
        disk.failAfter(n, SQLITE_FULL);
        const auto nothing = [](records::Practice&) { return core::Result<void>(); };
        const auto made = test::createFilledPractice(folder / "p.palpate", "", nothing);
        reachedTheEnd = made.has_value();
        if (made) continue;
        CHECK(test::filesIn(folder.path()).empty());
        CHECK(made.error().where == (folder / "p.palpate").string());
    }
    CHECK(reachedTheEnd);
}

namespace {

constexpr const char* kNotPossible = "not possible here";

// Says so, so that a run without these tests is not taken for one with them.
bool isSkipped(const std::string& report) {
    if (report != kNotPossible) return false;
    MESSAGE("SKIPPED: no small disk may be mounted here; only the failing layer above was tried");
    return true;
}

// Runs `work` on a disk of `size` in `folder`.
std::string onSmallDisk(const TemporaryFolder& folder, const char* size,
                        const std::function<std::string()>& work) {
    return test::inChild([&]() -> std::string {
        if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return kNotPossible;
        ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
        const std::string option = std::string("size=") + size;
        if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, option.c_str()) != 0) return kNotPossible;
        return work();
    });
}

std::size_t paintUntilFull(records::Practice& practice) {
    std::size_t painted = 0;
    while (practice.append(kFirstMap, test::strokeEntry(std::to_string(painted))).has_value())
        ++painted;
    return painted;
}

}  // namespace

TEST_CASE("on a disk that really fills up the reserve lets painting go on") {
    const TemporaryFolder folder;
    const std::string report = onSmallDisk(folder, "9m", [&]() -> std::string {
        test::makeSampleVault(folder / "p.palpate");
        auto practice = test::openOrThrow(folder / "p.palpate");
        if (!practice->saveSetting("a", "b")) return "not written to";
        test::writeContent(folder / "others", std::string(4 << 20, 'b'));
        const std::size_t before = paintUntilFull(*practice);
        if (practice->spaceWarning().empty()) return "no warning";
        const std::size_t onReserve = paintUntilFull(*practice);
        const std::size_t kept = (*practice->loadMap(kFirstMap))->entries.size();
        if (kept != 6 + before + onReserve) return "some lost";
        return onReserve > 50 ? "went on" : "only " + std::to_string(onReserve) + " more strokes";
    });
    if (isSkipped(report)) return;
    CHECK(report == "went on");
}

TEST_CASE("on a small disk that really fills up every acknowledged stroke is kept") {
    const TemporaryFolder folder;
    const std::string report = onSmallDisk(folder, "400k", [&]() -> std::string {
        test::makeSampleVault(folder / "p.palpate");
        test::writeContent(folder / "ballast", std::string(100000, 'b'));
        auto practice = test::openOrThrow(folder / "p.palpate");
        std::size_t kept = (*practice->loadMap(kFirstMap))->entries.size();
        core::Result<void> result;
        while ((result = practice->append(kFirstMap, test::strokeEntry(std::string(3000, 'x')))).has_value())
            ++kept;
        if (result.error().what.find("The disk is full") != 0) return result.error().message();
        std::filesystem::remove(folder / "ballast");
        if (!practice->append(kFirstMap, test::strokeEntry("after making room"))) return "still full";
        practice.reset();
        const auto stored = *test::openOrThrow(folder / "p.palpate")->loadMap(kFirstMap);
        return stored->entries.size() == kept + 1 ? "all kept" : "some lost";
    });
    if (isSkipped(report)) return;
    CHECK(report == "all kept");
}
