#include "bodygen/standard_body.h"

#include "bodygen/atlas_file.h"
#include "bodygen/atlas_overlay_file.h"
#include "bodygen/mesh_order.h"
#include "bodygen/parallel.h"
#include "bodygen/part_coordinates.h"
#include "bodygen/remesh.h"
#include "bodygen/transfer.h"
#include "core/atomic_file.h"
#include "core/hash.h"

#include <span>
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

core::Result<BodyModel> evaluateFigure(const BodyModel& base, const std::filesystem::path& modelsFolder,
                                       const std::string& figure, Pose pose) {
    const auto from = fieldOf(modelsFolder, base.name, Pose::Chart);
    if (!from) return from.error();
    const Mesh mesh = settled(meshOf(base), *from);
    if (figure == base.name && pose == Pose::Chart) return modelOf(figure, mesh, *from);
    const auto to = fieldOf(modelsFolder, figure, pose);
    if (!to) return to.error();
    return modelOf(figure, transferred(mesh, *from, *to), *to);
}

core::Result<BodyModel> withFigures(const BodyModel& base, const std::filesystem::path& modelsFolder) {
    auto model = evaluateFigure(base, modelsFolder, base.name, Pose::Chart);
    for (const char* name : {"female", "male", "larger", "older", "child"}) {
        if (!model) return model;
        const auto figure = evaluateFigure(base, modelsFolder, name, Pose::Chart);
        if (!figure) return figure.error();
        model->targets.push_back({name, figure->points, figure->normals});
    }
    return model;
}

core::Result<BodyModel> remeshStandardBody(const std::filesystem::path& modelsFolder, double coarseness) {
    const auto field = fieldOf(modelsFolder, "neutral", Pose::Chart);
    if (!field) return field.error();
    RemeshOptions options;
    options.coarseness = coarseness;
    return modelOf("neutral", ordered(remeshBody(*field, options), *field), *field);
}

namespace {

std::string fileEntry(const std::string& name, std::span<const std::byte> bytes) {
    core::Fnv1a64 hash;
    hash.add(bytes);
    return "    {\"name\": \"" + name + "\", \"bytes\": " + std::to_string(bytes.size()) +
           ", \"fnv1a64\": \"" + hash.hex() + "\"}";
}

std::string fileEntry(const std::string& name, const std::string& text) {
    return fileEntry(name, std::as_bytes(std::span(text.data(), text.size())));
}

std::string manifestText(const BodyModel& model, const BodyFiles& files, const RegionLabels& labels) {
    std::string figures = "\"" + model.name + "\"";
    for (const BodyModel::Target& target : model.targets)
        figures += ", \"" + target.name + "\"";
    std::ostringstream out;
    out << "{\n  \"topology_id\": \"" << topologyId(model) << "\",\n  \"atlas_id\": \"" << atlasId(labels)
        << "\",\n  \"vertices\": " << model.points.size() << ",\n  \"triangles\": " << model.triangles.size()
        << ",\n  \"regions\": " << labels.regions.size() << ",\n  \"pose\": \"chart\",\n  \"figures\": ["
        << figures << "],\n  \"files\": [\n"
        << fileEntry("standard_body.glb", files.glb) << ",\n"
        << fileEntry("standard_body.atlas.json", files.atlas) << ",\n"
        << fileEntry("standard_body.labels.json", files.labels)
        << "\n  ],\n  \"made_by\": \"palpate-bodygen --remesh --output models\"\n}\n";
    return out.str();
}

}  // namespace

core::Result<BodyFiles> bodyFiles(const BodyModel& model, std::vector<std::byte> glb,
                                  const std::filesystem::path& modelsFolder) {
    auto field = fieldOf(modelsFolder, "neutral", Pose::Chart);
    if (!field) return field.error();
    const auto table = readAtlasTable(modelsFolder / "atlas");
    if (!table) return table.error();
    const auto overlays = readOverlayTables(modelsFolder / "atlas", table->regions);
    if (!overlays) return overlays.error();
    StandardBody body{model, std::move(*field), {}};
    body.points = surfacePoints(body.field, body.model);
    const RegionLabels labels = labelRegions(body, *table);
    BodyFiles files{std::move(glb), atlasJson(labels, topologyId(model)),
                    overlaysJson(body, labels, *overlays, topologyId(model)), ""};
    files.manifest = manifestText(model, files, labels);
    return files;
}

core::Result<void> writeBodyFiles(const BodyFiles& files, const std::filesystem::path& folder) {
    if (auto written = core::writeFileAtomically(folder / "standard_body.glb", files.glb); !written)
        return written;
    if (auto written = core::writeFileAtomically(folder / "standard_body.atlas.json", files.atlas); !written)
        return written;
    if (auto written = core::writeFileAtomically(folder / "standard_body.labels.json", files.labels);
        !written)
        return written;
    return core::writeFileAtomically(folder / "manifest.json", files.manifest);
}

}  // namespace palpate::bodygen
