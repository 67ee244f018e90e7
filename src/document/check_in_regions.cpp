#include "core/text.h"
#include "document/check_in.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace palpate::document {

namespace {

// From head to foot, in the order in which a hand would feel its way. Every region of the standard body's
// atlas stands in one of these.
constexpr std::array kParts{
    BodyPart{"Head and face",
             {"crown", "forehead", "temple_ear", "eye_cheek", "nose_mouth_chin", "jaw", "back_of_head"}},
    BodyPart{"Neck and shoulders",
             {"throat", "scm", "neck_side", "suboccipital", "neck_back", "upper_trap", "delt_front",
              "delt_side", "delt_rear"}},
    BodyPart{"Back",
             {"scapula_top", "scapula", "interscapular", "spine_thoracic", "midback", "lat", "spine_lumbar",
              "lumbar", "flank"}},
    BodyPart{"Chest and belly",
             {"chest_upper", "sternum", "chest", "ribs_side", "abdomen_upper", "abdomen_mid", "abdomen_side",
              "abdomen_lower"}},
    BodyPart{"Arm and elbow",
             {"biceps", "triceps", "elbow_outer", "elbow_inner", "brachioradialis", "forearm_flexor",
              "forearm_extensor"}},
    BodyPart{"Hand and wrist", {"wrist", "palm", "hand_back", "thumb", "fingers"}},
    BodyPart{"Hips and bottom",
             {"hip_outer", "groin", "pubic", "sacrum", "si_joint", "glute_upper", "glute_max", "piriformis",
              "sit_bone"}},
    BodyPart{"Thigh and knee",
             {"quad_mid", "thigh_outer", "adductors", "vastus_medialis", "ham_outer", "ham_inner", "kneecap",
              "knee_inner", "knee_outer", "knee_back"}},
    BodyPart{"Lower leg and foot",
             {"shin", "peroneals", "calf_inner", "calf_outer", "soleus", "achilles", "ankle_inner",
              "ankle_outer", "foot_top", "heel", "arch", "forefoot"}}};

}  // namespace

std::span<const BodyPart> bodyParts() {
    return kParts;
}

std::vector<body::RegionIndex> regionsOf(const body::Atlas& atlas, const BodyPart& part, body::Side side) {
    const body::Side wanted = side == body::Side::Middle ? body::Side::Left : side;
    std::vector<body::RegionIndex> found;
    for (const char* base : part.bases) {
        if (base == nullptr) break;
        const auto regions = atlas.regions();
        const auto it = std::find_if(regions.begin(), regions.end(), [&](const body::Region& region) {
            return region.base == base && (region.side == wanted || region.side == body::Side::Middle);
        });
        if (it != regions.end()) found.push_back(static_cast<body::RegionIndex>(it - regions.begin()));
    }
    return found;
}

}  // namespace palpate::document
