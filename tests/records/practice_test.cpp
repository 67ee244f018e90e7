#include "records/practice.h"

#include "records/sample_practice.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <string>
#include <vector>

using namespace palpate;
using clinic::Author;
using clinic::MapKey;
using clinic::Moment;
using records::JournalEntry;
using test::bytesOf;
using test::sampleClient;
using test::strokeEntry;
using test::TemporaryFolder;

namespace {

std::unique_ptr<records::Practice> newPractice(const TemporaryFolder& folder) {
    auto practice = test::createPractice(folder / "p.palpate", "Practice", test::steadyClock());
    REQUIRE(practice.has_value());
    return std::move(*practice);
}

core::VisitId newVisit(records::Practice& practice) {
    const auto client = practice.addClient(sampleClient("C-0001"));
    REQUIRE(client.has_value());
    const auto visit = practice.addVisit(client->id, {1795183331000, 60});
    REQUIRE(visit.has_value());
    return visit->id;
}

}  // namespace

TEST_CASE("a closed vault is one private file that only its owner may read") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const auto files = test::filesIn(folder.path());
    REQUIRE(files.size() == 1);
    CHECK(files[0].first == "p.palpate");
    struct stat status {};
    REQUIRE(::stat((folder / "p.palpate").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("everything is there again after closing and opening") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const std::string first = test::dumpPractice(*test::openOrThrow(folder / "p.palpate"));
    const std::string again = test::dumpPractice(*test::openOrThrow(folder / "p.palpate"));
    CHECK(first == again);
    CHECK(first.find("Slept better") != std::string::npos);
    CHECK(first.find("snapshot after 3") != std::string::npos);
    CHECK(first.find("client before completed") != std::string::npos);
}

TEST_CASE("a practice remembers its name and whether it is a demo") {
    const TemporaryFolder folder;
    REQUIRE(test::createPractice(folder / "d.palpate", "Demo").has_value());
    const auto practice = test::openOrThrow(folder / "d.palpate");
    CHECK(practice->info().name == "Demo");
    CHECK(practice->info().isDemo);
    CHECK(practice->info().formatVersion == 1);
    CHECK(practice->path() == folder / "d.palpate");
    CHECK(practice->damagedRecords().empty());
}

TEST_CASE("a client keeps every field and clients come in the order of their codes") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    clinic::Client odd = sampleClient("C-0300");
    const char hostile[] = "M\xc3\xbcller\0'; DROP TABLE client";
    odd.name = std::string(hostile, sizeof hostile - 1);
    odd.goals = "line one\nline two";
    odd.heightCm = 0.1 + 0.2 + 170.0;
    odd.weightKg = -0.0;
    const auto added = practice->addClient(odd);
    REQUIRE(added.has_value());
    CHECK(added->id.value > 0);
    REQUIRE(practice->addClient(sampleClient("C-0100")).has_value());
    REQUIRE(practice->addClient(sampleClient("C-0200")).has_value());

    const auto clients = practice->clients();
    REQUIRE(clients.has_value());
    REQUIRE(clients->size() == 3);
    CHECK((*clients)[0].code == "C-0100");
    CHECK((*clients)[1].code == "C-0200");
    CHECK((*clients)[2] == *added);
    CHECK(*practice->client(added->id) == *added);
    CHECK(*practice->clientByCode("C-0300") == *added);
    odd.id = added->id;
    CHECK(*added == odd);
}

TEST_CASE("a code is used once, also when a client is changed") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    const auto first = practice->addClient(sampleClient("C-0001"));
    auto second = practice->addClient(sampleClient("C-0002"));
    const auto twice = practice->addClient(sampleClient("C-0001"));
    REQUIRE_FALSE(twice.has_value());
    CHECK(twice.error().message().find("C-0001") != std::string::npos);

    second->code = "C-0001";
    CHECK_FALSE(practice->updateClient(*second).has_value());
    CHECK(practice->client(second->id)->code == "C-0002");
    second->code = "C-0003";
    second->name = "";
    REQUIRE(practice->updateClient(*second).has_value());
    CHECK(*practice->client(second->id) == *second);
    CHECK(practice->client(first->id)->code == "C-0001");
}

