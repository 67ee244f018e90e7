#include "bodygen/mesh_checks.h"
#include "bodygen/mesh_order.h"
#include "core/atomic_file.h"
#include "neutral_field.h"

#include <algorithm>

namespace {

using namespace palpate;
using namespace palpate::bodygen;

const BodyModel& committedBody() {
    static const core::Result<BodyModel> model = readGlb(kModels / "standard_body.glb");
    REQUIRE(model);
    return *model;
}

MeshReport reportOf(const BodyModel& model) {
    std::vector<Vec3> normals;
    for (const glm::vec3& n : model.normals)
        normals.emplace_back(n);
    return checkMesh(meshOf(model), normals);
}

// Median edge length in millimetres of the triangles whose points all belong to one of the parts.
double medianEdge(std::initializer_list<Part> parts) {
    const Mesh mesh = meshOf(committedBody());
    std::vector<char> wanted(mesh.points.size());
    for (std::size_t v = 0; v < mesh.points.size(); ++v) {
        const PartWeights weights = neutralField().weights(mesh.points[v]);
        const auto part =
            static_cast<Part>(std::max_element(weights.begin(), weights.end()) - weights.begin());
        wanted[v] = std::find(parts.begin(), parts.end(), part) != parts.end() ? 1 : 0;
    }
    std::vector<double> lengths;
    for (const Triangle& t : mesh.triangles)
        if (wanted[t[0]] != 0 && wanted[t[1]] != 0 && wanted[t[2]] != 0)
            for (std::size_t i = 0; i < 3; ++i)
                lengths.push_back(1000.0 * glm::distance(mesh.points[t[i]], mesh.points[t[(i + 1) % 3]]));
    std::nth_element(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2),
                     lengths.end());
    return lengths[lengths.size() / 2];
}

}  // namespace

