#pragma once

#include "bodygen/body_field.h"
#include "bodygen/mesh.h"

namespace palpate::bodygen {

struct ThinAngleOptions {
    double wanted = 0.0;   // radians: triangles with a smaller angle, or facing inward, are worked on
    double against = 0.0;  // cosine to the skin's normal below which a triangle faces inward
    int rounds = 40;       // at most
};

// Slides points of bad triangles along the skin of `field`, each to where the worst of its triangles is best
// (optimisation-based smoothing, Freitag and Plassmann 2000). No triangle becomes worse than the worst one
// near it was. `partner` as of mirrorPartners(); the mesh stays bitwise symmetric. Returns the number of bad
// triangles that are left.
std::size_t openThinAngles(Mesh& mesh, const BodyField& field, const std::vector<std::uint32_t>& partner,
                           const ThinAngleOptions& options);

}  // namespace palpate::bodygen
