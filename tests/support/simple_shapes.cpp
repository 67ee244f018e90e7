#include "support/test_bodies.h"

#include "core/check.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

namespace palpate::test {

using body::SurfaceMesh;
using body::Triangle;

namespace {

SurfaceMesh meshOf(std::vector<glm::vec3> positions, std::vector<Triangle> triangles) {
    auto mesh = SurfaceMesh::create(std::move(positions), {}, std::move(triangles));
    core::check(mesh.has_value(), "a test body is a valid mesh");
    return std::move(*mesh);
}

}  // namespace

SurfaceMesh makePlane(float size, std::size_t cells) {
    const auto row = static_cast<std::uint32_t>(cells + 1);
    // From the middle outwards, so that both sides hold the same numbers.
    const auto at = [&](std::uint32_t i) {
        return size * (static_cast<float>(i) - static_cast<float>(cells) * 0.5F) / static_cast<float>(cells);
    };
    std::vector<glm::vec3> positions;
    for (std::uint32_t y = 0; y < row; ++y) {
        for (std::uint32_t x = 0; x < row; ++x)
            positions.emplace_back(at(x), at(y), 0.0F);
    }
    std::vector<Triangle> triangles;
    for (std::uint32_t y = 0; y + 1 < row; ++y) {
        for (std::uint32_t x = 0; x + 1 < row; ++x) {
            const std::uint32_t a = y * row + x, b = a + 1, c = b + row, d = a + row;
            if ((x + y) % 2 == 0) {
                triangles.insert(triangles.end(), {Triangle{a, b, c}, Triangle{a, c, d}});
            } else {
                triangles.insert(triangles.end(), {Triangle{a, b, d}, Triangle{b, c, d}});
            }
        }
    }
    return meshOf(std::move(positions), std::move(triangles));
}

SurfaceMesh makeSphere(float radius, int splits) {
    const float golden = std::numbers::phi_v<float>;
    std::vector<glm::vec3> positions;
    for (const float s : {-1.0F, 1.0F}) {
        for (const float t : {-golden, golden}) {
            positions.insert(positions.end(), {{0.0F, s, t}, {s, t, 0.0F}, {t, 0.0F, s}});
        }
    }
    // The faces are the triples whose corners are an edge (2) apart.
    const auto joined = [&](std::uint32_t a, std::uint32_t b) {
        return glm::distance(positions[a], positions[b]) < 2.1F;
    };
    std::vector<Triangle> triangles;
    for (std::uint32_t a = 0; a < 12; ++a) {
        for (std::uint32_t b = a + 1; b < 12; ++b) {
            for (std::uint32_t c = b + 1; c < 12; ++c) {
                if (!joined(a, b) || !joined(b, c) || !joined(a, c)) continue;
                const glm::vec3 out = glm::cross(positions[b] - positions[a], positions[c] - positions[a]);
                triangles.push_back(glm::dot(out, positions[a]) > 0.0F ? Triangle{a, b, c}
                                                                       : Triangle{a, c, b});
            }
        }
    }
    for (int i = 0; i < splits; ++i) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles;
        const auto middle = [&](std::uint32_t a, std::uint32_t b) {
            const auto [entry, isNew] =
                middles.try_emplace(std::minmax(a, b), static_cast<std::uint32_t>(positions.size()));
            if (isNew) positions.push_back((positions[a] + positions[b]) * 0.5F);
            return entry->second;
        };
        std::vector<Triangle> finer;
        for (const auto& [a, b, c] : triangles) {
            const std::uint32_t ab = middle(a, b), bc = middle(b, c), ca = middle(c, a);
            finer.insert(finer.end(), {Triangle{a, ab, ca}, Triangle{ab, b, bc}, Triangle{ca, bc, c},
                                       Triangle{ab, bc, ca}});
        }
        triangles = std::move(finer);
    }
    for (glm::vec3& position : positions)
        position = glm::normalize(position) * radius;
    return meshOf(std::move(positions), std::move(triangles));
}

SurfaceMesh makeCylinder(float radius, float height, std::size_t around, std::size_t along) {
    const auto ring = static_cast<std::uint32_t>(around), rings = static_cast<std::uint32_t>(along + 1);
    std::vector<glm::vec3> positions;
    for (std::uint32_t y = 0; y < rings; ++y) {
        for (std::uint32_t i = 0; i < ring; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / ring;
            positions.emplace_back(radius * static_cast<float>(std::sin(angle)),
                                   height * static_cast<float>(y) / static_cast<float>(along),
                                   radius * static_cast<float>(std::cos(angle)));
        }
    }
    const auto bottom = static_cast<std::uint32_t>(positions.size()), top = bottom + 1;
    positions.emplace_back(0.0F, 0.0F, 0.0F);
    positions.emplace_back(0.0F, height, 0.0F);
    std::vector<Triangle> triangles;
    for (std::uint32_t i = 0; i < ring; ++i) {
        const std::uint32_t next = (i + 1) % ring, last = (rings - 1) * ring;
        for (std::uint32_t y = 0; y + 1 < rings; ++y) {
            const std::uint32_t a = y * ring + i, b = y * ring + next, c = b + ring, d = a + ring;
            if ((i + y) % 2 == 0) {
                triangles.insert(triangles.end(), {Triangle{a, b, c}, Triangle{a, c, d}});
            } else {
                triangles.insert(triangles.end(), {Triangle{a, b, d}, Triangle{b, c, d}});
            }
        }
        triangles.insert(triangles.end(), {Triangle{bottom, next, i}, Triangle{top, last + i, last + next}});
    }
    return meshOf(std::move(positions), std::move(triangles));
}

}  // namespace palpate::test
