// The body that is shipped, as the programs load it.

#include "body/body_model.h"
#include "body/skin_distance.h"
#include "core/atomic_file.h"
#include "core/random.h"
#include "support/random_geometry.h"
#include "support/standard_body.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string_view>
#include <unordered_map>
#include <vector>

using namespace palpate;
namespace fs = std::filesystem;
using body::BodyModel;
using body::SkinDistance;
using body::SkinPoint;
using body::SurfaceMesh;

namespace {

// The mean of the vertices of a region.
glm::vec3 middleOf(std::string_view region) {
    const auto index = test::theBody().atlas().find(region);
    REQUIRE_MESSAGE(index.has_value(), std::string(region));
    glm::vec3 sum(0.0F);
    float count = 0.0F;
    for (std::uint32_t v = 0; v < test::theBody().mesh().vertexCount(); ++v) {
        if (test::theBody().atlas().regionOf(v) != *index) continue;
        sum += test::theBody().mesh().positions()[v];
        count += 1.0F;
    }
    return sum / count;
}

SkinPoint atVertex(const SurfaceMesh& mesh, std::uint32_t vertex) {
    SkinPoint point{mesh.trianglesAround(vertex)[0], glm::vec3(0.0F)};
    for (std::size_t i = 0; i < 3; ++i) {
        if (mesh.triangles()[point.triangle][i] == vertex)
            point.barycentric[static_cast<glm::length_t>(i)] = 1.0F;
    }
    return point;
}

}  // namespace

TEST_CASE(
    "the standard body is one closed skin without handles, 1.4 to 2 metres tall, standing on the ground") {
    const SurfaceMesh& mesh = test::theBody().mesh();
    std::unordered_map<std::uint64_t, int> edges;
    const auto key = [](std::uint32_t a, std::uint32_t b) { return std::uint64_t{a} << 32U | b; };
    for (const auto& t : mesh.triangles()) {
        for (std::size_t i = 0; i < 3; ++i)
            ++edges[key(t[i], t[(i + 1) % 3])];
    }
    std::size_t open = 0;
    for (const auto& t : mesh.triangles()) {
        for (std::size_t i = 0; i < 3; ++i) {
            const auto back = edges.find(key(t[(i + 1) % 3], t[i]));
            if (edges[key(t[i], t[(i + 1) % 3])] != 1 || back == edges.end()) ++open;
        }
    }
    CHECK(open == 0);
    CHECK(mesh.vertexCount() == mesh.triangles().size() / 2 + 2);
    CHECK(std::abs(mesh.bounds().lowest.y) < 0.01F);
    CHECK(mesh.bounds().size().y > 1.4F);
    CHECK(mesh.bounds().size().y < 2.0F);
    CHECK(mesh.area() > 1.2);
    CHECK(mesh.area() < 2.4);
}

TEST_CASE("the standard body has 141 regions whose sides mirror each other vertex by vertex") {
    const BodyModel& body = test::theBody();
    CHECK(body.atlas().regions().size() == 141);
    for (std::uint32_t v = 0; v < body.mesh().vertexCount(); ++v) {
        const std::uint32_t across = body.mesh().mirrorOf(v);
        REQUIRE(across != SurfaceMesh::kNoVertex);
        const glm::vec3 p = body.mesh().positions()[v];
        REQUIRE(body.mesh().positions()[across] == glm::vec3(-p.x, p.y, p.z));
        const body::Region& region = body.atlas().region(body.atlas().regionOf(v));
        if (across != v)
            REQUIRE(body.atlas().regionOf(across) == region.mirror.value_or(body.atlas().regionOf(v)));
    }
}

TEST_CASE("every place on the standard body has a mirrored place") {
    const SurfaceMesh& mesh = test::theBody().mesh();
    for (std::uint32_t t = 0; t < mesh.triangles().size(); ++t) {
        const auto across = mesh.mirrored({t, {0.5F, 0.3F, 0.2F}});
        REQUIRE(across.has_value());
        REQUIRE(mesh.mirrored(*across) == SkinPoint{t, {0.5F, 0.3F, 0.2F}});
    }
}

TEST_CASE("the standard body's left is +X, its front +Z and its head up") {
    CHECK(middleOf("palm_L").x > 0.3F);
    CHECK(middleOf("palm_R").x < -0.3F);
    CHECK(middleOf("nose_mouth_chin").z > middleOf("back_of_head_L").z + 0.1F);
    CHECK(middleOf("sternum").z > middleOf("spine_thoracic").z + 0.1F);
    CHECK(middleOf("crown").y > 1.4F);
    CHECK(middleOf("heel_L").y < 0.1F);
    CHECK(middleOf("heel_L").z < middleOf("forefoot_L").z);
}

