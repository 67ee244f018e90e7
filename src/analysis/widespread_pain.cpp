#include "analysis/widespread_pain.h"

#include "core/check.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace palpate::analysis {

namespace {

enum Region : std::size_t { LeftUpper, RightUpper, LeftLower, RightLower, Axial, kRegions };

struct Area {
    std::string_view id;
    Region region;
    bool isSite = true;  // counts for generalised pain
};

constexpr std::array kAreas{Area{"jaw_L", LeftUpper, false},
                            Area{"shoulder_girdle_L", LeftUpper},
                            Area{"upper_arm_L", LeftUpper},
                            Area{"lower_arm_L", LeftUpper},
                            Area{"jaw_R", RightUpper, false},
                            Area{"shoulder_girdle_R", RightUpper},
                            Area{"upper_arm_R", RightUpper},
                            Area{"lower_arm_R", RightUpper},
                            Area{"hip_L", LeftLower},
                            Area{"upper_leg_L", LeftLower},
                            Area{"lower_leg_L", LeftLower},
                            Area{"hip_R", RightLower},
                            Area{"upper_leg_R", RightLower},
                            Area{"lower_leg_R", RightLower},
                            Area{"neck", Axial},
                            Area{"upper_back", Axial},
                            Area{"lower_back", Axial},
                            Area{"chest", Axial, false},
                            Area{"abdomen", Axial, false}};
static_assert(kAreas.size() == 19);

constexpr int kLeastMonths = 3;

bool isSevereEnough(int wpi, int sss) {
    return (wpi >= 7 && sss >= 5) || (wpi >= 4 && wpi <= 6 && sss >= 9);
}

// "WPI 8 and SSS 6: enough"
std::string severityWords(int wpi, int sss) {
    return core::trf(isSevereEnough(wpi, sss)
                         ? "WPI {0} and SSS {1} are enough (7 and 5, or 4 to 6 and 9)."
                         : "WPI {0} and SSS {1} are not enough (7 and 5, or 4 to 6 and 9, are needed).",
                     {std::to_string(wpi), std::to_string(sss)});
}

std::string regionWords(const WidespreadPain& pain) {
    return core::trf(pain.isGeneralised() ? "Pain in {0} of 5 regions is generalised (4 are needed)."
                                          : "Pain in {0} of 5 regions is not generalised (4 are needed).",
                     {std::to_string(pain.regionsWithPain)});
}

std::string durationWords(int months) {
    return core::trf(months >= kLeastMonths ? "{0} months are long enough (3 are needed)."
                                            : "{0} months are not long enough (3 are needed).",
                     {std::to_string(months)});
}

FibromyalgiaCriteria withoutAnswers(const WidespreadPain& pain) {
    if (pain.wpi < 4) {
        return {false, core::trf("WPI {0} is below 4, which no symptom score makes up for.",
                                 {std::to_string(pain.wpi)})};
    }
    if (!pain.isGeneralised()) return {false, regionWords(pain)};
    return {std::nullopt, regionWords(pain) + " " +
                              core::trf("WPI is {0}; the symptom questions were not answered.",
                                        {std::to_string(pain.wpi)})};
}

}  // namespace

WidespreadPain widespreadPain(std::span<const std::string> areas) {
    WidespreadPain pain;
    std::bitset<kRegions> regions;
    for (const std::string& id : areas) {
        const auto* const area =
            std::find_if(kAreas.begin(), kAreas.end(), [&](const Area& one) { return one.id == id; });
        core::check(area != kAreas.end(), "the WPI is counted over its own areas");
        ++pain.wpi;
        if (!area->isSite) continue;
        ++pain.sites;
        regions.set(area->region);
    }
    pain.regionsWithPain = static_cast<int>(regions.count());
    return pain;
}

FibromyalgiaCriteria fibromyalgia2016(const WidespreadPain& pain,
                                      const std::optional<SymptomAnswers>& answers) {
    if (!answers) return withoutAnswers(pain);
    const int sss = answers->severity();
    return {isSevereEnough(pain.wpi, sss) && pain.isGeneralised() && answers->months >= kLeastMonths,
            severityWords(pain.wpi, sss) + " " + regionWords(pain) + " " + durationWords(answers->months)};
}

int polysymptomaticDistress(const WidespreadPain& pain, const SymptomAnswers& answers) {
    return pain.wpi + answers.severity();
}

}  // namespace palpate::analysis
