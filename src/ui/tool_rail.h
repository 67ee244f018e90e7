#pragma once

#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The tools beside the picture, each with its icon and its word, and the ways back and forth below them.
struct ToolRailModel {
    struct Entry {
        CommandItem command;
        const char* icon = "";
        std::string text;
        std::string tip;
        bool chosen = false;
        bool isSwitch = false;  // pressing the chosen one is a wish too
    };
    std::vector<Entry> tools, steps;  // empty: there is nothing to paint on
};
[[nodiscard]] ToolRailModel makeToolRailModel(const document::Document& document);
// Fills `rect`, which is kToolRail dp wide; low ones lose the words and then stand in
// pairs.
std::optional<Action> drawToolRail(Ui& ui, const Rect& rect, const ToolRailModel& model);

inline constexpr float kToolRail = 78.0F;  // dp

}  // namespace palpate::ui
