#pragma once

#include "document/document.h"

#include <string>
#include <string_view>

namespace palpate::ui {

// A command of the registry as a control shows it.
struct CommandItem {
    std::string name;      // "map.undo"
    std::string title;     // "Undo"
    std::string shortcut;  // "Ctrl+Z", may be empty
    bool enabled = false;
};

// A name that the registry does not know is a broken promise.
[[nodiscard]] CommandItem commandItem(const document::Document& document, std::string_view name);

}  // namespace palpate::ui
