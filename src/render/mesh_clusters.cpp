#include "render/mesh_clusters.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <deque>

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
    explicit Grower(const body::SurfaceMesh& mesh) : m_mesh(mesh), m_isTaken(mesh.triangles().size(), false) {
        m_normals.reserve(mesh.triangles().size());
        for (const body::Triangle& triangle : mesh.triangles())
            m_normals.push_back(unitNormal(mesh, triangle));
    }

    // The triangles of the next patch; empty when all are taken.
    std::vector<std::uint32_t> next() {
        std::vector<std::uint32_t> patch;
        const auto seed = findSeed();
        if (seed == m_isTaken.size()) return patch;
        std::deque<std::uint32_t> waiting{static_cast<std::uint32_t>(seed)};
        m_isTaken[seed] = true;
        while (!waiting.empty()) {
            const std::uint32_t triangle = waiting.front();
            waiting.pop_front();
            patch.push_back(triangle);
            for (const std::uint32_t corner : m_mesh.triangles()[triangle]) {
                for (const std::uint32_t other : m_mesh.trianglesAround(corner)) {
                    if (m_isTaken[other]) continue;
                    const bool hasRoom = patch.size() + waiting.size() < MeshClusters::kMostTriangles;
                    if (hasRoom && glm::dot(m_normals[other], m_normals[seed]) >= kLeastAlignment) {
                        m_isTaken[other] = true;
                        waiting.push_back(other);
                    } else {
                        m_border.push_back(other);
                    }
                }
            }
        }
        return patch;
    }

    [[nodiscard]] const glm::vec3& normal(std::uint32_t triangle) const { return m_normals[triangle]; }

private:
    std::size_t findSeed() {
        while (!m_border.empty()) {
            const std::uint32_t candidate = m_border.front();
            m_border.pop_front();
            if (!m_isTaken[candidate]) return candidate;
        }
        while (m_firstFree < m_isTaken.size() && m_isTaken[m_firstFree])
            ++m_firstFree;
        return m_firstFree;
    }

    const body::SurfaceMesh& m_mesh;
    std::vector<bool> m_isTaken;
    std::vector<glm::vec3> m_normals;
    std::deque<std::uint32_t> m_border;
    std::size_t m_firstFree = 0;
};

float angleBetween(const glm::vec3& a, const glm::vec3& b) {
    return std::acos(std::clamp(glm::dot(a, b), -1.0F, 1.0F));
}

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
    for (const std::uint32_t triangle : patch) {
        cluster.spread = std::max(cluster.spread, angleBetween(cluster.axis, grower.normal(triangle)));
        for (const std::uint32_t corner : mesh.triangles()[triangle]) {
            cluster.radius =
                std::max(cluster.radius, glm::distance(cluster.centre, mesh.positions()[corner]));
            cluster.spread = std::max(cluster.spread, angleBetween(cluster.axis, mesh.normals()[corner]));
        }
    }
    cluster.radius += kRoundingRoom * cluster.radius;
    cluster.spread += kRoundingRoom;
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
