#pragma once

#include "body/surface_mesh.h"

#include <cstddef>
#include <string>
#include <vector>

namespace palpate::cli {

// A mesh as a glTF 2.0 binary: one node without a transformation, positions in metres, normals, 32-bit
// indices. Vertices and triangles keep their numbers.
[[nodiscard]] std::vector<std::byte> toGlb(const body::SurfaceMesh& mesh, const std::string& name);

}  // namespace palpate::cli
