#pragma once

#include "body/bvh_node.h"
#include "body/skin_point.h"
#include "body/surface_mesh.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace palpate::body {

struct Ray {
    glm::vec3 origin{0.0F};
    glm::vec3 direction{0.0F, 0.0F, -1.0F};  // need not be of length 1
};

struct RayHit {
    SkinPoint point;
    float distance = 0.0F;  // metres from the origin
};

struct NearestPoint {
    SkinPoint point;
    float distance = 0.0F;  // metres
};

// Finds where a ray meets the skin and which skin is nearest to a point: a tree of boxes, four to a node,
// split by a binned surface area heuristic (Wald 2007, "On fast Construction of SAH-based Bounding Volume
// Hierarchies").
// Both answers are the same whatever order the tree was built in; of equal ones the lower triangle number
// wins.
class Bvh {
public:
    explicit Bvh(const SurfaceMesh& mesh);

    // The nearest triangle, facing either way. Watertight: a ray through a shared edge or vertex of a closed
    // mesh never slips through. Empty too for a ray without direction or with numbers that are not finite.
    [[nodiscard]] std::optional<RayHit> firstHit(const Ray& ray) const;
    // The same among the places that `accepts` lets pass.
    [[nodiscard]] std::optional<RayHit> firstHit(const Ray& ray,
                                                 const std::function<bool(const SkinPoint&)>& accepts) const;

    // Empty if no skin lies within `maxDistance` metres.
    [[nodiscard]] std::optional<NearestPoint> nearest(const glm::vec3& point, float maxDistance) const;

private:
    template <typename Accepts>
    [[nodiscard]] std::optional<RayHit> firstHitAmong(const Ray& ray, const Accepts& accepts) const;

    Box m_world;
    std::vector<BvhNode> m_nodes;         // the root first
    std::vector<std::uint32_t> m_order;   // triangle numbers, leaf after leaf
    std::vector<TriangleQuad> m_corners;  // of the same triangles, four by four
};

}  // namespace palpate::body
