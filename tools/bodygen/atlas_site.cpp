#include "bodygen/atlas_site.h"
#include "bodygen/units.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace palpate::bodygen {
namespace {

constexpr double kMillimetres = 1.0e3;
constexpr double kStandardStature = 1.70;
constexpr double kHandFrom = 1.85;       // along the arm
constexpr double kFootFrom = 1.90;       // along the leg
constexpr double kFacesDown = -0.35;     // y of the normal below which the foot's skin is sole
constexpr double kFaceHalfAngle = 80.0;  // degrees round the head that count as face
constexpr double kCrownFrom = 0.020;     // above the eye line

bool isFinger(Part part) {
    return part >= Part::Thumb && part <= Part::Little;
}
bool isToe(Part part) {
    return part >= Part::Toe1;
}
bool isHead(Part part) {
    return part <= Part::Chin;
}

class SiteMaker {
public:
    SiteMaker(const SurfacePoint& point, const BodyShape& shape) : m_point(point), m_shape(shape) {}

    AtlasSite make() {
        const Part part = m_point.part;
        const bool arm = part == Part::Arm || part == Part::Palm;
        const bool leg = part == Part::Leg || part == Part::Foot;
        if (part == Part::Torso || part == Part::Leg || part == Part::Neck) trunk();
        if (part == Part::Arm && m_point.arm) set(AtlasChart::Arm, m_point.arm->s, m_point.arm->theta);
        if (leg && m_point.leg) set(AtlasChart::Leg, m_point.leg->s, m_point.leg->theta);
        if (m_point.neck && m_point.head) neck();
        if (m_point.head && (isHead(part) || part == Part::Neck)) head(*m_point.head);
        if (isFinger(part) || (arm && (!m_point.arm || m_point.arm->s > kHandFrom))) hand();
        if (isToe(part) || (leg && (!m_point.leg || m_point.leg->s > kFootFrom))) foot();
        return m_site;
    }

private:
    void set(AtlasChart chart, double u, double v) {
        m_site[static_cast<std::size_t>(chart)] = ChartPoint{u, v};
    }

    void trunk() {
        const AtlasChart chart = m_point.normal.z >= 0.0 ? AtlasChart::Front : AtlasChart::Back;
        set(chart, m_point.shoulderFraction, m_point.torsoFraction);
    }

    void neck() {
        const Part part = m_point.part;
        if (!isHead(part) && part != Part::Neck && part != Part::Torso) return;
        set(AtlasChart::Neck, std::abs(m_point.neck->theta), m_point.head->up * kMillimetres);
    }

    void head(const HeadPlace& place) {
        const double up = place.up * kMillimetres, out = place.out * kMillimetres;
        const double angle = std::atan2(place.out, place.forward) * kDegrees;
        set(AtlasChart::Head, angle, up);
        if (angle < kFaceHalfAngle) set(AtlasChart::Face, out, up);
        if (place.up > kCrownFrom) set(AtlasChart::Crown, out, place.forward * kMillimetres);
    }

    void hand() {
        const HandFrame& frame = m_shape.frame.hand;
        const Vec3 wrist = m_shape.figure.joint("wrist");
        const double unit = glm::dot(m_shape.figure.joint("middle-1") - wrist, frame.along);
        const Vec3 from = (m_point.position - wrist) / unit;
        const bool dorsal = glm::dot(m_point.normal, frame.dorsal) > 0.0;
        set(dorsal ? AtlasChart::HandBack : AtlasChart::Palm, glm::dot(from, frame.along),
            glm::dot(from, frame.thumbwards));
    }

    void foot() {
        const Tube& tube = m_shape.foot;
        const TubeSample sample = tube.sample(m_point.position);
        const Vec3 heel = tube.centre(tube.indexOf(0.0)), ball = tube.centre(tube.indexOf(1.0));
        // The tube ends at the ball; beyond it the way on is measured with the same unit.
        const double along =
            sample.s + std::max(0.0, tube.pastEnd(m_point.position)) / glm::length(ball - heel);
        const double scale = kStandardStature / m_shape.frame.stature * kMillimetres;
        const Vec3& position = m_point.position;
        const double across = (position.x - tube.centre(sample.index).x) * scale;
        if (m_point.normal.y < kFacesDown && m_point.part != Part::Leg) {
            set(AtlasChart::Sole, along, across);
        } else {
            set(AtlasChart::FootTop, along, across);
            set(m_point.normal.x < 0.0 ? AtlasChart::FootInner : AtlasChart::FootOuter, along,
                position.y * scale);
        }
    }

    const SurfacePoint& m_point;
    const BodyShape& m_shape;
    AtlasSite m_site;
};

}  // namespace

AtlasSite atlasSite(const SurfacePoint& point, const BodyShape& shape) {
    return SiteMaker(point, shape).make();
}

}  // namespace palpate::bodygen
