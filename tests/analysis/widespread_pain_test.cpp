#include "analysis/widespread_pain.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
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
    std::optional<int>* const scales[]{&answers.fatigue, &answers.unrefreshed, &answers.cognitive};
    for (std::optional<int>* scale : scales) {
        *scale = std::min(severity, 3);
        severity -= **scale;
    }
    std::optional<bool>* const symptoms[]{&answers.headache, &answers.cramps, &answers.depression};
    for (std::optional<bool>* symptom : symptoms) {
        *symptom = severity > 0;
        severity -= **symptom ? 1 : 0;
    }
    answers.months = months;
    return answers;
}

// All that one can answer to one question, and nothing.
std::vector<SymptomAnswers> withEach(const std::vector<SymptomAnswers>& all,
                                     std::optional<int> SymptomAnswers::*item, int most) {
    std::vector<SymptomAnswers> more;
    for (const SymptomAnswers& answers : all) {
        for (int answer = -1; answer <= most; ++answer) {
            more.push_back(answers);
            more.back().*item = answer < 0 ? std::nullopt : std::optional<int>(answer);
        }
    }
    return more;
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

TEST_CASE("a missing answer leaves the criteria open exactly where filling it in could change them") {
    std::vector<SymptomAnswers> all{answersOf(0, 12)};
    all = withEach(all, &SymptomAnswers::fatigue, 3);
    all = withEach(all, &SymptomAnswers::unrefreshed, 3);
    for (const int wpi : {3, 4, 6, 7, 12}) {
        for (const int others : {0, 3, 6}) {
            for (const SymptomAnswers& partly : all) {
                SymptomAnswers answers = partly;
                const SymptomAnswers rest = answersOf(others);
                answers.cognitive = rest.fatigue;
                answers.headache = answers.cramps = answers.depression = others == 6;
                bool canBeMet = false, canFail = false;
                for (int fatigue = 0; fatigue <= 3; ++fatigue) {
                    for (int unrefreshed = 0; unrefreshed <= 3; ++unrefreshed) {
                        SymptomAnswers filled = answers;
                        if (!filled.fatigue) filled.fatigue = fatigue;
                        if (!filled.unrefreshed) filled.unrefreshed = unrefreshed;
                        REQUIRE(filled.severity().has_value());
                        (fibromyalgia2016(painOf(wpi, 4), filled).met == true ? canBeMet : canFail) = true;
                    }
                }
                const auto met = fibromyalgia2016(painOf(wpi, 4), answers).met;
                CHECK(met.has_value() == (canBeMet != canFail));
                if (met) CHECK(*met == canBeMet);
            }
        }
    }
}

TEST_CASE("how long it has lasted decides too, and is never guessed") {
    SymptomAnswers answers = answersOf(9);
    answers.months.reset();
    CHECK_FALSE(fibromyalgia2016(painOf(8, 5), answers).met.has_value());
    CHECK(fibromyalgia2016(painOf(8, 5), answers).why.find("months") != std::string::npos);
    CHECK(fibromyalgia2016(painOf(8, 3), answers).met == false);
    CHECK(fibromyalgia2016(painOf(2, 5), answers).met == false);
}

TEST_CASE("answers come from the ratings of the visit, and what was not asked stays open") {
    clinic::Ratings ratings;
    CHECK(analysis::symptomAnswers(ratings).missing() == 6);
    ratings.set(clinic::Rating::Fatigue, 3);
    ratings.set(clinic::Rating::Headache, 1);
    ratings.set(clinic::Rating::Cramps, 0);
    ratings.set(clinic::Rating::SymptomMonths, 5);
    const SymptomAnswers answers = analysis::symptomAnswers(ratings);
    CHECK(answers.missing() == 3);
    CHECK_FALSE(answers.severity().has_value());
    CHECK(answers.leastSeverity() == 4);
    CHECK(answers.mostSeverity() == 4 + 3 + 3 + 1);
    CHECK(answers.headache == true);
    CHECK(answers.cramps == false);
    CHECK(answers.months == 5);
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
    CHECK_FALSE(analysis::polysymptomaticDistress(painOf(19, 5, 15), {}).has_value());
}
