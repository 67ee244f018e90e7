// What lies under a brush of 6 cm across: against nanoflann's balls in space, which know nothing of skin, and
// against a plain flood from vertex to vertex, which knows what hangs together but not how far it is along
// the skin.
#include "map/brush.h"
#include "map/layer.h"
#include "map/paint_scratch.h"
#include "row.h"
#include "standard_body.h"

#include <glm/geometric.hpp>
#include <nanoflann.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace palpate::bench {

namespace {

constexpr int kPlaces = 1000;
constexpr float kRadius = 0.03F;
constexpr float kLevel = 70.0F;

struct Cloud {
    std::span<const glm::vec3> points;

    [[nodiscard]] std::size_t kdtree_get_point_count() const { return points.size(); }
    [[nodiscard]] float kdtree_get_pt(std::size_t index, std::size_t axis) const {
        return points[index][static_cast<int>(axis)];
    }
    template <class Bounds>
    bool kdtree_get_bbox(Bounds&) const {
        return false;
    }
};

using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<float, Cloud>, Cloud, 3>;

// The simplest thing that paints a spot: breadth first over the edges, as far as the straight distance
// allows.
class PlainFlood {
public:
    explicit PlainFlood(const body::SurfaceMesh& mesh) : m_mesh(mesh), m_seen(mesh.vertexCount(), 0) {}

    void paint(map::Layer& layer, const body::SkinPoint& at) {
        const glm::vec3 centre = m_mesh.position(at);
        ++m_round;
        m_queue.assign(1, m_mesh.nearestVertex(at));
        m_seen[m_queue[0]] = m_round;
        map::Layer::Writer writer(layer);
        for (std::size_t next = 0; next < m_queue.size(); ++next) {
            const std::uint32_t vertex = m_queue[next];
            const float share = glm::distance(m_mesh.positions()[vertex], centre) / kRadius;
            const float weight = std::clamp((1.0F - share) / 0.2F, 0.0F, 1.0F);
            writer.set(vertex, static_cast<map::Value>(std::lround(kLevel * weight)), 1);
            for (const std::uint32_t other : m_mesh.neighbours(vertex)) {
                if (m_seen[other] == m_round) continue;
                m_seen[other] = m_round;
                if (glm::distance(m_mesh.positions()[other], centre) <= kRadius) m_queue.push_back(other);
            }
        }
    }

private:
    const body::SurfaceMesh& m_mesh;
    std::vector<std::uint32_t> m_seen, m_queue;
    std::uint32_t m_round = 0;
};

// The point that the viewer in front of it picks, so that both sides pay for a pick.
std::vector<body::Ray> raysAt(const body::SurfaceMesh& mesh, const std::vector<body::SkinPoint>& points) {
    std::vector<body::Ray> rays;
    for (const body::SkinPoint& point : points) {
        const glm::vec3 normal = mesh.normal(point);
        rays.push_back({mesh.position(point) + 0.05F * normal, -normal});
    }
    return rays;
}

Duel gather(const body::SurfaceMesh& mesh, const std::vector<body::SkinPoint>& points, int rounds) {
    const Cloud cloud{mesh.positions()};
    Tree tree(3, cloud, nanoflann::KDTreeSingleIndexAdaptorParams(10));
    tree.buildIndex();
    body::SkinDistance distance(mesh);
    std::vector<std::pair<std::uint32_t, float>> found;
    nanoflann::SearchParams unsorted;
    unsorted.sorted = false;
    return duel(
        Clock::Thread, rounds, kPlaces,
        [&] {
            std::size_t sum = 0;
            for (const body::SkinPoint& point : points)
                sum += distance.within(point, kRadius).size();
            keep(static_cast<double>(sum));
        },
        [&] {
            std::size_t sum = 0;
            for (const body::SkinPoint& point : points) {
                const glm::vec3 centre = mesh.position(point);
                sum += tree.radiusSearch(&centre.x, kRadius * kRadius, found, unsorted);
            }
            keep(static_cast<double>(sum));
        });
}

Duel dab(const body::BodyModel& body, const std::vector<body::Ray>& rays, int rounds) {
    const body::SurfaceMesh& mesh = body.mesh();
    map::Layer ours(map::LayerKind::Pain, mesh.vertexCount());
    map::Layer theirs(map::LayerKind::Pain, mesh.vertexCount());
    map::PaintScratch scratch(mesh);
    map::Brush brush(body, kRadius, map::Brush::Rim::Soft, false, scratch);
    PlainFlood flood(mesh);
    return duel(
        Clock::Thread, rounds, kPlaces,
        [&] {
            for (const body::Ray& ray : rays) {
                const auto hit = body.bvh().firstHit(ray);
                if (!hit) continue;
                map::Layer::Writer writer(ours);
                for (const map::DabVertex& under : brush.dab(hit->point))
                    writer.set(under.vertex, static_cast<map::Value>(std::lround(kLevel * under.weight)), 1);
            }
        },
        [&] {
            for (const body::Ray& ray : rays)
                if (const auto hit = body.bvh().firstHit(ray)) flood.paint(theirs, hit->point);
        });
}

}  // namespace

std::vector<Row> benchDabs(const Effort& effort) {
    const auto body = standardBody();
    const std::vector<body::SkinPoint> points = pointsOnSkin(body->mesh(), kPlaces);
    return {row("vertices within 30 mm along the skin, against nanoflann's in space",
                gather(body->mesh(), points, effort.rounds(30)), 1.0 / 1.5),
            row("pick and dab of 30 mm along the skin, against a plain flood",
                dab(*body, raysAt(body->mesh(), points), effort.rounds(30)), 1.0 / 3.0)};
}

}  // namespace palpate::bench
