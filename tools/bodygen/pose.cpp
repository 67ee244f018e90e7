#include "bodygen/pose.h"

#include <array>
#include <string>

#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>

namespace palpate::bodygen {
namespace {

constexpr double kDegree = M_PI / 180.0;
constexpr double kArmOut = 40.0 * kDegree;    // of the upper arm from the vertical, in the frontal plane
constexpr double kCarrying = 5.0 * kDegree;   // the forearm deviates outward from the upper arm's line
constexpr double kElbowBend = 5.0 * kDegree;  // a relaxed, not a locked elbow
constexpr double kFingerCurl = 0.35;          // share of the table's finger curl that stays
constexpr double kThumbCurl = 0.75;
constexpr std::array<double, 4> kSpread = {5.5, 1.0, -3.5,
                                           -9.0};  // degrees towards the thumb, index to little

constexpr std::array<const char*, 5> kDigits = {"thumb", "index", "middle", "ring", "little"};

std::string jointName(std::size_t digit, int k) {
    return std::string(kDigits[digit]) + "-" + std::to_string(k);
}

Vec3 turned(const Vec3& v, const Vec3& axis, double angle) {  // Rodrigues
    return v * std::cos(angle) + glm::cross(axis, v) * std::sin(angle) +
           axis * glm::dot(axis, v) * (1.0 - std::cos(angle));
}

class Poser {
public:
    explicit Poser(const Figure& figure) { m_out.figure = figure; }

    PosedFigure chart() {
        const Vec3 upper(std::sin(kArmOut), -std::cos(kArmOut), 0.0);
        swing("shoulder", direction("shoulder", "elbow"), upper, {"elbow", "wrist"});
        const double out = kArmOut + kCarrying;
        const Vec3 fore(std::sin(out) * std::cos(kElbowBend), -std::cos(out) * std::cos(kElbowBend),
                        std::sin(kElbowBend));
        swing("elbow", direction("elbow", "wrist"), fore, {"wrist"});
        supinate();
        for (std::size_t digit = 0; digit < kDigits.size(); ++digit)
            straighten(digit);
        return std::move(m_out);
    }

private:
    Vec3& joint(const std::string& name) { return m_out.figure.joints.find(name)->second; }
    Vec3 direction(const char* from, const char* to) { return glm::normalize(joint(to) - joint(from)); }

    void turnHand(const Vec3& pivot, const Vec3& axis, double angle) {
        for (std::size_t digit = 0; digit < kDigits.size(); ++digit) {
            for (int k = 1; k <= 4; ++k) {
                Vec3& at = joint(jointName(digit, k));
                at = pivot + turned(at - pivot, axis, angle);
            }
        }
    }
    void swing(const char* pivotName, const Vec3& from, const Vec3& to,
               std::initializer_list<const char*> moved) {
        const Vec3 cross = glm::cross(from, to);
        const double sine = glm::length(cross);
        if (sine < 1e-9) return;
        const Vec3 axis = cross / sine, pivot = joint(pivotName);
        const double angle = std::atan2(sine, glm::dot(from, to));
        for (const char* name : moved)
            joint(name) = pivot + turned(joint(name) - pivot, axis, angle);
        turnHand(pivot, axis, angle);
    }
    // Turns the hand about the forearm until its back faces straight backwards.
    void supinate() {
        const Vec3 axis = direction("elbow", "wrist");
        const Vec3 dorsal = handFrame(m_out.figure).dorsal;
        const Vec3 back = Vec3(0.0, 0.0, -1.0);
        const Vec3 a = dorsal - axis * glm::dot(axis, dorsal), b = back - axis * glm::dot(axis, back);
        m_out.twist = std::atan2(glm::dot(axis, glm::cross(a, b)), glm::dot(a, b));
        turnHand(joint("wrist"), axis, m_out.twist);
    }
    void straighten(std::size_t digit) {
        const HandFrame hand = handFrame(m_out.figure);
        const double keep = digit == 0 ? kThumbCurl : kFingerCurl;
        std::array<Vec3, 4> at;
        for (int k = 0; k < 4; ++k)
            at[static_cast<std::size_t>(k)] = joint(jointName(digit, k + 1));
        Vec3 end = at[0];
        for (std::size_t k = 1; k < 4; ++k) {
            const Vec3 bone = at[k] - at[k - 1];
            Vec3 straight = bone - hand.dorsal * glm::dot(bone, hand.dorsal) * (1.0 - keep);
            if (digit > 0) {
                const double angle = kSpread[digit - 1] * kDegree;
                const double along = glm::dot(straight, hand.along),
                             side = glm::dot(straight, hand.thumbwards);
                const double reach = std::hypot(along, side);
                const Vec3 spread = hand.along * std::cos(angle) + hand.thumbwards * std::sin(angle);
                straight += spread * reach - hand.along * along - hand.thumbwards * side;
            }
            end += glm::normalize(straight) * glm::length(bone);
            joint(jointName(digit, static_cast<int>(k) + 1)) = end;
        }
    }

    PosedFigure m_out;
};

}  // namespace

HandFrame handFrame(const Figure& figure) {
    Vec3 knuckles(0.0);
    for (std::size_t digit = 1; digit < kDigits.size(); ++digit)
        knuckles += 0.25 * figure.joint(jointName(digit, 1));
    HandFrame frame;
    frame.along = glm::normalize(knuckles - figure.joint("wrist"));
    const Vec3 across = figure.joint("index-1") - figure.joint("little-1");
    frame.thumbwards = glm::normalize(across - frame.along * glm::dot(across, frame.along));
    frame.dorsal = glm::cross(frame.thumbwards, frame.along);
    return frame;
}

PosedFigure posed(const Figure& figure, Pose pose) {
    if (pose == Pose::Reference) return {figure, 0.0};
    return Poser(figure).chart();
}

}  // namespace palpate::bodygen