TEST_CASE("an impossible client is refused and not kept") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    CHECK_FALSE(practice->addClient(sampleClient("")).has_value());
    auto client = *practice->addClient(sampleClient("C-0001"));
    client.heightCm = 1.68;
    CHECK_FALSE(practice->updateClient(client).has_value());
    CHECK(practice->client(client.id)->heightCm == 168.5);
    CHECK(practice->clients()->size() == 1);
}

TEST_CASE(
    "visits are numbered within their client in the order in which they were made, whatever the clock says") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    const auto ada = practice->addClient(sampleClient("C-0001"));
    const auto bob = practice->addClient(sampleClient("C-0002"));
    for (const std::int64_t at : {3000, 1000, 2000}) {
        REQUIRE(practice->addVisit(ada->id, {at, 60}).has_value());
        REQUIRE(practice->addVisit(bob->id, {at, -570}).has_value());
    }
    const auto visits = practice->visits(ada->id);
    REQUIRE(visits.has_value());
    REQUIRE(visits->size() == 3);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK((*visits)[i].number == static_cast<int>(i) + 1);
    CHECK((*visits)[0].at == core::Timestamp{3000, 60});
    CHECK(practice->visits({})->size() == 6);
    CHECK(practice->visits(bob->id)->back().at.offsetMinutes == -570);
    CHECK_FALSE(practice->addVisit(ada->id, {4000, 15 * 60}).has_value());
}

TEST_CASE("a visit's time and note may change, its client and number may not") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    const core::VisitId id = newVisit(*practice);
    auto visit = *practice->visit(id);
    visit.note = "Neck eased after ten minutes";
    visit.at.utcMilliseconds += 60000;
    REQUIRE(practice->updateVisit(visit).has_value());
    CHECK(*practice->visit(id) == visit);
    auto moved = visit;
    moved.number = 7;
    CHECK_FALSE(practice->updateVisit(moved).has_value());
    CHECK(*practice->visit(id) == visit);
}

TEST_CASE("a map appears with its first entry and keeps all entries in order") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    const MapKey key{newVisit(*practice), Author::Therapist, Moment::Before};
    CHECK_FALSE(practice->loadMap(key)->has_value());
    CHECK(practice->maps(key.visit)->empty());

    const std::vector<JournalEntry> entries{strokeEntry("one"),
                                            strokeEntry(std::string_view("\0\xff", 2)),
                                            {JournalEntry::Kind::Undo, {}},
                                            {JournalEntry::Kind::Redo, {}}};
    for (const JournalEntry& entry : entries)
        REQUIRE(practice->append(key, entry).has_value());
    const auto stored = practice->loadMap(key);
    REQUIRE(stored->has_value());
    REQUIRE((*stored)->entries.size() == entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CHECK((*stored)->entries[i].kind == entries[i].kind);
        CHECK((*stored)->entries[i].bytes == entries[i].bytes);
    }
    CHECK((*stored)->info.key == key);
    CHECK((*stored)->info.entries == 4);
    CHECK((*stored)->snapshot.empty());
    CHECK_FALSE((*stored)->info.completed);
}

TEST_CASE("an undo keeps its bytes, with which it says that what it takes back was given up") {
    const TemporaryFolder folder;
    const MapKey key{newVisit(*newPractice(folder)), Author::Therapist, Moment::Before};
    {
        auto practice = test::openPractice(folder / "p.palpate", test::steadyClock());
        REQUIRE(practice.has_value());
        REQUIRE((*practice)->append(key, strokeEntry("a stroke")));
        REQUIRE((*practice)->append(key, {JournalEntry::Kind::Undo, bytesOf("given up")}));
    }
    const auto practice = test::openOrThrow(folder / "p.palpate");
    const auto map = practice->loadMap(key);
    REQUIRE(map.has_value());
    REQUIRE(map->has_value());
    REQUIRE((*map)->entries.size() == 2);
    CHECK((*map)->entries[1].kind == JournalEntry::Kind::Undo);
    CHECK((*map)->entries[1].bytes == bytesOf("given up"));
}

