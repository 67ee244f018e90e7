#include "report/level_marks.h"

#include "core/units.h"
#include "map/technique.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

namespace palpate::report {

namespace {

constexpr double kSmallestVisibleCm2 = 1.5;  // less is a sliver at the silhouette
// Of the patch. A band all around a limb shows 1/pi of itself from each side; less is paint seen from its
// edge.
constexpr double kSmallestVisibleShare = 0.28;

struct Patch {
    std::vector<std::uint32_t> vertices;
    map::Value peak = 0;
    map::PlaceNumber place = map::kNoPlace;
};

Patch patchFrom(const body::SurfaceMesh& mesh, const map::Layer& layer, std::uint32_t start,
                std::vector<bool>& seen) {
    Patch patch;
    const map::PlaceNumber place = patch.place = layer.placeNumbers()[start];
    std::vector<std::uint32_t> waiting{start};
    seen[start] = true;
    while (!waiting.empty()) {
        const std::uint32_t vertex = waiting.back();
        waiting.pop_back();
        patch.vertices.push_back(vertex);
        patch.peak = std::max(patch.peak, layer.values()[vertex]);
        for (const std::uint32_t next : mesh.neighbours(vertex)) {
            if (seen[next] || !map::isPainted(layer.values()[next]) || layer.placeNumbers()[next] != place)
                continue;
            seen[next] = true;
            waiting.push_back(next);
        }
    }
    std::sort(patch.vertices.begin(), patch.vertices.end());
    return patch;
}

std::vector<Patch> patchesOf(const body::SurfaceMesh& mesh, const map::Layer& layer) {
    std::vector<Patch> patches;
    std::vector<bool> seen(layer.values().size(), false);
    for (std::uint32_t vertex = 0; vertex < seen.size(); ++vertex) {
        if (!seen[vertex] && map::isPainted(layer.values()[vertex]))
            patches.push_back(patchFrom(mesh, layer, vertex, seen));
    }
    return patches;
}

// A vertex that the camera sees, and how much of the picture it stands for.
struct Seen {
    std::uint32_t vertex = 0;
    double projectedArea = 0.0;  // square metres
};

bool isHidden(const body::BodyModel& body, const glm::vec3& position, const glm::vec3& normal,
              const body::Camera& camera) {
    // Started a little off the skin, so that the vertex's own triangles are not in the way.
    constexpr float kOffSkin = 0.002F;
    const bool flat = camera.projection == body::Camera::Projection::Orthographic;
    const glm::vec3 towardsEye = flat ? camera.towardsEye() : glm::normalize(camera.eye() - position);
    return body.bvh().firstHit({position + normal * kOffSkin, towardsEye}).has_value();
}

std::vector<Seen> visiblePart(const body::BodyModel& body, const Patch& patch, const body::Camera& camera) {
    std::vector<Seen> visible;
    const glm::vec3 towardsEye = camera.towardsEye();
    for (const std::uint32_t vertex : patch.vertices) {
        const glm::vec3& normal = body.mesh().normals()[vertex];
        const float facing = glm::dot(normal, towardsEye);
        if (facing <= 0.05F || isHidden(body, body.mesh().positions()[vertex], normal, camera)) continue;
        visible.push_back({vertex, static_cast<double>(facing * body.mesh().vertexAreas()[vertex])});
    }
    return visible;
}

glm::dvec3 middleOf(const body::SurfaceMesh& mesh, const std::vector<Seen>& visible, double area) {
    glm::dvec3 sum{0.0};
    for (const Seen& seen : visible)
        sum += glm::dvec3(mesh.positions()[seen.vertex]) * seen.projectedArea;
    return sum / area;
}

// Seen from the camera, so that how deep a vertex lies does not count.
double distanceInPicture(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& towardsEye) {
    const glm::dvec3 way = a - b;
    return glm::length(way - towardsEye * glm::dot(way, towardsEye));
}

glm::vec3 nearestVertex(const body::SurfaceMesh& mesh, const std::vector<Seen>& visible,
                        const glm::dvec3& middle, const glm::dvec3& towardsEye) {
    const auto distance = [&](const Seen& seen) {
        return distanceInPicture(glm::dvec3(mesh.positions()[seen.vertex]), middle, towardsEye);
    };
    const auto nearest = std::min_element(visible.begin(), visible.end(), [&](const Seen& a, const Seen& b) {
        return distance(a) < distance(b);
    });
    return mesh.positions()[nearest->vertex];
}

double areaOf(const std::vector<Seen>& visible) {
    double area = 0.0;
    for (const Seen& seen : visible)
        area += seen.projectedArea;
    return area;
}

double areaOf(const body::SurfaceMesh& mesh, const Patch& patch) {
    double area = 0.0;
    for (const std::uint32_t vertex : patch.vertices)
        area += static_cast<double>(mesh.vertexAreas()[vertex]);
    return area;
}

std::string textOf(const map::Layer& layer, const Patch& patch, int level) {
    if (map::highestLevel(layer.kind()) == 1) return "!";
    const auto row = layer.places().find(patch.place);
    const bool isTreated = layer.kind() == map::LayerKind::Treated && row != layer.places().end();
    return (isTreated ? map::techniqueLetter(row->second) : std::string()) + std::to_string(level);
}

}  // namespace

std::vector<LevelMark> levelMarks(const body::BodyModel& body, const map::Layer& layer,
                                  const body::Camera& camera) {
    const body::SurfaceMesh& mesh = body.mesh();
    std::vector<LevelMark> marks;
    for (const Patch& patch : patchesOf(mesh, layer)) {
        const std::vector<Seen> visible = visiblePart(body, patch, camera);
        const double area = areaOf(visible);
        if (area * core::kSquareCentimetres < kSmallestVisibleCm2 ||
            area < kSmallestVisibleShare * areaOf(mesh, patch))
            continue;
        const glm::dvec3 middle = middleOf(mesh, visible, area);
        const auto level = static_cast<int>(std::lround(map::levelOf(patch.peak)));
        marks.push_back({nearestVertex(mesh, visible, middle, glm::dvec3(camera.towardsEye())),
                         area * core::kSquareCentimetres, layer.kind(), level, textOf(layer, patch, level)});
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const LevelMark& a, const LevelMark& b) { return a.visibleCm2 > b.visibleCm2; });
    return marks;
}

}  // namespace palpate::report
