#pragma once

#include "commands/shortcut.h"
#include "platform/pointer_event.h"

#include <optional>

namespace palpate::app {

// The shortcut that a key press means; empty for keys that no shortcut can name. Letters count by what is
// printed on the key, so that Ctrl+Z is where a German or French keyboard says Z; digits by their place.
// Signs without Ctrl are left to the text that they type, since keyboards differ in where they are: see
// shortcutOf(TextEvent).
[[nodiscard]] std::optional<commands::Shortcut> shortcutOf(const platform::KeyEvent& event);
// The shortcut that a typed sign means: "[", "]", "-", "=", "?"; empty for all other text.
[[nodiscard]] std::optional<commands::Shortcut> shortcutOf(const platform::TextEvent& event);

}  // namespace palpate::app
