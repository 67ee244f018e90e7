#include "document/demo_course.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace palpate::document {

namespace {

using map::Depth;
using map::LayerKind;
using Texts = std::vector<std::string>;
using Levels = std::vector<int>;

DemoMark pain(Texts path, Levels levels, double diameterCm, Texts words, Depth depth) {
    DemoMark mark{LayerKind::Pain, std::move(path), std::move(levels), diameterCm, false, {}};
    mark.place.words = std::move(words);
    mark.place.depth = depth;
    map::sortWords(mark.place, mark.layer);
    return mark;
}

DemoMark tension(Texts path, Levels levels, double diameterCm, Texts findings) {
    DemoMark mark{LayerKind::Tension, std::move(path), std::move(levels), diameterCm, false, {}};
    mark.place.words = std::move(findings);
    map::sortWords(mark.place, mark.layer);
    return mark;
}

DemoMark treated(Texts path, Levels pressure, double diameterCm, const char* technique, int minutes,
                 const char* response) {
    DemoMark mark{LayerKind::Treated, std::move(path), std::move(pressure), diameterCm, false, {}};
    mark.place.techniques = {technique};
    mark.place.minutes = minutes;
    mark.place.response = response;
    return mark;
}

DemoMark avoided(const char* region, const char* reason) {
    DemoMark mark{LayerKind::Avoid, {region}, {1}, 0.0, true, {}};
    mark.place.reason = reason;
    return mark;
}

DemoCourse neckAndHeadache() {
    return {"C-0142",
            1981,
            168.0,
            66.0,
            "A day at the desk without a headache; turn the head when driving",
            "Front of the neck: no pressure. Blood pressure treated and stable.",
            "shoulder rolls every hour, heat on the neck in the evening",
            {pain({"upper_trap_R", "neck_back_R"}, {7, 7, 6, 5, 6, 4, 3, 2}, 6.5, {"aching", "stiff"},
                  Depth::Muscle),
             pain({"back_of_head_R", "temple_ear_R"}, {6, 5, 5, 3, 4, 2, 0, 0}, 4.5, {"throbbing"},
                  Depth::Unstated),
             pain({"scapula_top_R", "interscapular_R"}, {5, 5, 4, 4, 3, 2, 2, 1}, 5.0, {"aching", "tender"},
                  Depth::Muscle),
             tension({"upper_trap_R", "scapula_top_R"}, {8, 8, 7, 6, 6, 5, 4, 3}, 5.5,
                     {"tight band", "trigger point"}),
             tension({"suboccipital_R", "neck_back_R"}, {7, 6, 6, 5, 5, 4, 3, 3}, 4.0, {"tight band"}),
             tension({"upper_trap_L"}, {4, 4, 3, 3, 3, 2, 2, 2}, 5.0, {"guarding"}),
             treated({"upper_trap_R", "neck_back_R"}, {2, 3, 3, 3, 2, 3, 3, 3}, 6.0, "myofascial release", 10,
                     "eased"),
             treated({"suboccipital_R"}, {2, 2, 2, 3, 2, 2, 2, 2}, 4.0, "trigger point pressure", 4,
                     "headache eased"),
             treated({"interscapular_R"}, {3, 3, 3, 3, 3, 4, 3, 3}, 6.0, "Swedish massage", 6, "eased"),
             avoided("throat", "No pressure on the front of the neck")}};
}

DemoCourse backAndSciatica() {
    return {
        "C-0098",
        1969,
        182.0,
        91.0,
        "Stand through a working day; tie the {1} shoe without pain",
        "Disc prolapse L5/S1 in 2024, no weakness, bladder and bowel normal. No thrust on the lower spine.",
        "walk twenty minutes twice a day, lie with the calves on a chair when it burns",
        {pain({"lumbar_L", "spine_lumbar", "lumbar_R"}, {6, 5, 6, 4, 6, 5, 3, 4}, 7.0, {"aching", "stiff"},
              Depth::Muscle),
         pain({"piriformis_L", "ham_outer_L", "knee_back_L", "calf_outer_L"}, {6, 4, 7, 3, 6, 5, 2, 4}, 5.0,
              {"burning", "electric"}, Depth::Unstated),
         pain({"foot_top_L", "forefoot_L"}, {4, 2, 5, 0, 4, 2, 0, 2}, 4.0, {"numb", "pins and needles"},
              Depth::Skin),
         tension({"lumbar_L"}, {8, 7, 8, 6, 7, 6, 5, 5}, 6.5, {"guarding", "spasm"}),
         tension({"lumbar_R"}, {5, 5, 6, 4, 5, 4, 4, 4}, 6.0, {"guarding"}),
         tension({"glute_upper_L", "piriformis_L"}, {7, 6, 7, 5, 6, 6, 4, 5}, 5.5,
                 {"tight band", "trigger point"}),
         treated({"lumbar_L", "si_joint_L"}, {2, 2, 2, 3, 2, 3, 3, 3}, 7.0, "myofascial release", 8, "eased"),
         treated({"glute_max_L", "piriformis_L"}, {2, 3, 2, 3, 2, 3, 3, 3}, 7.0, "deep tissue massage", 8,
                 "leg eased for a while"),
         treated({"lumbar_R"}, {2, 3, 2, 3, 2, 3, 3, 3}, 6.5, "Swedish massage", 5, "eased"),
         avoided("spine_lumbar", "Disc prolapse: no direct pressure on the spine")}};
}

DemoCourse kneesAndHip() {
    return {"C-0215",
            1954,
            161.0,
            74.0,
            "Stairs at home without the rail; an hour in the garden",
            "Osteoarthritis of both knees and the {0} hip. Varicose veins on the {1} calf. Takes a blood "
            "thinner: light "
            "pressure only.",
            "cycle ten minutes a day, strengthen the thighs, cool the knee after the garden",
            {pain({"knee_inner_R", "kneecap_R"}, {7, 7, 6, 6, 6, 5, 5, 4}, 5.5, {"aching", "stiff"},
                  Depth::Joint),
             pain({"knee_inner_L", "kneecap_L"}, {5, 5, 5, 4, 5, 4, 3, 3}, 5.5, {"aching", "stiff"},
                  Depth::Joint),
             pain({"hip_outer_R", "groin_R"}, {5, 5, 5, 5, 4, 4, 4, 3}, 5.5, {"aching"}, Depth::Joint),
             tension({"quad_mid_R", "vastus_medialis_R"}, {6, 6, 5, 5, 5, 4, 4, 3}, 7.0, {"tight band"}),
             tension({"quad_mid_L", "vastus_medialis_L"}, {5, 4, 4, 4, 4, 3, 3, 3}, 6.5, {"tight band"}),
             tension({"kneecap_R"}, {4, 4, 3, 3, 3, 2, 2, 2}, 5.0, {"swelling", "warmth"}),
             treated({"quad_mid_R", "vastus_medialis_R"}, {2, 2, 2, 2, 2, 2, 2, 2}, 8.0, "Swedish massage", 8,
                     "eased"),
             treated({"quad_mid_L", "vastus_medialis_L"}, {2, 2, 2, 2, 2, 2, 2, 2}, 8.0, "Swedish massage", 6,
                     "eased"),
             treated({"glute_upper_R", "hip_outer_R"}, {1, 2, 2, 2, 2, 2, 2, 2}, 6.5, "myofascial release", 6,
                     "walks easier"),
             avoided("calf_inner_L", "Varicose veins")}};
}

DemoCourse tennisElbow() {
    return {"",
            1976,
            178.0,
            80.0,
            "Grip a racket and a kettle again",
            "None known",
            "slow lifting of a light weight with the wrist, three times a day",
            {pain({"elbow_outer_R", "forearm_extensor_R"}, {6, 2}, 4.5, {"burning", "sharp"}, Depth::Muscle),
             tension({"forearm_extensor_R"}, {7, 3}, 4.5, {"tight band", "trigger point"}),
             treated({"forearm_extensor_R"}, {3, 3}, 5.0, "friction massage", 8, "eased")}};
}

DemoCourse stiffShoulder() {
    return {
        "",
        1966,
        171.0,
        72.0,
        "Reach the shelf; sleep on the side",
        "Diabetes, well controlled",
        "pendulum swings morning and evening, within what is comfortable",
        {pain({"delt_front_L", "delt_side_L", "delt_rear_L"}, {7, 3}, 6.5, {"aching", "stiff"}, Depth::Joint),
         pain({"biceps_L"}, {5, 1}, 5.0, {"aching"}, Depth::Muscle),
         tension({"upper_trap_L", "scapula_top_L"}, {7, 4}, 5.5, {"guarding"}),
         treated({"scapula_L", "delt_rear_L"}, {2, 3}, 7.0, "myofascial release", 12, "moves more freely")}};
}

DemoCourse heelPain() {
    return {"",
            1985,
            164.0,
            70.0,
            "First steps in the morning without limping",
            "None known",
            "stretch the calf and the sole before getting up",
            {pain({"heel_R", "arch_R"}, {7, 3}, 4.5, {"sharp", "stabbing"}, Depth::Muscle),
             tension({"calf_inner_R", "soleus_R"}, {6, 3}, 6.0, {"tight band"}),
             treated({"calf_inner_R", "soleus_R"}, {3, 3}, 6.5, "deep tissue massage", 10, "eased"),
             treated({"arch_R"}, {3, 3}, 4.0, "friction massage", 5, "sore, then eased")}};
}

DemoCourse jawAndTemple() {
    return {"",
            1992,
            170.0,
            61.0,
            "Chew without pain; wake without clenched teeth",
            "None known",
            "lips together, teeth apart; warm cloth on the jaw",
            {pain({"jaw_L", "temple_ear_L"}, {6, 2}, 3.5, {"aching", "tender"}, Depth::Muscle),
             pain({"jaw_R"}, {3, 1}, 3.0, {"aching"}, Depth::Muscle),
             tension({"jaw_L"}, {7, 3}, 3.0, {"tight band", "trigger point"}),
             tension({"suboccipital_L", "neck_back_L"}, {5, 3}, 4.0, {"tight band"}),
             treated({"jaw_L"}, {2, 2}, 3.0, "trigger point pressure", 6, "opens wider")}};
}

DemoCourse handTingling() {
    return {"",
            1971,
            166.0,
            78.0,
            "Sleep through without a numb hand",
            "Night splint prescribed",
            "splint at night, glide the fingers in the morning",
            {pain({"wrist_R", "palm_R", "fingers_R"}, {5, 2}, 3.5, {"tingling", "numb"}, Depth::Skin),
             tension({"forearm_flexor_R"}, {6, 3}, 4.5, {"tight band"}),
             treated({"forearm_flexor_R"}, {2, 3}, 5.0, "myofascial release", 10, "warmer, less tingling")}};
}

DemoCourse painInManyPlaces() {
    return {"",
            1978,
            169.0,
            69.0,
            "Gentle days after bad nights; a short walk every day",
            "Widespread tenderness: light pressure, ask often",
            "warm bath, pacing, a walk at the same hour",
            {pain({"upper_trap_L", "upper_trap_R"}, {6, 5}, 7.0, {"aching", "tender"}, Depth::Muscle),
             pain({"lumbar_L", "lumbar_R"}, {6, 5}, 8.0, {"aching", "stiff"}, Depth::Muscle),
             pain({"hip_outer_L"}, {5, 4}, 7.0, {"tender"}, Depth::Muscle),
             pain({"hip_outer_R"}, {5, 4}, 7.0, {"tender"}, Depth::Muscle),
             pain({"forearm_extensor_L"}, {4, 4}, 5.0, {"aching"}, Depth::Muscle),
             pain({"knee_inner_R"}, {4, 3}, 5.0, {"aching"}, Depth::Joint),
             tension({"upper_trap_R", "interscapular_R"}, {5, 4}, 6.0, {"guarding"}),
             treated({"interscapular_L", "interscapular_R"}, {1, 1}, 8.0, "Swedish massage", 15, "calmer")}};
}

std::string onOtherSide(std::string region) {
    if (region.size() > 2 && region[region.size() - 2] == '_') {
        char& side = region.back();
        if (side == 'L' || side == 'R') side = side == 'L' ? 'R' : 'L';
    }
    return region;
}

// The texts of a course say {0} for the side that its regions call right, and {1} for the other.
void nameSides(DemoCourse& course, bool otherSide) {
    const char* first = otherSide ? "left" : "right";
    const char* second = otherSide ? "right" : "left";
    for (std::string* text : {&course.goals, &course.contraindications, &course.homeCare})
        *text = core::fill(*text, {first, second});
}

// Lets a mark go `progress` of its way, with a rise in the middle of it, never below `lowest`.
void bend(DemoMark& mark, double progress, int rise, int lowest) {
    if (mark.layer == LayerKind::Treated || mark.layer == LayerKind::Avoid) return;
    const int first = mark.levels.front();
    const int last = first + static_cast<int>(std::lround(progress * (mark.levels.back() - first)));
    const int middle = (first + last) / 2;
    mark.levels = {first, middle + rise, middle, last};
    for (int& level : mark.levels)
        level = std::clamp(level, lowest, map::highestLevel(mark.layer));
}

}  // namespace

