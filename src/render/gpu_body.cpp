#include "render/gpu_body.h"

#include "render/surface_relief.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

namespace palpate::render {

namespace {

struct StaticVertex {
    glm::vec3 position;
    std::array<std::int16_t, 3> normal;
    std::int16_t relief;
};
static_assert(sizeof(StaticVertex) == 20);

std::int16_t toShort(float unit) {
    return static_cast<std::int16_t>(std::lround(std::clamp(unit, -1.0F, 1.0F) * 32767.0F));
}

std::vector<StaticVertex> packVertices(const body::SurfaceMesh& mesh) {
    const std::vector<float> relief = surfaceRelief(mesh);
    std::vector<StaticVertex> vertices(mesh.vertexCount());
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const glm::vec3 n = mesh.normals()[i];
        vertices[i] = {mesh.positions()[i], {toShort(n.x), toShort(n.y), toShort(n.z)}, toShort(relief[i])};
    }
    return vertices;
}

std::vector<float> longestEdges(const body::SurfaceMesh& mesh) {
    std::vector<float> reach(mesh.vertexCount(), 0.0F);
    for (std::uint32_t vertex = 0; vertex < reach.size(); ++vertex) {
        for (const std::uint32_t neighbour : mesh.neighbours(vertex)) {
            reach[vertex] =
                std::max(reach[vertex], glm::distance(mesh.positions()[vertex], mesh.positions()[neighbour]));
        }
    }
    return reach;
}

float angleBetween(const glm::vec3& a, const glm::vec3& b) {
    return std::acos(std::clamp(glm::dot(a, b), -1.0F, 1.0F));
}

std::vector<float> spreadOfTriangles(const body::SurfaceMesh& mesh) {
    std::vector<float> least(mesh.vertexCount(), 1.0F);  // cosines first: an arc cosine is slow
    const auto positions = mesh.positions();
    for (const body::Triangle& triangle : mesh.triangles()) {
        const glm::vec3 normal = glm::cross(positions[triangle[1]] - positions[triangle[0]],
                                            positions[triangle[2]] - positions[triangle[0]]);
        const float length = glm::length(normal);
        for (const std::uint32_t corner : triangle) {
            // A triangle without area may face anywhere.
            const float alignment = length > 0.0F ? glm::dot(normal, mesh.normals()[corner]) / length : -1.0F;
            least[corner] = std::min(least[corner], alignment);
        }
    }
    std::transform(least.begin(), least.end(), least.begin(),
                   [](float cosine) { return std::acos(std::max(cosine, -1.0F)); });
    return least;
}

// What of the body is nearer to the floor than this casts the darkest part of its shadow.
constexpr float kNearFloor = 0.06F;  // metres
constexpr float kShadowRoom = 1.4F;

GpuBody::Footprint footprintOf(const body::SurfaceMesh& mesh, float side) {
    body::Box box;
    const float floor = mesh.bounds().lowest.y;
    for (const glm::vec3& position : mesh.positions()) {
        if (position.y < floor + kNearFloor && position.x * side >= 0.0F) box.add(position);
    }
    if (box.lowest.x > box.highest.x) return {};
    const glm::vec3 centre = box.centre();
    return {{centre.x, floor, centre.z}, glm::vec2(box.size().x, box.size().z) * 0.5F * kShadowRoom};
}

}  // namespace

GpuBody::GpuBody(std::shared_ptr<const body::BodyModel> model)
    : m_model(std::move(model)),
      m_clusters(m_model->mesh()),
      m_vertices(gl::Buffer::create()),
      m_reach(longestEdges(m_model->mesh())),
      m_spread(spreadOfTriangles(m_model->mesh())),
      m_footprints{footprintOf(m_model->mesh(), 1.0F), footprintOf(m_model->mesh(), -1.0F)} {
    const auto vertices = packVertices(m_model->mesh());
    m_vertices.setData(std::as_bytes(std::span(vertices)), gl::Buffer::Usage::Static);
}

void GpuBody::attachTo(gl::VertexArray& array) const {
    using Type = gl::AttributeFormat::Type;
    array.setAttribute(0, m_vertices, {3, Type::Float, false, sizeof(StaticVertex), 0});
    array.setAttribute(1, m_vertices,
                       {4, Type::Short, true, sizeof(StaticVertex), offsetof(StaticVertex, normal)});
}

bool GpuBody::mayShow(std::uint32_t vertex, const View& view) const {
    constexpr float kRoom = 0.1F;  // radians, for perspective across the triangles around and for rounding
    const body::SurfaceMesh& mesh = m_model->mesh();
    const float turned = angleBetween(mesh.normals()[vertex], view.towardsEye(mesh.positions()[vertex]));
    return turned - m_spread[vertex] <= std::numbers::pi_v<float> / 2.0F + kRoom;
}

}  // namespace palpate::render
