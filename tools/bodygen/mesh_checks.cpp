#include "bodygen/mesh_checks.h"

#include "bodygen/box.h"
#include "bodygen/edit_mesh.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace palpate::bodygen {
namespace {

constexpr double kThin = 12.0;  // degrees

using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::vector<Pair> directedEdges(const Mesh& mesh) {
    std::vector<Pair> edges;
    edges.reserve(mesh.triangles.size() * 3);
    for (const Triangle& t : mesh.triangles)
        for (std::size_t i = 0; i < 3; ++i)
            edges.emplace_back(t[i], t[(i + 1) % 3]);
    std::sort(edges.begin(), edges.end());
    return edges;
}

// Closed and consistently oriented: each directed edge occurs once, and so does its reverse.
std::size_t countBadEdges(const std::vector<Pair>& edges) {
    std::size_t bad = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const bool twice = i > 0 && edges[i] == edges[i - 1];
        const bool reversed =
            std::binary_search(edges.begin(), edges.end(), Pair(edges[i].second, edges[i].first));
        if (twice || !reversed) ++bad;
    }
    return bad;
}

std::size_t countComponents(const Mesh& mesh) {
    std::vector<std::uint32_t> root(mesh.points.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t i) {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    };
    for (const Triangle& t : mesh.triangles) {
        root[find(t[1])] = find(t[0]);
        root[find(t[2])] = find(t[0]);
    }
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < root.size(); ++i)
        count += find(i) == i ? 1U : 0U;
    return count;
}

void checkMirror(const Mesh& mesh, MeshReport& report) {
    std::map<std::tuple<double, double, double>, std::uint32_t> at;
    for (std::uint32_t v = 0; v < mesh.points.size(); ++v)
        at.emplace(std::tuple(mesh.points[v].x + 0.0, mesh.points[v].y, mesh.points[v].z), v);
    std::vector<std::uint32_t> partner(mesh.points.size(), 0);
    for (std::uint32_t v = 0; v < mesh.points.size(); ++v) {
        const auto found = at.find(std::tuple(0.0 - mesh.points[v].x, mesh.points[v].y, mesh.points[v].z));
        if (found == at.end())
            ++report.unpairedPoints;
        else
            partner[v] = found->second;
    }
    report.unpairedPoints += mesh.points.size() - at.size();
    const auto lowestFirst = [](Triangle t) {
        std::rotate(t.begin(), std::min_element(t.begin(), t.end()), t.end());
        return t;
    };
    std::vector<Triangle> sorted;
    for (const Triangle& t : mesh.triangles)
        sorted.push_back(lowestFirst(t));
    std::sort(sorted.begin(), sorted.end());
    for (const Triangle& t : mesh.triangles) {
        const Triangle image = lowestFirst({partner[t[0]], partner[t[2]], partner[t[1]]});
        if (!std::binary_search(sorted.begin(), sorted.end(), image)) ++report.unpairedTriangles;
    }
}

void measureTriangles(const Mesh& mesh, const std::vector<Vec3>& normals, MeshReport& report) {
    std::vector<double> angles, lengths;
    for (std::uint32_t number = 0; number < mesh.triangles.size(); ++number) {
        const Triangle& t = mesh.triangles[number];
        const Vec3 &a = mesh.points[t[0]], &b = mesh.points[t[1]], &c = mesh.points[t[2]];
        const Vec3 cross = glm::cross(b - a, c - a);
        if (glm::dot(cross, normals[t[0]] + normals[t[1]] + normals[t[2]]) <= 0.0)
            report.flipped.push_back(number);
        report.area += 0.5 * glm::length(cross);
        report.volume += glm::dot(a, glm::cross(b, c)) / 6.0;
        angles.push_back(smallestAngle(a, b, c) * 180.0 / M_PI);
        if (angles.back() < kThin) report.thin.push_back(number);
        for (const double length : {glm::distance(a, b), glm::distance(b, c), glm::distance(c, a)})
            lengths.push_back(length);
    }
    if (angles.empty()) return;
    std::sort(angles.begin(), angles.end());
    std::sort(lengths.begin(), lengths.end());
    report.smallestAngle = angles.front();
    report.angleAtTenthPercent = angles[angles.size() / 1000];
    report.angleAt1Percent = angles[angles.size() / 100];
    report.medianEdge = lengths[lengths.size() / 2];
    report.longestEdge = lengths.back();
}

bool segmentCuts(const Vec3& p, const Vec3& q, const Vec3& a, const Vec3& b, const Vec3& c) {
    const auto volume = [](const Vec3& u, const Vec3& v, const Vec3& w, const Vec3& x) {
        return glm::dot(glm::cross(v - u, w - u), x - u);
    };
    const double up = volume(a, b, c, p), down = volume(a, b, c, q);
    if ((up > 0.0) == (down > 0.0)) return false;
    const bool s0 = volume(p, q, a, b) > 0.0, s1 = volume(p, q, b, c) > 0.0, s2 = volume(p, q, c, a) > 0.0;
    return s0 == s1 && s1 == s2;
}

bool trianglesCut(const Mesh& mesh, const Triangle& s, const Triangle& t) {
    const auto& v = mesh.points;
    for (std::size_t i = 0; i < 3; ++i) {
        if (segmentCuts(v[s[i]], v[s[(i + 1) % 3]], v[t[0]], v[t[1]], v[t[2]])) return true;
        if (segmentCuts(v[t[i]], v[t[(i + 1) % 3]], v[s[0]], v[s[1]], v[s[2]])) return true;
    }
    return false;
}

}  // namespace

MeshReport checkMesh(const Mesh& mesh, const std::vector<Vec3>& normals) {
    MeshReport report;
    report.points = mesh.points.size();
    report.triangles = mesh.triangles.size();
    report.components = countComponents(mesh);
    const std::vector<Pair> edges = directedEdges(mesh);
    report.badEdges = countBadEdges(edges);
    const auto euler = static_cast<int>(mesh.points.size()) - static_cast<int>(edges.size() / 2) +
                       static_cast<int>(mesh.triangles.size());
    report.genus = static_cast<int>(report.components) - euler / 2;
    checkMirror(mesh, report);
    measureTriangles(mesh, normals, report);
    return report;
}

std::vector<Pair> selfIntersections(const Mesh& mesh) {
    // Sweep along y over boxes sorted by their lower end.
    std::vector<Box> boxes(mesh.triangles.size());
    for (std::size_t t = 0; t < boxes.size(); ++t)
        for (const std::uint32_t v : mesh.triangles[t])
            boxes[t].add(mesh.points[v]);
    std::vector<std::uint32_t> order(boxes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return boxes[a].low.y < boxes[b].low.y; });
    std::vector<Pair> out;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Triangle& s = mesh.triangles[order[i]];
        const Box& box = boxes[order[i]];
        for (std::size_t j = i + 1; j < order.size() && boxes[order[j]].low.y <= box.high.y; ++j) {
            const Box& other = boxes[order[j]];
            if (other.low.x > box.high.x || other.high.x < box.low.x || other.low.z > box.high.z ||
                other.high.z < box.low.z)
                continue;
            const Triangle& t = mesh.triangles[order[j]];
            const bool touch = std::any_of(t.begin(), t.end(), [&](std::uint32_t v) {
                return std::find(s.begin(), s.end(), v) != s.end();
            });
            if (!touch && trianglesCut(mesh, s, t)) out.emplace_back(order[i], order[j]);
        }
    }
    return out;
}

}  // namespace palpate::bodygen
