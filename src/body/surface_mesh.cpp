#include "body/surface_mesh.h"

#include "body/adjacency.h"
#include "core/hash.h"
#include "core/text.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::body {

namespace {

// Metres from the origin. Far beyond any body in any unit, and small enough that areas and grid cells never
// overflow.
constexpr float kFarthest = 1.0e6F;

// False for NaN too.
bool isSensible(const glm::vec3& v) {
    return std::abs(v.x) <= kFarthest && std::abs(v.y) <= kFarthest && std::abs(v.z) <= kFarthest;
}

core::Error unusable(std::string what) {
    return {std::move(what), "", core::tr("The model file is damaged or was not made for Palpate.")};
}

core::Result<void> checkMesh(std::span<const glm::vec3> positions, std::span<const glm::vec3> normals,
                             std::span<const Triangle> triangles) {
    if (triangles.empty()) return unusable(core::tr("The mesh has no triangles"));
    if (positions.size() >= SurfaceMesh::kNoVertex || triangles.size() >= SurfaceMesh::kNoVertex / 3) {
        return unusable(core::tr("The mesh is too large"));
    }
    if (!normals.empty() && normals.size() != positions.size()) {
        return unusable(core::trf("The mesh has {0} vertices but {1} normals",
                                  {std::to_string(positions.size()), std::to_string(normals.size())}));
    }
    for (std::size_t t = 0; t < triangles.size(); ++t) {
        for (const std::uint32_t corner : triangles[t]) {
            if (corner < positions.size()) continue;
            return unusable(
                core::trf("Triangle {0} of the mesh names vertex {1}, but there are only {2}",
                          {std::to_string(t), std::to_string(corner), std::to_string(positions.size())}));
        }
    }
    for (const std::span<const glm::vec3> numbers : {positions, normals}) {
        const auto bad = std::find_if_not(numbers.begin(), numbers.end(), isSensible);
        if (bad == numbers.end()) continue;
        return unusable(core::trf("Vertex {0} of the mesh holds a number that is not finite or far too large",
                                  {std::to_string(bad - numbers.begin())}));
    }
    return {};
}

// Length: twice the triangle's area.
glm::dvec3 areaVector(std::span<const glm::vec3> positions, const Triangle& triangle) {
    const glm::dvec3 a(positions[triangle[0]]);
    return glm::cross(glm::dvec3(positions[triangle[1]]) - a, glm::dvec3(positions[triangle[2]]) - a);
}

std::vector<glm::vec3> areaWeightedNormals(std::span<const glm::vec3> positions,
                                           std::span<const Triangle> triangles) {
    std::vector<glm::dvec3> sums(positions.size(), glm::dvec3(0.0));
    for (const Triangle& triangle : triangles) {
        const glm::dvec3 vector = areaVector(positions, triangle);
        for (const std::uint32_t corner : triangle)
            sums[corner] += vector;
    }
    std::vector<glm::vec3> normals(positions.size());
    std::transform(sums.begin(), sums.end(), normals.begin(), [](const glm::dvec3& sum) {
        const double length = glm::length(sum);
        // A vertex without any skin around it still gets a unit vector.
        return length > 0.0 ? glm::vec3(sum / length) : glm::vec3(0.0F, 0.0F, 1.0F);
    });
    return normals;
}

std::string hashTopology(std::size_t vertexCount, std::span<const Triangle> triangles) {
    core::Fnv1a64 hash;
    hash.addU32(static_cast<std::uint32_t>(vertexCount));
    for (const Triangle& triangle : triangles) {
        for (const std::uint32_t corner : triangle)
            hash.addU32(corner);
    }
    return hash.hex();
}

// Which corner of `triangle` is `vertex`; 3 if none.
std::size_t cornerOf(const Triangle& triangle, std::uint32_t vertex) {
    return static_cast<std::size_t>(std::find(triangle.begin(), triangle.end(), vertex) - triangle.begin());
}

}  // namespace

void Box::add(const glm::vec3& point) {
    lowest = glm::min(lowest, point);
    highest = glm::max(highest, point);
}

