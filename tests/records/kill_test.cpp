#include "core/random.h"
#include "records/practice.h"
#include "records/sample_practice.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

using namespace palpate;
using clinic::Author;
using clinic::MapKey;
using clinic::Moment;
using test::TemporaryFolder;

namespace {

constexpr MapKey kMap{{1}, Author::Client, Moment::Before};

// The nth stroke of the test: different lengths, so that records fall on all sides of page borders.
records::JournalEntry stroke(std::uint32_t number) {
    return test::strokeEntry(std::to_string(number) + std::string((number * 37) % 900, 's'));
}

std::vector<std::byte> snapshotAfter(std::size_t entries) {
    return test::bytesOf(std::to_string(entries));
}

// The painting program: appends strokes for ever and acknowledges each by writing its number to `out`.
[[noreturn]] void paintForEver(const std::filesystem::path& vault, int out) {
    auto practice = test::openPractice(vault);
    if (!practice) ::_exit(2);
    const auto stored = (*practice)->loadMap(kMap);
    if (!stored) ::_exit(3);
    std::uint32_t number = *stored ? static_cast<std::uint32_t>((*stored)->entries.size()) : 0;
    for (;;) {
        if (!(*practice)->append(kMap, stroke(number))) ::_exit(4);
        if (::write(out, &number, sizeof number) != sizeof number) ::_exit(5);
        ++number;
        if (number % 10 == 0 && !(*practice)->saveSnapshot(kMap, snapshotAfter(number), number)) ::_exit(6);
    }
}

struct Killed {
    bool bySignal = false;
    std::uint32_t acknowledged = 0;  // how many strokes, those of earlier rounds included
};

// Lets the painting program run, kills it `delay` after its first stroke, and counts what it had
// acknowledged.
Killed paintAndKill(const std::filesystem::path& vault, std::chrono::microseconds delay) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(pipe[0]);
        paintForEver(vault, pipe[1]);
    }
    ::close(pipe[1]);
    Killed killed;
    std::uint32_t number = 0;
    if (::read(pipe[0], &number, sizeof number) == sizeof number) killed.acknowledged = number + 1;
    std::this_thread::sleep_for(delay);
    ::kill(child, SIGKILL);
    while (::read(pipe[0], &number, sizeof number) == sizeof number)
        killed.acknowledged = number + 1;
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    killed.bySignal = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    return killed;
}

}  // namespace

TEST_CASE(
    "a program that is killed after changing a finished map leaves it unfinished, with every acknowledged "
    "stroke") {
    const TemporaryFolder folder;
    const auto vault = folder / "p.palpate";
    {
        const auto practice = test::createPractice(vault, "");
        REQUIRE(practice.has_value());
        const auto client = (*practice)->addClient(test::sampleClient("C-0001"));
        REQUIRE((*practice)->addVisit(client->id, {1795183331000, 60}).has_value());
        REQUIRE((*practice)->complete(kMap).has_value());
    }
    const Killed killed = paintAndKill(vault, std::chrono::microseconds(2000));
    REQUIRE(killed.bySignal);
    REQUIRE(killed.acknowledged > 0);
    const auto practice = test::openOrThrow(vault);
    const auto stored = *practice->loadMap(kMap);
    REQUIRE(stored.has_value());
    CHECK_FALSE(stored->info.completed);
    REQUIRE(stored->entries.size() >= killed.acknowledged);
    for (std::uint32_t i = 0; i < stored->entries.size(); ++i)
        CHECK(stored->entries[i].bytes == stroke(i).bytes);
    REQUIRE(practice->complete(kMap).has_value());
    CHECK((*practice->loadMap(kMap))->info.completed);
}

TEST_CASE("slow: killed at 200 random moments, a vault always opens and no acknowledged stroke is lost") {
    const TemporaryFolder folder;
    const auto vault = folder / "p.palpate";
    {
        const auto practice = test::createPractice(vault, "");
        REQUIRE(practice.has_value());
        const auto client = (*practice)->addClient(test::sampleClient("C-0001"));
        REQUIRE((*practice)->addVisit(client->id, {1795183331000, 60}).has_value());
    }
    core::Random random(20261120);
    std::size_t total = 0;
    for (int round = 0; round < 200; ++round) {
        CAPTURE(round);
        const Killed killed = paintAndKill(vault, std::chrono::microseconds(random.below(40000)));
        REQUIRE(killed.bySignal);
        REQUIRE(killed.acknowledged > total);
        const auto practice = test::openOrThrow(vault);
        const auto stored = *practice->loadMap(kMap);
        REQUIRE(stored.has_value());
        total = stored->entries.size();
        CHECK(total >= killed.acknowledged);
        CHECK(total <= killed.acknowledged + 1);
        for (std::uint32_t i = 0; i < total; ++i)
            REQUIRE(stored->entries[i].bytes == stroke(i).bytes);
        if (!stored->snapshot.empty()) CHECK(stored->snapshot == snapshotAfter(stored->snapshotEntries));
        CHECK(practice->damagedRecords().empty());
    }
    MESSAGE("strokes painted: ", total);
}
