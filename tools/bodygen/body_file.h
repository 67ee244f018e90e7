#pragma once

#include "bodygen/mesh.h"
#include "core/result.h"

#include <filesystem>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

namespace palpate::bodygen {

// The standard body as it is stored: single precision, points and triangles in the order that maps are tied
// to.
struct BodyModel {
    struct Target {
        std::string name;                // the figure
        std::vector<glm::vec3> points;   // absolute, metres; stored as differences to the base
        std::vector<glm::vec3> normals;  // absolute, unit; stored as differences
    };
    std::string name;                // figure of the base
    std::vector<glm::vec3> points;   // metres
    std::vector<glm::vec3> normals;  // unit
    std::vector<Triangle> triangles;
    std::vector<Target> targets;
};

// The body with a target in place of the base, without targets.
BodyModel figureOf(const BodyModel& model, const BodyModel::Target& target);

// The mesh of the base in double precision.
Mesh meshOf(const BodyModel& model);

// Names vertices and triangles: FNV-1a of the vertex count and the triangle indices as 32-bit numbers, 16 hex
// digits.
std::string topologyId(const BodyModel& model);

// One glTF 2.0 binary: one mesh, one primitive, POSITION and NORMAL, 32-bit indices, the targets named in
// mesh.extras.targetNames. The bytes depend on the model alone.
std::vector<std::byte> glbBytes(const BodyModel& model);

// Reads what glbBytes wrote; refuses other glTF files.
core::Result<BodyModel> readGlb(const std::filesystem::path& path);

}  // namespace palpate::bodygen
