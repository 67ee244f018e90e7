#pragma once

#include "body/surface_mesh.h"
#include "render/mesh_clusters.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace palpate::render {

// The clusters of a mesh with about half of their triangles: vertices inside a cluster are left out where the
// skin around them is nearly flat, and the hole is closed from one of its corners (vertex decimation:
// Schroeder, Zarge, Lorensen 1992, "Decimation of triangle meshes"). What lies on the border of a cluster
// stays, so coarse and fine clusters fit together without gaps. The same mesh gives the same triangles.
class CoarseSkin {
public:
    // How far a vertex that was left out lies from the triangles that close its hole, at the most. Metres.
    // Where one of these is left out after it, it may come to lie a little farther from the skin that is
    // left.
    static constexpr float kTolerance = 5.0e-4F;

    // Both must outlive this object.
    CoarseSkin(const body::SurfaceMesh& mesh, const MeshClusters& clusters);

    // Of MeshClusters::clusters()[cluster]; made when they are first asked for, which takes some ten
    // microseconds. Valid until the next call.
    [[nodiscard]] std::span<const body::Triangle> trianglesOf(std::size_t cluster);

private:
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t count = 0;  // 0: not made yet
    };

    const body::SurfaceMesh& m_mesh;
    const MeshClusters& m_clusters;
    std::vector<body::Triangle> m_triangles;
    std::vector<Range> m_ranges;  // one a cluster
};

}  // namespace palpate::render
