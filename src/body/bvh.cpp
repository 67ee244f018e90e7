#include "body/bvh.h"

#include "body/bvh_builder.h"
#include "body/closest_point.h"
#include "body/watertight_ray.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace palpate::body {

namespace {

// Each level of the tree leaves at most three children waiting.
constexpr std::size_t kStackSize = 3 * kDeepestNode + kLanes;

// Below WatertightRay::kNever, so that a missed box is never of interest.
constexpr float kAnywhere = std::numeric_limits<float>::max();

struct Waiting {
    std::uint32_t first, count;  // as in a node
    float distance;              // squared, or along the ray: no triangle inside is nearer
};

// What is still to be visited, the most promising on top.
class Stack {
public:
    // Keeps what lies above `bottom` in order.
    void push(Waiting waiting, std::size_t bottom) {
        std::size_t place = m_size++;
        for (; place > bottom && m_items[place - 1].distance < waiting.distance; --place)
            m_items[place] = m_items[place - 1];
        m_items[place] = waiting;
    }
    Waiting pop() { return m_items[--m_size]; }
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    std::array<Waiting, kStackSize> m_items;
    std::size_t m_size = 0;
};

// Visits leaves from near to far. `enter` gives a lower bound of the distance to four boxes (or kNever),
// `visit` looks at the triangles from one place of the leaf order to another, `reach` says how far is still
// of interest.
template <typename Enter, typename Visit, typename Reach>
void walk(std::span<const BvhNode> nodes, Enter enter, Visit visit, Reach reach) {
    Stack stack;
    stack.push({0, 0, 0.0F}, 0);
    while (stack.size() > 0) {
        const Waiting waiting = stack.pop();
        if (!(waiting.distance <= reach())) continue;
        if (waiting.count > 0) {
            visit(waiting.first, waiting.first + waiting.count);
            continue;
        }
        const BvhNode& node = nodes[waiting.first];
        const Lanes distances = enter(node.boxes);
        const std::size_t bottom = stack.size();
        for (std::size_t lane = 0; lane < kLanes && node.hasChild(lane); ++lane) {
            if (distances[lane] <= reach())
                stack.push({node.first[lane], node.count[lane], distances[lane]}, bottom);
        }
    }
}

Lanes squaredDistancesBelow(const BoxQuad& boxes, const glm::vec3& point) {
    Lanes sum{};
    for (int axis = 0; axis < 3; ++axis) {
        const auto i = static_cast<std::size_t>(axis);
        const Lanes outside =
            higher(higher(boxes.lowest[i] - point[axis], point[axis] - boxes.highest[i]), allLanes(0.0F));
        sum += outside * outside;
    }
    // A little less than the rounded value, so that rounding never hides a triangle.
    return sum * (1.0F - 1.0e-5F);
}

glm::vec3 cornerOf(const TriangleQuad& quad, std::size_t corner, std::size_t lane) {
    const auto& axes = quad.corners[corner];
    return {axes[0][lane], axes[1][lane], axes[2][lane]};
}

// The first of these triangles, as many as fit.
TriangleQuad gather(const SurfaceMesh& mesh, std::span<const std::uint32_t> triangles) {
    TriangleQuad quad;
    for (std::size_t lane = 0; lane < std::min(kLanes, triangles.size()); ++lane) {
        const Triangle& triangle = mesh.triangles()[triangles[lane]];
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const glm::vec3& position = mesh.positions()[triangle[corner]];
            for (int axis = 0; axis < 3; ++axis)
                quad.corners[corner][static_cast<std::size_t>(axis)][lane] = position[axis];
        }
    }
    return quad;
}

bool isUsable(const Ray& ray) {
    const float sum = glm::dot(ray.origin, ray.origin) + glm::dot(ray.direction, ray.direction);
    return std::isfinite(sum) && glm::dot(ray.direction, ray.direction) > 0.0F;
}

}  // namespace

Bvh::Bvh(const SurfaceMesh& mesh) : m_world(mesh.bounds()) {
    BvhTree tree = buildBvh(mesh);
    m_nodes = std::move(tree.nodes);
    m_order = std::move(tree.order);
    m_corners.reserve((m_order.size() + kLanes - 1) / kLanes);
    for (std::size_t place = 0; place < m_order.size(); place += kLanes)
        m_corners.push_back(gather(mesh, std::span(m_order).subspan(place)));
}

template <typename Accepts>
std::optional<RayHit> Bvh::firstHitAmong(const Ray& ray, const Accepts& accepts) const {
    if (!isUsable(ray)) return std::nullopt;
    const glm::vec3 direction = glm::normalize(ray.direction);
    const WatertightRay watertight(ray.origin, direction, m_world);
    RayHit best;
    best.distance = kAnywhere;
    bool found = false;
    const auto take = [&](const WatertightRay::Hits& hits, std::size_t lane, std::uint32_t triangle) {
        const float distance = hits.distance[lane];
        if (!(distance <= best.distance)) return;
        if (found && distance == best.distance && triangle > best.point.triangle) return;
        const auto& weights = hits.barycentric;
        const SkinPoint point{triangle, {weights[0][lane], weights[1][lane], weights[2][lane]}};
        if (!accepts(point)) return;
        best = {point, distance};
        found = true;
    };
    walk(
        m_nodes, [&](const BoxQuad& boxes) { return watertight.entry(boxes, best.distance); },
        [&](std::size_t place, std::size_t end) {
            while (place < end) {
                const std::size_t quad = place / kLanes;
                const auto hits = watertight.intersect(m_corners[quad]);
                for (; place < end && place / kLanes == quad; ++place)
                    take(hits, place % kLanes, m_order[place]);
            }
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
    const auto take = [&](std::size_t place) {
        const TriangleQuad& quad = m_corners[place / kLanes];
        const std::size_t lane = place % kLanes;
        const ClosestPoint closest = closestOnTriangle(point, cornerOf(quad, 0, lane),
                                                       cornerOf(quad, 1, lane), cornerOf(quad, 2, lane));
        const std::uint32_t triangle = m_order[place];
        // Judged as float, so that the two sides of an edge count as equally near.
        const auto squared = static_cast<float>(closest.squaredDistance);
        if (!(squared <= bestSquared)) return;
        if (found && squared == bestSquared && triangle > best.point.triangle) return;
        bestSquared = squared;
        best = {{triangle, glm::vec3(closest.barycentric)},
                static_cast<float>(std::sqrt(closest.squaredDistance))};
        found = true;
    };
    walk(
        m_nodes, [&](const BoxQuad& boxes) { return squaredDistancesBelow(boxes, point); },
        [&](std::size_t place, std::size_t end) {
            for (; place < end; ++place)
                take(place);
        },
        [&] { return bestSquared; });
    return found ? std::optional(best) : std::nullopt;
}

}  // namespace palpate::body
