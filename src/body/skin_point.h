#pragma once

#include <glm/vec3.hpp>

#include <cstdint>

namespace palpate::body {

// A point on the skin, tied to the topology and not to a figure: the same point on every body shape.
struct SkinPoint {
    std::uint32_t triangle = 0;
    glm::vec3 barycentric{1.0F, 0.0F, 0.0F};  // weights of the triangle's corners; each 0..1, sum 1

    friend bool operator==(const SkinPoint&, const SkinPoint&) = default;
};

}  // namespace palpate::body
