#include "analysis/measures.h"

#include "analysis/clusters.h"
#include "analysis/skin_area.h"
#include "analysis/small_body.h"
#include "analysis/words.h"
#include "core/random.h"
#include "map/random_maps.h"
#include "map/standard_body.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

using namespace palpate;
using analysis::measure;
using doctest::Approx;
using map::Layer;
using map::LayerKind;

namespace {

constexpr double kOuter = 1.0e4 / 3.0;  // cm2 of each vertex of the small body but the middle one
constexpr double kMiddle = 4.0e4 / 3.0;

// Level 10 in the middle (place 1), level 4 beside it on the left (place 2), level 1 in the right corner
// (place 2).
Layer threeDabs() {
    Layer layer(LayerKind::Pain, 9);
    layer.setPlace(1, test::placeWith({"aching"}));
    layer.setPlace(2, test::placeWith({"stiff", "aching"}));
    layer.set(4, 100, 1);
    layer.set(5, 40, 2);
    layer.set(0, 10, 2);
    return layer;
}

}  // namespace

TEST_CASE("measures of three dabs are those computed by hand") {
    const auto body = test::makeSmallBody();
    const auto measures = measure(body, threeDabs());
    CHECK(measures.layer == LayerKind::Pain);
    CHECK(measures.extentCm2 == Approx(kMiddle + 2.0 * kOuter));
    CHECK(measures.extentPercent == Approx(50.0));  // (4/3 + 2/3) of 4 m2
    CHECK(measures.mean == Approx((4.0 * 10.0 + 4.0 + 1.0) / 6.0));
    CHECK(measures.peak == 10.0);
    CHECK(measures.loadPercent == Approx(100.0 * (4.0 / 3.0 * 10.0 + 5.0 / 3.0) / 40.0));
    CHECK(measures.wordsCm2.at("aching") == Approx(kMiddle + 2.0 * kOuter));
    CHECK(measures.wordsCm2.at("stiff") == Approx(2.0 * kOuter));
    CHECK(measures.wordsCm2.size() == 2);
}

TEST_CASE("places and regions hold their own part") {
    const auto measures = measure(test::makeSmallBody(), threeDabs());
    REQUIRE(measures.places.size() == 2);
    CHECK(measures.places[0].number == 1);
    CHECK(measures.places[0].mainRegion == 1);
    CHECK(measures.places[1].extentCm2 == Approx(2.0 * kOuter));
    CHECK(measures.places[1].mean == Approx(2.5));
    CHECK(measures.places[1].peak == 4.0);
    CHECK(measures.places[1].mainRegion == 0);  // equal shares: the first of the atlas
    CHECK(measures.places[1].bothSides);
    CHECK(measures.places[1].regions.size() == 2);
    CHECK_FALSE(measures.places[0].bothSides);

    REQUIRE(measures.regions.size() == 3);
    CHECK(measures.regions[1].extentCm2 == Approx(kMiddle));
    CHECK(measures.regions[1].percentOfRegion == Approx(100.0 * 4.0 / 6.0));
    CHECK(measures.regions[2].percentOfRegion == Approx(100.0 / 3.0));
    CHECK(measures.regions[2].mean == 4.0);
    CHECK(measures.regions[2].words == std::vector<std::string>{"aching", "stiff"});
    CHECK(measures.regions[1].words == std::vector<std::string>{"aching"});
}

TEST_CASE("the midline counts half to each side, and skin that faces forwards is front") {
    const auto measures = measure(test::makeSmallBody(), threeDabs());
    CHECK(measures.leftCm2 == Approx(0.5 * kMiddle + kOuter));
    CHECK(measures.rightCm2 == Approx(0.5 * kMiddle + kOuter));
    CHECK(measures.leftRightRatio().value() == Approx(1.0));
    CHECK(measures.backCm2 == 0.0);
    CHECK_FALSE(measures.frontBackRatio().has_value());
}

