#include "render/view.h"

#include <glm/geometric.hpp>
#include <glm/gtc/matrix_access.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::render {

namespace {

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

// Of angles by their sines and cosines alone: every cluster is asked for in every frame that turns.
ClusterFacing facingOf(const Cluster& cluster, const View& view) {
    glm::vec3 towardsEye = view.wayToEye(cluster.centre);
    float sine = 0.0F, cosine = 1.0F;  // of the angle under which the eye sees the cluster's radius
    if (view.isPerspective()) {
        const float distance = glm::length(towardsEye);
        if (distance <= cluster.radius) return {};
        towardsEye /= distance;
        sine = cluster.radius / distance;
        cosine = std::sqrt(1.0F - sine * sine);
    }
    // Together with the spread it is how far a normal and the way to the eye may differ from those of the
    // middle.
    const float roomSine = cluster.sineOfSpread * cosine + cluster.cosineOfSpread * sine;
    const float roomCosine = cluster.cosineOfSpread * cosine - cluster.sineOfSpread * sine;
    if (roomCosine <= 0.0F) return {};  // more than a right angle
    const float turned = glm::dot(cluster.axis, towardsEye);
    ClusterFacing facing;
    facing.mayFaceEye = turned >= -roomSine;
    facing.maySilhouette = facing.mayFaceEye && turned <= roomSine;
    return facing;
}

}  // namespace palpate::render
