#pragma once

#include "bodygen/body_field.h"
#include "bodygen/mesh.h"

namespace palpate::bodygen {

// The mesh of one body on another body or pose: the same triangles, every point at the same part coordinates.
// `from` is the field that `mesh` lies on. Bitwise symmetric if `mesh` is. Afterwards no triangle faces
// inward and none cuts another unless the bodies are too different: checkMesh() and selfIntersections() tell.
Mesh transferred(const Mesh& mesh, const BodyField& from, const BodyField& to);

// The points of `mesh`, which lie near the skin of `field`, put onto it without moving along it. A mesh that
// was settled and rounded to single precision keeps its bits.
Mesh settled(const Mesh& mesh, const BodyField& field);

}  // namespace palpate::bodygen
