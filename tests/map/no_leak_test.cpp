#include "map/refined_distance.h"
#include "map/standard_body.h"

#include <glm/common.hpp>
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

// The reference's ways zigzag between the points of its edges, which lie up to 2.5 mm apart, and the march
// rounds corners a little: by at most this share of the radius, and this much.
constexpr float kTolerance = 1.03F;
constexpr float kRounding = 0.0006F;  // metres
// How deep inside of a part its core begins: cores of two parts are twice as far from each other.
constexpr float kDepth = 0.015F;  // metres along edges; at least 12 mm along the skin
constexpr float kSafeRadius = 0.023F;

using Regions = std::vector<std::string>;

std::vector<bool> inRegions(const Regions& regions) {
    const body::Atlas& atlas = test::theBody().atlas();
    std::vector<bool> inside(test::theBody().mesh().vertexCount(), false);
    for (std::uint32_t v = 0; v < inside.size(); ++v) {
        const std::string& id = atlas.region(atlas.regionOf(v)).id;
        inside[v] = std::find(regions.begin(), regions.end(), id) != regions.end();
    }
    return inside;
}

// Per vertex the way along edges from the nearest vertex that is not inside.
std::vector<float> depths(const std::vector<bool>& inside) {
    const body::SurfaceMesh& mesh = test::theBody().mesh();
    std::vector<float> depth(inside.size(), std::numeric_limits<float>::infinity());
    using Entry = std::pair<float, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> next;
    for (std::uint32_t v = 0; v < inside.size(); ++v)
        if (!inside[v]) next.emplace(depth[v] = 0.0F, v);
    while (!next.empty()) {
        const auto [way, vertex] = next.top();
        next.pop();
        if (way > depth[vertex]) continue;
        for (const std::uint32_t other : mesh.neighbours(vertex)) {
            const float longer = way + glm::distance(mesh.positions()[vertex], mesh.positions()[other]);
            if (longer < depth[other]) next.emplace(depth[other] = longer, other);
        }
    }
    return depth;
}

// Numbers the cores of parts that no small dab may join: each finger, each thumb, each thigh's inner side,
// each upper arm, each side of the ribs. 0: none of them.
class LeakParts {
public:
    LeakParts() : m_part(test::theBody().mesh().vertexCount(), 0) {
        for (const std::string side : {"_L", "_R"}) {
            fingers += add({"fingers" + side});
            add({"thumb" + side});
            thighs += add({"adductors" + side, "ham_inner" + side, "vastus_medialis" + side});
            arms += add({"triceps" + side, "biceps" + side});
            ribs += add({"ribs_side" + side, "lat" + side, "chest" + side});
        }
    }
    [[nodiscard]] int of(std::uint32_t vertex) const { return m_part[vertex]; }

    int fingers = 0, thighs = 0, arms = 0, ribs = 0;  // how many of each there are

private:
    int add(const Regions& regions) {
        const std::vector<float> depth = depths(inRegions(regions));
        const int before = m_count;
        for (std::uint32_t v = 0; v < depth.size(); ++v) {
            if (depth[v] <= kDepth || m_part[v] != 0) continue;
            if (spread(v, ++m_count, depth) < kSmallest) --m_count;
        }
        return m_count - before;
    }
    int spread(std::uint32_t from, int part, const std::vector<float>& depth) {
        std::vector<std::uint32_t> waiting{from};
        m_part[from] = part;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            for (const std::uint32_t other : test::theBody().mesh().neighbours(waiting[i])) {
                if (depth[other] <= kDepth || m_part[other] != 0) continue;
                m_part[other] = part;
                waiting.push_back(other);
            }
        }
        if (static_cast<int>(waiting.size()) >= kSmallest) return static_cast<int>(waiting.size());
        for (const std::uint32_t vertex : waiting)
            m_part[vertex] = -1;  // a crumb: of no part
        return 0;
    }

    static constexpr int kSmallest = 20;
    std::vector<int> m_part;
    int m_count = 0;
};

// Where dabs are made: in these regions and, if `gap` is set, only where other skin faces the skin within
// that many metres, as in an armpit or between the thighs.
struct Area {
    const char* name;
    Regions regions;
    float gap = 0.0F;
    double largestCm = 9.0;  // of the dabs
};

const std::vector<Area> kAreas{
    {"hands",
     {"fingers_L", "fingers_R", "thumb_L", "thumb_R", "palm_L", "palm_R", "hand_back_L", "hand_back_R"}},
    {"feet", {"forefoot_L", "forefoot_R", "arch_L", "arch_R", "foot_top_L", "foot_top_R"}},
    {"ears", {"temple_ear_L", "temple_ear_R"}},
    {"inner thighs",
     {"adductors_L", "adductors_R", "ham_inner_L", "ham_inner_R", "groin_L", "groin_R"},
     0.12F,
     20.0},
    {"armpits",
     {"triceps_L", "triceps_R", "biceps_L", "biceps_R", "ribs_side_L", "ribs_side_R", "lat_L", "lat_R"},
     0.12F,
     20.0}};

