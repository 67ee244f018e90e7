#include "body/camera.h"

#include "core/text.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace palpate::body {

namespace {

constexpr float kOrthographicEyeDistance = 5.0F;  // metres; outside of any body
// How far before and behind the target the body may lie, metres.
constexpr float kDepthReach = 3.5F;
constexpr float kNearest = 0.01F;  // metres before the eye
// How far zoomed out, as a share of the way to the whole body, the picture starts to come back to its middle.
constexpr float kHomewardFrom = 0.6F;

struct SineCosine {
    float sine, cosine;
};

// Exact at multiples of 90 degrees, so that standard views hold no rounding.
SineCosine sineCosine(float degrees) {
    const double quarter = std::round(static_cast<double>(degrees) / 90.0);
    const double rest = (static_cast<double>(degrees) - quarter * 90.0) * std::numbers::pi / 180.0;
    const auto sine = static_cast<float>(std::sin(rest)), cosine = static_cast<float>(std::cos(rest));
    switch (static_cast<int>(std::fmod(quarter, 4.0) + 4.0) % 4) {
        case 0:
            return {sine, cosine};
        case 1:
            return {cosine, -sine};
        case 2:
            return {-sine, -cosine};
        default:
            return {-cosine, sine};
    }
}

// The picture's axes in the world; unit vectors. Written out instead of a look-at matrix, which has no answer
// straight from above or below.
struct Axes {
    glm::vec3 right, up, towardsEye;
};

Axes axesOf(const Camera& camera) {
    const SineCosine yaw = sineCosine(camera.yawDegrees), pitch = sineCosine(camera.pitchDegrees);
    return {{yaw.cosine, 0.0F, -yaw.sine},
            {-yaw.sine * pitch.sine, pitch.cosine, -yaw.cosine * pitch.sine},
            {yaw.sine * pitch.cosine, pitch.sine, yaw.cosine * pitch.cosine}};
}

float tangentOfHalfView() {
    return static_cast<float>(
        std::tan(static_cast<double>(Camera::kFieldOfViewDegrees) * std::numbers::pi / 360.0));
}

float eyeDistance(const Camera& camera) {
    return camera.projection == Camera::Projection::Perspective ? camera.height * 0.5F / tangentOfHalfView()
                                                                : kOrthographicEyeDistance;
}

// From the picture's centre, in metres at the target: x right, y up.
glm::vec2 metresFromCentre(const Camera& camera, glm::vec2 point, glm::vec2 size) {
    const float metresPerPixel = camera.height / size.y;
    return {(point.x - size.x * 0.5F) * metresPerPixel, (size.y * 0.5F - point.y) * metresPerPixel};
}

float wrapped(float degrees) {
    const float turned = std::fmod(degrees, 360.0F);
    // A tiny negative number plus 360 rounds to 360.
    const float positive = turned < 0.0F ? turned + 360.0F : turned;
    return positive >= 360.0F ? 0.0F : positive;
}

}  // namespace

glm::vec3 Camera::towardsEye() const {
    return axesOf(*this).towardsEye;
}

glm::vec3 Camera::eye() const {
    return target + towardsEye() * eyeDistance(*this);
}

glm::mat4 Camera::viewMatrix() const {
    const Axes axes = axesOf(*this);
    const glm::vec3 from = eye();
    glm::mat4 matrix(1.0F);
    for (glm::length_t i = 0; i < 3; ++i) {
        matrix[i][0] = axes.right[i];
        matrix[i][1] = axes.up[i];
        matrix[i][2] = axes.towardsEye[i];
    }
    matrix[3] = {-glm::dot(axes.right, from), -glm::dot(axes.up, from), -glm::dot(axes.towardsEye, from),
                 1.0F};
    return matrix;
}

glm::mat4 Camera::projectionMatrix(float aspect) const {
    const float distance = eyeDistance(*this);
    const float near = std::max(kNearest, distance - kDepthReach), far = distance + kDepthReach;
    glm::mat4 matrix(0.0F);
    if (projection == Projection::Orthographic) {
        matrix[0][0] = 2.0F / (height * aspect);
        matrix[1][1] = 2.0F / height;
        matrix[2][2] = -2.0F / (far - near);
        matrix[3][2] = -(far + near) / (far - near);
        matrix[3][3] = 1.0F;
        return matrix;
    }
    const float cotangent = 1.0F / tangentOfHalfView();
    matrix[0][0] = cotangent / aspect;
    matrix[1][1] = cotangent;
    matrix[2][2] = -(far + near) / (far - near);
    matrix[2][3] = -1.0F;
    matrix[3][2] = -2.0F * far * near / (far - near);
    return matrix;
}

