#pragma once

#include "bodygen/smooth.h"

#include <array>
#include <cstdint>
#include <vector>

namespace palpate::bodygen {

using Triangle = std::array<std::uint32_t, 3>;  // counter-clockwise seen from outside

struct Mesh {
    std::vector<Vec3> points;  // metres
    std::vector<Triangle> triangles;
};

}  // namespace palpate::bodygen
