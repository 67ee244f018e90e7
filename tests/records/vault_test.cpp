#include "records/vault.h"

#include "records/audit_items.h"
#include "records/care.h"
#include "records/meddling.h"
#include "records/sample_practice.h"
#include "records/sealed_practice.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace palpate;
using clinic::Author;
using clinic::MapKey;
using clinic::Moment;
using records::AuditKind;
using test::kFirstMap;
using test::Meddler;
using test::noticesChange;
using test::secret;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::string text(const core::Secret& secret) {
    return std::string(secret.text());
}

// A practice with a passphrase, at the smallest cost.
records::CreatedVault makeSecretVault(
    const fs::path& path, const std::function<core::Result<void>(records::Practice&)>& fill = {}) {
    const core::Secret passphrase = secret("correct horse");
    records::NewVault wanted;
    wanted.name = "Practice";
    wanted.passphrase = &passphrase;
    wanted.cost = records::kSmallestKeyCost;
    auto made = records::createVault(path, wanted, fill);
    REQUIRE_MESSAGE(made.has_value(), (made ? std::string() : made.error().message()));
    return std::move(*made);
}

std::vector<records::AuditRow> logOf(const records::Practice& practice) {
    return *practice.auditLog(1, 1000);
}

bool isSound(records::Practice& practice) {
    return *records::checkAuditChain(dynamic_cast<records::SealedPractice&>(practice).vault());
}

std::string bytesBeside(const fs::path& folder) {
    std::string all;
    for (const auto& [name, content] : test::filesIn(folder))
        all += content;
    return all;
}

}  // namespace

TEST_CASE("a practice opens with its passphrase and with its recovery key, and with nothing else") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    const auto made = makeSecretVault(path);
    const auto face = records::lookAtVault(path);
    REQUIRE(face.has_value());
    CHECK_FALSE(face->isDemo);
    CHECK(face->formatVersion == 1);
    CHECK(face->writable);
    CHECK_FALSE(face->newer);

    auto key = records::unlock(path, secret("correct horse"));
    REQUIRE(key.has_value());
    CHECK(text(key->secret()) == text(made.key.secret()));
    CHECK((*records::openVault(path, std::move(*key)))->info().name == "Practice");
    auto recovered = records::unlockWithRecoveryKey(path, made.recoveryKey.text());
    REQUIRE(recovered.has_value());
    CHECK(text(recovered->secret()) == text(made.key.secret()));

    CHECK(records::unlock(path, secret("correct house")).error().what.find("passphrase is wrong") !=
          std::string::npos);
    CHECK_FALSE(records::unlock(path, secret("")).has_value());
    CHECK(records::unlockDemo(path).error().what.find("opens only with its passphrase") != std::string::npos);
    // Looking whether a vault is a demo is no attempt to unlock it.
    const auto practice = *records::openVault(path, made.key.clone());
    const auto log = logOf(*practice);
    CHECK(std::count_if(log.begin(), log.end(),
                        [](const auto& row) { return row.kind == AuditKind::FailedUnlock; }) == 2);
}

TEST_CASE("a recovery key of another vault does not fit, and one with a slip says where") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "a.palpate");
    records::NewVault wanted;
    wanted.isDemo = true;
    const auto other = records::createVault(folder / "b.palpate", wanted);
    const auto wrong = records::unlockWithRecoveryKey(folder / "a.palpate", other->recoveryKey.text());
    CHECK(wrong.error().what.find("not the one of this practice") != std::string::npos);
    std::string slip = text(other->recoveryKey);
    slip[7] = slip[7] == 'A' ? 'B' : 'A';
    const auto refused = records::unlockWithRecoveryKey(folder / "b.palpate", slip);
    CHECK(refused.error().what.find("Group 2") != std::string::npos);
}

