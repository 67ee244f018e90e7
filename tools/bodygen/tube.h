#pragma once

#include "bodygen/box.h"
#include "bodygen/smooth.h"

#include <vector>

namespace palpate::bodygen {

// Control values of a tube at one station, with its cross section's frame in the world.
struct TubeControl {
    double s = 0.0;
    Vec3 centre{0.0};
    Vec3 normal{0.0};   // along the tube
    Vec3 lateral{0.0};  // direction of angle 90
    std::vector<double> cosines;
    std::vector<double> sines;
};

// Where a point lies in the coordinates of a tube.
struct TubeSample {
    double value = 0.0;  // approximate signed distance, metres, negative inside
    double index = 0.0;  // station index, clamped to the tube
    double s = 0.0;
    double theta = 0.0;   // radians, -pi..pi; 0 towards cross(lateral, normal) * orientation, pi/2 lateral
    double rho = 0.0;     // metres from the axis, in the plane of the cross section
    double radius = 0.0;  // metres, of the tube at (s, theta)
    double slope = 1.0;   // by which the difference of rho and radius is divided to be a distance
    double beyond = 0.0;  // metres past the nearer end plane (positive outside the tube's ends)
};

// A body of stations along a curved axis. All channels are uniform cubic B-splines over the station index;
// the radius is a Fourier series over the angle. The angle's front is orientation * cross(lateral, normal).
class Tube {
public:
    // At least 4 controls. `orientation` is +1 or -1; `rounding` (metres) softens both ends.
    Tube(std::vector<TubeControl> controls, double orientation, double rounding);

    [[nodiscard]] TubeSample sample(const Vec3& point) const;
    // A point of the world from coordinates; the inverse of sample() inside the tube.
    [[nodiscard]] Vec3 at(double index, double theta, double rho) const;
    [[nodiscard]] double radius(double index, double theta) const;
    // Station index of a value of s (s rises along the tube); clamped.
    [[nodiscard]] double indexOf(double s) const;
    [[nodiscard]] const Box& box() const { return m_box; }
    // Distance of a point past the plane of the last station, metres, along the tube.
    [[nodiscard]] double pastEnd(const Vec3& point) const;
    [[nodiscard]] Vec3 centre(double index) const { return frame(index).centre; }
    [[nodiscard]] Vec3 front(double index) const { return frame(index).front; }
    [[nodiscard]] Vec3 lateral(double index) const { return frame(index).lateral; }
    [[nodiscard]] Vec3 normal(double index) const { return frame(index).normal; }

private:
    struct Frame {
        double s = 0.0;
        Vec3 centre, slope, normal, lateral, front;  // slope: change of the centre per station
    };
    struct Plane {
        Vec3 centre, normal;
    };

    // Four neighbouring controls, with phantom controls past the ends.
    template <typename Get>
    auto blend(const std::array<double, 4>& weights, std::size_t first, const Get& get) const;
    void locate(double index, std::size_t& first, double& t) const;
    [[nodiscard]] Frame frame(double index) const;
    [[nodiscard]] double findIndex(const Vec3& point) const;
    [[nodiscard]] double height(const Vec3& point, double index) const;
    void radiusTerms(double index, double theta, double& radius, double& byTheta, double& byIndex) const;

    std::vector<TubeControl> m_controls;  // with one phantom at either end
    double m_orientation;
    double m_rounding;
    std::vector<Plane> m_planes;  // kScan of them a station, for finding s
    Box m_box;
};

}  // namespace palpate::bodygen
