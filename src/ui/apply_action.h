#pragma once

#include "commands/command.h"
#include "ui/action.h"
#include "ui/ui_state.h"

namespace palpate::ui {

// Carries out what a panel asked for, between two frames. What fails becomes a notice of the document.
// Commands that come from a key go through here too (action::Run), so that a key and a button do the same.
void applyAction(commands::CommandContext& context, UiState& state, const Action& action);

}  // namespace palpate::ui
