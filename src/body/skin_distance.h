#pragma once

#include "body/distance_queue.h"
#include "body/skin_point.h"
#include "body/surface_mesh.h"

#include <cstdint>
#include <span>
#include <vector>

namespace palpate::body {

// Distance along the skin from a point, so that an arm never reaches the ribs beside it: fast marching over
// the triangles (Kimmel, Sethian 1998, "Computing geodesic paths on manifolds") with the front taken as
// coming from one point instead of as straight (Novotni, Klein 2002, "Computing geodesic distances on
// triangular meshes"), which is exact on a plane and on whatever can be rolled into one. Keeps its scratch
// memory between calls; one object a thread.
class SkinDistance {
public:
    using Reached = DistanceQueue::Entry;  // a vertex and its distance in metres along the skin

    // `mesh` must outlive this object and stay where it is.
    explicit SkinDistance(const SurfaceMesh& mesh);

    // All vertices within `radius` metres of `from`, by ascending distance, ties by vertex number.
    // Valid until the next call. Work grows with what is reached, not with the mesh.
    std::span<const Reached> within(const SkinPoint& from, float radius);

private:
    void offer(std::uint32_t vertex, float distance, float radius);
    void spreadFrom(std::uint32_t vertex, float radius);
    void spreadOver(const Triangle& corners, std::uint32_t known, float radius);
    void forget();

    const SurfaceMesh* m_mesh;
    std::vector<float> m_distance;         // per vertex; infinite between calls
    std::vector<std::uint8_t> m_accepted;  // per vertex: its turn came; 0 between calls
    DistanceQueue m_front;                 // may hold outdated entries
    std::vector<Reached> m_reached;
    std::vector<std::uint32_t> m_touched;  // what to reset before the next call, also after one that failed
};

}  // namespace palpate::body
