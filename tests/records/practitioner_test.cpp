#include "records/care.h"
#include "records/maintenance.h"
#include "records/meddling.h"
#include "records/practice.h"
#include "records/sample_practice.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace palpate;
using clinic::Practitioner;
using records::AuditKind;
using test::checkSound;
using test::keyOfDemo;
using test::Meddler;
using test::names;
using test::secret;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr core::PractitionerId kAda{1}, kBo{2};

core::Result<void> addTwo(records::Practice& practice) {
    for (const char* name : {"Ada Example", "Bo Muster"}) {
        if (const auto added = practice.addPractitioner(name); !added) return added.error();
    }
    return {};
}

// A practice of two with one client and a visit that Bo made.
void makeShared(const fs::path& vault) {
    const auto made =
        test::createFilledPractice(vault, "Shared", [](records::Practice& practice) -> core::Result<void> {
            if (auto added = addTwo(practice); !added) return added;
            if (auto at = practice.setAtWork(kBo); !at) return at;
            const auto client = practice.addClient(test::sampleClient("C-0001"));
            if (!client) return client.error();
            const auto visit = practice.addVisit(client->id, {1795000000000, 60});
            return visit ? core::Result<void>() : visit.error();
        });
    REQUIRE_MESSAGE(made.has_value(), (made ? std::string() : made.error().message()));
}

records::AuditRow lastRow(const records::Practice& practice) {
    return practice.auditLog(*practice.auditRows(), 1)->back();
}

void checkBoth(const records::Practice& practice) {
    const std::vector<Practitioner> all = *practice.practitioners();
    REQUIRE(all.size() == 2);
    CHECK(all[0] == Practitioner{kAda, "Ada Example", false});
    CHECK(all[1] == Practitioner{kBo, "Bo Muster", false});
    CHECK(practice.visit({1})->practitioner == kBo);
}

}  // namespace

TEST_CASE("a practice in which nobody is recorded names nobody") {
    const TemporaryFolder folder;
    const auto practice = *test::createPractice(folder / "p.palpate", "Practice");
    CHECK(practice->practitioners()->empty());
    CHECK_FALSE(practice->atWork());
    const auto client = *practice->addClient(test::sampleClient("C-0001"));
    CHECK_FALSE(practice->addVisit(client.id, {1795000000000, 60})->practitioner);
    const std::vector<records::AuditRow> rows = *practice->auditLog(1, 100);
    for (const records::AuditRow& row : rows)
        CHECK_FALSE(row.practitioner);
    CHECK_FALSE(practice->setAtWork({1}).has_value());
    checkSound(*practice);
}

TEST_CASE("the only one who works in a practice is at work, and named from the opening on") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    {
        const auto practice = *test::createPractice(vault, "Practice");
        const auto ada = practice->addPractitioner("Ada Example");
        REQUIRE(ada.has_value());
        CHECK(ada->id == kAda);
        CHECK(practice->atWork() == kAda);
        CHECK(lastRow(*practice).subject == "practitioner Ada Example");
        CHECK_FALSE(lastRow(*practice).practitioner);
    }
    const auto practice = test::openOrThrow(vault);
    CHECK(practice->atWork() == kAda);
    CHECK(lastRow(*practice).kind == AuditKind::Opened);
    CHECK(lastRow(*practice).practitioner == kAda);
    const auto client = *practice->addClient(test::sampleClient("C-0001"));
    CHECK(lastRow(*practice).practitioner == kAda);
    CHECK(practice->addVisit(client.id, {1795000000000, 60})->practitioner == kAda);
    REQUIRE(practice->setAtWork({}).has_value());
    REQUIRE(practice->audit(AuditKind::Viewed, "client C-0001").has_value());
    CHECK_FALSE(lastRow(*practice).practitioner);
    checkSound(*practice);
}

TEST_CASE("of several nobody is at work until it is said who, by number or by name") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    makeShared(vault);
    {
        const auto practice = test::openOrThrow(vault);
        checkBoth(*practice);
        CHECK_FALSE(practice->atWork());
        CHECK_FALSE(lastRow(*practice).practitioner);
        REQUIRE(practice->setAtWork(kBo).has_value());
        CHECK(practice->atWork() == kBo);
        CHECK_FALSE(practice->setAtWork({3}).has_value());
        CHECK(practice->atWork() == kBo);
    }
    {
        const auto practice = records::openVault(vault, keyOfDemo(vault), core::now, "Ada Example");
        REQUIRE(practice.has_value());
        CHECK((*practice)->atWork() == kAda);
        CHECK(lastRow(**practice).practitioner == kAda);
    }
    const auto rows = *test::openOrThrow(vault)->auditRows();
    const auto refused = records::openVault(vault, keyOfDemo(vault), core::now, "Ada");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().what == "Nobody called Ada works in this practice");
    CHECK(*test::openOrThrow(vault)->auditRows() == rows + 1);  // of opening it to look
}

