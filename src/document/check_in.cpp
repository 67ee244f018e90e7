#include "document/check_in.h"

#include "core/text.h"
#include "document/check_in_places.h"
#include "document/edit.h"
#include "document/map_store.h"
#include "document/open.h"
#include "document/selection.h"
#include "map/stroke_target.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::document {

namespace {

using clinic::Author;
using map::LayerKind;

constexpr double kPalmCm = 8.0;
constexpr float kMostZoom = 4.0F;
constexpr float kZoomStep = 1.4F;
constexpr float kYawStep = 45.0F;

std::size_t at(LayerKind layer) {
    return static_cast<std::size_t>(layer);
}

const map::Layer& painOf(const Document& document) {
    return openMapOf(document, Author::Client)->map.layer(LayerKind::Pain);
}

bool isOn(const Document& document, CheckInPage page) {
    return document.checkIn && document.checkIn->page == page;
}

bool show(Document& document, CheckInPage page) {
    if (!document.checkIn || document.painting || document.checkIn->page == CheckInPage::Thanks) return false;
    document.checkIn->trouble.clear();
    if (document.checkIn->page == page) return false;
    document.checkIn->page = page;
    ++document.version;
    return true;
}

// A hand that has not touched anything yet.
void emptyHand(Document& document) {
    document.tool.tool = PaintTool::Brush;
    document.tool.brushes[at(LayerKind::Pain)] = LayerBrush{};
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
    document.tool.brushes[at(LayerKind::Pain)] =
        LayerBrush{std::max(levelOfPlace(pain, place), 1), row->second};
    document.checkIn->place = place;
    ++document.version;
}

// The place touched last may be gone, by undo or by the eraser.
void keepPlace(Document& document) {
    if (!painOf(document).places().contains(document.checkIn->place)) document.checkIn->place = map::kNoPlace;
}

// Edits the place touched last, and what the hand goes on with.
bool editTouched(Document& document, const map::PlaceEdit& edit) {
    if (!isOn(document, CheckInPage::Mark) || document.painting) return false;
    const map::PlaceNumber place = document.checkIn->place;
    const auto point = pointOfPlace(*document.body, painOf(document), place);
    if (!point) return false;
    document.tool.tool = PaintTool::Brush;
    const auto edited = editPlace(document, *point, edit);
    if (!edited || !*edited) return false;
    if (painOf(document).places().contains(place)) {
        choosePlace(document, place);
    } else {
        emptyHand(document);
    }
    return true;
}

void keepForTherapist(CheckIn& checkIn, const Document& document) {
    checkIn.tool = document.tool;
    checkIn.layersShown = document.layersShown;
    checkIn.dark = document.appearance.dark;
    checkIn.blackAndWhite = document.appearance.blackAndWhite;
}

// The last map before today's, if something is marked on it.
std::optional<clinic::MapKey> lastMap(const Document& document) {
    const clinic::Visit* today = openVisitOf(document);
    for (auto visit = document.visits.rbegin(); visit != document.visits.rend(); ++visit) {
        if (today == nullptr || visit->id == today->id || visit->at > today->at) continue;
        const clinic::MapKey key{visit->id, Author::Client, clinic::Moment::Before};
        const auto loaded = loadBodyMap(*document.practice, key, *document.body, History::None,
                                        figuresFrom(document.modelsFolder));
        if (!loaded || !loaded->has_value()) continue;
        return (*loaded)->map.layer(LayerKind::Pain).isEmpty() ? std::nullopt : std::optional(key);
    }
    return std::nullopt;
}

// News of a moment is over when the window changes hands; what went wrong stays for the therapist.
void forgetNews(Document& document) {
    std::erase_if(document.notices, [](const Notice& notice) { return notice.kind == Notice::Kind::Info; });
}

}  // namespace

