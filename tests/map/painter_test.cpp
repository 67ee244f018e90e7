#include "map/stroke_painter.h"

#include "map/paint_support.h"
#include "map/stroke_json.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace palpate;
using namespace palpate::map;
using core::Random;

namespace {

// A map that a few random strokes were painted on.
BodyMap paintedMap(Random& random, int strokes = 6) {
    BodyMap map = bareMap(test::littleMan());
    for (int i = 0; i < strokes; ++i)
        paint(test::littleMan(), map, randomStroke(test::littleMan(), random));
    return map;
}

bool isMirrored(const BodyMap& a, const BodyMap& b) {
    for (const LayerKind kind : kLayerKinds) {
        for (std::uint32_t v = 0; v < a.vertexCount(); ++v) {
            const std::uint32_t other = test::littleMan().mesh().mirrorOf(v);
            if (a.layer(kind).values()[v] != b.layer(kind).values()[other]) return false;
            if (a.layer(kind).placeNumbers()[v] != b.layer(kind).placeNumbers()[other]) return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("taking a stroke back gives the same map, and making it again gives the same map again") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        BodyMap map = paintedMap(random);
        requireSound(map);
        const BodyMap before = map;
        const MapDelta delta = paint(test::littleMan(), map, randomStroke(test::littleMan(), random));
        requireSound(map);
        const BodyMap after = map;
        CHECK(delta.isEmpty() == (before == after));
        CHECK(std::is_sorted(delta.vertices.begin(), delta.vertices.end()));
        revert(map, delta);
        CHECK(map == before);
        apply(map, delta);
        CHECK(map == after);
    }
}

TEST_CASE("painting the same stroke again changes nothing") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        Random random(seed + 100);
        BodyMap map = paintedMap(random);
        const Stroke stroke = randomStroke(test::littleMan(), random);
        if (stroke.tool == Tool::Soften) continue;  // goes on evening out
        paint(test::littleMan(), map, stroke);
        const BodyMap once = map;
        CHECK(paint(test::littleMan(), map, stroke).isEmpty());
        CHECK(map == once);
    }
}

TEST_CASE("a stroke made point by point, replayed whole and replayed from its text gives the same bits") {
    PaintScratch kept(test::littleMan().mesh());
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        Random random(seed + 200);
        const BodyMap before = paintedMap(random);
        Stroke stroke = randomStroke(test::littleMan(), random);

        BodyMap live = before;
        Stroke header = stroke;
        header.points.clear();
        StrokePainter painter(test::littleMan(), live, header, &kept);
        for (const auto& point : stroke.points)
            painter.add(point);
        const Stroke made = painter.stroke();
        const MapDelta delta = painter.finish();

        BodyMap replayed = before;
        CHECK(paint(test::littleMan(), replayed, made) == delta);
        CHECK(replayed == live);
        BodyMap fromText = before;
        const auto read = strokeFromJson(toJson(made), test::littleMan());
        REQUIRE(read.has_value());
        CHECK(paint(test::littleMan(), fromText, *read) == delta);
        CHECK(fromText == live);
    }
}

TEST_CASE("every step of a live stroke shows as a change of its layer and of no other") {
    Random random(42);
    BodyMap map = bareMap(test::littleMan());
    StrokePainter painter(test::littleMan(), map, strokeOn(test::littleMan()));
    const auto tension = map.layer(LayerKind::Tension).version();
    std::vector<Value> cache(map.vertexCount(), 0);
    std::uint64_t cached = map.layer(LayerKind::Pain).version();
    for (int i = 0; i < 20; ++i) {
        painter.add(randomSkin(test::littleMan(), random));
        const Layer& layer = map.layer(LayerKind::Pain);
        REQUIRE(layer.version() > cached);
        const VertexRange range = layer.changedSince(cached);
        for (std::uint32_t v = range.first; v < range.end; ++v)
            cache[v] = layer.values()[v];
        cached = layer.version();
        REQUIRE(std::equal(cache.begin(), cache.end(), layer.values().begin()));
    }
    CHECK(map.layer(LayerKind::Tension).version() == tension);
    CHECK_FALSE(painter.finish().isEmpty());
}

TEST_CASE("a pointer that rests adds neither points nor paint") {
    BodyMap map = bareMap(test::littleMan());
    StrokePainter painter(test::littleMan(), map, strokeOn(test::littleMan()));
    const auto at = skinAt(test::littleMan(), test::kInnerArm);
    painter.add(at);
    const auto version = map.layer(LayerKind::Pain).version();
    painter.add(at);
    CHECK(painter.stroke().points.size() == 1);
    CHECK(map.layer(LayerKind::Pain).version() == version);
}

