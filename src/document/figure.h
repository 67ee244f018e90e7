#pragma once

#include "core/result.h"
#include "document/document.h"

#include <string>

namespace palpate::document {

// Gives the open client another figure and keeps that with the client's record. Every map of the client moves
// with it: maps are tied to the vertices, which all figures share, so nothing of them changes and choosing
// the figure before brings back what there was. Areas are those of the new figure. Errors: no client is open,
// maps are being compared, something waits to be written, no such figure, one of another topology, the
// practice cannot write; then nothing changed.
core::Result<void> changeFigure(Document& document, const std::string& figure);

// A figure is taken back and made again like a stroke, in the order in which both were done, as long as the
// visit is open; it belongs to the client's record and not to a map, so it is in no journal.
[[nodiscard]] bool canUndoFigure(const Document& document);
[[nodiscard]] bool canRedoFigure(const Document& document);
// Errors: those of changeFigure(). False: there is none to take back, or not yet.
core::Result<bool> undoFigure(Document& document);
core::Result<bool> redoFigure(Document& document);
// "Figure: male", what undo and redo would change; empty if that is no figure.
[[nodiscard]] std::string figureUndoLabel(const Document& document);
[[nodiscard]] std::string figureRedoLabel(const Document& document);

// After document.body took the place of `before`: the camera shows as much of it, and the same place where it
// was near.
void refitCamera(Document& document, const body::BodyModel& before);

}  // namespace palpate::document
