#pragma once

#include "core/time.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <optional>
#include <string>

namespace palpate::ui {

struct TopBarModel {
    std::string client;  // code; empty if nobody is open
    std::string visit;   // "Visit 7 · 20 Nov 2026"; empty if none is open
    // What became of the last change, and whether something still waits to be written.
    std::string saved;
    bool notSaved = false;
    bool isDemo = false;
    bool isDark = false;
    bool comparing = false;
    bool overTime = false;  // the view over time is open, below the comparison or not
    // Of several practitioners the one who is at work; empty where there is no choice.
    std::string who, whoShort;  // the name; its initials, for a narrow window
    CommandItem checkIn, compare, history, sheet, practice, lock, look, looks, help, sayWho;
    // Ways to the columns that the window is too narrow for.
    bool peopleButton = false, toolsButton = false;
    Drawer drawer = Drawer::None;
};

[[nodiscard]] TopBarModel makeTopBarModel(const document::Document& document);
std::optional<Action> drawTopBar(Ui& ui, const Rect& rect, const TopBarModel& model);

}  // namespace palpate::ui
