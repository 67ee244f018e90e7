#include "ui/spots.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace palpate::ui {
namespace {

constexpr double kSmallestCm2 = 1.0;
constexpr double kSquareCentimetres = 1.0e4;
// How much nearer than the spot the first skin on its line of sight may be, metres: the thickness of a chin
// or a finger that does hide it.
constexpr float kHiddenBy = 0.01F;

using Patch = std::vector<std::uint32_t>;

// Everything joined to `start` that is painted and belongs to the same place.
Patch patchFrom(std::uint32_t start, const body::SurfaceMesh& mesh, const map::Layer& layer,
                std::vector<bool>& visited) {
    Patch patch{start};
    visited[start] = true;
    const map::PlaceNumber place = layer.placeNumbers()[start];
    for (std::size_t next = 0; next < patch.size(); ++next) {
        for (const std::uint32_t vertex : mesh.neighbours(patch[next])) {
            const bool belongs = !visited[vertex] && map::isPainted(layer.values()[vertex]) &&
                                 layer.placeNumbers()[vertex] == place;
            if (!belongs) continue;
            visited[vertex] = true;
            patch.push_back(vertex);
        }
    }
    return patch;
}

Spot spotOf(const Patch& patch, const body::SurfaceMesh& mesh, const map::Layer& layer) {
    Spot spot{.layer = layer.kind()};
    glm::vec3 sum(0.0F);
    float area = 0.0F;
    map::Value highest = 0;
    for (const std::uint32_t vertex : patch) {
        sum += mesh.positions()[vertex] * mesh.vertexAreas()[vertex];
        area += mesh.vertexAreas()[vertex];
        highest = std::max(highest, layer.values()[vertex]);
    }
    const glm::vec3 middle = sum / area;
    const auto nearer = [&](std::uint32_t a, std::uint32_t b) {
        return glm::distance(mesh.positions()[a], middle) < glm::distance(mesh.positions()[b], middle);
    };
    const std::uint32_t centre = *std::min_element(patch.begin(), patch.end(), nearer);
    spot.level = static_cast<int>(std::lround(map::levelOf(highest)));
    spot.areaCm2 = static_cast<double>(area) * kSquareCentimetres;
    spot.position = mesh.positions()[centre];
    spot.normal = mesh.normals()[centre];
    return spot;
}

}  // namespace

std::vector<Spot> findSpots(const body::SurfaceMesh& mesh, const map::Layer& layer) {
    std::vector<Spot> spots;
    std::vector<bool> visited(mesh.vertexCount(), false);
    for (std::uint32_t vertex = 0; vertex < mesh.vertexCount(); ++vertex) {
        if (visited[vertex] || !map::isPainted(layer.values()[vertex])) continue;
        const Spot spot = spotOf(patchFrom(vertex, mesh, layer, visited), mesh, layer);
        if (spot.areaCm2 >= kSmallestCm2) spots.push_back(spot);
    }
    const auto larger = [](const Spot& a, const Spot& b) { return a.areaCm2 > b.areaCm2; };
    std::stable_sort(spots.begin(), spots.end(), larger);
    return spots;
}

std::optional<glm::vec2> seenAt(const Spot& spot, const body::BodyModel& body, const body::Camera& camera,
                                glm::vec2 size) {
    if (glm::dot(spot.normal, camera.towardsEye()) <= 0.05F) return std::nullopt;
    const glm::vec2 at = camera.project(spot.position, size);
    if (at.x < 0.0F || at.y < 0.0F || at.x >= size.x || at.y >= size.y) return std::nullopt;
    const body::Ray ray = camera.rayThrough(at, size);
    const std::optional<body::RayHit> hit = body.bvh().firstHit(ray);
    const float distance = glm::distance(ray.origin, spot.position);
    if (hit && hit->distance * glm::length(ray.direction) < distance - kHiddenBy) return std::nullopt;
    return at;
}

}  // namespace palpate::ui
