#include "map/standard_body.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <string>
#include <vector>

using namespace palpate;
using namespace palpate::map;
using core::Random;

namespace {

// Shortest ways along the edges, which are never shorter than those along the skin and at most some tenths
// longer. Plain Dijkstra, so that nothing here rests on what it checks.
std::vector<float> waysAlongEdges(std::uint32_t from, float farthest) {
    const body::SurfaceMesh& mesh = test::theBody().mesh();
    std::vector<float> ways(mesh.vertexCount(), std::numeric_limits<float>::infinity());
    using Entry = std::pair<float, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> next;
    next.emplace(ways[from] = 0.0F, from);
    while (!next.empty()) {
        const auto [way, vertex] = next.top();
        next.pop();
        if (way > ways[vertex] || way > farthest) continue;
        for (const std::uint32_t neighbour : mesh.neighbours(vertex)) {
            const float longer = way + glm::distance(mesh.positions()[vertex], mesh.positions()[neighbour]);
            if (longer < ways[neighbour]) next.emplace(ways[neighbour] = longer, neighbour);
        }
    }
    return ways;
}

bool isMirroredOnItself(const Layer& layer) {
    for (std::uint32_t v = 0; v < layer.values().size(); ++v) {
        if (layer.values()[v] != layer.values()[test::theBody().mesh().mirrorOf(v)]) return false;
    }
    return true;
}

}  // namespace

namespace {

// Random dabs where parts of the body lie close together. Each painted vertex must lie within the brush's
// radius of the hit along the skin: by the march that painting uses itself, and along edges, by a measure
// that shares nothing with it. Returns how many vertices a sphere of that radius would have painted by
// mistake.
int mistakesOfASphere(const std::vector<std::string>& regions, int dabs, std::uint64_t seed) {
    Random random(seed);
    const body::SurfaceMesh& mesh = test::theBody().mesh();
    body::SkinDistance distance(mesh);
    PaintScratch scratch(mesh);
    BodyMap map = bareMap(test::theBody());
    int throughTheAir = 0;
    for (int i = 0; i < dabs; ++i) {
        const std::string& region = regions[static_cast<std::size_t>(i) % regions.size()];
        CAPTURE(region);
        CAPTURE(i);
        const body::SkinPoint at = skinIn(region, random);
        Stroke stroke = strokeOn(test::theBody(), {at});
        stroke.diameterCm = random.between(1.0, 8.0);
        const auto radius = static_cast<float>(stroke.diameterCm / 200.0);
        const auto painted = paintStroke(test::theBody(), map, stroke, &scratch);
        REQUIRE(painted.has_value());
        REQUIRE_FALSE(painted->isEmpty());
        const std::uint32_t hit = mesh.nearestVertex(at);
        std::vector<float> alongSkin(mesh.vertexCount(), std::numeric_limits<float>::infinity());
        for (const auto& [vertex, way] : distance.within(at, radius))
            alongSkin[vertex] = way;
        // Edges zigzag: up to half as long again, and the hit lies within one of its vertex.
        const float allowed = 1.5F * radius + 0.015F;
        const auto ways = waysAlongEdges(hit, allowed);
        for (const std::uint32_t v : painted->vertices) {
            REQUIRE((alongSkin[v] <= radius || v == hit));
            REQUIRE(ways[v] <= allowed);
        }
        for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
            if (ways[v] > allowed && glm::distance(mesh.positions()[v], mesh.positions()[hit]) < radius)
                ++throughTheAir;
        }
        revert(map, *painted);
    }
    return throughTheAir;
}

const std::vector<std::string> kCrowdedRegions{
    "fingers_L",   "fingers_R",   "thumb_L", "thumb_R",    "palm_L",       "hand_back_R",
    "forefoot_L",  "forefoot_R",  "arch_L",  "foot_top_R", "temple_ear_L", "temple_ear_R",
    "adductors_L", "adductors_R", "groin_L", "groin_R",    "triceps_L",    "triceps_R",
    "ribs_side_L", "ribs_side_R", "lat_L",   "lat_R"};

}  // namespace

TEST_CASE("none of 1,000 random dabs leaks through the air on hands, feet, ears, inner thighs and armpits") {
    // Were reach a sphere, it would have painted thousands of vertices by mistake.
    CHECK(mistakesOfASphere(kCrowdedRegions, 1000, 21) > 3000);
}

