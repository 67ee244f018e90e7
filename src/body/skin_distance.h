#pragma once

#include "body/skin_point.h"
#include "body/surface_mesh.h"

#include <cstdint>
#include <span>
#include <vector>

namespace palpate::body {

// Distance along the skin from a point: fast marching over the triangles (Kimmel, Sethian 1998), so that an
// arm never reaches the ribs beside it. Keeps its scratch memory between calls; one object a thread.
class SkinDistance {
public:
    struct Reached {
        std::uint32_t vertex = 0;
        float distance = 0.0F;  // metres along the skin
    };

    // `mesh` must outlive this object and stay where it is.
    explicit SkinDistance(const SurfaceMesh& mesh);

    // All vertices within `radius` metres of `from`, by ascending distance, ties by vertex number.
    // Valid until the next call. Work grows with what is reached, not with the mesh.
    std::span<const Reached> within(const SkinPoint& from, float radius);

private:
    const SurfaceMesh* m_mesh;
    std::vector<float> m_distance;      // per vertex; kept at "far" between calls
    std::vector<std::uint8_t> m_state;  // far, trial, known
    std::vector<Reached> m_reached;
    std::vector<std::uint32_t> m_touched;  // what to reset before the next call
};

}  // namespace palpate::body
