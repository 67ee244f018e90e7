#include "analysis/widespread_pain.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace palpate;
using analysis::fibromyalgia2016;
using analysis::SymptomAnswers;
using analysis::widespreadPain;
using analysis::WidespreadPain;

namespace {

WidespreadPain painOf(int wpi, int regions, int sites = 7) {
    return {wpi, sites, regions};
}

// Answers that add up to `severity`, for years.
SymptomAnswers answersOf(int severity, int months = 24) {
    SymptomAnswers answers;
    int* const scales[]{&answers.fatigue, &answers.unrefreshed, &answers.cognitive};
    for (int* scale : scales) {
        *scale = severity < 3 ? severity : 3;
        severity -= *scale;
    }
    bool* const symptoms[]{&answers.headache, &answers.cramps, &answers.depression};
    for (bool* symptom : symptoms) {
        *symptom = severity > 0;
        severity -= *symptom ? 1 : 0;
    }
    answers.months = months;
    return answers;
}

}  // namespace

TEST_CASE("the symptom severity is the sum of three scales and three symptoms") {
    for (int severity = 0; severity <= 12; ++severity)
        CHECK(answersOf(severity).severity() == severity);
}

TEST_CASE("the 2016 criteria follow their table") {
    struct Row {
        int wpi, sss, regions, months;
        bool met;
    };
    const std::vector<Row> rows{{7, 5, 4, 3, true},    {7, 5, 3, 3, false},  {7, 4, 4, 3, false},
                                {3, 12, 5, 3, false},  {4, 9, 4, 3, true},   {6, 9, 4, 3, true},
                                {6, 8, 4, 3, false},   {4, 8, 5, 60, false}, {19, 12, 5, 3, true},
                                {19, 12, 5, 2, false}, {4, 9, 3, 12, false}, {7, 9, 4, 3, true}};
    for (const Row& row : rows) {
        CAPTURE(row.wpi);
        CAPTURE(row.sss);
        CAPTURE(row.regions);
        CAPTURE(row.months);
        const auto result = fibromyalgia2016(painOf(row.wpi, row.regions), answersOf(row.sss, row.months));
        CHECK(result.met == row.met);
        CHECK_FALSE(result.why.empty());
    }
}

TEST_CASE("without answers the criteria are undecided only where answers could decide") {
    CHECK(fibromyalgia2016(painOf(3, 5), {}).met == false);
    CHECK(fibromyalgia2016(painOf(9, 3), {}).met == false);
    CHECK_FALSE(fibromyalgia2016(painOf(4, 4), {}).met.has_value());
    CHECK(fibromyalgia2016(painOf(9, 3), {}).why.find("3 of 5 regions") != std::string::npos);
}

TEST_CASE("jaws, chest and abdomen count for the index and for no region") {
    const std::vector<std::string> excluded{"jaw_L", "jaw_R", "chest", "abdomen"};
    const auto pain = widespreadPain(excluded);
    CHECK(pain.wpi == 4);
    CHECK(pain.sites == 0);
    CHECK(pain.regionsWithPain == 0);
    CHECK_FALSE(pain.isGeneralised());
}

TEST_CASE(
    "one site in each of four regions is generalised but not yet widespread by the definition of 2019") {
    std::vector<std::string> areas{"lower_arm_L", "upper_arm_R", "hip_L", "neck"};
    CHECK(widespreadPain(areas).isGeneralised());
    CHECK_FALSE(widespreadPain(areas).meetsWp2019());
    areas.insert(areas.end(), {"upper_back", "lower_back"});
    CHECK_FALSE(widespreadPain(areas).meetsWp2019());
    areas.push_back("upper_arm_L");
    CHECK(widespreadPain(areas).meetsWp2019());
}

TEST_CASE("the distress scale goes to 31") {
    CHECK(analysis::polysymptomaticDistress(painOf(19, 5, 15), answersOf(12)) == 31);
}
