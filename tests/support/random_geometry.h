#pragma once

#include "body/surface_mesh.h"
#include "core/random.h"

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

// Random places and directions, the same in every run.
namespace palpate::test {

// In the cube from -reach to reach.
[[nodiscard]] inline glm::vec3 randomIn(core::Random& random, float reach) {
    const double r = static_cast<double>(reach);
    return {random.between(-r, r), random.between(-r, r), random.between(-r, r)};
}

// Of length 1, evenly over the ball.
[[nodiscard]] inline glm::vec3 randomDirection(core::Random& random) {
    while (true) {
        const glm::vec3 v = randomIn(random, 1.0F);
        const float length = glm::length(v);
        if (length > 0.05F && length <= 1.0F) return v / length;
    }
}

// On a random edge, or exactly on one of its ends.
[[nodiscard]] inline glm::vec3 onAnEdge(const body::SurfaceMesh& mesh, core::Random& random) {
    const body::Triangle& corners = mesh.triangles()[random.below(mesh.triangles().size())];
    const std::size_t start = random.below(3);
    const glm::vec3 a = mesh.positions()[corners[start]], b = mesh.positions()[corners[(start + 1) % 3]];
    if (random.below(2) == 0) return a;
    return a + (b - a) * static_cast<float>(random.unit());
}

}  // namespace palpate::test
