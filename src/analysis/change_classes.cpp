#include "analysis/change_classes.h"

#include "core/check.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <span>

namespace palpate::analysis {

namespace {

using Values = std::span<const map::Value>;

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

map::Value painted(map::Value value) {
    return map::isPainted(value) ? value : map::Value{0};
}

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
    Neighbourhood around(body.mesh(), static_cast<float>(tolerance.borderMm / 1000.0));
    std::vector<ChangeClass> classes(from.values().size(), ChangeClass::Bare);
    for (std::uint32_t v = 0; v < classes.size(); ++v) {
        const map::Value before = painted(from.values()[v]), after = painted(to.values()[v]);
        if (before == 0 && after == 0) continue;
        classes[v] = ChangeClass::Unchanged;
        const bool fell = after < before;
        const map::Value higher = std::max(before, after), lower = std::min(before, after);
        if (lower != 0 && higher - lower < step) continue;
        const int enough = std::max(static_cast<int>(map::kPaintedFrom), higher - step + 1);
        const map::Value other = around.highest(fell ? to.values() : from.values(), v, enough);
        if (other == 0) {
            classes[v] = fell ? ChangeClass::Resolved : ChangeClass::New;
        } else if (higher - other >= step) {
            classes[v] = fell ? ChangeClass::Better : ChangeClass::Worse;
        }
    }
    return classes;
}

}  // namespace palpate::analysis
