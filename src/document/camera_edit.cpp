#include "core/text.h"
#include "document/edit.h"
#include "document/tools.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace palpate::document {

namespace {

constexpr double kMoveSeconds = 0.25;
constexpr float kFocusHeight = 0.5F;  // metres: a hand's breadth round what is looked at

float aspectOf(const Document& document) {
    return document.viewportSize.x / document.viewportSize.y;
}

// What shows the whole body.
struct Whole {
    float height = 0.0F;
    glm::vec3 middle{0.0F};

    explicit Whole(const Document& document)
        : height(fitHeight(document)), middle(shownBounds(document).centre()) {}
};

// Who sees the whole body goes on seeing it when the picture takes another shape.
void keepWhole(body::Camera& camera, const Whole& before, const Whole& now) {
    constexpr float kNearlyWhole = 0.98F;
    if (camera.height < kNearlyWhole * before.height) return;
    camera.height = now.height;
    camera.target += now.middle - before.middle;
}

void leaveFlat(Document& document) {
    if (!document.flat) return;
    document.flat = false;
    ++document.version;
}

// Straight at the part that is shown.
body::Camera framedPart(const Document& document, float yawDegrees, float pitchDegrees) {
    std::vector<glm::vec3> shown;
    const auto positions = document.body->mesh().positions();
    for (std::uint32_t vertex = 0; vertex < positions.size(); ++vertex) {
        if (document.part->shows(vertex)) shown.push_back(positions[vertex]);
    }
    return body::framed(yawDegrees, pitchDegrees, shown, aspectOf(document));
}

// Of what lies within a hand's breadth below the highest.
glm::vec3 middleOfTop(std::span<const glm::vec3> skin) {
    constexpr float kHandsBreadth = 0.1F;  // metres
    float top = std::numeric_limits<float>::lowest();
    for (const glm::vec3& position : skin)
        top = std::max(top, position.y);
    glm::vec3 sum(0.0F);
    float count = 0.0F;
    for (const glm::vec3& position : skin) {
        if (position.y < top - kHandsBreadth) continue;
        sum += position;
        count += 1.0F;
    }
    return sum / std::max(count, 1.0F);
}

// Of the whole body. The atlas names every region that hiddenSkin() does: a test looks.
body::Camera closeUp(const Document& document, const HiddenSkin& skin) {
    const auto positions = document.body->mesh().positions();
    const auto region = document.body->atlas().find(skin.belowTopOf);
    body::Camera camera;
    camera.yawDegrees = skin.yawDegrees;
    camera.pitchDegrees = skin.pitchDegrees;
    camera.height = std::max(kFocusHeight, fitHeight(document) / cameraLimits(document).deepestZoom);
    std::vector<glm::vec3> wanted;
    for (std::uint32_t v = 0; v < positions.size(); ++v)
        if (document.body->atlas().regionOf(v) == region) wanted.push_back(positions[v]);
    camera.target = middleOfTop(wanted);
    return camera;
}

// Who comes nearer may look at the edge of the body; who goes away gets it back whole.
bool setZoomed(Document& document, body::Camera camera, float factor) {
    const bool comesNearer = factor > 1.0F;
    body::keepInSight(camera, shownBounds(document),
                      comesNearer ? std::numeric_limits<float>::max() : fitHeight(document));
    return setCamera(document, camera);
}

// Fast at first, gentle at the end.
float easeOut(double share) {
    const double rest = 1.0 - std::clamp(share, 0.0, 1.0);
    return static_cast<float>(1.0 - rest * rest * rest);
}

}  // namespace

bool setViewport(Document& document, glm::vec2 size, float pixelsPerDp, float roomAtTop) {
    if (size.x < 1.0F || size.y < 1.0F || pixelsPerDp <= 0.0F) return false;
    if (size == document.viewportSize && pixelsPerDp == document.pixelsPerDp &&
        roomAtTop == document.roomAtTop)
        return false;
    const Whole before(document);
    document.viewportSize = size;
    document.pixelsPerDp = pixelsPerDp;
    document.roomAtTop = roomAtTop;
    const Whole now(document);
    // What the pointer was over lies elsewhere now; a ring in the wrong place would be aimed by.
    if (!document.painting) document.hover.reset();
    keepWhole(document.camera, before, now);
    if (document.cameraMove) keepWhole(document.cameraMove->to, before, now);
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
    return body::standardCamera(view, shownBounds(document), aspectOf(document));
}

void viewFrom(Document& document, body::StandardView view) {
    if (view != body::StandardView::Front && view != body::StandardView::Back) leaveFlat(document);
    moveCamera(document, standardView(document, view));
}

void viewAll(Document& document) {
    body::Camera camera = document.camera;
    if (document.part) {
        const body::Camera framed = framedPart(document, camera.yawDegrees, camera.pitchDegrees);
        camera.target = framed.target;
        camera.height = framed.height;
    } else {
        camera.target = shownBounds(document).centre();
        camera.height = fitHeight(document);
    }
    moveCamera(document, camera);
}

