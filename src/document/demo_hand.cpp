#include "document/demo_hand.h"

#include "core/text.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace palpate::document {

namespace {

constexpr float kPointSpacing = 0.012F;     // metres between the points of a stroke
constexpr float kAim = 0.008F;              // how far a hand misses the middle of a region
constexpr float kTremor = 0.002F;           // how far it strays on the way
constexpr float kDabLength = 0.025F;        // of a mark within one region
constexpr float kFarthestFromSkin = 0.05F;  // as for the strokes of a file

glm::vec3 within(float radius, core::Random& random) {
    const auto one = [&] { return static_cast<float>(random.between(-1.0, 1.0)) * radius; };
    // In a fixed order, which the arguments of a call do not have.
    const float x = one();
    const float y = one();
    const float z = one();
    return {x, y, z};
}

std::vector<glm::vec3> middlesOf(const body::BodyModel& body) {
    const auto positions = body.mesh().positions();
    const auto regions = body.atlas().regionOfVertices();
    const std::size_t count = body.atlas().regions().size();
    std::vector<glm::vec3> centroids(count, glm::vec3(0.0F));
    std::vector<float> areas(count, 0.0F);
    for (std::size_t vertex = 0; vertex < positions.size(); ++vertex) {
        const float area = body.mesh().vertexAreas()[vertex];
        centroids[regions[vertex]] += positions[vertex] * area;
        areas[regions[vertex]] += area;
    }
    std::vector<glm::vec3> middles(count, glm::vec3(0.0F));
    std::vector<float> nearest(count, 1.0e30F);
    for (std::size_t vertex = 0; vertex < positions.size(); ++vertex) {
        const std::size_t region = regions[vertex];
        const float distance = glm::distance(positions[vertex], centroids[region] / areas[region]);
        if (distance >= nearest[region]) continue;
        nearest[region] = distance;
        middles[region] = positions[vertex];
    }
    return middles;
}

// The first `share` of a way along straight pieces, as points at even distances.
std::vector<glm::vec3> evenly(const std::vector<glm::vec3>& waypoints, float share) {
    float length = 0.0F;
    for (std::size_t i = 1; i < waypoints.size(); ++i)
        length += glm::distance(waypoints[i - 1], waypoints[i]);
    std::vector<glm::vec3> points;
    float gone = 0.0F;
    for (std::size_t i = 1; i < waypoints.size(); ++i) {
        const float piece = glm::distance(waypoints[i - 1], waypoints[i]);
        for (float at = kPointSpacing * static_cast<float>(points.size()) - gone; at <= piece;
             at += kPointSpacing) {
            if (gone + at > share * length) return points;
            points.push_back(waypoints[i - 1] +
                             (waypoints[i] - waypoints[i - 1]) * (piece > 0.0F ? at / piece : 0.0F));
        }
        gone += piece;
    }
    return points;
}

}  // namespace

DemoHand::DemoHand(const body::BodyModel& body) : m_body(body), m_middles(middlesOf(body)) {}

core::Result<std::vector<glm::vec3>> DemoHand::waypoints(const DemoMark& mark, core::Random& random) const {
    std::vector<glm::vec3> points;
    for (const std::string& id : mark.path) {
        const auto region = m_body.atlas().find(id);
        if (!region) {
            return core::Error{core::trf("The body has no region \"{0}\"", {id}), m_body.figure(),
                               core::tr("Make the demo practice on the standard body.")};
        }
        points.push_back(m_middles[*region] + within(kAim, random));
    }
    if (points.size() == 1) {
        const glm::vec3 half = within(kDabLength / 2.0F, random);
        points = {points.front() - half, points.front() + half};
    }
    return points;
}

std::vector<body::SkinPoint> DemoHand::alongSkin(const std::vector<glm::vec3>& waypoints, float share,
                                                 core::Random& random) const {
    std::vector<body::SkinPoint> points;
    for (const glm::vec3& point : evenly(waypoints, share)) {
        const auto nearest = m_body.bvh().nearest(point + within(kTremor, random), kFarthestFromSkin);
        if (nearest) points.push_back(nearest->point);
    }
    return points;
}

core::Result<map::Stroke> DemoHand::stroke(const DemoMark& mark, int level, core::Random& random) const {
    auto way = waypoints(mark, random);
    if (!way) return way.error();
    map::Stroke stroke;
    stroke.layer = mark.layer;
    stroke.level = level;
    stroke.place = mark.place;
    stroke.figure = m_body.figure();
    stroke.topologyId = m_body.mesh().topologyId();
    if (mark.fill) {
        stroke.tool = map::Tool::Fill;
        stroke.region = mark.path.front();
        return stroke;
    }
    const int highest = *std::max_element(mark.levels.begin(), mark.levels.end());
    const bool isFelt = mark.layer == map::LayerKind::Pain || mark.layer == map::LayerKind::Tension;
    const float share =
        isFelt ? static_cast<float>(std::min(level, highest)) / static_cast<float>(highest) : 1.0F;
    stroke.diameterCm = mark.diameterCm * static_cast<double>(0.75F + 0.25F * share);
    stroke.points = alongSkin(*way, 0.4F + 0.6F * share, random);
    if (stroke.points.empty()) {
        return core::Error{core::trf("No skin was found on the way from \"{0}\"", {mark.path.front()}),
                           m_body.figure(), core::tr("Make the demo practice on the standard body.")};
    }
    return stroke;
}

}  // namespace palpate::document
