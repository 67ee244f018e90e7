#include "records/care.h"
#include "records/maintenance.h"
#include "records/meddling.h"
#include "records/practice.h"
#include "records/sample_practice.h"
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
using test::kFirstMap;
using test::Meddler;
using test::names;
using test::noticesChange;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr MapKey kSecondMap{{2}, Author::Client, Moment::Before};

struct Vault {
    TemporaryFolder folder;
    fs::path path = folder / "p.palpate";
    Meddler meddler{[this] {
        test::makeSampleVault(path);
        return path;
    }()};
    [[nodiscard]] std::unique_ptr<records::Practice> open() const { return test::openOrThrow(path); }
};

}  // namespace

TEST_CASE("a damaged client is named and left out, and the others open") {
    for (const bool byItsKey : {false, true}) {
        CAPTURE(byItsKey);
        const Vault vault;
        for (const char* item : {"client-key/1/1", "client-key/1/2"}) {
            if (byItsKey) vault.meddler.damage(item);
        }
        if (!byItsKey) vault.meddler.damage("client/1");
        const auto practice = vault.open();
        const auto clients = practice->clients();
        REQUIRE(clients.has_value());
        REQUIRE(clients->size() == 1);
        CHECK(clients->front().code == "C-0002");
        CHECK(names(*practice, "client record 1"));
        CHECK_FALSE(practice->client({1}).has_value());
        clinic::Client changed = test::sampleClient("C-0001");
        changed.id = {1};
        CHECK_FALSE(practice->updateClient(changed).has_value());
        CHECK(practice->clients()->size() == 1);
        CHECK(practice->visits({2})->size() == 1);
        CHECK(practice->loadMap(kSecondMap)->has_value());
        CHECK(practice->loadMap(kFirstMap).has_value() != byItsKey);
    }
}

TEST_CASE("one damaged copy of a client's key is named and costs nothing") {
    const Vault vault;
    vault.meddler.damage("client-key/1/1");
    const auto practice = vault.open();
    CHECK(practice->clients()->size() == 2);
    CHECK(practice->visits({})->size() == 3);
    CHECK(names(*practice, "a copy of the key of client record 1"));
}

TEST_CASE("a client whose code leads nowhere is found by looking at all of them") {
    const Vault vault;
    vault.meddler.damage("client-code/C-0002");
    const auto practice = vault.open();
    CHECK(practice->clientByCode("C-0002")->id.value == 2);
    CHECK_FALSE(practice->addClient(test::sampleClient("C-0002")).has_value());
}

TEST_CASE("a damaged visit is named and left out, and the others open") {
    const Vault vault;
    vault.meddler.damage("visit/1");
    const auto practice = vault.open();
    const auto visits = practice->visits({});
    REQUIRE(visits.has_value());
    CHECK(visits->size() == 2);
    CHECK_FALSE(practice->visit({1}).has_value());
    CHECK(names(*practice, "visit record 1"));
    CHECK(practice->loadMap(kSecondMap)->has_value());
}

TEST_CASE("a visit of which nothing says whose it is is found by looking, and that is kept anew") {
    for (const bool missing : {false, true}) {
        for (const bool listLost : {false, true}) {
            CAPTURE(missing);
            CAPTURE(listLost);
            const Vault vault;
            if (missing) vault.meddler.remove("visit-owner/1");
            if (!missing) vault.meddler.damage("visit-owner/1");
            if (listLost) vault.meddler.damage("visits-of-client/1");
            {
                const auto practice = vault.open();
                REQUIRE(practice->visit({1}).has_value());
                CHECK(practice->visit({1})->client.value == 1);
                CHECK((*practice->loadMap(kFirstMap))->entries.size() == 6);
                CHECK(practice->append(kFirstMap, test::strokeEntry("goes on")).has_value());
                CHECK(practice->visits({1})->size() == 2);
                CHECK(names(*practice, "what says whose visit record 1 is"));
            }
            const auto again = vault.open();
            CHECK(again->visit({1}).has_value());
            CHECK_FALSE(names(*again, "what says whose visit record 1 is"));
            CHECK((*again->loadMap(kFirstMap))->entries.size() == 7);
        }
    }
}

TEST_CASE("a visit that was never made is not searched for") {
    const Vault vault;
    const auto practice = vault.open();
    CHECK(practice->visit({4}).error().what.find("no visit with the number 4") != std::string::npos);
    CHECK(practice->damagedRecords().empty());
}

