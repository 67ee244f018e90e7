#include "bodygen/transfer.h"

#include "bodygen/edit_mesh.h"
#include "bodygen/mesh_checks.h"
#include "bodygen/mesh_order.h"
#include "bodygen/parallel.h"
#include "bodygen/part_map.h"
#include "bodygen/thin_angles.h"

namespace palpate::bodygen {
namespace {

constexpr int kRelaxRounds = 8;
constexpr int kUntangleRounds = 60;
constexpr int kWidenAfter = 5;                     // rounds of untangling after which a wider area gives way
constexpr int kCutRounds = 4;                      // passes that look for triangles that cut each other
constexpr double kThinnest = 13.0 * M_PI / 180.0;  // smallest angle of a good triangle
constexpr double kWanted = 16.0 * M_PI / 180.0;    // what the last improvement aims at
constexpr double kAgainst = 0.35;  // cosine to the skin's normal below which a triangle is bad
constexpr double kSettled = 1e-6;  // metres: a point this near the skin is left where it is
constexpr int kSettleSteps = 20;
constexpr double kLargestStep = 0.012;  // metres, of one relaxation step

// Neighbours of a point with the weights by which they hold it (mean-value coordinates, Floater 2003).
struct Ring {
    std::vector<std::uint32_t> points;
    std::vector<double> weights;
};

class Transfer {
public:
    Transfer(const Mesh& mesh, const BodyField& from, const BodyField& to)
        : m_base(mesh), m_field(to), m_mesh(mesh), m_partner(mirrorPartners(mesh)) {
        makeRings();
        const PartMap map(from.shape(), to.shape());
        forLeft([&](std::uint32_t v) { m_mesh.points[v] = m_field.onSkin(map(mesh.points[v]), 3); });
    }

    Mesh run() {
        for (int round = 0; round < kRelaxRounds; ++round)
            relax();
        for (int pass = 0; pass < kCutRounds; ++pass) {
            untangle();
            openThinAngles(m_mesh, m_field, m_partner, {kWanted, kAgainst});
            const auto cuts = selfIntersections(m_mesh);
            if (cuts.empty()) break;
            std::vector<char> bad(m_mesh.points.size(), 0);
            for (const auto& [a, b] : cuts)
                for (const std::uint32_t t : {a, b})
                    for (const std::uint32_t v : m_mesh.triangles[t])
                        bad[v] = 1;
            widen(bad);
            for (int round = 0; round < 6; ++round)
                smooth(bad, 0.5);
        }
        forLeft([&](std::uint32_t v) { m_mesh.points[v] = m_field.onSkin(m_mesh.points[v], 3); });
        return std::move(m_mesh);
    }

private:
    // Moves every point of the left half and the mid-plane, each from the state before, and mirrors the
    // result.
    template <typename Move>
    void forLeft(const Move& move) {
        parallelFor(m_mesh.points.size(), [&](std::size_t i) {
            if (m_base.points[i].x >= 0.0) move(static_cast<std::uint32_t>(i));
        });
        for (std::uint32_t v = 0; v < m_mesh.points.size(); ++v) {
            Vec3& p = m_mesh.points[v];
            if (m_partner[v] == v)
                p.x = 0.0;
            else if (m_base.points[v].x > 0.0)
                m_mesh.points[m_partner[v]] = Vec3(-p.x, p.y, p.z);
        }
    }

    void makeRings() {
        m_rings.resize(m_base.points.size());
        const auto add = [&](std::uint32_t at, std::uint32_t other, double weight) {
            Ring& ring = m_rings[at];
            const auto found = std::find(ring.points.begin(), ring.points.end(), other);
            if (found == ring.points.end()) {
                ring.points.push_back(other);
                ring.weights.push_back(weight);
            } else {
                ring.weights[static_cast<std::size_t>(found - ring.points.begin())] += weight;
            }
        };
        for (const Triangle& t : m_base.triangles) {
            for (std::size_t i = 0; i < 3; ++i) {
                const std::uint32_t v = t[i], a = t[(i + 1) % 3], b = t[(i + 2) % 3];
                const Vec3 u = m_base.points[a] - m_base.points[v], w = m_base.points[b] - m_base.points[v];
                const double half = 0.5 * std::atan2(glm::length(glm::cross(u, w)), glm::dot(u, w));
                add(v, a, std::tan(half) / glm::length(u));
                add(v, b, std::tan(half) / glm::length(w));
            }
        }
        for (Ring& ring : m_rings) {
            double sum = 0.0;
            for (const double w : ring.weights)
                sum += w;
            for (double& w : ring.weights)
                w /= sum;
        }
    }

    // Where the neighbours hold the point: as in the base mesh, or (even) in their middle.
    [[nodiscard]] Vec3 held(std::uint32_t v, bool even) const {
        const Ring& ring = m_rings[v];
        Vec3 sum(0.0);
        for (std::size_t k = 0; k < ring.points.size(); ++k)
            sum += (even ? 1.0 / static_cast<double>(ring.points.size()) : ring.weights[k]) *
                   m_mesh.points[ring.points[k]];
        return sum;
    }

