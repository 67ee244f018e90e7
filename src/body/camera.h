#pragma once

#include "body/bvh.h"
#include "body/surface_mesh.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace palpate::body {

// Left and right are the person's own: Left shows the person's left side.
enum class StandardView { Front, Back, Left, Right, Top, Soles };
inline constexpr std::array kStandardViews{StandardView::Front, StandardView::Back, StandardView::Left,
                                           StandardView::Right, StandardView::Top,  StandardView::Soles};
[[nodiscard]] const char* standardViewId(StandardView view);    // "front"
[[nodiscard]] const char* standardViewName(StandardView view);  // tr("Front")
[[nodiscard]] std::optional<StandardView> standardViewFromId(std::string_view id);

inline constexpr float kDeepestZoom = 12.0F;
inline constexpr float kMargin = 0.08F;  // around what is framed, a share of the picture

// A turntable camera: world-up fixed, no roll.
struct Camera {
    enum class Projection { Orthographic, Perspective };

    glm::vec3 target{0.0F, 0.85F, 0.0F};  // what the picture is centred on, metres
    float yawDegrees = 0.0F;              // 0 front, 90 the person's left side, 180 back, 270 right side
    float pitchDegrees = 0.0F;            // + looks down on the body; -90..90
    float height = 2.0F;  // metres of the world seen at the target from bottom to top of the picture
    Projection projection = Projection::Perspective;

    static constexpr float kFieldOfViewDegrees = 28.0F;

    // Unit vector from the target to the eye.
    [[nodiscard]] glm::vec3 towardsEye() const;
    [[nodiscard]] glm::vec3 eye() const;
    [[nodiscard]] glm::mat4 viewMatrix() const;
    // OpenGL clip space; `aspect` is width / height.
    [[nodiscard]] glm::mat4 projectionMatrix(float aspect) const;
    // `point` in pixels from the top left of a picture of `size` pixels.
    [[nodiscard]] Ray rayThrough(glm::vec2 point, glm::vec2 size) const;
    // Pixels from the top left; meaningless behind the eye.
    [[nodiscard]] glm::vec2 project(const glm::vec3& world, glm::vec2 size) const;

    friend bool operator==(const Camera&, const Camera&) = default;
};

// The whole of `bounds` in the picture with `margin` (a share of it) around, seen from a standard side.
[[nodiscard]] Camera standardCamera(StandardView view, const Box& bounds, float aspect,
                                    Camera::Projection projection = Camera::Projection::Orthographic,
                                    float margin = kMargin);

// The same direction and no perspective, so near that all of `points` (metres) just fits.
[[nodiscard]] Camera framed(float yawDegrees, float pitchDegrees, std::span<const glm::vec3> points,
                            float aspect, float margin = kMargin);

// Turns so that `pivot` stays where it is in the picture. Degrees; pitch is held within `pitchLimit` either
// way (a camera already beyond it goes no farther).
void orbit(Camera& camera, const glm::vec3& pivot, float yawDegrees, float pitchDegrees,
           float pitchLimit = 89.0F);
// Moves the picture by pixels of a picture `heightPixels` high; the target stays within `bounds`.
void pan(Camera& camera, glm::vec2 pixels, float heightPixels, const Box& bounds);
// factor > 1 comes nearer; `pivot` (the skin under the pointer) stays where it is in the picture. `height` is
// held between fitHeight / deepest and fitHeight.
void zoomAbout(Camera& camera, float factor, const glm::vec3& pivot, float fitHeight,
               float deepest = kDeepestZoom);
// The same where the pointer is off the body: what lies under `point` at the target's depth stays there.
void zoom(Camera& camera, float factor, glm::vec2 point, glm::vec2 size, float fitHeight,
          float deepest = kDeepestZoom);
// So that nobody loses the body: the target goes back into `bounds`, and the nearer the height comes to
// `fitHeight`, the nearer it goes to their middle.
void keepInSight(Camera& camera, const Box& bounds, float fitHeight);
// On the way from one camera to another: `share` 0..1, already eased by the caller. Turns the short way
// round; has the projection of `to` unless `share` is 0.
[[nodiscard]] Camera between(const Camera& from, const Camera& to, float share);

}  // namespace palpate::body