Ray Camera::rayThrough(glm::vec2 point, glm::vec2 size) const {
    const Axes axes = axesOf(*this);
    const glm::vec2 metres = metresFromCentre(*this, point, size);
    const glm::vec3 through = target + axes.right * metres.x + axes.up * metres.y;
    if (projection == Projection::Orthographic) {
        return {through + axes.towardsEye * kOrthographicEyeDistance, -axes.towardsEye};
    }
    const glm::vec3 from = eye();
    return {from, glm::normalize(through - from)};
}

glm::vec2 Camera::project(const glm::vec3& world, glm::vec2 size) const {
    const Axes axes = axesOf(*this);
    const glm::vec3 offset = world - target;
    const float distance = eyeDistance(*this);
    const float shrink = projection == Projection::Perspective
                             ? distance / (distance - glm::dot(axes.towardsEye, offset))
                             : 1.0F;
    const float pixelsPerMetre = size.y / height * shrink;
    return {size.x * 0.5F + glm::dot(axes.right, offset) * pixelsPerMetre,
            size.y * 0.5F - glm::dot(axes.up, offset) * pixelsPerMetre};
}

void orbit(Camera& camera, const glm::vec3& pivot, float yawDegrees, float pitchDegrees, float pitchLimit) {
    const Axes before = axesOf(camera);
    const glm::vec3 offset = pivot - camera.target;
    const glm::vec3 inView(glm::dot(before.right, offset), glm::dot(before.up, offset),
                           glm::dot(before.towardsEye, offset));
    camera.yawDegrees = wrapped(camera.yawDegrees + yawDegrees);
    // A camera set beyond the limit (the view from above) may stay there, but not go farther.
    camera.pitchDegrees =
        std::clamp(camera.pitchDegrees + pitchDegrees, std::min(-pitchLimit, camera.pitchDegrees),
                   std::max(pitchLimit, camera.pitchDegrees));
    const Axes after = axesOf(camera);
    camera.target = pivot - (after.right * inView.x + after.up * inView.y + after.towardsEye * inView.z);
}

void pan(Camera& camera, glm::vec2 pixels, float heightPixels, const Box& bounds) {
    const Axes axes = axesOf(camera);
    const float metresPerPixel = camera.height / heightPixels;
    const glm::vec3 moved =
        camera.target - axes.right * (pixels.x * metresPerPixel) + axes.up * (pixels.y * metresPerPixel);
    camera.target = glm::clamp(moved, bounds.lowest, bounds.highest);
}

void zoomAbout(Camera& camera, float factor, const glm::vec3& pivot, float fitHeight, float deepest) {
    const float height = std::clamp(camera.height / factor, fitHeight / deepest, fitHeight);
    camera.target = pivot + (camera.target - pivot) * (height / camera.height);
    camera.height = height;
}

void zoom(Camera& camera, float factor, glm::vec2 point, glm::vec2 size, float fitHeight, float deepest) {
    const Axes axes = axesOf(camera);
    const glm::vec2 metres = metresFromCentre(camera, point, size);
    zoomAbout(camera, factor, camera.target + axes.right * metres.x + axes.up * metres.y, fitHeight, deepest);
}

void keepInSight(Camera& camera, const Box& bounds, float fitHeight) {
    const float homeward =
        std::clamp((camera.height / fitHeight - kHomewardFrom) / (1.0F - kHomewardFrom), 0.0F, 1.0F);
    const glm::vec3 reach = bounds.size() * 0.5F * (1.0F - homeward);
    camera.target = glm::clamp(camera.target, bounds.centre() - reach, bounds.centre() + reach);
}

Camera framed(float yawDegrees, float pitchDegrees, std::span<const glm::vec3> points, float aspect,
              float margin) {
    Camera camera;
    camera.yawDegrees = wrapped(yawDegrees);
    camera.pitchDegrees = pitchDegrees;
    camera.projection = Camera::Projection::Orthographic;
    const Axes axes = axesOf(camera);
    Box seen;
    for (const glm::vec3& point : points)
        seen.add({glm::dot(axes.right, point), glm::dot(axes.up, point), glm::dot(axes.towardsEye, point)});
    const glm::vec3 middle = seen.centre(), size = seen.size();
    camera.target = axes.right * middle.x + axes.up * middle.y + axes.towardsEye * middle.z;
    camera.height = std::max(size.y, size.x / aspect) / (1.0F - 2.0F * margin);
    return camera;
}

Camera between(const Camera& from, const Camera& to, float share) {
    if (share <= 0.0F) return from;
    if (share >= 1.0F) return to;
    Camera camera = to;
    camera.target = glm::mix(from.target, to.target, share);
    const float turn = wrapped(to.yawDegrees - from.yawDegrees);
    camera.yawDegrees = wrapped(from.yawDegrees + (turn > 180.0F ? turn - 360.0F : turn) * share);
    camera.pitchDegrees = glm::mix(from.pitchDegrees, to.pitchDegrees, share);
    // Equal steps look equally fast when each multiplies the height.
    camera.height = from.height * std::pow(to.height / from.height, share);
    return camera;
}

}  // namespace palpate::body
