#pragma once

#include "body/bvh_node.h"
#include "body/surface_mesh.h"

#include <cstdint>
#include <vector>

namespace palpate::body {

struct BvhTree {
    std::vector<BvhNode> nodes;        // the root first
    std::vector<std::uint32_t> order;  // triangle numbers, leaf after leaf
};

// No node lies deeper than this under the root.
constexpr int kDeepestNode = 40;

// Every triangle of the mesh in exactly one leaf.
[[nodiscard]] BvhTree buildBvh(const SurfaceMesh& mesh);

}  // namespace palpate::body
