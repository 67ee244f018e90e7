#include "document/practice_care.h"

#include "document/compare.h"
#include "document/edit.h"
#include "document/history.h"
#include "document/open.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

#include <string>

using namespace palpate;

TEST_CASE("a practice that decided nothing locks itself after five minutes and is backed up beside itself") {
    const auto vault = test::makeVault();
    const auto document = test::openVault(vault);
    CHECK(document.practiceState.lockMinutes == 5);
    CHECK(document.practiceState.backUpOnClose);
    CHECK(document.practiceState.backupFolder == "fake backups");
}

TEST_CASE("what a practice decided holds at the next opening; nonsense does not") {
    const auto vault = test::makeVault();
    {
        auto document = test::openVault(vault);
        REQUIRE(document::setLockMinutes(document, 0));
        REQUIRE(document::setBackups(document, "/stick", false));
        CHECK_FALSE(document::setLockMinutes(document, -1));
        CHECK_FALSE(document::setLockMinutes(document, 100'000));
    }
    auto document = test::openVault(vault);
    CHECK(document.practiceState.lockMinutes == 0);
    CHECK(document.practiceState.backupFolder == "/stick");
    CHECK_FALSE(document.practiceState.backUpOnClose);
    for (const char* text : {"-3", "many", "99999999999", "5 minutes"}) {
        vault->settings["lock.minutes"] = text;
        document::readPracticeState(document);
        CHECK(document.practiceState.lockMinutes == 5);
    }
}

TEST_CASE("a setting that cannot be written changes nothing") {
    const auto vault = test::makeVault();
    auto document = test::openVault(vault);
    vault->failing = true;
    CHECK_FALSE(document::setLockMinutes(document, 30));
    CHECK(document.practiceState.lockMinutes == 5);
}

TEST_CASE("a client's code stays unique and its record valid") {
    const auto vault = test::makeVault();
    auto document = test::openVault(vault);
    REQUIRE(document::addClient(document, {}));
    clinic::Client second = document.clients.back();
    second.code = "C-0001";
    CHECK_FALSE(document::updateClient(document, second));
    second.code = "C-0007";
    second.heightCm = 9999.0;
    CHECK_FALSE(document::updateClient(document, second));
    second.heightCm = 0.0;
    second.goals = "walk the dog";
    REQUIRE(document::updateClient(document, second));
    CHECK(document::openClientOf(document)->goals == "walk the dog");
    CHECK(document::openClientOf(document)->code == "C-0007");
}

TEST_CASE("areas that are shown follow a new height and weight at once") {
    const auto vault = test::makeVault();
    auto document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document::openHistory(document));
    const auto readAll = [&document] {
        while (document::stepHistory(document, [] { return false; })) {
        }
    };
    readAll();
    REQUIRE(document::openCompare(document));
    const auto sampled = [&document] {
        return document.history->visits[0].map(clinic::Author::Therapist).layers[0].extentCm2;
    };
    const auto compared = [&document] { return document.compare->measures.extentCm2.from; };
    const double before = sampled(), comparedBefore = compared();
    REQUIRE(before > 0.0);
    clinic::Client client = *document::openClientOf(document);
    client.heightCm = 195.0;
    client.weightKg = 120.0;
    REQUIRE(document::updateClient(document, client));
    readAll();
    const double scale = document::areaScale(document);
    REQUIRE(scale > 1.05);
    CHECK(sampled() == doctest::Approx(before * scale));
    CHECK(compared() == doctest::Approx(comparedBefore * scale));
}

TEST_CASE("changing a record keeps the open visit, also with strokes that wait to be written") {
    const auto vault = test::makeVault();
    auto document = test::openVault(vault);
    const auto visit = document.visit;
    vault->failing = true;
    REQUIRE(document::paint(document, test::dab(document, test::kChest)));
    clinic::Client client = *document::openClientOf(document);
    client.goals = "x";
    CHECK_FALSE(document::updateClient(document, client));
    CHECK(document.pending.size() == 1);
    vault->failing = false;
    REQUIRE(document::updateClient(document, client));
    CHECK(document.pending.empty());
    CHECK(document.visit == visit);
}

TEST_CASE("erasing a client that is not open leaves the open one alone") {
    const auto vault = test::makeVault();
    auto document = test::openVault(vault);
    REQUIRE(document::addClient(document, {}));
    const auto open = document.client;
    REQUIRE(document::eraseClient(document, {1}));
    CHECK(document.client == open);
    CHECK(document.clients.size() == 1);
    CHECK_FALSE(document::eraseClient(document, {1}));
}

TEST_CASE("a visit says what was painted, and where the clock ran backwards") {
    const auto vault = test::makeVault();
    auto document = test::openVault(vault);
    REQUIRE(document::paint(document, test::dab(document, test::kChest)));
    const auto first = document.visit;
    core::Timestamp earlier = test::kMonday;
    earlier.utcMilliseconds -= 3'600'000;
    REQUIRE(document::addVisit(document, earlier));
    const auto second = document.visit;
    const auto& marks = document.practiceState.visitMarks;
    CHECK(marks.at(first).therapist);
    CHECK_FALSE(marks.at(first).client);
    CHECK_FALSE(marks.at(first).clockWentBack);
    CHECK(marks.at(second).clockWentBack);
    CHECK_FALSE(marks.at(second).therapist);
}

TEST_CASE("a finished map keeps its tick when its visit is left, and loses it with the first change") {
    const auto vault = test::makeVault();
    auto document = test::openVault(vault);
    const auto first = document.visit;
    const auto isFinished = [&] { return !document::marksOf(document, first).finished.empty(); };
    REQUIRE(document::paint(document, test::dab(document, test::kChest)));
    CHECK_FALSE(isFinished());
    REQUIRE(document::completeMap(document));
    CHECK(isFinished());
    REQUIRE(document::addVisit(document, test::kTuesday));
    const auto second = document.visit;
    CHECK(isFinished());
    REQUIRE(document::openVisit(document, first));
    REQUIRE(document::reopenMap(document));
    CHECK(isFinished());
    REQUIRE(document::paint(document, test::dab(document, test::kThigh)));
    CHECK_FALSE(isFinished());
    REQUIRE(document::openVisit(document, second));
    CHECK_FALSE(isFinished());
}

TEST_CASE("who is looked at is logged") {
    const auto vault = test::makeVault();
    auto document = test::openVault(vault);
    REQUIRE_FALSE(vault->audit.empty());
    CHECK(vault->audit.back().kind == records::AuditKind::Viewed);
    CHECK(vault->audit.back().subject == "client C-0001");
}

TEST_CASE("every kind of the log has words of its own") {
    for (int a = 0; a < document::kAuditKinds; ++a) {
        CHECK_FALSE(document::auditWords(a).empty());
        for (int b = 0; b < a; ++b)
            CHECK(document::auditWords(a) != document::auditWords(b));
    }
}

TEST_CASE("pages of the log meet without a gap and end") {
    const auto vault = test::makeVault();
    auto document = test::openVault(vault);
    vault->audit.clear();
    for (int i = 0; i < 505; ++i)
        REQUIRE(document.practice->audit(records::AuditKind::Viewed, ""));
    std::int64_t expected = 505, before = 0;
    int pages = 0;
    do {
        const auto page = document::auditPage(document, before, 100);
        REQUIRE(page);
        for (const auto& line : page->lines)
            REQUIRE(line.number == expected--);
        before = page->next;
        ++pages;
    } while (before != 0);
    CHECK(expected == 0);
    CHECK(pages == 6);
}

TEST_CASE("an unwritable practice is looked at and not painted on") {
    class ReadOnly : public test::FakePractice {
    public:
        using FakePractice::FakePractice;
        const records::PracticeInfo& info() const override { return m_readOnly; }

    private:
        records::PracticeInfo m_readOnly{"Test practice", false, 1, "The folder cannot be written to."};
    };
    const auto vault = test::makeVault();
    auto document = test::openVault(vault);
    REQUIRE(document::openPractice(document, std::make_unique<ReadOnly>(vault)));
    REQUIRE(document::openClient(document, {1}));
    CHECK_FALSE(document::canPaint(document));
    CHECK_FALSE(document::whyReadOnly(document).empty());
    REQUIRE_FALSE(document.notices.empty());
    CHECK(document.notices.front().text.find("cannot be written to") != std::string::npos);
}
