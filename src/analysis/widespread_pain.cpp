#include "analysis/widespread_pain.h"

#include "core/check.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <vector>

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

// Yes, no, or open while answers are missing.
using Verdict = std::optional<bool>;

struct ScorePart {
    Verdict passed;
    std::string words;
};

ScorePart severityPart(int wpi, const SymptomAnswers& answers) {
    const std::string index = std::to_string(wpi);
    if (wpi < 4)
        return {false, core::trf("WPI {0} is below 4, which no symptom score makes up for.", {index})};
    if (const auto sss = answers.severity()) {
        const bool enough = isSevereEnough(wpi, *sss);
        return {enough,
                core::trf(enough ? "WPI {0} and SSS {1} are enough (7 and 5, or 4 to 6 and 9)."
                                 : "WPI {0} and SSS {1} are not enough (7 and 5, or 4 to 6 and 9, are "
                                   "needed).",
                          {index, std::to_string(*sss)})};
    }
    const std::string missing = std::to_string(answers.missing());
    if (isSevereEnough(wpi, answers.leastSeverity()))
        return {true, core::trf("WPI {0} and SSS {1} or more are enough (7 and 5, or 4 to 6 and 9).",
                                {index, std::to_string(answers.leastSeverity())})};
    if (!isSevereEnough(wpi, answers.mostSeverity()))
        return {false, core::trf("WPI {0} and SSS {1} or less are not enough (7 and 5, or 4 to 6 and 9, are "
                                 "needed).",
                                 {index, std::to_string(answers.mostSeverity())})};
    if (answers.missing() == 6)
        return {{}, core::trf("WPI is {0}; the symptom questions were not answered.", {index})};
    return {{}, core::trf("WPI is {0}; {1} of 6 symptom questions were not answered.", {index, missing})};
}

ScorePart regionPart(const WidespreadPain& pain) {
    const bool generalised = pain.isGeneralised();
    return {generalised,
            core::trf(generalised ? "Pain in {0} of 5 regions is generalised (4 are needed)."
                                  : "Pain in {0} of 5 regions is not generalised (4 are needed).",
                      {std::to_string(pain.regionsWithPain)})};
}

ScorePart durationPart(std::optional<int> months) {
    if (!months) return {{}, core::tr("For how many months was not answered (3 are needed).")};
    const bool enough = *months >= kLeastMonths;
    return {enough, core::trf(enough ? "{0} months are long enough (3 are needed)."
                                     : "{0} months are not long enough (3 are needed).",
                              {std::to_string(*months)})};
}

std::array<std::optional<int>, 6> summed(const SymptomAnswers& answers) {
    const auto point = [](std::optional<bool> answer) {
        return answer ? std::optional<int>(*answer ? 1 : 0) : std::nullopt;
    };
    return {answers.fatigue,         answers.unrefreshed,   answers.cognitive,
            point(answers.headache), point(answers.cramps), point(answers.depression)};
}
constexpr std::array kMost{3, 3, 3, 1, 1, 1};  // of each of them

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

bool isWidespreadSite(std::string_view area) {
    const auto* const found =
        std::find_if(kAreas.begin(), kAreas.end(), [&](const Area& one) { return one.id == area; });
    return found != kAreas.end() && found->isSite;
}

std::optional<int> SymptomAnswers::severity() const {
    return missing() == 0 ? std::optional<int>(leastSeverity()) : std::nullopt;
}

int SymptomAnswers::leastSeverity() const {
    int sum = 0;
    for (const auto& answer : summed(*this))
        sum += answer.value_or(0);
    return sum;
}

int SymptomAnswers::mostSeverity() const {
    const auto all = summed(*this);
    int sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        sum += all[i].value_or(kMost[i]);
    return sum;
}

int SymptomAnswers::missing() const {
    const auto all = summed(*this);
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [](const auto& answer) { return !answer.has_value(); }));
}

SymptomAnswers symptomAnswers(const clinic::Ratings& ratings) {
    using clinic::Rating;
    const auto yes = [&](Rating rating) -> std::optional<bool> {
        const auto answer = ratings[rating];
        return answer ? std::optional<bool>(*answer > 0) : std::nullopt;
    };
    return {ratings[Rating::Fatigue],      ratings[Rating::Unrefreshed], ratings[Rating::Cognitive],
            yes(Rating::Headache),         yes(Rating::Cramps),          yes(Rating::Depression),
            ratings[Rating::SymptomMonths]};
}

FibromyalgiaCriteria fibromyalgia2016(const std::optional<WidespreadPain>& pain,
                                      const SymptomAnswers& answers) {
    std::vector<ScorePart> parts;
    if (pain) {
        parts = {severityPart(pain->wpi, answers), regionPart(*pain)};
    } else {
        parts = {{{}, core::tr("Nothing is recorded on this map, so there is no WPI.")}};
    }
    parts.push_back(durationPart(answers.months));
    FibromyalgiaCriteria criteria{true, {}};
    for (const ScorePart& part : parts) {
        criteria.why += (criteria.why.empty() ? "" : " ") + part.words;
        if (part.passed == false) criteria.met = false;
        if (!part.passed && criteria.met == true) criteria.met.reset();
    }
    return criteria;
}

std::optional<int> polysymptomaticDistress(const WidespreadPain& pain, const SymptomAnswers& answers) {
    const auto severity = answers.severity();
    return severity ? std::optional<int>(pain.wpi + *severity) : std::nullopt;
}

}  // namespace palpate::analysis
