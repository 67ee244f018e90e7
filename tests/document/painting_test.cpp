#include "core/random.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/rescue.h"
#include "document/saving.h"
#include "document/test_documents.h"
#include "document/transaction.h"
#include "map/stroke_json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

using namespace palpate;
using clinic::Author;
using document::Document;
using test::FakeVault;

namespace {

map::Stroke randomDab(const Document& document, core::Random& random) {
    const glm::vec3 at(static_cast<float>(random.between(-0.15, 0.15)),
                       static_cast<float>(random.between(0.4, 1.4)), random.below(2) == 0 ? 0.15F : -0.15F);
    const auto tool = random.below(4) == 0 ? map::Tool::Erase : map::Tool::Brush;
    return test::dab(document, at, 1 + static_cast<int>(random.below(10)), random.between(2.0, 12.0), tool);
}

// What undo and redo should do, kept as whole maps.
struct Model {
    std::vector<map::BodyMap> done;  // the last one is the map as it should be
    std::vector<map::BodyMap> undone;

    void painted(const map::BodyMap& map) {
        done.push_back(map);
        undone.clear();
    }
    bool undo() {
        if (done.size() < 2) return false;
        undone.push_back(std::move(done.back()));
        done.pop_back();
        return true;
    }
    bool redo() {
        if (undone.empty()) return false;
        done.push_back(std::move(undone.back()));
        undone.pop_back();
        return true;
    }
};

void checkAgainst(const Model& model, const document::OpenMap& map) {
    CHECK(map.map == model.done.back());
    CHECK(map.history.undoSteps() == model.done.size() - 1);
    CHECK(map.history.redoSteps() == model.undone.size());
}

std::size_t entriesOf(const FakeVault& vault, Author author) {
    const auto it = vault.maps.find({{1}, author, clinic::Moment::Before});
    return it == vault.maps.end() ? 0 : it->second.stored.entries.size();
}

}  // namespace

TEST_CASE(
    "any sequence of strokes, undos and redos gives the map that whole copies would, also after a restart") {
    core::Random random(7);
    for (int round = 0; round < 6; ++round) {
        const auto vault = test::makeVault();
        Document document = test::openVault(vault);
        Model model{{test::mapOf(document, Author::Therapist).map}, {}};
        for (int step = 0; step < 40; ++step) {
            const auto what = random.below(5);
            if (what < 3) {
                const auto painted = document::paint(document, randomDab(document, random));
                REQUIRE(painted);
                if (*painted) model.painted(test::mapOf(document, Author::Therapist).map);
            } else {
                const bool expected = what == 3 ? model.undo() : model.redo();
                CHECK((what == 3 ? document::undo(document) : document::redo(document)) == expected);
            }
            checkAgainst(model, test::mapOf(document, Author::Therapist));
        }
        Document restarted = test::openVault(vault);
        checkAgainst(model, test::mapOf(restarted, Author::Therapist));
        while (model.undo())
            CHECK(document::undo(restarted));
        checkAgainst(model, test::mapOf(restarted, Author::Therapist));
    }
}

TEST_CASE("a stroke that changes nothing leaves no step and no entry") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    CHECK(*document::paint(document, test::dab(document, test::kChest)));
    CHECK_FALSE(*document::paint(document, test::dab(document, test::kChest)));
    CHECK_FALSE(*document::paint(document, test::dab(document, test::kThigh, 1, 5.0, map::Tool::Erase)));
    CHECK(test::mapOf(document, Author::Therapist).history.undoSteps() == 1);
    CHECK(entriesOf(*vault, Author::Therapist) == 1);
}

TEST_CASE("every stroke, undo and redo is written before the next can be made") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(document::paint(document, test::dab(document, test::kChest)));
    CHECK(entriesOf(*vault, Author::Therapist) == 1);
    CHECK(document.saved.has_value());
    document::undo(document);
    CHECK(entriesOf(*vault, Author::Therapist) == 2);
    document::redo(document);
    CHECK(entriesOf(*vault, Author::Therapist) == 3);
    CHECK_FALSE(document::redo(document));
    CHECK(entriesOf(*vault, Author::Therapist) == 3);
}

