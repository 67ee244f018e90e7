#include "map/girth.h"
#include "map/standard_body.h"

#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

using namespace palpate;
using namespace palpate::map;
using core::Random;

namespace {

Stroke bandAt(const body::BodyModel& body, const body::SkinPoint& at, double widthCm) {
    Stroke stroke = strokeOn(body, {at});
    stroke.tool = Tool::Band;
    stroke.level = 10;
    stroke.diameterCm = widthCm;
    return stroke;
}

// The parts that the mesh falls into without the painted vertices: the number of the part of each vertex, -1
// for painted ones.
struct Parts {
    std::vector<int> of;
    std::vector<std::size_t> sizes;
};

Parts partsWithout(const body::SurfaceMesh& mesh, const Layer& layer) {
    Parts parts{std::vector<int>(mesh.vertexCount(), -1), {}};
    std::vector<std::uint32_t> next;
    for (std::uint32_t start = 0; start < mesh.vertexCount(); ++start) {
        if (parts.of[start] >= 0 || isPainted(layer.values()[start])) continue;
        const int number = static_cast<int>(parts.sizes.size());
        parts.sizes.push_back(0);
        parts.of[start] = number;
        next.push_back(start);
        while (!next.empty()) {
            const std::uint32_t v = next.back();
            next.pop_back();
            ++parts.sizes.back();
            for (const std::uint32_t n : mesh.neighbours(v)) {
                if (parts.of[n] >= 0 || isPainted(layer.values()[n])) continue;
                parts.of[n] = number;
                next.push_back(n);
            }
        }
    }
    return parts;
}

// The height of a region's lowest vertex, metres.
float lowestOf(const std::string& region) {
    const body::Atlas& atlas = test::theBody().atlas();
    float lowest = std::numeric_limits<float>::infinity();
    for (std::uint32_t v = 0; v < test::theBody().mesh().vertexCount(); ++v) {
        if (atlas.region(atlas.regionOf(v)).id == region)
            lowest = std::min(lowest, test::theBody().mesh().positions()[v].y);
    }
    return lowest;
}

bool hangsTogether(const body::SurfaceMesh& mesh, const Layer& layer) {
    const auto painted = [&](std::uint32_t v) { return isPainted(layer.values()[v]); };
    std::vector<bool> seen(mesh.vertexCount(), false);
    int groups = 0;
    for (std::uint32_t start = 0; start < mesh.vertexCount(); ++start) {
        if (seen[start] || !painted(start)) continue;
        ++groups;
        std::vector<std::uint32_t> next{start};
        seen[start] = true;
        while (!next.empty()) {
            const std::uint32_t v = next.back();
            next.pop_back();
            for (const std::uint32_t n : mesh.neighbours(v)) {
                if (seen[n] || !painted(n)) continue;
                seen[n] = true;
                next.push_back(n);
            }
        }
    }
    return groups == 1;
}

}  // namespace

TEST_CASE("the girth of a cylinder is its circumference, across its axis, wherever it is taken") {
    const auto body = bodyOf(test::makeCylinder(0.05F, 0.8F, 48, 120));
    Random random(41);
    for (int round = 0; round < 20; ++round) {
        const auto angle = random.between(0.0, 6.28);
        const glm::vec3 at(0.05 * std::cos(angle), random.between(0.2, 0.6), 0.05 * std::sin(angle));
        const auto girth = girthAt(*body, skinAt(*body, at));
        REQUIRE(girth.has_value());
        CHECK(girth->length == doctest::Approx(2.0 * glm::pi<double>() * 0.05).epsilon(0.005));
        CHECK(std::abs(girth->axis.y) > 0.999F);
        for (std::size_t i = 0; i < girth->pieces.size(); ++i) {
            const GirthPiece& piece = girth->pieces[i];
            const GirthPiece& next = girth->pieces[(i + 1) % girth->pieces.size()];
            const glm::vec3 end = body->mesh().position({piece.triangle, piece.to});
            CHECK(glm::distance(end, body->mesh().position({next.triangle, next.from})) < 1.0e-6F);
        }
        const auto points = pointsAlong(*girth, body->mesh(), 0.01F);
        CHECK(points.size() >= 31);
        CHECK(points.size() <= 33);
    }
}

