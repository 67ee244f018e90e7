#include "render/coarse_skin.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace palpate::render {

namespace {

using body::Triangle;

// A vertex may turn its normal away from the mean of those around it by this, else its shade would be missed
// (cosine of 8 degrees).
constexpr float kLeastSmoothness = 0.990F;
// No triangle that closes a hole may turn away from the vertex that was there by more (cosine of 45 degrees).
constexpr float kLeastAlignment = 0.707F;
constexpr std::size_t kMostCorners = 8;  // of a hole

// The triangles of one cluster, which become fewer.
class Patch {
public:
    Patch(const body::SurfaceMesh& mesh, std::span<const Triangle> triangles)
        : m_mesh(mesh), m_triangles(triangles.begin(), triangles.end()) {
        findInner();
    }

    void thinOut() {
        for (const std::uint32_t vertex : m_inner)
            leaveOut(vertex);
    }

    [[nodiscard]] const std::vector<Triangle>& triangles() const { return m_triangles; }

private:
    // The corners of a hole, counter-clockwise.
    struct Ring {
        std::array<std::uint32_t, kMostCorners> corners{};
        std::size_t count = 0;
    };

    // Vertices all of whose triangles lie in the patch.
    void findInner() {
        std::vector<std::uint32_t> corners;
        for (const Triangle& triangle : m_triangles)
            corners.insert(corners.end(), triangle.begin(), triangle.end());
        std::sort(corners.begin(), corners.end());
        for (auto at = corners.begin(); at != corners.end();) {
            const auto end = std::upper_bound(at, corners.end(), *at);
            if (static_cast<std::size_t>(end - at) == m_mesh.trianglesAround(*at).size())
                m_inner.push_back(*at);
            at = end;
        }
    }

    void leaveOut(std::uint32_t vertex) {
        const auto ring = ringAround(vertex);
        if (!ring || !isSmooth(vertex, *ring)) return;
        std::size_t best = ring->count;
        float least = CoarseSkin::kTolerance;
        for (std::size_t corner = 0; corner < ring->count; ++corner) {
            const float deviation = deviationIfClosedFrom(corner, vertex, *ring);
            if (deviation > least) continue;
            least = deviation;
            best = corner;
        }
        if (best < ring->count && !wouldFold(best, *ring)) close(best, vertex, *ring);
    }

    // Nothing where the vertex is gone already or has too many neighbours.
    [[nodiscard]] std::optional<Ring> ringAround(std::uint32_t vertex) const {
        std::array<std::array<std::uint32_t, 2>, kMostCorners> edges;
        std::size_t count = 0;
        for (const Triangle& t : m_triangles) {
            for (std::size_t i = 0; i < 3; ++i) {
                if (t[i] != vertex) continue;
                if (count == kMostCorners) return std::nullopt;
                edges[count++] = {t[(i + 1) % 3], t[(i + 2) % 3]};
            }
        }
        if (count < 3) return std::nullopt;
        Ring ring;
        std::uint32_t at = edges[0][0];
        for (; ring.count < count; ++ring.count) {
            ring.corners[ring.count] = at;
            const auto next = std::find_if(edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(count),
                                           [at](const auto& edge) { return edge[0] == at; });
            if (next == edges.begin() + static_cast<std::ptrdiff_t>(count)) return std::nullopt;
            at = (*next)[1];
        }
        return at == ring.corners[0] ? std::optional(ring) : std::nullopt;
    }

    [[nodiscard]] bool isSmooth(std::uint32_t vertex, const Ring& ring) const {
        glm::vec3 sum(0.0F);
        for (std::size_t i = 0; i < ring.count; ++i)
            sum += m_mesh.normals()[ring.corners[i]];
        return glm::dot(sum, m_mesh.normals()[vertex]) >= kLeastSmoothness * glm::length(sum);
    }

    // The farthest that the vertex lies from the triangles of a fan, metres; kNever where the fan is none.
    [[nodiscard]] float deviationIfClosedFrom(std::size_t corner, std::uint32_t vertex,
                                              const Ring& ring) const {
        constexpr float kNever = 1.0e9F;
        const auto positions = m_mesh.positions();
        const std::uint32_t from = ring.corners[corner];
        const glm::vec3 origin = positions[from], way = positions[vertex] - origin;
        float farthest = 0.0F;
        for (std::size_t i = 1; i + 1 < ring.count; ++i) {
            const std::uint32_t a = ring.corners[(corner + i) % ring.count];
            const std::uint32_t b = ring.corners[(corner + i + 1) % ring.count];
            const glm::vec3 normal = glm::cross(positions[a] - origin, positions[b] - origin);
            const float length = glm::length(normal);
            if (glm::dot(normal, m_mesh.normals()[vertex]) <= kLeastAlignment * length) return kNever;
            farthest = std::max(farthest, std::abs(glm::dot(normal, way)) / length);
        }
        return farthest;
    }

    // An edge that closes the hole is there already, on the other side of some other skin.
    [[nodiscard]] bool wouldFold(std::size_t corner, const Ring& ring) const {
        for (std::size_t i = 2; i + 1 < ring.count; ++i) {
            if (areJoined(ring.corners[corner], ring.corners[(corner + i) % ring.count])) return true;
        }
        return false;
    }

    [[nodiscard]] bool areJoined(std::uint32_t a, std::uint32_t b) const {
        const auto around = m_mesh.neighbours(a);
        if (std::binary_search(around.begin(), around.end(), b)) return true;
        return std::any_of(m_triangles.begin(), m_triangles.end(), [&](const Triangle& t) {
            return std::find(t.begin(), t.end(), a) != t.end() && std::find(t.begin(), t.end(), b) != t.end();
        });
    }

    void close(std::size_t corner, std::uint32_t vertex, const Ring& ring) {
        std::erase_if(m_triangles, [vertex](const Triangle& t) {
            return std::find(t.begin(), t.end(), vertex) != t.end();
        });
        for (std::size_t i = 1; i + 1 < ring.count; ++i)
            m_triangles.push_back({ring.corners[corner], ring.corners[(corner + i) % ring.count],
                                   ring.corners[(corner + i + 1) % ring.count]});
    }

    const body::SurfaceMesh& m_mesh;
    std::vector<Triangle> m_triangles;
    std::vector<std::uint32_t> m_inner;  // ascending
};

}  // namespace

CoarseSkin::CoarseSkin(const body::SurfaceMesh& mesh, const MeshClusters& clusters)
    : m_mesh(mesh), m_clusters(clusters), m_ranges(clusters.clusters().size()) {}

std::span<const Triangle> CoarseSkin::trianglesOf(std::size_t cluster) {
    Range& range = m_ranges[cluster];
    if (range.count == 0) {
        Patch patch(m_mesh, m_clusters.trianglesOf(m_clusters.clusters()[cluster]));
        patch.thinOut();
        range = {static_cast<std::uint32_t>(m_triangles.size()),
                 static_cast<std::uint32_t>(patch.triangles().size())};
        m_triangles.insert(m_triangles.end(), patch.triangles().begin(), patch.triangles().end());
    }
    return std::span(m_triangles).subspan(range.first, range.count);
}

}  // namespace palpate::render
