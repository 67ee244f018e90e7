#include "bodygen/tube.h"

#include "core/check.h"

namespace palpate::bodygen {
namespace {

constexpr int kScan = 6;                   // planes a station in the table that findIndex looks through
constexpr double kSmallestRadius = 0.006;  // metres; keeps slopes finite near the axis
constexpr double kSteepest = 9.0;  // largest square of a slope that the distance estimate corrects for

TubeControl phantom(const TubeControl& end, const TubeControl& next) {
    TubeControl out = end;
    out.s = 2.0 * end.s - next.s;
    out.centre = 2.0 * end.centre - next.centre;
    out.normal = 2.0 * end.normal - next.normal;
    out.lateral = 2.0 * end.lateral - next.lateral;
    for (std::size_t k = 0; k < end.cosines.size(); ++k)
        out.cosines[k] = 2.0 * end.cosines[k] - next.cosines[k];
    for (std::size_t k = 0; k < end.sines.size(); ++k)
        out.sines[k] = 2.0 * end.sines[k] - next.sines[k];
    return out;
}

}  // namespace

Tube::Tube(std::vector<TubeControl> controls, double orientation, double rounding)
    : m_orientation(orientation), m_rounding(rounding) {
    core::check(controls.size() >= 4, "a tube has at least four stations");
    const std::size_t count = controls.size();
    m_controls.reserve(count + 2);
    m_controls.push_back(phantom(controls[0], controls[1]));
    m_controls.insert(m_controls.end(), controls.begin(), controls.end());
    m_controls.push_back(phantom(controls[count - 1], controls[count - 2]));

    const std::size_t planes = (count - 1) * kScan + 1;
    for (std::size_t i = 0; i < planes; ++i) {
        const double index = static_cast<double>(i) / kScan;
        const Frame f = frame(index);
        m_planes.push_back({f.centre, f.normal});
        for (int k = 0; k < 24; ++k) {
            const double theta = k * (M_PI / 12.0);
            m_box.add(at(index, theta, std::max(radius(index, theta), 0.0)), 0.004);
        }
    }
}

void Tube::locate(double index, std::size_t& first, double& t) const {
    const double last = static_cast<double>(m_controls.size() - 3);
    const double clamped = std::clamp(index, 0.0, last);
    const double whole = std::min(std::floor(clamped), last - 1.0);
    first = static_cast<std::size_t>(whole);
    t = clamped - whole;
}

template <typename Get>
auto Tube::blend(const std::array<double, 4>& w, std::size_t first, const Get& get) const {
    return w[0] * get(m_controls[first]) + w[1] * get(m_controls[first + 1]) +
           w[2] * get(m_controls[first + 2]) + w[3] * get(m_controls[first + 3]);
}

Tube::Frame Tube::frame(double index) const {
    std::size_t first = 0;
    double t = 0.0;
    locate(index, first, t);
    const auto w = bsplineWeights(t);
    Frame f;
    f.s = blend(w, first, [](const TubeControl& c) { return c.s; });
    f.centre = blend(w, first, [](const TubeControl& c) { return c.centre; });
    f.slope = blend(bsplineSlopes(t), first, [](const TubeControl& c) { return c.centre; });
    f.normal = glm::normalize(blend(w, first, [](const TubeControl& c) { return c.normal; }));
    const Vec3 lateral = blend(w, first, [](const TubeControl& c) { return c.lateral; });
    f.lateral = glm::normalize(lateral - f.normal * glm::dot(lateral, f.normal));
    f.front = m_orientation * glm::cross(f.lateral, f.normal);
    return f;
}

double Tube::height(const Vec3& point, double index) const {
    std::size_t first = 0;
    double t = 0.0;
    locate(index, first, t);
    const auto w = bsplineWeights(t);
    const Vec3 centre = blend(w, first, [](const TubeControl& c) { return c.centre; });
    const Vec3 normal = blend(w, first, [](const TubeControl& c) { return c.normal; });
    return glm::dot(point - centre, normal);
}

// The section plane through the point: where the height above the plane changes from + to -. Of several, the
// one whose centre is nearest.
double Tube::findIndex(const Vec3& point) const {
    double best = -1.0;
    double bestDistance = std::numeric_limits<double>::max();
    double before = glm::dot(point - m_planes[0].centre, m_planes[0].normal);
    if (before <= 0.0) {
        best = 0.0;
        bestDistance = glm::distance(point, m_planes[0].centre);
    }
    for (std::size_t i = 1; i < m_planes.size(); ++i) {
        const double here = glm::dot(point - m_planes[i].centre, m_planes[i].normal);
        if (before > 0.0 && here <= 0.0) {
            const double distance = glm::distance(point, m_planes[i].centre);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = (static_cast<double>(i) - here / (here - before)) / kScan;
            }
        }
        before = here;
    }
    if (best < 0.0) return static_cast<double>(m_controls.size() - 3);
    if (best == 0.0) return best;

