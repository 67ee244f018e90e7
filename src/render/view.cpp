#include "render/view.h"

#include <glm/geometric.hpp>
#include <glm/gtc/matrix_access.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace palpate::render {

namespace {

constexpr float kRightAngle = std::numbers::pi_v<float> / 2.0F;
constexpr float kNearestW = 0.02F;  // metres before the eye

}  // namespace

View::View(const body::Camera& camera, glm::ivec2 size)
    : m_worldToView(camera.viewMatrix()),
      m_eye(camera.eye()),
      m_axis(camera.towardsEye()),
      m_size(size),
      m_isPerspective(camera.projection == body::Camera::Projection::Perspective) {
    const float aspect = static_cast<float>(size.x) / static_cast<float>(size.y);
    const glm::mat4 projection = camera.projectionMatrix(aspect);
    m_worldToClip = projection * camera.viewMatrix();
    m_depthRow = glm::row(m_worldToClip, 2);
    m_wRow = glm::row(m_worldToClip, 3);
    m_clipPerMetre = {projection[0][0], projection[1][1]};
}

glm::vec3 View::towardsEye(const glm::vec3& world) const {
    return m_isPerspective ? glm::normalize(m_eye - world) : m_axis;
}

glm::vec2 View::project(const glm::vec3& world) const {
    const glm::vec4 clip = m_worldToClip * glm::vec4(world, 1.0F);
    return {(clip.x / clip.w * 0.5F + 0.5F) * static_cast<float>(m_size.x),
            (clip.y / clip.w * 0.5F + 0.5F) * static_cast<float>(m_size.y)};
}

float View::pixelsPerMetre(const glm::vec3& world) const {
    const float w = glm::dot(m_wRow, glm::vec4(world, 1.0F));
    return w > kNearestW ? m_clipPerMetre.y * 0.5F * static_cast<float>(m_size.y) / w : 0.0F;
}

float View::depth(const glm::vec3& world, float lift) const {
    const glm::vec4 lifted(world + m_axis * lift, 1.0F);
    return glm::dot(m_depthRow, lifted) / glm::dot(m_wRow, lifted);
}

PixelRect View::around(const glm::vec3& centre, float radius) const {
    const glm::vec4 clip = m_worldToClip * glm::vec4(centre, 1.0F);
    const float reachW = m_isPerspective ? radius : 0.0F;
    if (clip.w - reachW < kNearestW) return {0, 0, m_size.x, m_size.y};
    // Each clip coordinate of the ball's points lies within an interval, so the quotients do too.
    const auto interval = [&](float middle, float scale, int pixels) {
        const float low = middle - scale * radius;
        const float high = middle + scale * radius;
        const float nearW = clip.w - reachW;
        const float farW = clip.w + reachW;
        const float half = 0.5F * static_cast<float>(pixels);
        // Far outside the picture a float may not fit an int.
        const float first = std::clamp(half + half * std::min(low / nearW, low / farW), -1.0e6F, 1.0e6F);
        const float last = std::clamp(half + half * std::max(high / nearW, high / farW), -1.0e6F, 1.0e6F);
        return std::pair{static_cast<int>(std::floor(first)), static_cast<int>(std::ceil(last))};
    };
    const auto [left, right] = interval(clip.x, m_clipPerMetre.x, m_size.x);
    const auto [bottom, top] = interval(clip.y, m_clipPerMetre.y, m_size.y);
    return {left, bottom, right, top};
}

ClusterFacing facingOf(const Cluster& cluster, const View& view) {
    float room = cluster.spread;
    if (view.isPerspective()) {
        const float distance = glm::distance(view.eye(), cluster.centre);
        if (distance <= cluster.radius) return {};
        room += std::asin(cluster.radius / distance);
    }
    const float turned =
        std::acos(std::clamp(glm::dot(cluster.axis, view.towardsEye(cluster.centre)), -1.0F, 1.0F));
    ClusterFacing facing;
    facing.mayFaceEye = turned - room <= kRightAngle;
    facing.maySilhouette = facing.mayFaceEye && turned + room >= kRightAngle;
    return facing;
}

}  // namespace palpate::render
