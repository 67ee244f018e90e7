#include "document/map_store.h"

#include "core/check.h"
#include "document/fake_practice.h"
#include "map/map_codec.h"
#include "map/stroke_json.h"
#include "map/stroke_painter.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace palpate;
using namespace palpate::document;

namespace {

using EntryKind = records::JournalEntry::Kind;

const clinic::MapKey kKey{{1}, clinic::Author::Client, clinic::Moment::Before};

// The little man, taller: the same topology, another figure.
std::shared_ptr<const body::BodyModel> tallMan() {
    const auto man = test::makeTestBody();
    std::vector<glm::vec3> positions(man->mesh().positions().begin(), man->mesh().positions().end());
    for (glm::vec3& position : positions)
        position *= 1.25F;
    const auto triangles = man->mesh().triangles();
    auto mesh = body::SurfaceMesh::create(std::move(positions), {}, {triangles.begin(), triangles.end()});
    core::check(mesh.has_value(), "a larger little man is a valid mesh");
    return std::make_shared<const body::BodyModel>("tall", std::move(*mesh), man->atlas());
}

map::Stroke dab(const body::BodyModel& body, glm::vec3 at, int level) {
    map::Stroke stroke;
    stroke.level = level;
    stroke.figure = body.figure();
    stroke.topologyId = body.mesh().topologyId();
    stroke.points = {body.bvh().nearest(at, 1.0F)->point};
    return stroke;
}

struct Fixture {
    std::shared_ptr<const body::BodyModel> body = test::makeTestBody();
    std::shared_ptr<test::FakeVault> vault = std::make_shared<test::FakeVault>();
    test::FakePractice practice{vault};
    LoadedMap live = newMap(*body);

    Fixture() {
        vault->visits.emplace_back();
        vault->visits.back().id = {1};
    }
    void paint(glm::vec3 at, int level) {
        REQUIRE(appendStroke(practice, kKey, *body, live, dab(*body, at, level)).has_value());
    }
    [[nodiscard]] LoadedMap load(History history = History::Keep, const FigureSource& figures = {}) const {
        auto loaded = loadBodyMap(practice, kKey, *body, history, figures);
        REQUIRE(loaded.has_value());
        REQUIRE(loaded->has_value());
        return std::move(**loaded);
    }
    [[nodiscard]] std::vector<records::JournalEntry>& journal() const {
        return vault->maps.at(kKey).stored.entries;
    }
};

constexpr glm::vec3 kChest{0.05F, 1.2F, 0.2F}, kBack{-0.05F, 1.1F, -0.2F}, kThigh{0.1F, 0.7F, 0.1F};

}  // namespace

TEST_CASE("no map under a key is no error and no map") {
    const Fixture fixture;
    const auto loaded = loadBodyMap(fixture.practice, kKey, *fixture.body);
    REQUIRE(loaded.has_value());
    CHECK_FALSE(loaded->has_value());
}

TEST_CASE("a journal with undo and redo gives the live map and its history, bit for bit") {
    Fixture fixture;
    fixture.paint(kChest, 7);
    fixture.paint(kBack, 4);
    fixture.paint(kThigh, 2);
    REQUIRE(undo(fixture.practice, kKey, fixture.live).has_value());
    REQUIRE(undo(fixture.practice, kKey, fixture.live).has_value());
    REQUIRE(redo(fixture.practice, kKey, fixture.live).has_value());
    const LoadedMap loaded = fixture.load();
    CHECK(loaded.map == fixture.live.map);
    CHECK(loaded.entries == 6);
    CHECK(loaded.done.size() == 2);
    CHECK(loaded.undone.size() == 1);
}

TEST_CASE("painting after an undo forgets what was undone, in the journal too") {
    Fixture fixture;
    fixture.paint(kChest, 7);
    REQUIRE(undo(fixture.practice, kKey, fixture.live).has_value());
    fixture.paint(kBack, 4);
    CHECK_FALSE(fixture.live.canRedo());
    const LoadedMap loaded = fixture.load();
    CHECK(loaded.map == fixture.live.map);
    CHECK_FALSE(loaded.canRedo());
}

