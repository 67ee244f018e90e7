#include "bodygen/standard_body.h"

#include "bodygen/mesh_order.h"
#include "bodygen/parallel.h"
#include "bodygen/remesh.h"
#include "core/hash.h"

#include <sstream>

namespace palpate::bodygen {

core::Result<BodyField> fieldOf(const std::filesystem::path& modelsFolder, const std::string& figure,
                                Pose pose) {
    const auto table = readFigure(modelsFolder / "figures" / (figure + ".txt"));
    if (!table) return table.error();
    const auto shared = readSharedTables(modelsFolder);
    if (!shared) return shared.error();
    return BodyField::make(posed(*table, pose), *shared);
}

BodyModel modelOf(const std::string& name, const Mesh& mesh, const BodyField& field) {
    BodyModel model;
    model.name = name;
    model.triangles = mesh.triangles;
    for (const Vec3& p : mesh.points)
        model.points.emplace_back(p);
    model.normals.resize(mesh.points.size());
    parallelFor(mesh.points.size(),
                [&](std::size_t i) { model.normals[i] = glm::vec3(field.normal(mesh.points[i])); });
    return model;
}

core::Result<BodyModel> remeshStandardBody(const std::filesystem::path& modelsFolder, double coarseness) {
    const auto field = fieldOf(modelsFolder, "neutral", Pose::Chart);
    if (!field) return field.error();
    RemeshOptions options;
    options.coarseness = coarseness;
    return modelOf("neutral", ordered(remeshBody(*field, options), *field), *field);
}

std::string manifestText(const BodyModel& model, const std::vector<std::byte>& glb) {
    core::Fnv1a64 hash;
    hash.add(glb);
    std::string figures = "\"" + model.name + "\"";
    for (const BodyModel::Target& target : model.targets)
        figures += ", \"" + target.name + "\"";
    std::ostringstream out;
    out << "{\n  \"topology_id\": \"" << topologyId(model) << "\",\n  \"vertices\": " << model.points.size()
        << ",\n  \"triangles\": " << model.triangles.size() << ",\n  \"pose\": \"chart\",\n  \"figures\": ["
        << figures << "],\n  \"files\": [\n    {\"name\": \"standard_body.glb\", \"bytes\": " << glb.size()
        << ", \"fnv1a64\": \"" << hash.hex()
        << "\"}\n  ],\n  \"made_by\": \"palpate-bodygen --remesh --output models\"\n}\n";
    return out.str();
}

}  // namespace palpate::bodygen
