#include "bodygen/thin_angles.h"
#include "bodygen/edit_mesh.h"
#include "bodygen/mesh_checks.h"
#include "bodygen/mesh_order.h"
#include "bodygen/units.h"
#include "neutral_field.h"

namespace {

using namespace palpate;
using namespace palpate::bodygen;

Mesh committedMesh() {
    const auto model = readGlb(kModels / "standard_body.glb");
    REQUIRE(model);
    return meshOf(*model);
}

double smallest(const Mesh& mesh) {
    double least = M_PI;
    for (const Triangle& t : mesh.triangles)
        least = std::min(least, smallestAngle(mesh.points[t[0]], mesh.points[t[1]], mesh.points[t[2]]));
    return least;
}

// A left point and its mirror image moved along the skin, almost onto a neighbour.
void squeeze(Mesh& mesh, const std::vector<std::uint32_t>& partner, std::uint32_t triangle) {
    const Triangle& t = mesh.triangles[triangle];
    const Vec3 to = neutralField().onSkin(glm::mix(mesh.points[t[0]], mesh.points[t[1]], 0.93), 4);
    mesh.points[t[0]] = to;
    mesh.points[partner[t[0]]] = Vec3(-to.x, to.y, to.z);
}

}  // namespace

TEST_CASE("squeezed triangles open again, on both sides alike, and their points stay on the skin") {
    Mesh mesh = committedMesh();
    const auto partner = mirrorPartners(mesh);
    std::size_t squeezed = 0;
    for (std::uint32_t t = 1000; t < mesh.triangles.size() && squeezed < 20; t += 3001) {
        const Triangle& triangle = mesh.triangles[t];
        if (mesh.points[triangle[0]].x < 0.02 || mesh.points[triangle[1]].x < 0.02) continue;
        squeeze(mesh, partner, t);
        ++squeezed;
    }
    REQUIRE(squeezed == 20);
    REQUIRE(smallest(mesh) < 8.0 * kRadians);
    const std::size_t left = openThinAngles(mesh, neutralField(), partner, {16.0 * kRadians, 0.35});
    CHECK(left == 0);
    CHECK(smallest(mesh) >= 16.0 * kRadians);
    CHECK(mirrorPartners(mesh) == partner);
    std::size_t off = 0;
    for (std::size_t v = 0; v < mesh.points.size(); v += 5)
        if (std::abs(neutralField().value(mesh.points[v])) > 1e-4) ++off;
    CHECK(off < mesh.points.size() / 2500);
}

TEST_CASE("a mesh without thin triangles keeps its bits") {
    Mesh mesh = committedMesh();
    const std::vector<Vec3> before = mesh.points;
    CHECK(openThinAngles(mesh, neutralField(), mirrorPartners(mesh), {16.0 * kRadians, 0.0}) == 0);
    CHECK(mesh.points == before);
}