core::Result<SurfaceMesh> SurfaceMesh::create(std::vector<glm::vec3> positions,
                                              std::vector<glm::vec3> normals,
                                              std::vector<Triangle> triangles) {
    if (const auto checked = checkMesh(positions, normals, triangles); !checked) return checked.error();
    SurfaceMesh mesh;
    mesh.m_positions = std::move(positions);
    mesh.m_triangles = std::move(triangles);
    mesh.m_normals =
        normals.empty() ? areaWeightedNormals(mesh.m_positions, mesh.m_triangles) : std::move(normals);
    mesh.measure();
    VertexLists around = trianglesAroundVertices(mesh.m_triangles, mesh.m_positions.size());
    VertexLists neighbours = neighboursOfVertices(mesh.m_triangles, around);
    mesh.m_triangleStart = std::move(around.start);
    mesh.m_trianglesAround = std::move(around.items);
    mesh.m_neighbourStart = std::move(neighbours.start);
    mesh.m_neighbours = std::move(neighbours.items);
    mesh.m_mirror = mirrorPartners(mesh.m_positions);
    mesh.m_topologyId = hashTopology(mesh.m_positions.size(), mesh.m_triangles);
    return mesh;
}

void SurfaceMesh::measure() {
    std::vector<double> areas(m_positions.size(), 0.0);
    for (const Triangle& triangle : m_triangles) {
        const double area = 0.5 * glm::length(areaVector(m_positions, triangle));
        m_area += area;
        for (const std::uint32_t corner : triangle)
            areas[corner] += area / 3.0;
    }
    m_vertexAreas.resize(areas.size());
    std::transform(areas.begin(), areas.end(), m_vertexAreas.begin(),
                   [](double area) { return static_cast<float>(area); });
    for (const glm::vec3& position : m_positions)
        m_bounds.add(position);
}

std::span<const std::uint32_t> SurfaceMesh::neighbours(std::uint32_t vertex) const {
    const std::uint32_t start = m_neighbourStart[vertex];
    return std::span(m_neighbours).subspan(start, m_neighbourStart[vertex + 1] - start);
}

std::span<const std::uint32_t> SurfaceMesh::trianglesAround(std::uint32_t vertex) const {
    const std::uint32_t start = m_triangleStart[vertex];
    return std::span(m_trianglesAround).subspan(start, m_triangleStart[vertex + 1] - start);
}

glm::vec3 SurfaceMesh::position(const SkinPoint& point) const {
    const Triangle& corners = m_triangles[point.triangle];
    return m_positions[corners[0]] * point.barycentric.x + m_positions[corners[1]] * point.barycentric.y +
           m_positions[corners[2]] * point.barycentric.z;
}

glm::vec3 SurfaceMesh::normal(const SkinPoint& point) const {
    const Triangle& corners = m_triangles[point.triangle];
    const glm::vec3 sum = m_normals[corners[0]] * point.barycentric.x +
                          m_normals[corners[1]] * point.barycentric.y +
                          m_normals[corners[2]] * point.barycentric.z;
    const float length = glm::length(sum);
    return length > 0.0F ? sum / length : m_normals[nearestVertex(point)];
}

std::uint32_t SurfaceMesh::nearestVertex(const SkinPoint& point) const {
    const glm::vec3& weight = point.barycentric;
    glm::length_t best = 0;
    for (glm::length_t corner = 1; corner < 3; ++corner) {
        if (weight[corner] > weight[best]) best = corner;
    }
    return m_triangles[point.triangle][static_cast<std::size_t>(best)];
}

std::optional<SkinPoint> SurfaceMesh::mirrored(const SkinPoint& point) const {
    Triangle wanted = m_triangles[point.triangle];
    for (std::uint32_t& corner : wanted) {
        corner = m_mirror[corner];
        if (corner == kNoVertex) return std::nullopt;
    }
    for (const std::uint32_t candidate : trianglesAround(wanted[0])) {
        const Triangle& corners = m_triangles[candidate];
        SkinPoint partner{candidate, glm::vec3(0.0F)};
        bool matches = true;
        for (std::size_t i = 0; i < 3 && matches; ++i) {
            const std::size_t corner = cornerOf(corners, wanted[i]);
            matches = corner < 3;
            if (matches) {
                partner.barycentric[static_cast<glm::length_t>(corner)] =
                    point.barycentric[static_cast<glm::length_t>(i)];
            }
        }
        if (matches) return partner;
    }
    return std::nullopt;
}

}  // namespace palpate::body