TEST_CASE("the four maps of a visit do not mix") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    const core::VisitId visit = newVisit(*practice);
    const auto textOf = [](Author author, Moment moment) {
        return std::string(clinic::authorId(author)) + clinic::momentId(moment);
    };
    for (const Author author : {Author::Client, Author::Therapist}) {
        for (const Moment moment : {Moment::Before, Moment::After})
            REQUIRE(
                practice->append({visit, author, moment}, strokeEntry(textOf(author, moment))).has_value());
    }
    const auto maps = practice->maps(visit);
    REQUIRE(maps.has_value());
    REQUIRE(maps->size() == 4);
    for (const records::MapInfo& info : *maps) {
        const auto stored = practice->loadMap(info.key);
        REQUIRE(stored->has_value());
        CHECK((*stored)->entries.at(0).bytes == bytesOf(textOf(info.key.author, info.key.moment)));
    }
}

TEST_CASE("a completed map without entries is there and is empty: nothing hurts") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    const MapKey key{newVisit(*practice), Author::Client, Moment::Before};
    REQUIRE(practice->complete(key).has_value());
    const auto stored = practice->loadMap(key);
    REQUIRE(stored->has_value());
    CHECK((*stored)->info.completed);
    CHECK((*stored)->entries.empty());
    CHECK((*stored)->info.changed.utcMilliseconds > 0);
}

TEST_CASE("a finished map is unfinished from its next entry on, and can be finished again") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    const MapKey key{newVisit(*practice), Author::Client, Moment::Before};
    const auto isFinished = [&] { return practice->maps(key.visit)->at(0).completed; };
    REQUIRE(practice->append(key, strokeEntry("a")).has_value());
    REQUIRE(practice->complete(key).has_value());
    REQUIRE(practice->saveSnapshot(key, bytesOf("after a"), 1).has_value());
    CHECK(isFinished());  // a snapshot changes nothing
    const auto rows = *practice->auditRows();
    SUBCASE("a stroke") {
        REQUIRE(practice->append(key, strokeEntry("b")).has_value());
    }
    SUBCASE("taking one back") {
        REQUIRE(practice->append(key, {records::JournalEntry::Kind::Undo, {}}).has_value());
    }
    CHECK_FALSE(isFinished());
    CHECK_FALSE((*practice->loadLatest(key))->info.completed);
    CHECK(*practice->auditRows() == rows + 1);
    const auto log = practice->auditLog(rows + 1, 1);
    CHECK(log->at(0).kind == records::AuditKind::Changed);
    CHECK(log->at(0).subject.find("not finished any more") != std::string::npos);
    REQUIRE(practice->append(key, strokeEntry("c")).has_value());
    CHECK(*practice->auditRows() == rows + 1);  // said once
    REQUIRE(practice->complete(key).has_value());
    CHECK(isFinished());
}

TEST_CASE("what makes a finished map unfinished is kept with the change or not at all") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    const MapKey key{newVisit(*practice), Author::Client, Moment::Before};
    REQUIRE(practice->complete(key).has_value());
    const core::Error stop{"stopped", "", ""};
    CHECK_FALSE(practice
                    ->asOneChange([&]() -> core::Result<void> {
                        REQUIRE(practice->append(key, strokeEntry("a")).has_value());
                        return stop;
                    })
                    .has_value());
    const auto stored = *practice->loadMap(key);
    CHECK(stored->info.completed);
    CHECK(stored->entries.empty());
}

TEST_CASE("a snapshot replaces the one before and never claims more steps than there are") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    const MapKey key{newVisit(*practice), Author::Client, Moment::Before};
    CHECK_FALSE(practice->saveSnapshot(key, bytesOf("none"), 0).has_value());
    REQUIRE(practice->append(key, strokeEntry("a")).has_value());
    REQUIRE(practice->saveSnapshot(key, bytesOf("after a"), 1).has_value());
    REQUIRE(practice->append(key, strokeEntry("b")).has_value());
    CHECK_FALSE(practice->saveSnapshot(key, bytesOf("too many"), 3).has_value());
    CHECK((*practice->loadMap(key))->snapshot == bytesOf("after a"));
    REQUIRE(practice->saveSnapshot(key, bytesOf("after b"), 2).has_value());
    const auto stored = *practice->loadMap(key);
    CHECK(stored->snapshot == bytesOf("after b"));
    CHECK(stored->snapshotEntries == 2);
}

