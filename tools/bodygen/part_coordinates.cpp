#include "bodygen/part_coordinates.h"

#include "bodygen/parallel.h"
#include "bodygen/units.h"

#include <algorithm>

namespace palpate::bodygen {
namespace {

std::optional<TubePlace> placeOn(const Tube& tube, const Vec3& p) {
    if (tube.box().distance(p) > kReach) return std::nullopt;
    const TubeSample sample = tube.sample(p);
    return TubePlace{sample.s, sample.theta * kDegrees, sample.rho - sample.radius, sample.beyond};
}

HeadPlace placeOnHead(const BodyFrame& frame, const Vec3& p) {
    return {(p.y - frame.eyeY) / frame.headScale, (p.z - frame.headCentre.z) / frame.headScale,
            p.x / frame.headScale};
}

// Angle round a chain: 0 along `back`, 90 along `side`, both made perpendicular to the chain.
double around(const Chain& chain, double index, const Vec3& p, const Vec3& back, const Vec3& side) {
    const auto& points = chain.points();
    const auto first = std::min(static_cast<std::size_t>(index), points.size() - 2);
    const Vec3 axis = glm::normalize(points[first + 1].at - points[first].at);
    const Vec3 foot = glm::mix(points[first].at, points[first + 1].at, index - static_cast<double>(first));
    const Vec3 up = glm::normalize(back - axis * glm::dot(back, axis));
    const Vec3 across = glm::cross(axis, up);
    const double turn = glm::dot(across, side) < 0.0 ? -1.0 : 1.0;
    return std::atan2(turn * glm::dot(p - foot, across), glm::dot(p - foot, up)) * kDegrees;
}

std::optional<DigitPlace> placeOnDigit(const BodyShape& shape, const Vec3& p) {
    const bool hand = shape.palm.box().distance(p) < 2.0 * kReach;
    const auto& digits = hand ? shape.fingers : shape.toes;
    const Vec3 back = hand ? shape.frame.hand.dorsal : Vec3(0.0, 1.0, 0.0);
    const Vec3 side = hand ? shape.frame.hand.thumbwards : Vec3(-1.0, 0.0, 0.0);
    const Part first = hand ? Part::Thumb : Part::Toe1;
    double nearest = kReach;
    std::optional<DigitPlace> out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const Chain& chain = digits[i].chain;
        const double distance = chain.value(p);
        if (distance >= nearest) continue;
        nearest = distance;
        const double index = chain.indexOf(p);
        out = DigitPlace{static_cast<Part>(indexOf(first) + i), digits[i].jointAt(index),
                         around(chain, index, p, back, side)};
    }
    return out;
}

}  // namespace

const std::optional<TubePlace>& SurfacePoint::tube(Part which) const {
    switch (which) {
        case Part::Neck:
            return neck;
        case Part::Arm:
            return arm;
        case Part::Palm:
            return palm;
        case Part::Leg:
            return leg;
        case Part::Foot:
            return foot;
        default:
            return torso;
    }
}

SurfacePoint surfacePoint(const BodyField& field, const Vec3& position) {
    const BodyShape& shape = field.shape();
    const BodyFrame& frame = shape.frame;
    SurfacePoint out;
    out.side = position.x > 0.0 ? 1 : position.x < 0.0 ? -1 : 0;
    out.position = Vec3(std::abs(position.x), position.y, position.z);
    const Vec3& p = out.position;
    out.normal = field.normal(p);
    out.weights = field.weights(p);
    out.part =
        static_cast<Part>(std::max_element(out.weights.begin(), out.weights.end()) - out.weights.begin());
    out.torsoFraction = (p.y - frame.hipY) / (frame.c7Y - frame.hipY);
    out.shoulderFraction = p.x / frame.shoulderX;
    out.torso = placeOn(shape.torso, p);
    out.neck = placeOn(shape.neck, p);
    out.arm = placeOn(shape.arm, p);
    out.palm = placeOn(shape.palm, p);
    out.leg = placeOn(shape.leg, p);
    out.foot = placeOn(shape.foot, p);
    if (glm::distance(p, frame.headCentre) < 0.25) out.head = placeOnHead(frame, p);
    out.digit = placeOnDigit(shape, p);
    return out;
}

std::vector<SurfacePoint> surfacePoints(const BodyField& field, const BodyModel& model) {
    std::vector<SurfacePoint> out(model.points.size());
    parallelFor(out.size(), [&](std::size_t i) { out[i] = surfacePoint(field, Vec3(model.points[i])); });
    return out;
}

std::vector<NamedPoint> namedPoints(const BodyField& field) {
    std::vector<NamedPoint> out;
    for (const auto& [name, line] : field.lines())
        for (const Vec3& anchor : line.anchors())
            out.push_back({name, anchor});
    for (const auto& [name, at] : field.shape().figure.joints)
        out.push_back({"joint " + name, at});
    return out;
}

std::optional<double> patchDistance(const BodyField& field, std::string_view muscle, const Vec3& position) {
    const Vec3 p(std::abs(position.x), position.y, position.z);
    for (const ReliefPatch& patch : field.patches()) {
        if (patch.name() != muscle) continue;
        UnionSamples samples;
        unionValue(field.shape(), p, samples);
        return patch.signedDistance(p, samples);
    }
    return std::nullopt;
}

core::Result<StandardBody> loadStandardBody(const std::filesystem::path& modelsFolder) {
    auto model = readGlb(modelsFolder / "standard_body.glb");
    if (!model) return model.error();
    const auto figure = readFigure(modelsFolder / "figures" / "neutral.txt");
    if (!figure) return figure.error();
    const auto tables = readSharedTables(modelsFolder);
    if (!tables) return tables.error();
    auto field = BodyField::make(posed(*figure, Pose::Chart), *tables);
    if (!field) return field.error();
    auto points = surfacePoints(*field, *model);
    return StandardBody{std::move(*model), std::move(*field), std::move(points)};
}

}  // namespace palpate::bodygen