TEST_CASE("a band round a cylinder covers its width, all round, and no more") {
    const auto body = bodyOf(test::makeCylinder(0.05F, 0.8F, 48, 240));
    BodyMap map = bareMap(*body);
    paint(*body, map, bandAt(*body, skinAt(*body, {0.05F, 0.4F, 0.0F}), 6.0));
    const auto values = map.layer(LayerKind::Pain).values();
    for (std::uint32_t v = 0; v < map.vertexCount(); ++v) {
        const float away = std::abs(body->mesh().positions()[v].y - 0.4F);
        CAPTURE(away);
        if (away < 0.8F * 0.03F - 0.0015F) REQUIRE(values[v] == valueOf(10));
        if (away > 0.0301F) REQUIRE(values[v] == 0);
    }
}

TEST_CASE("a sheet has no way round, and a band there is a dab") {
    const auto body = bodyOf(test::makePlane(0.4F, 80));
    const auto at = skinAt(*body, {0.01F, 0.02F, 0.0F});
    CHECK_FALSE(girthAt(*body, at).has_value());
    BodyMap map = bareMap(*body), other = bareMap(*body);
    Stroke stroke = bandAt(*body, at, 5.0);
    paint(*body, map, stroke);
    stroke.tool = Tool::Brush;
    paint(*body, other, stroke);
    CHECK(map == other);
}

TEST_CASE(
    "a band on the standard body cuts the limb off from the rest, in one piece, and stays near its hit") {
    const struct {
        std::string region;
        double widthCm;
        double girthLow, girthHigh;  // metres
    } limbs[] = {
        {"forearm_flexor_L", 5.0, 0.15, 0.33},
        {"biceps_R", 5.0, 0.2, 0.45},
        {"wrist_L", 4.0, 0.12, 0.26},
        {"quad_mid_L", 6.0, 0.38, 0.75},
        {"shin_R", 5.0, 0.17, 0.5},
        {"calf_inner_L", 5.0, 0.2, 0.5},
        {"kneecap_L", 5.0, 0.3, 0.55},
        {"fingers_L", 1.0, 0.03, 0.17},  // at a web it runs round the roots of two fingers
        {"fingers_R", 1.0, 0.03, 0.17},
        {"throat", 4.0, 0.28, 0.6},
        {"neck_back_L", 4.0, 0.28, 0.6},
        {"abdomen_mid", 8.0, 0.6, 1.2},
        {"midback_R", 8.0, 0.6, 1.3},
        {"spine_lumbar", 8.0, 0.6, 1.2},
        {"adductors_L", 6.0, 0.35, 0.8},
        {"ankle_inner_R", 4.0, 0.18, 0.4},
    };
    Random random(42);
    const body::SurfaceMesh& mesh = test::theBody().mesh();
    for (const auto& limb : limbs) {
        for (int round = 0; round < 12; ++round) {
            CAPTURE(limb.region);
            CAPTURE(round);
            const auto at = skinIn(limb.region, random);
            const glm::vec3 hit = mesh.position(at);
            // Above the crotch the way round is that of the hips; where the neck runs out into breastbone and
            // shoulders it is theirs.
            if ((limb.region == "quad_mid_L" || limb.region == "adductors_L") && hit.y > 0.78F) continue;
            if (limb.region == "throat" && (hit.y < 1.44F || hit.y > 1.46F)) continue;
            if (limb.region == "neck_back_L" && hit.y < 1.46F) continue;
            // On a fingertip a band leaves nothing to cut off.
            if (limb.region.starts_with("fingers") && hit.y < lowestOf(limb.region) + 0.02F) continue;
            CAPTURE(hit.x);
            CAPTURE(hit.y);
            CAPTURE(hit.z);
            const auto girth = girthAt(test::theBody(), at);
            REQUIRE(girth.has_value());
            CHECK(static_cast<double>(girth->length) > limb.girthLow);
            CHECK(static_cast<double>(girth->length) < limb.girthHigh);
            BodyMap map = bareMap(test::theBody());
            paint(test::theBody(), map, bandAt(test::theBody(), at, limb.widthCm));
            requireSound(map);
            const Layer& pain = map.layer(LayerKind::Pain);
            CHECK(hangsTogether(mesh, pain));
            const Parts parts = partsWithout(mesh, pain);
            auto sizes = parts.sizes;
            std::sort(sizes.rbegin(), sizes.rend());
            REQUIRE(sizes.size() >= 2);
            CHECK(sizes[1] > 5);
            // All of it lies within half the width of the plane and of the way round.
            const auto reach = static_cast<float>(limb.widthCm / 200.0) + 0.004F;
            const auto way = pointsAlong(*girth, mesh, 0.002F);
            for (std::uint32_t v = 0; v < map.vertexCount(); ++v) {
                if (pain.values()[v] == 0) continue;
                float nearest = std::numeric_limits<float>::infinity();
                for (const auto& point : way)
                    nearest = std::min(nearest, glm::distance(mesh.position(point), mesh.positions()[v]));
                REQUIRE(nearest < reach);
            }
        }
    }
}

