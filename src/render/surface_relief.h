#pragma once

#include "body/surface_mesh.h"

#include <vector>

namespace palpate::render {

// How far each vertex stands out of the skin around it or lies in a hollow, -1 (deep groove) .. 0 (even) .. 1
// (ridge): its height over the mean of its surroundings at two sizes (about 1 cm and 3 cm), relative to them.
// For shading only: what a draughtsman does with a darker line in a fold.
[[nodiscard]] std::vector<float> surfaceRelief(const body::SurfaceMesh& mesh);

}  // namespace palpate::render