core::Result<void> openCheckIn(Document& document, core::Timestamp now) {
    if (document.checkIn) return {};
    if (auto opened = openTodaysVisit(document, now); !opened) return opened;
    if (const OpenMap* map = openMapOf(document, Author::Client); !map->damage.empty())
        return core::Error{map->damage, "", core::tr("Ask the client during another visit.")};
    CheckIn checkIn;
    keepForTherapist(checkIn, document);
    forgetNews(document);
    document.checkIn = std::move(checkIn);
    document.hover.reset();
    document.heldTool.reset();
    document.selection.reset();
    document.textRun.reset();
    document.regions = {};
    document.part.reset();
    document.flat = false;
    document.tool.mirror = false;
    document.appearance.dark = document.appearance.blackAndWhite = document.appearance.helpShown = false;
    paintAs(document, Author::Client);
    selectLayer(document, LayerKind::Pain);
    for (const LayerKind layer : map::kLayerKinds)
        showLayer(document, layer, layer == LayerKind::Pain);
    emptyHand(document);
    setDiameter(document, kPalmCm);
    document.checkIn->last = lastMap(document);
    const bool finished = reopenMap(document);
    if (finished)
        document.checkIn->page = checkInPlaces(document).empty() ? CheckInPage::Mark : CheckInPage::ReadBack;
    viewFrom(document, body::StandardView::Front);
    return {};
}

bool closeCheckIn(Document& document) {
    if (!document.checkIn || document.painting) return false;
    const CheckIn checkIn = *std::exchange(document.checkIn, std::nullopt);
    document.tool = checkIn.tool;
    document.layersShown = checkIn.layersShown;
    document.appearance.dark = checkIn.dark;
    document.appearance.blackAndWhite = checkIn.blackAndWhite;
    forgetNews(document);
    document.hover.reset();
    // What the client finished stays finished, also if it was looked at again.
    for (OpenMap& map : document.maps)
        if (map.key.author == Author::Client) map.reopened = false;
    ++document.version;
    paintAs(document, Author::Therapist);
    showMapOf(document, Author::Client);
    viewFrom(document, body::StandardView::Front);
    return true;
}

bool holdToLeave(Document& document, bool held) {
    if (!document.checkIn || document.checkIn->held == held) return false;
    document.checkIn->held = held;
    document.checkIn->heldSince = -1.0;
    document.checkIn->heldShare = 0.0;
    ++document.version;
    return true;
}

bool tickCheckIn(Document& document, double seconds) {
    if (!document.checkIn || !document.checkIn->held) return false;
    CheckIn& checkIn = *document.checkIn;
    if (checkIn.heldSince < 0.0) checkIn.heldSince = seconds;
    checkIn.heldShare = std::clamp((seconds - checkIn.heldSince) / kHoldToLeaveSeconds, 0.0, 1.0);
    ++document.version;
    if (checkIn.heldShare >= 1.0) return !closeCheckIn(document);
    return true;
}

void beginTouch(Document& document, const body::SkinPoint& at) {
    if (!isOn(document, CheckInPage::Mark) || document.tool.tool == PaintTool::Erase) return;
    const map::PlaceNumber near = document.checkIn->another
                                      ? map::kNoPlace
                                      : placeNear(*document.body, painOf(document), at,
                                                  static_cast<float>(brushDiameterCm(document)) / 200.0F);
    choosePlace(document, near);
}

void endTouch(Document& document, const body::SkinPoint& at) {
    if (!isOn(document, CheckInPage::Mark)) return;
    if (document.tool.tool == PaintTool::Erase) return keepPlace(document);
    choosePlace(document, map::placeUnder(painOf(document), document.body->mesh(), at));
}

bool rate(Document& document, int level) {
    if (level < 0 || level > map::highestLevel(LayerKind::Pain)) return false;
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
    emptyHand(document);
    document.checkIn->another = true;
    return true;
}

bool toggleErasing(Document& document) {
    if (!isOn(document, CheckInPage::Mark) || document.painting) return false;
    const bool erasing = document.tool.tool == PaintTool::Erase;
    return selectTool(document, erasing ? PaintTool::Brush : PaintTool::Erase);
}

