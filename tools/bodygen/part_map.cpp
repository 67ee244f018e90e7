#include "bodygen/part_map.h"

namespace palpate::bodygen {
namespace {

constexpr double kLeastRadius = 0.001;  // metres; a point never crosses the axis of its tube

struct Frame {
    Vec3 at, along, up, side;
    double radius = 0.0;
};

Frame frameOf(const Chain& chain, std::size_t i, const Vec3& up) {
    const auto& points = chain.points();
    const std::size_t before = i > 0 ? i - 1 : 0, after = std::min(i + 1, points.size() - 1);
    Frame frame;
    frame.at = points[i].at;
    frame.radius = points[i].radius;
    frame.along = glm::normalize(points[after].at - points[before].at);
    frame.up = glm::normalize(up - frame.along * glm::dot(up, frame.along));
    frame.side = glm::cross(frame.along, frame.up);
    return frame;
}

}  // namespace

PartMap::PartMap(const BodyShape& from, const BodyShape& to)
    : m_from(from), m_to(to), m_scale(to.frame.stature / from.frame.stature) {}

Vec3 PartMap::operator()(const Vec3& point) const {
    const PartWeights weights = unionWeights(m_from, point).weights;
    Vec3 sum(0.0);
    for (std::size_t i = 0; i < kPartCount; ++i)
        if (weights[i] > 0.0) sum += weights[i] * throughPart(static_cast<Part>(i), point);
    return sum;
}

Vec3 PartMap::throughPart(Part part, const Vec3& point) const {
    if (isTube(part)) return throughTube(*m_from.tube(part), *m_to.tube(part), point);
    if (part == Part::Head) return throughHead(point);
    if (part == Part::Nose || part == Part::Ear || part == Part::Chin) return throughFace(point);
    if (indexOf(part) >= indexOf(Part::Toe1)) {
        const std::size_t i = indexOf(part) - indexOf(Part::Toe1);
        const Vec3 up(0.0, 1.0, 0.0);
        return throughDigit(m_from.toes[i].chain, m_to.toes[i].chain, up, up, point);
    }
    const std::size_t i = indexOf(part) - indexOf(Part::Thumb);
    return throughDigit(m_from.fingers[i].chain, m_to.fingers[i].chain, m_from.frame.hand.dorsal,
                        m_to.frame.hand.dorsal, point);
}

Vec3 PartMap::throughTube(const Tube& from, const Tube& to, const Vec3& point) const {
    const TubeSample sample = from.sample(point);
    const double height = (sample.rho - sample.radius) * m_scale;
    const double rho = std::max(to.radius(sample.index, sample.theta) + height, kLeastRadius);
    // Beyond an end the point keeps its distance from the end plane.
    const double past = glm::dot(point - from.centre(sample.index), from.normal(sample.index)) * m_scale;
    return to.at(sample.index, sample.theta, rho) + past * to.normal(sample.index);
}

Vec3 PartMap::throughHead(const Vec3& point) const {
    const HeadSample sample = m_from.head.sample(point);
    const double rho = m_to.head.radius(sample.direction) + (sample.rho - sample.radius) * m_scale;
    return m_to.head.centre() + sample.direction * rho;
}

// Nose, ears and chin are placed by the head's own measures, and so is what lies on them.
Vec3 PartMap::throughFace(const Vec3& point) const {
    const BodyFrame &a = m_from.frame, &b = m_to.frame;
    const double up = (point.y - a.eyeY) / a.headScale;
    const double side = point.x / a.headScale;
    const double share = smoothStep(0.045, 0.060, (point.z - a.headCentre.z) / a.headScale);
    const double fromZ = glm::mix(a.headCentre.z, a.faceZ(up), share),
                 toZ = glm::mix(b.headCentre.z, b.faceZ(up), share);
    const double ear = smoothStep(0.035, 0.055, side);
    const double x =
        glm::mix(side * b.headScale, b.sideX + (side - a.sideX / a.headScale) * b.headScale, ear);
    return {x, b.eyeY + up * b.headScale, toZ + (point.z - fromZ) / a.headScale * b.headScale};
}

// Linear blend of the two nearest cross sections of the chain: smooth through bent joints.
Vec3 PartMap::throughDigit(const Chain& from, const Chain& to, const Vec3& upFrom, const Vec3& upTo,
                           const Vec3& point) const {
    const double index = from.indexOf(point);
    const auto first = std::min(static_cast<std::size_t>(index), from.points().size() - 2);
    const double share = index - static_cast<double>(first);
    Vec3 out(0.0);
    for (std::size_t k = 0; k < 2; ++k) {
        const Frame a = frameOf(from, first + k, upFrom), b = frameOf(to, first + k, upTo);
        const Vec3 d = point - a.at;
        const double scale = b.radius / a.radius;
        const Vec3 at = b.at + scale * (glm::dot(d, a.along) * b.along + glm::dot(d, a.up) * b.up +
                                        glm::dot(d, a.side) * b.side);
        out += (k == 0 ? 1.0 - share : share) * at;
    }
    return out;
}

}  // namespace palpate::bodygen