TEST_CASE("a client is erased whole although what says whose a visit is is damaged") {
    for (const bool recordToo : {false, true}) {
        const Vault vault;
        vault.meddler.damage("visit-owner/1");
        if (recordToo) vault.meddler.damage("visit/1");
        {
            const auto practice = vault.open();
            const auto erased = practice->eraseClient({1}, {});
            REQUIRE_MESSAGE(erased.has_value(), (erased ? std::string() : erased.error().message()));
            CHECK(erased->visits == 2);
        }
        for (const char* item : {"visit/1", "visit-owner/1", "step/1/client/before/1", "map/1/client/before",
                                 "client/1", "client-key/1/1"})
            CHECK_FALSE(vault.meddler.has(item));
        CHECK(vault.open()->visits({})->size() == 1);
    }
}

TEST_CASE("a damaged or missing list of names is made anew from what is there, and nothing is orphaned") {
    for (const bool missing : {false, true}) {
        CAPTURE(missing);
        const Vault vault;
        {
            const auto practice = vault.open();
            REQUIRE(practice->saveVisitRecord({1}, "ratings", test::bytesOf("7")).has_value());
            REQUIRE(practice->saveSetting("lock.minutes", "9").has_value());
        }
        for (const char* list : {"record-names/1", "setting-names"}) {
            if (missing) vault.meddler.remove(list);
            if (!missing) vault.meddler.damage(list);
        }
        {
            const auto practice = vault.open();
            REQUIRE(practice->saveVisitRecord({1}, "score-corrections", test::bytesOf("8")).has_value());
            REQUIRE(practice->saveSetting("backup.folder", "b").has_value());
            CHECK(names(*practice, "the list of records of visit record 1"));
            CHECK(names(*practice, "the list of settings"));
        }
        auto practice = vault.open();
        const auto report = records::checkPractice(*practice);
        for (const core::Error& problem : report->problems)
            CHECK(problem.what.find("nothing leads to") == std::string::npos);
        CHECK(report->sound() != missing);  // what was taken away is told for good
        REQUIRE(practice->eraseClient({1}, {}).has_value());
        practice.reset();
        CHECK_FALSE(vault.meddler.has("visit-record/1/ratings"));
        CHECK_FALSE(vault.meddler.has("visit-record/1/score-corrections"));
    }
}

TEST_CASE("a damaged or missing list of a client's visits is named and found again") {
    for (const bool missing : {false, true}) {
        const Vault vault;
        if (missing) {
            vault.meddler.remove("visits-of-client/1");
        } else {
            vault.meddler.damage("visits-of-client/1");
        }
        const auto practice = vault.open();
        CHECK(practice->visits({1})->size() == 2);
        CHECK(names(*practice, "the list of visits of client record 1"));
        CHECK(practice->addVisit({1}, {1795190000000, 60})->number == 3);
        CHECK(practice->visits({1})->size() == 3);
    }
}

TEST_CASE("a damaged map is named and never changed, and the others open") {
    const Vault vault;
    vault.meddler.damage("map/1/client/before");
    vault.meddler.damage("map/3/client/before");
    const auto practice = vault.open();
    CHECK(practice->maps({1})->empty());
    CHECK(practice->damagedRecords().size() == 1);
    const MapKey third{{3}, Author::Client, Moment::Before};
    CHECK_FALSE(practice->loadMap(third).has_value());
    CHECK_FALSE(practice->append(third, test::strokeEntry("x")).has_value());
    CHECK_FALSE(practice->complete(third).has_value());
    CHECK(practice->damagedRecords().size() == 2);
    CHECK(names(*practice, "the client's map before treatment of visit record 3"));
    CHECK((*practice->loadMap(kSecondMap))->entries.size() == 6);
}

TEST_CASE("a damaged or missing stroke is named and keeps its place as a stroke without bytes") {
    for (const bool missing : {false, true}) {
        const Vault vault;
        if (missing) {
            vault.meddler.remove("step/1/client/before/2");
        } else {
            vault.meddler.damage("step/1/client/before/2");
        }
        const auto practice = vault.open();
        CHECK(noticesChange(*practice) == missing);
        const auto stored = practice->loadMap(kFirstMap);
        REQUIRE(stored.has_value());
        REQUIRE((*stored)->entries.size() == 6);
        CHECK((*stored)->entries[1].bytes.empty());
        CHECK((*stored)->entries[1].kind == records::JournalEntry::Kind::Stroke);
        CHECK_FALSE((*stored)->entries[0].bytes.empty());
        CHECK_FALSE((*stored)->entries[2].bytes.empty());
        CHECK((*stored)->entries[5].kind == records::JournalEntry::Kind::Undo);
        CHECK(names(*practice, "step 2 of the client's map before treatment of visit record 1"));
    }
}

