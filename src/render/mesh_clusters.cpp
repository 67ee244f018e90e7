#include "render/mesh_clusters.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace palpate::render {

namespace {

// Triangles that turn farther than this from the first one start a cluster of their own (cosine of 30
// degrees).
constexpr float kLeastAlignment = 0.866F;

glm::vec3 unitNormal(const body::SurfaceMesh& mesh, const body::Triangle& triangle) {
    const auto positions = mesh.positions();
    const glm::vec3 normal = glm::cross(positions[triangle[1]] - positions[triangle[0]],
                                        positions[triangle[2]] - positions[triangle[0]]);
    const float length = glm::length(normal);
    return length > 0.0F ? normal / length : mesh.normals()[triangle[0]];
}

// Grows patches one after the other, each beside the one before where it can be.
class Grower {
public:
    explicit Grower(const body::SurfaceMesh& mesh)
        : m_mesh(mesh), m_isTaken(mesh.triangles().size(), false), m_seenIn(mesh.vertexCount(), 0) {
        m_normals.reserve(mesh.triangles().size());
        for (const body::Triangle& triangle : mesh.triangles())
            m_normals.push_back(unitNormal(mesh, triangle));
    }

    // The triangles of the next patch; empty when all are taken. Valid until the next call.
    std::span<const std::uint32_t> next() {
        m_patch.clear();
        ++m_patchNumber;
        const std::size_t seed = findSeed();
        if (seed == m_isTaken.size()) return {};
        take(static_cast<std::uint32_t>(seed));
        // The patch is its own queue: triangles are added behind while those in front are looked at.
        for (std::size_t front = 0; front < m_patch.size(); ++front) {
            for (const std::uint32_t corner : m_mesh.triangles()[m_patch[front]]) {
                if (m_seenIn[corner] == m_patchNumber) continue;
                m_seenIn[corner] = m_patchNumber;
                growAround(corner, m_normals[seed]);
            }
        }
        return m_patch;
    }

    [[nodiscard]] const glm::vec3& normal(std::uint32_t triangle) const { return m_normals[triangle]; }

private:
    void take(std::uint32_t triangle) {
        m_isTaken[triangle] = true;
        m_patch.push_back(triangle);
    }

    void growAround(std::uint32_t corner, const glm::vec3& direction) {
        for (const std::uint32_t triangle : m_mesh.trianglesAround(corner)) {
            if (m_isTaken[triangle]) continue;
            const bool hasRoom = m_patch.size() < MeshClusters::kMostTriangles;
            if (hasRoom && glm::dot(m_normals[triangle], direction) >= kLeastAlignment) {
                take(triangle);
            } else {
                m_border.push_back(triangle);
            }
        }
    }

    std::size_t findSeed() {
        while (m_borderFront < m_border.size()) {
            const std::uint32_t candidate = m_border[m_borderFront++];
            if (!m_isTaken[candidate]) return candidate;
        }
        while (m_firstFree < m_isTaken.size() && m_isTaken[m_firstFree])
            ++m_firstFree;
        return m_firstFree;
    }

    const body::SurfaceMesh& m_mesh;
    std::vector<bool> m_isTaken;
    std::vector<glm::vec3> m_normals;
    std::vector<std::uint32_t> m_patch;
    std::uint32_t m_patchNumber = 0;
    std::vector<std::uint32_t> m_seenIn;  // per vertex: the last patch that grew around it
    std::vector<std::uint32_t> m_border;  // beside patches; taken from the front
    std::size_t m_borderFront = 0;
    std::size_t m_firstFree = 0;
};

// A little wider than computed, so that rounding never culls what can be seen.
constexpr float kRoundingRoom = 1.0e-3F;

void fit(Cluster& cluster, const body::SurfaceMesh& mesh, const Grower& grower,
         std::span<const std::uint32_t> patch) {
    body::Box box;
    glm::vec3 sum{0.0F};
    for (const std::uint32_t triangle : patch) {
        sum += grower.normal(triangle);
        for (const std::uint32_t corner : mesh.triangles()[triangle])
            box.add(mesh.positions()[corner]);
    }
    cluster.centre = box.centre();
    cluster.axis = glm::length(sum) > 0.0F ? glm::normalize(sum) : grower.normal(patch.front());
    float leastAlignment = 1.0F;
    for (const std::uint32_t triangle : patch) {
        leastAlignment = std::min(leastAlignment, glm::dot(cluster.axis, grower.normal(triangle)));
        for (const std::uint32_t corner : mesh.triangles()[triangle]) {
            cluster.radius =
                std::max(cluster.radius, glm::distance(cluster.centre, mesh.positions()[corner]));
            leastAlignment = std::min(leastAlignment, glm::dot(cluster.axis, mesh.normals()[corner]));
        }
    }
    cluster.spread = std::acos(std::max(leastAlignment, -1.0F));
    cluster.radius += kRoundingRoom * cluster.radius;
    cluster.spread += kRoundingRoom;
    cluster.sineOfSpread = std::sin(cluster.spread);
    cluster.cosineOfSpread = std::cos(cluster.spread);
}

}  // namespace

MeshClusters::MeshClusters(const body::SurfaceMesh& mesh) {
    Grower grower(mesh);
    m_triangles.reserve(mesh.triangles().size());
    m_normals.reserve(mesh.triangles().size());
    for (auto patch = grower.next(); !patch.empty(); patch = grower.next()) {
        Cluster cluster;
        cluster.firstTriangle = static_cast<std::uint32_t>(m_triangles.size());
        cluster.triangleCount = static_cast<std::uint32_t>(patch.size());
        fit(cluster, mesh, grower, patch);
        for (const std::uint32_t triangle : patch) {
            m_triangles.push_back(mesh.triangles()[triangle]);
            m_normals.push_back(grower.normal(triangle));
        }
        m_clusters.push_back(cluster);
    }
}

}  // namespace palpate::render
