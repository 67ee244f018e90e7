// How the client looks at the body.
#include "core/text.h"
#include "document/check_in_hand.h"
#include "document/check_in_places.h"
#include "document/edit.h"

#include <algorithm>
#include <cmath>

namespace palpate::document {

namespace {

constexpr float kZoomStep = 1.4F;
constexpr float kYawStep = 45.0F;
constexpr float kRoomForButtons = 0.18F;  // the margin that keeps a part clear of what is pressed beside it

bool canLook(const Document& document) {
    return isOn(document, CheckInPage::Mark) && !document.painting;
}

// Though it may face away.
bool isInPicture(const Document& document, const body::SkinPoint& point) {
    const body::SurfaceMesh& mesh = document.body->mesh();
    if (document.part && !document.part->shows(mesh, point)) return false;
    const glm::vec2 at = document.camera.project(mesh.position(point), document.viewportSize);
    return at.x >= 0.0F && at.y >= 0.0F && at.x <= document.viewportSize.x && at.y <= document.viewportSize.y;
}

}  // namespace

bool turnBody(Document& document, float degrees) {
    if (!canLook(document)) return false;
    const body::Camera& camera = document.cameraMove ? document.cameraMove->to : document.camera;
    const float wanted = std::round((camera.yawDegrees + degrees) / kYawStep) * kYawStep;
    return turn(document, wanted - camera.yawDegrees, -camera.pitchDegrees);
}

bool zoomBody(Document& document, bool nearer) {
    if (!canLook(document)) return false;
    const float least = fitHeight(document) / cameraLimits(document).deepestZoom;
    const float factor = nearer ? std::min(kZoomStep, document.camera.height / least) : 1.0F / kZoomStep;
    const auto touched = pointOfPlace(*document.body, painOf(document), document.checkIn->place);
    if (!nearer || !touched || !isInPicture(document, *touched)) return zoomBy(document, factor);
    return zoomAbout(document, factor, *touched);
}

bool seeBody(Document& document, body::StandardView view) {
    if (!canLook(document)) return false;
    showWhole(document, view);
    return true;
}

bool showHardToSee(Document& document) {
    return isOn(document, CheckInPage::Mark) && show(document, CheckInPage::HardToSee);
}

bool lookAtHidden(Document& document, std::size_t which) {
    if (!isOn(document, CheckInPage::HardToSee) || which >= hiddenSkin().size()) return false;
    return viewHiddenSkin(document, hiddenSkin()[which], kRoomForButtons) &&
           show(document, CheckInPage::Mark);
}

}  // namespace palpate::document
