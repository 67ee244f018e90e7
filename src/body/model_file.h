#pragma once

#include "body/surface_mesh.h"
#include "core/result.h"

#include <glm/vec3.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::body {

// The figure of a model file whose shape is the base mesh itself; the others are its morph targets, by name.
inline constexpr std::string_view kBaseFigure = "neutral";

// What a model file holds of one figure, vertices and triangles in the file's own order.
struct ModelFigure {
    std::vector<std::string> figures;  // that the file holds, the base first
    std::vector<glm::vec3> positions;  // metres
    std::vector<glm::vec3> normals;    // unit; empty if the file has none
    std::vector<Triangle> triangles;
};

// Reads one figure of a glTF binary with one mesh of triangles; the only place that knows Assimp. Errors: a
// missing, empty, truncated or foreign file, more or less than one mesh, an unknown figure (lists those there
// are). Indices and numbers are checked later, by SurfaceMesh::create().
[[nodiscard]] core::Result<ModelFigure> readModelFile(const std::filesystem::path& path,
                                                      std::string_view figure);

}  // namespace palpate::body