TEST_CASE("the therapist never changes the client's map") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    document::paintAs(document, Author::Client);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    const map::BodyMap clients = test::mapOf(document, Author::Client).map;
    const auto before = entriesOf(*vault, Author::Client);

    document::paintAs(document, Author::Therapist);
    SUBCASE("painting goes into the therapist's own map") {
        REQUIRE(*document::paint(document, test::dab(document, test::kChest, 9)));
        CHECK(test::paintedVertices(test::mapOf(document, Author::Therapist)) > 0);
        document::undo(document);
        document::undo(document);  // nothing more of the therapist's to undo
    }
    SUBCASE("the client's map is shown but cannot be painted") {
        document::showMapOf(document, Author::Client);
        CHECK_FALSE(document::canPaint(document));
        CHECK(document::whyNoPainting(document).find("client") != std::string::npos);
        const auto refused = document::paint(document, test::dab(document, test::kThigh));
        CHECK_FALSE(refused.has_value());
        document::undo(document);
    }
    CHECK(test::mapOf(document, Author::Client).map == clients);
    CHECK(entriesOf(*vault, Author::Client) == before);
}

TEST_CASE("the client paints pain and nothing else") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    document::selectLayer(document, map::LayerKind::Tension);
    document::paintAs(document, Author::Client);
    CHECK(document.tool.layer == map::LayerKind::Pain);
    CHECK_FALSE(document::selectLayer(document, map::LayerKind::Tension));
    map::Stroke tension = test::dab(document, test::kChest);
    tension.layer = map::LayerKind::Tension;
    CHECK_FALSE(document::paint(document, tension).has_value());
    CHECK(test::mapOf(document, Author::Client).map.isEmpty());
}

TEST_CASE("while the practice cannot be written, painting goes on, a banner says so and nothing is lost") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    vault->failing = true;
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh, 8)));
    REQUIRE(*document::paint(document, test::dab(document, test::kBack, 2)));
    document::undo(document);
    CHECK(document.pending.size() == 3);
    CHECK(entriesOf(*vault, Author::Therapist) == 1);
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices[0].kind == document::Notice::Kind::Error);
    CHECK(document.notices[0].text.find("The disk is full") != std::string::npos);
    CHECK(document.notices[0].text.find("3 changes") != std::string::npos);
    const map::BodyMap painted = test::mapOf(document, Author::Therapist).map;

    SUBCASE("what waits is written once it can be, in order") {
        document::dismissTopic(document, "saving");
        CHECK_FALSE(document::retryPending(document));
        CHECK(document.notices.empty());  // what was put away stays away
        CHECK(document.pending.size() == 3);
        vault->failing = false;
        CHECK(document::retryPending(document));
        CHECK(document.pending.empty());
        CHECK(document.notices.empty());
        CHECK(entriesOf(*vault, Author::Therapist) == 4);
    }
    SUBCASE("the next stroke takes along what waits") {
        vault->failing = false;
        document::redo(document);
        document::undo(document);
        CHECK(document.pending.empty());
        CHECK(entriesOf(*vault, Author::Therapist) == 6);
    }
    CHECK(test::mapOf(document, Author::Therapist).map == painted);
    const Document restarted = test::openVault(vault);
    CHECK(test::mapOf(restarted, Author::Therapist).map == painted);
}

TEST_CASE("while a full disk is written to by its reserve only, a banner says so until there is room") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    vault->spaceWarning = "only a reserve is left";
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices[0].text == "only a reserve is left");
    CHECK(document.notices[0].kind == document::Notice::Kind::Warning);
    vault->spaceWarning.clear();
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh)));
    CHECK(document.notices.empty());
}

