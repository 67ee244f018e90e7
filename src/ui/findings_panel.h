#pragma once

#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/readings.h"
#include "ui/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// What the map on view says in numbers: the active layer as a whole, then region by region.
struct FindingsModel {
    std::string title;    // "Painted: pain"
    std::string summary;  // "312 cm², 1.7 % of the skin, mean 5.2, worst 8"
    struct Row {
        body::RegionIndex region = 0;
        std::string id, name;
        std::string detail;  // "aching, stiff"
        std::string extent;  // "34 cm²"
        int level = 0;       // the highest in the region
    };
    map::LayerKind layer = map::LayerKind::Pain;
    std::vector<Row> rows;  // worst first
    // "Edges, less than 2 cm² each, reach into: left flank; sacrum": regions that hold no more than the rim
    // of places that lie elsewhere
    std::string edges;
    std::string empty;  // why there are none
    CommandItem list;   // regions can be painted from a list
};
[[nodiscard]] FindingsModel makeFindingsModel(const document::Document& document, const Reading& reading);
// Below the cursor of the current window, as long as it gets.
std::optional<Action> drawFindings(Ui& ui, const FindingsModel& model);

// "34 cm²"; one decimal below 10.
[[nodiscard]] std::string areaText(double cm2);

}  // namespace palpate::ui