TEST_CASE("failed attempts are in the log once the vault is opened, with their time") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    test::makeSampleVault(path);
    const auto before = core::now();
    REQUIRE_FALSE(records::unlock(path, secret("guess")).has_value());
    REQUIRE_FALSE(
        records::unlockWithRecoveryKey(path, text(makeSecretVault(folder / "q.palpate").recoveryKey))
            .has_value());
    CHECK(test::filesIn(folder.path()).size() == 2);
    const auto practice = test::openOrThrow(path);
    const auto log = logOf(*practice);
    REQUIRE(log.size() == 4);
    CHECK(log[0].kind == AuditKind::Created);
    CHECK(log[1].kind == AuditKind::FailedUnlock);
    CHECK(log[2].kind == AuditKind::FailedUnlock);
    CHECK(log[1].at.utcMilliseconds >= before.utcMilliseconds);
    CHECK(log[3].kind == AuditKind::Opened);
    // While it is open here, a failed attempt neither waits nor harms.
    CHECK_FALSE(records::unlock(path, secret("guess")).has_value());
    CHECK(practice->addClient(test::sampleClient("C-0003")).has_value());
    CHECK(isSound(*practice));
}

TEST_CASE("the key of another vault is refused") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "a.palpate");
    test::makeSampleVault(folder / "b.palpate");
    const auto before = test::filesIn(folder.path());
    const auto refused = records::openVault(folder / "b.palpate", *records::unlockDemo(folder / "a.palpate"));
    CHECK(refused.error().what.find("not the one of this practice") != std::string::npos);
    CHECK_FALSE(records::openVault(folder / "b.palpate", {}).has_value());
    CHECK(test::filesIn(folder.path()) == before);
}

TEST_CASE("a practice that is no demo needs a passphrase, and a demo with one is not open to everybody") {
    const TemporaryFolder folder;
    CHECK_FALSE(records::createVault(folder / "p.palpate", {}).has_value());
    const core::Secret own = secret("mine");
    records::NewVault wanted;
    wanted.isDemo = true;
    wanted.passphrase = &own;
    wanted.cost = records::kSmallestKeyCost;
    REQUIRE(records::createVault(folder / "p.palpate", wanted).has_value());
    CHECK_FALSE(records::lookAtVault(folder / "p.palpate")->isDemo);
    CHECK((*records::openVault(folder / "p.palpate", *records::unlock(folder / "p.palpate", own)))
              ->info()
              .isDemo);
}

TEST_CASE("nothing of a client can be read in the file or beside it, open or closed") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    const std::vector<std::string> words{"XQcode",   "XQname",   "XQfigure", "XQgoals",    "XQcontra",
                                         "XQavoid",  "XQnote",   "XQstroke", "XQpicture",  "XQsetting",
                                         "XQvalue",  "XQrecord", "XQrated",  "XQpractice", "XQviewed",
                                         "XQworker", "XQrenamed"};
    const auto write = [](records::Practice& practice) -> core::Result<void> {
        clinic::Client client = test::sampleClient("XQcode");
        client.name = "XQname";
        client.figure = "XQfigure";
        client.goals = "XQgoals";
        client.contraindications = "XQcontra";
        client.areasToAvoid = "XQavoid";
        auto worker = *practice.addPractitioner("XQworker");
        worker.name = "XQrenamed";
        if (auto renamed = practice.updatePractitioner(worker); !renamed) return renamed;
        const auto id = practice.addClient(client)->id;
        auto visit = *practice.addVisit(id, {1795000000000, 60});
        visit.note = "XQnote";
        const MapKey key{visit.id, Author::Client, Moment::Before};
        for (const auto& done :
             {practice.updateVisit(visit), practice.append(key, test::strokeEntry("XQstroke")),
              practice.saveSnapshot(key, test::bytesOf("XQpicture"), 1),
              practice.saveVisitRecord(visit.id, "XQrecord", test::bytesOf("XQrated")),
              practice.saveSetting("XQsetting", "XQvalue"), practice.audit(AuditKind::Viewed, "XQviewed")}) {
            if (!done) return done;
        }
        return {};
    };
    const auto checkSilent = [&](const std::string& bytes) {
        REQUIRE(bytes.size() > 20000);
        for (const std::string& word : words)
            CHECK_MESSAGE(bytes.find(word) == std::string::npos, word);
        CHECK(bytes.find("168.5") == std::string::npos);
        CHECK(bytes.find("failed") == std::string::npos);
    };
    const core::Secret passphrase = secret("XQpassphrase");
    records::NewVault wanted;
    wanted.name = "XQpractice";
    wanted.passphrase = &passphrase;
    wanted.cost = records::kSmallestKeyCost;
    auto made = records::createVault(path, wanted);
    REQUIRE(made.has_value());
    CHECK_FALSE(records::unlock(path, secret("XQguess")).has_value());
    const std::string noted = bytesBeside(folder.path());
    CHECK(noted.find("XQ") == std::string::npos);
    {
        const auto practice = *records::openVault(path, std::move(made->key));
        REQUIRE(write(*practice).has_value());
        checkSilent(bytesBeside(folder.path()));
        CHECK(test::dumpPractice(*practice).find("XQgoals") != std::string::npos);
    }
    checkSilent(bytesBeside(folder.path()));
}

