#include "document/whereabouts.h"

#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/practice_care.h"
#include "document/standard_document.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

#include <memory>

using namespace palpate;
using clinic::Author;
using clinic::Moment;
using document::Document;

namespace {

// painting tension after the treatment of the first of two visits, while the client's map is shown.
Document deepInAVisit(const std::shared_ptr<test::FakeVault>& vault) {
    Document document = test::openVault(vault);
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document::openVisit(document, {1}));
    REQUIRE(document::setMoment(document, Moment::After));
    REQUIRE(document::selectLayer(document, map::LayerKind::Tension));
    REQUIRE(document::showMapOf(document, Author::Client));
    return document;
}

void checkDeepInAVisit(const Document& document) {
    CHECK(document.client == core::ClientId{1});
    CHECK(document.visit == core::VisitId{1});
    CHECK(document.author == Author::Therapist);
    CHECK(document.shown == Author::Client);
    CHECK(document.moment == Moment::After);
    CHECK(document.tool.layer == map::LayerKind::Tension);
    // The map that a stroke would go into.
    CHECK(document::openMapOf(document, Author::Therapist)->key.moment == Moment::After);
}

// As a lock does it, with another practice object on the same vault afterwards.
void lockAndUnlock(Document& document, const std::shared_ptr<test::FakeVault>& vault) {
    const auto where = document::whereaboutsOf(document);
    const auto body = document.body;
    document::closeVisit(document);
    document::forgetPractice(document, body);
    REQUIRE(document::openPractice(document, std::make_unique<test::FakePractice>(vault)));
    REQUIRE(document::returnTo(document, where));
}

}  // namespace

TEST_CASE("after a lock the next stroke goes into the map that was painted before it") {
    const auto vault = test::makeVault();
    Document document = deepInAVisit(vault);
    lockAndUnlock(document, vault);
    checkDeepInAVisit(document);
    REQUIRE(document::showMapOf(document, Author::Therapist));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 3)));
    CHECK(vault->maps.count({{1}, Author::Therapist, Moment::After}) == 1);
    CHECK(vault->maps.count({{1}, Author::Therapist, Moment::Before}) == 0);
}

TEST_CASE("whoever painted as the client goes on as the client") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(document::paintAs(document, Author::Client));
    lockAndUnlock(document, vault);
    CHECK(document.author == Author::Client);
    CHECK(document.shown == Author::Client);
}

TEST_CASE("giving up what cannot be written stays at the map that was painted") {
    const auto vault = test::makeVault();
    Document document = deepInAVisit(vault);
    vault->failing = true;
    REQUIRE(document::showMapOf(document, Author::Therapist));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 3)));
    REQUIRE(document::showMapOf(document, Author::Client));
    REQUIRE(document::leaveUnwritten(document));
    checkDeepInAVisit(document);
    CHECK(document.pending.empty());
}

TEST_CASE("a figure chosen in the client's record stays at the map that was painted") {
    const auto vault = test::makeVault();
    Document document = test::standardDocument(vault);
    REQUIRE(document::setMoment(document, Moment::After));
    clinic::Client client = *document::openClientOf(document);
    client.figure = "larger";
    REQUIRE(document::updateClient(document, client));
    CHECK(document.body->figure() == "larger");
    CHECK(document.visit == core::VisitId{1});
    CHECK(document.moment == Moment::After);
}

TEST_CASE("a visit or a client that is gone is left out, and after treatment belongs to its visit") {
    const auto vault = test::makeVault();
    Document document = deepInAVisit(vault);
    auto where = document::whereaboutsOf(document);
    REQUIRE(document::openVisit(document, {2}));
    where.visit = {77};
    REQUIRE(document::returnTo(document, where));
    CHECK(document.visit == core::VisitId{2});
    CHECK(document.moment == Moment::Before);
    where.client = {77};
    where.shown = Author::Therapist;
    REQUIRE(document::returnTo(document, where));
    CHECK(document.client == core::ClientId{1});
    CHECK(document.shown == Author::Client);
}

TEST_CASE("what counts as change and how things look outlive a lock; everything of a client does not") {
    const auto vault = test::makeVault();
    Document document = deepInAVisit(vault);
    analysis::ChangeRules rules;
    rules.limits.levels = 3.0;
    rules.tolerance.borderMm = 7.0;
    REQUIRE(document::setChangeRules(document, rules));
    document::Appearance looks;
    looks.dark = looks.helpShown = true;
    looks.scale = 1.5;
    REQUIRE(document::setAppearance(document, looks));
    document::notify(document, document::Notice::Kind::Info, "x", "client C-0001");
    const auto version = document.version;
    const auto body = document.body;
    document::closeVisit(document);
    document::forgetPractice(document, body);
    CHECK(document.changeRules == rules);
    looks.helpShown = false;
    CHECK(document.appearance == looks);
    CHECK(document.version > version);
    CHECK(document.practice == nullptr);
    CHECK(document.clients.empty());
    CHECK(document.visits.empty());
    CHECK(document.maps.empty());
    CHECK(document.notices.empty());
    CHECK_FALSE(document.client);
}
