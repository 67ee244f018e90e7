#include "bodygen/remesh.h"

#include "bodygen/edit_mesh.h"
#include "bodygen/parallel.h"
#include "bodygen/polygonise.h"
#include "bodygen/size_field.h"

namespace palpate::bodygen {
namespace {

constexpr double kTooLong = 1.33, kTooShort = 0.75;  // of the wanted edge length
constexpr double kCoarsenBelow = 0.8;

class Remesher {
public:
    Remesher(const BodyField& field, const RemeshOptions& options, const Mesh& start)
        : m_field(field), m_options(options), m_mesh(start) {
        measure();
    }

    Mesh run() {
        for (int pass = 0; pass < 4; ++pass) {
            collapseShort(kCoarsenBelow);
            flip(false);
        }
        for (int round = 0; round < m_options.rounds; ++round) {
            measure();
            splitLong();
            collapseShort(kTooShort);
            flip(false);
            flip(false);
            smooth(0.8, 2);
        }
        for (int round = 0; round < 4; ++round) {
            flip(round >= 2);
            smooth(0.5, round == 3 ? 6 : 2);
        }
        return m_mesh.compacted();
    }

private:
    void measure() {
        m_wanted.resize(m_mesh.pointCount());
        parallelFor(m_wanted.size(), [&](std::size_t i) {
            const auto v = static_cast<std::uint32_t>(i);
            if (m_mesh.alive(v)) m_wanted[i] = wantedEdge(m_field, m_mesh.point(v), m_options.coarseness);
        });
    }
    [[nodiscard]] double wanted(const EditMesh::Edge& e) const {
        return 0.5 * (m_wanted[e.a] + m_wanted[e.b]);
    }

    void splitLong() {
        for (const EditMesh::Edge& edge : m_mesh.edges()) {
            if (!m_mesh.isEdge(edge) || m_mesh.length(edge) <= kTooLong * wanted(edge)) continue;
            const double middle = wanted(edge);
            m_mesh.split(edge);
            m_wanted.push_back(middle);
        }
        // An inner edge between two midline points would become a crease with four triangles after mirroring.
        for (const EditMesh::Edge& edge : m_mesh.edges()) {
            if (!m_mesh.onMidline(edge.a) || !m_mesh.onMidline(edge.b)) continue;
            const auto border = m_mesh.borderNeighbours(edge.a);
            if (std::find(border.begin(), border.end(), edge.b) != border.end()) continue;
            const double middle = wanted(edge);
            m_mesh.split(edge);
            m_wanted.push_back(middle);
        }
    }

    void collapseShort(double share) {
        for (const EditMesh::Edge& edge : m_mesh.edges()) {
            if (!m_mesh.alive(edge.a) || !m_mesh.alive(edge.b) || !m_mesh.isEdge(edge)) continue;
            const double want = wanted(edge);
            if (m_mesh.length(edge) >= share * want) continue;
            EditMesh::CollapseLimits limits;
            limits.longestEdge = kTooLong * want;
            if (const auto kept = m_mesh.collapse(edge, limits)) m_wanted[*kept] = want;
        }
    }

    void flip(bool byAngleOnly) {
        for (const EditMesh::Edge& edge : m_mesh.edges())
            if (m_mesh.isEdge(edge)) m_mesh.flipIfBetter(edge, byAngleOnly);
    }

    // Moves every point along the skin towards the centre of its neighbourhood, then back onto the skin.
    void smooth(double share, int newtonSteps) {
        std::vector<Vec3> to(m_mesh.pointCount(), Vec3(0.0));
        parallelFor(to.size(), [&](std::size_t i) {
            const auto v = static_cast<std::uint32_t>(i);
            if (!m_mesh.alive(v)) return;
            const Vec3 at = m_mesh.point(v);
            const Vec3 normal = m_field.normal(at);
            Vec3 step = share * (m_mesh.onMidline(v) ? alongMidline(v) : towardsCentre(v));
            step -= normal * glm::dot(step, normal);
            const double limit = 0.5 * m_wanted[i];
            if (glm::length(step) > limit) step *= limit / glm::length(step);
            if (m_mesh.onMidline(v)) step.x = 0.0;
            to[i] = m_field.onSkin(at + step, newtonSteps);
            if (m_mesh.onMidline(v)) to[i].x = 0.0;
            // A point of the left half stays there, or it would pass through its own mirror image.
            if (!m_mesh.onMidline(v)) to[i].x = std::max(to[i].x, 0.12 * m_wanted[i]);
        });
        for (std::uint32_t v = 0; v < to.size(); ++v)
            if (m_mesh.alive(v)) m_mesh.move(v, to[v]);
    }

    [[nodiscard]] Vec3 alongMidline(std::uint32_t v) const {
        const auto ends = m_mesh.borderNeighbours(v);
        if (ends.size() != 2) return Vec3(0.0);
        return 0.5 * (m_mesh.point(ends[0]) + m_mesh.point(ends[1])) - m_mesh.point(v);
    }
    [[nodiscard]] Vec3 towardsCentre(std::uint32_t v) const {
        Vec3 sum(0.0);
        double total = 0.0;
        for (const std::uint32_t t : m_mesh.star(v)) {
            const Triangle& triangle = m_mesh.triangle(t);
            const Vec3 &a = m_mesh.point(triangle[0]), &b = m_mesh.point(triangle[1]),
                       &c = m_mesh.point(triangle[2]);
            const double want = (m_wanted[triangle[0]] + m_wanted[triangle[1]] + m_wanted[triangle[2]]) / 3.0;
            // Density of a centroidal Voronoi tessellation with this edge length: edge^-4.
            const double weight = glm::length(glm::cross(b - a, c - a)) / (want * want * want * want);
            sum += weight * (a + b + c) / 3.0;
            total += weight;
        }
        return total > 0.0 ? sum / total - m_mesh.point(v) : Vec3(0.0);
    }

    const BodyField& m_field;
    RemeshOptions m_options;
    EditMesh m_mesh;
    std::vector<double> m_wanted;
};

}  // namespace

Mesh remeshBody(const BodyField& field, const RemeshOptions& options) {
    return mirrored(Remesher(field, options, polygoniseHalf(field, options.gridSpacing)).run());
}

Mesh mirrored(const Mesh& half) {
    Mesh out = half;
    std::vector<std::uint32_t> partner(half.points.size());
    for (std::uint32_t v = 0; v < half.points.size(); ++v) {
        const Vec3& p = half.points[v];
        partner[v] = v;
        if (p.x == 0.0) continue;
        partner[v] = static_cast<std::uint32_t>(out.points.size());
        out.points.emplace_back(-p.x, p.y, p.z);
    }
    for (const Triangle& t : half.triangles)
        out.triangles.push_back({partner[t[0]], partner[t[2]], partner[t[1]]});
    return out;
}

}  // namespace palpate::bodygen
