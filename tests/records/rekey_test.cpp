#include "records/care.h"
#include "records/failing_vfs.h"
#include "records/key_slots.h"
#include "records/meddling.h"
#include "records/recovery_key.h"
#include "records/sample_practice.h"
#include "records/sealed_practice.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <cctype>
#include <string>
#include <vector>

using namespace palpate;
using records::AuditKind;
using test::checkSound;
using test::keyOfDemo;
using test::kFirstMap;
using test::kindsIn;
using test::madeBackup;
using test::Meddler;
using test::secret;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

// Rotates the keys of the sample practice on a disk on which the `failing`th change and all after it fail
// until the practice is closed. Whatever comes of it, the practice opens with what one was told and holds
// what it held. True: the keys are new.
bool rotateOnFailingDisk(int failing) {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    core::Result<records::CreatedVault> made = core::Error{};
    std::string content;
    {
        test::FailingDisk disk;
        auto practice = test::openOrThrow(vault);
        content = test::dumpPractice(*practice);
        disk.failAfter(failing, SQLITE_IOERR_WRITE);
        made = records::rotateKeys(*practice, secret("new words"), records::kSmallestKeyCost);
        practice.reset();  // while the disk still fails
    }
    auto key =
        made ? records::unlockWithRecoveryKey(vault, made->recoveryKey.text()) : records::unlockDemo(vault);
    if (made) {
        REQUIRE_MESSAGE(key.has_value(), (key ? std::string() : key.error().message()));
        CHECK(key->secret().text() == made->key.secret().text());
        CHECK_FALSE(records::unlockDemo(vault).has_value());
    } else {
        CHECK_FALSE(made.error().hint.empty());
    }
    if (!key) {
        // Written, but not said to be: what was said is enough to get in.
        CHECK(made.error().hint.find("the new one") != std::string::npos);
        key = records::unlock(vault, secret("new words"));
        REQUIRE_MESSAGE(key.has_value(), (key ? std::string() : key.error().message()));
    }
    const auto practice = records::openVault(vault, std::move(*key));
    REQUIRE_MESSAGE(practice.has_value(), (practice ? std::string() : practice.error().message()));
    CHECK(test::dumpPractice(**practice) == content);
    checkSound(**practice);
    for (const auto& [name, bytes] : test::filesIn(folder.path()))
        CHECK_MESSAGE(name.find("p.palpate.") == std::string::npos, name);  // no copy is left
    return made.has_value();
}

// Fails at every `step`th change until none is left to fail.
void rotateOnFailingDisks(int step) {
    int failures = 0;
    for (int failing = 0; failing < 2000; failing += step) {
        CAPTURE(failing);
        if (rotateOnFailingDisk(failing)) break;
        ++failures;
    }
    CHECK(failures > 5);
    MESSAGE(failures, " disks failed before the keys were new");
}

}  // namespace

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

TEST_CASE("what opens an open practice is told from what does not, and every wrong try is in the log") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    const core::Secret passphrase = secret("old words");
    records::NewVault wanted;
    wanted.passphrase = &passphrase;
    wanted.cost = records::kSmallestKeyCost;
    auto made = records::createVault(vault, wanted);
    REQUIRE(made.has_value());
    const auto opened = records::openVault(vault, std::move(made->key));
    REQUIRE(opened.has_value());
    records::Practice& practice = **opened;
    const auto rows = *practice.auditRows();
    CHECK(*records::opensWith(practice, secret("old words")));
    CHECK(*records::opensWith(practice, made->recoveryKey));
    std::string typed(made->recoveryKey.text());
    std::erase(typed, '-');
    for (char& letter : typed)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    CHECK(*records::opensWith(practice, secret(typed)));
    CHECK(*practice.auditRows() == rows);  // what fits is logged by what is done with it
    std::int64_t wrong = 0;
    for (const char* other : {"", "old word", "new words", "demo"}) {
        CHECK_FALSE(*records::opensWith(practice, secret(other)));
        CHECK(*practice.auditRows() == rows + ++wrong);
        CHECK(kindsIn(practice).back() == AuditKind::FailedUnlock);
    }
    REQUIRE(records::changePassphrase(practice, secret("new words"), records::kSmallestKeyCost).has_value());
    CHECK_FALSE(*records::opensWith(practice, secret("old words")));
    CHECK(*records::opensWith(practice, secret("new words")));
    const auto renewed = records::renewRecoveryKey(practice);
    REQUIRE(renewed.has_value());
    CHECK_FALSE(*records::opensWith(practice, made->recoveryKey));
    CHECK(*records::opensWith(practice, *renewed));
    checkSound(practice);
}

TEST_CASE("a way to unlock that somebody put in from outside, with a key of its own, proves nothing") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const auto id = dynamic_cast<records::SealedPractice&>(*test::openOrThrow(vault)).vaultId();
    const core::Secret theirs(32);
    const auto slot = records::recoverySlot(id, records::VaultKey(core::Secret(32)), theirs);
    Meddler(vault).run("INSERT INTO slot (kind, salt, passes, kilobytes, sealed) VALUES ('recovery', " +
                       test::sqlBlob(slot.salt) + ", 0, 0, " + test::sqlBlob(slot.sealed) + ")");
    const core::Secret typed = records::recoveryKeyText(theirs);
    REQUIRE(records::unlockWithRecoveryKey(vault, typed.text()).has_value());  // a key, but of nothing
    const auto practice = test::openOrThrow(vault);
    CHECK_FALSE(*records::opensWith(*practice, typed));
    CHECK(*records::opensWith(*practice, secret(records::kDemoPassphrase)));
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

TEST_CASE("a passphrase slot whose cost was damaged does not keep the others from being tried") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const Meddler meddler(vault);
    meddler.run(
        "UPDATE slot SET number = number + 10; INSERT INTO slot (number, kind, salt, passes, kilobytes, "
        "sealed) "
        "VALUES (1, 'passphrase', zeroblob(16), 1, 65536, zeroblob(72))");
    CHECK(records::unlock(vault, secret(records::kDemoPassphrase)).has_value());
    const auto none = records::unlock(vault, secret("wrong"));
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().where == vault.string());
}

TEST_CASE(
    "keys are rotated on a disk that fails at any change, or stay as they were, and nobody is locked out") {
    rotateOnFailingDisks(5);
}

TEST_CASE("slow: the same at every single change") {
    rotateOnFailingDisks(1);
}