TEST_CASE("a stroke of a lower level sets the lower one in its core, and its rim never lowers") {
    const auto body = bodyOf(test::makePlane(0.4F, 80));
    BodyMap map = bareMap(*body);
    const auto at = skinAt(*body, {0.0F, 0.0F, 0.0F});
    Stroke high = strokeOn(*body, {at});
    high.level = 9;
    high.diameterCm = 12.0;
    paint(*body, map, high);
    const BodyMap before = map;
    Stroke low = strokeOn(*body, {at});
    low.level = 3;
    paint(*body, map, low);
    int core = 0, rim = 0;
    for (std::size_t v = 0; v < map.vertexCount(); ++v) {
        const glm::vec3 p = body->mesh().positions()[v];
        const float distance = std::hypot(p.x, p.y);
        const Value value = map.layer(LayerKind::Pain).values()[v];
        if (distance < 0.0239F) {
            REQUIRE(value == valueOf(3));
            ++core;
        } else if (distance > 0.0241F) {
            REQUIRE(value == before.layer(LayerKind::Pain).values()[v]);
            ++rim;
        }
    }
    CHECK(core > 50);
    CHECK(rim > 50);
}

TEST_CASE("in random strokes the brush sets the level or raises what was there") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        Random random(seed + 300);
        BodyMap map = paintedMap(random);
        Stroke stroke = randomStroke(test::littleMan(), random);
        if (stroke.tool != Tool::Brush) continue;
        const BodyMap before = map;
        paint(test::littleMan(), map, stroke);
        for (std::size_t v = 0; v < map.vertexCount(); ++v) {
            const Value was = before.layer(stroke.layer).values()[v];
            const Value is = map.layer(stroke.layer).values()[v];
            REQUIRE((is == valueOf(stroke.level) || is >= was));
        }
    }
}

TEST_CASE("a mirrored stroke gives a map that is the same on both sides, as one place") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        Random random(seed + 400);
        BodyMap map = bareMap(test::littleMan());
        Stroke stroke = randomStroke(test::littleMan(), random);
        if (!laysPaint(stroke.tool)) continue;
        stroke.mirror = true;
        paint(test::littleMan(), map, stroke);
        CHECK(isMirrored(map, map));
        CHECK(map.layer(stroke.layer).places().size() == 1);
    }
}

TEST_CASE("a stroke made on the other side gives the mirrored map") {
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        CAPTURE(seed);
        Random random(seed + 500);
        Stroke stroke = randomStroke(test::littleMan(), random);
        if (stroke.tool != Tool::Brush && stroke.tool != Tool::Band) continue;
        stroke.mirror = false;
        Stroke other = stroke;
        for (auto& point : other.points)
            point = test::littleMan().mesh().mirrored(point).value();
        BodyMap map = bareMap(test::littleMan());
        BodyMap otherMap = bareMap(test::littleMan());
        paint(test::littleMan(), map, stroke);
        paint(test::littleMan(), otherMap, other);
        CHECK(isMirrored(map, otherMap));
    }
}

TEST_CASE("a fill colours exactly the region, and its partner only if mirrored") {
    const body::Atlas& atlas = test::littleMan().atlas();
    for (const bool mirror : {false, true}) {
        for (const body::Region& region : atlas.regions()) {
            CAPTURE(region.id);
            BodyMap map = bareMap(test::littleMan());
            Stroke stroke = strokeOn(test::littleMan());
            stroke.tool = Tool::Fill;
            stroke.region = region.id;
            stroke.mirror = mirror;
            paint(test::littleMan(), map, stroke);
            for (std::uint32_t v = 0; v < map.vertexCount(); ++v) {
                const auto here = atlas.regionOf(v);
                const bool isWanted = atlas.region(here).id == region.id || (mirror && region.mirror == here);
                REQUIRE(map.layer(LayerKind::Pain).values()[v] == (isWanted ? valueOf(7) : 0));
            }
            stroke.tool = Tool::Erase;
            paint(test::littleMan(), map, stroke);
            CHECK(map == bareMap(test::littleMan()));
        }
    }
}

TEST_CASE("an eraser of the same size takes a dab away without a trace") {
    Random random(6);
    for (int round = 0; round < 40; ++round) {
        BodyMap map = bareMap(test::littleMan());
        Stroke stroke = strokeOn(test::littleMan(), {randomSkin(test::littleMan(), random)});
        stroke.level = 1 + static_cast<int>(random.below(10));
        stroke.diameterCm = random.between(0.5, 20.0);
        stroke.mirror = random.below(2) == 0;
        paint(test::littleMan(), map, stroke);
        CHECK_FALSE(map.isEmpty());
        stroke.tool = Tool::Erase;
        paint(test::littleMan(), map, stroke);
        CHECK(map == bareMap(test::littleMan()));
    }
}

