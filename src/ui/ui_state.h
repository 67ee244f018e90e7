#pragma once

#include "ui/action.h"
#include "ui/metrics.h"

#include <string>

namespace palpate::ui {

// What the window knows beyond the document: nothing in here outlives it.
struct UiState {
    std::string clientSearch, regionSearch;
    bool focusRegionSearch = false;  // in the next frame
    Dialog dialog = Dialog::None;
    Drawer drawer = Drawer::None;
    NewClientDraft newClient;
    float leftWidth = size::kLeftColumn, rightWidth = size::kRightColumn;  // dp, as asked for
};

}  // namespace palpate::ui