bool takeBackMark(Document& document) {
    if (!isOn(document, CheckInPage::Mark) && !isOn(document, CheckInPage::ReadBack)) return false;
    if (!undo(document)) return false;
    document.checkIn->trouble.clear();
    const auto places = checkInPlaces(document);
    if (places.empty()) {
        document.checkIn->page = CheckInPage::Mark;
        document.checkIn->fromLast = false;
        emptyHand(document);
    } else {
        const bool kept = std::find(places.begin(), places.end(), document.checkIn->place) != places.end();
        choosePlace(document, kept ? document.checkIn->place : places.back());
    }
    return true;
}

bool clientSize(Document& document, double centimetres) {
    if (!isOn(document, CheckInPage::Mark)) return false;
    const bool brush = selectTool(document, PaintTool::Brush);
    return setDiameter(document, centimetres) || brush;
}

bool turnBody(Document& document, float degrees) {
    if (!isOn(document, CheckInPage::Mark) || document.painting) return false;
    const float yaw = document.cameraMove ? document.cameraMove->to.yawDegrees : document.camera.yawDegrees;
    const float pitch =
        document.cameraMove ? document.cameraMove->to.pitchDegrees : document.camera.pitchDegrees;
    const float wanted = std::round((yaw + degrees) / kYawStep) * kYawStep;
    return turn(document, wanted - yaw, -pitch);
}

bool zoomBody(Document& document, bool nearer) {
    if (!isOn(document, CheckInPage::Mark) || document.painting) return false;
    const float least = fitHeight(document) / kMostZoom;
    const float factor = nearer ? std::min(kZoomStep, document.camera.height / least) : 1.0F / kZoomStep;
    return zoomBy(document, factor);
}

bool showRegions(Document& document) {
    if (!isOn(document, CheckInPage::Mark) && !isOn(document, CheckInPage::ReadBack)) return false;
    document.checkIn->part.reset();
    return show(document, CheckInPage::Regions);
}

bool choosePart(Document& document, std::size_t part) {
    if (!isOn(document, CheckInPage::Regions) || part >= bodyParts().size()) return false;
    document.checkIn->part = part;
    ++document.version;
    return true;
}

bool chooseSide(Document& document, body::Side side) {
    if (!isOn(document, CheckInPage::Regions) || document.checkIn->side == side) return false;
    document.checkIn->side = side;
    ++document.version;
    return true;
}

bool markRegion(Document& document, std::string_view region) {
    if (!isOn(document, CheckInPage::Regions) || document.painting) return false;
    const auto index = document.body->atlas().find(region);
    if (!index) return false;
    emptyHand(document);
    if (!fillWhole(document, *index, document.checkIn->side == body::Side::Middle)) return false;
    const auto point = pointIn(*document.body, *index);
    choosePlace(document, map::placeUnder(painOf(document), document.body->mesh(), point));
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
    showPlace(document, place);
    return true;
}

bool removePlace(Document& document, map::PlaceNumber place) {
    if (!isOn(document, CheckInPage::ReadBack)) return false;
    if (!takeAway(document, {place})) return false;
    keepPlace(document);
    document.checkIn->firstRow = 0;
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
    if (!show(document, CheckInPage::Mark)) return false;
    if (document.checkIn->place == map::kNoPlace) emptyHand(document);
    return true;
}

bool askToStartAgain(Document& document) {
    return !checkInPlaces(document).empty() && show(document, CheckInPage::StartAgain);
}

bool startAgain(Document& document) {
    if (!isOn(document, CheckInPage::StartAgain)) return false;
    const bool gone = takeAway(document, checkInPlaces(document));
    document.checkIn->fromLast = false;
    emptyHand(document);
    show(document, CheckInPage::Mark);
    viewFrom(document, body::StandardView::Front);
    return gone;
}

bool sameAsLastTime(Document& document) {
    if (!isOn(document, CheckInPage::Mark) || !document.checkIn->last || !checkInPlaces(document).empty())
        return false;
    if (auto copied = copyMap(document, *document.checkIn->last); !copied) {
        document.checkIn->trouble = core::tr("Last time's marks cannot be shown. Please mark today's.");
        ++document.version;
        return false;
    }
    document.checkIn->fromLast = true;
    return readBack(document);
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
    return show(document, CheckInPage::Thanks);
}

}  // namespace palpate::document