bool viewHover(Document& document) {
    if (!document.hover) return false;
    body::Camera camera = document.camera;
    camera.target = document.body->mesh().position(document.hover->point);
    const float nearest = fitHeight(document) / cameraLimits(document).deepestZoom;
    camera.height = std::max(nearest, std::min(camera.height, kFocusHeight));
    moveCamera(document, camera);
    return true;
}

bool turn(Document& document, float yawDegrees, float pitchDegrees) {
    if (document.flat) return false;
    body::Camera camera = document.cameraMove ? document.cameraMove->to : document.camera;
    const glm::vec3 centre = shownBounds(document).centre();
    body::orbit(camera, {centre.x, camera.target.y, centre.z}, yawDegrees, pitchDegrees,
                cameraLimits(document).pitchDegrees);
    if (camera == document.camera) return false;
    moveCamera(document, camera);
    return true;
}

bool zoomBy(Document& document, float factor) {
    return zoomAt(document, factor, document.viewportSize * 0.5F);
}

bool zoomAt(Document& document, float factor, glm::vec2 position) {
    if (const auto under = pick(document, position)) return zoomAbout(document, factor, under->point);
    body::Camera camera = document.camera;
    body::zoom(camera, factor, position, document.viewportSize, fitHeight(document),
               cameraLimits(document).deepestZoom);
    return setZoomed(document, camera, factor);
}

bool zoomAbout(Document& document, float factor, const body::SkinPoint& skin) {
    body::Camera camera = document.camera;
    body::zoomAbout(camera, factor, document.body->mesh().position(skin), fitHeight(document),
                    cameraLimits(document).deepestZoom);
    return setZoomed(document, camera, factor);
}

body::Camera slid(const Document& document, body::Camera camera, float pixels) {
    const float whole = document.part ? framedPart(document, camera.yawDegrees, camera.pitchDegrees).height
                                      : fitHeight(document);
    const body::Box bounds = shownBounds(document);
    body::pan(camera, {0.0F, pixels}, document.viewportSize.y, bounds);
    body::keepInSight(camera, bounds, whole);
    return camera;
}

bool slide(Document& document, float pixels) {
    return pixels != 0.0F && setCamera(document, slid(document, document.camera, pixels));
}

core::Result<void> showOnly(Document& document, std::string_view part) {
    if (document.painting) return {};
    std::shared_ptr<const body::BodyPart> wanted;
    if (!part.empty()) {
        auto made = body::BodyPart::create(*document.body, part);
        if (!made) return made.error();
        wanted = std::move(*made);
    }
    if (wanted == nullptr && document.part == nullptr) return {};
    document.part = std::move(wanted);
    ++document.version;
    // What the pointer was over may be hidden now.
    setHover(document, std::nullopt);
    viewAll(document);
    return {};
}

core::Result<void> bringIntoSight(Document& document, body::RegionIndex region) {
    const bool isHidden =
        document.part && !body::isInPart(document.body->atlas().region(region), document.part->name().id);
    return isHidden ? showOnly(document, "") : core::Result<void>();
}

bool setFlat(Document& document, bool flat) {
    if (document.painting || document.flat == flat) return false;
    document.flat = flat;
    ++document.version;
    if (flat) setCamera(document, standardView(document, body::StandardView::Front));
    return true;
}

body::Camera flatCamera(const Document& document, body::StandardView side) {
    body::Camera camera = document.camera;
    camera.yawDegrees = side == body::StandardView::Back ? 180.0F : 0.0F;
    return camera;
}

bool useFlatSide(Document& document, body::StandardView side) {
    const body::Camera camera = flatCamera(document, side);
    // Where it looks from there already, a move under way goes on.
    if (!document.flat || camera.yawDegrees == document.camera.yawDegrees) return false;
    return setCamera(document, camera);
}

std::span<const HiddenSkin> hiddenSkin() {
    using core::tr;
    static const std::array<HiddenSkin, 10> kSkin{
        {{"right_armpit", tr("Right armpit"), "", 300.0F, -30.0F, "ribs_side_R"},
         {"left_armpit", tr("Left armpit"), "", 60.0F, -30.0F, "ribs_side_L"},
         {"right_inner_leg", tr("Right leg, inner side"), "right_leg", 90.0F, 0.0F},
         {"left_inner_leg", tr("Left leg, inner side"), "left_leg", 270.0F, 0.0F},
         {"right_palm", tr("Right hand, palm"), "right_hand", 0.0F, 0.0F},
         {"left_palm", tr("Left hand, palm"), "left_hand", 0.0F, 0.0F},
         {"right_hand_back", tr("Right hand, back"), "right_hand", 180.0F, 0.0F},
         {"left_hand_back", tr("Left hand, back"), "left_hand", 180.0F, 0.0F},
         {"soles", tr("Soles"), "feet", 0.0F, -90.0F},
         {"top_of_head", tr("Top of the head"), "head", 0.0F, 90.0F}}};
    return kSkin;
}

core::Result<void> viewHiddenSkin(Document& document, const HiddenSkin& skin) {
    if (document.painting) return {};
    leaveFlat(document);
    if (auto shown = showOnly(document, skin.part); !shown) return shown;
    moveCamera(document, *skin.part != '\0' ? framedPart(document, skin.yawDegrees, skin.pitchDegrees)
                                            : closeUp(document, skin));
    return {};
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
