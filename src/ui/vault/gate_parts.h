#pragma once

#include "ui/vault/gate.h"

#include <utility>

// The pages of the gate and what they share; only they and gate.cpp include this.
namespace palpate::ui {

std::optional<GateAsk> drawWelcome(Ui& ui, Rect card, GateState& state, const GateModel& model);
std::optional<GateAsk> drawCreate(Ui& ui, Rect card, GateState& state, const GateModel& model);
std::optional<GateAsk> drawOpenPage(Ui& ui, Rect card, GateState& state, const GateModel& model);
std::optional<GateAsk> drawUnlock(Ui& ui, Rect card, GateState& state, const GateModel& model);
std::optional<GateAsk> drawRecoveryKey(Ui& ui, Rect card, GateState& state, const GateModel& model);

// A frame has at most one: the first.
inline void keepFirstAsk(std::optional<GateAsk>& kept, GateAsk next) {
    if (!kept) kept = std::move(next);
}

// Enter was pressed in a text field, however quickly.
[[nodiscard]] bool isEntered(const Ui& ui);
// From the top of `rest`, as high as it needs.
void paragraph(const Ui& ui, Rect& rest, const Font& font, Colour ink, const std::string& text,
               float after = 14.0F);
void title(const Ui& ui, Rect& rest, const char* icon, const std::string& text);
// A caption over where a control goes.
Rect labelled(const Ui& ui, Rect& rest, const std::string& label);
// What went wrong, on a face of its own; nothing if `text` is empty.
void problemBox(const Ui& ui, Rect& rest, const std::string& text);
// How strong what is typed is, and why: always of the same height.
void drawStrength(const Ui& ui, Rect& rest, const SecretText& passphrase);
// A square to tick with its sentence. True if it was pressed.
bool tick(Ui& ui, const std::string& name, const Rect& row, bool ticked, const std::string& text);
// The key in large groups, as many in a row as fit. The height used is taken off `rest`.
void drawKeyGroups(const Ui& ui, Rect& rest, std::string_view key);

}  // namespace palpate::ui