TEST_CASE("who is renamed or leaves stays who it was, in the log and in visits") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    makeShared(vault);
    {
        const auto practice = test::openOrThrow(vault);
        REQUIRE(practice->setAtWork(kBo).has_value());
        REQUIRE(practice->updatePractitioner({kBo, "Bo Neumann", false}).has_value());
        CHECK(lastRow(*practice).subject == "practitioner Bo Muster, now called Bo Neumann");
        CHECK(practice->atWork() == kBo);
        const auto rows = *practice->auditRows();
        REQUIRE(practice->updatePractitioner({kBo, "Bo Neumann", false}).has_value());
        CHECK(*practice->auditRows() == rows);
        REQUIRE(practice->updatePractitioner({kBo, "Bo Neumann", true}).has_value());
        CHECK(lastRow(*practice).subject == "practitioner Bo Neumann, no longer works here");
        CHECK(lastRow(*practice).practitioner == kBo);
        CHECK(practice->atWork() == kAda);  // who is the only one left
        CHECK_FALSE(practice->setAtWork(kBo).has_value());
    }
    const auto practice = test::openOrThrow(vault);
    CHECK(practice->atWork() == kAda);
    const std::vector<Practitioner> all = *practice->practitioners();
    REQUIRE(all.size() == 2);
    CHECK(all[1] == Practitioner{kBo, "Bo Neumann", true});
    CHECK(practice->visit({1})->practitioner == kBo);
    CHECK(clinic::nameOf(all, kBo) == "Bo Neumann");
    CHECK_FALSE(
        records::openVault(folder / "p.palpate", keyOfDemo(vault), core::now, "Bo Neumann").has_value());
    REQUIRE(practice->updatePractitioner({kBo, "Bo Neumann", false}).has_value());
    CHECK(lastRow(*practice).subject == "practitioner Bo Neumann, works here again");
    CHECK(practice->setAtWork(kBo).has_value());
    checkSound(*practice);
}

TEST_CASE("names are one line, and no two practitioners have the same") {
    const TemporaryFolder folder;
    const auto practice = *test::createPractice(folder / "p.palpate", "Practice");
    for (const std::string& wrong :
         {std::string(), std::string(" "), std::string(" Ada"), std::string("Ada\n"),
          std::string(clinic::kLongestPractitionerName + 1, 'a')}) {
        const auto refused = practice->addPractitioner(wrong);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().kind == core::Error::Kind::Usage);
    }
    REQUIRE(addTwo(*practice).has_value());
    CHECK_FALSE(practice->addPractitioner("Bo Muster").has_value());
    CHECK_FALSE(practice->updatePractitioner({kAda, "Bo Muster", false}).has_value());
    CHECK_FALSE(practice->updatePractitioner({{7}, "Cleo", false}).has_value());
    CHECK(practice->practitioners()->size() == 2);
    CHECK(practice->atWork() == kAda);
}

TEST_CASE("who would have been added by a change that failed is not at work") {
    const TemporaryFolder folder;
    const auto practice = *test::createPractice(folder / "p.palpate", "Practice");
    const auto changed = practice->asOneChange([&]() -> core::Result<void> {
        REQUIRE(practice->addPractitioner("Ada Example").has_value());
        return core::Error{"no", "", ""};
    });
    CHECK_FALSE(changed.has_value());
    CHECK(practice->practitioners()->empty());
    CHECK_FALSE(practice->atWork());
}

TEST_CASE("a damaged practitioner is named and left out, and all else opens") {
    for (const bool gone : {false, true}) {
        CAPTURE(gone);
        const TemporaryFolder folder;
        const fs::path vault = folder / "p.palpate";
        makeShared(vault);
        gone ? Meddler(vault).remove("practitioner/2") : Meddler(vault).damage("practitioner/2");
        const auto practice = test::openOrThrow(vault);
        CHECK(names(*practice, "practitioner record 2"));
        const std::vector<Practitioner> all = *practice->practitioners();
        REQUIRE(all.size() == 1);
        CHECK(all[0].id == kAda);
        CHECK_FALSE(practice->atWork());  // it is not known whether Ada is the only one
        CHECK(practice->visit({1})->practitioner == kBo);
        CHECK(clinic::nameOf(all, kBo) == "practitioner 2");
        CHECK_FALSE(practice->updatePractitioner({kBo, "Somebody else", false}).has_value());
        CHECK(practice->addPractitioner("Cleo")->id.value == 3);
        CHECK(practice->addClient(test::sampleClient("C-0002")).has_value());
        const auto report = records::checkPractice(*practice);
        REQUIRE(report.has_value());
        CHECK_FALSE(report->sound());
    }
}

