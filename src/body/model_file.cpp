#include "body/model_file.h"

#include "core/atomic_file.h"
#include "core/text.h"

#include <assimp/mesh.h>
#include <assimp/scene.h>

#include <assimp/Importer.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <span>
#include <utility>

namespace palpate::body {

namespace {

constexpr std::uintmax_t kLargestFile = 256U << 20U;

core::Error unusable(std::string what, const std::filesystem::path& path) {
    return {std::move(what), path.string(), core::tr("Install Palpate again to get its standard body.")};
}

std::uint32_t littleEndianAt(std::span<const std::byte> bytes, std::size_t offset) {
    std::uint32_t number = 0;
    for (std::size_t i = 4; i > 0; --i)
        number = number << 8U | std::to_integer<std::uint32_t>(bytes[offset + i - 1]);
    return number;
}

// The 12 bytes that begin every glTF 2.0 binary: a mark, the version and the length. Told apart here, since
// Assimp says of a truncated file only that some buffer is too short.
core::Result<void> checkHeader(std::span<const std::byte> bytes, const std::filesystem::path& path) {
    constexpr std::uint32_t kMark = 0x46546c67U;  // "glTF"
    if (bytes.size() < 12 || littleEndianAt(bytes, 0) != kMark || littleEndianAt(bytes, 4) != 2) {
        return unusable(core::tr("The file is not a glTF 2.0 binary"), path);
    }
    const std::uint32_t length = littleEndianAt(bytes, 8);
    if (length > bytes.size()) {
        return unusable(core::trf("The model file is cut short: {0} of {1} bytes are there",
                                  {std::to_string(bytes.size()), std::to_string(length)}),
                        path);
    }
    return {};
}

std::vector<glm::vec3> vectorsOf(const aiVector3D* vectors, std::size_t count) {
    static_assert(sizeof(ai_real) == sizeof(float));
    std::vector<glm::vec3> copies(vectors == nullptr ? 0 : count);
    std::transform(vectors, vectors + copies.size(), copies.begin(),
                   [](const aiVector3D& v) { return glm::vec3(v.x, v.y, v.z); });
    return copies;
}

bool isPlaced(const aiNode& node) {
    return !node.mTransformation.IsIdentity() ||
           std::any_of(node.mChildren, node.mChildren + node.mNumChildren,
                       [](const aiNode* child) { return isPlaced(*child); });
}

// Empty if the scene is what the body's file should be, else what is wrong with it.
std::string complaintAbout(const aiScene& scene) {
    if (scene.mNumMeshes != 1) {
        return core::trf("The model file holds {0} meshes instead of one",
                         {std::to_string(scene.mNumMeshes)});
    }
    const aiMesh& mesh = *scene.mMeshes[0];
    if (mesh.mPrimitiveTypes != aiPrimitiveType_TRIANGLE || mesh.mVertices == nullptr) {
        return core::tr("The mesh of the model file is not made of triangles");
    }
    if (scene.mRootNode == nullptr || isPlaced(*scene.mRootNode)) {
        return core::tr("The model file moves or scales its mesh");
    }
    const bool fits =
        std::all_of(mesh.mAnimMeshes, mesh.mAnimMeshes + mesh.mNumAnimMeshes, [&](const aiAnimMesh* target) {
            return target->mNumVertices == mesh.mNumVertices && target->mVertices != nullptr;
        });
    return fits ? std::string()
                : core::tr("A figure of the model file has another number of vertices than its mesh");
}

std::vector<std::string> figuresOf(const aiMesh& mesh) {
    std::vector<std::string> names{std::string(kBaseFigure)};
    std::transform(mesh.mAnimMeshes, mesh.mAnimMeshes + mesh.mNumAnimMeshes, std::back_inserter(names),
                   [](const aiAnimMesh* target) { return std::string(target->mName.C_Str()); });
    return names;
}

core::Error unknownFigure(std::string_view figure, std::span<const std::string> known,
                          const std::filesystem::path& path) {
    std::string list;
    for (const std::string& name : known)
        list += (list.empty() ? "" : ", ") + name;
    return {core::trf("There is no figure called \"{0}\"", {figure}), path.string(),
            core::trf("Choose one of: {0}.", {list}), core::Error::Kind::Usage};
}

core::Result<ModelFigure> extract(const aiMesh& mesh, std::string_view figure,
                                  const std::filesystem::path& path) {
    ModelFigure model;
    model.figures = figuresOf(mesh);
    const auto chosen = std::find(model.figures.begin(), model.figures.end(), figure);
    if (chosen == model.figures.end()) return unknownFigure(figure, model.figures, path);
    if (chosen == model.figures.begin()) {
        model.positions = vectorsOf(mesh.mVertices, mesh.mNumVertices);
        model.normals = vectorsOf(mesh.mNormals, mesh.mNumVertices);
    } else {
        // Assimp has added the target's differences to the base already; a sum of unit normals needs its
        // length back.
        const aiAnimMesh& target = *mesh.mAnimMeshes[chosen - model.figures.begin() - 1];
        model.positions = vectorsOf(target.mVertices, target.mNumVertices);
        model.normals = vectorsOf(target.mNormals, target.mNumVertices);
        for (glm::vec3& normal : model.normals)
            normal = glm::normalize(normal);
    }
    model.triangles.resize(mesh.mNumFaces);
    std::transform(mesh.mFaces, mesh.mFaces + mesh.mNumFaces, model.triangles.begin(),
                   [](const aiFace& face) {
                       return Triangle{face.mIndices[0], face.mIndices[1], face.mIndices[2]};
                   });
    return model;
}

}  // namespace

core::Result<ModelFigure> readModelFile(const std::filesystem::path& path, std::string_view figure) {
    try {
        const auto file = core::readTextFile(path, kLargestFile);
        if (!file) return unusable(file.error().what, path);
        const auto bytes = std::as_bytes(std::span(file->data(), file->size()));
        if (const auto checked = checkHeader(bytes, path); !checked) return checked.error();
        Assimp::Importer importer;
        // No post-processing: maps are tied to the vertices and triangles as they stand in the file. From
        // memory, so that the file cannot name further files to be opened.
        const aiScene* scene = importer.ReadFileFromMemory(bytes.data(), bytes.size(), 0, "glb");
        if (scene == nullptr) {
            return unusable(core::trf("The model file could not be read: {0}", {importer.GetErrorString()}),
                            path);
        }
        if (std::string complaint = complaintAbout(*scene); !complaint.empty())
            return unusable(std::move(complaint), path);
        return extract(*scene->mMeshes[0], figure, path);
    } catch (const std::exception& exception) {
        return unusable(core::trf("The model file could not be read: {0}", {exception.what()}), path);
    } catch (...) {
        return unusable(core::tr("The model file could not be read"), path);
    }
}

}  // namespace palpate::body
