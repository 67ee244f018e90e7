#pragma once

#include "document/document.h"
#include "map/place.h"
#include "ui/action.h"
#include "ui/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// What a place says beyond level, words and depth: of the place that is being edited, else of the next
// stroke.
struct DetailsModel {
    map::LayerKind layer = map::LayerKind::Pain;
    struct Choice {
        std::string id;    // as maps keep it
        std::string text;  // as it is shown
        bool chosen = false;
    };
    std::vector<Choice> techniques;  // treated
    int minutes = 0;                 // treated; 0 = not stated
    std::vector<Choice> responses;   // treated: the usual ones
    std::vector<Choice> reasons;     // avoid: the usual ones
    std::string response, reason, note;
    bool hasNote = false;  // only of a place that is being edited: a note is about one place
    bool enabled = true;
};
[[nodiscard]] DetailsModel makeDetailsModel(const document::Document& document);
// Below the cursor of the current window; nothing for what has no details.
std::optional<Action> drawDetails(Ui& ui, const DetailsModel& model);

}  // namespace palpate::ui
