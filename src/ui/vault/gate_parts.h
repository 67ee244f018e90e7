#pragma once

#include "ui/vault/gate.h"

#include <cstdint>
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

// From the top of `rest`, as high as it needs.
void paragraph(const Ui& ui, Rect& rest, const Font& font, Colour ink, const std::string& text,
               float after = 14.0F);
void title(const Ui& ui, Rect& rest, const char* icon, const std::string& text);
// A caption over where a control goes.
Rect labelled(const Ui& ui, Rect& rest, const std::string& label);
// A sentence on a face of its own, with a sign; nothing if `text` is empty.
struct BoxLook {
    Colour face, ink;
    const char* sign;
};
void toldBox(const Ui& ui, Rect& rest, const BoxLook& look, const std::string& text);
// What went wrong, in such a box.
void problemBox(const Ui& ui, Rect& rest, const std::string& text);
// How strong what is typed is, and why: always of the same height.
void drawStrength(const Ui& ui, Rect& rest, const SecretText& passphrase);
// A square to tick with its sentence. True if it was pressed.
bool tick(Ui& ui, const std::string& name, const Rect& row, bool ticked, const std::string& text);
// Practices to go on with, one a row, as many as there is room for.
void drawRecent(Ui& ui, Rect& card, const char* caption, const GateModel& model,
                std::optional<GateAsk>& asked);

// A new recovery key, where it can be put, and how it is shown that it is kept.
struct KeyToShow {
    SecretText& key;
    SecretText& typedGroup;
    bool& kept;
    std::string note, problem;
    bool takeFocus = false;
    const char* done;  // what the button says that goes on
};
enum class KeyAsk : std::uint8_t { None, Print, Save, Done };
KeyAsk drawKeyToKeep(Ui& ui, Rect& rest, KeyToShow show);

}  // namespace palpate::ui
