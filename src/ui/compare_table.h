#pragma once

#include "document/compare_state.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// What became of a number. For layers in which less is neither good nor bad it is only Lower or Higher; it is
// Unknown where one of the two maps does not have the layer recorded.
enum class Trend : std::uint8_t { Unknown, Same, Better, Worse, Lower, Higher };

// Below `smallest` nothing changed. `judged`: less is better.
[[nodiscard]] Trend trendOf(double change, double smallest, bool judged);
// Pain and tension are better when lower; a treated or forbidden area is neither, and neither is what another
// person painted.
[[nodiscard]] bool isJudged(const document::CompareState& compare);
// "−3", "+0.9", "0"
[[nodiscard]] std::string signedText(double change, int decimals);
// A small square with the sign that the body shows for the change; `bin` 0..3 by its size.
void drawTrend(const Ui& ui, const Rect& cell, Trend trend, int bin);

// One region of a comparison as the table shows it.
struct CompareRow {
    body::RegionIndex region = 0;
    std::string name;
    // The highest levels; of a layer without levels the area in cm2. "–" where a map is bare there.
    std::string from, to, change;
    std::string area;  // "34 → 20"; empty where from and to are areas already
    // "new · 12 cm²", "gone · was 30 cm²", "better 20, gone 14 cm²"; of two people "only the client · 12 cm²"
    std::string detail;
    Trend trend = Trend::Same;
    int bin = -1;          // 0..3 by size of the change of the worst level; -1 below half a level
    bool pointed = false;  // the pointer is on it, here or on the body
    bool onBody = false;   // on the body
};
// The regions painted in either map, in the order that is chosen: at first the worst change first.
[[nodiscard]] std::vector<CompareRow> makeCompareRows(const document::Document& document);

// Heads that sort, and the rows, below the cursor of the current window. `hasLevels`: else areas stand in the
// columns of levels. `change`: the head of the column of changes.
std::optional<Action> drawCompareTable(Ui& ui, const std::vector<CompareRow>& rows,
                                       const document::RegionOrder& order, bool hasLevels,
                                       const std::string& change);

}  // namespace palpate::ui
