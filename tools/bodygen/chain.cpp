#include "bodygen/chain.h"

#include "core/check.h"

#include <utility>

namespace palpate::bodygen {

// In the plane of the axis and the point: the nearest of ball, ball and cone flank, told apart by the flank's
// normal.
double roundConeDistance(const Vec3& point, const ChainPoint& a, const ChainPoint& b) {
    const Vec3 axis = b.at - a.at;
    const double length = glm::length(axis);
    const double shrink = a.radius - b.radius;
    const double toA = glm::distance(point, a.at) - a.radius;
    const double toB = glm::distance(point, b.at) - b.radius;
    if (length <= std::abs(shrink) + 1e-9) return std::min(toA, toB);
    const double along = glm::dot(point - a.at, axis) / length;
    const double off = std::sqrt(std::max(glm::dot(point - a.at, point - a.at) - along * along, 0.0));
    const double sine = shrink / length;
    const double cosine = std::sqrt(1.0 - sine * sine);
    const double foot =
        along - off * sine / cosine;  // where the flank's normal through the point meets the axis
    if (foot <= 0.0) return toA;
    if (foot >= length) return toB;
    return off * cosine + along * sine - a.radius;
}

Chain::Chain(std::vector<ChainPoint> points, double joint) : m_points(std::move(points)), m_joint(joint) {
    core::check(!m_points.empty(), "a chain has points");
    for (const ChainPoint& p : m_points)
        m_box.add(p.at, p.radius);
}

double Chain::value(const Vec3& point) const {
    if (m_points.size() == 1) return glm::distance(point, m_points[0].at) - m_points[0].radius;
    double f = roundConeDistance(point, m_points[0], m_points[1]);
    for (std::size_t i = 2; i < m_points.size(); ++i)
        f = smoothMin(f, roundConeDistance(point, m_points[i - 1], m_points[i]), m_joint);
    return f;
}

double Chain::indexOf(const Vec3& point) const {
    double best = std::numeric_limits<double>::max();
    double index = 0.0;
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        const Vec3 axis = m_points[i].at - m_points[i - 1].at;
        const double t =
            std::clamp(glm::dot(point - m_points[i - 1].at, axis) / glm::dot(axis, axis), 0.0, 1.0);
        const double distance = glm::distance(point, m_points[i - 1].at + t * axis);
        if (distance < best) {
            best = distance;
            index = static_cast<double>(i - 1) + t;
        }
    }
    return index;
}

}  // namespace palpate::bodygen
