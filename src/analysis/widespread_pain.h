#pragma once

#include "clinic/ratings.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace palpate::analysis {

// Widespread pain from the 19 areas of the 2016 revision of the fibromyalgia criteria (Wolfe and others,
// Semin Arthritis Rheum 2016;46:319-329). A screening aid, not a diagnosis.
struct WidespreadPain {
    int wpi = 0;              // areas with pain, 0..19
    int sites = 0;            // of the 15 that count for generalised pain: without jaws, chest and abdomen
    int regionsWithPain = 0;  // of five: left and right upper, left and right lower, axial; by those 15

    // Pain in at least 4 of the 5 regions.
    [[nodiscard]] bool isGeneralised() const { return regionsWithPain >= 4; }
    // Chronic widespread pain by the 2019 definition: at least 4 of 5 regions and 7 of the 15 sites (Wolfe
    // and others 2019).
    [[nodiscard]] bool meetsWp2019() const { return isGeneralised() && sites >= 7; }
};

// `areas`: ids of the instrument "wpi_2016" ("jaw_L", "upper_back"), each once. An id that it does not have
// is a broken promise.
[[nodiscard]] WidespreadPain widespreadPain(std::span<const std::string> areas);
// One of the 15: not a jaw, the chest or the abdomen.
[[nodiscard]] bool isWidespreadSite(std::string_view area);

// What the symptom severity scale asks for; what was not answered is empty.
struct SymptomAnswers {
    std::optional<int> fatigue, unrefreshed, cognitive;  // past week, 0 none .. 3 severe
    std::optional<bool> headache, cramps, depression;    // in the last 6 months
    std::optional<int> months;                           // how long symptoms have been at this level

    // Sum of all, 0..12 (same source); empty where an answer is missing.
    [[nodiscard]] std::optional<int> severity() const;
    // What the sum is at the least and at the most, whatever the missing answers would be.
    [[nodiscard]] int leastSeverity() const;
    [[nodiscard]] int mostSeverity() const;
    [[nodiscard]] int missing() const;  // of the six that are summed
};
[[nodiscard]] SymptomAnswers symptomAnswers(const clinic::Ratings& ratings);

// Whether the 2016 criteria are met: WPI >= 7 and SSS >= 5, or WPI 4..6 and SSS >= 9; generalised pain; for
// at least 3 months. Answers that are missing are not guessed: where every answer that they could be leads to
// the same result, that is the result. So it is with the areas: `pain` is empty where nobody recorded any.
struct FibromyalgiaCriteria {
    std::optional<bool> met;  // empty where an answer is missing that could make a difference
    std::string why;          // in words, every part that passed, failed or is open
};

[[nodiscard]] FibromyalgiaCriteria fibromyalgia2016(const std::optional<WidespreadPain>& pain,
                                                    const SymptomAnswers& answers);

// The sum of WPI and SSS, 0..31 ("polysymptomatic distress", the fibromyalgia severity score); empty where an
// answer is missing.
[[nodiscard]] std::optional<int> polysymptomaticDistress(const WidespreadPain& pain,
                                                         const SymptomAnswers& answers);

}  // namespace palpate::analysis