TEST_CASE("what is not written yet is not left behind") {
    const auto vault = test::makeVault();
    vault->visits.push_back({{2}, {1}, 2, test::kTuesday, {}});
    Document document = test::openVault(vault);
    CHECK(document.visit == core::VisitId{2});
    vault->failing = true;
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    const auto left = document::openVisit(document, {1});
    REQUIRE_FALSE(left.has_value());
    CHECK(left.error().message().find("not written yet") != std::string::npos);
    CHECK(document.visit == core::VisitId{2});
    CHECK(test::paintedVertices(test::mapOf(document, Author::Therapist)) > 0);
    CHECK_FALSE(document::openClient(document, {1}).has_value());
    CHECK_FALSE(document::completeMap(document).has_value());
    vault->failing = false;
    CHECK(document::openVisit(document, {1}).has_value());
    CHECK(document.visit == core::VisitId{1});
}

TEST_CASE("a stroke given up leaves the map as it was") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 3)));
    const map::BodyMap before = test::mapOf(document, Author::Therapist).map;
    {
        map::Stroke stroke = test::dab(document, test::kChest, 9, 20.0);
        const auto point = stroke.points.front();
        stroke.points.clear();
        document::Transaction transaction(document, stroke);
        transaction.add(point);
        CHECK(document.painting);
        CHECK_FALSE(test::mapOf(document, Author::Therapist).map == before);
        CHECK_FALSE(document::undo(document));  // not while a stroke is being made
    }
    CHECK_FALSE(document.painting);
    CHECK(test::mapOf(document, Author::Therapist).map == before);
    CHECK(entriesOf(*vault, Author::Therapist) == 1);
}

TEST_CASE("a region can be filled and erased without the pointer") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    document::setLevel(document, 4);
    CHECK(*document::fillRegion(document, "chest_L"));
    const auto& map = test::mapOf(document, Author::Therapist);
    const auto region = *document.body->atlas().find("chest_L");
    std::size_t inside = 0;
    for (std::uint32_t vertex = 0; vertex < map.map.vertexCount(); ++vertex) {
        const bool painted = map::isPainted(map.map.layer(map::LayerKind::Pain).values()[vertex]);
        CHECK(painted == (document.body->atlas().regionOf(vertex) == region));
        inside += painted ? 1 : 0;
    }
    CHECK(inside > 10);
    CHECK_FALSE(document::fillRegion(document, "tail").has_value());
}

TEST_CASE("finishing an empty map says that nothing hurts") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    document::paintAs(document, Author::Client);
    CHECK(document::completeMap(document));
    CHECK(test::mapOf(document, Author::Client).completed);
    const Document restarted = test::openVault(vault);
    CHECK(test::mapOf(restarted, Author::Client).completed);
    CHECK(test::mapOf(restarted, Author::Client).map.isEmpty());
    CHECK_FALSE(test::mapOf(restarted, Author::Therapist).completed);
}

TEST_CASE("a finished map changes only after it was opened again, and is unfinished from then on") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 4)));
    CHECK_FALSE(document::reopenMap(document));  // it is not finished yet
    REQUIRE(document::completeMap(document));
    const map::BodyMap finished = test::mapOf(document, Author::Therapist).map;

    CHECK_FALSE(document::canPaint(document));
    CHECK(document::whyNoPainting(document).find("finished") != std::string::npos);
    CHECK_FALSE(document::paint(document, test::dab(document, test::kThigh, 8)).has_value());
    CHECK_FALSE(document::undo(document));
    CHECK(test::mapOf(document, Author::Therapist).map == finished);

    CHECK(document::reopenMap(document));
    CHECK_FALSE(document::canPaint(test::openVault(vault)));  // nothing was changed yet
    CHECK(*document::paint(document, test::dab(document, test::kThigh, 8)));
    CHECK(document::canPaint(test::openVault(vault)));
    CHECK(document::undo(document));
    CHECK(test::mapOf(document, Author::Therapist).map == finished);
    CHECK_FALSE(test::mapOf(document, Author::Therapist).completed);
    REQUIRE(document::completeMap(document));
    CHECK_FALSE(document::canPaint(test::openVault(vault)));
}