TEST_CASE("less than half a level is not painted") {
    const auto body = test::makeSmallBody();
    Layer layer(LayerKind::Pain, 9);
    layer.setPlace(1, {});
    layer.set(4, 4, 1);
    CHECK(measure(body, layer).extentCm2 == 0.0);
    CHECK(measure(body, layer).places.empty());
    layer.set(4, 5, 1);
    CHECK(measure(body, layer).extentCm2 == Approx(kMiddle));
    CHECK(measure(body, layer).mean == Approx(0.5));
}

TEST_CASE("an empty layer measures nothing, without dividing by nothing") {
    const auto measures = measure(test::makeSmallBody(), Layer(LayerKind::Tension, 9));
    CHECK(measures.extentCm2 == 0.0);
    CHECK(measures.mean == 0.0);
    CHECK(measures.clusters == 0);
    CHECK(measures.regions.empty());
    CHECK_FALSE(measures.leftRightRatio().has_value());
}

TEST_CASE("a body painted all over at the highest level has a load of 100 percent in every layer") {
    const auto body = test::makeTestBody();
    for (const LayerKind kind : map::kLayerKinds) {
        Layer layer(kind, body->mesh().vertexCount());
        layer.setPlace(1, {});
        for (std::uint32_t v = 0; v < body->mesh().vertexCount(); ++v)
            layer.set(v, map::valueOf(map::highestLevel(kind)), 1);
        const auto measures = measure(*body, layer);
        CHECK(measures.extentPercent == Approx(100.0));
        CHECK(measures.loadPercent == Approx(100.0));
        CHECK(measures.clusters == 1);
        CHECK(measures.leftRightRatio().value() == Approx(1.0));
        for (const auto& region : measures.regions)
            CHECK(region.percentOfRegion == Approx(100.0));
    }
}

TEST_CASE("patches count as one when an edge joins them, whatever places they belong to") {
    const auto body = test::makeSmallBody();
    Layer layer(LayerKind::Pain, 9);
    layer.setPlace(1, {});
    layer.setPlace(2, {});
    layer.set(0, 50, 1);
    layer.set(8, 50, 2);
    CHECK(measure(body, layer).clusters == 2);
    layer.set(4, 50, 2);  // touches both corners along the diagonals
    CHECK(measure(body, layer).clusters == 1);
}

TEST_CASE("connected patches have an extent, a centre on their own skin, levels and words") {
    const auto body = test::makeSmallBody();
    Layer layer(LayerKind::Pain, 9);
    layer.setPlace(1, test::placeWith({"stiff"}));
    layer.setPlace(2, test::placeWith({"aching"}));
    layer.set(8, 30, 1);  // alone in the upper left corner
    layer.set(0, 50, 1);  // three along the lower edge; 0.33 m2 each, their mean position is vertex 1
    layer.set(1, 20, 2);
    layer.set(2, 80, 2);
    const auto measures = measure(body, layer);
    REQUIRE(measures.patches.size() == 2);
    CHECK(measures.clusters == 2);
    const auto& edge = measures.patches[0];
    CHECK(edge.extentCm2 == Approx(3.0 * kOuter));
    CHECK(edge.mean == Approx(5.0));
    CHECK(edge.peak == 8.0);
    CHECK(edge.centreVertex == 1);
    CHECK(body.mesh().nearestVertex(edge.centre) == 1);
    CHECK(body.mesh().position(edge.centre).x == 0.0F);
    CHECK(edge.centreRegion == 1);
    CHECK(edge.words == std::vector<std::string>{"aching", "stiff"});
    CHECK(analysis::describeCluster(body, LayerKind::Pain, edge) == "Middle, 8 out of 10, aching, stiff");
    CHECK(measures.patches[1].centreVertex == 8);
    CHECK(measures.patches[1].words == std::vector<std::string>{"stiff"});
}

TEST_CASE("the centre of a ring lies on the ring") {
    const auto body = test::makeTestBody();
    Layer layer(LayerKind::Pain, body->mesh().vertexCount());
    layer.setPlace(1, {});
    const auto positions = body->mesh().positions();
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        if (positions[v].y > 0.4F && positions[v].y < 0.5F && positions[v].x > 0.0F) layer.set(v, 50, 1);
    }
    const auto measures = measure(*body, layer);
    REQUIRE(measures.patches.size() == 1);  // one leg
    CHECK(layer.values()[measures.patches[0].centreVertex] == 50);
    CHECK(measures.patches[0].extentCm2 == Approx(measures.extentCm2));
}

