#pragma once

#include "bodygen/body_field.h"
#include "bodygen/mesh.h"

namespace palpate::bodygen {

struct RemeshOptions {
    double gridSpacing = 0.003;  // metres, of the marching tetrahedra
    double coarseness = 1.0;     // factor on every wanted edge length
    int rounds = 10;
};

// A new mesh of the whole skin: closed, bitwise symmetric about x = 0, with nearly equilateral triangles of
// the wanted size. Points are not ordered yet. The same field gives the same bits on every run.
Mesh remeshBody(const BodyField& field, const RemeshOptions& options);

// The half mesh and its mirror image, welded along x == 0.
Mesh mirrored(const Mesh& half);

}  // namespace palpate::bodygen