TEST_CASE("the clock given says when a map was changed") {
    const TemporaryFolder folder;
    core::Timestamp now{1795183331000, 60};
    auto practice = test::createPractice(folder / "p.palpate", "", [&now] { return now; });
    REQUIRE(practice.has_value());
    const MapKey key{newVisit(**practice), Author::Client, Moment::Before};
    REQUIRE((*practice)->append(key, strokeEntry("a")).has_value());
    CHECK((*practice)->maps(key.visit)->at(0).changed == now);
    now.utcMilliseconds += 5;
    REQUIRE((*practice)->complete(key).has_value());
    CHECK((*practice)->maps(key.visit)->at(0).changed == now);
}

TEST_CASE("asking for a client, visit or map that does not exist says which") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    const core::VisitId nobody{77};
    const MapKey key{nobody, Author::Client, Moment::Before};
    const auto names77 = [](const core::Error& error) { return error.what.find("77") != std::string::npos; };
    CHECK(names77(practice->client({77}).error()));
    CHECK(names77(practice->clientByCode("C-0077").error()));
    CHECK(names77(practice->visits({77}).error()));
    CHECK(names77(practice->visit(nobody).error()));
    CHECK(names77(practice->addVisit({77}, {}).error()));
    CHECK(names77(practice->maps(nobody).error()));
    CHECK(names77(practice->loadMap(key).error()));
    CHECK(names77(practice->append(key, strokeEntry("a")).error()));
    CHECK(names77(practice->saveSnapshot(key, {}, 0).error()));
    CHECK(names77(practice->complete(key).error()));
    clinic::Client client = sampleClient("C-0001");
    client.id = {77};
    CHECK(names77(practice->updateClient(client).error()));
    CHECK(test::dumpPractice(*practice) == "Practice (demo)\n");
}

TEST_CASE("one change is kept whole or not at all, and may hold another") {
    const TemporaryFolder folder;
    const auto practice = newPractice(folder);
    const auto add = [&](const char* code) -> core::Result<void> {
        if (auto added = practice->addClient(sampleClient(code)); !added) return added.error();
        return {};
    };
    const auto failed = practice->asOneChange([&]() -> core::Result<void> {
        CHECK(add("C-0001").has_value());
        CHECK(practice->asOneChange([&] { return add("C-0002"); }).has_value());
        return core::Error{"enough", "", ""};
    });
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().what == "enough");
    CHECK(practice->clients()->empty());

    const auto kept = practice->asOneChange([&]() -> core::Result<void> {
        CHECK(add("C-0001").has_value());
        CHECK_FALSE(add("C-0001").has_value());  // a refused part takes back only itself
        return {};
    });
    CHECK(kept.has_value());
    CHECK(practice->clients()->size() == 1);
}

TEST_CASE("a filled practice appears complete or not at all") {
    const TemporaryFolder folder;
    const auto vault = folder / "p.palpate";
    const auto failed = test::createFilledPractice(vault, "Half", [](records::Practice& practice) {
        CHECK(practice.addClient(sampleClient("C-0001")).has_value());
        return core::Result<void>(core::Error{"the body is missing", "", ""});
    });
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().what == "the body is missing");
    CHECK(test::filesIn(folder.path()).empty());

    const auto made = test::createFilledPractice(vault, "Whole", [&](records::Practice& practice) {
        CHECK_FALSE(std::filesystem::exists(vault));
        CHECK(practice.addClient(sampleClient("C-0001")).has_value());
        return core::Result<void>();
    });
    REQUIRE(made.has_value());
    CHECK(test::filesIn(folder.path()).size() == 1);
    CHECK(test::openOrThrow(vault)->clients()->size() == 1);
}
