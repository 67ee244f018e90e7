#pragma once

#include "analysis/change_verdict.h"
#include "ui/action.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// What counts as change, to be set: behind a button, each limit with its source.
struct CompareRulesModel {
    struct Row {
        std::string id;                                   // of the buttons: "compare.rule_levels.less"
        std::string name;                                 // "Worst or mean level"
        std::string value;                                // "2 points"
        std::string source;                               // where the usual value comes from
        std::optional<analysis::ChangeRules> less, more;  // what a step gives; empty at the end of the range
    };
    std::vector<Row> rows;
    bool areUsual = true;
};
[[nodiscard]] CompareRulesModel makeCompareRules(const analysis::ChangeRules& rules);

// The button; the popup opens below it, or above where there is no room.
std::optional<Action> drawCompareRules(Ui& ui, const Rect& button, const CompareRulesModel& model);

}  // namespace palpate::ui
