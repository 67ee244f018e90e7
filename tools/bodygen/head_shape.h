#pragma once

#include "bodygen/figure.h"
#include "bodygen/smooth.h"

#include <vector>

namespace palpate::bodygen {

struct HeadSample {
    double value = 0.0;   // approximate signed distance, metres
    Vec3 direction{0.0};  // unit, from the centre
    double rho = 0.0;     // metres from the centre
    double radius = 0.0;  // metres, of the shape in this direction
    double slope = 1.0;   // by which the difference of rho and radius is divided to be a distance
};

// Skull and face without nose and ears: the radius over all directions from a centre as a sum of spherical
// harmonics that are symmetric about x = 0. Harmonics are sqrt((2l+1)(l-m)!/(l+m)!) P_lm(y) cos(m phi)
// without the Condon-Shortley sign; phi is measured from +z towards +x.
class HeadShape {
public:
    explicit HeadShape(const HeadTable& table);

    [[nodiscard]] HeadSample sample(const Vec3& point) const;
    [[nodiscard]] double radius(const Vec3& direction) const;  // direction: unit
    [[nodiscard]] const Vec3& centre() const { return m_centre; }

private:
    // Radius and its two slopes over the unit sphere, along the meridian and along the parallel.
    void evaluate(const Vec3& direction, double& radius, double& meridian, double& parallel) const;

    Vec3 m_centre;
    int m_degree;
    std::vector<double> m_terms;  // with the norms, by order m then degree l = m..degree
};

}  // namespace palpate::bodygen
