#include "core/random.h"
#include "records/maintenance.h"
#include "records/sample_practice.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

using namespace palpate;
using clinic::Author;
using clinic::MapKey;
using clinic::Moment;
using test::TemporaryFolder;

namespace {

constexpr int kClients = 2000, kVisitsOfEach = 5;

double secondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// As large as those of the demo practice, and as little to be compressed as random numbers are.
std::vector<std::byte> noise(core::Random& random, std::size_t size) {
    std::vector<std::byte> bytes(size);
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(random.below(64));
    return bytes;
}

core::Result<void> paintVisit(records::Practice& practice, core::VisitId visit, core::Random& random) {
    for (const MapKey& map :
         {MapKey{visit, Author::Client, Moment::Before}, MapKey{visit, Author::Therapist, Moment::Before},
          MapKey{visit, Author::Client, Moment::After}}) {
        for (int stroke = 0; stroke < 2; ++stroke) {
            auto kept = practice.append(map, {records::JournalEntry::Kind::Stroke, noise(random, 300)});
            if (!kept) return kept;
        }
        if (auto kept = practice.saveSnapshot(map, noise(random, 700), 2); !kept) return kept;
    }
    return {};
}

core::Result<void> fillLargePractice(records::Practice& practice) {
    core::Random random(5);
    for (int number = 0; number < kClients; ++number) {
        const auto client = practice.addClient(test::sampleClient("C-" + std::to_string(10000 + number)));
        if (!client) return client.error();
        for (int i = 0; i < kVisitsOfEach; ++i) {
            const auto visit = practice.addVisit(client->id, {1795183331000 + i, 60});
            if (!visit) return visit.error();
            if (auto painted = paintVisit(practice, visit->id, random); !painted) return painted;
        }
    }
    return {};
}

}  // namespace

TEST_CASE("slow: 2,000 clients and 10,000 visits with three maps each open at once and take 8 kB a visit") {
    const TemporaryFolder folder;
    const auto vault = folder / "p.palpate";
    const double making = secondsOf(
        [&] { REQUIRE(test::createFilledPractice(vault, "Large", fillLargePractice).has_value()); });
    const double kilobytes = static_cast<double>(std::filesystem::file_size(vault)) / 1024.0;
    auto key = records::unlockDemo(vault);
    REQUIRE(key.has_value());
    std::unique_ptr<records::Practice> practice;
    const double opening = secondsOf([&] { practice = *records::openVault(vault, std::move(*key)); });
    std::vector<clinic::Client> clients;
    const double listing = secondsOf([&] { clients = *practice->clients(); });
    constexpr int kLoads = 2000;
    core::Random random(9);
    std::size_t entries = 0;
    const double loading = secondsOf([&] {
        for (int i = 0; i < kLoads; ++i) {
            const core::VisitId visit{static_cast<std::int64_t>(1 + random.below(500))};
            entries += (*practice->loadLatest({visit, Author::Client, Moment::Before}))->snapshotEntries;
        }
    });
    CHECK(entries == 2 * kLoads);
    const double checking = secondsOf([&] { CHECK(records::checkPractice(*practice)->sound()); });
    const double backing = secondsOf([&] { CHECK(records::backUp(*practice, folder / "b").has_value()); });
    MESSAGE("made in ", making, " s, opened in ", opening, " s, clients listed in ", listing, " s, a map in ",
            loading / kLoads * 1000.0, " ms, checked in ", checking, " s, backed up and checked in ", backing,
            " s, ", kilobytes / (kClients * kVisitsOfEach), " kB a visit");
    CHECK(clients.size() == kClients);
    // Opening looks at what lies beside the records and opens none of them; a map is a handful of records.
    CHECK(opening < checking / 4.0);
    CHECK(loading / kLoads < opening / 100.0);
    CHECK(listing < checking / 4.0);
    CHECK(kilobytes / (kClients * kVisitsOfEach) < 8.0);
}
