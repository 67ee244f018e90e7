#include "records/maintenance.h"

#include "core/text.h"
#include "records/backup_rotation.h"
#include "records/meddling.h"
#include "records/sample_practice.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <vector>

using namespace palpate;
using clinic::Author;
using clinic::MapKey;
using clinic::Moment;
using records::AuditKind;
using test::Meddler;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr MapKey kFirstMap{{1}, Author::Client, Moment::Before};

core::Secret secret(std::string_view text) {
    return core::Secret::copyOf(text);
}

records::VaultKey keyOfDemo(const fs::path& vault) {
    return *records::unlockDemo(vault);
}

records::Backup madeBackup(records::Practice& practice, const fs::path& folder) {
    auto backup = records::backUp(practice, folder);
    REQUIRE_MESSAGE(backup.has_value(), (backup ? std::string() : backup.error().message()));
    return *backup;
}

std::vector<AuditKind> kindsIn(const records::Practice& practice) {
    std::vector<AuditKind> kinds;
    const std::vector<records::AuditRow> rows = *practice.auditLog(1, 1000);
    for (const records::AuditRow& row : rows)
        kinds.push_back(row.kind);
    return kinds;
}

bool holds(const std::vector<AuditKind>& kinds, AuditKind kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

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
    CHECK(last == doctest::Approx(1.0));
    const auto stopped = records::checkPractice(*practice, [](double) { return false; });
    CHECK(stopped.error().kind == core::Error::Kind::Stopped);
}

TEST_CASE("a check names each record that does not open, and what was taken away") {
    for (const std::string item : {"step/1/client/before/2", "visit/3", "snapshot/2/client/before", "audit/1",
                                   "client/2", "client-key/1/2", "practice"}) {
        CAPTURE(item);
        const TemporaryFolder folder;
        test::makeSampleVault(folder / "p.palpate");
        Meddler(folder / "p.palpate").damage(item);
        const auto damaged = test::openOrThrow(folder / "p.palpate");
        const auto report = records::checkPractice(*damaged);
        REQUIRE(report.has_value());
        CHECK_FALSE(report->sound());
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

TEST_CASE("of many backups the newest of 7 days, 4 weeks and 12 months stay") {
    std::vector<records::Backup> backups;
    constexpr std::int64_t kDays = 800;
    for (std::int64_t day = kDays; day > 0; --day) {
        backups.push_back(at(day * 24 + 17));
        backups.push_back(at(day * 24 + 9));
    }
    const auto removed = records::toRemove(backups);
    const std::size_t kept = backups.size() - removed.size();
    // Some of the newest of a week or month are among those of the days.
    CHECK(kept <= 7 + 4 + 12);
    CHECK(kept >= 7 + 3 + 10);
    for (const auto& backup : removed)
        CHECK(backup.file != backups.front().file);
    CHECK(records::toRemove({at(1)}).empty());
    CHECK(records::toRemove({}).empty());
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
         {"p", "p-2", "p-20261130", "p-20261330-182011", "p-2026113-0182011", "20261130-182011"})
        CHECK_FALSE(records::timeInName(other).has_value());
}

TEST_CASE("restore drill: what was painted after the backup is gone, what lay there is kept beside it") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    records::Backup backup;
    std::string before, after;
    {
        const auto practice = test::openOrThrow(vault);
        before = test::dumpPractice(*practice);
        backup = madeBackup(*practice, folder / "b");
        REQUIRE(practice->append(kFirstMap, test::strokeEntry("later")).has_value());
        after = test::dumpPractice(*practice);
        const auto busy = records::restore(backup.file, vault, keyOfDemo(backup.file));
        REQUIRE_FALSE(busy.has_value());
        CHECK(busy.error().what.find("already open") != std::string::npos);
    }
    const std::string bytes = test::contentOf(backup.file);
    const auto aside = records::restore(backup.file, vault, keyOfDemo(backup.file));
    REQUIRE_MESSAGE(aside.has_value(), (aside ? std::string() : aside.error().message()));
    CHECK(aside->filename().string().find("p (before ") == 0);
    CHECK(test::contentOf(backup.file) == bytes);
    const auto restored = test::openOrThrow(vault);
    CHECK(test::dumpPractice(*restored) == before);
    CHECK(records::checkPractice(*restored)->sound());
    CHECK(holds(kindsIn(*restored), AuditKind::Restored));
    CHECK(test::dumpPractice(*test::openOrThrow(*aside)) == after);
}

