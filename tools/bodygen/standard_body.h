#pragma once

#include "bodygen/body_field.h"
#include "bodygen/body_file.h"

#include <filesystem>
#include <string>

namespace palpate::bodygen {

// Field of a figure of models/figures in a pose. Errors: unreadable tables, a landmark off the body.
core::Result<BodyField> fieldOf(const std::filesystem::path& modelsFolder, const std::string& figure,
                                Pose pose);

// A mesh as it is stored, with normals from the field.
BodyModel modelOf(const std::string& name, const Mesh& mesh, const BodyField& field);

// A new topology from the neutral figure in the chart pose; `coarseness` 1 is what the product uses.
core::Result<BodyModel> remeshStandardBody(const std::filesystem::path& modelsFolder, double coarseness);

// models/manifest.json as text: topology, counts, sizes and hashes of the files, and the command that makes
// them.
std::string manifestText(const BodyModel& model, const std::vector<std::byte>& glb);

}  // namespace palpate::bodygen
