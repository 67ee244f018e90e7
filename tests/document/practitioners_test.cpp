#include "document/practitioners.h"

#include "document/practice_care.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate;
using document::Document;

namespace {

constexpr core::PractitionerId kAda{1}, kBo{2};

}  // namespace

TEST_CASE("with nobody recorded nobody is asked and nobody is named") {
    Document document = test::openVault(test::makeVault());
    CHECK(document.practiceState.practitioners.empty());
    CHECK_FALSE(document::atWork(document));
    CHECK_FALSE(document::shouldAskWho(document));
    CHECK_FALSE(document::lastAtWork(document));
    REQUIRE(document.practice->audit(records::AuditKind::Viewed, "client C-0001").has_value());
    CHECK(document::auditPage(document, 0, 10)->lines.front().who.empty());
    CHECK(document::nameOf(document, {}).empty());
}

TEST_CASE("the only one is at work, and of two it is asked until one is chosen") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(document::addPractitioner(document, "Ada Example").has_value());
    CHECK(document::atWork(document) == kAda);
    CHECK_FALSE(document::hasChoiceOfWho(document));
    REQUIRE(document::addPractitioner(document, "Bo Muster").has_value());
    CHECK(document::atWork(document) == kAda);
    CHECK(document::hasChoiceOfWho(document));
    CHECK_FALSE(document::shouldAskWho(document));

    document = test::openVault(vault);  // unlocked again
    CHECK(document::shouldAskWho(document));
    REQUIRE(document::setAtWork(document, kBo).has_value());
    CHECK_FALSE(document::shouldAskWho(document));
    CHECK(document::nameOf(document, document::atWork(document)) == "Bo Muster");
    const auto newest = document::auditPage(document, 0, 1)->lines.front();
    CHECK(newest.subject == "who is at work");
    CHECK(newest.who == "Bo Muster");
    const auto rows = vault->audit.size();
    REQUIRE(document::setAtWork(document, kBo).has_value());
    CHECK(vault->audit.size() == rows);

    document = test::openVault(vault);
    CHECK(document::lastAtWork(document) == kBo);
    REQUIRE(document::updatePractitioner(document, {kBo, "Bo Muster", true}).has_value());
    CHECK_FALSE(document::hasChoiceOfWho(document));
    CHECK_FALSE(document::lastAtWork(document));  // who was named last does not work here any more
    const auto page = document::auditPage(document, 0, 100);
    CHECK(std::any_of(page->lines.begin(), page->lines.end(),
                      [](const document::AuditLine& line) { return line.who == "Bo Muster"; }));
}

TEST_CASE("a name that could not be kept is in no list") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    vault->failing = true;
    CHECK_FALSE(document::addPractitioner(document, "Ada Example").has_value());
    CHECK(document.practiceState.practitioners.empty());
}

TEST_CASE("who is named in the log and whose record is damaged is shown by number") {
    Document document = test::openVault(test::makeVault());
    CHECK(document::nameOf(document, {4}) == "practitioner 4");
}