TEST_CASE("a restore to where nothing lies makes the vault; a damaged backup is refused and nothing moves") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const auto none =
        records::restore(folder / "p.palpate", folder / "q.palpate", keyOfDemo(folder / "p.palpate"));
    REQUIRE(none.has_value());
    CHECK(none->empty());
    CHECK(test::openOrThrow(folder / "q.palpate")->clients()->size() == 2);

    const records::VaultKey key = keyOfDemo(folder / "p.palpate");
    Meddler(folder / "p.palpate").damage("visit/2");
    const auto files = test::filesIn(folder.path());
    CHECK_FALSE(records::restore(folder / "p.palpate", folder / "q.palpate", key).has_value());
    CHECK_FALSE(records::restore(folder / "missing", folder / "q.palpate", key).has_value());
    CHECK_FALSE(records::restore(folder / "q.palpate", folder / "q.palpate", key).has_value());
    CHECK(test::filesIn(folder.path()) == files);
}

TEST_CASE("an erased client is gone from the backups that are reached, and a restore erases it again") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const auto hidden = folder / "elsewhere";
    records::Backup reached, missed;
    {
        const auto practice = test::openOrThrow(vault);
        reached = madeBackup(*practice, folder / "b");
        missed = madeBackup(*practice, hidden);
        const auto erased = practice->eraseClient({1}, {folder / "b"});
        REQUIRE(erased.has_value());
        CHECK(erased->code == "C-0001");
        CHECK(erased->visits == 2);
        REQUIRE(erased->backupsRewritten.size() == 1);
        CHECK(erased->backupsRewritten[0] == reached.file);
        CHECK(erased->backupsLeft.empty());
        CHECK(records::checkPractice(*practice)->sound());
    }
    CHECK(test::openOrThrow(reached.file)->clients()->size() == 1);
    CHECK(records::checkPractice(*test::openOrThrow(reached.file))->sound());
    CHECK(test::openOrThrow(missed.file)->clients()->size() == 2);
    REQUIRE(records::restore(missed.file, vault, keyOfDemo(missed.file)).has_value());
    const auto restored = test::openOrThrow(vault);
    REQUIRE(restored->clients()->size() == 1);
    CHECK(restored->clients()->front().code == "C-0002");
    CHECK(records::checkPractice(*restored)->sound());
}

TEST_CASE("a changed passphrase opens the same keys, and copies still open with the old one") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    {
        const auto practice = test::openOrThrow(vault);
        (void)madeBackup(*practice, folder / "b");
        REQUIRE(
            records::changePassphrase(*practice, secret("new words"), records::kSmallestKeyCost).has_value());
        CHECK_FALSE(records::changePassphrase(*practice, secret(""), records::kSmallestKeyCost).has_value());
        CHECK_FALSE(records::changePassphrase(*practice, secret("x"), {1, 8192}).has_value());
        CHECK(kindsIn(*practice).back() == AuditKind::PassphraseChanged);
        CHECK(records::checkPractice(*practice)->sound());
    }
    CHECK_FALSE(records::unlockDemo(vault).has_value());
    auto key = records::unlock(vault, secret("new words"));
    REQUIRE(key.has_value());
    const auto practice = records::openVault(vault, std::move(*key));
    REQUIRE(practice.has_value());
    CHECK((*practice)->damagedRecords().empty());
    CHECK(records::unlockDemo(records::backupsIn(folder / "b", **practice).front().file).has_value());
}

TEST_CASE("a new recovery key opens, the old one no longer does") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    records::NewVault wanted;
    wanted.isDemo = true;
    const auto made = records::createVault(vault, wanted);
    REQUIRE(made.has_value());
    core::Secret renewed;
    {
        const auto practice = test::openOrThrow(vault);
        auto key = records::renewRecoveryKey(*practice);
        REQUIRE(key.has_value());
        renewed = std::move(*key);
        CHECK(kindsIn(*practice).back() == AuditKind::RecoveryKeyRenewed);
    }
    CHECK_FALSE(records::unlockWithRecoveryKey(vault, made->recoveryKey.text()).has_value());
    CHECK(records::unlockWithRecoveryKey(vault, renewed.text()).has_value());
    CHECK(test::openOrThrow(vault)->damagedRecords().empty());
}

