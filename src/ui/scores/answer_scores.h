#pragma once

#include "clinic/ratings.h"
#include "document/score_state.h"

#include <string>
#include <vector>

namespace palpate::ui {

// What the answers of a visit add up to, in words. "-" where it is not known.
struct AnswerScore {
    std::string id, title, value, detail;
    clinic::RatingGroup group = clinic::RatingGroup::Pain;
};
// Pain against the visit before, PEG, PHQ-4 and the pain grade; those of which anything was asked.
[[nodiscard]] std::vector<AnswerScore> answerScores(const document::ScoreState& state);

// "7, 2 less than at visit 6: much better"; empty where one of them was not asked.
[[nodiscard]] std::string changeText(const document::ScoreState& state, clinic::Rating rating);

// What a page of questions adds up to so far, as one line; empty if it adds up to nothing.
[[nodiscard]] std::string sumText(const document::ScoreState& state, clinic::RatingGroup group);

}  // namespace palpate::ui