TEST_CASE("what could not be written can be put into a paint script when the program ends") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    CHECK(document::unwrittenStrokes(document).empty());
    vault->failing = true;
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh, 8)));
    document::undo(document);
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh, 6)));
    const auto unwritten = document::unwrittenStrokes(document);
    REQUIRE(unwritten.size() == 1);
    CHECK(unwritten[0].key.author == Author::Therapist);

    vault->failing = false;
    Document other = test::openVault(vault);
    std::istringstream lines(unwritten[0].lines);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        const auto stroke = map::strokeFromJson(line, *other.body);
        REQUIRE(stroke.has_value());
        REQUIRE(document::paint(other, *stroke));
    }
    CHECK(count == 2);
    CHECK(test::mapOf(other, Author::Therapist).map == test::mapOf(document, Author::Therapist).map);
}

TEST_CASE("a place is edited as a whole in one step that can be taken back, also after a restart") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 7)));
    const auto at = test::dab(document, test::kChest).points.front();
    const map::BodyMap before = test::mapOf(document, Author::Therapist).map;
    map::PlaceEdit edit;
    edit.level = 3;
    edit.words = std::vector<std::string>{"aching"};
    edit.depth = map::Depth::Joint;
    const auto place = document::placeUnder(document, at);
    REQUIRE(place != map::kNoPlace);
    CHECK(*document::editPlace(document, at, edit));
    CHECK_FALSE(*document::editPlace(document, at, edit));
    const auto& pain = test::mapOf(document, Author::Therapist).map.layer(map::LayerKind::Pain);
    CHECK(pain.places().at(place).words == std::vector<std::string>{"aching"});
    CHECK(*std::max_element(pain.values().begin(), pain.values().end()) == map::valueOf(3));
    CHECK(entriesOf(*vault, Author::Therapist) == 2);
    Document restarted = test::openVault(vault);
    CHECK(test::mapOf(restarted, Author::Therapist).map == test::mapOf(document, Author::Therapist).map);
    CHECK(document::undo(restarted));
    CHECK(test::mapOf(restarted, Author::Therapist).map == before);
    const auto bare = test::dab(document, test::kThigh).points.front();
    CHECK(document::placeUnder(document, bare) == map::kNoPlace);
    const auto refused = document::editPlace(document, bare, edit);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().what.find("Nothing is painted there") != std::string::npos);
    CHECK_FALSE(document.painting);
}

TEST_CASE("pins are set and taken away on the therapist's map, step by step, also after a restart") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    document::setPin(document, {{}, map::PinKind::TriggerPoint, 2, "refers to the temple"});
    map::Stroke stroke = document::strokeHeader(document, document::PaintTool::Pin);
    stroke.points = test::dab(document, test::kChest).points;
    REQUIRE(*document::paint(document, stroke));
    const auto& pins = test::mapOf(document, Author::Therapist).map.pins();
    REQUIRE(pins.rows().size() == 1);
    CHECK(pins.find(1)->grade == 2);
    CHECK(test::mapOf(document, Author::Therapist).history.undoLabel() == "Pin: Trigger point");
    CHECK_FALSE(document::removePin(document, 9).has_value());
    CHECK(*document::removePin(document, 1));
    CHECK(pins.isEmpty());
    CHECK(test::mapOf(document, Author::Therapist).history.undoLabel() == "Take away pin");
    Document restarted = test::openVault(vault);
    CHECK(document::undo(restarted));
    REQUIRE(test::mapOf(restarted, Author::Therapist).map.pins().rows().size() == 1);
    CHECK(test::mapOf(restarted, Author::Therapist).map.pins().find(1)->note == "refers to the temple");
    // A grade that the kind cannot have is left out.
    document::setPin(document, {{}, map::PinKind::Scar, 2, ""});
    CHECK_FALSE(document.tool.pin.grade.has_value());

    document::paintAs(document, Author::Client);
    CHECK_FALSE(document::paint(document, stroke).has_value());
    document::selectTool(document, document::PaintTool::Pin);
    CHECK_FALSE(document::canPaint(document));
    CHECK(document::whyNoPainting(document).find("Pins") != std::string::npos);
}