TEST_CASE("a snapshot gives the same map, also where undo reaches back behind it") {
    Fixture fixture;
    fixture.paint(kChest, 7);
    fixture.paint(kBack, 4);
    REQUIRE(fixture.practice.saveSnapshot(kKey, map::encodeMap(fixture.live.map), 2).has_value());
    fixture.paint(kThigh, 2);
    CHECK(fixture.load(History::None).map == fixture.live.map);
    REQUIRE(undo(fixture.practice, kKey, fixture.live).has_value());
    REQUIRE(undo(fixture.practice, kKey, fixture.live).has_value());
    CHECK(fixture.load(History::None).map == fixture.live.map);
    CHECK(fixture.load(History::Keep).map == fixture.live.map);
    CHECK(fixture.load(History::Keep).undone.size() == 2);
}

TEST_CASE("a damaged entry paints nothing, and the undo after it still means the stroke that it meant") {
    Fixture fixture;
    fixture.paint(kChest, 7);
    const map::BodyMap chestOnly = fixture.live.map;
    fixture.paint(kBack, 4);
    REQUIRE(undo(fixture.practice, kKey, fixture.live).has_value());
    fixture.journal()[1].bytes.clear();
    CHECK(fixture.load().map == chestOnly);
}

TEST_CASE("a stroke that cannot be replayed is named by its number") {
    Fixture fixture;
    fixture.paint(kChest, 7);
    fixture.journal().push_back({EntryKind::Stroke, {std::byte{'?'}}});
    const auto loaded = loadBodyMap(fixture.practice, kKey, *fixture.body);
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().what.find("Entry 2") != std::string::npos);
}

TEST_CASE("a journal that undoes more than was painted is said to be damaged") {
    Fixture fixture;
    fixture.paint(kChest, 7);
    fixture.journal().push_back({EntryKind::Undo, {}});
    fixture.journal().push_back({EntryKind::Undo, {}});
    CHECK_FALSE(loadBodyMap(fixture.practice, kKey, *fixture.body).has_value());
}

TEST_CASE("strokes are replayed on the figure that they were painted on") {
    Fixture fixture;
    const auto tall = tallMan();
    REQUIRE(tall->mesh().topologyId() == fixture.body->mesh().topologyId());
    fixture.paint(kChest, 7);
    REQUIRE(appendStroke(fixture.practice, kKey, *tall, fixture.live, dab(*tall, kThigh, 5)).has_value());

    const auto figures =
        [&](const std::string& figure) -> core::Result<std::shared_ptr<const body::BodyModel>> {
        if (figure == "tall") return tall;
        return core::Error{"no such figure", figure, ""};
    };
    CHECK(fixture.load(History::Keep, figures).map == fixture.live.map);
    // Without the other figure it is an error: painting it on this one would give another map.
    const auto alone = loadBodyMap(fixture.practice, kKey, *fixture.body);
    REQUIRE_FALSE(alone.has_value());
    CHECK(alone.error().what.find("Entry 2") != std::string::npos);
    map::BodyMap wrong = newMap(*fixture.body).map;
    REQUIRE(map::paintStroke(*fixture.body, wrong, dab(*fixture.body, kChest, 7)).has_value());
    CHECK_FALSE(wrong == fixture.live.map);
}

TEST_CASE("a stroke that cannot be written leaves the map as it was") {
    Fixture fixture;
    fixture.paint(kChest, 7);
    const map::BodyMap before = fixture.live.map;
    fixture.vault->failing = true;
    CHECK_FALSE(
        appendStroke(fixture.practice, kKey, *fixture.body, fixture.live, dab(*fixture.body, kBack, 4))
            .has_value());
    CHECK(fixture.live.map == before);
    CHECK_FALSE(undo(fixture.practice, kKey, fixture.live).has_value());
    CHECK(fixture.live.map == before);
    CHECK(fixture.live.done.size() == 1);
}

TEST_CASE("a stroke that changes nothing is not written") {
    Fixture fixture;
    fixture.paint(kChest, 7);
    const std::size_t entries = fixture.journal().size();
    fixture.paint(kChest, 7);
    CHECK(fixture.journal().size() == entries);
    CHECK(fixture.live.done.size() == 1);
}
