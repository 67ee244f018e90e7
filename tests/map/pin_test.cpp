#include "map/pin.h"

#include "map/paint_support.h"
#include "map/stroke_json.h"
#include "map/stroke_target.h"

#include <string>
#include <vector>

using namespace palpate;
using namespace palpate::map;
using core::Random;

namespace {

Stroke pinAt(const body::SkinPoint& at, Pin pin) {
    Stroke stroke;
    stroke.tool = Tool::Pin;
    stroke.topologyId = test::littleMan().mesh().topologyId();
    stroke.pin = std::move(pin);
    stroke.points = {at};
    return stroke;
}

Stroke unpinAt(const body::SkinPoint& at) {
    Stroke stroke = pinAt(at, {});
    stroke.tool = Tool::Unpin;
    return stroke;
}

}  // namespace

TEST_CASE("every label has its kind, and a scar alone has no grade") {
    for (const PinKind kind : kPinKinds) {
        CHECK(pinKindFromLabel(pinLabel(kind)) == kind);
        CHECK(std::string(pinName(kind)) != "");
        CHECK(canHaveGrade(kind) == (kind != PinKind::Scar));
    }
    CHECK_FALSE(pinKindFromLabel("").has_value());
}

TEST_CASE("pins are set, changed and taken away, each as one step that can be taken back and replayed") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random random(seed + 1000);
        BodyMap map = bareMap(test::littleMan());
        paint(test::littleMan(), map, randomStroke(test::littleMan(), random));
        std::vector<BodyMap> maps{map};
        std::vector<MapDelta> deltas;
        std::vector<Stroke> strokes;
        for (int i = 0; i < 12; ++i) {
            Pin pin = randomPin(random, test::littleMan().mesh().triangles().size());
            pin.at = {};
            const auto& pins = map.pins().rows();
            Stroke stroke = pinAt(randomSkin(test::littleMan(), random), pin);
            const bool hasPins = !pins.empty();
            if (hasPins && random.below(3) == 0) stroke = unpinAt(pins.begin()->second.at);
            if (hasPins && random.below(4) == 0) stroke.points = {pins.rbegin()->second.at};
            const auto version = map.pins().version();
            deltas.push_back(paint(test::littleMan(), map, stroke));
            CHECK((deltas.back().isEmpty() || map.pins().version() > version));
            CHECK(deltas.back().vertices.empty());
            strokes.push_back(stroke);
            maps.push_back(map);
        }
        BodyMap replayed = maps.front();
        for (const Stroke& stroke : strokes) {
            const auto read = strokeFromJson(toJson(stroke), test::littleMan());
            REQUIRE(read.has_value());
            paint(test::littleMan(), replayed, *read);
        }
        CHECK(replayed == map);
        for (; !deltas.empty(); deltas.pop_back()) {
            CHECK(map == maps.back());
            revert(map, deltas.back());
            maps.pop_back();
        }
        CHECK(map == maps.back());
    }
}

TEST_CASE(
    "pins are numbered in the order in which they are set; one on the very point of another replaces it") {
    BodyMap map = bareMap(test::littleMan());
    const auto chest = skinAt(test::littleMan(), {0.08F, 1.2F, 0.1F});
    const auto thigh = skinAt(test::littleMan(), {0.1F, 0.6F, 0.1F});
    paint(test::littleMan(), map, pinAt(chest, {{}, PinKind::TriggerPoint, 2, "left"}));
    paint(test::littleMan(), map, pinAt(thigh, {{}, PinKind::Scar, {}, ""}));
    CHECK(map.pins().find(1)->at == chest);
    CHECK(map.pins().find(2)->at == thigh);
    paint(test::littleMan(), map, pinAt(chest, {{}, PinKind::TenderPoint, 4, "right"}));
    REQUIRE(map.pins().rows().size() == 2);
    CHECK(*map.pins().find(1) == Pin{chest, PinKind::TenderPoint, 4, "right"});
    CHECK(paint(test::littleMan(), map, pinAt(chest, {{}, PinKind::TenderPoint, 4, "right"})).isEmpty());
    CHECK_FALSE(map.isEmpty());
}

TEST_CASE("the pin nearest within two centimetres is taken away, and none is an error") {
    BodyMap map = bareMap(test::littleMan());
    const glm::vec3 chest(0.08F, 1.2F, 0.1F);
    const auto at = skinAt(test::littleMan(), chest);
    const auto beside = skinAt(test::littleMan(), chest + glm::vec3(0.0F, 0.012F, 0.0F));
    paint(test::littleMan(), map, pinAt(at, {}));
    paint(test::littleMan(), map, pinAt(beside, {}));
    paint(test::littleMan(), map, unpinAt(skinAt(test::littleMan(), chest + glm::vec3(0.0F, 0.01F, 0.0F))));
    REQUIRE(map.pins().rows().size() == 1);
    CHECK(map.pins().find(1) != nullptr);
    const BodyMap before = map;
    const auto refused = paintStroke(
        test::littleMan(), map, unpinAt(skinAt(test::littleMan(), chest + glm::vec3(0.0F, 0.03F, 0.0F))));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().what == "There is no pin to take away");
    CHECK(map == before);
}

TEST_CASE("a map full of pins refuses one more but still replaces") {
    BodyMap map = bareMap(test::littleMan());
    const auto at = skinAt(test::littleMan(), test::kRibsBesideArm);
    for (PinNumber number = 65535; number > 0; --number)
        map.pins().set(number, {{number % 100U, {1.0F, 0.0F, 0.0F}}, PinKind::Scar, {}, ""});
    const auto refused = paintStroke(test::littleMan(), map, pinAt(at, {}));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().what == "The map can hold no more pins");
    CHECK(paintStroke(test::littleMan(), map, pinAt({5, {1.0F, 0.0F, 0.0F}}, {})).has_value());
}
