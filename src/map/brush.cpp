#include "map/brush.h"

#include "map/mirror_order.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace palpate::map {

namespace {

using body::SkinPoint;

// cos(kNormalLimitDegrees), written out so that it has the same bits everywhere.
constexpr float kNormalLimitCosine = -0.173648178F;

// How far skin may lie from the straight way between two points, in radii where it lies beneath (a hollow)
// and as a share of the way where it bulges out (a limb crossed in one quick move).
constexpr float kMostBeneath = 0.5F;
constexpr float kMostBulge = 0.25F;

glm::vec3 reflectedIf(bool isReflected, const glm::vec3& direction) {
    return isReflected ? glm::vec3(-direction.x, direction.y, direction.z) : direction;
}

}  // namespace

void keepHeaviest(std::vector<DabVertex>& dab) {
    std::sort(dab.begin(), dab.end(), [](const DabVertex& a, const DabVertex& b) {
        return a.vertex != b.vertex ? a.vertex < b.vertex : a.weight > b.weight;
    });
    const auto end = std::unique(dab.begin(), dab.end(),
                                 [](const DabVertex& a, const DabVertex& b) { return a.vertex == b.vertex; });
    dab.erase(end, dab.end());
}

Brush::Brush(const body::BodyModel& body, float radius, Rim rim, bool mirror, PaintScratch& scratch)
    : m_body(body), m_scratch(scratch), m_radius(radius), m_rim(rim), m_mirror(mirror) {}

// `other` goes where `point` goes. Not reflected where either has no mirror image.
Brush::Side Brush::sideOf(const SkinPoint& point, const SkinPoint& other) const {
    const auto image = m_body.mesh().mirrored(point);
    if (!image || !comesBefore(*image, point)) return {point, other, false};
    const auto otherImage = m_body.mesh().mirrored(other);
    if (!otherImage) return {point, other, false};
    return {*image, *otherImage, true};
}

std::span<const DabVertex> Brush::dab(const SkinPoint& point) {
    m_last = point;
    // A body that is not quite symmetrical may reach skin without a partner on the other side.
    if (!addReached(sideOf(point, point))) addReached({point, point, false});
    if (m_mirror) addMirrored();
    return m_scratch.dab;
}

// False if a vertex has no partner to be carried over to.
bool Brush::addReached(const Side& side) {
    const body::SurfaceMesh& mesh = m_body.mesh();
    const auto carried = [&](std::uint32_t vertex) {
        return side.isReflected ? mesh.mirrorOf(vertex) : vertex;
    };
    m_scratch.dab.clear();
    m_scratch.reached.clear();
    const glm::vec3 normal = mesh.normal(side.point);
    for (const auto& [reached, distance] : m_scratch.distance.within(side.point, m_radius)) {
        const std::uint32_t vertex = carried(reached);
        if (vertex == body::SurfaceMesh::kNoVertex) return false;
        m_scratch.reached.add(vertex);
        if (glm::dot(mesh.normals()[reached], normal) < kNormalLimitCosine) continue;
        const float weight = weightAt(distance);
        if (weight > 0.0F) m_scratch.dab.push_back({vertex, weight});
    }
    m_scratch.dab.push_back({carried(mesh.nearestVertex(side.point)), 1.0F});
    m_lastNormal = reflectedIf(side.isReflected, normal);
    return true;
}

void Brush::addMirrored() {
    const std::size_t own = m_scratch.dab.size();
    for (std::size_t i = 0; i < own; ++i) {
        const auto [vertex, weight] = m_scratch.dab[i];
        const std::uint32_t partner = m_body.mesh().mirrorOf(vertex);
        if (partner != body::SurfaceMesh::kNoVertex && partner != vertex)
            m_scratch.dab.push_back({partner, weight});
    }
}

float Brush::weightAt(float distance) const {
    const float core = m_rim == Rim::Soft ? kHardCore * m_radius : m_radius;
    if (distance <= core) return 1.0F;
    // Straight down: a gentler end would leave more of the rim below half a level and the dab smaller than
    // the brush.
    return std::max(0.0F, (m_radius - distance) / (m_radius - core));
}

int Brush::stampsBetween(const SkinPoint& from, const SkinPoint& to) const {
    const Side side = sideOf(from, to);
    const float way = glm::distance(m_body.mesh().position(side.point), m_body.mesh().position(side.other));
    return std::max(1, static_cast<int>(std::ceil(way / (kStampSpacing * m_radius))));
}

std::optional<SkinPoint> Brush::between(const SkinPoint& from, const SkinPoint& to, float share) const {
    const Side side = sideOf(from, to);
    auto found = skinOnTheWay(side, share);
    if (found && side.isReflected) {
        found = m_body.mesh().mirrored(*found);
        if (!found) found = skinOnTheWay({from, to, false}, share);
    }
    return found && hangsTogetherWithLastDab(*found) ? found : std::nullopt;
}

std::optional<SkinPoint> Brush::skinOnTheWay(const Side& side, float share) const {
    const body::SurfaceMesh& mesh = m_body.mesh();
    const glm::vec3 start = mesh.position(side.point);
    const glm::vec3 way = mesh.position(side.other) - start;
    const glm::vec3 wanted = start + way * share;
    const float beneath = kMostBeneath * m_radius;
    const auto found = m_body.bvh().nearest(wanted, std::max(beneath, kMostBulge * glm::length(way)));
    if (!found) return std::nullopt;
    const glm::vec3 normal = mesh.normal(found->point);
    const bool bulges = glm::dot(wanted - mesh.position(found->point), normal) <= 0.0F;
    if (!bulges && found->distance > beneath) return std::nullopt;
    if (glm::dot(normal, reflectedIf(side.isReflected, m_lastNormal)) < kNormalLimitCosine)
        return std::nullopt;
    return found->point;
}

bool Brush::hangsTogetherWithLastDab(const SkinPoint& point) const {
    if (!m_last) return false;
    const auto triangles = m_body.mesh().triangles();
    const body::Triangle& last = triangles[m_last->triangle];
    const body::Triangle& corners = triangles[point.triangle];
    return std::any_of(corners.begin(), corners.end(), [&](std::uint32_t corner) {
        return m_scratch.reached.contains(corner) ||
               std::find(last.begin(), last.end(), corner) != last.end();
    });
}

}  // namespace palpate::map
