#pragma once

#include "bodygen/body_union.h"
#include "bodygen/landmark_table.h"

#include <functional>
#include <string>
#include <vector>

namespace palpate::bodygen {

// A ridge, groove or bump on the skin.
class ReliefLine {
public:
    struct Knot {
        Vec3 at{0.0};
        double amplitude = 0.0;  // metres, + out
        double width = 0.0;      // metres, where the relief has faded to nothing
    };
    // The knots are joined by a Catmull-Rom curve.
    explicit ReliefLine(const std::vector<Knot>& knots);
    // Puts the curve between the knots onto the surface, so that it does not dive through a bulge.
    void follow(const std::function<Vec3(const Vec3&)>& ontoSurface);

    [[nodiscard]] double height(const Vec3& point) const;  // metres, + out
    [[nodiscard]] const Box& box() const { return m_box; }
    [[nodiscard]] const std::vector<Knot>& curve() const { return m_curve; }
    [[nodiscard]] const std::vector<Vec3>& anchors() const { return m_anchors; }

private:
    std::vector<Vec3> m_anchors;
    std::vector<Knot> m_curve;
    Box m_box;
};

// The plate of a nail: a low plateau with a groove around it.
class ReliefNail {
public:
    // The plate's middle on the skin and its frame (unit, orthogonal); length and breadth in metres.
    struct Plate {
        Vec3 middle{0.0}, along{0.0}, across{0.0}, out{0.0};
        double length = 0.0, breadth = 0.0, amplitude = 0.0;
    };
    explicit ReliefNail(const Plate& plate);

    [[nodiscard]] double height(const Vec3& point) const;  // metres, + out
    // 1 on the rim, below 1 on the plate; large off the nail.
    [[nodiscard]] double ratio(const Vec3& point) const;

private:
    Plate m_plate;
    Box m_box;
};

// A closed soft patch in the 2-D chart of one primitive.
class ReliefPatch {
public:
    ReliefPatch(const LandmarkRow& row, const BodyShape& shape, double amplitude);

    [[nodiscard]] double height(const Vec3& point, const UnionSamples& samples) const;  // metres, + out
    // Signed distance to the border in the chart, metres, + inside. Far outside only a bound.
    [[nodiscard]] double inside(double x, double y) const;
    // The same for a point of the skin; absent off the host.
    [[nodiscard]] std::optional<double> signedDistance(const Vec3& point, const UnionSamples& samples) const;
    [[nodiscard]] const std::string& name() const { return m_name; }

private:
    struct Point {
        double x = 0.0, y = 0.0;
    };
    [[nodiscard]] bool place(const Vec3& point, const UnionSamples& samples, Point& at, double& share) const;
    void limitWidth();
    [[nodiscard]] Point toChart(double s, double degrees) const;

    std::string m_name;
    Chart m_chart;
    double m_amplitude, m_width;
    double m_upper = 0.0, m_lower = 0.0;        // metres of one s before and after s = 1
    double m_middle = 0.0, m_meanRadius = 0.0;  // angle (radians) and radius the chart is unrolled about
    double m_axisZ = 0.0;
    std::vector<Point> m_border;
    Point m_low{1e9, 1e9}, m_high{-1e9, -1e9};
};

}  // namespace palpate::bodygen
