#include "core/random.h"
#include "records/sample_practice.h"
#include "support/child_process.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sched.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <future>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

using namespace palpate;
using clinic::Author;
using clinic::Moment;
using test::TemporaryFolder;
namespace fs = std::filesystem;

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

// A sound vault whose bits are flipped, and what it says.
struct SoundVault {
    std::string bytes;
    records::VaultKey key;
    std::set<std::string> written;

    [[nodiscard]] std::size_t bits() const { return bytes.size() * 8; }
};

SoundVault soundVault() {
    const TemporaryFolder folder;
    const fs::path path = folder / "p.palpate";
    test::makeSampleVault(path);
    SoundVault sound{test::contentOf(path), *records::unlockDemo(path),
                     readableRecords(*test::openOrThrow(path))};
    REQUIRE(sound.written.size() == 2 + 3 + 3 * 5 + 3);
    return sound;
}

// What came of flipped bits. It also goes from process to process, as text.
struct Tally {
    int flipped = 0, opened = 0, reports = 0;
    int lostMore = 0;   // than one record with all that hangs on it: a bit of how SQLite lays out its pages
    std::string wrong;  // the first bit that was neither harmless nor reported, and what it did

    void add(const Tally& other) {
        flipped += other.flipped;
        opened += other.opened;
        reports += other.reports;
        lostMore += other.lostMore;
        if (wrong.empty()) wrong = other.wrong;
    }
    [[nodiscard]] std::string text() const {
        std::ostringstream out;
        out << flipped << ' ' << opened << ' ' << reports << ' ' << lostMore << ' ' << wrong;
        return out.str();
    }
    static Tally fromText(const std::string& text) {
        std::istringstream in(text);
        Tally tally;
        if (!(in >> tally.flipped >> tally.opened >> tally.reports >> tally.lostMore)) {
            tally.wrong = text;
            return tally;
        }
        in.ignore();
        std::getline(in, tally.wrong);
        return tally;
    }
};

// Flips single bits, each in a file of its own; whatever is then still read must be what was written, and
// what is not read must be said.
class BitFlips {
public:
    explicit BitFlips(const SoundVault& sound) : m_sound(sound) {}

    void flip(std::size_t at) {
        std::string sick = m_sound.bytes;
        sick[at / 8] = static_cast<char>(static_cast<unsigned char>(sick[at / 8]) ^ (1U << (at % 8)));
        test::writeContent(m_path, sick);
        ++m_tally.flipped;
        const std::string wrong = whatIsWrong(sick);
        if (!wrong.empty() && m_tally.wrong.empty())
            m_tally.wrong = "bit " + std::to_string(at) + ": " + wrong;
    }
    [[nodiscard]] const Tally& tally() const { return m_tally; }

private:
    static constexpr std::size_t kOfOneMap = 6;

    std::string whatIsWrong(const std::string& sick) {
        const auto practice = records::openVault(m_path, m_sound.key.clone());
        if (!practice) {
            if (practice.error().hint.empty()) return "refused without saying what to do";
            return test::contentOf(m_path) == sick ? "" : "refused and changed";
        }
        ++m_tally.opened;
        const std::set<std::string> read = readableRecords(**practice);
        const auto& written = m_sound.written;
        if (!std::includes(written.begin(), written.end(), read.begin(), read.end()))
            return "something reads otherwise than it was written";
        const bool reported = !(*practice)->damagedRecords().empty() || !(*practice)->info().readOnly.empty();
        if (reported) ++m_tally.reports;
        const std::size_t lost = written.size() - read.size();
        if (lost > kOfOneMap) ++m_tally.lostMore;
        return lost > 0 && !reported ? "lost without a word" : "";
    }

    const SoundVault& m_sound;
    TemporaryFolder m_folder;
    fs::path m_path = m_folder / "p.palpate";
    Tally m_tally;
};

void checkTally(const Tally& tally) {
    CHECK(tally.wrong == "");
    CHECK(tally.opened > tally.flipped / 2);
    CHECK(tally.reports > 0);
    CHECK(tally.lostMore < tally.flipped / 20);
    MESSAGE(tally.flipped, " bits flipped: ", tally.opened, " opened, ", tally.reports, " reported, ",
            tally.lostMore, " lost more than one map");
}

// Keeps to one processor: memory for keys is locked and unlocked all the time, which costs more where other
// processors have to be told.
void keepTo(unsigned processor) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(processor, &set);
    (void)::sched_setaffinity(0, sizeof set, &set);
}

// One bit of every byte, another one from byte to byte; or every bit there is, which takes eight times as
// long.
std::vector<std::size_t> bitsToFlip(const SoundVault& sound, bool all) {
    std::vector<std::size_t> bits;
    for (std::size_t bit = 0; bit < sound.bits(); ++bit)
        if (all || bit % 8 == bit / 8 % 8) bits.push_back(bit);
    return bits;
}

// Each worker takes the next of so many.
Tally flipEach(const SoundVault& sound, const std::vector<std::size_t>& bits, unsigned workers) {
    std::vector<std::future<std::string>> shares;
    for (unsigned worker = 0; worker < workers; ++worker) {
        shares.push_back(std::async(std::launch::async, [&sound, &bits, worker, workers] {
            return test::inChild([&sound, &bits, worker, workers] {
                keepTo(worker);
                BitFlips flips(sound);
                for (std::size_t i = worker; i < bits.size(); i += workers)
                    flips.flip(bits[i]);
                return flips.tally().text();
            });
        }));
    }
    Tally all;
    for (auto& share : shares)
        all.add(Tally::fromText(share.get()));
    return all;
}

}  // namespace

TEST_CASE("one flipped bit anywhere is harmless or reported, and never changes what a record says") {
    const SoundVault sound = soundVault();
    BitFlips flips(sound);
    core::Random random(20261120);
    for (int i = 0; i < 400; ++i)
        flips.flip(random.below(sound.bits()));
    checkTally(flips.tally());
}

// PALPATE_ALL_BITS=1 flips all of them: ten minutes of processor time.
TEST_CASE("slow: a flipped bit in any byte of a small vault is harmless or reported") {
    const SoundVault sound = soundVault();
    const unsigned workers = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    const std::vector<std::size_t> bits = bitsToFlip(sound, std::getenv("PALPATE_ALL_BITS") != nullptr);
    REQUIRE(bits.size() >= sound.bytes.size());
    const Tally tally = flipEach(sound, bits, workers);
    CHECK(static_cast<std::size_t>(tally.flipped) == bits.size());
    checkTally(tally);
}
