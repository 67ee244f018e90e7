#include "bodygen/edit_mesh.h"

#include "core/check.h"

#include <algorithm>

#include <glm/geometric.hpp>

namespace palpate::bodygen {
namespace {

constexpr double kFlattest = 0.85;  // cosine that the two triangles of an edge must exceed for a flip

bool has(const Triangle& t, std::uint32_t v) {
    return t[0] == v || t[1] == v || t[2] == v;
}

std::uint32_t thirdOf(const Triangle& t, std::uint32_t a, std::uint32_t b) {
    for (const std::uint32_t v : t)
        if (v != a && v != b) return v;
    return t[0];
}

Vec3 cross(const Vec3& a, const Vec3& b, const Vec3& c) {
    return glm::cross(b - a, c - a);
}

void replace(Triangle& t, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t& v : t)
        if (v == from) v = to;
}

}  // namespace

double smallestAngle(const Vec3& a, const Vec3& b, const Vec3& c) {
    const auto angle = [](const Vec3& at, const Vec3& p, const Vec3& q) {
        const Vec3 u = p - at, v = q - at;
        return std::atan2(glm::length(glm::cross(u, v)), glm::dot(u, v));
    };
    return std::min({angle(a, b, c), angle(b, c, a), angle(c, a, b)});
}

EditMesh::EditMesh(const Mesh& mesh)
    : m_points(mesh.points), m_triangles(mesh.triangles), m_star(mesh.points.size()) {
    for (const Vec3& p : m_points)
        m_midline.push_back(p.x == 0.0 ? 1 : 0);
    for (std::uint32_t t = 0; t < m_triangles.size(); ++t)
        for (const std::uint32_t v : m_triangles[t])
            m_star[v].push_back(t);
}

std::vector<EditMesh::Edge> EditMesh::edges() const {
    std::vector<Edge> out;
    for (std::uint32_t v = 0; v < m_star.size(); ++v) {
        if (!alive(v)) continue;
        for (const std::uint32_t w : neighbours(v))
            if (w > v) out.push_back({v, w});
    }
    return out;
}

Mesh EditMesh::compacted() const {
    Mesh out;
    std::vector<std::uint32_t> number(m_points.size(), 0);
    for (std::uint32_t v = 0; v < m_points.size(); ++v) {
        if (!alive(v)) continue;
        number[v] = static_cast<std::uint32_t>(out.points.size());
        out.points.push_back(m_points[v]);
    }
    for (const Triangle& t : m_triangles)
        if (t[0] != t[1]) out.triangles.push_back({number[t[0]], number[t[1]], number[t[2]]});
    return out;
}

bool EditMesh::isEdge(const Edge& edge) const {
    return std::any_of(m_star[edge.a].begin(), m_star[edge.a].end(),
                       [&](std::uint32_t t) { return has(m_triangles[t], edge.b); });
}

double EditMesh::length(const Edge& edge) const {
    return glm::distance(m_points[edge.a], m_points[edge.b]);
}

std::vector<std::uint32_t> EditMesh::neighbours(std::uint32_t v) const {
    std::vector<std::uint32_t> out;
    out.reserve(2 * m_star[v].size());
    for (const std::uint32_t t : m_star[v])
        for (const std::uint32_t w : m_triangles[t])
            if (w != v) out.push_back(w);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<std::uint32_t> EditMesh::borderNeighbours(std::uint32_t v) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t w : neighbours(v))
        if (onMidline(w) && wings({v, w}).count == 1) out.push_back(w);
    return out;
}

EditMesh::Wings EditMesh::wings(const Edge& edge) const {
    Wings out;
    for (const std::uint32_t t : m_star[edge.a]) {
        if (!has(m_triangles[t], edge.b)) continue;
        core::check(out.count < 2, "an edge has at most two triangles");
        out.triangles[out.count] = t;
        out.tips[out.count] = thirdOf(m_triangles[t], edge.a, edge.b);
        ++out.count;
    }
    return out;
}

void EditMesh::unlink(std::uint32_t v, std::uint32_t triangle) {
    std::erase(m_star[v], triangle);
}

std::uint32_t EditMesh::split(const Edge& edge) {
    const Wings w = wings(edge);
    const auto fresh = static_cast<std::uint32_t>(m_points.size());
    m_points.push_back(0.5 * (m_points[edge.a] + m_points[edge.b]));
    m_midline.push_back(w.count == 1 ? 1 : 0);
    m_star.emplace_back();
    for (std::uint32_t i = 0; i < w.count; ++i) {
        const std::uint32_t old = w.triangles[i];
        const auto added = static_cast<std::uint32_t>(m_triangles.size());
        Triangle half = m_triangles[old];
        replace(half, edge.a, fresh);
        replace(m_triangles[old], edge.b, fresh);
        m_triangles.push_back(half);
        unlink(edge.b, old);
        m_star[edge.b].push_back(added);
        m_star[w.tips[i]].push_back(added);
        m_star[fresh].push_back(old);
        m_star[fresh].push_back(added);
    }
    return fresh;
}

bool EditMesh::mayCollapse(std::uint32_t kept, std::uint32_t gone, const Wings& w) const {
    const bool border = w.count == 1;
    if (onMidline(gone) && !border) return false;
    const std::vector<std::uint32_t> a = neighbours(kept), b = neighbours(gone);
    std::vector<std::uint32_t> common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    if (common.size() != w.count) return false;  // the link condition
    for (std::uint32_t i = 0; i < w.count; ++i)
        if (m_star[w.tips[i]].size() <= (onMidline(w.tips[i]) ? 2U : 3U)) return false;
    if (!onMidline(kept)) return true;
    for (const std::uint32_t n : b) {
        if (n == kept || !onMidline(n) || std::binary_search(common.begin(), common.end(), n)) continue;
        if (wings({gone, n}).count != 1) return false;
    }
    return true;
}