TEST_CASE("the eraser bares what it reaches and leaves the rest and the other layers alone") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        Random random(seed + 600);
        BodyMap map = paintedMap(random);
        const BodyMap before = map;
        Stroke stroke = strokeOn(test::littleMan(), {randomSkin(test::littleMan(), random)});
        stroke.tool = Tool::Erase;
        stroke.diameterCm = 15.0;
        const MapDelta delta = paint(test::littleMan(), map, stroke);
        for (std::size_t v = 0; v < map.vertexCount(); ++v) {
            const Value is = map.layer(LayerKind::Pain).values()[v];
            REQUIRE((is == 0 || is == before.layer(LayerKind::Pain).values()[v]));
        }
        for (const std::uint32_t v : delta.vertices)
            REQUIRE(map.layer(LayerKind::Pain).values()[v] == 0);
        for (const LayerKind kind : {LayerKind::Tension, LayerKind::Treated, LayerKind::Avoid})
            CHECK(map.layer(kind) == before.layer(kind));
    }
}

TEST_CASE("the avoid layer is marked fully or not at all, out to the radius") {
    const auto body = bodyOf(test::makePlane(0.4F, 80));
    BodyMap map = bareMap(*body);
    Stroke stroke = strokeOn(*body, {skinAt(*body, {0.0F, 0.0F, 0.0F})});
    stroke.layer = LayerKind::Avoid;
    stroke.level = 1;
    paint(*body, map, stroke);
    for (std::size_t v = 0; v < map.vertexCount(); ++v) {
        const glm::vec3 p = body->mesh().positions()[v];
        const float distance = std::hypot(p.x, p.y);
        const Value value = map.layer(LayerKind::Avoid).values()[v];
        REQUIRE((value == 0 || value == valueOf(1)));
        if (distance < 0.0299F) REQUIRE(value == valueOf(1));
        if (distance > 0.0301F) REQUIRE(value == 0);
    }
}

// --- places ---

namespace {

// Marks on a plane: dabs of 6 cm along the x axis.
struct MarkSheet {
    std::shared_ptr<const body::BodyModel> body = bodyOf(test::makePlane(0.8F, 120));
    BodyMap map = bareMap(*body);

    Layer& pain() { return map.layer(LayerKind::Pain); }
    MapDelta mark(std::vector<float> xs, std::vector<std::string> words, int level = 7,
                  double diameter = 6.0) {
        Stroke stroke = strokeOn(*body);
        for (const float x : xs)
            stroke.points.push_back(skinAt(*body, {x, 0.0F, 0.0F}));
        stroke.place.words = std::move(words);
        stroke.level = level;
        stroke.diameterCm = diameter;
        MapDelta delta = paint(*body, map, stroke);
        requireSound(map);
        return delta;
    }
    PlaceNumber placeAt(float x) {
        return pain().placeNumbers()[body->mesh().nearestVertex(skinAt(*body, {x, 0.0F, 0.0F}))];
    }
};

}  // namespace

TEST_CASE("marks that lie apart are places of their own, though they carry the same words") {
    MarkSheet sheet;
    sheet.mark({-0.2F}, {"aching"});
    sheet.mark({0.0F}, {"aching"});
    CHECK(sheet.placeAt(-0.2F) == 1);
    CHECK(sheet.placeAt(0.0F) == 2);
}

TEST_CASE("a stroke that overlaps or adjoins a place with the same words extends it, whatever its level") {
    MarkSheet sheet;
    sheet.mark({-0.1F}, {"aching"});
    sheet.mark({-0.06F}, {"aching"}, 3);
    CHECK(sheet.pain().places().size() == 1);
    CHECK(sheet.placeAt(-0.06F) == 1);
    // Beside it: bare skin between the two is narrower than an edge.
    sheet.mark({0.0005F}, {"aching"}, 7);
    CHECK(sheet.pain().places().size() == 1);
}

TEST_CASE("a stroke with other words over a place takes its vertices, and all of them take its row") {
    MarkSheet sheet;
    sheet.mark({0.0F}, {"aching"});
    sheet.mark({0.03F}, {"burning"});
    CHECK(sheet.pain().places().size() == 2);
    CHECK(sheet.placeAt(-0.02F) == 1);
    CHECK(sheet.placeAt(0.02F) == 2);
    const MapDelta delta = sheet.mark({0.0F}, {"numb"}, 7, 14.0);
    CHECK(sheet.pain().places().size() == 1);
    CHECK(sheet.placeAt(0.0F) == 3);
    CHECK(delta.tableBefore.size() == 3);
    CHECK(delta.tableBefore.at(1)->words == std::vector<std::string>{"aching"});
    CHECK_FALSE(delta.tableAfter.at(1).has_value());
    CHECK_FALSE(delta.tableBefore.at(3).has_value());
}

