#pragma once

#include "body/surface_mesh.h"
#include "map/layer_kind.h"

#include <span>

namespace palpate::analysis {

// Number of connected components of the painted vertices, where an edge of the mesh connects. `values` holds
// one value a vertex.
[[nodiscard]] int countClusters(const body::SurfaceMesh& mesh, std::span<const map::Value> values);

}  // namespace palpate::analysis
