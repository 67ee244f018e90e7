#include "ui/spots.h"

#include "core/units.h"
#include "map/technique.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace palpate::ui {
namespace {

constexpr double kSmallestCm2 = 1.0;
// How much nearer than the spot the first skin on its line of sight may be, metres: the thickness of a chin
// or a finger that does hide it.
constexpr float kHiddenBy = 0.01F;

constexpr std::size_t kOtherAnchors = 12;
constexpr float kSmallestAnchorSpread = 0.01F;  // metres between two anchors

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

SpotAnchor anchorAt(const body::SurfaceMesh& mesh, std::uint32_t vertex) {
    return {vertex, mesh.positions()[vertex], mesh.normals()[vertex]};
}

// The vertex of the patch nearest to its middle.
std::uint32_t middleOf(const Patch& patch, const body::SurfaceMesh& mesh) {
    glm::vec3 sum(0.0F);
    float area = 0.0F;
    for (const std::uint32_t vertex : patch) {
        sum += mesh.positions()[vertex] * mesh.vertexAreas()[vertex];
        area += mesh.vertexAreas()[vertex];
    }
    const glm::vec3 middle = sum / area;
    return *std::min_element(patch.begin(), patch.end(), [&](std::uint32_t a, std::uint32_t b) {
        return glm::distance(mesh.positions()[a], middle) < glm::distance(mesh.positions()[b], middle);
    });
}

// Each next anchor is the vertex farthest from all before it (Gonzalez 1985), so that few cover the patch
// evenly.
std::vector<SpotAnchor> spreadOver(const Patch& patch, const body::SurfaceMesh& mesh, std::uint32_t from) {
    std::vector<float> distances(patch.size(), std::numeric_limits<float>::max());
    std::vector<SpotAnchor> anchors;
    std::uint32_t last = from;
    while (anchors.size() < kOtherAnchors) {
        for (std::size_t i = 0; i < patch.size(); ++i) {
            const float distance = glm::distance(mesh.positions()[patch[i]], mesh.positions()[last]);
            distances[i] = std::min(distances[i], distance);
        }
        const auto farthest = std::max_element(distances.begin(), distances.end());
        if (*farthest < kSmallestAnchorSpread) break;
        last = patch[static_cast<std::size_t>(farthest - distances.begin())];
        anchors.push_back(anchorAt(mesh, last));
    }
    return anchors;
}

Spot spotOf(const Patch& patch, const body::SurfaceMesh& mesh, const map::Layer& layer) {
    Spot spot;
    spot.layer = layer.kind();
    map::Value highest = 0;
    for (const std::uint32_t vertex : patch) {
        spot.areaCm2 += static_cast<double>(mesh.vertexAreas()[vertex]) * core::kSquareCentimetres;
        highest = std::max(highest, layer.values()[vertex]);
    }
    const std::uint32_t middle = middleOf(patch, mesh);
    spot.place = layer.placeNumbers()[patch.front()];
    const auto row = layer.places().find(spot.place);
    if (layer.kind() == map::LayerKind::Treated && row != layer.places().end())
        spot.technique = map::techniqueLetter(row->second);
    spot.level = static_cast<int>(std::lround(map::levelOf(highest)));
    spot.middle = anchorAt(mesh, middle);
    spot.others = spreadOver(patch, mesh, middle);
    return spot;
}

}  // namespace

std::optional<glm::vec2> seenAt(const SpotAnchor& anchor, const body::BodyModel& body,
                                const body::Camera& camera, glm::vec2 size, const body::BodyPart* part) {
    if (part != nullptr && !part->shows(anchor.vertex)) return std::nullopt;
    if (glm::dot(anchor.normal, camera.towardsEye()) <= 0.05F) return std::nullopt;
    const glm::vec2 at = camera.project(anchor.position, size);
    if (at.x < 0.0F || at.y < 0.0F || at.x >= size.x || at.y >= size.y) return std::nullopt;
    const body::Ray ray = camera.rayThrough(at, size);
    const std::optional<body::RayHit> hit = body::firstShown(body, part, ray);
    const float distance = glm::distance(ray.origin, anchor.position);
    if (hit && hit->distance * glm::length(ray.direction) < distance - kHiddenBy) return std::nullopt;
    return at;
}

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
                                glm::vec2 size, const body::BodyPart* part) {
    if (const auto middle = seenAt(spot.middle, body, camera, size, part)) return middle;
    std::vector<glm::vec2> seen;
    glm::vec2 sum(0.0F);
    for (const SpotAnchor& anchor : spot.others) {
        if (const auto at = seenAt(anchor, body, camera, size, part)) {
            seen.push_back(*at);
            sum += *at;
        }
    }
    if (seen.empty()) return std::nullopt;
    const glm::vec2 middle = sum / static_cast<float>(seen.size());
    return *std::min_element(seen.begin(), seen.end(), [middle](glm::vec2 a, glm::vec2 b) {
        return glm::distance(a, middle) < glm::distance(b, middle);
    });
}

}  // namespace palpate::ui
