#pragma once

#include "body/surface_mesh.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace palpate::render {

// Where a line of equal value crosses an edge of the mesh.
struct ContourPoint {
    static constexpr std::uint32_t kNone = 0xffffffffU;

    std::uint64_t edge = 0;  // (lower vertex << 32) | higher vertex: no two points of a line share one
    glm::vec3 position{0.0F};
    glm::vec3 normal{0.0F};
    // The neighbours along the line, as numbers of points; kNone at an end (the border of an open mesh).
    // Higher values lie on the left when walking on, seen from outside.
    std::uint32_t previous = kNone;
    std::uint32_t next = kNone;
    float slope = 0.0F;  // values a metre, mean of the triangles beside it
    // For lines that are drawn with gaps, see measureDashes().
    bool isDashed = false;
    float along = 0.0F, length = 0.0F;  // metres from where the line begins, and of all of it
};

// The line at which linearly interpolated values cross `threshold`; a value of exactly that is inside. One
// value a vertex. Work grows with the number of vertices inside. Depends on the values alone, and a point
// only on the edge it lies on.
[[nodiscard]] std::vector<ContourPoint> traceContour(const body::SurfaceMesh& mesh,
                                                     std::span<const std::int8_t> values, float threshold);

// Says of each point whether it is dashed, by the vertex of its edge with the higher value, and where along
// its line it lies. `isDashed` holds one number a vertex, 0 for no.
void measureDashes(std::vector<ContourPoint>& line, std::span<const std::int8_t> values,
                   std::span<const std::uint8_t> isDashed);
// The same where all of the line is dashed.
void measureDashes(std::vector<ContourPoint>& line);

}  // namespace palpate::render
