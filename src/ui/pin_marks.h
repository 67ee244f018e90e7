#pragma once

#include "document/document.h"
#include "map/pin.h"
#include "ui/ui.h"

#include <string>
#include <vector>

namespace palpate::ui {

// A pin on the picture: its kind is told by its shape and letter, its grade beside it.
struct PinMark {
    float x = 0.0F, y = 0.0F;  // pixels from the top left of the picture
    map::PinKind kind = map::PinKind::TriggerPoint;
    std::string grade = {};  // empty: not stated
    bool chosen = false;
    bool preview = false;  // a press would set it
};
// The pins of the map shown that the document's camera sees, and the one that a press would set.
[[nodiscard]] std::vector<PinMark> pinMarks(const document::Document& document);
[[nodiscard]] std::vector<PinMark> pinMarks(const document::Document& document, const body::Camera& camera);

void drawPinMarks(const Ui& ui, const Rect& rect, const std::vector<PinMark>& marks);
// One marker around (x, y) of the window.
void drawPinShape(const Ui& ui, const PinMark& mark);

}  // namespace palpate::ui
