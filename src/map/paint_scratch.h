#pragma once

#include "body/skin_distance.h"
#include "body/surface_mesh.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace palpate::map {

// A vertex under the brush and how much of the level it takes, above 0 and at most 1.
struct DabVertex {
    std::uint32_t vertex = 0;
    float weight = 0.0F;
};

// A set of vertices that is emptied without touching the memory of each.
class VertexSet {
public:
    explicit VertexSet(std::size_t vertexCount) : m_addedIn(vertexCount, 0) {}

    void clear() { ++m_round; }
    // False if it was there already.
    bool add(std::uint32_t vertex) {
        if (contains(vertex)) return false;
        m_addedIn[vertex] = m_round;
        return true;
    }
    [[nodiscard]] bool contains(std::uint32_t vertex) const { return m_addedIn[vertex] == m_round; }

private:
    std::vector<std::uint64_t> m_addedIn;
    std::uint64_t m_round = 1;
};

// The working memory of painting, kept from stamp to stamp and, if the caller keeps it, from stroke to
// stroke, so that nothing is allocated while one is made. One painter at a time, one thread.
struct PaintScratch {
    // `mesh` must outlive this and stay where it is.
    explicit PaintScratch(const body::SurfaceMesh& mesh)
        : distance(mesh), reached(mesh.vertexCount()), touched(mesh.vertexCount()) {}

    body::SkinDistance distance;
    VertexSet reached;           // by the last dab
    VertexSet touched;           // by the stroke
    std::vector<DabVertex> dab;  // the last one
};

}  // namespace palpate::map
