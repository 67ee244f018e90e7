#include "document/avoid_before.h"

#include "document/check_in.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate;
using clinic::Author;
using document::Document;

namespace {

constexpr core::Timestamp kWednesday{test::kTuesday.utcMilliseconds + 86'400'000, 60};

map::Stroke avoiding(const Document& document, glm::vec3 at) {
    map::Stroke stroke = test::dab(document, at, 1);
    stroke.layer = map::LayerKind::Avoid;
    stroke.place = {};
    stroke.place.reason = "recent surgery";
    return stroke;
}

const document::Notice* offerOf(const Document& document) {
    const auto found = std::find_if(document.notices.begin(), document.notices.end(), [](const auto& notice) {
        return notice.topic == document::kAvoidBeforeTopic;
    });
    return found == document.notices.end() ? nullptr : &*found;
}

const map::Layer& avoidOf(const Document& document) {
    return test::mapOf(document, Author::Therapist).map.layer(map::LayerKind::Avoid);
}

// Monday's visit has two areas to avoid, a pain and a pin.
struct AvoidBefore {
    AvoidBefore() {
        REQUIRE(*document::paint(document, avoiding(document, test::kChest)));
        REQUIRE(*document::paint(document, avoiding(document, test::kThigh)));
        REQUIRE(*document::paint(document, test::dab(document, test::kBack)));
        map::Stroke pin = test::dab(document, test::kBack, 1, 8.0, map::Tool::Pin);
        pin.layer = map::LayerKind::Avoid;
        REQUIRE(*document::paint(document, pin));
    }
    std::shared_ptr<test::FakeVault> vault = test::makeVault();
    Document document = test::openVault(vault);
};

}  // namespace

TEST_CASE_FIXTURE(AvoidBefore,
                  "a new visit offers the areas to avoid of the one before, and takes over them alone") {
    CHECK(offerOf(document) == nullptr);
    const map::Layer before = avoidOf(document);
    REQUIRE(document::addVisit(document, test::kTuesday));
    const document::Notice* offer = offerOf(document);
    REQUIRE(offer != nullptr);
    CHECK(offer->text.starts_with("To be avoided on visit 1, not on this map: "));
    CHECK(offer->text.find("; ") != std::string::npos);  // both are named
    CHECK(offer->command == document::kTakeOverAvoidCommand);
    CHECK(avoidOf(document).isEmpty());
    REQUIRE(document::canTakeOverAvoid(document));
    REQUIRE(document::takeOverAvoid(document));
    CHECK(std::equal(before.values().begin(), before.values().end(), avoidOf(document).values().begin()));
    for (const auto& [number, place] : avoidOf(document).places())
        CHECK(place.reason == "recent surgery");
    const map::BodyMap& today = test::mapOf(document, Author::Therapist).map;
    CHECK(today.layer(map::LayerKind::Pain).isEmpty());
    CHECK(today.pins().isEmpty());
    REQUIRE(offerOf(document) != nullptr);
    CHECK(offerOf(document)->kind == document::Notice::Kind::Info);
    CHECK(offerOf(document)->command.empty());
    CHECK_FALSE(document::canTakeOverAvoid(document));
    CHECK(document.tool.layer == map::LayerKind::Avoid);
    // One step, which undo takes back: then it is offered again.
    CHECK(document::undo(document));
    CHECK(avoidOf(document).isEmpty());
    REQUIRE(offerOf(document) != nullptr);
    CHECK(offerOf(document)->kind == document::Notice::Kind::Warning);
    CHECK(document::canTakeOverAvoid(document));
    CHECK(document::redo(document));
    CHECK(offerOf(document) == nullptr);
    CHECK_FALSE(document::canTakeOverAvoid(document));
}

TEST_CASE_FIXTURE(AvoidBefore, "an offer that was not taken comes again, also at the visit after that") {
    REQUIRE(document::addVisit(document, test::kTuesday));
    document::dismissTopic(document, document::kAvoidBeforeTopic);
    CHECK(document::canTakeOverAvoid(document));
    REQUIRE(document::openVisit(document, document.visit));
    CHECK(offerOf(document) != nullptr);
    REQUIRE(document::addVisit(document, kWednesday));
    REQUIRE(offerOf(document) != nullptr);
    CHECK(offerOf(document)->text.find("visit 1") != std::string::npos);
}

