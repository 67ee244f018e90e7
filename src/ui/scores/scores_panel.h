#pragma once

#include "ui/action.h"
#include "ui/rect.h"
#include "ui/scores/scores_model.h"
#include "ui/ui.h"

#include <optional>

namespace palpate::ui {

inline constexpr float kScoresStrip = 56.0F;  // dp

// Below the painting tools: the scores in one line, live while painting, and the way to them and to the
// questions.
std::optional<Action> drawScoresStrip(Ui& ui, const Rect& rect, const ScoresModel& model);

// In place of the painting tools.
std::optional<Action> drawScores(Ui& ui, Rect rect, const ScoresModel& model);

}  // namespace palpate::ui
