#include "records/maintenance.h"

#include "core/text.h"
#include "records/backup_rotation.h"
#include "records/care.h"
#include "records/meddling.h"
#include "records/sample_practice.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <string>
#include <vector>

using namespace palpate;
using records::AuditKind;
using test::keyOfDemo;
using test::kFirstMap;
using test::kindsIn;
using test::madeBackup;
using test::Meddler;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

records::Backup at(std::int64_t hours) {
    return {std::to_string(hours), {hours * 3'600'000, 60}};
}

}  // namespace

TEST_CASE("a check opens every record of a sound practice and counts them") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const auto practice = test::openOrThrow(folder / "p.palpate");
    REQUIRE(practice->saveVisitRecord({1}, "ratings", test::bytesOf("7")).has_value());
    REQUIRE(practice->saveSetting("lock.minutes", "9").has_value());
    double last = 0.0;
    const auto report = records::checkPractice(*practice, [&](double done) {
        CHECK(done >= last);
        last = done;
        return true;
    });
    REQUIRE(report.has_value());
    for (const core::Error& problem : report->problems)
        MESSAGE(problem.message());
    CHECK(report->sound());
    CHECK(report->clients == 2);
    CHECK(report->visits == 3);
    CHECK(report->maps == 3);
    CHECK(report->strokes == 18);
    CHECK(report->auditRows == static_cast<std::size_t>(*practice->auditRows()));
    CHECK(records::countsOf(*report).find("2 clients, 3 visits, 3 maps, 18 strokes, ") == 0);
    CHECK(last == doctest::Approx(1.0));
    const auto stopped = records::checkPractice(*practice, [](double) { return false; });
    CHECK(stopped.error().kind == core::Error::Kind::Stopped);
}

TEST_CASE("a check names each record that does not open, and what was taken away") {
    const std::vector<std::pair<const char*, std::string>> damages{
        {"step/1/client/before/2", "step 2 of the client's map before treatment of visit record 1 in"},
        {"visit/3", "visit record 3 in"},
        {"snapshot/2/client/before",
         "the saved picture of the client's map before treatment of visit record 2 in"},
        {"audit/1", "row 1 of the log in"},
        {"client/2", "client record 2 in"},
        {"client-key/1/2", "a copy of the key of client record 1 in"},
        {"visit-owner/2", "what says whose visit record 2 is in"},
        {"practice", "the name of the practice in"}};
    for (const auto& [item, named] : damages) {
        CAPTURE(item);
        const TemporaryFolder folder;
        test::makeSampleVault(folder / "p.palpate");
        Meddler(folder / "p.palpate").damage(item);
        const auto damaged = test::openOrThrow(folder / "p.palpate");
        const auto report = records::checkPractice(*damaged);
        REQUIRE(report.has_value());
        CHECK_FALSE(report->sound());
        CHECK(std::any_of(report->problems.begin(), report->problems.end(),
                          [&](const core::Error& problem) { return problem.where.find(named) == 0; }));
    }
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    Meddler(folder / "p.palpate").remove("step/1/client/before/2");
    CHECK_FALSE(records::checkPractice(*test::openOrThrow(folder / "p.palpate"))->sound());
}

TEST_CASE("a backup is a sound vault of its own with the same content, readable by its owner alone") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const auto practice = test::openOrThrow(folder / "p.palpate");
    const auto backup = madeBackup(*practice, folder / "b");
    CHECK(backup.file.parent_path() == folder / "b");
    CHECK(backup.file.filename().string().find("p-2") == 0);
    CHECK(test::filesIn(folder / "b").size() == 1);
    struct stat status {};
    REQUIRE(::stat(backup.file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
    const auto copy = test::openOrThrow(backup.file);
    CHECK(test::dumpPractice(*copy) == test::dumpPractice(*practice));
    CHECK(records::checkPractice(*copy)->sound());
    CHECK(kindsIn(*practice).back() == AuditKind::BackedUp);
    CHECK(practice->append(kFirstMap, test::strokeEntry("goes on")).has_value());
    const auto list = records::backupsIn(folder / "b", *practice);
    REQUIRE(list.size() == 1);
    CHECK(list[0].file == backup.file);
    CHECK(list[0].at.utcMilliseconds / 1000 == backup.at.utcMilliseconds / 1000);
}

TEST_CASE("two backups in one second have names of their own; files of other vaults are not listed") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const auto practice = test::openOrThrow(folder / "p.palpate");
    const auto first = madeBackup(*practice, folder / "b");
    const auto second = madeBackup(*practice, folder / "b");
    CHECK(first.file != second.file);
    test::makeSampleVault(folder / "b" / "other.palpate");
    test::writeContent(folder / "b" / "notes.palpate", "no vault at all");
    const auto list = records::backupsIn(folder / "b", *practice);
    REQUIRE(list.size() == 2);
    for (const auto& backup : list)
        CHECK(backup.file.filename().string().find("p-") == 0);
    CHECK(fs::exists(folder / "b" / "other.palpate"));
}

