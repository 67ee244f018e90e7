#include "analysis/change_classes.h"

#include "core/check.h"

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include <algorithm>
#include <cmath>
#include <span>

namespace palpate::analysis {

namespace {

using Values = std::span<const map::Value>;

// Boxes at least as wide as the tolerance, each with the highest painted value in it and in those beside it:
// an upper limit of what Neighbourhood finds, known without looking at any vertex.
class Boxes {
public:
    Boxes(const body::SurfaceMesh& mesh, Values values, float radius)
        : m_lowest(mesh.bounds().lowest), m_width(widthFor(mesh, radius)) {
        const glm::vec3 size = mesh.bounds().size();
        for (glm::length_t axis = 0; axis < 3; ++axis)
            m_count[axis] = static_cast<int>(size[axis] / m_width) + 3;  // an empty one at both ends
        m_highest.assign(static_cast<std::size_t>(m_count.x) * m_count.y * m_count.z, 0);
        std::vector<map::Value> own = m_highest;
        std::vector<std::size_t> occupied;
        for (std::size_t v = 0; v < values.size(); ++v) {
            if (!map::isPainted(values[v])) continue;
            const std::size_t box = boxOf(mesh.positions()[v]);
            if (own[box] == 0) occupied.push_back(box);
            own[box] = std::max(own[box], values[v]);
        }
        for (const std::size_t box : occupied)
            spread(box, own[box]);
    }

    [[nodiscard]] map::Value highestNear(const glm::vec3& position) const {
        return m_highest[boxOf(position)];
    }

private:
    static float widthFor(const body::SurfaceMesh& mesh, float radius) {
        constexpr float kLeast = 0.02F, kMostBoxes = 128.0F;
        const glm::vec3 size = mesh.bounds().size();
        return std::max({radius, kLeast, std::max({size.x, size.y, size.z}) / kMostBoxes});
    }

    [[nodiscard]] std::size_t boxOf(const glm::vec3& position) const {
        const glm::ivec3 at = glm::ivec3((position - m_lowest) / m_width) + 1;
        return (static_cast<std::size_t>(at.z) * m_count.y + at.y) * m_count.x + at.x;
    }

    void spread(std::size_t box, map::Value value) {
        const auto row = static_cast<std::size_t>(m_count.x), layer = row * m_count.y;
        for (const std::size_t z : {box - layer, box, box + layer}) {
            for (const std::size_t y : {z - row, z, z + row}) {
                for (const std::size_t x : {y - 1, y, y + 1})
                    m_highest[x] = std::max(m_highest[x], value);
            }
        }
    }

    glm::vec3 m_lowest;
    float m_width;
    glm::ivec3 m_count{0};
    std::vector<map::Value> m_highest;
};

// Looks around a vertex, over skin that hangs together with it within a ball.
class Neighbourhood {
public:
    Neighbourhood(const body::SurfaceMesh& mesh, float radius)
        : m_mesh(mesh), m_squared(radius * radius), m_seenIn(mesh.vertexCount(), 0) {}

    // The highest painted value within the radius of `centre`; stops looking at `enough`.
    map::Value highest(Values values, std::uint32_t centre, int enough) {
        ++m_round;
        m_waiting.assign(1, centre);
        m_seenIn[centre] = m_round;
        map::Value highest = 0;
        for (std::size_t at = 0; at < m_waiting.size(); ++at) {
            const map::Value here = values[m_waiting[at]];
            if (map::isPainted(here)) highest = std::max(highest, here);
            if (highest >= enough) break;
            addNeighbours(m_waiting[at], m_mesh.positions()[centre]);
        }
        return highest;
    }

private:
    void addNeighbours(std::uint32_t vertex, const glm::vec3& centre) {
        for (const std::uint32_t next : m_mesh.neighbours(vertex)) {
            if (m_seenIn[next] == m_round) continue;
            m_seenIn[next] = m_round;
            const glm::vec3 way = m_mesh.positions()[next] - centre;
            if (glm::dot(way, way) <= m_squared) m_waiting.push_back(next);
        }
    }

    const body::SurfaceMesh& m_mesh;
    float m_squared;
    std::vector<std::uint32_t> m_seenIn;  // the round in which it was met
    std::vector<std::uint32_t> m_waiting;
    std::uint32_t m_round = 0;
};

}  // namespace

int levelStep(map::LayerKind kind, const ChangeTolerance& tolerance) {
    constexpr int kLeast = 1;
    return std::max(kLeast,
                    static_cast<int>(std::lround(10.0 * map::highestLevel(kind) * tolerance.levelShare)));
}

std::vector<ChangeClass> classifyChange(const body::BodyModel& body, const map::Layer& from,
                                        const map::Layer& to, const ChangeTolerance& tolerance) {
    core::check(from.kind() == to.kind(), "layers of the same kind are compared");
    core::check(
        from.values().size() == body.mesh().vertexCount() && to.values().size() == body.mesh().vertexCount(),
        "layers are compared on their own body");
    const int step = levelStep(from.kind(), tolerance);
    const auto radius = static_cast<float>(tolerance.borderMm / 1000.0);
    const Boxes nearFrom(body.mesh(), from.values(), radius), nearTo(body.mesh(), to.values(), radius);
    Neighbourhood around(body.mesh(), radius);
    std::vector<ChangeClass> classes(from.values().size(), ChangeClass::Bare);
    for (std::uint32_t v = 0; v < classes.size(); ++v) {
        const map::Value before = map::levelOrNone(from.values()[v]),
                         after = map::levelOrNone(to.values()[v]);
        if (before == 0 && after == 0) continue;
        classes[v] = ChangeClass::Unchanged;
        const bool fell = after < before;
        const map::Value higher = std::max(before, after), lower = std::min(before, after);
        if (lower != 0 && higher - lower < step) continue;
        // At most this, and where that settles it nobody needs to look closer.
        map::Value other = (fell ? nearTo : nearFrom).highestNear(body.mesh().positions()[v]);
        if (other != 0 && (lower == 0 || higher - other < step)) {
            const int enough = std::max(static_cast<int>(map::kPaintedFrom), higher - step + 1);
            other = around.highest(fell ? to.values() : from.values(), v, enough);
        }
        if (other == 0) {
            classes[v] = fell ? ChangeClass::Resolved : ChangeClass::New;
        } else if (higher - other >= step) {
            classes[v] = fell ? ChangeClass::Better : ChangeClass::Worse;
        }
    }
    return classes;
}

}  // namespace palpate::analysis
