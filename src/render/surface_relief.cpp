#include "render/surface_relief.h"

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include <cmath>
#include <utility>

namespace palpate::render {

namespace {

constexpr int kFineRounds = 3;
constexpr int kBroadRounds = 14;

void smoothOnce(const body::SurfaceMesh& mesh, const std::vector<glm::vec3>& from,
                std::vector<glm::vec3>& to) {
    for (std::uint32_t vertex = 0; vertex < from.size(); ++vertex) {
        glm::vec3 sum = from[vertex];
        const auto neighbours = mesh.neighbours(vertex);
        for (const std::uint32_t neighbour : neighbours)
            sum += from[neighbour];
        to[vertex] = sum / static_cast<float>(neighbours.size() + 1);
    }
}

float meanEdge(const body::SurfaceMesh& mesh, std::uint32_t vertex) {
    float sum = 0.0F;
    const auto neighbours = mesh.neighbours(vertex);
    for (const std::uint32_t neighbour : neighbours) {
        sum += glm::distance(mesh.positions()[vertex], mesh.positions()[neighbour]);
    }
    return neighbours.empty() ? 1.0F : sum / static_cast<float>(neighbours.size());
}

// Heights over the smoothed skin in units of `reach`, squeezed into -1..1.
void addHeights(const body::SurfaceMesh& mesh, const std::vector<glm::vec3>& smooth, float rounds,
                float weight, std::vector<float>& relief) {
    for (std::uint32_t vertex = 0; vertex < relief.size(); ++vertex) {
        const float height = glm::dot(mesh.positions()[vertex] - smooth[vertex], mesh.normals()[vertex]);
        const float reach = meanEdge(mesh, vertex) * std::sqrt(rounds);
        relief[vertex] += weight * std::tanh(4.0F * height / reach);
    }
}

}  // namespace

std::vector<float> surfaceRelief(const body::SurfaceMesh& mesh) {
    std::vector<float> relief(mesh.vertexCount(), 0.0F);
    std::vector<glm::vec3> smooth(mesh.positions().begin(), mesh.positions().end());
    std::vector<glm::vec3> next(smooth.size());
    for (int round = 1; round <= kBroadRounds; ++round) {
        smoothOnce(mesh, smooth, next);
        std::swap(smooth, next);
        if (round == kFineRounds) addHeights(mesh, smooth, kFineRounds, 0.4F, relief);
    }
    addHeights(mesh, smooth, kBroadRounds, 0.6F, relief);
    return relief;
}

}  // namespace palpate::render
