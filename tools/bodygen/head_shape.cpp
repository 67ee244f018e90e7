#include "bodygen/head_shape.h"

#include <glm/geometric.hpp>

namespace palpate::bodygen {
namespace {

double norm(int l, int m) {
    double ratio = 1.0;  // (l-m)! / (l+m)!
    for (int k = l - m + 1; k <= l + m; ++k)
        ratio /= k;
    return std::sqrt((2 * l + 1) * ratio);
}

}  // namespace

HeadShape::HeadShape(const HeadTable& table) : m_centre(table.centre), m_degree(table.degree) {
    for (int m = 0; m <= m_degree; ++m) {
        for (int l = m; l <= m_degree; ++l) {
            const auto index = static_cast<std::size_t>(l * (l + 1) / 2 + m);
            m_terms.push_back(table.terms[index] * norm(l, m));
        }
    }
}

void HeadShape::evaluate(const Vec3& direction, double& radius, double& meridian, double& parallel) const {
    const double x = std::clamp(direction.y, -1.0, 1.0);
    const double sine = std::sqrt(std::max(1.0 - x * x, 0.0));
    const double flat = std::max(std::hypot(direction.x, direction.z), 1e-12);
    const double cosPhi = direction.z / flat, sinPhi = direction.x / flat;
    radius = meridian = parallel = 0.0;
    double power = 1.0;       // sine^m
    double powerBelow = 0.0;  // sine^(m-1), 0 for m = 0
    double diagonal = 1.0;    // (2m-1)!!
    double c = 1.0, s = 0.0;  // cos and sin of m phi
    std::size_t term = 0;
    for (int m = 0; m <= m_degree; ++m) {
        // P_lm = sine^m Q_l(x); Q by the usual three-term recurrence, with its derivative.
        double q1 = 0.0, d1 = 0.0, q = diagonal, d = 0.0;
        double sumQ = 0.0, sumD = 0.0;
        for (int l = m; l <= m_degree; ++l) {
            const double a = m_terms[term++];
            sumQ += a * q;
            sumD += a * d;
            const double next = ((2 * l + 1) * x * q - (l + m) * q1) / (l + 1 - m);
            const double nextD = ((2 * l + 1) * (q + x * d) - (l + m) * d1) / (l + 1 - m);
            q1 = q;
            d1 = d;
            q = next;
            d = nextD;
        }
        radius += power * sumQ * c;
        meridian += (m * powerBelow * x * sumQ - power * sine * sumD) * c;
        parallel -= m * powerBelow * sumQ * s;
        powerBelow = power;
        power *= sine;
        diagonal *= 2 * m + 1;
        const double turned = c * cosPhi - s * sinPhi;
        s = s * cosPhi + c * sinPhi;
        c = turned;
    }
}

double HeadShape::radius(const Vec3& direction) const {
    double r = 0.0, meridian = 0.0, parallel = 0.0;
    evaluate(direction, r, meridian, parallel);
    return r;
}

HeadSample HeadShape::sample(const Vec3& point) const {
    HeadSample out;
    const Vec3 d = point - m_centre;
    out.rho = glm::length(d);
    out.direction = out.rho > 1e-9 ? d / out.rho : Vec3(0.0, 0.0, 1.0);
    double meridian = 0.0, parallel = 0.0;
    evaluate(out.direction, out.radius, meridian, parallel);
    const double mean = std::max(0.5 * (out.rho + out.radius), 0.006);
    const double slope = (meridian * meridian + parallel * parallel) / (mean * mean);
    out.slope = std::sqrt(1.0 + std::min(slope, 9.0));
    out.value = (out.rho - out.radius) / out.slope;
    return out;
}

}  // namespace palpate::bodygen