TEST_CASE("painting the same dab with other words leaves no ring of the old ones") {
    MarkSheet sheet;
    sheet.mark({0.0F}, {"aching"});
    sheet.mark({0.0F}, {"burning"});
    REQUIRE(sheet.pain().places().size() == 1);
    CHECK(sheet.pain().places().begin()->second.words == std::vector<std::string>{"burning"});
}

TEST_CASE("a stroke that begins on bare skin and meets a place with its words becomes part of it") {
    MarkSheet sheet;
    sheet.mark({0.2F}, {"aching"});
    sheet.mark({-0.2F}, {"burning"});
    const MapDelta delta = sheet.mark({0.0F, 0.2F}, {"aching"});
    CHECK(sheet.pain().places().size() == 2);
    CHECK(sheet.placeAt(0.0F) == 1);
    CHECK(sheet.placeAt(0.2F) == 1);
    CHECK(delta.tableBefore.empty());
}

TEST_CASE("a stroke that meets two places with its words joins the first it meets and leaves the other") {
    MarkSheet sheet;
    sheet.mark({-0.2F}, {"aching"});
    sheet.mark({0.2F}, {"aching"});
    sheet.mark({0.1F, 0.2F}, {"aching"});
    CHECK(sheet.placeAt(0.1F) == 2);
    sheet.mark({0.0F, -0.2F, 0.2F}, {"aching"});
    CHECK(sheet.placeAt(0.0F) == 1);
}

TEST_CASE("words in another order are the same words") {
    MarkSheet sheet;
    sheet.mark({0.0F}, {"tender", "aching"});
    sheet.mark({0.02F}, {"aching", "tender"});
    CHECK(sheet.pain().places().size() == 1);
}

TEST_CASE("new places come after those that are there, and a freed last number is used again") {
    MarkSheet sheet;
    sheet.mark({-0.2F}, {"aching"});
    sheet.mark({0.0F}, {"aching"});
    sheet.mark({0.2F}, {"aching"});
    Stroke eraser = strokeOn(*sheet.body, {skinAt(*sheet.body, {0.0F, 0.0F, 0.0F})});
    eraser.tool = Tool::Erase;
    paint(*sheet.body, sheet.map, eraser);
    CHECK_FALSE(sheet.pain().places().contains(2));
    sheet.mark({0.0F}, {"aching"});
    CHECK(sheet.placeAt(0.0F) == 4);
}

TEST_CASE("a stroke that would need a place too many is refused by name of the layer") {
    MarkSheet sheet;
    for (PlaceNumber number = 65535; number > 0; --number)
        sheet.pain().setPlace(number, {});
    Stroke stroke = strokeOn(*sheet.body, {skinAt(*sheet.body, {0.0F, 0.0F, 0.0F})});
    const auto full = paintStroke(*sheet.body, sheet.map, stroke);
    REQUIRE_FALSE(full.has_value());
    CHECK(full.error().what == "The pain layer can hold no more places");
    sheet.pain().erasePlace(300);
    stroke.place.note = "unlike the others";
    paint(*sheet.body, sheet.map, stroke);
    CHECK(sheet.placeAt(0.0F) == 300);
}

TEST_CASE("a stroke in pieces gives the map of the whole stroke, as one place") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Random random(seed + 77);
        const auto body = test::makeTestBody();
        Stroke whole = randomStroke(*body, random);
        if (whole.tool != Tool::Brush && whole.tool != Tool::Erase) continue;
        if (whole.isByRegion() || whole.points.size() < 2) continue;
        BodyMap expected = bareMap(*body);
        paint(*body, expected, whole);
        BodyMap map = bareMap(*body);
        const std::size_t cut = 1 + random.below(whole.points.size() - 1);
        Stroke first = whole;
        first.points.resize(cut);
        Stroke rest = whole;
        rest.points.erase(rest.points.begin(), rest.points.begin() + static_cast<std::ptrdiff_t>(cut) - 1);
        rest.continues = true;
        MapDelta delta = paint(*body, map, first);
        extend(delta, paint(*body, map, rest));
        CHECK(map == expected);
        revert(map, delta);
        CHECK(map == bareMap(*body));
    }
}
