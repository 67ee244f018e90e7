#pragma once

#include "bodygen/box.h"
#include "bodygen/smooth.h"

#include <vector>

namespace palpate::bodygen {

struct ChainPoint {
    Vec3 at{0.0};         // metres
    double radius = 0.0;  // metres
};

// Exact signed distance to a round cone: two balls and the cone that touches both.
double roundConeDistance(const Vec3& point, const ChainPoint& a, const ChainPoint& b);

// A row of round cones, united with a small smooth minimum.
class Chain {
public:
    Chain() = default;
    // At least one point; `joint` (metres) is the range of the smooth minimum between the cones.
    Chain(std::vector<ChainPoint> points, double joint);

    [[nodiscard]] double value(const Vec3& point) const;
    // Where along the chain the point lies: segment number plus the fraction along it, 0..points - 1.
    [[nodiscard]] double indexOf(const Vec3& point) const;
    [[nodiscard]] const std::vector<ChainPoint>& points() const { return m_points; }
    [[nodiscard]] const Box& box() const { return m_box; }

private:
    std::vector<ChainPoint> m_points;
    double m_joint = 0.0;
    Box m_box;
};

}  // namespace palpate::bodygen