int levelAt(const DemoMark& mark, int visit, int visits) {
    const auto last = static_cast<double>(mark.levels.size() - 1);
    const double at = visits > 1 ? last * visit / (visits - 1) : last;
    const auto before = static_cast<std::size_t>(at);
    const std::size_t after = std::min(before + 1, mark.levels.size() - 1);
    const double share = at - static_cast<double>(before);
    return static_cast<int>(std::lround(mark.levels[before] * (1.0 - share) + mark.levels[after] * share));
}

std::vector<DemoCourse> featuredCourses() {
    std::vector<DemoCourse> courses{neckAndHeadache(), backAndSciatica(), kneesAndHip()};
    for (DemoCourse& course : courses)
        nameSides(course, false);
    return courses;
}

DemoCourse inventedCourse(core::Random& random) {
    constexpr std::array kCourses{neckAndHeadache, backAndSciatica, kneesAndHip,
                                  tennisElbow,     stiffShoulder,   heelPain,
                                  jawAndTemple,    handTingling,    painInManyPlaces};
    DemoCourse course = kCourses[random.below(kCourses.size())]();
    course.code.clear();
    course.yearOfBirth += static_cast<int>(random.below(21)) - 10;
    course.heightCm += std::round(random.between(-8.0, 8.0));
    course.weightKg += std::round(random.between(-9.0, 9.0));
    const bool otherSide = random.below(2) == 1;
    nameSides(course, otherSide);
    const double progress = random.between(-0.2, 1.2);
    const int rise = static_cast<int>(random.below(4)) - 1;
    for (DemoMark& mark : course.marks) {
        if (otherSide) std::transform(mark.path.begin(), mark.path.end(), mark.path.begin(), onOtherSide);
        // What the client came for is still there today, so that today's map can be begun.
        bend(mark, progress, rise, &mark == &course.marks.front() ? 1 : 0);
    }
    return course;
}

}  // namespace palpate::document
