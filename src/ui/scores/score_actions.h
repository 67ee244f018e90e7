#pragma once

#include "commands/command.h"
#include "ui/action.h"
#include "ui/ui_state.h"

namespace palpate::ui {

// What the scores and the questions ask for; parts of applyAction(). What fails becomes a notice.
void carryOut(commands::CommandContext& context, UiState& state, const action::ShowTab& show);
void carryOut(commands::CommandContext& context, UiState& state, const action::UnfoldScore& unfold);
void carryOut(commands::CommandContext& context, UiState& state, const action::ShowOtherAreas& show);
void carryOut(commands::CommandContext& context, UiState& state, const action::ShowArea& show);
void carryOut(commands::CommandContext& context, UiState& state, const action::CorrectArea& correct);
void carryOut(commands::CommandContext& context, UiState& state, const action::SetAreaRule& set);
void carryOut(commands::CommandContext& context, UiState& state, const action::AskRatings& ask);
void carryOut(commands::CommandContext& context, UiState& state, const action::Rate& rate);
void carryOut(commands::CommandContext& context, UiState& state, const action::AskMotion& ask);
void carryOut(commands::CommandContext& context, UiState& state, const action::NoteMotion& note);
void carryOut(commands::CommandContext& context, UiState& state, const action::TypeMotion& typed);

}  // namespace palpate::ui