TEST_CASE_FIXTURE(AvoidBefore, "areas that were taken over and wiped away are not offered again") {
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document::takeOverAvoid(document));
    for (const glm::vec3 at : {test::kChest, test::kThigh}) {
        map::Stroke wipe = test::dab(document, at, 1, 16.0, map::Tool::Erase);
        wipe.layer = map::LayerKind::Avoid;
        REQUIRE(*document::paint(document, wipe));
    }
    REQUIRE(avoidOf(document).isEmpty());
    REQUIRE(document::openVisit(document, document.visit));
    CHECK(offerOf(document) == nullptr);
    REQUIRE(document::addVisit(document, kWednesday));
    CHECK(offerOf(document) == nullptr);
}

TEST_CASE_FIXTURE(AvoidBefore,
                  "nothing is offered for earlier visits, to the client's hand, or after closing") {
    const core::VisitId monday = document.visit;
    REQUIRE(document::addVisit(document, test::kTuesday));
    const core::VisitId tuesday = document.visit;
    REQUIRE(document::openCheckIn(document, test::kTuesday));
    CHECK_FALSE(document::canTakeOverAvoid(document));
    REQUIRE(document::closeCheckIn(document));
    REQUIRE(document::openVisit(document, monday));
    CHECK(offerOf(document) == nullptr);
    CHECK_FALSE(document::canTakeOverAvoid(document));
    REQUIRE(document::openVisit(document, tuesday));
    CHECK(offerOf(document) != nullptr);
    document::closeVisit(document);
    CHECK(offerOf(document) == nullptr);
    CHECK_FALSE(document.avoidBefore.has_value());
}

TEST_CASE_FIXTURE(AvoidBefore,
                  "one press brings the therapist's map and its layer into view, whatever was shown") {
    REQUIRE(document::addVisit(document, test::kTuesday));
    document::setMoment(document, clinic::Moment::After);
    document::paintAs(document, Author::Client);
    document::showLayer(document, map::LayerKind::Avoid, false);
    REQUIRE(document::canTakeOverAvoid(document));
    REQUIRE(document::takeOverAvoid(document));
    CHECK(document.shown == Author::Therapist);
    CHECK(document.moment == clinic::Moment::Before);
    CHECK(document.layersShown[static_cast<std::size_t>(map::LayerKind::Avoid)]);
    CHECK_FALSE(avoidOf(document).isEmpty());
}

TEST_CASE_FIXTURE(AvoidBefore, "areas of one's own end the offer") {
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(*document::paint(document, avoiding(document, test::kBack)));
    CHECK(offerOf(document) == nullptr);
    CHECK_FALSE(document::canTakeOverAvoid(document));
}

TEST_CASE_FIXTURE(AvoidBefore, "a visit noted for a day to come takes no offer away") {
    constexpr core::Timestamp kFarOff{4'102'444'800'000, 60};  // 2100
    REQUIRE(document::addVisit(document, kFarOff));
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document.visits.back().id != document.visit);
    CHECK(offerOf(document) != nullptr);
}

TEST_CASE_FIXTURE(AvoidBefore, "each visit of the newest day that has none of its own gets the offer") {
    REQUIRE(document::addVisit(document, test::kTuesday));
    const core::VisitId morning = document.visit;
    REQUIRE(document::addVisit(document, {test::kTuesday.utcMilliseconds + 3'600'000, 60}));
    CHECK(offerOf(document) != nullptr);
    REQUIRE(document::openVisit(document, morning));
    CHECK(offerOf(document) != nullptr);
}

TEST_CASE_FIXTURE(AvoidBefore, "of a map that cannot be read nothing is said") {
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    const core::VisitId tuesday = document.visit;
    vault->damaged.insert({tuesday, Author::Therapist, clinic::Moment::Before});
    REQUIRE(document::openVisit(document, tuesday));
    REQUIRE_FALSE(test::mapOf(document, Author::Therapist).damage.empty());
    CHECK(offerOf(document) == nullptr);
}
