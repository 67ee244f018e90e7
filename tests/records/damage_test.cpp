#include "core/random.h"
#include "records/practice.h"
#include "records/sample_practice.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace palpate;
using clinic::Author;
using clinic::MapKey;
using clinic::Moment;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr MapKey kFirstMap{{1}, Author::Client, Moment::Before};
constexpr MapKey kSecondMap{{2}, Author::Client, Moment::Before};

// Changes rows behind Palpate's back, as a sick disk or a curious person would.
void meddle(const fs::path& vault, const std::string& sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(vault.c_str(), &handle) == SQLITE_OK);
    const std::string all = "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; " + sql;
    REQUIRE_MESSAGE(sqlite3_exec(handle, all.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK,
                    std::string(sqlite3_errmsg(handle)));
    sqlite3_close(handle);
}

bool names(const records::Practice& practice, const std::string& record) {
    const auto& damaged = practice.damagedRecords();
    return std::any_of(damaged.begin(), damaged.end(),
                       [&](const core::Error& error) { return error.where.find(record) == 0; });
}

struct Vault {
    TemporaryFolder folder;
    fs::path path = folder / "p.palpate";
    Vault() { test::makeSampleVault(path); }
    std::unique_ptr<records::Practice> openAfter(const std::string& sql) {
        meddle(path, sql);
        return test::openOrThrow(path);
    }
};

}  // namespace

TEST_CASE("a damaged client is named and left out, and the others open") {
    for (const char* sql : {"UPDATE client SET name = 'Bda Example' WHERE id = 1",
                            "UPDATE client SET height_cm = 1e300 WHERE id = 1",
                            "UPDATE client SET year_of_birth = 1 << 40 WHERE id = 1",
                            "UPDATE client SET checksum = checksum + 1 WHERE id = 1"}) {
        CAPTURE(sql);
        Vault vault;
        const auto practice = vault.openAfter(sql);
        const auto clients = practice->clients();
        REQUIRE(clients.has_value());
        REQUIRE(clients->size() == 1);
        CHECK(clients->front().code == "C-0002");
        REQUIRE(practice->damagedRecords().size() == 1);
        CHECK(names(*practice, "client record 1"));
        CHECK_FALSE(practice->client({1}).has_value());
        clinic::Client changed = test::sampleClient("C-0001");
        changed.id = {1};
        CHECK_FALSE(practice->updateClient(changed).has_value());
        CHECK(practice->clients()->size() == 1);
        CHECK(practice->damagedRecords().size() == 1);
        CHECK(practice->visits({2})->size() == 1);
        CHECK(practice->loadMap(kFirstMap)->has_value());
    }
}

TEST_CASE("a damaged visit is named and left out, and the others open") {
    Vault vault;
    const auto practice = vault.openAfter("UPDATE visit SET utc_ms = utc_ms + 1 WHERE id = 1");
    const auto visits = practice->visits({});
    REQUIRE(visits.has_value());
    CHECK(visits->size() == 2);
    CHECK(names(*practice, "visit record 1"));
    CHECK_FALSE(practice->visit({1}).has_value());
    CHECK(practice->loadMap(kSecondMap)->has_value());
}

TEST_CASE("a damaged map is named and never changed, and the others open") {
    Vault vault;
    const auto practice = vault.openAfter(
        "UPDATE map SET author = 'nobody' WHERE visit = 1; "
        "UPDATE map SET completed = 1 WHERE visit = 3");
    CHECK(practice->maps({1})->empty());
    CHECK(practice->damagedRecords().size() == 1);
    const MapKey third{{3}, Author::Client, Moment::Before};
    CHECK_FALSE(practice->loadMap(third).has_value());
    CHECK_FALSE(practice->append(third, test::strokeEntry("x")).has_value());
    CHECK_FALSE(practice->complete(third).has_value());
    CHECK(practice->damagedRecords().size() == 2);
    CHECK((*practice->loadMap(kSecondMap))->entries.size() == 6);
}

TEST_CASE("a damaged stroke is named and keeps its place as a stroke without bytes") {
    Vault vault;
    const auto practice = vault.openAfter("UPDATE journal SET bytes = x'7b' WHERE number = 2 AND map = 1");
    const auto stored = practice->loadMap(kFirstMap);
    REQUIRE(stored.has_value());
    REQUIRE((*stored)->entries.size() == 6);
    CHECK((*stored)->entries[1].bytes.empty());
    CHECK((*stored)->entries[1].kind == records::JournalEntry::Kind::Stroke);
    CHECK_FALSE((*stored)->entries[0].bytes.empty());
    CHECK_FALSE((*stored)->entries[2].bytes.empty());
    CHECK((*stored)->entries[5].kind == records::JournalEntry::Kind::Undo);
    CHECK(names(*practice, "step 2 of map record 1"));
}

TEST_CASE("a step of an unknown kind is named, and a missing step makes its map unreadable but no other") {
    Vault vault;
    const auto practice = vault.openAfter(
        "UPDATE journal SET kind = 'strike' WHERE number = 6 AND map = 1; "
        "DELETE FROM journal WHERE number = 3 AND map = 2");
    CHECK((*practice->loadMap(kFirstMap))->entries.size() == 6);
    CHECK(names(*practice, "step 6 of map record 1"));
    CHECK_FALSE(practice->loadMap(kSecondMap).has_value());
    CHECK(names(*practice, "map record 2"));
}

