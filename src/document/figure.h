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

// After document.body took the place of `before`: the camera shows as much of it, and the same place where it
// was near.
void refitCamera(Document& document, const body::BodyModel& before);

}  // namespace palpate::document
