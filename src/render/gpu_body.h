#pragma once

#include "body/body_model.h"
#include "render/gl/buffer.h"
#include "render/mesh_clusters.h"
#include "render/view.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace palpate::render {

// The part of a body that never changes, on the GPU and prepared for drawing.
class GpuBody {
public:
    explicit GpuBody(std::shared_ptr<const body::BodyModel> model);

    [[nodiscard]] const std::shared_ptr<const body::BodyModel>& model() const { return m_model; }
    [[nodiscard]] const MeshClusters& clusters() const { return m_clusters; }
    // Feeds attributes 0 (position) and 1 (normal and relief).
    void attachTo(gl::VertexArray& array) const;
    // The longest edge at each vertex, metres.
    [[nodiscard]] float reachOf(std::uint32_t vertex) const { return m_reach[vertex]; }

    // False only if every triangle around the vertex faces away.
    [[nodiscard]] bool mayShow(std::uint32_t vertex, const View& view) const;

    // Where a foot stands: a spot on the floor.
    struct Footprint {
        glm::vec3 centre{0.0F};
        glm::vec2 radius{0.0F};  // metres along x and z
    };
    [[nodiscard]] const std::array<Footprint, 2>& footprints() const { return m_footprints; }

private:
    std::shared_ptr<const body::BodyModel> m_model;
    MeshClusters m_clusters;
    gl::Buffer m_vertices;
    std::vector<float> m_reach;
    std::vector<float> m_spread;  // radians: no triangle around turns farther from the vertex's normal
    std::array<Footprint, 2> m_footprints;
};

}  // namespace palpate::render
