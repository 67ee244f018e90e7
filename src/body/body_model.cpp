#include "body/body_model.h"

#include "core/check.h"

#include <utility>

namespace palpate::body {

BodyModel::BodyModel(std::string figure, SurfaceMesh mesh, Atlas atlas)
    : m_figure(std::move(figure)), m_mesh(std::move(mesh)), m_bvh(m_mesh), m_atlas(std::move(atlas)) {
    core::check(m_atlas.regionOfVertices().size() == m_mesh.vertexCount(),
                "an atlas labels every vertex of its body");
}

}  // namespace palpate::body
