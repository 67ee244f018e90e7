#include "render/contour_trace.h"

#include "core/check.h"
#include "render/edge_table.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace palpate::render {

namespace {

// Keeps a point off the corners, where the points of several edges would fall into one.
constexpr float kLeastShare = 0.002F;

class Tracer {
public:
    Tracer(const body::SurfaceMesh& mesh, std::span<const std::int8_t> values, float threshold)
        : m_mesh(mesh), m_values(values), m_threshold(threshold) {}

    std::vector<ContourPoint> run() {
        for (std::uint32_t vertex = 0; vertex < m_values.size(); ++vertex) {
            if (!isInside(vertex)) continue;
            for (const std::uint32_t number : m_mesh.trianglesAround(vertex)) {
                const body::Triangle& triangle = m_mesh.triangles()[number];
                if (isFirstInside(triangle, vertex)) cross(triangle);
            }
        }
        return std::move(m_points);
    }

private:
    [[nodiscard]] bool isInside(std::uint32_t vertex) const {
        return static_cast<float>(m_values[vertex]) >= m_threshold;
    }

    // So that each triangle is looked at once.
    [[nodiscard]] bool isFirstInside(const body::Triangle& triangle, std::uint32_t vertex) const {
        return std::none_of(triangle.begin(), triangle.end(),
                            [&](std::uint32_t corner) { return corner < vertex && isInside(corner); });
    }

    void cross(const body::Triangle& triangle) {
        std::uint32_t entering = ContourPoint::kNone;
        std::uint32_t leaving = ContourPoint::kNone;
        for (std::size_t i = 0; i < 3; ++i) {
            const std::uint32_t from = triangle[i];
            const std::uint32_t to = triangle[(i + 1) % 3];
            if (isInside(from) == isInside(to)) continue;
            (isInside(to) ? entering : leaving) = pointOn(std::min(from, to), std::max(from, to));
        }
        if (entering == ContourPoint::kNone) return;  // wholly inside
        m_points[entering].next = leaving;
        m_points[leaving].previous = entering;
        const float slope = slopeOf(triangle);
        for (const std::uint32_t point : {entering, leaving}) {
            float& mean = m_points[point].slope;
            mean = mean == 0.0F ? slope : 0.5F * (mean + slope);
        }
    }

    std::uint32_t pointOn(std::uint32_t low, std::uint32_t high) {
        const std::uint64_t key = EdgeTable::keyOf(low, high);
        const auto [number, isNew] = m_edges.numberOf(key);
        if (!isNew) return number;
        const float atLow = m_values[low];
        const float atHigh = m_values[high];
        const float share =
            std::clamp((m_threshold - atLow) / (atHigh - atLow), kLeastShare, 1.0F - kLeastShare);
        ContourPoint point;
        point.edge = key;
        point.position = glm::mix(m_mesh.positions()[low], m_mesh.positions()[high], share);
        point.normal = glm::normalize(glm::mix(m_mesh.normals()[low], m_mesh.normals()[high], share));
        m_points.push_back(point);
        return number;
    }

    // Length of the gradient of the linear function over the triangle.
    [[nodiscard]] float slopeOf(const body::Triangle& triangle) const {
        const glm::vec3 origin = m_mesh.positions()[triangle[0]];
        const glm::vec3 u = m_mesh.positions()[triangle[1]] - origin;
        const glm::vec3 v = m_mesh.positions()[triangle[2]] - origin;
        const glm::vec3 normal = glm::cross(u, v);
        const float squared = glm::dot(normal, normal);
        if (squared <= 0.0F) return 0.0F;
        const auto value = [&](std::size_t i) { return static_cast<float>(m_values[triangle[i]]); };
        const glm::vec3 gradient =
            (glm::cross(v, normal) * (value(1) - value(0)) + glm::cross(normal, u) * (value(2) - value(0))) /
            squared;
        return glm::length(gradient);
    }

    const body::SurfaceMesh& m_mesh;
    std::span<const std::int8_t> m_values;
    float m_threshold;
    std::vector<ContourPoint> m_points;
    EdgeTable m_edges;  // numbers as m_points
};

}  // namespace

std::vector<ContourPoint> traceContour(const body::SurfaceMesh& mesh, std::span<const std::int8_t> values,
                                       float threshold) {
    core::check(values.size() == mesh.vertexCount(), "a contour has one value a vertex");
    return Tracer(mesh, values, threshold).run();
}

namespace {

// The points of one line in their order; a ring begins at the one met first.
std::vector<std::uint32_t> lineFrom(const std::vector<ContourPoint>& line, std::uint32_t first) {
    std::vector<std::uint32_t> order;
    std::uint32_t at = first;
    do {
        order.push_back(at);
        at = line[at].next;
    } while (at != ContourPoint::kNone && at != first);
    return order;
}

}  // namespace

void measureDashes(std::vector<ContourPoint>& line) {
    std::vector<bool> isMeasured(line.size(), false);
    const auto measure = [&](std::uint32_t first) {
        if (isMeasured[first]) return;
        const std::vector<std::uint32_t> order = lineFrom(line, first);
        float along = 0.0F;
        for (std::size_t i = 0; i < order.size(); ++i) {
            isMeasured[order[i]] = true;
            line[order[i]].isDashed = true;
            line[order[i]].along = along;
            const std::uint32_t next = line[order[i]].next;
            if (next != ContourPoint::kNone)
                along += glm::distance(line[order[i]].position, line[next].position);
        }
        for (const std::uint32_t i : order)
            line[i].length = along;
    };
    for (std::uint32_t i = 0; i < line.size(); ++i) {
        if (line[i].previous == ContourPoint::kNone) measure(i);
    }
    for (std::uint32_t i = 0; i < line.size(); ++i)
        measure(i);  // what is left are rings
}

void measureDashes(std::vector<ContourPoint>& line, std::span<const std::int8_t> values,
                   std::span<const std::uint8_t> isDashed) {
    measureDashes(line);
    for (ContourPoint& point : line) {
        const auto low = static_cast<std::uint32_t>(point.edge >> 32U);
        const auto high = static_cast<std::uint32_t>(point.edge);
        point.isDashed = isDashed[values[low] >= values[high] ? low : high] != 0;
        // Only what is drawn with gaps needs to be drawn anew when the line becomes longer elsewhere.
        if (!point.isDashed) point.along = point.length = 0.0F;
    }
}

}  // namespace palpate::render
