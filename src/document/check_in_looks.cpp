// How the client looks at the body.
#include "core/text.h"
#include "document/check_in_hand.h"
#include "document/check_in_places.h"
#include "document/edit.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::document {

namespace {

constexpr float kZoomStep = 1.4F;
constexpr float kYawStep = 45.0F;
constexpr float kStepAlong = 0.25F;  // of the picture's height

bool canLook(const Document& document) {
    return isOn(document, CheckInPage::Mark) && !document.painting;
}

const body::Camera& comingCamera(const Document& document) {
    return document.cameraMove ? document.cameraMove->to : document.camera;
}

// Once the camera has come to rest; though it may face away.
bool isInPicture(const Document& document, const body::SkinPoint& point) {
    const body::SurfaceMesh& mesh = document.body->mesh();
    if (document.part && !document.part->shows(mesh, point)) return false;
    const glm::vec2 size = document.viewportSize;
    const glm::vec2 at = comingCamera(document).project(mesh.position(point), size);
    return at.x >= 0.0F && at.y >= 0.0F && at.x <= size.x && at.y <= size.y;
}

body::StandardView nearestSide(const Document& document) {
    const auto away = [&](body::StandardView view) {
        const float yaw = standardView(document, view).yawDegrees;
        return std::abs(std::remainder(comingCamera(document).yawDegrees - yaw, 360.0F));
    };
    constexpr std::array kSides{body::StandardView::Front, body::StandardView::Back, body::StandardView::Left,
                                body::StandardView::Right};
    return *std::min_element(kSides.begin(), kSides.end(),
                             [&](body::StandardView a, body::StandardView b) { return away(a) < away(b); });
}

float stepAlong(const Document& document, bool upward) {
    return (upward ? kStepAlong : -kStepAlong) * document.viewportSize.y;
}

}  // namespace

bool turnBody(Document& document, float degrees) {
    if (!canLook(document)) return false;
    const body::Camera& camera = comingCamera(document);
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

bool canLookAlong(const Document& document, bool upward) {
    constexpr float kSeen = 0.001F;  // metres
    if (!canLook(document)) return false;
    const body::Camera after = slid(document, comingCamera(document), stepAlong(document, upward));
    return glm::distance(after.target, comingCamera(document).target) > kSeen;
}

bool lookAlong(Document& document, bool upward) {
    return canLookAlong(document, upward) &&
           setCamera(document, slid(document, comingCamera(document), stepAlong(document, upward)));
}

bool seeBody(Document& document, body::StandardView view) {
    if (!canLook(document)) return false;
    showWhole(document, view);
    return true;
}

bool seeWholeAgain(Document& document) {
    return document.checkIn && document.checkIn->hidden && seeBody(document, document.checkIn->viewBefore);
}

bool showHardToSee(Document& document) {
    if (!isOn(document, CheckInPage::Mark)) return false;
    if (!document.checkIn->hidden) document.checkIn->viewBefore = nearestSide(document);
    return show(document, CheckInPage::HardToSee);
}

bool lookAtHidden(Document& document, std::size_t which) {
    if (!isOn(document, CheckInPage::HardToSee) || which >= hiddenSkin().size()) return false;
    if (auto seen = viewHiddenSkin(document, hiddenSkin()[which]); !seen) {
        document.checkIn->trouble = core::tr("This cannot be shown alone. Please use the list.");
        ++document.version;
        return false;
    }
    document.checkIn->hidden = which;
    // A number must not change a place that is not in the picture any more.
    const auto touched = pointOfPlace(*document.body, painOf(document), document.checkIn->place);
    if (touched && !isInPicture(document, *touched)) emptyHand(document);
    return show(document, CheckInPage::Mark);
}

}  // namespace palpate::document
