// The pictures of the compare view: which there are, and from where each is seen.
#include "core/check.h"
#include "document/compare.h"
#include "document/edit.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace palpate::document {

std::size_t pictureCount(const CompareState& compare) {
    return compare.between.size() + 2;
}

const CompareSide& pictureSide(const CompareState& compare, std::size_t picture) {
    core::check(picture < pictureCount(compare), "a picture that is shown");
    if (picture == 0) return compare.from;
    return picture <= compare.between.size() ? compare.between[picture - 1] : compare.to;
}

const body::Camera& pictureCamera(const Document& document, std::size_t picture) {
    const CompareState& compare = *document.compare;
    return compare.linked || picture == compare.picture ? document.camera : compare.cameras.at(picture);
}

bool usePicture(Document& document, std::size_t picture) {
    if (!document.compare || document.compare->linked) return false;
    CompareState& compare = *document.compare;
    if (picture == compare.picture || picture >= pictureCount(compare)) return false;
    // On the way somewhere: it is there as soon as nobody looks.
    compare.cameras[compare.picture] = document.cameraMove ? document.cameraMove->to : document.camera;
    document.cameraMove.reset();
    compare.picture = picture;
    document.camera = compare.cameras[picture];
    document.hover.reset();
    ++document.version;
    return true;
}

bool linkCameras(Document& document, bool linked) {
    if (!document.compare || document.compare->linked == linked) return false;
    CompareState& compare = *document.compare;
    if (linked) {
        usePicture(document, 0);
        compare.picture = 0;
    } else {
        const body::Camera& now = document.cameraMove ? document.cameraMove->to : document.camera;
        compare.cameras.assign(pictureCount(compare), now);
        compare.picture = 0;
    }
    compare.linked = linked;
    ++document.version;
    return true;
}

namespace {

// What of the painted skin looks towards an eye, in m2 as it is seen from there; within the picture of
// `camera` only, if one is given.
double seenArea(const Document& document, const std::vector<std::uint32_t>& painted, const glm::vec3& eye,
                const body::Camera* camera) {
    const body::SurfaceMesh& mesh = document.body->mesh();
    const glm::vec2 size = document.viewportSize;
    double area = 0.0;
    for (const std::uint32_t vertex : painted) {
        const float facing = glm::dot(mesh.normals()[vertex], eye);
        if (facing <= 0.0F) continue;
        if (camera != nullptr) {
            const glm::vec2 at = camera->project(mesh.positions()[vertex], size);
            if (at.x < 0.0F || at.y < 0.0F || at.x > size.x || at.y > size.y) continue;
        }
        area += double{mesh.vertexAreas()[vertex]} * double{facing};
    }
    return area;
}

// On any of the pictures, of the skin that is not hidden.
std::vector<std::uint32_t> comparedSkin(const Document& document) {
    const CompareState& compare = *document.compare;
    std::vector<std::uint32_t> painted;
    for (std::uint32_t vertex = 0; vertex < document.body->mesh().vertexCount(); ++vertex) {
        if (document.part && !document.part->shows(vertex)) continue;
        for (std::size_t picture = 0; picture < pictureCount(compare); ++picture) {
            const auto values = pictureSide(compare, picture).map.layer(compare.layer).values();
            if (!map::isPainted(values[vertex])) continue;
            painted.push_back(vertex);
            break;
        }
    }
    return painted;
}

}  // namespace

void lookAtCompared(Document& document) {
    constexpr double kGlimpse = 0.05;  // of what the best view shows: a rim that nobody would see as paint
    if (!document.compare || !document.compare->linked) return;
    const std::vector<std::uint32_t> painted = comparedSkin(document);
    std::array<double, body::kStandardViews.size()> seen{};
    for (std::size_t view = 0; view < seen.size(); ++view)
        seen[view] = seenArea(document, painted,
                              standardView(document, body::kStandardViews[view]).towardsEye(), nullptr);
    const auto best = std::max_element(seen.begin(), seen.end());
    const body::Camera camera = document.cameraMove ? document.cameraMove->to : document.camera;
    if (seenArea(document, painted, camera.towardsEye(), &camera) >= kGlimpse * *best) return;
    viewFrom(document, body::kStandardViews[static_cast<std::size_t>(best - seen.begin())]);
}

double compareShare(const CompareState& compare) {
    return compare.mode == CompareMode::Onion ? compare.onion : compare.wipe;
}

bool setCompareShare(Document& document, double share) {
    if (!document.compare) return false;
    CompareState& compare = *document.compare;
    if (compare.mode != CompareMode::Wipe && compare.mode != CompareMode::Onion) return false;
    double& kept = compare.mode == CompareMode::Onion ? compare.onion : compare.wipe;
    const double held = std::clamp(share, 0.0, 1.0);
    if (kept == held) return false;
    kept = held;
    ++document.version;
    return true;
}

}  // namespace palpate::document