TEST_CASE("a record that was removed, replayed, exchanged or rolled back is noticed, and goes on being") {
    using Attack = std::function<void(const Meddler&, const Meddler::Row& oldClient)>;
    const std::vector<std::pair<std::string, Attack>> attacks{
        {"removed", [](const Meddler& m, const auto&) { m.remove("visit/2"); }},
        {"last step removed", [](const Meddler& m, const auto&) { m.remove("step/1/client/before/6"); }},
        {"exchanged", [](const Meddler& m, const auto&) { m.exchange("client/1", "client/2"); }},
        {"replayed", [](const Meddler& m, const Meddler::Row& old) { m.put("client/1", old); }},
        {"row of the log removed", [](const Meddler& m, const auto&) { m.remove("audit/2"); }},
    };
    for (const auto& [name, attack] : attacks) {
        CAPTURE(name);
        const TemporaryFolder folder;
        const fs::path path = folder / "p.palpate";
        test::makeSampleVault(path);
        const Meddler meddler(path);
        const auto old = meddler.take("client/1");
        {
            const auto practice = test::openOrThrow(path);
            clinic::Client changed = *practice->client({1});
            changed.goals = "newer";
            REQUIRE(practice->updateClient(changed).has_value());
        }
        attack(meddler, old);
        {
            const auto practice = test::openOrThrow(path);
            CHECK(noticesChange(*practice));
            if (name == "replayed") CHECK(practice->client({1})->goals != "newer");
            if (name == "exchanged") CHECK_FALSE(practice->client({1}).has_value());
            CHECK(practice->client({2}).has_value());
            CHECK(practice->addVisit({2}, {1795190000000, 60}).has_value());
        }
        CHECK(noticesChange(*test::openOrThrow(path)));
    }
}

TEST_CASE("an older head that was put back is noticed") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    test::makeSampleVault(path);
    const Meddler meddler(path);
    const auto old = meddler.take("head");
    REQUIRE(test::openOrThrow(path)->addClient(test::sampleClient("C-0003")).has_value());
    meddler.put("head", old);
    CHECK(noticesChange(*test::openOrThrow(path)));
}

TEST_CASE("a changed way to unlock is noticed and the others go on working") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    test::makeSampleVault(path);
    const Meddler meddler(path);
    meddler.run("UPDATE slot SET sealed = zeroblob(72) WHERE kind = 'recovery'");
    CHECK(test::names(*test::openOrThrow(path), "the ways to unlock the practice"));
    meddler.run("UPDATE vault SET inbox_key = zeroblob(32)");
    CHECK(test::names(*test::openOrThrow(path), "the public key for notes of failed unlocks"));
}