TEST_CASE("a damaged snapshot is named and the journal stands in for it") {
    const Vault vault;
    vault.meddler.damage("snapshot/1/client/before");
    const auto practice = vault.open();
    for (const auto& stored : {practice->loadMap(kFirstMap), practice->loadLatest(kFirstMap)}) {
        REQUIRE(stored.has_value());
        CHECK((*stored)->snapshot.empty());
        CHECK((*stored)->snapshotEntries == 0);
        CHECK((*stored)->entries.size() == 6);
    }
    CHECK(names(*practice, "the saved picture of the client's map before treatment of visit record 1"));
    REQUIRE(practice->saveSnapshot(kFirstMap, test::bytesOf("anew"), 4).has_value());
    CHECK((*practice->loadMap(kFirstMap))->snapshot == test::bytesOf("anew"));
}

TEST_CASE("a damaged practice record is named and the vault opens") {
    const Vault vault;
    vault.meddler.damage("practice");
    const auto practice = vault.open();
    CHECK(names(*practice, "the name of the practice"));
    CHECK(practice->clients()->size() == 2);
}

TEST_CASE("a vault that lost what it says of itself finds everything again, goes on, and goes on saying so") {
    for (const bool missing : {false, true}) {
        const Vault vault;
        const std::string before = test::dumpPractice(*vault.open());
        if (missing) {
            vault.meddler.remove("head");
        } else {
            vault.meddler.damage("head");
        }
        {
            const auto practice = vault.open();
            CHECK(names(*practice, "what the practice says of itself"));
            CHECK(test::dumpPractice(*practice) == before);
            CHECK(practice->addClient(test::sampleClient("C-0003"))->id.value == 3);
            CHECK(practice->addVisit({3}, {1795190000000, 60})->id.value == 4);
        }
        const auto practice = vault.open();
        CHECK(names(*practice, "what the practice says of itself"));
        CHECK(practice->visits({})->size() == 4);
        CHECK(*practice->auditRows() == 6);  // made, opened three times, and what was added
    }
}

TEST_CASE("a record that is there but cannot be found by its id any more is noticed") {
    const Vault vault;
    std::string content = test::contentOf(vault.path);
    const std::string id = vault.meddler.bytesOfId("snapshot/1/client/before");
    // Four bytes before it, in the header of the row, stands its type: a blob of 16 bytes (44) becomes a text
    // (45).
    int changed = 0;
    for (std::size_t at = content.find(id); at != std::string::npos; at = content.find(id, at + 1)) {
        if (content[at - 4] != '\x2c') continue;
        content[at - 4] = '\x2d';
        ++changed;
    }
    REQUIRE(changed > 0);
    test::writeContent(vault.path, content);
    CHECK(noticesChange(*vault.open()));
}

TEST_CASE("a number of a body that points to another record never costs that record") {
    const Vault vault;
    vault.meddler.pointTo("snapshot/1/client/before", "practice");
    const std::string before = [&] {
        const auto practice = vault.open();
        for (std::int64_t visit = 1; visit <= 3; ++visit)
            (void)practice->saveSnapshot({{visit}, Author::Client, Moment::Before}, test::bytesOf("new"), 1);
        CHECK(practice->clients()->size() == 2);
        CHECK(practice->info().name == "Sample practice");
        return test::dumpPractice(*practice);
    }();
    CHECK(test::dumpPractice(*vault.open()) == before);
}

TEST_CASE("a damaged record whose version is the highest number there is can be replaced") {
    const Vault vault;
    std::string id;
    for (const char letter : vault.meddler.bytesOfId("snapshot/1/client/before")) {
        constexpr const char* kDigits = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(letter);
        id += {kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
    vault.meddler.run("UPDATE item SET version = 9223372036854775807 WHERE id = x'" + id + "'");
    const auto practice = vault.open();
    REQUIRE(practice->saveSnapshot(kFirstMap, test::bytesOf("anew"), 4).has_value());
    CHECK((*practice->loadMap(kFirstMap))->snapshot == test::bytesOf("anew"));
}

TEST_CASE("a note of a failed unlock that does not open becomes a row that says so, once") {
    const Vault vault;
    vault.meddler.run("INSERT INTO inbox (sealed) VALUES (zeroblob(90))");
    {
        const auto practice = vault.open();
        const std::vector<records::AuditRow> rows = *practice->auditLog(1, 100);
        const auto failed = std::count_if(rows.begin(), rows.end(), [](const records::AuditRow& row) {
            return row.kind == records::AuditKind::FailedUnlock &&
                   row.subject.find("cannot be read") != std::string::npos;
        });
        CHECK(failed == 1);
        CHECK(names(*practice, "a note of a failed unlock"));
    }
    CHECK(vault.open()->damagedRecords().empty());
}
