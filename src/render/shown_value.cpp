#include "render/shown_value.h"

#include "map/layer_kind.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace palpate::render {

namespace {

// How fast values fall from behind `painted` towards `bare`, a metre; 0 where they do not.
float slopeTowards(const body::SurfaceMesh& mesh, std::span<const std::uint8_t> values, std::uint32_t painted,
                   const glm::vec3& direction) {
    float straightest = -0.5F;  // a neighbour more than 60 degrees off the line tells nothing about it
    float slope = 0.0F;
    for (const std::uint32_t behind : mesh.neighbours(painted)) {
        if (!map::isPainted(values[behind])) continue;
        const glm::vec3 way = mesh.positions()[behind] - mesh.positions()[painted];
        const float length = glm::length(way);
        const float turned = length > 0.0F ? glm::dot(way, direction) / length : 0.0F;
        if (turned >= straightest) continue;
        straightest = turned;
        const float rise = static_cast<float>(values[behind]) - static_cast<float>(values[painted]);
        slope = std::max(rise, 0.0F) / (length * -turned);
    }
    return slope;
}

// The mean of some values; 0 of none.
class Mean {
public:
    void add(float value) {
        m_sum += value;
        ++m_count;
    }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] float get() const { return isEmpty() ? 0.0F : m_sum / static_cast<float>(m_count); }

private:
    float m_sum = 0.0F;
    int m_count = 0;
};

}  // namespace

std::int8_t shownValue(const body::SurfaceMesh& mesh, std::span<const std::uint8_t> values,
                       std::uint32_t vertex) {
    if (values[vertex] > 0) return static_cast<std::int8_t>(std::min<int>(values[vertex], 127));
    Mean continued;
    Mean opposite;
    for (const std::uint32_t neighbour : mesh.neighbours(vertex)) {
        if (!map::isPainted(values[neighbour])) continue;
        const glm::vec3 way = mesh.positions()[vertex] - mesh.positions()[neighbour];
        const float length = glm::length(way);
        if (length <= 0.0F) continue;
        const float value = values[neighbour];
        const float below = value - slopeTowards(mesh, values, neighbour, way / length) * length;
        // Paint that ends higher than its slope explains ends in an edge.
        if (below < 0.0F) continued.add(below);
        opposite.add(-value);
    }
    const float shown = continued.isEmpty() ? opposite.get() : continued.get();
    return static_cast<std::int8_t>(std::lround(std::clamp(shown, -100.0F, 0.0F)));
}

}  // namespace palpate::render
