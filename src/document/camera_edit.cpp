#include "document/edit.h"

#include <algorithm>
#include <cmath>

namespace palpate::document {

namespace {

constexpr double kMoveSeconds = 0.25;
constexpr float kFocusHeight = 0.5F;  // metres: a hand's breadth round what is looked at

float aspectOf(const Document& document) {
    return document.viewportSize.x / document.viewportSize.y;
}

// Who sees the whole body goes on seeing it when the picture takes another shape.
void keepWhole(body::Camera& camera, float wholeBefore, float whole) {
    constexpr float kNearlyWhole = 0.98F;
    if (camera.height >= kNearlyWhole * wholeBefore) camera.height = whole;
}

// Fast at first, gentle at the end.
float easeOut(double share) {
    const double rest = 1.0 - std::clamp(share, 0.0, 1.0);
    return static_cast<float>(1.0 - rest * rest * rest);
}

}  // namespace

bool setViewport(Document& document, glm::vec2 size, float pixelsPerDp) {
    if (size.x < 1.0F || size.y < 1.0F || pixelsPerDp <= 0.0F) return false;
    if (size == document.viewportSize && pixelsPerDp == document.pixelsPerDp) return false;
    const float wholeBefore = fitHeight(document);
    document.viewportSize = size;
    document.pixelsPerDp = pixelsPerDp;
    keepWhole(document.camera, wholeBefore, fitHeight(document));
    if (document.cameraMove) keepWhole(document.cameraMove->to, wholeBefore, fitHeight(document));
    ++document.version;
    return true;
}

bool setCamera(Document& document, const body::Camera& camera) {
    document.cameraMove.reset();
    if (document.camera == camera) return false;
    document.camera = camera;
    ++document.version;
    return true;
}

void moveCamera(Document& document, const body::Camera& camera) {
    if (document.appearance.reduceMotion) {
        setCamera(document, camera);
        return;
    }
    document.cameraMove = CameraMove{document.camera, camera, -1.0};
    ++document.version;
}

body::Camera standardView(const Document& document, body::StandardView view) {
    return body::standardCamera(view, document.body->mesh().bounds(), aspectOf(document));
}

void viewFrom(Document& document, body::StandardView view) {
    moveCamera(document, standardView(document, view));
}

void viewAll(Document& document) {
    body::Camera camera = document.camera;
    camera.target = document.body->mesh().bounds().centre();
    camera.height = fitHeight(document);
    moveCamera(document, camera);
}

bool viewHover(Document& document) {
    if (!document.hover) return false;
    body::Camera camera = document.camera;
    camera.target = document.body->mesh().position(document.hover->point);
    camera.height = std::min(camera.height, kFocusHeight);
    moveCamera(document, camera);
    return true;
}

bool turn(Document& document, float yawDegrees, float pitchDegrees) {
    body::Camera camera = document.cameraMove ? document.cameraMove->to : document.camera;
    const glm::vec3 centre = document.body->mesh().bounds().centre();
    body::orbit(camera, {centre.x, camera.target.y, centre.z}, yawDegrees, pitchDegrees);
    if (camera == document.camera) return false;
    moveCamera(document, camera);
    return true;
}

bool zoomBy(Document& document, float factor) {
    body::Camera camera = document.camera;
    body::zoom(camera, factor, document.viewportSize * 0.5F, document.viewportSize, fitHeight(document));
    return setCamera(document, camera);
}

bool tick(Document& document, double seconds) {
    if (!document.cameraMove) return false;
    CameraMove& move = *document.cameraMove;
    if (move.startSeconds < 0.0) move.startSeconds = seconds;
    const double share = (seconds - move.startSeconds) / kMoveSeconds;
    document.camera = share >= 1.0 ? move.to : body::between(move.from, move.to, easeOut(share));
    if (share >= 1.0) document.cameraMove.reset();
    ++document.version;
    return document.cameraMove.has_value();
}

}  // namespace palpate::document