TEST_CASE("a rescue gives a lost practitioner a name, and keeps what was theirs") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate", rescued = folder / "r.palpate";
    makeShared(vault);
    Meddler(vault).damage("practitioner/2");
    const auto report = records::salvage(vault, keyOfDemo(vault), rescued);
    REQUIRE_MESSAGE(report.has_value(), (report ? std::string() : report.error().message()));
    CHECK_FALSE(report->lost.empty());
    const auto practice = test::openOrThrow(rescued);
    checkSound(*practice);
    CHECK(practice->damagedRecords().empty());
    const std::vector<Practitioner> all = *practice->practitioners();
    REQUIRE(all.size() == 2);
    CHECK(all[0] == Practitioner{kAda, "Ada Example", false});
    CHECK(all[1] == Practitioner{kBo, "rescued-2", false});
    CHECK(practice->visit({1})->practitioner == kBo);
    CHECK(practice->updatePractitioner({kBo, "Bo Muster", false}).has_value());
}

TEST_CASE("a vault that lost what it says of itself finds its practitioners again") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    makeShared(vault);
    Meddler(vault).damage("head");
    const auto practice = test::openOrThrow(vault);
    checkBoth(*practice);
    CHECK(practice->addPractitioner("Cleo")->id.value == 3);
}

TEST_CASE("a number that only the log names is not given to somebody else") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    makeShared(vault);
    Meddler(vault).remove("practitioner/2");
    Meddler(vault).damage("head");
    const auto practice = test::openOrThrow(vault);
    CHECK(practice->visit({1})->practitioner == kBo);
    CHECK(practice->addPractitioner("Cleo")->id.value == 3);
}

TEST_CASE("restoring does not take a number for a person") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    makeShared(vault);
    const auto backup = test::madeBackup(*test::openOrThrow(vault), folder / "b").file;
    // In the practice of today the number is another person's.
    REQUIRE(records::restore(backup, vault, keyOfDemo(backup), core::now, nullptr, {}, {kBo, "Cleo"})
                .has_value());
    const auto practice = test::openOrThrow(vault);
    const records::AuditRow row = practice->auditLog(*practice->auditRows() - 1, 1)->front();
    CHECK(row.kind == AuditKind::Restored);
    CHECK_FALSE(row.practitioner);
}

TEST_CASE("practitioners come through backup, restoring and new keys, and who was at work is logged") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    makeShared(vault);
    records::CreatedVault made;
    fs::path backup;
    {
        const auto practice = test::openOrThrow(vault);
        REQUIRE(practice->setAtWork(kAda).has_value());
        backup = test::madeBackup(*practice, folder / "b").file;
        CHECK(lastRow(*practice).practitioner == kAda);
        auto rotated = records::rotateKeys(*practice, secret("new words"), records::kSmallestKeyCost);
        REQUIRE(rotated.has_value());
        made = std::move(*rotated);
        CHECK(lastRow(*practice).kind == AuditKind::KeysRotated);
        CHECK(lastRow(*practice).practitioner == kAda);
        CHECK(practice->atWork() == kAda);
        checkBoth(*practice);
        checkSound(*practice);
    }
    {
        const auto practice = *records::openVault(vault, made.key.clone());
        checkBoth(*practice);
        checkSound(*practice);
    }
    const auto restored =
        records::restore(backup, vault, keyOfDemo(backup), core::now, &made.key, {}, {kBo, "Bo Muster"});
    REQUIRE_MESSAGE(restored.has_value(), (restored ? std::string() : restored.error().message()));
    const auto practice = test::openOrThrow(vault);
    checkBoth(*practice);
    const records::AuditRow row = practice->auditLog(*practice->auditRows() - 1, 1)->front();
    CHECK(row.kind == AuditKind::Restored);
    CHECK(row.practitioner == kBo);
    checkSound(*practice);
}

TEST_CASE("a new practice begins with whom it is made for, or not at all") {
    const TemporaryFolder folder;
    records::NewVault wanted;
    wanted.name = "Practice";
    wanted.isDemo = true;
    wanted.practitioner = "Ada Example";
    const fs::path vault = folder / "p.palpate";
    REQUIRE(records::createVault(vault, wanted).has_value());
    const auto practice = test::openOrThrow(vault);
    CHECK(practice->practitioners()->size() == 1);
    CHECK(practice->auditLog(1, 1)->front().kind == AuditKind::Created);
    CHECK(practice->auditLog(1, 1)->front().practitioner == kAda);
    checkSound(*practice);
    wanted.practitioner = "Ada\tExample";
    CHECK_FALSE(records::createVault(folder / "q.palpate", wanted).has_value());
    CHECK_FALSE(fs::exists(folder / "q.palpate"));
}

TEST_CASE("a wrong passphrase is nobody's, whoever opens the practice afterwards") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    {
        const auto practice = *test::createPractice(vault, "Practice");
        REQUIRE(practice->addPractitioner("Ada Example").has_value());
    }
    CHECK_FALSE(records::unlock(vault, secret("guess")).has_value());
    const auto practice = test::openOrThrow(vault);
    const std::vector<records::AuditRow> rows = *practice->auditLog(*practice->auditRows() - 1, 2);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].kind == AuditKind::FailedUnlock);
    CHECK_FALSE(rows[0].practitioner);
    CHECK(rows[1].practitioner == kAda);
}
