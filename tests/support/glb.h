#pragma once

#include "body/surface_mesh.h"

#include <cstddef>
#include <string>
#include <vector>

namespace palpate::test {

// A figure besides the base: a morph target.
struct GlbTarget {
    std::string name;
    std::vector<glm::vec3> positions;  // absolute, metres
};

// What to write instead of what is right, to make damaged files.
struct GlbFaults {
    int meshes = 1;                 // so many copies of the mesh, each placed by a node of its own
    std::string node;               // further members of the node, such as "\"scale\":[2,2,2]"
    std::uint32_t indexOffset = 0;  // added to every index
    int mode = 4;                   // 4: triangles
};

// A glTF 2.0 binary of the mesh as palpate-bodygen writes it: positions, normals, 32-bit indices, named
// targets.
[[nodiscard]] std::vector<std::byte> makeGlb(const body::SurfaceMesh& mesh,
                                             const std::vector<GlbTarget>& targets = {},
                                             const GlbFaults& faults = {});

}  // namespace palpate::test
