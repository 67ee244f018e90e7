#pragma once

#include "bodygen/body_field.h"

namespace palpate::bodygen {

// Wanted edge length on the skin, metres: 6 to 7 mm on trunk and limbs, finer on face, hands and feet and
// along fine lines. `coarseness` multiplies all of it (tests use 3).
double wantedEdge(const BodyField& field, const Vec3& point, double coarseness);

}  // namespace palpate::bodygen
