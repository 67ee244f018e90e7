#pragma once

#include "commands/command.h"
#include "ui/action.h"

namespace palpate::ui {

// Carries out what was asked for while the client has the window. Whatever is not the client's to ask for,
// another client, a visit, a comparison, a dialog, is left undone: this is the only way from a press to the
// document then.
void applyToCheckIn(commands::CommandContext& context, const Action& action);

}  // namespace palpate::ui
