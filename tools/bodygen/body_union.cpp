#include "bodygen/body_union.h"
#include "bodygen/smooth.h"

#include <cstdlib>

namespace palpate::bodygen {
namespace {

// Ranges of the smooth unions, metres.
constexpr double kFingerRoot = 0.010, kFingerFree = 0.001, kFingerRootLength = 0.022;
constexpr double kFingersToPalm = 0.012;
constexpr double kThumbRoot = 0.014, kThumbFree = 0.001, kThumbRootLength = 0.028;
constexpr double kHandToArm = 0.012;
constexpr double kToeRootRadius = 0.005, kToeFree = 0.0008, kToeRootLength = 0.025;
constexpr double kToesToFoot = 0.009;
constexpr double kFootToLeg = 0.020;
constexpr double kLegToLeg = 0.012, kLegToLegWithin = 0.05;
constexpr double kLegToTorso = 0.030;
constexpr double kHeadToNeck = 0.028;
constexpr double kNeckToTorso = 0.035;
constexpr double kArmToTorso = 0.035;
constexpr double kGround = 0.004;
constexpr double kTorsoReach = 0.2;
constexpr double kChainReach = 0.06;  // beyond it no chain takes part in a union
constexpr double kSharp = 1e-5;       // range of a union that is to stay a plain minimum

struct Plain {
    double value = 0.0;
    static Plain of(double v, Part) { return {v}; }
    static Plain united(const Plain& a, const Plain& b, double k) { return {smoothMin(a.value, b.value, k)}; }
};

struct Weighed {
    double value = 0.0;
    PartWeights weights{};
    static Weighed of(double v, Part part) {
        Weighed out{v, {}};
        out.weights[indexOf(part)] = 1.0;
        return out;
    }
    static Weighed united(const Weighed& a, const Weighed& b, double k) {
        const double w = smoothMinWeight(a.value, b.value, k);
        Weighed out{smoothMin(a.value, b.value, k), {}};
        for (std::size_t i = 0; i < kPartCount; ++i)
            out.weights[i] = w * a.weights[i] + (1.0 - w) * b.weights[i];
        return out;
    }
};

// Evaluates the union once; V says whether only the value or the shares of the parts are wanted as well.
template <typename V>
class Evaluation {
public:
    Evaluation(const BodyShape& shape, const Vec3& point) : m_shape(shape), m_point(point) {}

    V body(UnionSamples& samples) {
        V trunk = V::united(tube(m_shape.torso, Part::Torso, samples.torso), legs(samples), kLegToTorso);
        std::optional<TubeSample> unused;
        const V neck = tube(m_shape.neck, Part::Neck, unused);
        trunk = V::united(trunk, V::united(neck, head(), kHeadToNeck), kNeckToTorso);
        const V limb = arm(samples);
        const double s = samples.arm ? samples.arm->s : 2.0;
        // Upper arm and trunk flow into each other; forearm and hand must never weld to the hip.
        const double range =
            kArmToTorso * (1.0 - 0.8 * smoothStep(0.25, 0.7, s)) * (1.0 - smoothStep(0.8, 1.0, s)) + kSharp;
        V out = V::united(trunk, limb, range);
        out.value = smoothMax(out.value, -m_point.y, kGround);
        return out;
    }

private:
    V tube(const Tube& part, Part name, std::optional<TubeSample>& sample) {
        const double away = part.box().distance(m_point);
        // The trapezius is drawn in the trunk's chart and climbs the neck.
        if (away > (name == Part::Torso ? kTorsoReach : kReach)) return V::of(away, name);
        sample = part.sample(m_point);
        return V::of(sample->value, name);
    }
    V chain(const Chain& part, Part name) {
        const double away = part.box().distance(m_point);
        return V::of(away > kChainReach ? away : part.value(m_point), name);
    }
    V head() {
        const double away = glm::distance(m_point, m_shape.head.centre());
        if (away > 0.30) return V::of(away - 0.16, Part::Head);
        V out = V::of(m_shape.head.sample(m_point).value, Part::Head);
        for (const PartChain& part : m_shape.headChains)
            out = V::united(out, chain(part.chain, part.part), part.blend);
        return out;
    }
    // Fingers first with each other, then with the palm: uniting each with the palm would inflate the palm.
    V hand() {
        const double away = m_shape.palm.box().distance(m_point);
        if (away > 3.0 * kReach) return V::of(away - 2.0 * kReach, Part::Palm);
        const double past = m_shape.palm.pastEnd(m_point);
        const double root = mixed(kFingerRoot, kFingerFree, smoothStep(0.0, kFingerRootLength, past));
        V out = chain(m_shape.fingers[1].chain, Part::Index);
        out = V::united(out, chain(m_shape.fingers[2].chain, Part::Middle), root);
        out = V::united(out, chain(m_shape.fingers[3].chain, Part::Ring), root);
        out = V::united(out, chain(m_shape.fingers[4].chain, Part::Little), root);
        std::optional<TubeSample> unused;
        out = V::united(out, tube(m_shape.palm, Part::Palm, unused), kFingersToPalm);
        const double thumb = mixed(kThumbRoot, kThumbFree, smoothStep(-kThumbRootLength, 0.0, past));
        return V::united(out, chain(m_shape.fingers[0].chain, Part::Thumb), thumb);
    }
    V arm(UnionSamples& samples) {
        const V limb = tube(m_shape.arm, Part::Arm, samples.arm);
        return V::united(limb, hand(), kHandToArm);
    }
    V foot() {
        const double away = m_shape.foot.box().distance(m_point);
        if (away > 2.0 * kReach) return V::of(away - kReach, Part::Foot);
        const double root =
            mixed(kToeRootRadius, kToeFree, smoothStep(0.0, kToeRootLength, m_shape.foot.pastEnd(m_point)));
        V out = chain(m_shape.toes[0].chain, Part::Toe1);
        for (std::size_t i = 1; i < 5; ++i)
            out = V::united(out, chain(m_shape.toes[i].chain, static_cast<Part>(indexOf(Part::Toe1) + i)),
                            root);
        std::optional<TubeSample> unused;
        return V::united(out, tube(m_shape.foot, Part::Foot, unused), kToesToFoot);
    }
    V legs(UnionSamples& samples) {
        V out = V::united(tube(m_shape.leg, Part::Leg, samples.leg), foot(), kFootToLeg);
        if (m_point.x < kLegToLegWithin) {
            const Vec3 across(-m_point.x, m_point.y, m_point.z);
            Evaluation mirrored(m_shape, across);
            std::optional<TubeSample> unused;
            out = V::united(out, mirrored.tube(m_shape.leg, Part::Leg, unused), kLegToLeg);
        }
        return out;
    }

    const BodyShape& m_shape;
    Vec3 m_point;
};

}  // namespace

double unionValue(const BodyShape& shape, const Vec3& point, UnionSamples& samples) {
    return Evaluation<Plain>(shape, point).body(samples).value;
}

UnionWeights unionWeights(const BodyShape& shape, const Vec3& point) {
    UnionSamples samples;
    const Weighed all = Evaluation<Weighed>(shape, point).body(samples);
    return {all.value, all.weights};
}

}  // namespace palpate::bodygen
