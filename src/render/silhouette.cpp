#include "render/silhouette.h"

#include "render/edge_table.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace palpate::render {

namespace {

class Tracer {
public:
    Tracer(const body::SurfaceMesh& mesh, const View& view)
        : m_mesh(mesh), m_view(view), m_facing(facings(mesh, view)) {}

    void addTriangle(const body::Triangle& triangle) {
        const std::array<float, 3> facing{m_facing[triangle[0]], m_facing[triangle[1]],
                                          m_facing[triangle[2]]};
        const bool faces = facing[0] >= 0.0F;
        if (faces == (facing[1] >= 0.0F) && faces == (facing[2] >= 0.0F)) return;
        const float curvature = radialCurvature(triangle, facing);
        if (curvature <= 0.0F) return;
        std::uint32_t entering = ContourPoint::kNone;
        std::uint32_t leaving = ContourPoint::kNone;
        for (std::size_t i = 0; i < 3; ++i) {
            const std::size_t j = (i + 1) % 3;
            if ((facing[i] >= 0.0F) == (facing[j] >= 0.0F)) continue;
            (facing[j] >= 0.0F ? entering : leaving) =
                pointOn(triangle[i], triangle[j], facing[i], facing[j]);
        }
        m_points[entering].next = leaving;
        m_points[leaving].previous = entering;
        for (const std::uint32_t point : {entering, leaving}) {
            float& least = m_points[point].slope;
            least = least == 0.0F ? curvature : std::min(least, curvature);
        }
    }

    std::vector<ContourPoint> take() { return std::move(m_points); }

private:
    // Only its sign and its ratio between neighbours count, so the way to the eye need not be of length 1. Of
    // all vertices in one go: that takes less than asking six triangles whether they know it already.
    [[nodiscard]] static std::vector<float> facings(const body::SurfaceMesh& mesh, const View& view) {
        std::vector<float> facing(mesh.vertexCount());
        std::transform(mesh.normals().begin(), mesh.normals().end(), mesh.positions().begin(), facing.begin(),
                       [&view](const glm::vec3& normal, const glm::vec3& position) {
                           return glm::dot(normal, view.wayToEye(position));
                       });
        return facing;
    }

    // Curvature of the skin along the way to the eye, 1/m: above zero on a bulge, below in a hollow. (The
    // radial curvature of Koenderink 1984: silhouettes are where facing is zero and this is not.)
    [[nodiscard]] float radialCurvature(const body::Triangle& triangle,
                                        const std::array<float, 3>& facing) const {
        const glm::vec3 origin = m_mesh.positions()[triangle[0]];
        const glm::vec3 u = m_mesh.positions()[triangle[1]] - origin;
        const glm::vec3 v = m_mesh.positions()[triangle[2]] - origin;
        const glm::vec3 normal = glm::cross(u, v);
        const glm::vec3 gradient =
            glm::cross(v, normal) * (facing[1] - facing[0]) + glm::cross(normal, u) * (facing[2] - facing[0]);
        const glm::vec3 way = m_view.wayToEye(origin);
        const float scale = glm::dot(normal, normal) * glm::dot(way, way);
        return scale > 0.0F ? glm::dot(gradient, way) / scale : 0.0F;
    }

    std::uint32_t pointOn(std::uint32_t a, std::uint32_t b, float facingA, float facingB) {
        const std::uint64_t key = EdgeTable::keyOf(a, b);
        const auto [number, isNew] = m_edges.numberOf(key);
        if (!isNew) return number;
        const float share = facingA / (facingA - facingB);
        ContourPoint point;
        point.edge = key;
        point.position = glm::mix(m_mesh.positions()[a], m_mesh.positions()[b], share);
        point.normal =
            glm::mix(m_mesh.normals()[a], m_mesh.normals()[b], share);  // of length 1 once it is kept
        m_points.push_back(point);
        return number;
    }

    const body::SurfaceMesh& m_mesh;
    const View& m_view;
    std::vector<float> m_facing;  // per vertex
    std::vector<ContourPoint> m_points;
    EdgeTable m_edges;  // numbers as m_points
};

// Leaves out points that lie nearer than `leastPixels` to the one before: pieces shorter than the line is
// wide cost more and look worse.
class Thinner {
public:
    Thinner(std::span<const ContourPoint> line, const View& view, float leastPixels)
        : m_line(line), m_view(view), m_leastPixels(leastPixels), m_isDone(line.size(), false) {}

    std::vector<ContourPoint> run() {
        for (std::uint32_t i = 0; i < m_line.size(); ++i) {
            if (m_line[i].previous == ContourPoint::kNone) follow(i);
        }
        for (std::uint32_t i = 0; i < m_line.size(); ++i)
            follow(i);  // what is left are rings
        return std::move(m_kept);
    }

private:
    static constexpr float kStraight = 0.94F;  // cosine of 20 degrees

    void follow(std::uint32_t first) {
        if (m_isDone[first]) return;
        const std::uint32_t firstKept = keep(first);
        glm::vec2 last = m_view.project(m_line[first].position);
        glm::vec2 direction(0.0F);  // of the last piece; none yet
        std::uint32_t at = m_line[first].next;
        for (; at != ContourPoint::kNone && at != first; at = m_line[at].next) {
            m_isDone[at] = true;
            const glm::vec2 here = m_view.project(m_line[at].position);
            const bool isLast = m_line[at].next == ContourPoint::kNone;
            const float length = glm::distance(here, last);
            const glm::vec2 way = length > 0.0F ? (here - last) / length : direction;
            const bool bends = direction != glm::vec2(0.0F) && glm::dot(way, direction) < kStraight;
            if (length < (bends ? m_leastPixels / 3.0F : m_leastPixels) && !isLast) continue;
            const std::uint32_t number = keep(at);
            link(number - 1, number);
            last = here;
            direction = way;
        }
        const auto lastKept = static_cast<std::uint32_t>(m_kept.size() - 1);
        if (at == first && lastKept > firstKept) link(lastKept, firstKept);
    }

    std::uint32_t keep(std::uint32_t i) {
        m_isDone[i] = true;
        m_kept.push_back(m_line[i]);
        m_kept.back().previous = m_kept.back().next = ContourPoint::kNone;
        m_kept.back().normal = glm::normalize(m_kept.back().normal);
        return static_cast<std::uint32_t>(m_kept.size() - 1);
    }

    void link(std::uint32_t from, std::uint32_t to) {
        m_kept[from].next = to;
        m_kept[to].previous = from;
    }

    std::span<const ContourPoint> m_line;
    const View& m_view;
    float m_leastPixels;
    std::vector<bool> m_isDone;
    std::vector<ContourPoint> m_kept;
};

}  // namespace

std::vector<ContourPoint> traceSilhouette(const body::SurfaceMesh& mesh, const MeshClusters& clusters,
                                          const View& view, float leastPixels) {
    Tracer tracer(mesh, view);
    for (const Cluster& cluster : clusters.clusters()) {
        if (!facingOf(cluster, view).maySilhouette) continue;
        for (const body::Triangle& triangle : clusters.trianglesOf(cluster))
            tracer.addTriangle(triangle);
    }
    const std::vector<ContourPoint> line = tracer.take();
    return Thinner(line, view, leastPixels).run();
}

}  // namespace palpate::render
