#include "records/care.h"
#include "records/meddling.h"
#include "records/sample_practice.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace palpate;
using clinic::Author;
using clinic::Moment;
using records::AuditKind;
using test::checkSound;
using test::holds;
using test::keyOfDemo;
using test::kFirstMap;
using test::kindsIn;
using test::madeBackup;
using test::Meddler;
using test::secret;
using test::TemporaryFolder;
namespace fs = std::filesystem;

TEST_CASE("a rescue keeps all that opens, names what does not, and leaves the damaged vault as it is") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate", rescued = folder / "r.palpate";
    test::makeSampleVault(vault);
    const records::VaultKey key = keyOfDemo(vault);
    const Meddler meddler(vault);
    meddler.damage("step/1/client/before/2");
    meddler.damage("visit/2");
    meddler.damage("map/3/client/before");
    meddler.damage("client-key/2/1");
    const std::string bytes = test::contentOf(vault);
    const auto report = records::salvage(vault, key, rescued);
    REQUIRE_MESSAGE(report.has_value(), (report ? std::string() : report.error().message()));
    CHECK(report->kept > 20);
    CHECK(report->lost.size() >= 4);
    CHECK(test::contentOf(vault) == bytes);
    CHECK_FALSE(records::salvage(vault, key, rescued).has_value());

    const auto practice = test::openOrThrow(rescued);
    checkSound(*practice);
    CHECK(practice->clients()->size() == 2);
    CHECK(practice->visits({})->size() == 3);  // the one whose own record is lost has a new one, and its map
    CHECK(practice->visit({2})->note.find("was lost") != std::string::npos);
    CHECK((*practice->loadMap({{2}, Author::Client, Moment::Before}))->entries.size() == 6);
    const auto first = *practice->loadMap(kFirstMap);
    REQUIRE(first.has_value());
    CHECK(first->entries.size() == 6);
    CHECK(first->entries[1].bytes.empty());
    CHECK_FALSE(first->entries[2].bytes.empty());
    const auto mended = *practice->loadMap({{3}, Author::Client, Moment::Before});
    REQUIRE(mended.has_value());
    CHECK(mended->entries.size() == 6);
    CHECK(kindsIn(*practice).back() == AuditKind::Opened);
    CHECK(holds(kindsIn(*practice), AuditKind::Salvaged));
}

namespace {

// Damages all of it, rescues what is left, and gives the rescued practice, which must be sound.
std::unique_ptr<records::Practice> rescuedWithout(const TemporaryFolder& folder,
                                                  const std::vector<std::string>& items) {
    const fs::path vault = folder / "p.palpate", rescued = folder / "r.palpate";
    test::makeSampleVault(vault);
    const records::VaultKey key = keyOfDemo(vault);
    const Meddler meddler(vault);
    for (const std::string& item : items)
        meddler.damage(item);
    const auto report = records::salvage(vault, key, rescued);
    REQUIRE_MESSAGE(report.has_value(), (report ? std::string() : report.error().message()));
    CHECK(report->lost.size() >= items.size() / 2);
    auto practice = test::openOrThrow(rescued);
    checkSound(*practice);
    CHECK(practice->damagedRecords().empty());
    return practice;
}

}  // namespace

TEST_CASE(
    "whatever was lost, a rescued vault is sound, and its keys can be rotated and it can be backed up") {
    using Items = std::vector<std::string>;
    for (const Items& items : {Items{"audit/1"}, Items{"client-key/1/1", "client-key/1/2"}, Items{"client/1"},
                               Items{"practice"}, Items{"visit-owner/1"}, Items{"visits-of-client/2"},
                               Items{"client-code/C-0002"}, Items{"head", "audit/1"},
                               Items{"visit/1", "visit-owner/1"}, Items{"visit/3", "map/3/client/before"}}) {
        CAPTURE(items.front());
        const TemporaryFolder folder;
        const auto practice = rescuedWithout(folder, items);
        CHECK(records::rotateKeys(*practice, secret("new words"), records::kSmallestKeyCost).has_value());
        CHECK(records::checkPractice(*practice)->sound());
        const auto backup = madeBackup(*practice, folder / "b");
        const std::vector<clinic::Client> clients = *practice->clients();
        for (const clinic::Client& client : clients)
            CHECK(practice->clientByCode(client.code)->id == client.id);
        const auto key = records::unlock(backup.file, secret("new words"));
        CHECK(records::restore(backup.file, folder / "q.palpate", *key).has_value());
    }
}

TEST_CASE("a rescued log says which row was lost in its place and holds together") {
    const TemporaryFolder folder;
    const auto practice = rescuedWithout(folder, {"audit/1"});
    const std::vector<records::AuditRow> rows = *practice->auditLog(1, 100);
    REQUIRE(rows.size() >= 3);
    CHECK(rows[0].number == 1);
    CHECK(rows[0].kind == AuditKind::Salvaged);
    CHECK(rows[0].subject.find("row 1") != std::string::npos);
    CHECK(holds(kindsIn(*practice), AuditKind::Opened));
}

