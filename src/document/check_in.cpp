#include "document/check_in.h"

#include "core/text.h"
#include "document/check_in_hand.h"
#include "document/check_in_places.h"
#include "document/copy_map.h"
#include "document/edit.h"
#include "document/map_store.h"
#include "document/open.h"
#include "document/saving.h"
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

void keepForTherapist(CheckIn& checkIn, const Document& document) {
    checkIn.tool = document.tool;
    checkIn.layersShown = document.layersShown;
    checkIn.dark = document.appearance.dark;
    checkIn.blackAndWhite = document.appearance.blackAndWhite;
    checkIn.vision = document.appearance.vision;
    checkIn.overlay = document.overlay;
}

// The client sees the body bare, in its own colours.
void showPlainly(Document& document) {
    Appearance& appearance = document.appearance;
    appearance.dark = appearance.blackAndWhite = appearance.helpShown = false;
    appearance.vision = image::Vision::Full;
    document.overlay.reset();
}

void giveBack(Document& document, const CheckIn& checkIn) {
    document.tool = checkIn.tool;
    document.layersShown = checkIn.layersShown;
    document.appearance.dark = checkIn.dark;
    document.appearance.blackAndWhite = checkIn.blackAndWhite;
    document.appearance.vision = checkIn.vision;
    document.overlay = checkIn.overlay;
}

void warn(Document& document, std::string text) {
    notify(document, Notice::Kind::Warning, kCheckInTopic, std::move(text));
}

// The client changed what had been finished and did not finish it again: it is unfinished. Where every mark
// was taken away nobody would see what was said before, so that is shown again.
void settleUnconfirmed(Document& document) {
    const auto& finished = document.checkIn->finished;
    const OpenMap& map = *openMapOf(document, Author::Client);
    if (!finished || map.completed) return;
    if (!finished->marked || !checkInPlaces(document).empty()) {
        return warn(
            document,
            core::tr("The client changed the finished map and did not confirm the change, so the map is "
                     "not finished any more. Let the client read it back in a check-in."));
    }
    const auto copied = copyMap(document, map.key, {.entries = finished->entries});
    if (copied) {
        return warn(
            document,
            core::tr("The client took every mark away and did not confirm that nothing hurts. The map "
                     "shows again what the client had finished before, and is not finished any more. "
                     "Let the client read it back in a check-in."));
    }
    notify(document, Notice::Kind::Error, kCheckInTopic,
           core::trf("The client took every mark away and did not confirm that nothing hurts. What was "
                     "finished before cannot be brought back: {0} Ask the client again.",
                     {copied.error().message()}));
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

// What was finished today says what it says until the client changes it.
void readBackFinished(Document& document) {
    CheckIn& checkIn = *document.checkIn;
    checkIn.saidNothing = checkInPlaces(document).empty();
    checkIn.page = checkIn.saidNothing ? CheckInPage::Nothing : CheckInPage::ReadBack;
    checkIn.finished = {openMapOf(document, Author::Client)->entries, !checkIn.saidNothing};
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
    select(document, std::nullopt);
    keepForTherapist(checkIn, document);
    forgetNews(document);
    document.checkIn = std::move(checkIn);
    document.hover.reset();
    document.heldTool.reset();
    document.textRun.reset();
    document.regions = {};
    document.part.reset();
    document.flat = false;
    document.tool.mirror = false;
    showPlainly(document);
    paintAs(document, Author::Client);
    selectLayer(document, LayerKind::Pain);
    for (const LayerKind layer : map::kLayerKinds)
        showLayer(document, layer, layer == LayerKind::Pain);
    emptyHand(document);
    setDiameter(document, kPalmCm);
    document.checkIn->last = lastMap(document);
    if (reopenMap(document)) readBackFinished(document);
    showMarks(document);
    return {};
}

bool closeCheckIn(Document& document) {
    if (!document.checkIn || document.painting) return false;
    forgetNews(document);
    settleUnconfirmed(document);
    const CheckIn checkIn = *std::exchange(document.checkIn, std::nullopt);
    document.hover.reset();
    // What the client finished and only looked at again stays finished.
    for (OpenMap& map : document.maps)
        if (map.key.author == Author::Client) map.reopened = false;
    ++document.version;
    paintAs(document, Author::Therapist);
    // After the change of hands, which takes words from places that are somebody else's.
    giveBack(document, checkIn);
    showMapOf(document, Author::Client);
    showMarks(document);
    return true;
}

core::Result<bool> endCheckIn(Document& document, core::Timestamp now) {
    if (!closeCheckIn(document)) return false;
    auto finished = finishWriting(document);
    if (finished) return true;
    // The window is still in the client's hands: nothing of the therapist's may be in it.
    (void)openCheckIn(document, now);
    return finished.error();
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

}  // namespace palpate::document
