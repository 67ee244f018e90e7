#include "core/text.h"
#include "document/check_in_hand.h"
#include "document/check_in_places.h"
#include "document/copy_map.h"
#include "document/edit.h"
#include "document/selection.h"
#include "map/stroke_target.h"

namespace palpate::document {

bool showRegions(Document& document) {
    if (!isOn(document, CheckInPage::Mark) && !isOn(document, CheckInPage::ReadBack)) return false;
    document.checkIn->part.reset();
    document.checkIn->side.reset();
    return show(document, CheckInPage::Regions);
}

bool choosePart(Document& document, std::size_t part) {
    if (!isOn(document, CheckInPage::Regions) || part >= bodyParts().size()) return false;
    document.checkIn->part = part;
    document.checkIn->side.reset();
    ++document.version;
    return true;
}

bool chooseSide(Document& document, body::Side side) {
    if (!isOn(document, CheckInPage::Regions) || document.checkIn->side == side) return false;
    document.checkIn->side = side;
    ++document.version;
    return true;
}

bool canMarkRegion(const Document& document, body::RegionIndex region) {
    if (!isOn(document, CheckInPage::Regions)) return false;
    return document.checkIn->side || document.body->atlas().region(region).side == body::Side::Middle;
}

bool markRegion(Document& document, std::string_view region) {
    if (document.painting) return false;
    const auto index = document.body->atlas().find(region);
    if (!index || !canMarkRegion(document, *index)) return false;
    const map::PlaceNumber before = document.checkIn->place;
    emptyHand(document);
    if (!fillWhole(document, *index, document.checkIn->side == body::Side::Middle)) return false;
    const auto point = pointIn(*document.body, *index);
    choosePlace(document, map::placeUnder(painOf(document), document.body->mesh(), point));
    document.checkIn->begun = document.checkIn->place != before;
    if (document.checkIn->begun && before != map::kNoPlace) document.checkIn->placeBefore = before;
    show(document, CheckInPage::Mark);
    showPlace(document, document.checkIn->place);
    return true;
}

bool readBack(Document& document) {
    if (checkInPlaces(document).empty()) return false;
    document.checkIn->firstRow = 0;
    return show(document, CheckInPage::ReadBack);
}

bool nothingHurts(Document& document) {
    return isOn(document, CheckInPage::Mark) && checkInPlaces(document).empty() &&
           show(document, CheckInPage::Nothing);
}

bool changePlace(Document& document, map::PlaceNumber place) {
    if (!isOn(document, CheckInPage::ReadBack)) return false;
    if (levelOfPlace(painOf(document), place) == 0) return false;
    show(document, CheckInPage::Mark);
    choosePlace(document, place);
    document.checkIn->begun = false;
    showPlace(document, place);
    return true;
}

bool removePlace(Document& document, map::PlaceNumber place) {
    if (!isOn(document, CheckInPage::ReadBack)) return false;
    if (!takeAway(document, {place})) return false;
    keepPlace(document);
    ++document.checkIn->removed;
    if (checkInPlaces(document).empty()) goBack(document);
    return true;
}

bool showRow(Document& document, std::size_t first) {
    if (!isOn(document, CheckInPage::ReadBack) || first >= checkInPlaces(document).size()) return false;
    document.checkIn->firstRow = first;
    ++document.version;
    return true;
}

bool goBack(Document& document) {
    if (isOn(document, CheckInPage::Regions) && document.checkIn->part) {
        document.checkIn->part.reset();
        ++document.version;
        return true;
    }
    // Who goes back from reading wants to add a place, and not to change the one that was spoken of last.
    const bool adds = isOn(document, CheckInPage::ReadBack) && !checkInPlaces(document).empty();
    if (!show(document, CheckInPage::Mark)) return false;
    if (adds || document.checkIn->place == map::kNoPlace) emptyHand(document);
    document.checkIn->another = adds;
    return true;
}

bool askToStartAgain(Document& document) {
    return !checkInPlaces(document).empty() && show(document, CheckInPage::StartAgain);
}

bool startAgain(Document& document) {
    if (!isOn(document, CheckInPage::StartAgain)) return false;
    const bool gone = takeAway(document, checkInPlaces(document));
    emptyHand(document);
    show(document, CheckInPage::Mark);
    showWhole(document, body::StandardView::Front);
    return gone;
}

bool sameAsLastTime(Document& document) {
    if (!isOn(document, CheckInPage::Mark) || !document.checkIn->last || !checkInPlaces(document).empty())
        return false;
    document.checkIn->stepsBefore = openMapOf(document, clinic::Author::Client)->history.undoSteps();
    if (auto copied = copyMap(document, *document.checkIn->last); !copied) {
        document.checkIn->trouble = core::tr("Last time's marks cannot be shown. Please mark today's.");
        ++document.version;
        return false;
    }
    document.checkIn->fromLast = true;
    showMarks(document);
    return readBack(document);
}

bool notTheSame(Document& document) {
    if (!isOn(document, CheckInPage::ReadBack) || !document.checkIn->fromLast) return false;
    const OpenMap* open = openMapOf(document, clinic::Author::Client);
    // As if it had never been taken; what the limits of undo do not reach is taken away instead.
    while (open->history.undoSteps() > document.checkIn->stepsBefore && undo(document)) {
    }
    takeAway(document, checkInPlaces(document));
    emptyHand(document);
    show(document, CheckInPage::Mark);
    showWhole(document, body::StandardView::Front);
    return true;
}

bool confirm(Document& document) {
    const bool nothing = isOn(document, CheckInPage::Nothing);
    if (!nothing && !isOn(document, CheckInPage::ReadBack)) return false;
    if (checkInPlaces(document).empty() != nothing) return false;
    if (auto done = completeMap(document); !done) {
        document.checkIn->trouble = core::tr("This could not be saved yet. Please call your therapist.");
        ++document.version;
        return false;
    }
    // What was told of an earlier check-in is settled by this one.
    dismissTopic(document, kCheckInTopic);
    return show(document, CheckInPage::Thanks);
}

}  // namespace palpate::document
