#pragma once

#include "body/atlas.h"
#include "body/camera.h"
#include "body/overlay_kind.h"
#include "clinic/visit.h"
#include "document/tool_settings.h"
#include "image/vision.h"
#include "map/place.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace palpate::document {

// What the client sees.
enum class CheckInPage : std::uint8_t {
    Mark,        // "Where does it hurt today?", with the body
    Regions,     // the list of places, for who cannot or will not point
    ReadBack,    // "Is this right?"
    Nothing,     // "Nothing hurts today. Is this right?", also to read back that it was said
    StartAgain,  // asked once
    Thanks,      // shows nothing of the client
    HardToSee,   // the list of views of what the body itself hides: soles, armpits, inner legs
};

// The window while it is in the client's hands. Every part of it that is not in here belongs to the body and
// to the client's map of today.
struct CheckIn {
    CheckInPage page = CheckInPage::Mark;
    // The place that level, words and depth speak of: the one touched last. kNoPlace: none.
    map::PlaceNumber place = map::kNoPlace;
    map::PlaceNumber placeBefore = map::kNoPlace;  // that they spoke of before the last touch began a place
    bool begun = false;                            // `place` was just begun, and nothing was said of it yet
    bool another = false;  // the next touch begins a place of its own, whatever it touches

    // Of hiddenSkin(), what is looked at, and the side of the body that was looked at before that.
    std::optional<std::size_t> hidden;  // empty: the whole body as it stands
    body::StandardView viewBefore = body::StandardView::Front;

    // Last time's map, if there is one with something on it; whether it was taken as a start today.
    std::optional<clinic::MapKey> last;
    bool fromLast = false;        // what is read back is last time's, or was before some of it was removed
    std::size_t stepsBefore = 0;  // that could be undone before it was taken
    std::size_t removed = 0;      // places taken away on this page, which can be put back
    bool saidNothing = false;     // "nothing hurts" was said before, today

    // The list of places: the part of the body that was chosen, and the side, each asked for anew. Middle:
    // both sides.
    std::optional<std::size_t> part;
    std::optional<body::Side> side;
    std::size_t firstRow = 0;  // of what is read back

    // The therapist's way out: something that is held for a while, not pressed.
    bool held = false;
    double heldSince = -1.0;  // seconds; set by the first tick
    double heldShare = 0.0;   // 0..1

    std::string trouble;  // what could not be done, for the client to call the therapist

    // What the therapist gets back afterwards.
    ToolSettings tool;
    std::array<bool, map::kLayerCount> layersShown{};
    bool dark = false, blackAndWhite = false;
    image::Vision vision = image::Vision::Full;
    std::optional<body::OverlayKind> overlay;

    // The map was finished before: how many entries its journal had then, and whether anything was marked.
    struct Finished {
        std::size_t entries = 0;
        bool marked = false;
    };
    std::optional<Finished> finished;
};

inline constexpr double kHoldToLeaveSeconds = 1.5;

// A part of the body with the regions that the list shows for it, by what left and right share
// (Region::base).
struct BodyPart {
    const char* name;
    std::array<const char*, 12> bases;  // null from where they end
};

}  // namespace palpate::document
