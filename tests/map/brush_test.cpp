#include "map/brush.h"

#include "map/paint_support.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace palpate;
using namespace palpate::map;
using core::Random;

namespace {

constexpr double kPi = 3.14159265358979323846;

// What a dab of 6 cm painted lies within one edge of the true disc, whose distances `distanceTo` tells.
template <typename DistanceTo>
void requireDisc(const body::BodyModel& body, const body::SkinPoint& at, int level, double edge,
                 DistanceTo distanceTo) {
    BodyMap map = bareMap(body);
    Stroke stroke = strokeOn(body, {at});
    stroke.level = level;
    paint(body, map, stroke);
    const auto values = map.layer(LayerKind::Pain).values();
    for (std::size_t v = 0; v < values.size(); ++v) {
        const double distance = distanceTo(body.mesh().positions()[v]);
        CAPTURE(distance);
        if (isPainted(values[v])) REQUIRE(distance <= 0.03 + edge);
        if (!isPainted(values[v])) REQUIRE(distance >= 0.03 - edge);
    }
}

}  // namespace

TEST_CASE("a 6 cm dab on a plane is within one edge length of the true disc") {
    constexpr float kSize = 0.4F;
    constexpr std::size_t kCells = 60;
    const auto body = bodyOf(test::makePlane(kSize, kCells));
    Random random(1);
    for (int round = 0; round < 40; ++round) {
        const auto offset = [&random] { return static_cast<float>(random.between(-0.1, 0.1)); };
        const glm::vec3 centre{offset(), offset(), 0.0F};
        for (const int level : {1, 5, 10}) {
            requireDisc(*body, skinAt(*body, centre), level, static_cast<double>(kSize) / kCells,
                        [&](const glm::vec3& p) { return static_cast<double>(glm::distance(p, centre)); });
        }
    }
}

TEST_CASE("a 6 cm dab on a cylinder is within one edge length of the disc rolled round it") {
    constexpr float kRadius = 0.05F;  // a lower leg
    constexpr std::size_t kAround = 48, kAlong = 60;
    const auto body = bodyOf(test::makeCylinder(kRadius, 0.4F, kAround, kAlong));
    const double edge = std::max(2.0 * kPi * static_cast<double>(kRadius) / kAround, 0.4 / kAlong);
    Random random(2);
    for (int round = 0; round < 40; ++round) {
        const double angle = random.between(-kPi, kPi);
        const glm::vec3 wanted(0.05 * std::cos(angle), random.between(0.15, 0.25), 0.05 * std::sin(angle));
        const body::SkinPoint at = skinAt(*body, wanted);
        const glm::vec3 centre = body->mesh().position(at);
        requireDisc(*body, at, 10, edge, [&](const glm::vec3& p) {
            const double between = std::atan2(static_cast<double>(p.z), static_cast<double>(p.x)) -
                                   std::atan2(static_cast<double>(centre.z), static_cast<double>(centre.x));
            const double around = std::remainder(between, 2.0 * kPi) * static_cast<double>(kRadius);
            return std::hypot(around, static_cast<double>(p.y - centre.y));
        });
    }
}

TEST_CASE("the core of a dab is the level, its rim fades, and nothing beyond the radius is touched") {
    const auto body = bodyOf(test::makePlane(0.4F, 80));
    BodyMap map = bareMap(*body);
    paint(*body, map, strokeOn(*body, {skinAt(*body, {0.001F, 0.002F, 0.0F})}));
    const auto values = map.layer(LayerKind::Pain).values();
    Value last = valueOf(7);
    int faded = 0;
    std::vector<std::pair<float, Value>> byDistance;
    for (std::size_t v = 0; v < values.size(); ++v)
        byDistance.emplace_back(glm::distance(body->mesh().positions()[v], {0.001F, 0.002F, 0.0F}),
                                values[v]);
    std::sort(byDistance.begin(), byDistance.end(), [](auto& a, auto& b) { return a.first < b.first; });
    for (const auto& [distance, value] : byDistance) {
        if (distance < 0.0239F) REQUIRE(value == valueOf(7));
        if (distance > 0.0301F) REQUIRE(value == 0);
        REQUIRE(value <= last);
        faded += value > 0 && value < valueOf(7) ? 1 : 0;
        last = value;
    }
    CHECK(faded > 10);
}