    double low = std::floor(best * kScan) / kScan;
    double high = low + 1.0 / kScan;
    double atLow = height(point, low), atHigh = height(point, high);
    double index = best;
    for (int step = 0; step < 4 && atLow > atHigh;
         ++step) {  // regula falsi: the height is nearly linear here
        index = std::clamp(low + (high - low) * atLow / (atLow - atHigh), low, high);
        const double here = height(point, index);
        if (std::abs(here) < 1e-7) break;
        if (here > 0.0) {
            low = index;
            atLow = here;
        } else {
            high = index;
            atHigh = here;
        }
    }
    return index;
}

void Tube::radiusTerms(double index, double theta, double& radius, double& byTheta, double& byIndex) const {
    std::size_t first = 0;
    double t = 0.0;
    locate(index, first, t);
    const auto w = bsplineWeights(t);
    const auto d = bsplineSlopes(t);
    const double c1 = std::cos(theta), s1 = std::sin(theta);
    double c = 1.0, s = 0.0;
    radius = byTheta = byIndex = 0.0;
    const std::size_t cosines = m_controls[0].cosines.size();
    const bool sines = !m_controls[0].sines.empty();
    for (std::size_t k = 0; k < cosines; ++k) {
        const auto cosine = [k](const TubeControl& control) { return control.cosines[k]; };
        const double a = blend(w, first, cosine);
        const auto order = static_cast<double>(k);
        radius += a * c;
        byTheta -= order * a * s;
        byIndex += blend(d, first, cosine) * c;
        if (sines && k > 0) {
            const auto sine = [k](const TubeControl& control) { return control.sines[k - 1]; };
            const double b = blend(w, first, sine);
            radius += b * s;
            byTheta += order * b * c;
            byIndex += blend(d, first, sine) * s;
        }
        const double next = c * c1 - s * s1;
        s = s * c1 + c * s1;
        c = next;
    }
}

double Tube::radius(double index, double theta) const {
    double r = 0.0, byTheta = 0.0, byIndex = 0.0;
    radiusTerms(index, theta, r, byTheta, byIndex);
    return r;
}

TubeSample Tube::sample(const Vec3& point) const {
    TubeSample out;
    out.index = findIndex(point);
    const Frame f = frame(out.index);
    out.s = f.s;
    const Vec3 d = point - f.centre;
    const double x = glm::dot(d, f.lateral), y = glm::dot(d, f.front);
    out.rho = std::sqrt(x * x + y * y);
    out.theta = std::atan2(x, y);
    double byTheta = 0.0, byIndex = 0.0;
    radiusTerms(out.index, out.theta, out.radius, byTheta, byIndex);

    const double mean = std::max(0.5 * (out.radius + out.rho), kSmallestRadius);
    const double round = byTheta / mean;
    const double along = byIndex / std::max(glm::length(f.slope), 1e-6);
    out.slope = std::sqrt(1.0 + std::min(round * round, kSteepest) + std::min(along * along, kSteepest));
    const double lateral = (out.rho - out.radius) / out.slope;
    const Plane& start = m_planes.front();
    const Plane& end = m_planes.back();
    const double before = glm::dot(start.centre - point, start.normal);
    const double after = glm::dot(point - end.centre, end.normal);
    // Only the plane of the nearer end: in a bent tube the other one cuts through the middle.
    out.beyond = out.index < 0.5 * static_cast<double>(m_controls.size() - 3) ? before : after;
    out.value = smoothMax(lateral, out.beyond, m_rounding);
    return out;
}

Vec3 Tube::at(double index, double theta, double rho) const {
    const Frame f = frame(index);
    return f.centre + rho * (std::sin(theta) * f.lateral + std::cos(theta) * f.front);
}

double Tube::indexOf(double s) const {
    double low = 0.0, high = static_cast<double>(m_controls.size() - 3);
    for (int step = 0; step < 50; ++step) {
        const double middle = 0.5 * (low + high);
        (frame(middle).s < s ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

double Tube::pastEnd(const Vec3& point) const {
    return glm::dot(point - m_planes.back().centre, m_planes.back().normal);
}

}  // namespace palpate::bodygen
