#include "map/girth.h"

#include "map/mirror_order.h"

#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace palpate::map {

namespace {

using body::SkinPoint;
using body::SurfaceMesh;

// cos and sin of 0, 15, ..., 165 degrees, written out so that they have the same bits everywhere.
struct Turn {
    double cosine, sine;
};
constexpr std::size_t kTurns = 12;
constexpr std::array<Turn, kTurns> kTurnTable{{{1.0, 0.0},
                                               {0.9659258262890683, 0.25881904510252074},
                                               {0.8660254037844387, 0.5},
                                               {0.7071067811865476, 0.7071067811865476},
                                               {0.5, 0.8660254037844387},
                                               {0.25881904510252074, 0.9659258262890683},
                                               {0.0, 1.0},
                                               {-0.25881904510252074, 0.9659258262890683},
                                               {-0.5, 0.8660254037844387},
                                               {-0.7071067811865476, 0.7071067811865476},
                                               {-0.8660254037844387, 0.5},
                                               {-0.9659258262890683, 0.25881904510252074}}};
// Then in smaller steps, as tangents: from 14 degrees down to 2.
constexpr double kFirstStep = 0.25;
constexpr double kLastStep = 0.03;
constexpr int kTriesAStep = 4;
// The sine of the farthest that a plane may lean off the normal, 30 degrees: enough for the slopes at the
// foot of the neck, too little to slice off a breast or a heel instead of going round.
constexpr double kMostTilt = 0.5;
// How often the axis is made that of the limb, and how much worse the way round may get by it.
constexpr int kStraightenings = 2;
constexpr float kMostWorsening = 1.05F;
// What a slanted way costs: the normals along a girth lie across its axis, so the mean square of their part
// along the axis tells how slanted it is. Without this the shortest way round a chest is a sling over one
// shoulder.
constexpr float kSlantCost = 2.0F;

// A way round and how it compares with others: its length, and more the more slanted it is.
struct Candidate {
    Girth girth;
    float cost = 0.0F;
};

constexpr float kEndless = std::numeric_limits<float>::infinity();

float lengthOf(const GirthPiece& piece, const SurfaceMesh& mesh) {
    return glm::distance(mesh.position({piece.triangle, piece.from}),
                         mesh.position({piece.triangle, piece.to}));
}

glm::vec3 normalOf(const GirthPiece& piece, const SurfaceMesh& mesh) {
    return mesh.normal({piece.triangle, (piece.from + piece.to) * 0.5F});
}

// Cuts the skin by planes through one point.
class Cutter {
public:
    Cutter(const SurfaceMesh& mesh, const SkinPoint& through)
        : m_mesh(mesh), m_through(through), m_origin(mesh.position(through)) {}

    // The way round that the plane across `axis` cuts, empty if it does not close or costs more than `most`.
    [[nodiscard]] std::optional<Candidate> cut(const glm::dvec3& axis, float most) const;

private:
    using Edge = std::array<std::uint32_t, 2>;  // the lower vertex first
    struct Crossed {
        Edge in, out;
    };

    [[nodiscard]] double height(std::uint32_t vertex, const glm::dvec3& axis) const {
        return glm::dot(glm::dvec3(m_mesh.positions()[vertex]) - m_origin, axis);
    }
    [[nodiscard]] std::optional<Crossed> crossed(std::uint32_t triangle, const glm::dvec3& axis) const;
    [[nodiscard]] std::optional<std::uint32_t> beginning(const glm::dvec3& axis) const;
    [[nodiscard]] std::optional<std::uint32_t> across(const Edge& edge, std::uint32_t from) const;
    [[nodiscard]] glm::vec3 weightsOn(const Edge& edge, std::uint32_t triangle, const glm::dvec3& axis) const;

