#include "records/care.h"
#include "records/failing_memory.h"
#include "records/sample_practice.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <new>
#include <string>

using namespace palpate;
using test::FailingMemory;
using test::kFirstMap;
using test::TemporaryFolder;

namespace {

struct Painted {
    std::size_t acknowledged = 0;
    bool reported = false;  // that something failed
};

// Opens the vault, paints and looks at what was painted, as long as that goes well.
Painted paint(const std::filesystem::path& vault, const records::VaultKey& key) {
    constexpr int kStrokes = 3;
    Painted painted;
    try {
        auto practice = records::openVault(vault, key.clone());
        painted.reported = !practice;
        for (int i = 0; practice && i < kStrokes; ++i) {
            const auto kept =
                (*practice)->append(kFirstMap, test::strokeEntry("stroke " + std::to_string(i)));
            painted.reported = painted.reported || !kept;
            if (kept) ++painted.acknowledged;
        }
        if (practice) painted.reported = painted.reported || !(*practice)->loadMap(kFirstMap);
    } catch (const std::bad_alloc&) {
        painted.reported = true;
    }
    return painted;
}

}  // namespace

TEST_CASE(
    "whichever allocation fails while a vault is opened, painted in and read, no acknowledged stroke is "
    "lost") {
    const TemporaryFolder folder;
    const auto vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const records::VaultKey key = test::keyOfDemo(vault);
    const std::string content = test::contentOf(vault);
    int failures = 0, reports = 0;
    bool reachedTheEnd = false;
    for (int n = 0; n < 20000 && !reachedTheEnd; n += 1 + n / 200) {
        CAPTURE(n);
        test::writeContent(vault, content);
        Painted painted;
        {
            FailingMemory memory;
            memory.failAfter(n);
            painted = paint(vault, key);
            reachedTheEnd = !memory.work();
        }
        failures += reachedTheEnd ? 0 : 1;
        reports += painted.reported ? 1 : 0;
        const auto practice = records::openVault(vault, key.clone());
        REQUIRE_MESSAGE(practice.has_value(), (practice ? std::string() : practice.error().message()));
        const auto stored = (*practice)->loadMap(kFirstMap);
        REQUIRE(stored.has_value());
        // One that was written although it was said to have failed would be no loss.
        CHECK((*stored)->entries.size() >= 6 + painted.acknowledged);
        CHECK((*stored)->entries.size() <= 6 + 3);
        if (!painted.reported) CHECK(painted.acknowledged == 3);
        CHECK((*practice)->damagedRecords().empty());
    }
    CHECK(reachedTheEnd);
    CHECK(failures > 100);
    CHECK(reports > failures / 2);
    MESSAGE(failures, " failed allocations, ", reports, " of them reported");
}
