#pragma once

#include "document/check_in.h"

#include <cstddef>

// What the parts of the check-in share: the page that is shown and the hand that marks; only they include
// this.
namespace palpate::document {

[[nodiscard]] constexpr std::size_t at(map::LayerKind layer) {
    return static_cast<std::size_t>(layer);
}

// The client's pain of today. A visit is open.
[[nodiscard]] const map::Layer& painOf(const Document& document);
[[nodiscard]] bool isOn(const Document& document, CheckInPage page);
// Turns to that page. False: it is there already, or nothing follows on the thanks.
bool show(Document& document, CheckInPage page);

// A hand that has not touched anything yet.
void emptyHand(Document& document);
// The hand goes on with that place; an empty hand if there is none.
void choosePlace(Document& document, map::PlaceNumber place);
// The place touched last may be gone, by undo or by the eraser.
void keepPlace(Document& document);

}  // namespace palpate::document
