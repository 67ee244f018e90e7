#include "bodygen/remesh.h"
#include "bodygen/edit_mesh.h"
#include "bodygen/mesh_checks.h"
#include "bodygen/mesh_order.h"
#include "core/random.h"
#include "neutral_field.h"

namespace {

using namespace palpate;
using namespace palpate::bodygen;

// A flat square of side `cells`, 1 m a cell.
Mesh square(std::uint32_t cells) {
    Mesh mesh;
    for (std::uint32_t y = 0; y <= cells; ++y)
        for (std::uint32_t x = 0; x <= cells; ++x)
            mesh.points.emplace_back(x, y, 0.0);
    const std::uint32_t row = cells + 1;
    for (std::uint32_t y = 0; y < cells; ++y) {
        for (std::uint32_t x = 0; x < cells; ++x) {
            const std::uint32_t a = y * row + x;
            mesh.triangles.push_back({a, a + 1, a + row + 1});
            mesh.triangles.push_back({a, a + row + 1, a + row});
        }
    }
    return mesh;
}

double area(const Mesh& mesh) {
    double sum = 0.0;
    for (const Triangle& t : mesh.triangles)
        sum += 0.5 * glm::length(glm::cross(mesh.points[t[1]] - mesh.points[t[0]],
                                            mesh.points[t[2]] - mesh.points[t[0]]));
    return sum;
}

Mesh makeCoarseBody() {
    RemeshOptions options;
    options.coarseness = 2.5;
    options.rounds = 4;
    return ordered(remeshBody(neutralField(), options), neutralField());
}

const Mesh& coarseBody() {
    static const Mesh mesh = makeCoarseBody();
    return mesh;
}

std::vector<Vec3> normalsOf(const Mesh& mesh) {
    std::vector<Vec3> normals;
    for (const Vec3& p : mesh.points)
        normals.push_back(neutralField().normal(p));
    return normals;
}

}  // namespace

TEST_CASE("splitting an edge keeps the area and adds one point and two triangles") {
    const Mesh start = square(4);
    EditMesh mesh(start);
    mesh.split({6, 12});
    const Mesh after = mesh.compacted();
    CHECK(after.points.size() == start.points.size() + 1);
    CHECK(after.triangles.size() == start.triangles.size() + 2);
    CHECK(area(after) == doctest::Approx(area(start)));
}

TEST_CASE("collapsing an inner edge of a flat mesh keeps its area and removes two triangles") {
    const Mesh start = square(4);
    EditMesh mesh(start);
    EditMesh::CollapseLimits limits;
    limits.longestEdge = 10.0;
    REQUIRE(mesh.collapse({12, 13}, limits));
    const Mesh after = mesh.compacted();
    CHECK(after.triangles.size() == start.triangles.size() - 2);
    CHECK(area(after) == doctest::Approx(area(start)));
}

TEST_CASE("a collapse that would make too long an edge or leave the midline is refused") {
    EditMesh mesh(square(4));
    EditMesh::CollapseLimits limits;
    limits.longestEdge = 1.2;
    CHECK_FALSE(mesh.collapse({12, 13}, limits));
    limits.longestEdge = 10.0;
    const auto kept = mesh.collapse({10, 11}, limits);  // 10 lies on x == 0
    REQUIRE(kept);
    CHECK(*kept == 10);
    CHECK(mesh.point(10).x == 0.0);
}

TEST_CASE("a coarse body is closed, of one piece, without handles and symmetric") {
    const MeshReport report = checkMesh(coarseBody(), normalsOf(coarseBody()));
    CHECK(report.badEdges == 0);
    CHECK(report.components == 1);
    CHECK(report.genus == 0);
    CHECK(report.unpairedPoints == 0);
    CHECK(report.unpairedTriangles == 0);
    CHECK(report.volume == doctest::Approx(0.0585).epsilon(0.02));
}

TEST_CASE("remeshing twice gives the same bits") {
    const Mesh again = makeCoarseBody();
    CHECK(again.triangles == coarseBody().triangles);
    CHECK(again.points == coarseBody().points);
}

TEST_CASE("the checks see a hole, a flipped triangle, a lost partner and a cut") {
    const Mesh& mesh = coarseBody();
    std::vector<Vec3> normals = normalsOf(mesh);
    const std::size_t folded = checkMesh(mesh, normals).flipped.size();
    Mesh holed = mesh;
    holed.triangles.pop_back();
    CHECK(checkMesh(holed, normals).badEdges == 3);
    Mesh moved = mesh;
    const auto off = static_cast<std::size_t>(
        std::find_if(mesh.points.begin(), mesh.points.end(), [](const Vec3& p) { return p.x > 0.1; }) -
        mesh.points.begin());
    moved.points[off].x -= 0.05;
    CHECK(checkMesh(moved, normals).unpairedPoints == 2);
    Mesh pierced = mesh;
    pierced.points[off].x = -0.5;
    CHECK_FALSE(selfIntersections(pierced).empty());
    for (Vec3& n : normals)
        n = -n;
    CHECK(checkMesh(mesh, normals).flipped.size() == mesh.triangles.size() - folded);
}
