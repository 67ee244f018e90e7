#include "bodygen/size_field.h"
#include "bodygen/smooth.h"

namespace palpate::bodygen {
namespace {

constexpr double kBody = 0.0070, kNeck = 0.0058, kSkull = 0.0066, kFace = 0.0032, kFeatures = 0.0024;
constexpr double kNose = 0.0025, kEar = 0.0024, kPalm = 0.0034, kFinger = 0.0029, kFoot = 0.0036,
                 kToe = 0.0028;
constexpr double kNail = 0.0017;
constexpr double kFineLine = 0.014;      // lines narrower than this are followed
constexpr double kEdgesPerWidth = 0.45;  // of a line's half width
constexpr double kFinest = 0.0024;

double headEdge(const BodyField& field, const Vec3& p) {
    const BodyFrame& frame = field.shape().frame;
    const double up = (p.y - frame.eyeY) / frame.headScale, side = std::abs(p.x) / frame.headScale;
    const double forward = (p.z - frame.headCentre.z) / frame.headScale;
    const double face = smoothStep(0.015, 0.05, forward) * (1.0 - smoothStep(0.02, 0.05, up));
    const auto near = [&](double x, double y, double rx, double ry) {
        const double dx = (side - x) / rx, dy = (up - y) / ry;
        return (1.0 - smoothStep(1.0, 1.9, std::sqrt(dx * dx + dy * dy))) * smoothStep(0.03, 0.05, forward);
    };
    const double features = std::max(near(0.029, 0.0, 0.017, 0.010), near(0.0, -0.060, 0.027, 0.010));
    return mixed(mixed(kSkull, kFace, face), kFeatures, features);
}

double partEdge(const BodyField& field, Part part, const Vec3& p) {
    const BodyShape& shape = field.shape();
    switch (part) {
        case Part::Head:
            return headEdge(field, p);
        case Part::Nose:
            return kNose;
        case Part::Ear:
            return kEar;
        case Part::Chin:
            return kFace;
        case Part::Neck:
            return kNeck;
        case Part::Torso:
            return kBody;
        case Part::Arm:
            return mixed(kBody, kPalm, smoothStep(1.75, 2.0, shape.arm.sample(p).s));
        case Part::Palm:
            return kPalm;
        case Part::Leg:
            return mixed(kBody, kFoot, smoothStep(1.78, 2.0, shape.leg.sample(p).s));
        case Part::Foot:
            return kFoot;
        default:
            return indexOf(part) >= indexOf(Part::Toe1) ? kToe : kFinger;
    }
}

}  // namespace

double wantedEdge(const BodyField& field, const Vec3& point, double coarseness) {
    const Vec3 p(std::abs(point.x), point.y, point.z);
    const PartWeights weights = field.weights(p);
    double edge = 0.0;
    for (std::size_t i = 0; i < kPartCount; ++i)
        if (weights[i] > 0.0) edge += weights[i] * partEdge(field, static_cast<Part>(i), p);
    for (const auto& [name, line] : field.lines()) {
        if (!line.box().contains(p)) continue;
        for (const ReliefLine::Knot& knot : line.curve()) {
            if (knot.width > kFineLine) continue;
            const double fine = std::max(kEdgesPerWidth * knot.width, kFinest);
            const double share = smoothStep(0.8, 1.4, glm::distance(knot.at, p) / knot.width);
            edge = std::min(edge, mixed(fine, std::max(edge, fine), share));
        }
    }
    for (const ReliefNail& nail : field.nails())
        edge = std::min(edge, mixed(kNail, std::max(edge, kNail), smoothStep(1.3, 2.3, nail.ratio(p))));
    return edge * coarseness;
}

}  // namespace palpate::bodygen
