#pragma once

#include "body/bvh.h"

#include <cstdint>
#include <vector>

namespace palpate::body {

struct BvhTree {
    std::vector<Bvh::Node> nodes;
    std::vector<std::uint32_t> order;
};

// Every triangle of the mesh in exactly one leaf; siblings lie side by side, the left one at an odd place.
[[nodiscard]] BvhTree buildBvh(const SurfaceMesh& mesh);

}  // namespace palpate::body