TEST_CASE("the painted area is divided among the depths") {
    const auto body = test::makeSmallBody();
    Layer layer(LayerKind::Pain, 9);
    layer.setPlace(1, test::placeWith({}, map::Depth::Muscle));
    layer.setPlace(2, test::placeWith({}, map::Depth::Skin));
    layer.setPlace(3, test::placeWith({}, map::Depth::Muscle));
    layer.setPlace(4, test::placeWith({}));
    layer.set(4, 50, 1);
    layer.set(0, 50, 2);
    layer.set(1, 50, 3);
    layer.set(2, 50, 4);
    layer.set(3, 50, map::kNoPlace);
    const auto depths = measure(body, layer).depthsCm2;
    CHECK(depths.size() == 3);
    CHECK(depths.at(map::Depth::Muscle) == Approx(kMiddle + kOuter));
    CHECK(depths.at(map::Depth::Skin) == Approx(kOuter));
    CHECK(depths.at(map::Depth::Unstated) == Approx(2.0 * kOuter));
}

TEST_CASE("on the standard body, too, every measure is a plain sum over the vertices") {
    const body::BodyModel& body = test::theBody();
    const auto& mesh = body.mesh();
    core::Random random(20260702);
    map::BodyMap painted = map::bareMap(body);
    for (int stroke = 0; stroke < 12; ++stroke) {
        map::Stroke dab;
        dab.level = 1 + static_cast<int>(random.below(10));
        dab.diameterCm = random.between(2.0, 18.0);
        dab.place = test::placeWith({random.below(2) == 0 ? "aching" : "numb"},
                                    random.below(2) == 0 ? map::Depth::Joint : map::Depth::Skin);
        dab.topologyId = mesh.topologyId();
        dab.points = {
            {static_cast<std::uint32_t>(random.below(mesh.triangles().size())), {0.4F, 0.3F, 0.3F}}};
        REQUIRE(map::paintStroke(body, painted, dab).has_value());
    }
    const Layer& layer = painted.layer(LayerKind::Pain);
    const auto measures = measure(body, layer, 1.2);
    double extent = 0.0, load = 0.0, left = 0.0, front = 0.0, joint = 0.0, aching = 0.0;
    map::Value peak = 0;
    for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
        const map::Value value = layer.values()[v];
        if (value < 5) continue;
        const double cm2 = 1.2e4 * static_cast<double>(mesh.vertexAreas()[v]);
        const map::Place& place = layer.places().at(layer.placeNumbers()[v]);
        extent += cm2;
        load += cm2 * value / 10.0;
        peak = std::max(peak, value);
        left += std::abs(mesh.positions()[v].x) <= 1.0e-5F ? 0.5 * cm2
                : mesh.positions()[v].x > 0.0F             ? cm2
                                                           : 0.0;
        front += mesh.normals()[v].z > 0.0F ? cm2 : mesh.normals()[v].z == 0.0F ? 0.5 * cm2 : 0.0;
        if (place.depth == map::Depth::Joint) joint += cm2;
        if (place.words.front() == "aching") aching += cm2;
    }
    CHECK(measures.extentCm2 == Approx(extent));
    CHECK(measures.mean == Approx(load / extent));
    CHECK(measures.peak == peak / 10.0);
    CHECK(measures.loadPercent == Approx(100.0 * load / (10.0 * 1.2e4 * mesh.area())));
    CHECK(measures.leftCm2 == Approx(left));
    CHECK(measures.frontCm2 == Approx(front));
    CHECK(measures.depthsCm2.at(map::Depth::Joint) == Approx(joint));
    CHECK(measures.wordsCm2.at("aching") == Approx(aching));
    double inPatches = 0.0;
    for (const auto& patch : measures.patches) {
        inPatches += patch.extentCm2;
        CHECK(layer.values()[patch.centreVertex] >= 5);
        CHECK(patch.centreRegion == body.atlas().regionOf(patch.centreVertex));
        CHECK_FALSE(patch.words.empty());
    }
    CHECK(inPatches == Approx(measures.extentCm2));
    CHECK(measures.clusters == analysis::countClusters(mesh, layer.values()));
}

