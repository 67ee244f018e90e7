#include "document/region_paint.h"

#include "document/edit.h"
#include "document/transaction.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace palpate::document {

namespace {

using body::RegionIndex;

// Each region as a stroke of its own; all but the first that changes something continue it.
core::Result<bool> paintEach(Document& document, PaintTool tool, std::span<const RegionIndex> regions) {
    const auto all = withMirrored(document, regions);
    // Also what is only named by the mirror: what is asked for by name is painted, not half of it.
    for (const RegionIndex region : all) {
        if (auto shown = bringIntoSight(document, region); !shown) return shown.error();
    }
    map::Stroke stroke = strokeHeader(document, tool);
    bool changed = false;
    for (const RegionIndex region : all) {
        stroke.region = document.body->atlas().region(region).id;
        stroke.mirror = false;
        stroke.continues = changed;
        const auto painted = paint(document, stroke);
        if (!painted) return painted;
        changed = changed || *painted;
    }
    return changed;
}

struct RegionShape {
    glm::vec3 middle{0.0F};  // metres
    glm::vec3 normal{0.0F};  // where most of it faces; not of unit length
    float reach = 0.0F;      // metres from the middle
};

RegionShape shapeOf(const body::BodyModel& body, const std::function<bool(std::uint32_t)>& isIn) {
    RegionShape shape;
    float area = 0.0F;
    const auto& mesh = body.mesh();
    for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
        if (!isIn(v)) continue;
        shape.middle += mesh.positions()[v] * mesh.vertexAreas()[v];
        shape.normal += mesh.normals()[v] * mesh.vertexAreas()[v];
        area += mesh.vertexAreas()[v];
    }
    if (area <= 0.0F) return shape;
    shape.middle /= area;
    shape.normal /= area;
    for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
        if (isIn(v)) shape.reach = std::max(shape.reach, glm::distance(mesh.positions()[v], shape.middle));
    }
    return shape;
}

float degrees(float radians) {
    return radians * 180.0F / std::numbers::pi_v<float>;
}

}  // namespace

std::vector<RegionIndex> withMirrored(const Document& document, std::span<const RegionIndex> regions) {
    std::vector<RegionIndex> all(regions.begin(), regions.end());
    if (document.tool.mirror) {
        for (const RegionIndex region : regions) {
            const auto& partner = document.body->atlas().region(region).mirror;
            if (partner) all.push_back(*partner);
        }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

core::Result<bool> fillRegions(Document& document, std::span<const RegionIndex> regions) {
    return paintEach(document, PaintTool::Fill, regions);
}

core::Result<bool> clearRegions(Document& document, std::span<const RegionIndex> regions) {
    return paintEach(document, PaintTool::Erase, regions);
}

std::vector<RegionIndex> chosenRegions(const Document& document) {
    if (!document.regions.picked.empty()) return document.regions.picked;
    if (document.regions.current) return {*document.regions.current};
    return {};
}

bool openRegions(Document& document, bool open) {
    if (document.regions.open == open) return false;
    document.regions = {};
    document.regions.open = open;
    ++document.version;
    return true;
}

bool pickRegion(Document& document, RegionIndex region, bool picked) {
    auto& all = document.regions.picked;
    const auto at = std::find(all.begin(), all.end(), region);
    if ((at != all.end()) == picked) return false;
    if (picked) {
        all.push_back(region);
    } else {
        all.erase(at);
    }
    ++document.version;
    return true;
}

bool dropPicked(Document& document) {
    if (document.regions.picked.empty()) return false;
    document.regions.picked.clear();
    ++document.version;
    return true;
}

body::Camera cameraFor(const Document& document, RegionIndex region) {
    return cameraFor(document, [&](std::uint32_t v) { return document.body->atlas().regionOf(v) == region; });
}

body::Camera cameraFor(const Document& document, const std::function<bool(std::uint32_t)>& isIn) {
    constexpr float kFacesAnywhere = 0.2F;  // of a unit normal: the region goes all round
    constexpr float kRoom = 6.0F;           // heights of the region in the picture
    const RegionShape shape = shapeOf(*document.body, isIn);
    body::Camera camera = document.cameraMove ? document.cameraMove->to : document.camera;
    const float fit = fitHeight(document);
    camera.height = std::clamp(kRoom * shape.reach, fit / 4.0F, fit);
    camera.target = shape.middle;
    if (camera.height >= fit) camera.target = shownBounds(document).centre();
    camera.projection = body::Camera::Projection::Perspective;
    camera.pitchDegrees = 0.0F;
    if (glm::length(shape.normal) < kFacesAnywhere) return camera;
    const glm::vec3 normal = glm::normalize(shape.normal);
    const float level = std::hypot(normal.x, normal.z);
    camera.pitchDegrees = std::clamp(degrees(std::atan2(normal.y, level)), -80.0F, 80.0F);
    if (level > 0.1F) camera.yawDegrees = std::fmod(degrees(std::atan2(normal.x, normal.z)) + 360.0F, 360.0F);
    return camera;
}

bool goToRegion(Document& document, RegionIndex region) {
    if (document.regions.current == region) return false;
    document.regions.current = region;
    setFlat(document, false);
    if (!bringIntoSight(document, region)) return false;
    moveCamera(document, cameraFor(document, region));
    ++document.version;
    return true;
}

bool turnToRegion(Document& document, RegionIndex region) {
    // Also if the list's cursor was there already.
    document.regions.current.reset();
    const bool shown = goToRegion(document, region);
    if (!document.regions.open) document.regions.current.reset();
    return shown;
}

bool openFinding(Document& document, RegionIndex region) {
    const bool shown = turnToRegion(document, region);
    return selectPlaceIn(document, region) || shown;
}

bool selectPlaceIn(Document& document, RegionIndex region) {
    const OpenMap* open = openMapOf(document, document.author);
    if (open == nullptr || !canPaint(document)) return false;
    const map::LayerKind kind = document.tool.layer;
    const map::Layer& layer = open->map.layer(kind);
    std::map<map::PlaceNumber, float> areas;
    for (std::uint32_t v = 0; v < layer.values().size(); ++v) {
        if (layer.placeNumbers()[v] != map::kNoPlace && document.body->atlas().regionOf(v) == region)
            areas[layer.placeNumbers()[v]] += document.body->mesh().vertexAreas()[v];
    }
    const auto largest = std::max_element(areas.begin(), areas.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
    if (largest == areas.end()) return false;
    takeUp(document, {kind, largest->first});
    return true;
}

}  // namespace palpate::document
