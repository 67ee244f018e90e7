#pragma once

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

namespace palpate::body {

struct ClosestPoint {
    glm::dvec3 barycentric{1.0, 0.0, 0.0};
    double squaredDistance = 0.0;
};

// The point of triangle abc nearest to `point` (Ericson 2005, "Real-Time Collision Detection", 5.1.5). In
// double: coordinates of a body are about a metre and the distances asked for can be micrometres.
[[nodiscard]] inline ClosestPoint closestOnTriangle(const glm::vec3& point, const glm::vec3& cornerA,
                                                    const glm::vec3& cornerB, const glm::vec3& cornerC) {
    const glm::dvec3 a(cornerA), b(cornerB), c(cornerC), p(point);
    const glm::dvec3 ab = b - a, ac = c - a;
    const double d1 = glm::dot(ab, p - a), d2 = glm::dot(ac, p - a);
    const double d3 = glm::dot(ab, p - b), d4 = glm::dot(ac, p - b);
    const double d5 = glm::dot(ab, p - c), d6 = glm::dot(ac, p - c);
    const double va = d3 * d6 - d5 * d4, vb = d5 * d2 - d1 * d6, vc = d1 * d4 - d3 * d2;
    glm::dvec3 weights;
    if (d1 <= 0.0 && d2 <= 0.0) {
        weights = {1.0, 0.0, 0.0};
    } else if (d3 >= 0.0 && d4 <= d3) {
        weights = {0.0, 1.0, 0.0};
    } else if (vc <= 0.0 && d1 >= 0.0 && d3 <= 0.0) {
        const double t = d1 / (d1 - d3);
        weights = {1.0 - t, t, 0.0};
    } else if (d6 >= 0.0 && d5 <= d6) {
        weights = {0.0, 0.0, 1.0};
    } else if (vb <= 0.0 && d2 >= 0.0 && d6 <= 0.0) {
        const double t = d2 / (d2 - d6);
        weights = {1.0 - t, 0.0, t};
    } else if (va <= 0.0 && d4 - d3 >= 0.0 && d5 - d6 >= 0.0) {
        const double t = (d4 - d3) / ((d4 - d3) + (d5 - d6));
        weights = {0.0, 1.0 - t, t};
    } else {
        weights = glm::dvec3(va, vb, vc) / (va + vb + vc);
    }
    const glm::dvec3 offset = a * weights.x + b * weights.y + c * weights.z - p;
    return {weights, glm::dot(offset, offset)};
}

}  // namespace palpate::body
