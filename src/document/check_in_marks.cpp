#include "document/check_in_hand.h"
#include "document/check_in_places.h"
#include "document/edit.h"
#include "map/stroke_target.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace palpate::document {

namespace {

// Edits the place touched last, and what the hand goes on with.
bool editTouched(Document& document, const map::PlaceEdit& edit) {
    if (!isOn(document, CheckInPage::Mark) || document.painting) return false;
    const map::PlaceNumber place = document.checkIn->place;
    const auto point = pointOfPlace(*document.body, painOf(document), place);
    if (!point) return false;
    document.tool.tool = PaintTool::Brush;
    const auto edited = editPlace(document, *point, edit);
    if (!edited || !*edited) return false;
    document.checkIn->begun = false;
    if (painOf(document).places().contains(place)) {
        choosePlace(document, place);
    } else {
        emptyHand(document);
    }
    return true;
}

// The levels of the skin that is shown.
std::vector<map::Value> shownPain(const Document& document) {
    const auto all = painOf(document).values();
    std::vector<map::Value> shown(all.begin(), all.end());
    for (std::uint32_t v = 0; document.part && v < shown.size(); ++v)
        if (!document.part->shows(v)) shown[v] = 0;
    return shown;
}

}  // namespace

void beginTouch(Document& document, const body::SkinPoint& at) {
    if (!isOn(document, CheckInPage::Mark) || document.tool.tool == PaintTool::Erase) return;
    const map::PlaceNumber near = document.checkIn->another
                                      ? map::kNoPlace
                                      : placeNear(*document.body, painOf(document), at,
                                                  static_cast<float>(brushDiameterCm(document)) / 200.0F);
    document.checkIn->begun = near == map::kNoPlace;
    if (document.checkIn->begun && document.checkIn->place != map::kNoPlace)
        document.checkIn->placeBefore = document.checkIn->place;
    choosePlace(document, near);
}

void endTouch(Document& document, const body::SkinPoint& at) {
    if (!isOn(document, CheckInPage::Mark)) return;
    if (document.tool.tool == PaintTool::Erase) return keepPlace(document);
    choosePlace(document, map::placeUnder(painOf(document), document.body->mesh(), at));
}

bool rate(Document& document, int level) {
    if (level < 0 || level > map::highestLevel(map::LayerKind::Pain)) return false;
    map::PlaceEdit edit;
    edit.level = level;
    return editTouched(document, edit);
}

bool toggleFeeling(Document& document, std::string_view word) {
    const auto known = map::qualityWords();
    if (!document.checkIn || std::find(known.begin(), known.end(), word) == known.end()) return false;
    std::vector<std::string> words = document.tool.brush().place.words;
    if (std::erase(words, word) == 0) words.emplace_back(word);
    map::PlaceEdit edit;
    edit.words = std::move(words);
    return editTouched(document, edit);
}

bool setHowDeep(Document& document, map::Depth depth) {
    if (!document.checkIn) return false;
    map::PlaceEdit edit;
    edit.depth = document.tool.brush().place.depth == depth ? map::Depth::Unstated : depth;
    return editTouched(document, edit);
}

bool anotherPlace(Document& document) {
    if (!isOn(document, CheckInPage::Mark) || document.painting || checkInPlaces(document).empty())
        return false;
    if (document.checkIn->place != map::kNoPlace) document.checkIn->placeBefore = document.checkIn->place;
    emptyHand(document);
    document.checkIn->another = true;
    return true;
}

bool takeUpPlace(Document& document, map::PlaceNumber place) {
    if (!isOn(document, CheckInPage::Mark) || document.painting) return false;
    if (levelOfPlace(painOf(document), place) == 0) return false;
    choosePlace(document, place);
    document.checkIn->begun = false;
    return true;
}

bool toggleErasing(Document& document) {
    if (!isOn(document, CheckInPage::Mark) || document.painting) return false;
    const bool erasing = document.tool.tool == PaintTool::Erase;
    return selectTool(document, erasing ? PaintTool::Brush : PaintTool::Erase);
}

bool takeBackMark(Document& document) {
    if (!isOn(document, CheckInPage::Mark) && !isOn(document, CheckInPage::ReadBack)) return false;
    const auto placesBefore = checkInPlaces(document);
    const bool wasBare = placesBefore.empty();
    const std::vector<map::Value> before = shownPain(document);
    if (!undo(document)) return false;
    CheckIn& checkIn = *document.checkIn;
    checkIn.trouble.clear();
    checkIn.begun = false;
    if (checkIn.removed > 0) --checkIn.removed;
    const auto places = checkInPlaces(document);
    if (places.empty()) {
        show(document, CheckInPage::Mark);
        emptyHand(document);
        return true;
    }
    // What comes back may lie on another side than the one that was looked at meanwhile; what happens outside
    // of a part shown alone must not happen unseen.
    if (wasBare || (document.part && shownPain(document) == before)) showMarks(document);
    const auto isLeft = [&](map::PlaceNumber place) {
        return std::find(places.begin(), places.end(), place) != places.end();
    };
    const auto cameBack = std::find_if(places.begin(), places.end(), [&](map::PlaceNumber place) {
        return std::find(placesBefore.begin(), placesBefore.end(), place) == placesBefore.end();
    });
    choosePlace(document, cameBack != places.end()      ? *cameBack
                          : isLeft(checkIn.place)       ? checkIn.place
                          : isLeft(checkIn.placeBefore) ? checkIn.placeBefore
                                                        : places.back());
    return true;
}

bool clientSize(Document& document, double centimetres) {
    if (!isOn(document, CheckInPage::Mark)) return false;
    return setDiameter(document, centimetres);
}

}  // namespace palpate::document
