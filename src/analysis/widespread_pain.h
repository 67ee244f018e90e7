#pragma once

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

// What the symptom severity scale asks for.
struct SymptomAnswers {
    int fatigue = 0, unrefreshed = 0, cognitive = 0;            // past week, 0 none .. 3 severe
    bool headache = false, cramps = false, depression = false;  // in the last 6 months
    int months = 0;                                             // how long symptoms have been at this level

    // Sum of all, 0..12 (same source).
    [[nodiscard]] int severity() const {
        return fatigue + unrefreshed + cognitive + (headache ? 1 : 0) + (cramps ? 1 : 0) +
               (depression ? 1 : 0);
    }
};

// Whether the 2016 criteria are met: WPI >= 7 and SSS >= 5, or WPI 4..6 and SSS >= 9; generalised pain; for
// at least 3 months.
struct FibromyalgiaCriteria {
    std::optional<bool> met;  // empty where an answer is missing that could make a difference
    std::string why;          // in words, every part that passed or failed
};

[[nodiscard]] FibromyalgiaCriteria fibromyalgia2016(const WidespreadPain& pain,
                                                    const std::optional<SymptomAnswers>& answers);

// The sum of WPI and SSS, 0..31 ("polysymptomatic distress").
[[nodiscard]] int polysymptomaticDistress(const WidespreadPain& pain, const SymptomAnswers& answers);

}  // namespace palpate::analysis