TEST_CASE(
    "treating what is to be avoided gives a warning with the reason, which goes when it is taken back") {
    Document document = test::openVault(test::makeVault());
    map::Stroke avoid = test::dab(document, test::kChest, 1);
    avoid.layer = map::LayerKind::Avoid;
    avoid.place = {};
    avoid.place.reason = "recent surgery";
    REQUIRE(*document::paint(document, avoid));
    CHECK(document.notices.empty());
    map::Stroke treated = test::dab(document, test::kThigh, 3);
    treated.layer = map::LayerKind::Treated;
    REQUIRE(*document::paint(document, treated));
    CHECK(document.notices.empty());
    treated.points = avoid.points;
    REQUIRE(*document::paint(document, treated));
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices[0].kind == document::Notice::Kind::Warning);
    CHECK(document.notices[0].topic == document::kAvoidTopic);
    CHECK(document.notices[0].text.find("recent surgery") != std::string::npos);
    SUBCASE("") {
        document::undo(document);
        CHECK(document.notices.empty());
    }
    SUBCASE("and stays when the next stroke is somewhere else") {
        treated.points = test::dab(document, test::kBack, 3).points;
        REQUIRE(*document::paint(document, treated));
        REQUIRE(document.notices.size() == 1);
        CHECK(document.notices[0].text.find("recent surgery") != std::string::npos);
    }
}

TEST_CASE("an edit and a pin's removal whose stroke is damaged in the journal cost nothing but themselves") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest, 7)));
    map::PlaceEdit edit;
    edit.level = 3;
    REQUIRE(*document::editPlace(document, test::dab(document, test::kChest).points.front(), edit));
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh, 5)));
    auto& entries = vault->maps.at({{1}, Author::Therapist, clinic::Moment::Before}).stored.entries;
    entries.at(0).bytes.clear();
    const Document restarted = test::openVault(vault);
    const auto values = test::mapOf(restarted, Author::Therapist).map.layer(map::LayerKind::Pain).values();
    CHECK(*std::max_element(values.begin(), values.end()) == map::valueOf(5));
}

TEST_CASE("undo after a damaged entry takes back the same step now and when the journal is read again") {
    const auto vault = test::makeVault();
    {
        Document document = test::openVault(vault);
        REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
        REQUIRE(*document::paint(document, test::dab(document, test::kThigh)));
        REQUIRE(*document::paint(document, test::dab(document, test::kBack)));
    }
    const clinic::MapKey key{{1}, Author::Therapist, clinic::Moment::Before};
    vault->maps.at(key).stored.entries[1].bytes.clear();
    Document document = test::openVault(vault);
    CHECK(test::mapOf(document, Author::Therapist).history.undoSteps() == 3);
    const auto matchesTheJournal = [&] {
        const Document again = test::openVault(vault);
        return test::mapOf(again, Author::Therapist).map == test::mapOf(document, Author::Therapist).map;
    };
    REQUIRE(matchesTheJournal());
    for (int step = 0; step < 3; ++step) {
        CHECK(document::undo(document));
        CHECK(matchesTheJournal());
    }
    CHECK(test::mapOf(document, Author::Therapist).map.isEmpty());
    for (int step = 0; step < 3; ++step) {
        CHECK(document::redo(document));
        CHECK(matchesTheJournal());
    }
}