    const SurfaceMesh& m_mesh;
    SkinPoint m_through;
    glm::dvec3 m_origin;
};

// The two edges of a triangle that the plane crosses. What lies in the plane counts as above it, so that it
// never passes through a vertex.
std::optional<Cutter::Crossed> Cutter::crossed(std::uint32_t triangle, const glm::dvec3& axis) const {
    const body::Triangle& corners = m_mesh.triangles()[triangle];
    std::array<Edge, 2> edges{};
    std::size_t found = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::uint32_t a = corners[i], b = corners[(i + 1) % 3];
        if ((height(a, axis) >= 0.0) != (height(b, axis) >= 0.0))
            edges[found++] = {std::min(a, b), std::max(a, b)};
    }
    if (found < 2) return std::nullopt;
    return Crossed{edges[0], edges[1]};
}

// A triangle that the plane crosses, at the point or right beside it.
std::optional<std::uint32_t> Cutter::beginning(const glm::dvec3& axis) const {
    if (crossed(m_through.triangle, axis)) return m_through.triangle;
    for (const std::uint32_t triangle : m_mesh.trianglesAround(m_mesh.nearestVertex(m_through))) {
        if (crossed(triangle, axis)) return triangle;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> Cutter::across(const Edge& edge, std::uint32_t from) const {
    for (const std::uint32_t triangle : m_mesh.trianglesAround(edge[0])) {
        const body::Triangle& corners = m_mesh.triangles()[triangle];
        const bool hasOther = std::find(corners.begin(), corners.end(), edge[1]) != corners.end();
        if (triangle != from && hasOther) return triangle;
    }
    return std::nullopt;
}

glm::vec3 Cutter::weightsOn(const Edge& edge, std::uint32_t triangle, const glm::dvec3& axis) const {
    const double lower = height(edge[0], axis), upper = height(edge[1], axis);
    const auto share = static_cast<float>(lower / (lower - upper));
    const body::Triangle& corners = m_mesh.triangles()[triangle];
    glm::vec3 weights(0.0F);
    for (std::size_t i = 0; i < 3; ++i) {
        if (corners[i] == edge[0]) weights[static_cast<glm::length_t>(i)] = 1.0F - share;
        if (corners[i] == edge[1]) weights[static_cast<glm::length_t>(i)] = share;
    }
    return weights;
}

std::optional<Candidate> Cutter::cut(const glm::dvec3& axis, float most) const {
    const auto first = beginning(axis);
    if (!first) return std::nullopt;
    Candidate made;
    Girth& girth = made.girth;
    girth.axis = glm::vec3(axis);
    std::uint32_t triangle = *first;
    Edge in = crossed(triangle, axis)->in;
    // A surface that crosses itself could lead round and round.
    for (std::size_t left = m_mesh.triangles().size(); left > 0; --left) {
        const auto edges = crossed(triangle, axis);
        if (!edges) return std::nullopt;
        const Edge out = edges->in == in ? edges->out : edges->in;
        const GirthPiece piece{triangle, weightsOn(in, triangle, axis), weightsOn(out, triangle, axis)};
        const float length = lengthOf(piece, m_mesh);
        const float slant = glm::dot(normalOf(piece, m_mesh), girth.axis);
        girth.length += length;
        made.cost += length * (1.0F + kSlantCost * slant * slant);
        if (made.cost > most) return std::nullopt;
        girth.pieces.push_back(piece);
        const auto next = across(out, triangle);
        if (!next) return std::nullopt;
        if (*next == *first) return made;
        triangle = *next;
        in = out;
    }
    return std::nullopt;
}

// The axes across which planes through a point with this normal are tried.
std::array<glm::dvec3, kTurns> axesAround(const glm::dvec3& normal) {
    const glm::dvec3 aside = std::abs(normal.y) < 0.8 ? glm::dvec3(0.0, 1.0, 0.0) : glm::dvec3(0.0, 0.0, 1.0);
    const glm::dvec3 u = glm::normalize(aside - normal * glm::dot(aside, normal));
    const glm::dvec3 v = glm::cross(normal, u);
    std::array<glm::dvec3, kTurns> axes;
    for (std::size_t i = 0; i < kTurns; ++i)
        axes[i] = u * kTurnTable[i].cosine + v * kTurnTable[i].sine;
    return axes;
}

void takeIfBetter(std::optional<Candidate>& best, glm::dvec3& axis, const Cutter& cutter,
                  const glm::dvec3& tried) {
    auto made = cutter.cut(tried, best ? best->cost : kEndless);
    if (!made || (best && made->cost >= best->cost)) return;
    best = std::move(made);
    axis = tried;
}

std::optional<Candidate> bestCut(const Cutter& cutter, const glm::dvec3& normal) {
    std::optional<Candidate> best;
    glm::dvec3 axis(0.0);
    for (const glm::dvec3& tried : axesAround(normal))
        takeIfBetter(best, axis, cutter, tried);
    if (!best) return best;
    // From there downhill, turning about the normal and tilting away from it.
    for (double step = kFirstStep; step >= kLastStep; step *= 0.5) {
        for (int tries = 0; tries < kTriesAStep; ++tries) {
            const glm::dvec3 middle = axis;
            for (const glm::dvec3& way : {glm::cross(normal, middle), normal}) {
                for (const double to : {-step, step}) {
                    const glm::dvec3 tried = glm::normalize(middle + way * to);
                    if (std::abs(glm::dot(tried, normal)) <= kMostTilt)
                        takeIfBetter(best, axis, cutter, tried);
                }
            }
            if (axis == middle) break;
        }
    }
    return best;
}

// The direction that the normals along the girth have least of, by inverse iteration.
glm::dvec3 straightAxis(const Girth& girth, const SurfaceMesh& mesh) {
    glm::dmat3 sum(0.0);
    for (const GirthPiece& piece : girth.pieces) {
        const glm::dvec3 normal(normalOf(piece, mesh));
        sum += glm::outerProduct(normal, normal) * static_cast<double>(lengthOf(piece, mesh) / girth.length);
    }
    constexpr double kRegular = 1.0e-3;  // keeps a cylinder's matrix from having no inverse
    const glm::dmat3 inverse = glm::inverse(sum + glm::dmat3(kRegular));
    glm::dvec3 axis(girth.axis);
    for (int i = 0; i < 20; ++i)
        axis = glm::normalize(inverse * axis);
    return axis;
}

std::optional<Girth> girthOn(const SurfaceMesh& mesh, const SkinPoint& point) {
    const Cutter cutter(mesh, point);
    auto best = bestCut(cutter, glm::dvec3(mesh.normal(point)));
    if (!best) return std::nullopt;
    for (int i = 0; i < kStraightenings; ++i) {
        auto straight = cutter.cut(straightAxis(best->girth, mesh), best->cost * kMostWorsening);
        if (!straight) break;
        best = std::move(straight);
    }
    return std::move(best->girth);
}

// The same way on the other side of the body; empty where a triangle has no partner.
std::optional<Girth> mirrored(const Girth& girth, const SurfaceMesh& mesh) {
    Girth other = girth;
    other.axis.x = -other.axis.x;
    for (GirthPiece& piece : other.pieces) {
        const auto from = mesh.mirrored({piece.triangle, piece.from});
        const auto to = mesh.mirrored({piece.triangle, piece.to});
        if (!from || !to) return std::nullopt;
        piece = {from->triangle, from->barycentric, to->barycentric};
    }
    return other;
}

}  // namespace

std::optional<Girth> girthAt(const body::BodyModel& body, const SkinPoint& point) {
    const SurfaceMesh& mesh = body.mesh();
    const auto image = mesh.mirrored(point);
    if (image && comesBefore(*image, point)) {
        const auto girth = girthOn(mesh, *image);
        if (auto carried = girth ? mirrored(*girth, mesh) : std::nullopt) return carried;
    }
    return girthOn(mesh, point);
}

std::vector<SkinPoint> pointsAlong(const Girth& girth, const SurfaceMesh& mesh, float spacing) {
    std::vector<SkinPoint> points;
    float sinceLast = spacing;
    for (const GirthPiece& piece : girth.pieces) {
        const float length = lengthOf(piece, mesh);
        float at = spacing - sinceLast;
        for (; at < length; at += spacing) {
            const glm::vec3 weights = piece.from + (piece.to - piece.from) * (at / length);
            points.push_back({piece.triangle, weights});
        }
        sinceLast = length - (at - spacing);
    }
    return points;
}

}  // namespace palpate::map