TEST_CASE("skin turned away by more than 100 degrees is left alone, though it is near along the skin") {
    const auto body = bodyOf(test::makeCylinder(0.012F, 0.2F, 24, 40));  // a finger
    const body::SkinPoint at = skinAt(*body, {0.012F, 0.1F, 0.0F});
    PaintScratch scratch(body->mesh());
    Brush brush(*body, 0.04F, Brush::Rim::Soft, false, scratch);
    const glm::vec3 normal = body->mesh().normal(at);
    std::set<std::uint32_t> painted;
    for (const auto& under : brush.dab(at)) {
        painted.insert(under.vertex);
        REQUIRE(glm::dot(body->mesh().normals()[under.vertex], normal) >= -0.1737F);
    }
    body::SkinDistance distance(body->mesh());
    int leftAlone = 0;
    for (const auto& reached : distance.within(at, 0.039F)) {
        const float turned = glm::dot(body->mesh().normals()[reached.vertex], normal);
        REQUIRE(painted.contains(reached.vertex) == (turned >= -0.17364818F));
        leftAlone += painted.contains(reached.vertex) ? 0 : 1;
    }
    CHECK(leftAlone > 20);
}

TEST_CASE("a brush finer than the mesh leaves a mark wherever it is put down") {
    const auto body = test::makeTestBody();
    Random random(3);
    for (int round = 0; round < 200; ++round) {
        BodyMap map = bareMap(*body);
        const body::SkinPoint at = randomSkin(*body, random);
        Stroke stroke = strokeOn(*body, {at});
        stroke.diameterCm = kSmallestDiameterCm;
        paint(*body, map, stroke);
        REQUIRE(map.layer(LayerKind::Pain).values()[body->mesh().nearestVertex(at)] == valueOf(7));
    }
}

TEST_CASE("every painted vertex is within the radius of the point hit, measured along the skin") {
    const auto body = test::makeTestBody();
    Random random(4);
    body::SkinDistance distance(body->mesh());
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        BodyMap map = bareMap(*body);
        const body::SkinPoint at = randomSkin(*body, random);
        Stroke stroke = strokeOn(*body, {at});
        stroke.diameterCm = random.between(0.5, 20.0);
        const MapDelta delta = paint(*body, map, stroke);
        std::set<std::uint32_t> allowed{body->mesh().nearestVertex(at)};
        for (const auto& reached : distance.within(at, static_cast<float>(stroke.diameterCm / 200.0)))
            allowed.insert(reached.vertex);
        for (const std::uint32_t vertex : delta.vertices)
            REQUIRE(allowed.contains(vertex));
    }
}

TEST_CASE("a quick stroke leaves no gap: on a plane, and across a limb in one move") {
    const auto plane = bodyOf(test::makePlane(0.6F, 100));
    BodyMap map = bareMap(*plane);
    const glm::vec3 a(-0.2F, -0.1F, 0.0F), b(0.2F, 0.13F, 0.0F);
    paint(*plane, map, strokeOn(*plane, {skinAt(*plane, a), skinAt(*plane, b)}));
    const glm::vec3 along = glm::normalize(b - a);
    for (std::size_t v = 0; v < map.vertexCount(); ++v) {
        const glm::vec3 p = plane->mesh().positions()[v];
        const float way = std::clamp(glm::dot(p - a, along), 0.0F, glm::distance(a, b));
        const float off = glm::distance(p, a + along * way);
        const Value value = map.layer(LayerKind::Pain).values()[v];
        if (off < 0.0235F) REQUIRE(value == valueOf(7));
        if (off > 0.0301F) REQUIRE(value == 0);
    }

    const auto limb = bodyOf(test::makeCylinder(0.08F, 0.4F, 60, 60));
    BodyMap limbMap = bareMap(*limb);
    // 90 degrees of the way round: the straight way runs 2.3 cm beneath the skin, more than the radius.
    Stroke stroke =
        strokeOn(*limb, {skinAt(*limb, {0.0566F, 0.2F, 0.0566F}), skinAt(*limb, {-0.0566F, 0.2F, 0.0566F})});
    stroke.diameterCm = 3.0;
    paint(*limb, limbMap, stroke);
    for (double degrees = 45.0; degrees <= 135.0; degrees += 1.0) {
        CAPTURE(degrees);
        const double angle = degrees * kPi / 180.0;
        const body::SkinPoint under =
            skinAt(*limb, glm::vec3(0.08 * std::cos(angle), 0.2, 0.08 * std::sin(angle)));
        REQUIRE(limbMap.layer(LayerKind::Pain).values()[limb->mesh().nearestVertex(under)] == valueOf(7));
    }
}

