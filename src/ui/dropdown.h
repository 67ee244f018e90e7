#pragma once

#include "ui/rect.h"
#include "ui/ui.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// One of many, behind a button that says which. Opens a list below itself.
struct Dropdown {
    std::string caption = {};  // small, before the text; may be empty
    std::string text = {};     // what is chosen
    struct Entry {
        std::string name;  // of the row's rectangle
        std::string text;
        bool chosen = false;
    };
    std::vector<Entry> entries = {};
    std::string tip = {};
};
// The index of the entry that was pressed.
std::optional<std::size_t> dropdown(Ui& ui, const std::string& name, const Rect& rect, const Dropdown& look);

}  // namespace palpate::ui
