#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace palpate::body {

// Four numbers in one register (gcc and clang); operators work lane by lane.
using Lanes = float __attribute__((vector_size(16)));
constexpr std::size_t kLanes = 4;

constexpr Lanes allLanes(float value) {
    return Lanes{value, value, value, value};
}
inline Lanes lower(Lanes a, Lanes b) {
    return a < b ? a : b;
}
inline Lanes higher(Lanes a, Lanes b) {
    return a > b ? a : b;
}

// Four boxes, one a lane. [axis]
struct BoxQuad {
    std::array<Lanes, 3> lowest{}, highest{};
};

// Four triangles, one a lane. [corner][axis]; a lane that is not used has no area.
struct TriangleQuad {
    std::array<std::array<Lanes, 3>, 3> corners{};
};

// A node of the picking tree: up to four children, those that are there first.
struct BvhNode {
    BoxQuad boxes;
    std::array<std::uint32_t, kLanes>
        first{};  // leaf: its first triangle in leaf order; else: the child's place
    std::array<std::uint32_t, kLanes> count{};  // leaf: its triangles; else 0

    // The root is nobody's child.
    [[nodiscard]] bool hasChild(std::size_t lane) const { return first[lane] != 0 || count[lane] != 0; }
};

}  // namespace palpate::body
