#pragma once

#include "clinic/ratings.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/scores/motion_page.h"
#include "ui/ui.h"
#include "ui/ui_state.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The questions of a visit, page by page: large numbers to press, each may be left out, each answer is kept
// at once.
struct RatingsModel {
    clinic::RatingGroup page = clinic::RatingGroup::Pain;
    struct Question {
        const clinic::RatingInfo* info = nullptr;
        std::optional<int> answer;
        std::string before;  // "last time 6"; empty if it was not asked
    };
    std::vector<Question> questions;
    std::string when;     // "Past week", what the page asks about
    std::string sum;      // what the page adds up to so far
    std::string trouble;  // why nothing can be answered
    // Which pages have answers, by RatingGroup.
    std::array<bool, 6> answered{};
    std::optional<MotionModel> motion;  // the page of joints, shown instead of the questions
    bool isMeasured = false;            // that page has numbers
    action::AskMotion motionPage;       // where it was left
};
[[nodiscard]] RatingsModel makeRatingsModel(const document::Document& document, const UiState& state);

// Into the current window, from the cursor downwards.
std::optional<Action> drawRatings(Ui& ui, const RatingsModel& model);

// The height in dp that the page with most questions needs.
inline constexpr float kRatingsWidth = 900.0F, kRatingsHeight = 748.0F;

}  // namespace palpate::ui
