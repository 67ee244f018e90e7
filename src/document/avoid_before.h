#pragma once

#include "core/result.h"
#include "document/document.h"

// Areas to avoid that an earlier visit painted. A new visit begins bare, and an area that was painted once,
// over a thrombosis or at the client's wish, must not be forgotten with that.
namespace palpate::document {

inline constexpr const char* kAvoidBeforeTopic = "avoid-before";
// The command that the notice offers.
inline constexpr const char* kTakeOverAvoidCommand = "avoid.take_over";

// For the visit that has just been opened: looks for the newest earlier visit on whose therapist's map areas
// to avoid were painted, and offers them unless the open map has such strokes of its own or that earlier
// visit had taken its areas away again. Only for visits of the client's newest day. What cannot be read
// offers nothing: the damage is told elsewhere. Reads the map and the journal of each earlier visit of the
// therapist's until one has areas.
void offerAvoidBefore(Document& document);

// There are some, and the therapist's map of before treatment is not finished.
[[nodiscard]] bool canTakeOverAvoid(const Document& document);
// Shows that map with its layer in hand, paints them into it as one step to undo, each with its reason, and
// turns to the first. Errors: those of copyMap().
core::Result<void> takeOverAvoid(Document& document);
// After an undo or a redo: what was taken over and is gone again is offered again.
void followUndoOfAvoid(Document& document);
// Takes the offer back: the visit is closed, or areas of its own were painted.
void forgetAvoidBefore(Document& document);

}  // namespace palpate::document
