#pragma once

#include "bodygen/body_field.h"
#include "bodygen/mesh.h"

namespace palpate::bodygen {

// The left half of the skin (x >= 0) by marching tetrahedra: every cube of the grid is cut into six
// tetrahedra about its main diagonal (Kuhn), which needs no case table and always gives a manifold. Open
// along x = 0, where the border's points have x == 0 exactly. Only the largest connected piece. `spacing` in
// metres.
Mesh polygoniseHalf(const BodyField& field, double spacing);

}  // namespace palpate::bodygen
