#pragma once

#include "body/surface_mesh.h"
#include "map/layer_kind.h"

#include <cstdint>
#include <span>
#include <vector>

namespace palpate::analysis {

// The connected components of the painted vertices, where an edge of the mesh connects: the vertices of each,
// in no order of their own; the components by their lowest vertex. `values` holds one value a vertex.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> findClusters(const body::SurfaceMesh& mesh,
                                                                   std::span<const map::Value> values);

// How many there are.
[[nodiscard]] int countClusters(const body::SurfaceMesh& mesh, std::span<const map::Value> values);

}  // namespace palpate::analysis
