#include "map/paint_support.h"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace palpate;
using namespace palpate::map;
using core::Random;

namespace {

Stroke softener(const body::BodyModel& body, const body::SkinPoint& at, LayerKind layer, double diameterCm) {
    Stroke stroke = strokeOn(body, {at});
    stroke.tool = Tool::Soften;
    stroke.layer = layer;
    stroke.diameterCm = diameterCm;
    return stroke;
}

// The sum of the squares of all differences between neighbours that are both painted.
double roughness(const body::BodyModel& body, const Layer& layer) {
    double sum = 0.0;
    for (std::uint32_t v = 0; v < layer.values().size(); ++v) {
        for (const std::uint32_t n : body.mesh().neighbours(v)) {
            const double step = levelOf(layer.values()[v]) - levelOf(layer.values()[n]);
            if (isPainted(layer.values()[v]) && isPainted(layer.values()[n])) sum += step * step;
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("softening keeps every place and the painted area, and no value leaves the range around it") {
    int changed = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Random random(seed + 700);
        BodyMap map = bareMap(test::littleMan());
        for (int i = 0; i < 8; ++i)
            paint(test::littleMan(), map, randomStroke(test::littleMan(), random));
        const BodyMap before = map;
        const LayerKind kind = kLayerKinds[random.below(3)];
        const auto at = randomPaintedSkin(test::littleMan(), map.layer(kind), random);
        Stroke stroke = softener(test::littleMan(), at, kind, random.between(2.0, 20.0));
        stroke.mirror = random.below(2) == 0;
        const MapDelta delta = paint(test::littleMan(), map, stroke);
        changed += delta.isEmpty() ? 0 : 1;
        requireSound(map);
        const auto was = before.layer(kind).values();
        const auto is = map.layer(kind).values();
        CHECK(delta.tableBefore.empty());
        CHECK(delta.placesBefore == delta.placesAfter);
        CHECK(*std::max_element(is.begin(), is.end()) <= *std::max_element(was.begin(), was.end()));
        for (std::size_t v = 0; v < was.size(); ++v) {
            REQUIRE(isPainted(was[v]) == isPainted(is[v]));
            if (!isPainted(was[v])) REQUIRE(was[v] == is[v]);
        }
    }
    CHECK(changed > 15);
}

TEST_CASE("softening evens out a border between two levels, a little more each time, and leaves flat paint") {
    const auto body = bodyOf(test::makePlane(0.4F, 80));
    BodyMap map = bareMap(*body);
    Layer& pain = map.layer(LayerKind::Pain);
    pain.setPlace(1, {});
    for (std::uint32_t v = 0; v < map.vertexCount(); ++v)
        pain.set(v, body->mesh().positions()[v].x < 0.0F ? 20 : 80, 1);
    const Stroke stroke = softener(*body, skinAt(*body, {0.0F, 0.0F, 0.0F}), LayerKind::Pain, 8.0);
    double last = roughness(*body, pain);
    for (int i = 0; i < 5; ++i) {
        paint(*body, map, stroke);
        const double now = roughness(*body, pain);
        CHECK(now < last);
        last = now;
    }
    for (std::uint32_t v = 0; v < map.vertexCount(); ++v) {
        const glm::vec3 p = body->mesh().positions()[v];
        const bool isLeft = p.x < 0.0F;
        const Value flat = isLeft ? 20 : 80;
        REQUIRE(pain.values()[v] >= 20);
        REQUIRE(pain.values()[v] <= 80);
        if (std::hypot(p.x, p.y) > 0.0401F) REQUIRE(pain.values()[v] == flat);
        if (std::hypot(p.x, p.y) < 0.02F && std::abs(p.x) < 0.006F) REQUIRE(pain.values()[v] != flat);
    }
    // Where all is one level nothing changes.
    BodyMap even = bareMap(*body);
    even.layer(LayerKind::Pain).setPlace(1, {});
    for (std::uint32_t v = 0; v < even.vertexCount(); ++v)
        even.layer(LayerKind::Pain).set(v, 60, 1);
    CHECK(paint(*body, even, stroke).isEmpty());
}

TEST_CASE("however long a mark is softened, it stays a mark") {
    const auto body = bodyOf(test::makePlane(0.2F, 60));
    BodyMap map = bareMap(*body);
    const auto at = skinAt(*body, {0.0F, 0.0F, 0.0F});
    Stroke dab = strokeOn(*body, {at});
    dab.diameterCm = 2.0;
    const auto painted = paint(*body, map, dab);
    for (int i = 0; i < 300; ++i)
        paint(*body, map, softener(*body, at, LayerKind::Pain, 10.0));
    requireSound(map);
    CHECK(map.layer(LayerKind::Pain).places().size() == 1);
    for (std::size_t i = 0; i < painted.vertices.size(); ++i)
        CHECK(isPainted(map.layer(LayerKind::Pain).values()[painted.vertices[i]]) ==
              isPainted(painted.valuesAfter[i]));
}

TEST_CASE("softening a mirrored map with the mirror on keeps it mirrored") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Random random(seed + 800);
        BodyMap map = bareMap(test::littleMan());
        for (int i = 0; i < 4; ++i) {
            Stroke stroke = strokeOn(test::littleMan(), {randomSkin(test::littleMan(), random)});
            stroke.level = 1 + static_cast<int>(random.below(10));
            stroke.diameterCm = random.between(4.0, 20.0);
            stroke.mirror = true;
            paint(test::littleMan(), map, stroke);
        }
        Stroke stroke =
            softener(test::littleMan(), randomSkin(test::littleMan(), random), LayerKind::Pain, 15.0);
        stroke.mirror = true;
        paint(test::littleMan(), map, stroke);
        const auto values = map.layer(LayerKind::Pain).values();
        for (std::uint32_t v = 0; v < map.vertexCount(); ++v)
            REQUIRE(values[v] == values[test::littleMan().mesh().mirrorOf(v)]);
    }
}
