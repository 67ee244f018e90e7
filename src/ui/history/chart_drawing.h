#pragma once

#include "analysis/chart.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// How wide and high a chart is made to fill `rect`, its text as small as the window's small text.
[[nodiscard]] analysis::ChartSize chartSize(const Ui& ui, const Rect& rect);

// Draws a chart, which was made for the size of `rect`. `plain`: with one ink only, signs and patterns tell
// the series apart.
void drawChart(const Ui& ui, const Rect& rect, const analysis::Chart& chart, bool plain);

// The item whose target is at a point of the window; of several the last.
[[nodiscard]] std::optional<std::size_t> itemAt(const Rect& rect, const analysis::Chart& chart, float x,
                                                float y);

// A card with a strong first line beside a point, kept within `room`.
void drawChartTip(const Ui& ui, const Rect& room, float x, float y, const std::vector<std::string>& lines);

}  // namespace palpate::ui