std::vector<std::uint32_t> trianglesOf(const Area& area) {
    const body::SurfaceMesh& mesh = test::theBody().mesh();
    const std::vector<bool> inside = inRegions(area.regions);
    std::vector<std::uint32_t> triangles;
    for (std::uint32_t t = 0; t < mesh.triangles().size(); ++t) {
        const body::Triangle& corners = mesh.triangles()[t];
        if (!inside[corners[0]]) continue;
        if (area.gap > 0.0F) {
            const glm::vec3 normal = mesh.normals()[corners[0]];
            const auto facing =
                test::theBody().bvh().firstHit({mesh.positions()[corners[0]] + normal * 0.001F, normal});
            if (!facing || facing->distance > area.gap) continue;
        }
        triangles.push_back(t);
    }
    REQUIRE(triangles.size() > 50);
    return triangles;
}

body::SkinPoint randomPoint(const std::vector<std::uint32_t>& triangles, Random& random) {
    const auto a = static_cast<float>(random.between(0.0, 0.5));
    const auto b = static_cast<float>(random.between(0.0, 0.5));
    return {triangles[random.below(triangles.size())], {a, b, 1.0F - a - b}};
}

struct Found {
    int beyond = 0;       // painted vertices farther away along the skin than the brush reaches
    int onAnother = 0;    // painted vertices on another finger, on the other thigh, on the ribs from the arm
    int temptations = 0;  // vertices within the radius through the air that are not within it along the skin
    int partDabs = 0;     // dabs that began in one of the parts
    float worst = 0.0F;   // reference way over radius, of what was painted
};

Found paintDabs(const Area& area, const LeakParts& parts, test::RefinedDistance& reference, int dabs,
                std::uint64_t seed) {
    const body::SurfaceMesh& mesh = test::theBody().mesh();
    const std::vector<std::uint32_t> triangles = trianglesOf(area);
    Random random(seed);
    PaintScratch scratch(mesh);
    BodyMap map = bareMap(test::theBody());
    Found found;
    for (int i = 0; i < dabs; ++i) {
        const body::SkinPoint at = randomPoint(triangles, random);
        Stroke stroke = strokeOn(test::theBody(), {at});
        stroke.diameterCm = i % 2 == 0 ? random.between(1.0, 4.6) : random.between(4.6, area.largestCm);
        const auto radius = static_cast<float>(stroke.diameterCm / 200.0);
        const auto painted = paintStroke(test::theBody(), map, stroke, &scratch);
        REQUIRE(painted.has_value());
        REQUIRE_FALSE(painted->isEmpty());
        const std::uint32_t hit = mesh.nearestVertex(at);
        const float allowed = kTolerance * radius + kRounding;
        const std::vector<float>& way = reference.from(at, 1.5F * radius + 0.01F);
        const bool isPartDab = parts.of(hit) > 0 && radius <= kSafeRadius;
        found.partDabs += isPartDab ? 1 : 0;
        for (const std::uint32_t v : painted->vertices) {
            if (v != hit) found.worst = std::max(found.worst, way[v] / radius);
            if (v != hit && way[v] > allowed) ++found.beyond;
            if (isPartDab && parts.of(v) > 0 && parts.of(v) != parts.of(hit)) ++found.onAnother;
        }
        for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
            if (glm::distance(mesh.positions()[v], mesh.position(at)) < radius && way[v] > 1.3F * radius)
                ++found.temptations;
        }
        revert(map, *painted);
    }
    return found;
}

void checkNoLeak(int dabsPerArea) {
    const LeakParts parts;
    CHECK(parts.fingers == 8);
    CHECK(parts.thighs == 2);
    CHECK(parts.arms >= 2);
    CHECK(parts.ribs >= 2);
    test::RefinedDistance reference(test::theBody().mesh());
    std::uint64_t seed = 101;
    for (const Area& area : kAreas) {
        const std::string name = area.name;
        CAPTURE(name);
        const Found found = paintDabs(area, parts, reference, dabsPerArea, seed++);
        CAPTURE(found.worst);
        CHECK(found.beyond == 0);
        CHECK(found.onAnother == 0);
        // The test means something only where a sphere would have leaked.
        CHECK(found.temptations > 2 * dabsPerArea);
        MESSAGE(name, ": ", dabsPerArea, " dabs, reference way at most ", found.worst, " radii; ",
                found.temptations, " vertices that a sphere would have painted; ", found.partDabs,
                " dabs inside of a finger, thigh, arm or ribs");
    }
}

}  // namespace

TEST_CASE("dabs on hands, feet, ears, inner thighs and armpits stay within their radius along the skin") {
    checkNoLeak(12);
}

TEST_CASE("slow: 200 dabs each on hands, feet, ears, inner thighs and armpits stay within their radius") {
    checkNoLeak(200);
}