TEST_CASE("a stroke down the inner arm leaves trunk and legs at zero") {
    const body::Atlas& atlas = test::theBody().atlas();
    Random random(22);
    for (int round = 0; round < 10; ++round) {
        BodyMap map = bareMap(test::theBody());
        std::vector<body::SkinPoint> points;
        for (const char* region : {"elbow_inner_L", "forearm_flexor_L", "wrist_L", "palm_L"})
            points.push_back(skinIn(region, random));
        Stroke stroke = strokeOn(test::theBody(), points);
        stroke.diameterCm = 10.0;
        paint(test::theBody(), map, stroke);
        const glm::vec3 elbow = test::theBody().mesh().position(points.front());
        for (std::uint32_t v = 0; v < map.vertexCount(); ++v) {
            if (map.layer(LayerKind::Pain).values()[v] == 0) continue;
            const std::string& id = atlas.region(atlas.regionOf(v)).id;
            CAPTURE(id);
            // The arm is all that lies farther out than 20 cm, and a few centimetres up from the elbow.
            REQUIRE(test::theBody().mesh().positions()[v].x > 0.2F);
            REQUIRE(test::theBody().mesh().positions()[v].y < elbow.y + 0.1F);
        }
    }
}

TEST_CASE("a mirrored stroke is exactly the same on both sides of the standard body") {
    Random random(23);
    for (int round = 0; round < 20; ++round) {
        BodyMap map = bareMap(test::theBody());
        Stroke stroke = strokeOn(test::theBody(), {randomSkin(test::theBody(), random)});
        stroke.points.push_back(
            skinAt(test::theBody(), test::theBody().mesh().position(stroke.points[0]) + 0.03F));
        stroke.diameterCm = random.between(1.0, 16.0);
        stroke.mirror = true;
        paint(test::theBody(), map, stroke);
        CHECK(isMirroredOnItself(map.layer(LayerKind::Pain)));
        // Made on one side and then on the other it is the same map again.
        BodyMap both = bareMap(test::theBody());
        stroke.mirror = false;
        paint(test::theBody(), both, stroke);
        for (auto& point : stroke.points)
            point = test::theBody().mesh().mirrored(point).value();
        paint(test::theBody(), both, stroke);
        const auto values = both.layer(LayerKind::Pain).values();
        CHECK(isMirroredOnItself(both.layer(LayerKind::Pain)));
        CHECK(std::equal(values.begin(), values.end(), map.layer(LayerKind::Pain).values().begin()));
    }
}

TEST_CASE("a 6 cm dab on the standard body's back covers the area of a 6 cm disc") {
    Random random(24);
    double sum = 0.0;
    constexpr int kRounds = 60;
    for (int round = 0; round < kRounds; ++round) {
        BodyMap map = bareMap(test::theBody());
        Stroke stroke =
            strokeOn(test::theBody(), {skinIn(round % 2 == 0 ? "scapula_L" : "midback_R", random)});
        stroke.level = 10;
        const MapDelta delta = paint(test::theBody(), map, stroke);
        double area = 0.0;
        for (std::size_t i = 0; i < delta.vertices.size(); ++i) {
            if (isPainted(delta.valuesAfter[i]))
                area += static_cast<double>(test::theBody().mesh().vertexAreas()[delta.vertices[i]]);
        }
        const double cm2 = area * 1.0e4;
        CHECK(cm2 == doctest::Approx(28.27).epsilon(0.12));
        sum += cm2;
    }
    // The outermost hundredth of the radius stays below half a level.
    CHECK(sum / kRounds == doctest::Approx(27.8).epsilon(0.03));
}

TEST_CASE(
    "filling all regions of the standard body one after the other leaves one place each and no bare skin") {
    BodyMap map = bareMap(test::theBody());
    int number = 0;
    for (const body::Region& region : test::theBody().atlas().regions()) {
        Stroke stroke = strokeOn(test::theBody());
        stroke.tool = Tool::Fill;
        stroke.region = region.id;
        stroke.place.note = "region " + std::to_string(++number);
        paint(test::theBody(), map, stroke);
    }
    const Layer& pain = map.layer(LayerKind::Pain);
    CHECK(pain.places().size() == test::theBody().atlas().regions().size());
    CHECK(std::all_of(pain.values().begin(), pain.values().end(), isPainted));
}

TEST_CASE("random strokes on the standard body are sound and can be taken back") {
    Random random(25);
    BodyMap map = bareMap(test::theBody());
    std::vector<MapDelta> deltas;
    for (int i = 0; i < 40; ++i)
        deltas.push_back(paint(test::theBody(), map, randomStroke(test::theBody(), random)));
    requireSound(map);
    for (; !deltas.empty(); deltas.pop_back())
        revert(map, deltas.back());
    CHECK(map == bareMap(test::theBody()));
}