TEST_CASE("a band round one limb leaves the other alone, and the mirror makes the same there") {
    Random random(43);
    const body::SurfaceMesh& mesh = test::theBody().mesh();
    for (const std::string region :
         {"adductors_L", "quad_mid_L", "forearm_flexor_L", "forefoot_L", "palm_L"}) {
        for (int round = 0; round < 6; ++round) {
            CAPTURE(region);
            const auto at = skinIn(region, random);
            if (mesh.position(at).y > 0.75F && region != "palm_L" && region != "forearm_flexor_L")
                continue;  // the girth there is that of the hips
            BodyMap one = bareMap(test::theBody()), both = bareMap(test::theBody()),
                    twice = bareMap(test::theBody());
            Stroke stroke = bandAt(test::theBody(), at, 5.0);
            paint(test::theBody(), one, stroke);
            for (std::uint32_t v = 0; v < one.vertexCount(); ++v) {
                if (one.layer(LayerKind::Pain).values()[v] > 0) REQUIRE(mesh.positions()[v].x > 0.0F);
            }
            paint(test::theBody(), twice, stroke);
            stroke.points = {mesh.mirrored(at).value()};
            paint(test::theBody(), twice, stroke);
            stroke.mirror = true;
            paint(test::theBody(), both, stroke);
            const auto values = both.layer(LayerKind::Pain).values();
            for (std::uint32_t v = 0; v < both.vertexCount(); ++v) {
                REQUIRE(values[v] == values[mesh.mirrorOf(v)]);
                REQUIRE(values[v] == twice.layer(LayerKind::Pain).values()[v]);
            }
        }
    }
}

TEST_CASE(
    "a band in the middle of the body lies level: no sling over a shoulder, no slant on a tapering limb") {
    const struct {
        glm::vec3 at;
        glm::vec3 axis;
        float least;  // of the cosine between the two
    } cases[] = {
        {{0.0F, 1.05F, 0.12F}, {0.0F, 1.0F, 0.0F}, 0.98F},   // navel
        {{0.09F, 1.25F, 0.12F}, {0.0F, 1.0F, 0.0F}, 0.95F},  // chest
        {{-0.09F, 1.2F, -0.1F}, {0.0F, 1.0F, 0.0F}, 0.95F},  // back
        {{0.1F, 0.75F, 0.1F}, {0.0F, 1.0F, 0.0F}, 0.95F},    // thigh
        {{-0.17F, 0.13F, 0.05F}, {0.0F, 1.0F, 0.0F}, 0.95F}  // above the ankle
    };
    for (const auto& one : cases) {
        CAPTURE(one.at.x);
        CAPTURE(one.at.y);
        const auto girth = girthAt(test::theBody(), skinAt(test::theBody(), one.at));
        REQUIRE(girth.has_value());
        CHECK(std::abs(glm::dot(girth->axis, one.axis)) > one.least);
    }
}

TEST_CASE("a band on a toe goes round that toe") {
    const body::SurfaceMesh& mesh = test::theBody().mesh();
    for (const auto& [at, girthMost, from, to] :
         {std::tuple{glm::vec3{0.16F, 0.023F, 0.2F}, 0.085F, 0.14F, 0.176F},
          std::tuple{glm::vec3{0.185F, 0.016F, 0.205F}, 0.06F, 0.174F, 0.194F}}) {
        const auto hit = skinAt(test::theBody(), at);
        CAPTURE(mesh.position(hit).x);
        const auto girth = girthAt(test::theBody(), hit);
        REQUIRE(girth.has_value());
        CHECK(girth->length < girthMost);
        BodyMap map = bareMap(test::theBody());
        CHECK(paint(test::theBody(), map, bandAt(test::theBody(), hit, 1.0)).vertices.size() > 10);
        for (std::uint32_t v = 0; v < map.vertexCount(); ++v) {
            if (map.layer(LayerKind::Pain).values()[v] == 0) continue;
            REQUIRE(mesh.positions()[v].x > from);
            REQUIRE(mesh.positions()[v].x < to);
        }
    }
}