    [[nodiscard]] Vec3 slid(std::uint32_t v, const Vec3& towards, double share) const {
        const Vec3 at = m_mesh.points[v];
        const Vec3 normal = m_field.normal(at);
        Vec3 step = share * (towards - at);
        step -= normal * glm::dot(step, normal);
        const double length = glm::length(step);
        if (length > kLargestStep) step *= kLargestStep / length;
        if (m_partner[v] == v) step.x = 0.0;
        return m_field.onSkin(at + step, 2);
    }

    void relax() {
        std::vector<Vec3> to = m_mesh.points;
        parallelFor(to.size(), [&](std::size_t i) {
            const auto v = static_cast<std::uint32_t>(i);
            if (m_base.points[i].x >= 0.0) to[i] = slid(v, held(v, false), 0.8);
        });
        forLeft([&](std::uint32_t v) { m_mesh.points[v] = to[v]; });
    }

    void smooth(const std::vector<char>& chosen, double share) {
        std::vector<Vec3> to = m_mesh.points;
        parallelFor(to.size(), [&](std::size_t i) {
            const auto v = static_cast<std::uint32_t>(i);
            if (m_base.points[i].x >= 0.0 && (chosen[v] != 0 || chosen[m_partner[v]] != 0))
                to[i] = slid(v, held(v, true), share);
        });
        forLeft([&](std::uint32_t v) { m_mesh.points[v] = to[v]; });
    }

    void widen(std::vector<char>& chosen) const {
        const std::vector<char> before = chosen;
        for (std::uint32_t v = 0; v < before.size(); ++v)
            if (before[v] != 0)
                for (const std::uint32_t w : m_rings[v].points)
                    chosen[w] = 1;
    }

    [[nodiscard]] bool bad(const Triangle& t) const {
        const Vec3 &a = m_mesh.points[t[0]], &b = m_mesh.points[t[1]], &c = m_mesh.points[t[2]];
        if (smallestAngle(a, b, c) < kThinnest) return true;
        const Vec3 normal = glm::cross(b - a, c - a);
        return glm::dot(normal, m_field.normal((a + b + c) / 3.0)) < kAgainst * glm::length(normal);
    }

    void untangle() {
        std::vector<char> suspect(m_mesh.triangles.size(), 1);
        for (int round = 0; round < kUntangleRounds; ++round) {
            std::vector<char> badTriangle(m_mesh.triangles.size(), 0);
            parallelFor(suspect.size(), [&](std::size_t t) {
                if (suspect[t] != 0 && bad(m_mesh.triangles[t])) badTriangle[t] = 1;
            });
            std::vector<char> chosen(m_mesh.points.size(), 0);
            bool any = false;
            for (std::size_t t = 0; t < badTriangle.size(); ++t) {
                if (badTriangle[t] == 0) continue;
                any = true;
                for (const std::uint32_t v : m_mesh.triangles[t])
                    chosen[v] = 1;
            }
            if (!any) return;
            // A squeezed strip opens only if the skin about it gives way, too.
            for (int ring = 0; ring <= round / kWidenAfter; ++ring)
                widen(chosen);
            smooth(chosen, 0.6);
            // Only what moved, and its mirror image, can have changed.
            for (std::size_t t = 0; t < suspect.size(); ++t) {
                const Triangle& triangle = m_mesh.triangles[t];
                suspect[t] = std::any_of(triangle.begin(), triangle.end(), [&](std::uint32_t v) {
                    return chosen[v] != 0 || chosen[m_partner[v]] != 0;
                });
            }
        }
    }

    const Mesh& m_base;
    const BodyField& m_field;
    Mesh m_mesh;
    std::vector<std::uint32_t> m_partner;
    std::vector<Ring> m_rings;
};

}  // namespace

Mesh transferred(const Mesh& mesh, const BodyField& from, const BodyField& to) {
    return Transfer(mesh, from, to).run();
}

Mesh settled(const Mesh& mesh, const BodyField& field) {
    Mesh out = mesh;
    parallelFor(out.points.size(), [&](std::size_t i) {
        const Vec3& p = mesh.points[i];
        Vec3 at(std::abs(p.x), p.y, p.z);
        double off = std::abs(field.value(at));
        if (off < kSettled) return;
        for (int step = 0; step < kSettleSteps && off > 0.1 * kSettled; ++step) {
            Vec3 next = field.onSkin(at, 1);
            if (p.x == 0.0) next.x = 0.0;
            const double left = std::abs(field.value(next));
            if (left > 0.9 * off) break;  // in a groove narrower than the field's probes
            at = next;
            off = left;
        }
        out.points[i] = p.x < 0.0 ? Vec3(-at.x, at.y, at.z) : at;
    });
    return out;
}

}  // namespace palpate::bodygen
