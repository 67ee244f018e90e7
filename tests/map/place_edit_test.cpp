#include "map/place_edit.h"

#include "map/paint_support.h"
#include "map/stroke_target.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace palpate;
using namespace palpate::map;
using core::Random;

namespace {

Stroke editAt(const body::BodyModel& body, const body::SkinPoint& at, PlaceEdit edit,
              LayerKind layer = LayerKind::Pain) {
    Stroke stroke = strokeOn(body, {at});
    stroke.tool = Tool::Edit;
    stroke.layer = layer;
    stroke.edit = std::move(edit);
    return stroke;
}

PlaceEdit toLevel(int level) {
    PlaceEdit edit;
    edit.level = level;
    return edit;
}

}  // namespace

TEST_CASE("an edited level becomes the place's highest, and its rim keeps its proportions") {
    const auto body = bodyOf(test::makePlane(0.4F, 80));
    const auto at = skinAt(*body, {0.0F, 0.0F, 0.0F});
    for (const int from : {2, 7, 10}) {
        for (const int to : {1, 4, 9, 10}) {
            CAPTURE(from);
            CAPTURE(to);
            BodyMap map = bareMap(*body);
            Stroke dab = strokeOn(*body, {at});
            dab.level = from;
            paint(*body, map, dab);
            const BodyMap before = map;
            paint(*body, map, editAt(*body, at, toLevel(to)));
            requireSound(map);
            const auto was = before.layer(LayerKind::Pain).values();
            const auto is = map.layer(LayerKind::Pain).values();
            CHECK(*std::max_element(is.begin(), is.end()) == valueOf(to));
            for (std::size_t v = 0; v < was.size(); ++v) {
                if (!isPainted(was[v])) {
                    REQUIRE(is[v] == was[v]);
                    continue;
                }
                const double wanted = std::max(5.0, double(was[v]) * to / from);
                REQUIRE(std::abs(double(is[v]) - wanted) <= 0.5);
            }
            CHECK(paint(*body, map, editAt(*body, at, toLevel(to))).isEmpty());
        }
    }
}

TEST_CASE("an edit changes one place, whole, in what it states, and can be taken back") {
    int edited = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Random random(seed + 900);
        BodyMap map = bareMap(test::littleMan());
        for (int i = 0; i < 8; ++i)
            paint(test::littleMan(), map, randomStroke(test::littleMan(), random));
        const LayerKind kind = kLayerKinds[random.below(kLayerCount)];
        const auto at = random.below(4) == 0 ? randomSkin(test::littleMan(), random)
                                             : randomPaintedSkin(test::littleMan(), map.layer(kind), random);
        const PlaceNumber place = placeUnder(map.layer(kind), test::littleMan().mesh(), at);
        PlaceEdit edit;
        edit.note = "seen again";
        if (random.below(2) == 0) edit.level = highestLevel(kind);
        const Stroke stroke = editAt(test::littleMan(), at, edit, kind);
        const BodyMap before = map;
        if (place == kNoPlace) {
            CHECK_FALSE(paintStroke(test::littleMan(), map, stroke).has_value());
            CHECK(map == before);
            continue;
        }
        ++edited;
        const MapDelta delta = paint(test::littleMan(), map, stroke);
        requireSound(map);
        Place expected = before.layer(kind).places().at(place);
        expected.note = "seen again";
        CHECK(map.layer(kind).places().at(place) == expected);
        for (std::size_t i = 0; i < delta.vertices.size(); ++i)
            REQUIRE(delta.placesBefore[i] == place);
        CHECK(delta.placesBefore == delta.placesAfter);
        const BodyMap after = map;
        revert(map, delta);
        CHECK(map == before);
        apply(map, delta);
        CHECK(map == after);
        BodyMap replayed = before;
        paint(test::littleMan(), replayed, stroke);
        CHECK(replayed == after);
    }
    CHECK(edited > 10);
}

TEST_CASE("words and depth of a place can be changed and taken away, in any order of words") {
    BodyMap map = bareMap(test::littleMan());
    const auto at = skinAt(test::littleMan(), test::kRibsBesideArm);
    Stroke dab = strokeOn(test::littleMan(), {at});
    dab.place.words = {"aching"};
    dab.place.depth = Depth::Muscle;
    paint(test::littleMan(), map, dab);
    PlaceEdit edit;
    edit.words = std::vector<std::string>{"tender", "burning"};
    const MapDelta delta = paint(test::littleMan(), map, editAt(test::littleMan(), at, edit));
    CHECK(delta.vertices.empty());
    CHECK(map.layer(LayerKind::Pain).places().at(1).words == std::vector<std::string>{"burning", "tender"});
    CHECK(map.layer(LayerKind::Pain).places().at(1).depth == Depth::Muscle);
    edit = {};
    edit.words = std::vector<std::string>{};
    edit.depth = Depth::Unstated;
    paint(test::littleMan(), map, editAt(test::littleMan(), at, edit));
    CHECK(map.layer(LayerKind::Pain).places().at(1) == Place{});
}

TEST_CASE("a point at a place's edge means the place, one beside it none, and the error says where") {
    BodyMap map = bareMap(test::littleMan());
    Layer& pain = map.layer(LayerKind::Pain);
    const body::Triangle corners = test::littleMan().mesh().triangles()[5];
    pain.setPlace(3, {});
    pain.setPlace(4, {});
    pain.set(corners[1], 70, 3);
    pain.set(corners[2], 70, 4);
    const auto under = [&](glm::vec3 weights) {
        return placeUnder(pain, test::littleMan().mesh(), {5, weights});
    };
    CHECK(under({0.8F, 0.15F, 0.05F}) == 3);
    CHECK(under({0.8F, 0.05F, 0.15F}) == 4);
    pain.set(corners[1], 0, kNoPlace);
    pain.set(corners[2], 0, kNoPlace);
    CHECK(under({0.8F, 0.15F, 0.05F}) == kNoPlace);
    const auto refused =
        paintStroke(test::littleMan(), map, editAt(test::littleMan(), {5, {0.8F, 0.15F, 0.05F}}, toLevel(3)));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().what == "Nothing is painted there on the pain layer");
    CHECK(refused.error().where == "at");
    CHECK(refused.error().hint != "");
}

TEST_CASE("level 0 takes a place away whole, with its rim, and leaves all other places alone") {
    const auto body = bodyOf(test::makePlane(0.6F, 80));
    BodyMap map = bareMap(*body);
    const auto here = skinAt(*body, {0.0F, 0.0F, 0.0F});
    const auto there = skinAt(*body, {0.2F, 0.0F, 0.0F});
    Stroke other = strokeOn(*body, {there});
    other.place.words = {"stiff"};
    paint(*body, map, other);
    const BodyMap before = map;
    paint(*body, map, strokeOn(*body, {here}));
    REQUIRE_FALSE(map == before);
    const MapDelta delta = paint(*body, map, editAt(*body, here, toLevel(0)));
    CHECK(map == before);
    requireSound(map);
    revert(map, delta);
    CHECK(map.layer(LayerKind::Pain).places().size() == 2);
    auto refused = paintStroke(*body, map, editAt(*body, skinAt(*body, {-0.2F, 0.0F, 0.0F}), toLevel(0)));
    CHECK_FALSE(refused.has_value());
}