TEST_CASE(
    "the committed body is closed, of one piece, without handles, bitwise symmetric and nowhere folded") {
    const MeshReport report = reportOf(committedBody());
    CHECK(report.badEdges == 0);
    CHECK(report.components == 1);
    CHECK(report.genus == 0);
    CHECK(report.unpairedPoints == 0);
    CHECK(report.unpairedTriangles == 0);
    CHECK(report.flipped.empty());
    CHECK(report.points >= 45'000);
    CHECK(report.points <= 70'000);
    CHECK(report.angleAtTenthPercent >= 25.0);
    CHECK(report.smallestAngle >= 20.0);
}

TEST_CASE("the committed body does not cut itself") {
    CHECK(selfIntersections(meshOf(committedBody())).empty());
}

TEST_CASE(
    "every figure is as sound as the neutral one: symmetric, nowhere folded, no cuts, feet on the ground") {
    REQUIRE(committedBody().targets.size() == 5);
    for (const BodyModel::Target& target : committedBody().targets) {
        CAPTURE(target.name);
        const BodyModel figure = figureOf(committedBody(), target);
        const MeshReport report = reportOf(figure);
        CHECK(report.flipped.empty());
        CHECK(report.smallestAngle >= 12.0);
        CHECK(selfIntersections(meshOf(figure)).empty());
        const auto partner = mirrorPartners(meshOf(committedBody()));
        double off = 0.0, lowest = 1.0;
        for (std::size_t v = 0; v < partner.size(); ++v) {
            const glm::vec3 &p = figure.points[v], &q = figure.points[partner[v]];
            off = std::max(off, static_cast<double>(std::max(
                                    {std::abs(p.x + q.x), std::abs(p.y - q.y), std::abs(p.z - q.z)})));
            lowest = std::min(lowest, static_cast<double>(p.y));
        }
        CHECK(off == 0.0);
        CHECK(std::abs(lowest) < 0.0015);
    }
}

TEST_CASE("evaluating the committed body under the committed tables changes no bit of it") {
    const auto again = evaluateFigure(committedBody(), kModels, committedBody().name, Pose::Chart);
    REQUIRE(again);
    CHECK(again->points == committedBody().points);
    CHECK(again->normals == committedBody().normals);
}

TEST_CASE("the figures differ as their names say") {
    const auto measured = [](const std::string& name) {
        const auto& targets = committedBody().targets;
        const auto found =
            std::find_if(targets.begin(), targets.end(), [&](const auto& t) { return t.name == name; });
        REQUIRE(found != targets.end());
        double stature = 0.0;
        for (const glm::vec3& p : found->points)
            stature = std::max(stature, static_cast<double>(p.y));
        return std::pair(stature, reportOf(figureOf(committedBody(), *found)).volume);
    };
    const auto [femaleStature, femaleVolume] = measured("female");
    const auto [maleStature, maleVolume] = measured("male");
    CHECK(maleStature > femaleStature + 0.1);
    CHECK(maleVolume > 1.2 * femaleVolume);
    CHECK(measured("larger").second > 1.3 * femaleVolume);
    CHECK(measured("child").first < 1.35);
    CHECK(measured("child").second < 0.6 * femaleVolume);
}

TEST_CASE("mirror partners of the committed body are mutual and midline points are their own") {
    const Mesh mesh = meshOf(committedBody());
    const auto partner = mirrorPartners(mesh);
    for (std::uint32_t v = 0; v < partner.size(); ++v) {
        REQUIRE(partner[partner[v]] == v);
        REQUIRE((partner[v] == v) == (mesh.points[v].x == 0.0));
    }
}

TEST_CASE("edges are 5.5 to 7 mm on trunk and limbs and at most 3.5 mm on hands, feet and face") {
    CHECK(medianEdge({Part::Torso}) >= 5.5);
    CHECK(medianEdge({Part::Torso}) <= 7.0);
    CHECK(medianEdge({Part::Arm, Part::Leg}) >= 5.5);
    CHECK(medianEdge({Part::Arm, Part::Leg}) <= 7.0);
    CHECK(medianEdge({Part::Palm, Part::Thumb, Part::Index, Part::Middle, Part::Ring, Part::Little}) <= 3.5);
    CHECK(medianEdge({Part::Foot, Part::Toe1, Part::Toe2, Part::Toe3, Part::Toe4, Part::Toe5}) <= 3.5);
    CHECK(medianEdge({Part::Nose, Part::Ear, Part::Chin}) <= 3.5);
}

TEST_CASE("the committed points lie on the skin of the committed tables and their normals are the field's") {
    const BodyModel& model = committedBody();
    std::size_t off = 0, seen = 0;
    for (std::size_t v = 0; v < model.points.size(); v += 7, ++seen) {
        const Vec3 p(model.points[v]);
        const double away = std::abs(neutralField().value(p));
        REQUIRE(away < 3e-3);
        if (away > 1e-4) ++off;
        REQUIRE(glm::dot(neutralField().normal(p), Vec3(model.normals[v])) > 0.99);
    }
    CHECK(off < seen / 500);  // in the narrowest grooves
}

TEST_CASE("vertices are stored part by part") {
    const BodyModel& model = committedBody();
    std::size_t before = 0;
    for (const glm::vec3& point : model.points) {
        const PartWeights weights = neutralField().weights(Vec3(point));
        const auto part =
            static_cast<std::size_t>(std::max_element(weights.begin(), weights.end()) - weights.begin());
        // The order is that of the day of the remeshing: rounding, and tables that were corrected since, may
        // carry a point a little way across a seam.
        const double lead = weights[part] - weights[before];
        if (part < before) REQUIRE(lead < 0.02);
        before = std::max(before, part);
    }
}

TEST_CASE("the manifest tells the counts and the topology of the committed body") {
    const auto manifest = core::readTextFile(kModels / "manifest.json");
    REQUIRE(manifest);
    CHECK(manifest->find(topologyId(committedBody())) != std::string::npos);
    CHECK(manifest->find("\"vertices\": " + std::to_string(committedBody().points.size())) !=
          std::string::npos);
    CHECK(manifest->find("\"triangles\": " + std::to_string(committedBody().triangles.size())) !=
          std::string::npos);
}

TEST_CASE("a file that palpate-bodygen did not write is refused") {
    CHECK_FALSE(readGlb(kModels / "chains.txt"));
    CHECK_FALSE(readGlb(kModels / "missing.glb"));
}
