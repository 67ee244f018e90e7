#pragma once

#include "document/document.h"
#include "ui/ui.h"

#include <string>
#include <vector>

namespace palpate::ui {

// What became of a number. For layers in which less is neither good nor bad it is only Lower or Higher; it is
// Unknown where one of the two maps does not have the layer recorded.
enum class Trend : std::uint8_t { Unknown, Same, Better, Worse, Lower, Higher };

// The measures of a comparison as they are shown: nothing is computed in here.
struct CompareReadout {
    std::string fromTitle, toTitle;  // heads of the columns, "6 Nov"
    struct Metric {
        std::string name, from, to, change;
        Trend trend = Trend::Same;
    };
    std::vector<Metric> metrics;
    std::string overlap;   // "0.63"; empty where the two cannot be compared
    std::string areas;     // "New 12, gone 30, ... cm²"; empty like it
    bool isJudged = true;  // less is better; else it is only less
    struct Region {
        std::string name;
        std::string detail;  // "7 → 5 · 34 → 20 cm²", "new · 12 cm²"
        Trend trend = Trend::Same;
        int bin = -1;  // 0..3 by size of the change of the worst level; -1 below half a level
    };
    std::vector<Region> regions;  // largest change first
    std::string empty;            // why there are none
};
[[nodiscard]] CompareReadout makeCompareReadout(const document::Document& document);

// Below the cursor of the current window.
void drawCompareReadout(Ui& ui, const CompareReadout& readout);

}  // namespace palpate::ui