TEST_CASE("the log tells what was made, added, changed and erased, and each row is bound to the one before") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    {
        const auto practice = *test::createPractice(path, "Practice", test::steadyClock());
        auto client = *practice->addClient(test::sampleClient("C-0142"));
        client.name = "";
        REQUIRE(practice->updateClient(client).has_value());
        auto visit = *practice->addVisit(client.id, {1795000000000, 60});
        const MapKey key{visit.id, Author::Therapist, Moment::After};
        REQUIRE(practice->append(key, test::strokeEntry("a")).has_value());
        REQUIRE(practice->append(key, test::strokeEntry("b")).has_value());
        REQUIRE(practice->complete(key).has_value());
        REQUIRE(practice->audit(AuditKind::Printed, "visit 1 of client C-0142").has_value());
        REQUIRE(practice->eraseClient(client.id, {}).has_value());
    }
    const auto practice = test::openOrThrow(path);
    std::string text;
    std::int64_t number = 0;
    for (const auto& row : logOf(*practice)) {
        CHECK(row.number == ++number);
        CHECK(row.at.utcMilliseconds > 0);
        text += std::string(records::auditKindId(row.kind)) + " " + row.subject + "\n";
    }
    CHECK(text ==
          "created Practice\nopened \nadded client C-0142\nchanged client C-0142\n"
          "added visit 1 of client C-0142\n"
          "added the therapist's map after treatment of visit 1 of client C-0142\n"
          "changed the therapist's map after treatment of visit 1 of client C-0142\n"
          "printed visit 1 of client C-0142\nerased client C-0142\nopened \n");
    CHECK(practice->auditLog(3, 2)->size() == 2);
    CHECK(practice->auditLog(3, 2)->front().number == 3);
    CHECK(practice->auditLog(11, 2)->empty());
    CHECK(*practice->auditRows() == 10);
    CHECK(isSound(*practice));
}

TEST_CASE("a row of the log that was exchanged breaks its chain") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    test::makeSampleVault(path);
    (void)test::openOrThrow(path);
    Meddler(path).damage("audit/2");
    const auto practice = test::openOrThrow(path);
    CHECK_FALSE(isSound(*practice));
    CHECK(practice->auditLog(1, 10)->size() == 2);
    CHECK(test::names(*practice, "row 2 of the log"));
    CHECK(test::names(*practice, "the chain of the log"));
}

TEST_CASE("an erased client is gone with every record, for good, and the others stay") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    test::makeSampleVault(path);
    const Meddler meddler(path);
    const auto keyItem = meddler.take("client-key/1/1");
    const std::string sealedKey(reinterpret_cast<const char*>(keyItem.bytes.data()), keyItem.bytes.size());
    REQUIRE(bytesBeside(folder.path()).find(sealedKey) != std::string::npos);
    {
        const auto practice = test::openOrThrow(path);
        REQUIRE(practice->saveVisitRecord({3}, "ratings", test::bytesOf("7 of 10")).has_value());
        const auto erased = practice->eraseClient({1}, {});
        REQUIRE(erased.has_value());
        CHECK(erased->code == "C-0001");
        CHECK(erased->visits == 2);
        CHECK(bytesBeside(folder.path()).find(sealedKey) == std::string::npos);
        CHECK(practice->clients()->size() == 1);
        CHECK(practice->visits({})->size() == 1);
        for (const std::int64_t visit : {1, 3}) {
            CHECK_FALSE(practice->visit({visit}).has_value());
            CHECK_FALSE(practice->loadMap({{visit}, Author::Client, Moment::Before}).has_value());
        }
        CHECK_FALSE(practice->client({1}).has_value());
        CHECK_FALSE(practice->clientByCode("C-0001").has_value());
        CHECK_FALSE(practice->eraseClient({1}, {}).has_value());
        CHECK(practice->loadMap({{2}, Author::Client, Moment::Before})->has_value());
    }
    for (const char* item :
         {"client/1", "client-key/1/1", "client-key/1/2", "visits-of-client/1", "visit/1", "visit-owner/3",
          "map/1/client/before", "step/3/client/before/6", "snapshot/1/client/before",
          "visit-record/3/ratings", "record-names/3", "client-code/C-0001"})
        CHECK_MESSAGE(!meddler.has(item), item);
    CHECK(meddler.has("erased/1"));
    const auto practice = test::openOrThrow(path);
    CHECK(practice->damagedRecords().empty());
    CHECK(practice->clients()->size() == 1);
    CHECK(practice->addClient(test::sampleClient("C-0001"))->id.value == 3);
    CHECK(practice->addVisit({3}, {1795190000000, 60})->id.value == 4);
}