TEST_CASE("a damaged snapshot is named and the journal stands in for it") {
    for (const char* sql : {"UPDATE snapshot SET bytes = x'00' WHERE map = 1",
                            "UPDATE snapshot SET entries = 2 WHERE map = 1"}) {
        Vault vault;
        const auto practice = vault.openAfter(sql);
        const auto stored = practice->loadMap(kFirstMap);
        REQUIRE(stored.has_value());
        CHECK((*stored)->snapshot.empty());
        CHECK((*stored)->snapshotEntries == 0);
        CHECK((*stored)->entries.size() == 6);
        CHECK(names(*practice, "the saved picture of map record 1"));
    }
}

TEST_CASE("a damaged practice record is named and the vault opens") {
    Vault vault;
    const auto practice = vault.openAfter("UPDATE practice SET name = 'Simple practice'");
    CHECK(names(*practice, "the name of the practice"));
    CHECK(practice->clients()->size() == 2);
}

TEST_CASE("a damaged page in the middle of many visits costs only the visits on it") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    constexpr std::size_t kVisits = 600;
    const auto made =
        records::createFilledPractice(path, "", false, [](records::Practice& practice) -> core::Result<void> {
            const auto client = practice.addClient(test::sampleClient("C-0001"));
            for (std::size_t i = 0; i < kVisits; ++i) {
                auto visit = practice.addVisit(client->id, {1795183331000, 60});
                if (!visit) return visit.error();
                visit->note = "note " + std::to_string(i) + std::string(60, '.');
                if (auto noted = practice.updateVisit(*visit); !noted) return noted;
            }
            return {};
        });
    REQUIRE(made.has_value());
    std::string content = test::contentOf(path);
    const std::size_t note = content.find("note 300.");
    REQUIRE(note != std::string::npos);
    content[note / 4096 * 4096] = '\x55';  // no kind of page that there is
    test::writeContent(path, content);

    const auto practice = test::openOrThrow(path);
    const auto visits = practice->visits({});
    REQUIRE(visits.has_value());
    CHECK(visits->size() > kVisits - 60);
    CHECK(visits->size() < kVisits);
    CHECK(std::is_sorted(visits->begin(), visits->end(),
                         [](const auto& a, const auto& b) { return a.id < b.id; }));
    CHECK(visits->back().note.find("note 599") == 0);
    CHECK(names(*practice, "a part of the list of visits"));
    CHECK(practice->clients()->size() == 1);
}

namespace {

// What can be read of the sample practice, one line a record.
std::set<std::string> readableRecords(const records::Practice& practice) {
    std::set<std::string> lines;
    if (const auto clients = practice.clients()) {
        for (const auto& client : *clients)
            lines.insert("client " + client.code + client.name + client.goals +
                         std::to_string(client.heightCm));
    }
    for (std::int64_t visit = 1; visit <= 3; ++visit) {
        const std::string number = std::to_string(visit);
        if (const auto read = practice.visit({visit}))
            lines.insert("visit " + number + core::toIso(read->at) + read->note);
        const auto stored = practice.loadMap({{visit}, Author::Client, Moment::Before});
        if (!stored || !*stored) continue;
        for (std::size_t i = 0; i < (*stored)->entries.size(); ++i) {
            const auto& bytes = (*stored)->entries[i].bytes;
            if (!bytes.empty())
                lines.insert("step " + number + " " + std::to_string(i) + test::detail::hashOf(bytes));
        }
        if (!(*stored)->snapshot.empty())
            lines.insert("snapshot " + number + test::detail::hashOf((*stored)->snapshot));
    }
    return lines;
}

// Flips one bit at a time; whatever is then still read must be what was written.
void flipBits(std::uint64_t seed, int count) {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    test::makeSampleVault(path);
    const std::string sound = test::contentOf(path);
    const std::set<std::string> written = readableRecords(*test::openOrThrow(path));
    REQUIRE(written.size() == 2 + 3 + 3 * 5 + 3);
    core::Random random(seed);
    int opened = 0, reported = 0;
    for (int i = 0; i < count; ++i) {
        std::string sick = sound;
        const auto at = random.below(sick.size() * 8);
        sick[at / 8] = static_cast<char>(static_cast<unsigned char>(sick[at / 8]) ^ (1U << (at % 8)));
        CAPTURE(at);
        test::writeContent(path, sick);
        const auto practice = records::openPractice(path);
        if (!practice) {
            CHECK_FALSE(practice.error().hint.empty());
            CHECK(test::contentOf(path) == sick);
            continue;
        }
        ++opened;
        const std::set<std::string> read = readableRecords(**practice);
        CHECK(std::includes(written.begin(), written.end(), read.begin(), read.end()));
        if (!(*practice)->damagedRecords().empty()) ++reported;
    }
    CHECK(opened > count / 2);
    CHECK(reported > 0);
}

}  // namespace

TEST_CASE("one flipped bit anywhere never brings the program down or changes what a record says") {
    flipBits(20261120, 300);
}

TEST_CASE("slow: ten thousand flipped bits, one at a time, never change what a record says") {
    flipBits(1, 10000);
}
