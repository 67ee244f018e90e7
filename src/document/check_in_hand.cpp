#include "document/check_in_hand.h"

#include "document/selection.h"

#include <algorithm>

namespace palpate::document {

const map::Layer& painOf(const Document& document) {
    return openMapOf(document, clinic::Author::Client)->map.layer(map::LayerKind::Pain);
}

bool isOn(const Document& document, CheckInPage page) {
    return document.checkIn && document.checkIn->page == page;
}

bool show(Document& document, CheckInPage page) {
    if (!document.checkIn || document.painting || document.checkIn->page == CheckInPage::Thanks) return false;
    document.checkIn->trouble.clear();
    if (document.checkIn->page == page) return false;
    document.checkIn->page = page;
    document.checkIn->removed = 0;
    if (page == CheckInPage::Mark) document.checkIn->fromLast = document.checkIn->saidNothing = false;
    ++document.version;
    return true;
}

void emptyHand(Document& document) {
    document.tool.tool = PaintTool::Brush;
    document.tool.brushes[at(map::LayerKind::Pain)] = LayerBrush{};
    document.checkIn->place = map::kNoPlace;
    document.checkIn->another = false;
    ++document.version;
}

void choosePlace(Document& document, map::PlaceNumber place) {
    const map::Layer& pain = painOf(document);
    const auto row = pain.places().find(place);
    document.checkIn->another = false;
    if (row == pain.places().end()) return emptyHand(document);
    document.tool.tool = PaintTool::Brush;
    document.tool.brushes[at(map::LayerKind::Pain)] =
        LayerBrush{std::max(levelOfPlace(pain, place), 1), row->second};
    document.checkIn->place = place;
    ++document.version;
}

void keepPlace(Document& document) {
    if (!painOf(document).places().contains(document.checkIn->place)) document.checkIn->place = map::kNoPlace;
}

}  // namespace palpate::document
