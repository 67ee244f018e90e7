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

// A figure in a pose on the topology of `base`, the neutral figure in the chart pose.
core::Result<BodyModel> evaluateFigure(const BodyModel& base, const std::filesystem::path& modelsFolder,
                                       const std::string& figure, Pose pose);

// `base` under the tables of today, with the other figures in the chart pose as its targets.
core::Result<BodyModel> withFigures(const BodyModel& base, const std::filesystem::path& modelsFolder);

// The files of the product: what models/ holds beside the tables.
struct BodyFiles {
    std::vector<std::byte> glb;  // standard_body.glb
    std::string atlas;           // standard_body.atlas.json
    std::string labels;          // standard_body.labels.json: muscles, dermatomes, instruments
    std::string manifest;        // manifest.json: topology, atlas, counts, sizes and hashes of the others
};

// Labels the body by the tables of models/atlas and writes everything down. The bytes depend on the tables
// alone.
core::Result<BodyFiles> bodyFiles(const BodyModel& model, std::vector<std::byte> glb,
                                  const std::filesystem::path& modelsFolder);
core::Result<void> writeBodyFiles(const BodyFiles& files, const std::filesystem::path& folder);

}  // namespace palpate::bodygen
