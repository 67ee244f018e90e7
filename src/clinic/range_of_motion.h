#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// How far joints move, as measured at a visit with a goniometer or by eye. Palpate says nothing about what is
// normal: a joint is held against the person's other side and against earlier visits.
namespace palpate::clinic {

enum class Joint : std::uint8_t { Neck, Trunk, Shoulder, Elbow, Wrist, Hip, Knee, Ankle };
inline constexpr std::size_t kJoints = 8;
[[nodiscard]] const char* jointName(Joint joint);  // "Neck", not translated yet

// One movement of one joint; sides are the person's own.
struct Movement {
    const char* id = "";    // as files and the command line name it: "neck_rotation"
    const char* name = "";  // "Rotation", not translated yet
    Joint joint = Joint::Neck;
    // What can be noted, in degrees: so wide that only slips of the hand are refused. Below 0 only where a
    // joint can stop short of its zero: an elbow that does not come straight.
    int least = 0, most = 180;
    bool isSided = true;  // to the left and to the right, or of either limb
};
inline constexpr std::size_t kMovements = 33;
// In the order of the joints.
[[nodiscard]] std::span<const Movement, kMovements> movements();
[[nodiscard]] std::optional<std::size_t> movementFromId(std::string_view id);
// "Neck: rotation", translated.
[[nodiscard]] std::string movementText(const Movement& movement);

enum class MotionSide : std::uint8_t { Middle, Left, Right };  // Middle: of movements without a side
enum class MotionMode : std::uint8_t { Active, Passive };      // moved by the person, or by the therapist
enum class MotionMoment : std::uint8_t { Before, After };      // of the treatment
[[nodiscard]] const char* sideId(MotionSide side);             // "", "left", "right"
[[nodiscard]] const char* modeId(MotionMode mode);             // "active", "passive"
[[nodiscard]] const char* momentId(MotionMoment moment);       // "before", "after"

// What was measured.
struct MotionKey {
    std::size_t movement = 0;  // index into movements()
    MotionSide side = MotionSide::Middle;
    MotionMode mode = MotionMode::Active;
    MotionMoment moment = MotionMoment::Before;

    friend auto operator<=>(const MotionKey&, const MotionKey&) = default;
};
// "neck_rotation:left:passive:after"; active and before are left out. motionFromText() reads it; the parts
// behind the name may stand in any order, each once. Errors name the part that is wrong and what would be
// right.
[[nodiscard]] std::string motionText(const MotionKey& key);
[[nodiscard]] core::Result<MotionKey> motionFromText(std::string_view text);
// "Neck: rotation, left, passive, after the treatment", translated.
[[nodiscard]] std::string motionName(const MotionKey& key);

// The measurements of one visit; each may be left out.
struct RangeOfMotion {
    std::map<MotionKey, int> degrees;
    // Movements that a later Palpate knows and this one does not, by motionText(): kept as they were.
    std::map<std::string, int> others;

    [[nodiscard]] std::optional<int> operator[](const MotionKey& key) const;
    void set(const MotionKey& key, std::optional<int> measured);
    [[nodiscard]] bool isEmpty() const { return degrees.empty() && others.empty(); }

    friend bool operator==(const RangeOfMotion&, const RangeOfMotion&) = default;
};

// Says which measurement is out of its range and what the range is.
[[nodiscard]] core::Result<void> validate(const MotionKey& key, int degrees);
[[nodiscard]] core::Result<void> validate(const RangeOfMotion& motions);

}  // namespace palpate::clinic
