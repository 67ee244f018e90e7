#include "clinic/range_of_motion.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace palpate::clinic {

namespace {

using core::tr;
using core::trf;

constexpr Movement sided(Joint joint, const char* id, const char* name, int most, int least = 0) {
    return {id, name, joint, least, most, true};
}

constexpr Movement middle(Joint joint, const char* id, const char* name, int most) {
    return {id, name, joint, 0, most, false};
}

constexpr std::array kTable{
    middle(Joint::Neck, "neck_flexion", "flexion", 90),
    middle(Joint::Neck, "neck_extension", "extension", 110),
    sided(Joint::Neck, "neck_lateral_flexion", "side bending", 80),
    sided(Joint::Neck, "neck_rotation", "rotation", 110),
    middle(Joint::Trunk, "lumbar_flexion", "flexion", 120),
    middle(Joint::Trunk, "lumbar_extension", "extension", 70),
    sided(Joint::Trunk, "lumbar_lateral_flexion", "side bending", 70),
    sided(Joint::Trunk, "trunk_rotation", "rotation", 90),
    sided(Joint::Shoulder, "shoulder_flexion", "flexion", 200),
    sided(Joint::Shoulder, "shoulder_extension", "extension", 100),
    sided(Joint::Shoulder, "shoulder_abduction", "abduction", 200),
    sided(Joint::Shoulder, "shoulder_internal_rotation", "inward rotation", 120),
    sided(Joint::Shoulder, "shoulder_external_rotation", "outward rotation", 130),
    sided(Joint::Elbow, "elbow_flexion", "flexion", 170),
    sided(Joint::Elbow, "elbow_extension", "extension", 30, -90),
    sided(Joint::Elbow, "forearm_pronation", "palm down (pronation)", 120),
    sided(Joint::Elbow, "forearm_supination", "palm up (supination)", 120),
    sided(Joint::Wrist, "wrist_flexion", "flexion", 110),
    sided(Joint::Wrist, "wrist_extension", "extension", 110),
    sided(Joint::Wrist, "wrist_radial_deviation", "towards the thumb", 60),
    sided(Joint::Wrist, "wrist_ulnar_deviation", "towards the little finger", 80),
    sided(Joint::Hip, "hip_flexion", "flexion", 160),
    sided(Joint::Hip, "hip_extension", "extension", 60, -60),
    sided(Joint::Hip, "hip_abduction", "abduction", 90),
    sided(Joint::Hip, "hip_adduction", "adduction", 60),
    sided(Joint::Hip, "hip_internal_rotation", "inward rotation", 90),
    sided(Joint::Hip, "hip_external_rotation", "outward rotation", 90),
    sided(Joint::Knee, "knee_flexion", "flexion", 175),
    sided(Joint::Knee, "knee_extension", "extension", 30, -90),
    sided(Joint::Ankle, "ankle_dorsiflexion", "toes up (dorsiflexion)", 60, -60),
    sided(Joint::Ankle, "ankle_plantar_flexion", "toes down (plantar flexion)", 90),
    sided(Joint::Ankle, "ankle_inversion", "sole inward (inversion)", 70),
    sided(Joint::Ankle, "ankle_eversion", "sole outward (eversion)", 60),
};
static_assert(kTable.size() == kMovements);

constexpr std::array<const char*, kJoints> kJointNames{"Neck",  "Lower back", "Shoulder", "Elbow",
                                                       "Wrist", "Hip",        "Knee",     "Ankle"};

core::Error wrong(std::string what, std::string_view where, std::string hint) {
    return {std::move(what), std::string(where), std::move(hint), core::Error::Kind::Usage};
}

std::string knownMovements() {
    std::string names;
    for (const Movement& movement : kTable)
        names += (names.empty() ? "" : ", ") + std::string(movement.id);
    return names;
}

template <typename Value>
bool takeOnce(std::optional<Value>& taken, Value value) {
    if (taken) return false;
    taken = value;
    return true;
}

// What stands behind a movement's name.
struct Parts {
    std::optional<MotionSide> side;
    std::optional<MotionMode> mode;
    std::optional<MotionMoment> moment;

