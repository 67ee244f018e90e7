#pragma once

#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/readings.h"
#include "ui/rect.h"
#include "ui/ui.h"
#include "ui/ui_state.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The regions of the atlas: all that the brush does, without a pointer. Typing searches, Up and Down move the
// cursor, to which the body turns, Enter paints.
struct RegionListModel {
    bool open = false;
    std::string search;
    bool takeFocus = false;  // the keyboard goes to the search
    struct Row {
        body::RegionIndex region = 0;
        std::string id, name;
        std::string detail;  // the clinical name; what is painted there
        int level = 0;       // of the active layer, the highest there; 0 = bare
        bool picked = false, current = false;
    };
    std::vector<Row> rows;  // those that the search finds, in the atlas's order
    map::LayerKind layer = map::LayerKind::Pain;
    std::string paintText;  // "Paint 7 on 2 regions"
    bool canPaint = false, canClear = false, canEdit = false;
    CommandItem mirror;
    bool mirrored = false;
    std::string note;  // why nothing can be painted
};
[[nodiscard]] RegionListModel makeRegionListModel(const document::Document& document, const UiState& state,
                                                  const Reading& reading);
// At the left of the window, in place of the clients and the tools.
std::optional<Action> drawRegionList(Ui& ui, const Rect& rect, const RegionListModel& model);

inline constexpr float kRegionList = 400.0F;  // dp, as wide as there is room

}  // namespace palpate::ui