bool EditMesh::keepsShape(std::uint32_t kept, std::uint32_t gone, const Vec3& to,
                          const CollapseLimits& limits) const {
    const double least = std::cos(limits.largestTurn);
    for (const std::uint32_t v : {kept, gone}) {
        for (const std::uint32_t t : m_star[v]) {
            const Triangle& triangle = m_triangles[t];
            if (has(triangle, kept) && has(triangle, gone)) continue;
            std::array<Vec3, 3> before, after;
            for (std::size_t i = 0; i < 3; ++i) {
                before[i] = after[i] = m_points[triangle[i]];
                if (triangle[i] == v)
                    after[i] = to;
                else if (glm::distance(before[i], to) > limits.longestEdge)
                    return false;
            }
            const Vec3 n0 = cross(before[0], before[1], before[2]), n1 = cross(after[0], after[1], after[2]);
            if (glm::dot(n0, n1) < least * glm::length(n0) * glm::length(n1)) return false;
            if (glm::dot(n1, n1) < 1e-22) return false;
        }
    }
    return true;
}

std::optional<std::uint32_t> EditMesh::collapse(const Edge& edge, const CollapseLimits& limits) {
    const Wings w = wings(edge);
    if (w.count == 0) return std::nullopt;
    const bool keepB = onMidline(edge.b) && !onMidline(edge.a);
    const std::uint32_t kept = keepB ? edge.b : edge.a, gone = keepB ? edge.a : edge.b;
    const Vec3 to =
        onMidline(kept) && !onMidline(gone) ? m_points[kept] : 0.5 * (m_points[kept] + m_points[gone]);
    if (!mayCollapse(kept, gone, w) || !keepsShape(kept, gone, to, limits)) return std::nullopt;
    for (std::uint32_t i = 0; i < w.count; ++i) {
        unlink(kept, w.triangles[i]);
        unlink(gone, w.triangles[i]);
        unlink(w.tips[i], w.triangles[i]);
        m_triangles[w.triangles[i]] = {kept, kept, kept};
    }
    for (const std::uint32_t t : m_star[gone]) {
        replace(m_triangles[t], gone, kept);
        m_star[kept].push_back(t);
    }
    m_star[gone].clear();
    m_points[kept] = to;
    return kept;
}

int EditMesh::irregularity(std::uint32_t v, int change) const {
    // On the border the mirror image adds as many triangles again: 3 here are 6 in the whole mesh.
    const int wanted = onMidline(v) ? 3 : 6;
    const int off = (static_cast<int>(m_star[v].size()) + change - wanted) * (onMidline(v) ? 2 : 1);
    return off * off;
}

bool EditMesh::flipIfBetter(const Edge& edge, bool byAngleOnly) {
    const Wings w = wings(edge);
    if (w.count != 2) return false;
    const std::uint32_t c = w.tips[0], d = w.tips[1];
    if (isEdge({std::min(c, d), std::max(c, d)}) || (onMidline(c) && onMidline(d))) return false;
    for (const std::uint32_t v : {edge.a, edge.b})
        if (m_star[v].size() <= (onMidline(v) ? 2U : 3U)) return false;

    // First triangle as (p, q, c) in its own order; the other is then (q, p, d).
    const Triangle& t0 = m_triangles[w.triangles[0]];
    const std::size_t at = t0[0] == c ? 0 : t0[1] == c ? 1 : 2;
    const std::uint32_t p = t0[(at + 1) % 3], q = t0[(at + 2) % 3];
    const Vec3 &vp = m_points[p], &vq = m_points[q], &vc = m_points[c], &vd = m_points[d];
    const Vec3 n0 = glm::normalize(cross(vp, vq, vc)), n1 = glm::normalize(cross(vq, vp, vd));
    if (glm::dot(n0, n1) < kFlattest) return false;
    const Vec3 mean = n0 + n1;
    const Vec3 m0 = cross(vc, vp, vd), m1 = cross(vd, vq, vc);
    if (glm::dot(m0, mean) < 1.2 * glm::length(m0) || glm::dot(m1, mean) < 1.2 * glm::length(m1))
        return false;

    const double before = std::min(smallestAngle(vp, vq, vc), smallestAngle(vq, vp, vd));
    const double after = std::min(smallestAngle(vc, vp, vd), smallestAngle(vd, vq, vc));
    if (byAngleOnly) {
        if (after <= before + 1e-6) return false;
    } else {
        const int now = irregularity(p, 0) + irregularity(q, 0) + irregularity(c, 0) + irregularity(d, 0);
        const int then = irregularity(p, -1) + irregularity(q, -1) + irregularity(c, 1) + irregularity(d, 1);
        if (then > now || (then == now && after <= before + 1e-6) || after < 0.5 * before) return false;
    }
    m_triangles[w.triangles[0]] = {c, p, d};
    m_triangles[w.triangles[1]] = {d, q, c};
    unlink(q, w.triangles[0]);
    unlink(p, w.triangles[1]);
    m_star[d].push_back(w.triangles[0]);
    m_star[c].push_back(w.triangles[1]);
    return true;
}

}  // namespace palpate::bodygen