TEST_CASE("rotated keys: the content is the same, every sealed byte is another, and nothing old opens it") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const records::VaultKey oldKey = keyOfDemo(vault);
    const Meddler meddler(vault);
    core::Secret recovery;
    std::string content;
    {
        const auto practice = test::openOrThrow(vault);
        REQUIRE(practice->saveSetting("a", "b").has_value());
        content = test::dumpPractice(*practice);
        auto made = records::rotateKeys(*practice, secret("new words"), records::kSmallestKeyCost);
        REQUIRE_MESSAGE(made.has_value(), (made ? std::string() : made.error().message()));
        recovery = std::move(made->recoveryKey);
        CHECK(made->key.secret().text() != oldKey.secret().text());
        CHECK(test::dumpPractice(*practice) == content);
        CHECK(kindsIn(*practice).back() == AuditKind::KeysRotated);
        REQUIRE(practice->append(kFirstMap, test::strokeEntry("goes on")).has_value());
        const auto report = records::checkPractice(*practice);
        for (const core::Error& problem : report->problems)
            MESSAGE(problem.message());
        CHECK(report->sound());
        CHECK(*practice->setting("a") == "b");
        content = test::dumpPractice(*practice);
        CHECK(test::filesIn(folder.path()).size() <= 4);
    }
    CHECK(test::filesIn(folder.path()).size() == 1);
    for (const char* item : {"practice", "client/1", "client-key/1/1", "step/1/client/before/1", "head"})
        CHECK_FALSE(meddler.has(item));  // not even the ids are the same
    CHECK_FALSE(records::unlockDemo(vault).has_value());
    CHECK_FALSE(records::openVault(vault, oldKey.clone()).has_value());
    auto key = records::unlockWithRecoveryKey(vault, recovery.text());
    REQUIRE(key.has_value());
    const auto practice = records::openVault(vault, std::move(*key));
    REQUIRE(practice.has_value());
    CHECK(test::dumpPractice(**practice) == content);
    CHECK((*practice)->damagedRecords().empty());
    CHECK(records::unlock(vault, secret("new words")).has_value());
}

TEST_CASE("keys that cannot be rotated leave the vault as it was") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    Meddler(vault).damage("step/1/client/before/2");
    const auto practice = test::openOrThrow(vault);
    const std::string before = test::dumpPractice(*practice);
    const auto refused = records::rotateKeys(*practice, secret("x"), records::kSmallestKeyCost);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().hint.find("salvage") != std::string::npos);
    const auto stopped =
        records::rotateKeys(*practice, secret("x"), records::kSmallestKeyCost, [](double) { return false; });
    CHECK_FALSE(stopped.has_value());
    CHECK(test::dumpPractice(*practice) == before);
    CHECK(records::unlockDemo(vault).has_value());
    for (const auto& [name, content] : test::filesIn(folder.path()))
        CHECK(name.find(".p.palpate.") == std::string::npos);
}

TEST_CASE("a rescue keeps all that opens, names what does not, and leaves the damaged vault as it is") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate", rescued = folder / "r.palpate";
    test::makeSampleVault(vault);
    const records::VaultKey key = keyOfDemo(vault);
    const Meddler meddler(vault);
    meddler.damage("step/1/client/before/2");
    meddler.damage("visit/2");
    meddler.damage("map/3/client/before");
    meddler.damage("client-key/2/1");
    const std::string bytes = test::contentOf(vault);
    const auto report = records::salvage(vault, key, rescued);
    REQUIRE_MESSAGE(report.has_value(), (report ? std::string() : report.error().message()));
    CHECK(report->kept > 20);
    CHECK(report->lost.size() >= 4);
    CHECK(test::contentOf(vault) == bytes);
    CHECK_FALSE(records::salvage(vault, key, rescued).has_value());

    const auto practice = test::openOrThrow(rescued);
    const auto checked = records::checkPractice(*practice);
    for (const core::Error& problem : checked->problems)
        MESSAGE(problem.message());
    CHECK(checked->sound());
    CHECK(practice->clients()->size() == 2);
    CHECK(practice->visits({})->size() == 2);
    const auto first = *practice->loadMap(kFirstMap);
    REQUIRE(first.has_value());
    CHECK(first->entries.size() == 6);
    CHECK(first->entries[1].bytes.empty());
    CHECK_FALSE(first->entries[2].bytes.empty());
    const auto mended = *practice->loadMap({{3}, Author::Client, Moment::Before});
    REQUIRE(mended.has_value());
    CHECK(mended->entries.size() == 6);
    CHECK(kindsIn(*practice).back() == AuditKind::Opened);
    CHECK(holds(kindsIn(*practice), AuditKind::Salvaged));
}

TEST_CASE("a rescue makes a vault out of one that is cut short anywhere, or says that it cannot") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const records::VaultKey key = keyOfDemo(vault);
    const std::string bytes = test::contentOf(vault);
    std::size_t rescues = 0;
    for (std::size_t size = bytes.size() - 1; size > 4096; size -= 4096) {
        CAPTURE(size);
        test::writeContent(vault, bytes.substr(0, size));
        fs::remove(folder / "r.palpate");
        const auto report = records::salvage(vault, key, folder / "r.palpate");
        if (!report) {
            CHECK_FALSE(report.error().what.empty());
            CHECK_FALSE(fs::exists(folder / "r.palpate"));
            continue;
        }
        ++rescues;
        const auto practice = records::openVault(folder / "r.palpate", key.clone());
        REQUIRE(practice.has_value());
    }
    CHECK(rescues > 0);
    test::writeContent(vault, bytes);
}