TEST_CASE("no ray from inside of the standard body slips out") {
    const BodyModel& body = test::theBody();
    core::Random random(31);
    for (const char* part : {"sternum", "quad_mid_L", "triceps_R", "palm_L", "crown"}) {
        // A little way in from the skin nearest to the middle of the part.
        const auto nearest = body.bvh().nearest(middleOf(part), 0.1F);
        REQUIRE(nearest.has_value());
        const glm::vec3 inside =
            body.mesh().position(nearest->point) - body.mesh().normal(nearest->point) * 0.008F;
        int slipped = 0;
        for (int i = 0; i < 20000; ++i) {
            glm::vec3 direction = test::randomDirection(random);
            if (i % 2 == 1) direction = test::onAnEdge(body.mesh(), random) - inside;
            if (!body.bvh().firstHit({inside, direction})) ++slipped;
        }
        CHECK_MESSAGE(slipped == 0, part);
    }
}

TEST_CASE("across a gap of the standard body the skin's way is longer than the air's") {
    const BodyModel& body = test::theBody();
    const SurfaceMesh& mesh = body.mesh();
    SkinDistance distance(mesh);
    int gaps = 0, leaks = 0;
    for (std::uint32_t v = 0; v < mesh.vertexCount(); v += 3) {
        const glm::vec3 normal = mesh.normals()[v];
        const auto facing = body.bvh().firstHit({mesh.positions()[v] + normal * 0.0005F, normal});
        if (!facing || facing->distance > 0.05F || glm::dot(mesh.normal(facing->point), normal) > -0.8F)
            continue;
        const std::uint32_t there = mesh.nearestVertex(facing->point);
        const float throughTheAir = glm::distance(mesh.positions()[v], mesh.positions()[there]);
        if (throughTheAir < 0.005F) continue;  // one edge may span it
        // Round the bottom of a gap it is half a circle, pi / 2 times the air's way; round its end it may be
        // less.
        const auto reached = distance.within(atVertex(mesh, v), 1.1F * throughTheAir);
        ++gaps;
        if (std::any_of(reached.begin(), reached.end(), [&](const auto& r) { return r.vertex == there; }))
            ++leaks;
    }
    CHECK(gaps > 100);
    CHECK(leaks == 0);
}

TEST_CASE("a dab on the inner arm leaves the trunk alone and one on the inner thigh the other leg") {
    const BodyModel& body = test::theBody();
    const SurfaceMesh& mesh = body.mesh();
    SkinDistance distance(mesh);
    const auto regionOf = [&](std::uint32_t v) {
        return std::string_view(body.atlas().region(body.atlas().regionOf(v)).base);
    };

    const auto ribs = body.bvh().nearest(middleOf("elbow_inner_L"), 0.2F);
    REQUIRE(ribs.has_value());
    for (const auto& [vertex, along] : distance.within(ribs->point, 0.1F)) {
        for (const char* trunk : {"ribs_side", "lat", "flank", "hip_outer", "chest"})
            REQUIRE(regionOf(vertex) != trunk);
    }

    float crotch = 10.0F;
    for (const glm::vec3& p : mesh.positions()) {
        if (p.x == 0.0F) crotch = std::min(crotch, p.y);
    }
    std::uint32_t thigh = SurfaceMesh::kNoVertex;
    for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
        const glm::vec3 p = mesh.positions()[v];
        if (p.x <= 0.0F || p.y > crotch - 0.09F || p.y < crotch - 0.1F) continue;
        if (thigh == SurfaceMesh::kNoVertex || p.x < mesh.positions()[thigh].x) thigh = v;
    }
    REQUIRE(thigh != SurfaceMesh::kNoVertex);
    CHECK(mesh.positions()[thigh].x < 0.04F);
    for (const auto& [vertex, along] : distance.within(atVertex(mesh, thigh), 0.08F))
        REQUIRE(mesh.positions()[vertex].x > 0.0F);
}

TEST_CASE("every figure of the model file loads on the same topology and its maps mean the same places") {
    const auto figures = body::standardBodyFigures(test::modelsFolder());
    REQUIRE(figures.has_value());
    CHECK(figures->front() == "neutral");
    for (const std::string& figure : *figures) {
        const auto body = body::loadStandardBody(test::modelsFolder(), figure);
        REQUIRE_MESSAGE(body.has_value(), figure);
        const SurfaceMesh& mesh = (*body)->mesh();
        CHECK(mesh.topologyId() == test::theBody().mesh().topologyId());
        CHECK((*body)->atlas().id() == test::theBody().atlas().id());
        for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
            REQUIRE(mesh.mirrorOf(v) == test::theBody().mesh().mirrorOf(v));
            REQUIRE(std::abs(glm::length(mesh.normals()[v]) - 1.0F) < 1e-3F);
        }
    }
}

TEST_CASE("a truncated copy of the standard body is refused with what is missing") {
    const auto whole = core::readFile(test::modelsFolder() / "standard_body.glb");
    REQUIRE(whole.has_value());
    const fs::path folder = fs::temp_directory_path() / ("palpate-real-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    for (const double share : {0.001, 0.3, 0.999}) {
        const auto length = static_cast<std::ptrdiff_t>(share * static_cast<double>(whole->size()));
        REQUIRE(core::writeFileAtomically(folder / "standard_body.glb",
                                          std::span(whole->data(), whole->data() + length))
                    .has_value());
        const auto loaded = body::loadStandardBody(folder);
        REQUIRE_FALSE(loaded.has_value());
        CHECK(loaded.error().what.find("cut short") != std::string::npos);
    }
    fs::remove_all(folder);
}
