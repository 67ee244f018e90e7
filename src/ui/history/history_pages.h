#pragma once

#include "ui/history/history_panel.h"

// The pages of the view over time; only ui/history includes this.
namespace palpate::ui {

std::optional<Action> drawTimelinePage(Ui& ui, const Rect& rect, const HistoryModel& model);
std::optional<Action> drawFrequencyPage(Ui& ui, const Rect& rect, const HistoryModel& model);
std::optional<Action> drawTreatmentPage(Ui& ui, const Rect& rect, const HistoryModel& model);

// Front and back side by side, with the letters of the person's own sides; "history.front", "history.back".
void drawBodyPair(Ui& ui, const Rect& rect, const HistoryModel& model, const std::string& bare);
// A row of cells below each other's: `shares` of the width, the first to the left, the others to the right.
void drawCells(const Ui& ui, Rect row, const std::vector<std::string>& cells,
               const std::vector<float>& shares, bool isHead);

}  // namespace palpate::ui