    // False if it says nothing that is known, or what another part said already.
    bool take(std::string_view part) {
        for (const MotionSide one : {MotionSide::Left, MotionSide::Right}) {
            if (part == sideId(one)) return takeOnce(side, one);
        }
        for (const MotionMode one : {MotionMode::Active, MotionMode::Passive}) {
            if (part == modeId(one)) return takeOnce(mode, one);
        }
        for (const MotionMoment one : {MotionMoment::Before, MotionMoment::After}) {
            if (part == momentId(one)) return takeOnce(moment, one);
        }
        return false;
    }
};

core::Result<void> validateSide(const MotionKey& key, std::string_view where) {
    const Movement& movement = kTable[key.movement];
    const bool hasSide = key.side != MotionSide::Middle;
    if (hasSide == movement.isSided) return {};
    if (hasSide)
        return wrong(trf("{0} has no left or right", {movementText(movement)}), where,
                     tr("Leave the side out."));
    return wrong(trf("{0} needs a side", {movementText(movement)}), where,
                 trf("Write {0}:left or {0}:right, the person's own.", {movement.id}));
}

}  // namespace

const char* jointName(Joint joint) {
    return kJointNames[static_cast<std::size_t>(joint)];
}

std::span<const Movement, kMovements> movements() {
    return kTable;
}

std::optional<std::size_t> movementFromId(std::string_view id) {
    const auto* const found =
        std::find_if(kTable.begin(), kTable.end(), [id](const Movement& one) { return id == one.id; });
    if (found == kTable.end()) return std::nullopt;
    return static_cast<std::size_t>(found - kTable.begin());
}

std::string movementText(const Movement& movement) {
    return std::string(tr(jointName(movement.joint))) + ": " + tr(movement.name);
}

const char* sideId(MotionSide side) {
    return side == MotionSide::Left ? "left" : side == MotionSide::Right ? "right" : "";
}

const char* modeId(MotionMode mode) {
    return mode == MotionMode::Active ? "active" : "passive";
}

const char* momentId(MotionMoment moment) {
    return moment == MotionMoment::Before ? "before" : "after";
}

std::string motionText(const MotionKey& key) {
    std::string text = kTable[key.movement].id;
    if (key.side != MotionSide::Middle) text += std::string(":") + sideId(key.side);
    if (key.mode == MotionMode::Passive) text += std::string(":") + modeId(key.mode);
    if (key.moment == MotionMoment::After) text += std::string(":") + momentId(key.moment);
    return text;
}

core::Result<MotionKey> motionFromText(std::string_view text) {
    const std::size_t first = std::min(text.find(':'), text.size());
    const auto movement = movementFromId(text.substr(0, first));
    if (!movement)
        return wrong(tr("There is no movement of that name"), text,
                     trf("The movements are {0}.", {knownMovements()}));
    Parts parts;
    for (std::size_t at = first; at < text.size();) {
        const std::size_t next = std::min(text.find(':', at + 1), text.size());
        const std::string_view part = text.substr(at + 1, next - at - 1);
        if (!parts.take(part))
            return wrong(trf("\"{0}\" cannot stand behind a movement", {std::string(part)}), text,
                         tr("Each once: left or right, active or passive, before or after."));
        at = next;
    }
    const MotionKey key{*movement, parts.side.value_or(MotionSide::Middle),
                        parts.mode.value_or(MotionMode::Active), parts.moment.value_or(MotionMoment::Before)};
    if (auto valid = validateSide(key, text); !valid) return valid.error();
    return key;
}

std::string motionName(const MotionKey& key) {
    std::string name = movementText(kTable[key.movement]);
    if (key.side != MotionSide::Middle)
        name += std::string(", ") + (key.side == MotionSide::Left ? tr("left") : tr("right"));
    if (key.mode == MotionMode::Passive) name += std::string(", ") + tr("passive");
    if (key.moment == MotionMoment::After) name += std::string(", ") + tr("after the treatment");
    return name;
}

std::optional<int> RangeOfMotion::operator[](const MotionKey& key) const {
    const auto found = degrees.find(key);
    return found == degrees.end() ? std::nullopt : std::optional(found->second);
}

void RangeOfMotion::set(const MotionKey& key, std::optional<int> measured) {
    if (measured) {
        degrees[key] = *measured;
    } else {
        degrees.erase(key);
    }
}

core::Result<void> validate(const MotionKey& key, int degrees) {
    const Movement& movement = kTable[key.movement];
    if (auto valid = validateSide(key, movement.id); !valid) return valid;
    if (degrees >= movement.least && degrees <= movement.most) return {};
    return wrong(trf("{0} cannot be {1} degrees", {motionName(key), std::to_string(degrees)}), movement.id,
                 trf("Give whole degrees from {0} to {1}, or leave it out.",
                     {std::to_string(movement.least), std::to_string(movement.most)}));
}

core::Result<void> validate(const RangeOfMotion& motions) {
    for (const auto& [key, degrees] : motions.degrees) {
        if (auto valid = validate(key, degrees); !valid) return valid;
    }
    return {};
}

}  // namespace palpate::clinic