TEST_CASE("a backup that cannot be written says where, and leaves nothing behind") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const auto practice = test::openOrThrow(folder / "p.palpate");
    test::writeContent(folder / "file", "");
    const auto refused = records::backUp(*practice, folder / "file");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().where.find("file") != std::string::npos);
    const auto stopped = records::backUp(*practice, folder / "b", [](double) { return false; });
    CHECK(stopped.error().kind == core::Error::Kind::Stopped);
    CHECK(test::filesIn(folder / "b").empty());
}

TEST_CASE("of many backups the newest of 6 hours, 7 days, 4 weeks and 12 months stay") {
    std::vector<records::Backup> backups;
    constexpr std::int64_t kDays = 800;
    for (std::int64_t day = kDays; day > 0; --day) {
        backups.push_back(at(day * 24 + 17));
        backups.push_back(at(day * 24 + 9));
    }
    const auto removed = records::toRemove(backups);
    const std::size_t kept = backups.size() - removed.size();
    // Some of the newest of a week or month are among those of the days.
    CHECK(kept <= 6 + 7 + 4 + 12);
    CHECK(kept >= 7 + 3 + 10);
    for (const auto& backup : removed)
        CHECK(backup.file != backups.front().file);
    CHECK(records::toRemove({at(1)}).empty());
    CHECK(records::toRemove({}).empty());
    for (std::size_t hour = 0; hour < 6; ++hour) {
        for (const auto& backup : removed)
            CHECK(backup.file != backups[hour].file);
    }
    for (std::size_t day = 0; day < 7; ++day) {
        for (const auto& backup : removed)
            CHECK(backup.file != backups[2 * day].file);
    }
}

TEST_CASE("the name of a backup says when it was made, and other names say nothing") {
    const auto told = records::timeInName("Some practice-20261130-182011");
    REQUIRE(told.has_value());
    CHECK(core::localDate(*told) == "2026-11-30");
    CHECK(core::localClock(*told) == "18:20:11");
    CHECK(records::timeInName("p-20261130-182011-2") == told);
    for (const char* other :
         {"p-20261130-182011-old", "p-20261130-182011-", "p-20261130-182011-2b", "p-20261130-182011-2-3", "p",
          "p-2", "p-20261130", "p-20261330-182011", "p-2026113-0182011", "20261130-182011"})
        CHECK_FALSE(records::timeInName(other).has_value());
}

TEST_CASE("a backup of a damaged practice says what is damaged in it; a sound one says nothing") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    {
        const auto backup = madeBackup(*test::openOrThrow(vault), folder / "b");
        CHECK(backup.damaged.empty());
        CHECK(backup.notLogged.empty());
    }
    Meddler(vault).damage("step/1/client/before/2");
    const auto backup = madeBackup(*test::openOrThrow(vault), folder / "b");
    REQUIRE(backup.damaged.size() == 1);
    CHECK(backup.damaged[0].where.find("step 2 of the client's map") == 0);
    CHECK_FALSE(records::restore(backup.file, folder / "q.palpate", keyOfDemo(vault)).has_value());
}

TEST_CASE("the backup just made stays although the others seem newer, and named ones stay as well") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const auto practice = test::openOrThrow(vault);
    const auto first = madeBackup(*practice, folder / "b");
    for (int day = 10; day < 29; ++day) {
        fs::copy_file(first.file, folder / "b" / ("p-209911" + std::to_string(day) + "-120000.palpate"));
    }
    fs::copy_file(first.file, folder / "b" / "p-20991101-120000-old.palpate");
    for (int month = 1; month <= 9; ++month) {
        fs::copy_file(first.file, folder / "b" / ("p-20990" + std::to_string(month) + "01-120000.palpate"));
        fs::copy_file(first.file, folder / "b" / ("p-20980" + std::to_string(month) + "01-120000.palpate"));
    }
    const auto made = madeBackup(*practice, folder / "b");
    CHECK(fs::exists(made.file));
    CHECK(fs::exists(folder / "b" / "p-20991101-120000-old.palpate"));
    CHECK_FALSE(fs::exists(folder / "b" / "p-20991110-120000.palpate"));
}