TEST_CASE("a stroke that jumps from the arm to the trunk paints both ends and nothing in between") {
    const auto body = test::makeTestBody();
    const body::SkinPoint arm = skinAt(*body, test::kInnerArm);
    const body::SkinPoint chest = skinAt(*body, {0.0F, 1.0F, 0.15F});
    BodyMap ends = bareMap(*body);
    paint(*body, ends, strokeOn(*body, {arm}));
    paint(*body, ends, strokeOn(*body, {chest}));
    BodyMap jump = bareMap(*body);
    Stroke stroke = strokeOn(*body, {arm, chest});
    paint(*body, jump, stroke);
    const auto at = body->mesh().nearestVertex(skinAt(*body, test::kRibsBesideArm));
    CHECK(jump.layer(LayerKind::Pain).values()[at] == 0);
    const auto farFromEnds = [&](std::size_t v) {
        const glm::vec3 p = body->mesh().positions()[v];
        return glm::distance(p, body->mesh().position(arm)) > 0.06F &&
               glm::distance(p, body->mesh().position(chest)) > 0.06F;
    };
    for (std::size_t v = 0; v < jump.vertexCount(); ++v) {
        if (farFromEnds(v)) REQUIRE(jump.layer(LayerKind::Pain).values()[v] == 0);
        REQUIRE(jump.layer(LayerKind::Pain).values()[v] >= ends.layer(LayerKind::Pain).values()[v]);
    }
}

TEST_CASE("a quick stroke over a deep hollow does not paint its bottom") {
    const body::SurfaceMesh flat = test::makePlane(0.4F, 80);
    std::vector<glm::vec3> positions(flat.positions().begin(), flat.positions().end());
    for (glm::vec3& p : positions)
        p.z = std::abs(p.x);
    auto mesh = body::SurfaceMesh::create(std::move(positions), {},
                                          {flat.triangles().begin(), flat.triangles().end()});
    REQUIRE(mesh.has_value());
    const auto valley = bodyOf(std::move(*mesh));
    BodyMap map = bareMap(*valley);
    Stroke stroke =
        strokeOn(*valley, {skinAt(*valley, {-0.1F, 0.0F, 0.1F}), skinAt(*valley, {0.1F, 0.0F, 0.1F})});
    stroke.diameterCm = 3.0;
    paint(*valley, map, stroke);
    for (std::size_t v = 0; v < map.vertexCount(); ++v) {
        const glm::vec3 p = valley->mesh().positions()[v];
        // The way runs above the slope, so its skin counts until it lies half a radius below.
        if (std::abs(p.x) < 0.075F) REQUIRE(map.layer(LayerKind::Pain).values()[v] == 0);
    }
    CHECK_FALSE(map.isEmpty());
}

TEST_CASE("a stroke on the inner arm leaves the trunk at zero") {
    const auto body = test::makeTestBody();
    Random random(5);
    for (int round = 0; round < 50; ++round) {
        std::vector<body::SkinPoint> points;
        for (int i = 0; i < 5; ++i) {
            const auto offset = static_cast<float>(random.between(-0.08, 0.08));
            points.push_back(skinAt(*body, test::kInnerArm + glm::vec3(0.0F, offset, 0.0F)));
        }
        BodyMap map = bareMap(*body);
        Stroke stroke = strokeOn(*body, points);
        stroke.diameterCm = random.between(2.0, 10.0);
        paint(*body, map, stroke);
        for (std::size_t v = 0; v < map.vertexCount(); ++v) {
            const glm::vec3 p = body->mesh().positions()[v];
            if (p.x <= test::kRibsBesideArm.x + 0.01F) REQUIRE(map.layer(LayerKind::Pain).values()[v] == 0);
        }
    }
}