TEST_CASE("a client whose key is damaged can be erased, too") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    test::makeSampleVault(path);
    const Meddler meddler(path);
    meddler.damage("client-key/1/1");
    meddler.damage("client-key/1/2");
    {
        const auto practice = test::openOrThrow(path);
        CHECK(practice->eraseClient({1}, {})->visits == 2);
    }
    CHECK_FALSE(meddler.has("client-key/1/2"));
    CHECK_FALSE(meddler.has("step/3/client/before/6"));
    CHECK(test::openOrThrow(path)->clients()->size() == 1);
}

TEST_CASE("records of a visit and settings are kept under their names") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    test::makeSampleVault(path);
    {
        const auto practice = test::openOrThrow(path);
        CHECK(practice->visitRecord({1}, "ratings")->empty());
        CHECK(practice->setting("lock.minutes")->empty());
        REQUIRE(practice->saveVisitRecord({1}, "ratings", test::bytesOf("one")).has_value());
        REQUIRE(practice->saveVisitRecord({1}, "ratings", test::bytesOf("two")).has_value());
        REQUIRE(practice->saveVisitRecord({2}, "ratings", test::bytesOf("other")).has_value());
        REQUIRE(practice->saveSetting("lock.minutes", "5").has_value());
        CHECK_FALSE(practice->saveVisitRecord({77}, "ratings", {}).has_value());
        CHECK_FALSE(practice->visitRecord({77}, "ratings").has_value());
    }
    const auto practice = test::openOrThrow(path);
    CHECK(*practice->visitRecord({1}, "ratings") == test::bytesOf("two"));
    CHECK(*practice->visitRecord({2}, "ratings") == test::bytesOf("other"));
    CHECK(practice->visitRecord({1}, "form")->empty());
    CHECK(*practice->setting("lock.minutes") == "5");
    CHECK(practice->damagedRecords().empty());
}

TEST_CASE("a visit whose clock says that it was before the one before it is marked") {
    const TemporaryFolder folder;
    const auto practice = *test::createPractice(folder / "p.palpate", "");
    const auto client = practice->addClient(test::sampleClient("C-0001"))->id;
    for (const std::int64_t at : {3000, 1000, 2000})
        REQUIRE(practice->addVisit(client, {at, 60}).has_value());
    const auto visits = *practice->visits(client);
    CHECK_FALSE(visits[0].clockWentBack);
    CHECK(visits[1].clockWentBack);
    CHECK_FALSE(visits[2].clockWentBack);
}

TEST_CASE("what is new of a map comes without what its picture holds already") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const auto practice = test::openOrThrow(folder / "p.palpate");
    const auto whole = **practice->loadMap(kFirstMap), latest = **practice->loadLatest(kFirstMap);
    CHECK(latest.snapshot == whole.snapshot);
    CHECK(latest.snapshotEntries == 3);
    CHECK(latest.entriesSkipped == 3);
    CHECK(latest.info.entries == 6);
    REQUIRE(latest.entries.size() == 3);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(latest.entries[i].bytes == whole.entries[i + 3].bytes);
}
