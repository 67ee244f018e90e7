#include "records/sample_practice.h"
#include "records/seal.h"
#include "records/vault.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <memory>
#include <string>

using namespace palpate;
using test::TemporaryFolder;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

std::string hexOf(const records::Hash& hash) {
    std::string text;
    for (const std::byte byte : hash) {
        text += "0123456789abcdef"[std::to_integer<unsigned>(byte) >> 4U];
        text += "0123456789abcdef"[std::to_integer<unsigned>(byte) & 15U];
    }
    return text;
}

Json clientJson(const clinic::Client& client) {
    return {{"id", client.id.value},
            {"code", client.code},
            {"name", client.name},
            {"year_of_birth", client.yearOfBirth},
            {"figure", client.figure},
            {"height_cm", client.heightCm},
            {"weight_kg", client.weightKg},
            {"goals", client.goals},
            {"contraindications", client.contraindications},
            {"areas_to_avoid", client.areasToAvoid},
            {"archived", client.archived ? 1 : 0}};
}

Json mapJson(const records::StoredMap& map) {
    Json steps = Json::array();
    for (const auto& entry : map.entries)
        steps.push_back({static_cast<int>(entry.kind),
                         std::string(reinterpret_cast<const char*>(entry.bytes.data()), entry.bytes.size())});
    return {{"author", clinic::authorId(map.info.key.author)},
            {"moment", clinic::momentId(map.info.key.moment)},
            {"completed", map.info.completed},
            {"changed", {map.info.changed.utcMilliseconds, map.info.changed.offsetMinutes}},
            {"steps", std::move(steps)},
            {"snapshot_after", map.snapshotEntries},
            {"snapshot", map.snapshot.empty() ? "" : hexOf(records::hashOf(map.snapshot))}};
}

// What Palpate's own reader says, in the words of the Python one.
Json ownReading(const records::Practice& practice) {
    Json clients = Json::array(), visits = Json::array();
    std::vector<clinic::Client> ordered = *practice.clients();
    std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (const auto& client : ordered)
        clients.push_back(clientJson(client));
    const std::vector<clinic::Visit> all = *practice.visits({});
    for (const auto& visit : all) {
        Json maps = Json::array();
        const std::vector<records::MapInfo> there = *practice.maps(visit.id);
        for (const auto& info : there)
            maps.push_back(mapJson(**practice.loadMap(info.key)));
        Json json{{"id", visit.id.value},
                  {"client", visit.client.value},
                  {"number", visit.number},
                  {"utc_ms", visit.at.utcMilliseconds},
                  {"offset_min", visit.at.offsetMinutes},
                  {"note", visit.note},
                  {"clock_went_back", visit.clockWentBack ? 1 : 0},
                  {"maps", std::move(maps)}};
        if (visit.practitioner) json["practitioner"] = visit.practitioner.value;
        visits.push_back(std::move(json));
    }
    Json practitioners = Json::array(), log = Json::array();
    const std::vector<clinic::Practitioner> people = *practice.practitioners();
    for (const auto& one : people)
        practitioners.push_back({{"id", one.id.value}, {"name", one.name}, {"retired", one.retired ? 1 : 0}});
    const std::vector<records::AuditRow> rows = *practice.auditLog(1, 10'000);
    for (const auto& row : rows)
        log.push_back(row.practitioner.value);
    return {{"practice", practice.info().name},
            {"demo", practice.info().isDemo},
            {"sound", true},
            {"practitioners", std::move(practitioners)},
            {"logged_by", std::move(log)},
            {"clients", std::move(clients)},
            {"visits", std::move(visits)}};
}

struct Ran {
    int status = -1;
    std::string out;
};

Ran readWithPython(const fs::path& vault, const std::string& way) {
    const std::string command =
        "/usr/bin/python3 '" PALPATE_READ_VAULT "' '" + vault.string() + "' " + way + " 2>&1";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), [](FILE*) { return 0; });
    REQUIRE(pipe != nullptr);
    Ran ran;
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
        ran.out.append(buffer.data(), count);
    const int status = ::pclose(pipe.get());
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
}

