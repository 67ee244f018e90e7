#pragma once

#include "ui/action.h"
#include "ui/history/history_model.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <optional>

namespace palpate::ui {

// The middle of the view over time. The body's pictures are recorded as "history.front" and "history.back",
// the small ones as "history.visit.N".
std::optional<Action> drawHistory(Ui& ui, const Rect& rect, const HistoryModel& model);
// Beside it: what is shown, of whom and where.
std::optional<Action> drawHistoryColumn(Ui& ui, const Rect& rect, const HistoryModel& model);

}  // namespace palpate::ui