TEST_CASE("a client lost to damage keeps the visits if its key is there, and comes back with a backup") {
    {
        const TemporaryFolder folder;
        const auto practice = rescuedWithout(folder, {"client/1"});
        CHECK(practice->clients()->size() == 2);
        CHECK(practice->client({1})->code == "rescued-1");
        CHECK(practice->visits({1})->size() == 2);
    }
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "backup.palpate");
    fs::copy_file(folder / "backup.palpate", folder / "p.palpate");
    const records::VaultKey key = keyOfDemo(folder / "p.palpate");
    for (const char* copy : {"client-key/1/1", "client-key/1/2"})
        Meddler(folder / "p.palpate").damage(copy);
    REQUIRE(records::salvage(folder / "p.palpate", key, folder / "r.palpate").has_value());
    CHECK(test::openOrThrow(folder / "r.palpate")->clients()->size() == 1);
    REQUIRE(records::restore(folder / "backup.palpate", folder / "r.palpate", key).has_value());
    CHECK(test::openOrThrow(folder / "r.palpate")->clients()->size() == 2);
}

TEST_CASE("keys are not rotated where a record would be lost because nothing leads to it any more") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    {
        const auto practice = test::openOrThrow(vault);
        REQUIRE(practice->saveVisitRecord({1}, "of a later version", test::bytesOf("7")).has_value());
    }
    Meddler(vault).damage("record-names/1");
    const auto practice = test::openOrThrow(vault);
    CHECK_FALSE(records::rotateKeys(*practice, secret("x"), records::kSmallestKeyCost).has_value());
    CHECK(*practice->visitRecord({1}, "of a later version") == test::bytesOf("7"));
    // Also once the list was made anew without it.
    REQUIRE(practice->saveVisitRecord({1}, "ratings", test::bytesOf("8")).has_value());
    CHECK_FALSE(records::rotateKeys(*practice, secret("x"), records::kSmallestKeyCost).has_value());
    CHECK(*practice->visitRecord({1}, "of a later version") == test::bytesOf("7"));
}

TEST_CASE("a rescue makes a vault out of one that is cut short anywhere, or says that it cannot") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const records::VaultKey key = keyOfDemo(vault);
    const std::string bytes = test::contentOf(vault);
    std::size_t rescues = 0;
    for (std::size_t size = bytes.size() - 1; size > 4096; size -= 4096) {
        CAPTURE(size);
        test::writeContent(vault, bytes.substr(0, size));
        fs::remove(folder / "r.palpate");
        const auto report = records::salvage(vault, key, folder / "r.palpate");
        if (!report) {
            CHECK_FALSE(report.error().what.empty());
            CHECK_FALSE(fs::exists(folder / "r.palpate"));
            continue;
        }
        ++rescues;
        const auto practice = records::openVault(folder / "r.palpate", key.clone());
        REQUIRE(practice.has_value());
    }
    CHECK(rescues > 0);
    test::writeContent(vault, bytes);
}

namespace {

// A practice whose table of items has pages below its root.
void makeLargerVault(const fs::path& vault) {
    test::makeSampleVault(vault);
    const auto practice = test::openOrThrow(vault);
    REQUIRE(practice
                ->asOneChange([&]() -> core::Result<void> {
                    for (int i = 0; i < 300; ++i) {
                        const std::string stroke(i % 50 == 0 ? 20000 : 40, static_cast<char>('a' + i % 26));
                        if (auto kept = practice->append(kFirstMap, test::strokeEntry(stroke)); !kept)
                            return kept;
                    }
                    return {};
                })
                .has_value());
}

}  // namespace

TEST_CASE("a rescue loses no more than what lies on it when the root page of the items is damaged") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate", rescued = folder / "r.palpate";
    makeLargerVault(vault);
    const records::VaultKey key = keyOfDemo(vault);
    const std::string content = test::dumpPractice(*test::openOrThrow(vault));
    const std::string sound = test::contentOf(vault);
    std::size_t beyondReach = 0;
    for (const char* table : {"item", "body"}) {
        const std::size_t root = 4096 * (test::rootPage(vault, table) - 1);
        // Its kind, the number of its rows, where the first of them and the page below on the right lie.
        for (const std::size_t bit : {0U, 1U, 3U, 25U, 26U, 28U, 34U, 40U, 66U, 90U, 97U, 110U}) {
            CAPTURE(table);
            CAPTURE(bit);
            std::string sick = sound;
            sick[root + bit / 8] =
                static_cast<char>(static_cast<unsigned char>(sick[root + bit / 8]) ^ (1U << bit % 8));
            test::writeContent(vault, sick);
            fs::remove(rescued);
            const auto report = records::salvage(vault, key, rescued);
            REQUIRE_MESSAGE(report.has_value(), (report ? std::string() : report.error().message()));
            const auto practice = test::openOrThrow(rescued);
            CHECK(test::dumpPractice(*practice) == content);
            CHECK(records::checkPractice(*practice)->sound());
            test::writeContent(vault, sick);
            const auto damaged = records::openVault(vault, key.clone());
            if (!damaged || !(*damaged)->loadMap(kFirstMap)) ++beyondReach;
        }
    }
    CHECK(beyondReach > 0);  // without the rescue
}
