#pragma once

#include "clinic/visit.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/compare_pictures.h"
#include "ui/compare_readout.h"
#include "ui/compare_rules.h"
#include "ui/readings.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The compare view: the pictures, what is compared, and the measures.
struct CompareModel : ComparePicturesModel {
    struct VisitEntry {
        core::VisitId id;
        std::string text;
        bool ticked = false;  // stands side by side
    };
    std::vector<VisitEntry> visits;  // newest first
    clinic::MapKey fromKey, toKey;
    clinic::Author author = clinic::Author::Client;
    document::ComparePair pair = document::ComparePair::Visits;
    CommandItem swap;
    struct Choice {
        CommandItem command;
        std::string text;
        bool chosen = false;
    };
    std::vector<Choice> modes, pairs, layers;
    CompareReadout readout;
    CompareRulesModel rules;
};
// Only while document.compare is set.
[[nodiscard]] CompareModel makeCompareModel(const document::Document& document,
                                            const CompareReading& reading);

// The bar of what is compared above the pictures, and the pictures: drawComparedPictures().
std::optional<Action> drawComparePictures(Ui& ui, const Rect& rect, const CompareModel& model);
std::optional<Action> drawCompareColumn(Ui& ui, const Rect& rect, const CompareModel& model);

}  // namespace palpate::ui
