#include "core/random.h"
#include "records/power_cut_vfs.h"
#include "records/practice.h"
#include "records/sample_practice.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

using namespace palpate;
using clinic::Author;
using clinic::MapKey;
using clinic::Moment;
using test::PowerCutDisk;
using test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

constexpr MapKey kCutMap{{2}, Author::Therapist, Moment::Before};

// Different lengths, so that records fall on all sides of page borders.
records::JournalEntry stroke(std::size_t number) {
    return test::strokeEntry(std::to_string(number) + std::string((number * 37) % 900, 's'));
}

// Opens the vault, paints, closes and begins again until the power goes; gives how many strokes were
// acknowledged.
std::size_t paintUntilCut(const fs::path& vault, const PowerCutDisk& disk, std::size_t painted) {
    constexpr std::size_t kBetweenClosings = 25;
    while (!disk.isCut()) {
        std::unique_ptr<records::Practice> practice;
        try {
            practice = test::openOrThrow(vault);
        } catch (const std::exception&) {
            if (!disk.isCut()) throw;
            return painted;
        }
        for (std::size_t i = 0; i < kBetweenClosings; ++i) {
            if (!practice->append(kCutMap, stroke(painted))) break;
            ++painted;
            if (painted % 10 == 0)
                (void)practice->saveSnapshot(kCutMap, test::bytesOf(std::to_string(painted)), painted);
        }
    }
    return painted;
}

struct Losses {
    int cuts = 0, strokes = 0, vaultsNotOpened = 0, cutsWithUnflushed = 0;
    std::size_t acknowledged = 0;
};

void countLosses(const fs::path& vault, std::size_t acknowledged, Losses& losses) {
    losses.acknowledged += acknowledged;
    try {
        const auto practice = test::openOrThrow(vault);
        const auto stored = practice->loadMap(kCutMap);
        if (!stored) throw std::runtime_error(stored.error().message());
        std::size_t kept = 0;
        while (stored->has_value() && kept < (*stored)->entries.size() &&
               (*stored)->entries[kept].bytes == stroke(kept).bytes)
            ++kept;
        if (kept < acknowledged) losses.strokes += static_cast<int>(acknowledged - kept);
        if (!practice->damagedRecords().empty() && kept >= acknowledged) ++losses.strokes;
    } catch (const std::exception&) {
        ++losses.vaultsNotOpened;
    }
}

Losses cutThePower(int times, bool diskLies) {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "original");
    core::Random random(20261130);
    Losses losses;
    for (; losses.cuts < times; ++losses.cuts) {
        const fs::path vault = folder / "p.palpate";
        fs::copy_file(folder / "original", vault, fs::copy_options::overwrite_existing);
        fs::remove(vault.string() + "-wal");
        std::size_t acknowledged = 0;
        {
            PowerCutDisk disk(random.next());
            if (diskLies) disk.ignoreFlushes();
            disk.cutAfter(static_cast<int>(random.below(400)));
            acknowledged = paintUntilCut(vault, disk, 0);
            if (disk.unflushed() > 0) ++losses.cutsWithUnflushed;
            disk.restorePower();
        }
        countLosses(vault, acknowledged, losses);
    }
    return losses;
}

// SQLite as it comes, with one setting of how often it flushes: the number of acknowledged rows that power
// cuts lost.
int rowsLost(const std::string& synchronous, int cuts) {
    const TemporaryFolder folder;
    core::Random random(7);
    int lost = 0;
    for (int cut = 0; cut < cuts; ++cut) {
        const std::string file = (folder / ("r" + std::to_string(cut))).string();
        int acknowledged = 0;
        PowerCutDisk disk(random.next());
        sqlite3* database = nullptr;
        REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
        const auto run = [&](const std::string& sql) {
            return sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
        };
        REQUIRE(
            run("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; CREATE TABLE r(n); PRAGMA "
                "wal_checkpoint(TRUNCATE); PRAGMA synchronous=" +
                synchronous));
        disk.cutAfter(static_cast<int>(random.below(100)));
        while (run("INSERT INTO r VALUES (1)"))
            ++acknowledged;
        sqlite3_close(database);
        disk.restorePower();
        REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
        int kept = -1;
        const auto read = [](void* into, int, char** values, char**) {
            *static_cast<int*>(into) = std::stoi(values[0]);
            return 0;
        };
        REQUIRE(run("PRAGMA locking_mode=EXCLUSIVE"));
        sqlite3_exec(database, "SELECT count(*) FROM r", read, &kept, nullptr);
        sqlite3_close(database);
        lost += std::max(0, acknowledged - kept);
    }
    return lost;
}

}  // namespace

TEST_CASE("the power cuts of these tests do lose what SQLite does not flush") {
    CHECK(rowsLost("NORMAL", 40) > 0);
    CHECK(rowsLost("FULL", 40) == 0);
}

TEST_CASE("a power cut on a disk that only says that it flushes is noticed by these tests") {
    const Losses losses = cutThePower(20, true);
    CHECK(losses.strokes + losses.vaultsNotOpened > 0);
}

TEST_CASE("slow: 1,000 power cuts while painting, opening and closing lose no acknowledged stroke") {
    const Losses losses = cutThePower(1000, false);
    MESSAGE("strokes acknowledged: ", losses.acknowledged,
            ", cuts with something unflushed: ", losses.cutsWithUnflushed, ", lost: ", losses.strokes,
            ", vaults that do not open: ", losses.vaultsNotOpened);
    CHECK(losses.cutsWithUnflushed > 300);
    CHECK(losses.acknowledged > 10000);
    CHECK(losses.strokes == 0);
    CHECK(losses.vaultsNotOpened == 0);
}
