#pragma once

#include "ui/vault/gate_parts.h"
#include "ui/vault/practice_dialog.h"

// The pages of the practice's dialog; only they and practice_dialog.cpp include this.
namespace palpate::ui {

void drawBackupTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked);
void drawKeysTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked);
void drawNewKey(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked);
void drawLockTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked);
void drawPeopleTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked);
void drawCheckTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked);
void drawLogTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked);

}  // namespace palpate::ui
