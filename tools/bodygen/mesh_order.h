#pragma once

#include "bodygen/body_field.h"
#include "bodygen/mesh.h"

namespace palpate::bodygen {

// Renumbers the points by part (order of Part), within it left side, midline, right side, and there along a
// Hilbert curve of (|x|, y, z) so that neighbours in space are neighbours in the file; both sides run alike.
// Triangles follow by their lowest point.
Mesh ordered(const Mesh& mesh, const BodyField& field);

// Number of the point's mirror image; its own for points with x == 0. The mesh must be bitwise symmetric: a
// point without an exact partner is a broken promise.
std::vector<std::uint32_t> mirrorPartners(const Mesh& mesh);

}  // namespace palpate::bodygen