// A little of everything, with letters and sizes that are easily got wrong.
core::Result<void> fill(records::Practice& practice) {
    clinic::Client client = test::sampleClient("C-0001");
    client.name = "Zo\xc3\xab M\xc3\xbcller";
    client.areasToAvoid = std::string(5000, 'a');
    client.archived = true;
    const auto first = practice.addClient(client)->id;
    const auto second = practice.addClient(test::sampleClient("C-0002"))->id;
    const auto gone = practice.addClient(test::sampleClient("C-0003"))->id;
    const auto zoe = practice.addPractitioner("Zo\xc3\xab M\xc3\xbcller");
    const auto left = practice.addPractitioner("Bo Muster");
    if (!zoe || !left) return zoe ? left.error() : zoe.error();
    if (auto retired = practice.updatePractitioner({left->id, left->name, true}); !retired) return retired;
    for (const auto& [id, at] :
         {std::pair{first, 2000}, std::pair{second, 3000}, std::pair{first, 1000}, std::pair{gone, 4000}}) {
        const auto visit = practice.addVisit(id, {at, -90});
        if (!visit) return visit.error();
        for (const auto author : {clinic::Author::Client, clinic::Author::Therapist}) {
            const clinic::MapKey key{visit->id, author, clinic::Moment::Before};
            for (int i = 0; i < 30; ++i) {
                if (auto kept = practice.append(
                        key, test::strokeEntry(std::string(static_cast<std::size_t>(i * 40), 'x')));
                    !kept)
                    return kept;
            }
            if (auto kept = practice.append(key, {records::JournalEntry::Kind::Undo, {}}); !kept) return kept;
            if (auto kept = practice.saveSnapshot(key, test::bytesOf(std::string(9000, 's')), 7); !kept)
                return kept;
        }
    }
    if (auto kept = practice.complete({{1}, clinic::Author::Client, clinic::Moment::Before}); !kept)
        return kept;
    return practice.saveVisitRecord({1}, "ratings", test::bytesOf("7"));
}

}  // namespace

TEST_CASE(
    "a reader written from the description alone reads the same, with the passphrase and the recovery key") {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    const core::Secret passphrase = core::Secret::copyOf(
        "Gr\xc3\xbc\xc3\x9f"
        "e, 7 Enten");
    records::NewVault wanted;
    wanted.name =
        "Praxis \xc3\x9c"
        "bung";
    wanted.passphrase = &passphrase;
    wanted.cost = records::kSmallestKeyCost;
    const auto made = records::createVault(path, wanted, fill);
    REQUIRE(made.has_value());
    Json own;
    {
        const auto practice = *records::openVault(path, made->key.clone());
        REQUIRE(practice->addClient(test::sampleClient("C-0004")).has_value());
        REQUIRE(practice->eraseClient({3}, {}).has_value());
        own = ownReading(*practice);
    }
    for (const std::string& way : {"--passphrase '" + std::string(passphrase.text()) + "'",
                                   "--recovery-key '" + std::string(made->recoveryKey.text()) + "'"}) {
        const Ran ran = readWithPython(path, way);
        REQUIRE_MESSAGE(ran.status == 0, ran.out);
        CHECK(Json::parse(ran.out) == own);
    }
    CHECK(readWithPython(path, "--passphrase wrong").out.find("does not fit") != std::string::npos);
    CHECK(readWithPython(path, "--demo").status == 1);
}

TEST_CASE("a reader written from the description alone reads a demo practice, too") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const Json own = ownReading(*test::openOrThrow(folder / "p.palpate"));
    const Ran ran = readWithPython(folder / "p.palpate", "--demo");
    REQUIRE_MESSAGE(ran.status == 0, ran.out);
    CHECK(Json::parse(ran.out) == own);
}