TEST_CASE("random maps agree with plain sums over the vertices") {
    const auto body = test::makeTestBody();
    const auto areas = body->mesh().vertexAreas();
    core::Random random(20260701);
    for (int round = 0; round < 12; ++round) {
        const auto kind = map::kLayerKinds[static_cast<std::size_t>(round) % map::kLayerCount];
        Layer layer(kind, body->mesh().vertexCount());
        map::scribble(layer, random);
        const double scale = random.between(0.5, 1.5);
        const auto measures = measure(*body, layer, scale);

        double extent = 0.0, load = 0.0, regions = 0.0, places = 0.0;
        for (std::size_t v = 0; v < areas.size(); ++v) {
            const bool painted = layer.values()[v] >= 5;
            extent += painted ? static_cast<double>(areas[v]) : 0.0;
            load += painted ? static_cast<double>(areas[v]) * layer.values()[v] / 10.0 : 0.0;
        }
        for (const auto& region : measures.regions)
            regions += region.extentCm2;
        for (const auto& place : measures.places)
            places += place.extentCm2;
        CHECK(measures.extentCm2 == Approx(extent * 1.0e4 * scale));
        CHECK(measures.mean == Approx(load / extent));
        CHECK(measures.loadPercent == Approx(100.0 * load / (body->mesh().area() * map::highestLevel(kind))));
        CHECK(regions == Approx(measures.extentCm2));
        CHECK(places == Approx(measures.extentCm2));
        CHECK(measures.leftCm2 + measures.rightCm2 == Approx(measures.extentCm2));
        CHECK(measures.frontCm2 + measures.backCm2 == Approx(measures.extentCm2));
    }
}

TEST_CASE("clusters agree with merging sets edge by edge") {
    const auto body = test::makeTestBody();
    const auto& mesh = body->mesh();
    core::Random random(7);
    Layer layer(LayerKind::Pain, mesh.vertexCount());
    map::scribble(layer, random);
    std::vector<std::uint32_t> parent(mesh.vertexCount());
    for (std::uint32_t v = 0; v < parent.size(); ++v)
        parent[v] = v;
    const auto root = [&parent](std::uint32_t v) {
        while (parent[v] != v)
            v = parent[v];
        return v;
    };
    for (const auto& triangle : mesh.triangles()) {
        for (std::size_t i = 0; i < 3; ++i) {
            const std::uint32_t a = triangle[i], b = triangle[(i + 1) % 3];
            if (layer.values()[a] >= 5 && layer.values()[b] >= 5) parent[root(a)] = root(b);
        }
    }
    std::set<std::uint32_t> roots;
    for (std::uint32_t v = 0; v < parent.size(); ++v) {
        if (layer.values()[v] >= 5) roots.insert(root(v));
    }
    REQUIRE(roots.size() > 1);
    CHECK(analysis::countClusters(mesh, layer.values()) == static_cast<int>(roots.size()));
}

TEST_CASE(
    "areas grow with the client: DuBois with height and weight, the square of the height without weight") {
    // 70 kg and 170 cm: 1.81 m2 in the published table.
    CHECK(analysis::skinAreaSquareMetres(170.0, 70.0) == Approx(1.81).epsilon(0.005));
    const auto& mesh = test::makeTestBody()->mesh();
    const double figureCm = 100.0 * static_cast<double>(mesh.bounds().size().y);
    CHECK(analysis::areaScale(0.0, 0.0, mesh) == 1.0);
    CHECK(analysis::areaScale(0.0, 70.0, mesh) == 1.0);
    CHECK(analysis::areaScale(2.0 * figureCm, 0.0, mesh) == Approx(4.0));
    CHECK(analysis::areaScale(170.0, 70.0, mesh) * mesh.area() == Approx(1.81).epsilon(0.005));
}
