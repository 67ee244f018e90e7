#pragma once

#include "body/camera.h"
#include "render/mesh_clusters.h"
#include "render/screen_region.h"

#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace palpate::render {

// A camera put before a picture of some size: where things are on it and which way they face.
class View {
public:
    View(const body::Camera& camera, glm::ivec2 size);

    [[nodiscard]] const glm::mat4& worldToClip() const { return m_worldToClip; }
    // Rotation only: x right, y up, z towards the eye.
    [[nodiscard]] const glm::mat3& worldToView() const { return m_worldToView; }
    [[nodiscard]] glm::ivec2 size() const { return m_size; }
    [[nodiscard]] bool isPerspective() const { return m_isPerspective; }

    // From a point of the world to the eye, of any length: where only the sign of an angle counts.
    [[nodiscard]] glm::vec3 wayToEye(const glm::vec3& world) const {
        return m_isPerspective ? m_eye - world : m_axis;
    }
    // The same as a unit vector.
    [[nodiscard]] glm::vec3 towardsEye(const glm::vec3& world) const;
    [[nodiscard]] glm::vec3 eye() const { return m_eye; }
    // Pixels from the lower left.
    [[nodiscard]] glm::vec2 project(const glm::vec3& world) const;
    // Pixels that a metre across the view takes at that point; 0 behind the eye.
    [[nodiscard]] float pixelsPerMetre(const glm::vec3& world) const;
    // Normalised device depth of a point `lift` metres nearer to the eye.
    [[nodiscard]] float depth(const glm::vec3& world, float lift) const;
    // Whole pixels around what the picture may show of a ball; all of it where the ball comes near the eye.
    [[nodiscard]] PixelRect around(const glm::vec3& centre, float radius) const;

private:
    glm::mat4 m_worldToClip{1.0F};
    glm::mat3 m_worldToView{1.0F};
    glm::vec4 m_depthRow{0.0F}, m_wRow{0.0F};  // of worldToClip
    glm::vec3 m_eye{0.0F}, m_axis{0.0F, 0.0F, 1.0F};
    glm::ivec2 m_size{1};
    glm::vec2 m_clipPerMetre{1.0F};  // across the view
    bool m_isPerspective = false;
};

// What of a cluster can be seen.
struct ClusterFacing {
    bool mayFaceEye = true;     // some of it may face the eye
    bool maySilhouette = true;  // some of it may face the eye and some away
};
[[nodiscard]] ClusterFacing facingOf(const Cluster& cluster, const View& view);

}  // namespace palpate::render
