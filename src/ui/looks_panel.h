#pragma once

#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/ui.h"

#include <array>
#include <optional>

namespace palpate::ui {

// How the window looks, and as whom it is seen: all of it at once, so that nobody has to know a key.
struct LooksModel {
    document::Appearance appearance;
    CommandItem dark, contrast, motion, larger, smaller, blackAndWhite;
    std::array<CommandItem, image::kVisions.size()> visions;  // in the order of kVisions
};
[[nodiscard]] LooksModel makeLooksModel(const document::Document& document);

// Into the current window, from the cursor downwards.
std::optional<Action> drawLooks(Ui& ui, const LooksModel& model);

}  // namespace palpate::ui
