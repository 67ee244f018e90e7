#include "body/bvh.h"

#include "body/bvh_builder.h"
#include "body/closest_point.h"
#include "body/watertight_ray.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace palpate::body {

namespace {

// The builder splits no deeper than this allows; each level leaves at most one box waiting.
constexpr std::size_t kStackSize = 64;

// Below WatertightRay::kNever, so that a missed box is never of interest.
constexpr float kAnywhere = std::numeric_limits<float>::max();

struct Waiting {
    std::uint32_t node;
    float distance;  // squared, or along the ray: no triangle inside is nearer
};

// Nodes still to be visited, the most promising on top.
class Stack {
public:
    void push(Waiting waiting) { m_items[m_size++] = waiting; }
    Waiting pop() { return m_items[--m_size]; }
    [[nodiscard]] bool empty() const { return m_size == 0; }

private:
    std::array<Waiting, kStackSize> m_items;
    std::size_t m_size = 0;
};

// Visits leaves from near to far. `enter` gives a lower bound of the distance to a box (or kNever), `visit`
// looks at the triangle at one place of the leaf order, `reach` says how far is still of interest.
template <typename Enter, typename Visit, typename Reach>
void walk(std::span<const Bvh::Node> nodes, Enter enter, Visit visit, Reach reach) {
    Stack stack;
    stack.push({0, enter(nodes[0].box)});
    while (!stack.empty()) {
        const Waiting waiting = stack.pop();
        if (!(waiting.distance <= reach())) continue;
        const Bvh::Node& node = nodes[waiting.node];
        for (std::uint32_t i = 0; i < node.count; ++i)
            visit(node.first + i);
        if (node.count > 0) continue;
        Waiting near{node.first, enter(nodes[node.first].box)};
        Waiting far{node.first + 1, enter(nodes[node.first + 1].box)};
        if (far.distance < near.distance) std::swap(near, far);
        if (far.distance <= reach()) stack.push(far);
        if (near.distance <= reach()) stack.push(near);
    }
}

float squaredDistanceBelow(const Box& box, const glm::vec3& point) {
    const glm::vec3 outside = glm::max(glm::max(box.lowest - point, point - box.highest), glm::vec3(0.0F));
    // A little less than the rounded value, so that rounding never hides a triangle.
    return glm::dot(outside, outside) * (1.0F - 1.0e-5F);
}

bool isUsable(const Ray& ray) {
    const float sum = glm::dot(ray.origin, ray.origin) + glm::dot(ray.direction, ray.direction);
    return std::isfinite(sum) && glm::dot(ray.direction, ray.direction) > 0.0F;
}

}  // namespace

Bvh::Bvh(const SurfaceMesh& mesh) {
    BvhTree tree = buildBvh(mesh);
    m_nodes = std::move(tree.nodes);
    m_order = std::move(tree.order);
    m_corners.reserve(m_order.size());
    for (const std::uint32_t triangle : m_order) {
        const auto& [a, b, c] = mesh.triangles()[triangle];
        m_corners.push_back({mesh.positions()[a], mesh.positions()[b], mesh.positions()[c]});
    }
}

template <typename Accepts>
std::optional<RayHit> Bvh::firstHitAmong(const Ray& ray, const Accepts& accepts) const {
    if (!isUsable(ray)) return std::nullopt;
    const glm::vec3 direction = glm::normalize(ray.direction);
    const WatertightRay watertight(ray.origin, direction, m_nodes.front().box);
    RayHit best;
    best.distance = kAnywhere;
    bool found = false;
    walk(
        m_nodes, [&](const Box& box) { return watertight.entry(box, best.distance); },
        [&](std::uint32_t place) {
            const auto& [a, b, c] = m_corners[place];
            const auto hit = watertight.intersect(a, b, c);
            const std::uint32_t triangle = m_order[place];
            if (!hit || hit->distance > best.distance) return;
            if (found && hit->distance == best.distance && triangle > best.point.triangle) return;
            const SkinPoint point{triangle, hit->barycentric};
            if (!accepts(point)) return;
            best = {point, hit->distance};
            found = true;
        },
        [&] { return best.distance; });
    return found ? std::optional(best) : std::nullopt;
}

std::optional<RayHit> Bvh::firstHit(const Ray& ray) const {
    return firstHitAmong(ray, [](const SkinPoint&) { return true; });
}

std::optional<RayHit> Bvh::firstHit(const Ray& ray,
                                    const std::function<bool(const SkinPoint&)>& accepts) const {
    return firstHitAmong(ray, accepts);
}

std::optional<NearestPoint> Bvh::nearest(const glm::vec3& point, float maxDistance) const {
    NearestPoint best;
    float bestSquared = maxDistance * maxDistance;
    bool found = false;
    walk(
        m_nodes, [&](const Box& box) { return squaredDistanceBelow(box, point); },
        [&](std::uint32_t place) {
            const auto& [a, b, c] = m_corners[place];
            const ClosestPoint closest = closestOnTriangle(point, a, b, c);
            const std::uint32_t triangle = m_order[place];
            // Judged as float, so that the two sides of an edge count as equally near.
            const auto squared = static_cast<float>(closest.squaredDistance);
            if (!(squared <= bestSquared)) return;
            if (found && squared == bestSquared && triangle > best.point.triangle) return;
            bestSquared = squared;
            best = {{triangle, glm::vec3(closest.barycentric)},
                    static_cast<float>(std::sqrt(closest.squaredDistance))};
            found = true;
        },
        [&] { return bestSquared; });
    return found ? std::optional(best) : std::nullopt;
}

}  // namespace palpate::body
