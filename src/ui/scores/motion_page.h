#pragma once

#include "clinic/range_of_motion.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/ui.h"
#include "ui/ui_state.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// How far the joints move: the page of the questions that the therapist fills in. One joint at a time, both
// sides beside each other, each with what the newest earlier visit says.
struct MotionModel {
    struct Cell {
        clinic::MotionKey key;
        std::string text;    // as it is being typed, or the degrees that are kept
        bool wrong = false;  // what was typed cannot be kept
        std::string before;  // "visit 3: 60°"; empty if it was never measured
        // What one press makes of it: 5 degrees less or more, or, where nothing is kept yet, what it was
        // before. Empty: nothing to go by, or beyond what the joint can do.
        std::optional<int> less, more;
    };
    struct Row {
        std::string name, range;  // "rotation", "0 to 110°"
        std::vector<Cell> cells;  // left and right, or one
    };
    clinic::Joint joint = clinic::Joint::Neck;
    clinic::MotionMode mode = clinic::MotionMode::Active;
    clinic::MotionMoment moment = clinic::MotionMoment::Before;
    std::vector<Row> rows;
    std::array<bool, clinic::kJoints> measured{};  // by clinic::Joint
    std::string trouble;                           // why nothing can be noted
    std::string wrong;                             // why what is being typed is not kept
};
[[nodiscard]] MotionModel makeMotionModel(const document::Document& document, const UiState& state);

// Into the current window, from the cursor downwards.
std::optional<Action> drawMotionPage(Ui& ui, const MotionModel& model);

}  // namespace palpate::ui
