#include "records/care.h"
#include "records/meddling.h"
#include "records/sample_practice.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace palpate;
using records::AuditKind;
using test::holds;
using test::keyOfDemo;
using test::kFirstMap;
using test::kindsIn;
using test::madeBackup;
using test::Meddler;
using test::secret;
using test::TemporaryFolder;
namespace fs = std::filesystem;

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
    CHECK(aside->before.filename().string().find("p (before ") == 0);
    CHECK(aside->erasuresUnknown.empty());
    CHECK(aside->erasedAgain == 0);
    CHECK(test::contentOf(backup.file) == bytes);
    const auto restored = test::openOrThrow(vault);
    CHECK(test::dumpPractice(*restored) == before);
    CHECK(records::checkPractice(*restored)->sound());
    CHECK(holds(kindsIn(*restored), AuditKind::Restored));
    CHECK(test::dumpPractice(*test::openOrThrow(aside->before)) == after);
}

TEST_CASE("a restore to where nothing lies makes the vault; a damaged backup is refused and nothing moves") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const auto none =
        records::restore(folder / "p.palpate", folder / "q.palpate", keyOfDemo(folder / "p.palpate"));
    REQUIRE(none.has_value());
    CHECK(none->before.empty());
    CHECK(none->erasuresUnknown.empty());
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
    const auto again = records::restore(missed.file, vault, keyOfDemo(missed.file));
    REQUIRE(again.has_value());
    CHECK(again->erasedAgain == 1);
    CHECK(again->erasuresUnknown.empty());
    const auto restored = test::openOrThrow(vault);
    REQUIRE(restored->clients()->size() == 1);
    CHECK(restored->clients()->front().code == "C-0002");
    CHECK(records::checkPractice(*restored)->sound());
}

TEST_CASE("a restore says when it cannot know who was erased since, and knows it with the keys of today") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const records::VaultKey oldKey = keyOfDemo(vault);
    records::Backup backup;
    records::VaultKey newKey;
    {
        const auto practice = test::openOrThrow(vault);
        backup = madeBackup(*practice, folder / "b");
        auto rotated = records::rotateKeys(*practice, secret("new words"), records::kSmallestKeyCost);
        REQUIRE(rotated.has_value());
        newKey = std::move(rotated->key);
        REQUIRE(practice->eraseClient({1}, {}).has_value());
    }
    const std::string bytes = test::contentOf(vault);
    const auto blind = records::restore(backup.file, vault, oldKey);
    REQUIRE(blind.has_value());
    CHECK(blind->erasuresUnknown.find("not known who was erased") != std::string::npos);
    CHECK(test::openOrThrow(vault)->clients()->size() == 2);

    test::writeContent(vault, bytes);
    const auto told = records::restore(backup.file, vault, oldKey, core::now, &newKey);
    REQUIRE(told.has_value());
    CHECK(told->erasuresUnknown.empty());
    CHECK(told->erasedAgain == 1);
    CHECK(test::openOrThrow(vault)->clients()->size() == 1);
}

TEST_CASE("a passphrase that does not fit a copy leaves the copy as it is") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const std::string before = test::contentOf(vault);
    CHECK_FALSE(records::unlock(vault, secret("wrong"), records::FailedUnlock::NotNoted).has_value());
    CHECK(test::contentOf(vault) == before);
    CHECK_FALSE(records::unlock(vault, secret("wrong")).has_value());
    CHECK(test::contentOf(vault) != before);
}

TEST_CASE(
    "a client is erased from the copies that restoring left beside the vault, but not while one is open") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const auto backup = madeBackup(*test::openOrThrow(vault), folder / "b");
    const auto restored = records::restore(backup.file, vault, keyOfDemo(vault));
    REQUIRE(restored.has_value());
    const auto practice = test::openOrThrow(vault);
    {
        const auto other = test::openOrThrow(restored->before);
        const auto erased = practice->eraseClient({1}, {});
        REQUIRE(erased.has_value());
        REQUIRE(erased->backupsLeft.size() == 1);
        CHECK(other->clients()->size() == 2);
    }
    CHECK(test::openOrThrow(restored->before)->clients()->size() == 2);
    const auto erased = practice->eraseClient({2}, {});
    REQUIRE(erased.has_value());
    REQUIRE(erased->backupsRewritten.size() == 1);
    CHECK(erased->backupsRewritten[0].filename() == restored->before.filename());
    CHECK(test::openOrThrow(restored->before)->clients()->size() == 1);
}
