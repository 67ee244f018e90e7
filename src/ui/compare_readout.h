#pragma once

#include "document/document.h"
#include "ui/action.h"
#include "ui/compare_rules.h"
#include "ui/compare_table.h"
#include "ui/legend.h"
#include "ui/ui.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The measures of a comparison as they are shown: nothing is computed in here.
struct CompareReadout {
    std::string fromTitle, toTitle;  // heads of the columns, "6 Nov"
    std::string changeTitle;         // "Change"; between two people "Apart"
    struct Metric {
        std::string name, from, to, change;
        Trend trend = Trend::Same;
    };
    std::vector<Metric> metrics;
    // What the numbers come to, in words: "No clear change" and why; of two authors how far they agree.
    struct Verdict {
        enum class Kind : std::uint8_t { Clear, NotClear, Unjudged };
        Kind kind = Kind::Unjudged;
        std::string heading, why;
        std::string limits;  // what it was judged by, with sources
    } verdict;
    std::string overlap;              // "0.63"; empty where the two cannot be compared
    std::string areas;                // "New 12, gone 30, ... cm²"; empty like it
    bool isJudged = true;             // less is better; else it is only less
    ChangeWords words;                // of the legend of changes
    bool hasLegend = true;            // at the foot; the difference has it upon the picture
    bool hasLevels = true;            // of the layer; else only areas change
    std::vector<CompareRow> regions;  // in the order that is chosen
    document::RegionOrder order;
    std::string empty;  // why there are none
};
// Why the two maps cannot be compared, one sentence; empty if they can. It names the map that is not
// recorded: by its visit, its author or its moment, whichever way round the two are compared.
[[nodiscard]] std::string whyNotCompared(const document::Document& document);
[[nodiscard]] CompareReadout makeCompareReadout(const document::Document& document);

// Below the cursor of the current window. `rules`: what the verdict is judged by, to be set.
std::optional<Action> drawCompareReadout(Ui& ui, const CompareReadout& readout,
                                         const CompareRulesModel& rules);

}  // namespace palpate::ui
