#pragma once

#include "body/atlas.h"
#include "body/bvh.h"
#include "body/surface_mesh.h"
#include "core/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::body {

// One figure of the standard body, ready to be painted on: mesh, picking tree and atlas. Immutable and
// shared.
class BodyModel {
public:
    BodyModel(std::string figure, SurfaceMesh mesh, Atlas atlas);
    BodyModel(const BodyModel&) = delete;
    BodyModel& operator=(const BodyModel&) = delete;

    [[nodiscard]] const std::string& figure() const { return m_figure; }  // "neutral", "female", ...
    [[nodiscard]] const SurfaceMesh& mesh() const { return m_mesh; }
    [[nodiscard]] const Bvh& bvh() const { return m_bvh; }
    [[nodiscard]] const Atlas& atlas() const { return m_atlas; }

private:
    std::string m_figure;
    SurfaceMesh m_mesh;
    Bvh m_bvh;
    Atlas m_atlas;
};

// Loads a figure of the standard body (standard_body.glb and standard_body.atlas.json) from `modelsFolder`.
// The figures are the file's base mesh ("neutral") and its morph targets.
// Errors: a missing, truncated or foreign file, an unknown figure (lists those there are), an atlas of
// another body.
[[nodiscard]] core::Result<std::shared_ptr<const BodyModel>> loadStandardBody(
    const std::filesystem::path& modelsFolder, std::string_view figure = "neutral");

// The figures that the model file holds, "neutral" first.
[[nodiscard]] core::Result<std::vector<std::string>> standardBodyFigures(
    const std::filesystem::path& modelsFolder);

}  // namespace palpate::body
