#include "bodygen/body_field.h"
#include "bodygen/units.h"

#include <algorithm>
#include <cmath>

namespace palpate::bodygen {
namespace {

constexpr double kProbe = 0.0004;                            // metres, half the baseline of the gradient
constexpr double kSmallestStep = 0.0004;                     // metres, of the march along a ray
constexpr double kLargestSlide = 0.045, kSlideStep = 0.003;  // metres
constexpr double kEndFade = 0.15;  // a line runs out at its ends, unless it meets its mirror image there
constexpr double kDigitStature = 1.559;  // metres, of the nominal body that nails are stated for
constexpr double kMidline = 1e-4;        // metres
constexpr double kFarOut = 0.6;          // metres, where rays from outside begin

// The back of the thumb faces away from the palm and sideways, about halfway.
Vec3 nailDirection(const BodyShape& shape, bool thumb) {
    const HandFrame& hand = shape.frame.hand;
    return thumb ? glm::normalize(hand.dorsal + 0.6 * hand.thumbwards) : hand.dorsal;
}

Vec3 folded(const Vec3& p) {
    return {std::abs(p.x), p.y, p.z};
}

}  // namespace

core::Result<SharedTables> readSharedTables(const std::filesystem::path& modelsFolder) {
    auto chains = readChainTables(modelsFolder / "chains.txt");
    if (!chains) return chains.error();
    auto landmarks = readLandmarks(modelsFolder / "landmarks.txt");
    if (!landmarks) return landmarks.error();
    return SharedTables{std::move(*chains), std::move(*landmarks)};
}

core::Result<BodyField> BodyField::make(const PosedFigure& posed, const SharedTables& tables) {
    BodyField field(makeBodyShape(posed, tables.chains));
    for (const LandmarkRow& row : tables.landmarks) {
        const double amplitude = row.amplitude * posed.figure.reliefFactor(row.name);
        if (amplitude == 0.0) continue;
        if (auto placed = field.place(row, amplitude); !placed) return placed.error();
    }
    return field;
}

core::Result<void> BodyField::place(const LandmarkRow& row, double amplitude) {
    const auto missed = [&](std::size_t anchor) {
        return core::Error{
            "The landmark " + row.name + " misses the body at anchor " + std::to_string(anchor),
            "figure " + m_shape.figure.name, "Correct its line in models/landmarks.txt."};
    };
    if (row.kind == LandmarkRow::Kind::Muscle) {
        m_patches.emplace_back(row, m_shape, amplitude);
        return {};
    }
    if (row.kind == LandmarkRow::Kind::Nail) {
        const auto placed = nail(row, amplitude);
        if (!placed) return missed(1);
        m_nails.push_back(*placed);
        return {};
    }
    std::vector<ReliefLine::Knot> knots;
    for (const Anchor& anchor : row.anchors) {
        const auto at = anchorPoint(row, anchor);
        if (!at) return missed(knots.size() + 1);
        knots.push_back({*at, amplitude * anchor.amplitude, row.width * anchor.width});
    }
    if (knots.size() > 2) {
        for (ReliefLine::Knot* end : {&knots.front(), &knots.back()})
            if (end->at.x > kMidline) end->amplitude *= kEndFade;
    }
    ReliefLine line(knots);
    line.follow([this](const Vec3& at) { return onSkin(at, 4); });
    m_lines.emplace_back(row.name, std::move(line));
    return {};
}

std::optional<ReliefNail> BodyField::nail(const LandmarkRow& row, double amplitude) const {
    const auto found = std::find(kPartNames.begin(), kPartNames.end(), row.from);
    const auto part = static_cast<std::size_t>(found - kPartNames.begin());
    const bool finger = part >= indexOf(Part::Thumb) && part <= indexOf(Part::Little);
    if (!finger && (part < indexOf(Part::Toe1) || part >= kPartCount)) return std::nullopt;
    const Digit& digit =
        finger ? m_shape.fingers[part - indexOf(Part::Thumb)] : m_shape.toes[part - indexOf(Part::Toe1)];
    const auto& points = digit.chain.points();
    std::size_t i = 1;
    while (i + 1 < points.size() && digit.joints[i] < row.anchors.front().x)
        ++i;
    const double share =
        (row.anchors.front().x - digit.joints[i - 1]) / (digit.joints[i] - digit.joints[i - 1]);
    ReliefNail::Plate plate;
    plate.along = glm::normalize(points[i].at - points[i - 1].at);
    const Vec3 back = finger ? nailDirection(m_shape, part == indexOf(Part::Thumb)) : Vec3(0.0, 1.0, 0.0);
    plate.out = glm::normalize(back - plate.along * glm::dot(back, plate.along));
    plate.across = glm::cross(plate.along, plate.out);
    const double scale = m_shape.frame.stature / kDigitStature;
    plate.length = row.length * scale;
    plate.breadth = row.width * scale;
    plate.amplitude = amplitude;
    const auto hit = crossing(glm::mix(points[i - 1].at, points[i].at, share), plate.out, 0.03);
    if (!hit) return std::nullopt;
    plate.middle = *hit;
    return ReliefNail(plate);
}

std::optional<Vec3> BodyField::anchorPoint(const LandmarkRow& row, const Anchor& anchor) const {
    const BodyFrame& frame = m_shape.frame;
    const double height = frame.hipY + anchor.y * (frame.c7Y - frame.hipY);
    const double scale = frame.headScale * kMillimetre;
    switch (row.chart) {
        case Chart::Back:
        case Chart::Front: {
            return planarAnchor(anchor.x * frame.shoulderX, height, row.chart == Chart::Front ? 1.0 : -1.0);
        }
        case Chart::Top:
            return crossing(
                {anchor.x * frame.shoulderX, frame.c7Y + 0.15, frame.shoulderZ + anchor.y * kMillimetre},
                {0.0, -1.0, 0.0}, kFarOut);
        case Chart::Face:
            return crossing({anchor.x * scale, frame.eyeY + anchor.y * scale, kFarOut}, {0.0, 0.0, -1.0},
                            kFarOut);
        case Chart::Ear:
            return crossing(
                {kFarOut, frame.eyeY + anchor.x * scale, frame.headCentre.z + (anchor.y - 40.0) * scale},
                {-1.0, 0.0, 0.0}, kFarOut);
        case Chart::Bone: {
            const Vec3 a = m_shape.figure.joint(row.from), b = m_shape.figure.joint(row.to);
            const bool foot = row.to.starts_with("toe");
            const Vec3 out = foot ? Vec3(0.0, 1.0, 0.0) : frame.hand.dorsal;
            return crossing(a + (b - a) * anchor.x, row.palmar ? -out : out, 0.10);
        }
        default:
            break;
    }
    const Tube& tube = row.chart == Chart::Palm   ? m_shape.palm
                       : row.chart == Chart::Arm  ? m_shape.arm
                       : row.chart == Chart::Leg  ? m_shape.leg
                       : row.chart == Chart::Neck ? m_shape.neck
                                                  : m_shape.torso;
    const double index = tube.indexOf(anchor.x);
    const Vec3 centre = tube.centre(index);
    const Vec3 direction = tube.at(index, anchor.y * kRadians, 1.0) - centre;
    return crossing(centre, direction, 0.5);
}

// Bodies differ in breadth: an anchor that lies just off this body's outline slides in, at most by
// kLargestSlide, towards the mid-line or, about the shoulders, towards the shoulder blade.
std::optional<Vec3> BodyField::planarAnchor(double x, double y, double side) const {
    const BodyFrame& frame = m_shape.frame;
    const double shoulder = frame.hipY + 0.8 * (frame.c7Y - frame.hipY);
    const Vec3 start(x, y, side * kFarOut);
    const bool atShoulder = y > frame.hipY + 0.7 * (frame.c7Y - frame.hipY) && y < frame.c7Y;
    const Vec3 inward =
        (atShoulder ? Vec3(0.8 * frame.shoulderX, shoulder, start.z) : Vec3(0.0, y, start.z)) - start;
    const double away = std::max(glm::length(inward), 1e-9);
    for (double slide = 0.0; slide <= std::min(kLargestSlide, away); slide += kSlideStep)
        if (const auto hit = crossing(start + inward * (slide / away), {0.0, 0.0, -side}, kFarOut))
            return hit;
    return std::nullopt;
}

double BodyField::value(const Vec3& point) const {
    const Vec3 p = folded(point);
    UnionSamples samples;
    double f = unionValue(m_shape, p, samples);
    if (std::abs(f) > 0.03) return f;  // no relief is that high
    for (const auto& [name, line] : m_lines)
        f -= line.height(p);
    for (const ReliefNail& plate : m_nails)
        f -= plate.height(p);
    for (const ReliefPatch& patch : m_patches)
        f -= patch.height(p, samples);
    return f;
}

double BodyField::valueAndGradient(const Vec3& point, Vec3& gradient) const {
    const double a = value(point + Vec3(kProbe, -kProbe, -kProbe));
    const double b = value(point + Vec3(-kProbe, -kProbe, kProbe));
    const double c = value(point + Vec3(-kProbe, kProbe, -kProbe));
    const double d = value(point + Vec3(kProbe, kProbe, kProbe));
    gradient = Vec3(a - b - c + d, -a - b + c + d, -a + b - c + d) / (4.0 * kProbe);
    if (point.x == 0.0) gradient.x = 0.0;
    return 0.25 * (a + b + c + d);
}

Vec3 BodyField::normal(const Vec3& point) const {
    // Evaluated on the left and mirrored, so that both sides have the same bits.
    Vec3 gradient;
    static_cast<void>(valueAndGradient(folded(point), gradient));
    const double length = glm::length(gradient);
    if (length < 1e-9) return {0.0, 1.0, 0.0};
    gradient /= length;
    if (point.x < 0.0) gradient.x = -gradient.x;
    return gradient;
}

Vec3 BodyField::onSkin(Vec3 point, int steps) const {
    for (int step = 0; step < steps; ++step) {
        Vec3 gradient;
        static_cast<void>(valueAndGradient(point, gradient));
        const double f = value(point);  // the mean about the point is off by the skin's curvature
        const double square = std::max(glm::dot(gradient, gradient), 0.04);
        point -= gradient * (std::clamp(f, -0.004, 0.004) / square);
    }
    return point;
}

std::optional<Vec3> BodyField::crossing(const Vec3& origin, const Vec3& direction, double reach) const {
    double before = 0.0;
    double f = value(origin);
    const bool inside = f < 0.0;
    for (double along = 0.0; along < reach;) {
        const double next = along + std::max(0.5 * std::abs(f), kSmallestStep);
        before = along;
        along = next;
        f = value(origin + direction * along);
        if ((f < 0.0) == inside) continue;
        for (int step = 0; step < 40; ++step) {
            const double middle = 0.5 * (before + along);
            ((value(origin + direction * middle) < 0.0) == inside ? before : along) = middle;
        }
        return origin + direction * (0.5 * (before + along));
    }
    return std::nullopt;
}

PartWeights BodyField::weights(const Vec3& point) const {
    return unionWeights(m_shape, folded(point)).weights;
}

}  // namespace palpate::bodygen
