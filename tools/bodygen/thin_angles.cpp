#include "bodygen/thin_angles.h"

#include "bodygen/edit_mesh.h"
#include "bodygen/parallel.h"

#include <array>
#include <limits>

namespace palpate::bodygen {
namespace {

constexpr std::size_t kDirections = 8;
constexpr double kFirstStep = 0.3, kSmallestMove = 0.01;  // shares of the mean edge about a point
constexpr double kGain = 1e-4;                            // radians that a move must win

class ThinAngles {
public:
    ThinAngles(Mesh& mesh, const BodyField& field, const std::vector<std::uint32_t>& partner,
               const ThinAngleOptions& options)
        : m_mesh(mesh), m_field(field), m_partner(partner), m_options(options) {
        m_star.resize(mesh.points.size());
        for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t)
            for (const std::uint32_t v : mesh.triangles[t])
                m_star[v].push_back(t);
        m_step.assign(mesh.points.size(), kFirstStep);
        m_normals.resize(mesh.points.size());
        parallelFor(m_normals.size(), [&](std::size_t v) { m_normals[v] = field.normal(mesh.points[v]); });
    }

    std::size_t run() {
        std::vector<std::uint32_t> bad = badTriangles();
        for (int round = 0; round < m_options.rounds && !bad.empty(); ++round) {
            if (!moveAround(bad)) break;
            bad = badTriangles();
        }
        return bad.size();
    }

private:
    // Above 0: the smallest angle, radians. Below 0: faces inward.
    [[nodiscard]] double quality(std::uint32_t triangle, std::uint32_t moved, const Vec3& at) const {
        const Triangle& t = m_mesh.triangles[triangle];
        const auto corner = [&](std::size_t i) { return t[i] == moved ? at : m_mesh.points[t[i]]; };
        const Vec3 a = corner(0), b = corner(1), c = corner(2);
        const Vec3 across = glm::cross(b - a, c - a);
        const double length = glm::length(across);
        if (length <= 0.0) return -2.0;
        const Vec3 normal = glm::normalize(m_normals[t[0]] + m_normals[t[1]] + m_normals[t[2]]);
        const double facing = glm::dot(across, normal) / length;
        return facing < m_options.against ? facing - 1.0 : smallestAngle(a, b, c);
    }

    [[nodiscard]] double worstAround(std::uint32_t v, const Vec3& at, double enough) const {
        double worst = std::numeric_limits<double>::max();
        for (const std::uint32_t t : m_star[v]) {
            worst = std::min(worst, quality(t, v, at));
            if (worst <= enough) break;
        }
        return worst;
    }

    [[nodiscard]] std::vector<std::uint32_t> badTriangles() const {
        std::vector<std::uint32_t> bad;
        for (std::uint32_t t = 0; t < m_mesh.triangles.size(); ++t)
            if (quality(t, kNone, Vec3(0.0)) < m_options.wanted) bad.push_back(t);
        return bad;
    }

    // The left half's points of the triangles and their neighbours, ascending.
    [[nodiscard]] std::vector<std::uint32_t> pointsAbout(const std::vector<std::uint32_t>& triangles) const {
        std::vector<char> chosen(m_mesh.points.size(), 0);
        for (const std::uint32_t t : triangles)
            for (const std::uint32_t v : m_mesh.triangles[t])
                for (const std::uint32_t near : m_star[v])
                    for (const std::uint32_t w : m_mesh.triangles[near])
                        chosen[w] = 1;
        std::vector<std::uint32_t> out;
        for (std::uint32_t v = 0; v < chosen.size(); ++v)
            if (chosen[v] != 0 && m_mesh.points[v].x >= 0.0) out.push_back(v);
        return out;
    }

    // The best place within one step, or the point's own.
    [[nodiscard]] Vec3 bestNear(std::uint32_t v, double& gain) const {
        const Vec3 at = m_mesh.points[v];
        const Vec3 normal = m_normals[v];
        const bool midline = m_partner[v] == v;
        // A point of the mid-plane stays in it: the first direction and its opposite do.
        const Vec3 aside = midline || std::abs(normal.y) > 0.9 ? Vec3(1.0, 0.0, 0.0) : Vec3(0.0, 1.0, 0.0);
        const Vec3 u = glm::normalize(glm::cross(aside, normal));
        const Vec3 w = glm::cross(normal, u);
        const double step = m_step[v] * meanEdge(v);
        const double now = worstAround(v, at, -std::numeric_limits<double>::max());
        Vec3 best = at;
        double bestQuality = now + kGain;
        for (std::size_t k = 0; k < kDirections; ++k) {
            if (midline && k % (kDirections / 2) != 0) continue;
            const double angle = 2.0 * M_PI * static_cast<double>(k) / static_cast<double>(kDirections);
            Vec3 to = m_field.onSkin(at + step * (std::cos(angle) * u + std::sin(angle) * w), 2);
            if (midline) to.x = 0.0;
            if (!midline && to.x <= 0.0) continue;
            const double reached = worstAround(v, to, bestQuality);
            if (reached <= bestQuality) continue;
            best = to;
            bestQuality = reached;
        }
        gain = best == at ? 0.0 : bestQuality - now;
        return best;
    }

    [[nodiscard]] double meanEdge(std::uint32_t v) const {
        double sum = 0.0;
        for (const std::uint32_t t : m_star[v])
            for (const std::uint32_t w : m_mesh.triangles[t])
                sum += glm::distance(m_mesh.points[v], m_mesh.points[w]);
        return 0.5 * sum / static_cast<double>(m_star[v].size());
    }

    // Every point proposes; of neighbouring points only the first in order moves.
    bool moveAround(const std::vector<std::uint32_t>& triangles) {
        const std::vector<std::uint32_t> points = pointsAbout(triangles);
        std::vector<Vec3> to(points.size());
        std::vector<double> gains(points.size(), 0.0);
        parallelFor(points.size(), [&](std::size_t i) { to[i] = bestNear(points[i], gains[i]); });
        std::vector<char> held(m_mesh.points.size(), 0);
        bool open = false;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::uint32_t v = points[i];
            if (gains[i] <= 0.0) {
                m_step[v] = std::max(0.5 * m_step[v], 0.5 * kSmallestMove);
                open = open || m_step[v] >= kSmallestMove;
                continue;
            }
            open = true;
            if (held[v] != 0) continue;
            for (const std::uint32_t t : m_star[v])
                for (const std::uint32_t w : m_mesh.triangles[t])
                    held[w] = held[m_partner[w]] = 1;
            put(v, to[i]);
        }
        return open;
    }

    void put(std::uint32_t v, const Vec3& to) {
        const Vec3 normal = m_field.normal(to);
        m_mesh.points[v] = to;
        m_normals[v] = normal;
        if (m_partner[v] == v) return;
        m_mesh.points[m_partner[v]] = Vec3(-to.x, to.y, to.z);
        m_normals[m_partner[v]] = Vec3(-normal.x, normal.y, normal.z);
    }

    static constexpr std::uint32_t kNone = 0xffffffffU;

    Mesh& m_mesh;
    const BodyField& m_field;
    const std::vector<std::uint32_t>& m_partner;
    ThinAngleOptions m_options;
    std::vector<std::vector<std::uint32_t>> m_star;
    std::vector<Vec3> m_normals;
    std::vector<double> m_step;  // shares of the mean edge about the point
};

}  // namespace

std::size_t openThinAngles(Mesh& mesh, const BodyField& field, const std::vector<std::uint32_t>& partner,
                           const ThinAngleOptions& options) {
    return ThinAngles(mesh, field, partner, options).run();
}

}  // namespace palpate::bodygen
