#include "bodygen/relief.h"
#include "bodygen/units.h"

#include <cmath>

namespace palpate::bodygen {
namespace {

constexpr int kSubdivisions = 6;
constexpr double kTrunkNear = 0.025, kTrunkFar = 0.06;  // metres off the torso over which its patches fade
constexpr double kDeepest =
    0.75;  // of the largest distance inside a patch, where it must have reached its full height

template <typename T>
T catmullRom(const T& a, const T& b, const T& c, const T& d, double t) {
    return 0.5 * ((2.0 * b) + (c - a) * t + (2.0 * a - 5.0 * b + 4.0 * c - d) * (t * t) +
                  (3.0 * b - a - 3.0 * c + d) * (t * t * t));
}

double bump(double ratio) {  // 1 at 0, 0 from 1 on
    const double rest = 1.0 - ratio * ratio;
    return rest <= 0.0 ? 0.0 : rest * rest * rest;
}

double wrapped(double angle) {
    return std::remainder(angle, 2.0 * M_PI);
}

}  // namespace

ReliefLine::ReliefLine(const std::vector<Knot>& knots) {
    const auto at = [&](std::ptrdiff_t i) {
        const auto last = static_cast<std::ptrdiff_t>(knots.size()) - 1;
        if (i < 0) return 2.0 * knots[0].at - knots[1].at;
        if (i > last)
            return 2.0 * knots[static_cast<std::size_t>(last)].at -
                   knots[static_cast<std::size_t>(last - 1)].at;
        return knots[static_cast<std::size_t>(i)].at;
    };
    for (const Knot& knot : knots)
        m_anchors.push_back(knot.at);
    m_curve.push_back(knots.front());
    for (std::size_t i = 1; i < knots.size(); ++i) {
        const auto k = static_cast<std::ptrdiff_t>(i);
        for (int step = 1; step <= kSubdivisions; ++step) {
            const double t = static_cast<double>(step) / kSubdivisions;
            const double share = t * t * (3.0 - 2.0 * t);
            const Knot &a = knots[i - 1], &b = knots[i];
            m_curve.push_back({catmullRom(at(k - 2), at(k - 1), at(k), at(k + 1), t),
                               a.amplitude + (b.amplitude - a.amplitude) * share,
                               a.width + (b.width - a.width) * share});
        }
    }
    for (const Knot& knot : m_curve)
        m_box.add(knot.at, knot.width);
}

void ReliefLine::follow(const std::function<Vec3(const Vec3&)>& ontoSurface) {
    m_box = Box();
    for (Knot& knot : m_curve) {
        const Vec3 on = ontoSurface(knot.at);
        if (glm::distance(on, knot.at) < knot.width)
            knot.at = Vec3(knot.at.x == 0.0 ? 0.0 : on.x, on.y, on.z);
        m_box.add(knot.at, knot.width);
    }
}

double ReliefLine::height(const Vec3& point) const {
    if (!m_box.contains(point)) return 0.0;
    if (m_curve.size() == 1) {
        const Knot& only = m_curve.front();
        return only.amplitude * bump(glm::distance(point, only.at) / only.width);
    }
    double nearest = 1.0, amplitude = 0.0;
    for (std::size_t i = 1; i < m_curve.size(); ++i) {
        const Knot &a = m_curve[i - 1], &b = m_curve[i];
        const Vec3 axis = b.at - a.at;
        const double square = glm::dot(axis, axis);
        const double t = square > 0.0 ? std::clamp(glm::dot(point - a.at, axis) / square, 0.0, 1.0) : 0.0;
        const double ratio = glm::distance(point, a.at + t * axis) / (a.width + (b.width - a.width) * t);
        if (ratio < nearest) {
            nearest = ratio;
            amplitude = a.amplitude + (b.amplitude - a.amplitude) * t;
        }
    }
    return amplitude * bump(nearest);
}

ReliefNail::ReliefNail(const Plate& plate) : m_plate(plate) {
    m_box.add(plate.middle, std::max(plate.length, plate.breadth));
}

double ReliefNail::ratio(const Vec3& point) const {
    const Vec3 d = point - m_plate.middle;
    if (!m_box.contains(point) || glm::dot(d, m_plate.out) < -0.6 * m_plate.breadth) return 9.0;
    const double u = 2.0 * glm::dot(d, m_plate.along) / m_plate.length;
    const double v = 2.0 * glm::dot(d, m_plate.across) / m_plate.breadth;
    return std::pow(u * u * u * u + v * v * v * v, 0.25);  // a rounded rectangle
}

double ReliefNail::height(const Vec3& point) const {
    const double r = ratio(point);
    if (r > 1.6) return 0.0;
    const double plate = 1.0 - smoothStep(0.86, 1.10, r);
    const double groove = smoothStep(0.90, 1.12, r) * (1.0 - smoothStep(1.12, 1.55, r));
    return m_plate.amplitude * (plate - 0.7 * groove);
}

ReliefPatch::ReliefPatch(const LandmarkRow& row, const BodyShape& shape, double amplitude)
    : m_name(row.name), m_chart(row.chart), m_amplitude(amplitude), m_width(row.width) {
    const BodyFrame& frame = shape.frame;
    std::vector<Point> corners;
    if (m_chart == Chart::Back || m_chart == Chart::Front) {
        m_axisZ = shape.torso.centre(shape.torso.indexOf(0.7)).z;
        for (const Anchor& a : row.anchors)
            corners.push_back({a.x * frame.shoulderX, frame.hipY + a.y * (frame.c7Y - frame.hipY)});
    } else {
        const bool arm = m_chart == Chart::Arm, leg = m_chart == Chart::Leg;
        const Figure& figure = shape.figure;
        m_upper = m_lower = frame.c7Y - frame.hipY;
        if (arm || leg) {
            const Vec3 middle = figure.joint(arm ? "elbow" : "knee");
            m_upper = glm::distance(figure.joint(arm ? "shoulder" : "hip"), middle);
            m_lower = glm::distance(figure.joint(arm ? "wrist" : "ankle"), middle);
        }
        const Tube& tube = arm ? shape.arm : leg ? shape.leg : shape.torso;
        for (const Anchor& a : row.anchors) {
            m_middle += a.y * kRadians / static_cast<double>(row.anchors.size());
            m_meanRadius +=
                tube.radius(tube.indexOf(a.x), a.y * kRadians) / static_cast<double>(row.anchors.size());
        }
        for (const Anchor& a : row.anchors) {
            Point p = toChart(a.x, m_middle / kRadians);
            p.x = (a.y * kRadians - m_middle) * m_meanRadius;
            corners.push_back(p);
        }
    }
    const bool planar = m_chart == Chart::Back || m_chart == Chart::Front;
    const std::size_t n = corners.size();
    for (std::size_t i = 0; i < n; ++i) {
        const Point &a = corners[(i + n - 1) % n], &b = corners[i], &c = corners[(i + 1) % n],
                    &d = corners[(i + 2) % n];
        const bool onMidline = std::abs(b.x) < 1e-9 && std::abs(c.x) < 1e-9 && planar;
        for (int step = 0; step < (onMidline ? 1 : kSubdivisions); ++step) {
            const double t = static_cast<double>(step) / kSubdivisions;
            m_border.push_back({catmullRom(a.x, b.x, c.x, d.x, t), catmullRom(a.y, b.y, c.y, d.y, t)});
        }
    }
    limitWidth();
    for (const Point& p : m_border) {
        m_low = {std::min(m_low.x, p.x - m_width), std::min(m_low.y, p.y - m_width)};
        m_high = {std::max(m_high.x, p.x + m_width), std::max(m_high.y, p.y + m_width)};
    }
}

// A border softer than half the patch would leave a sharp crest along its middle.
void ReliefPatch::limitWidth() {
    constexpr int kSamples = 40;
    Point low{1e9, 1e9}, high{-1e9, -1e9};
    for (const Point& p : m_border) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    double deepest = 0.0;
    for (int i = 0; i < kSamples * kSamples; ++i) {
        const double u = (i % kSamples + 0.5) / kSamples, v = (i / kSamples + 0.5) / kSamples;
        deepest = std::max(deepest, inside(low.x + u * (high.x - low.x), low.y + v * (high.y - low.y)));
    }
    m_width = std::min(m_width, kDeepest * deepest);
}

ReliefPatch::Point ReliefPatch::toChart(double s, double degrees) const {
    const double y = s <= 1.0 ? s * m_upper : m_upper + (s - 1.0) * m_lower;
    return {wrapped(degrees * kRadians - m_middle) * m_meanRadius, y};
}

// Where the point lies in the chart, and how much of the patch is left there: it fades off its host, so that
// a muscle of the forearm leaves no print on the hip.
bool ReliefPatch::place(const Vec3& point, const UnionSamples& samples, Point& at, double& share) const {
    const bool planar = m_chart == Chart::Back || m_chart == Chart::Front;
    const auto& sample = m_chart == Chart::Arm   ? samples.arm
                         : m_chart == Chart::Leg ? samples.leg
                                                 : samples.torso;
    if (!sample) return false;
    const double ratio = sample->rho / std::max(sample->radius, 1e-3);
    const bool limb = m_chart == Chart::Arm || m_chart == Chart::Leg;
    share = 1.0 - (limb ? smoothStep(1.35, 1.7, ratio)
                        : smoothStep(kTrunkNear, kTrunkFar, sample->rho - sample->radius));
    if (planar) {
        at = {point.x, point.y};
        const double depth = m_chart == Chart::Front ? point.z - m_axisZ : m_axisZ - point.z;
        share *= smoothStep(-0.01, 0.03, depth);
    } else {
        at = toChart(sample->s, sample->theta / kRadians);
    }
    return share > 0.0 && at.x > m_low.x && at.x < m_high.x && at.y > m_low.y && at.y < m_high.y;
}

double ReliefPatch::inside(double x, double y) const {
    double square = 1e9;
    bool in = false;
    const bool planar = m_chart == Chart::Back || m_chart == Chart::Front;
    for (std::size_t i = 0, j = m_border.size() - 1; i < m_border.size(); j = i++) {
        const Point &a = m_border[j], &b = m_border[i];
        const double dx = b.x - a.x, dy = b.y - a.y;
        if ((a.y > y) != (b.y > y) && x < a.x + dx * (y - a.y) / dy) in = !in;
        // An edge on the mid-line is no border: the muscle meets its partner there.
        if (planar && std::abs(a.x) < 1e-6 && std::abs(b.x) < 1e-6) continue;
        const double t =
            std::clamp(((x - a.x) * dx + (y - a.y) * dy) / std::max(dx * dx + dy * dy, 1e-15), 0.0, 1.0);
        const double ex = a.x + t * dx - x, ey = a.y + t * dy - y;
        square = std::min(square, ex * ex + ey * ey);
    }
    return in ? std::sqrt(square) : -std::sqrt(square);
}

std::optional<double> ReliefPatch::signedDistance(const Vec3& point, const UnionSamples& samples) const {
    Point at;
    double share = 0.0;
    if (!place(point, samples, at, share)) return std::nullopt;
    return inside(at.x, at.y);
}

double ReliefPatch::height(const Vec3& point, const UnionSamples& samples) const {
    Point at;
    double share = 0.0;
    if (!place(point, samples, at, share)) return 0.0;
    const double d = inside(at.x, at.y);
    return m_amplitude * share * quinticStep((d + 0.3 * m_width) / (1.3 * m_width));
}

}  // namespace palpate::bodygen
