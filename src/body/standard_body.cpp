#include "body/body_model.h"
#include "body/model_file.h"
#include "core/atomic_file.h"
#include "core/text.h"

#include <utility>

namespace palpate::body {

namespace {

constexpr const char* kModelName = "standard_body.glb";
constexpr const char* kAtlasName = "standard_body.atlas.json";

core::Error at(core::Error error, const std::filesystem::path& path) {
    error.where = path.string();
    return error;
}

core::Result<Atlas> readAtlas(const std::filesystem::path& path, const SurfaceMesh& mesh) {
    const auto text = core::readTextFile(path);
    if (!text) {
        return core::Error{
            core::trf("The names of the body's regions could not be loaded: {0}", {text.error().what}),
            path.string(), core::tr("Install Palpate again to get the atlas of its standard body.")};
    }
    auto atlas = Atlas::parse(*text, mesh.topologyId(), mesh.vertexCount());
    if (!atlas) return at(atlas.error(), path);
    return atlas;
}

}  // namespace

core::Result<std::shared_ptr<const BodyModel>> loadStandardBody(const std::filesystem::path& modelsFolder,
                                                                std::string_view figure) {
    const std::filesystem::path modelPath = modelsFolder / kModelName;
    auto model = readModelFile(modelPath, figure);
    if (!model) return model.error();
    auto mesh = SurfaceMesh::create(std::move(model->positions), std::move(model->normals),
                                    std::move(model->triangles));
    if (!mesh) return at(mesh.error(), modelPath);
    auto atlas = readAtlas(modelsFolder / kAtlasName, *mesh);
    if (!atlas) return atlas.error();
    return std::shared_ptr<const BodyModel>(
        std::make_shared<const BodyModel>(std::string(figure), std::move(*mesh), std::move(*atlas)));
}

core::Result<std::vector<std::string>> standardBodyFigures(const std::filesystem::path& modelsFolder) {
    auto model = readModelFile(modelsFolder / kModelName, kBaseFigure);
    if (!model) return model.error();
    return std::move(model->figures);
}

}  // namespace palpate::body
