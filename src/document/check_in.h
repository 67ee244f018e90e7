#pragma once

#include "core/result.h"
#include "core/time.h"
#include "document/document.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// The check-in: the client marks where it hurts, says how bad, reads it back and says yes. A state machine
// over the document, without a window. While Document::checkIn is set the client has the window: the
// functions here are all that can be asked for, and none of them leads to another client, another visit or
// the therapist's map.
//
// Each bumps the version if it changed anything and says so by its result; what does not apply on the page
// that is shown changes nothing.
namespace palpate::document {

// --- In and out, for the therapist ---
// Opens today's visit (makes it if there is none) with an empty hand of the client's: pain, brush, a palm's
// size, before the side of the body that shows most marks. A finished map is opened for change and read back
// first, also one that says that nothing hurts. Errors: no client is open, and those of openTodaysVisit().
core::Result<void> openCheckIn(Document& document, core::Timestamp now);
// Gives the window back to the therapist, who sees the client's map. Nothing is lost, whatever the page.
bool closeCheckIn(Document& document);
// closeCheckIn() before a lock: what it changed is on the disk as well, or the client has the window as
// before. False: there was no check-in. Errors: those of finishWriting().
core::Result<bool> endCheckIn(Document& document, core::Timestamp now);
// What closeCheckIn() has to tell the therapist is a notice on this topic.
inline constexpr const char* kCheckInTopic = "check-in";
// The therapist's key is being held, or was let go.
bool holdToLeave(Document& document, bool held);
// Closes the check-in once the key was held for kHoldToLeaveSeconds. True while it is held: draw again.
bool tickCheckIn(Document& document, double seconds);

// --- On the body ---
// Before a stroke: whether it goes on with a place that is near or begins one, and with what level and words.
// A place begins with level 5 and no words.
void beginTouch(Document& document, const body::SkinPoint& at);
// After it: what was touched is what level, words and depth speak of.
void endTouch(Document& document, const body::SkinPoint& at);
// The level of the place touched last; 0 takes it away.
bool rate(Document& document, int level);
bool toggleFeeling(Document& document, std::string_view word);
bool setHowDeep(Document& document, map::Depth depth);  // the same one again takes it back
bool anotherPlace(Document& document);
// Takes up a place that was marked before, by its number on the body: level, words and depth speak of it.
bool takeUpPlace(Document& document, map::PlaceNumber place);
bool toggleErasing(Document& document);
bool takeBackMark(Document& document);
// Of what touches mark and erase.
bool clientSize(Document& document, double centimetres);

// --- Looking at the body ---
bool turnBody(Document& document, float degrees);  // about the upright axis
// 1x to 4x, a part shown alone up to 12x: about the place touched last, so that it stays in the picture;
// about its middle if none is in it.
bool zoomBody(Document& document, bool nearer);
// Moves along the body, a quarter of the picture, as a drag up or down beside it does. Only where there is
// more of the body, or of the part shown alone, than the picture shows.
[[nodiscard]] bool canLookAlong(const Document& document, bool upward);
bool lookAlong(Document& document, bool upward);
// The whole body, from that side.
bool seeBody(Document& document, body::StandardView view);
// The same after hidden skin was looked at, from the side that was seen before.
bool seeWholeAgain(Document& document);
bool showHardToSee(Document& document);
// One of hiddenSkin(), by its index. What is touched afterwards is rated: not what is out of the picture now.
bool lookAtHidden(Document& document, std::size_t which);

// --- The list, the way without pointing ---
// The parts of the body, in the order in which the list shows them.
[[nodiscard]] std::span<const BodyPart> bodyParts();
// The regions of a part on `side` that the body's atlas has, each once. Middle: those of the left.
[[nodiscard]] std::vector<body::RegionIndex> regionsOf(const body::Atlas& atlas, const BodyPart& part,
                                                       body::Side side);
bool showRegions(Document& document);
bool choosePart(Document& document, std::size_t part);  // no side is chosen then
bool chooseSide(Document& document, body::Side side);
// Whether it is clear what pressing it would mark: it has no sides, or one was chosen.
[[nodiscard]] bool canMarkRegion(const Document& document, body::RegionIndex region);
// Marks the whole region on the side chosen as a place of its own, and shows it on the body. False before a
// side was chosen for a region that has two.
bool markRegion(Document& document, std::string_view region);

// --- Reading back ---
bool readBack(Document& document);      // needs a place
bool nothingHurts(Document& document);  // needs an empty map
bool changePlace(Document& document, map::PlaceNumber place);
// takeBackMark() puts it back; CheckIn::removed counts how often on this page.
bool removePlace(Document& document, map::PlaceNumber place);
bool showRow(Document& document, std::size_t first);
bool goBack(Document& document);  // to the body, from everywhere but the thanks
bool askToStartAgain(Document& document);
bool startAgain(Document& document);  // one step, which takeBackMark() brings back
// Marks today what was marked last time, as one step, and reads it back.
bool sameAsLastTime(Document& document);
// It is not the same: takes last time's marks away again and goes to the bare body.
bool notTheSame(Document& document);
// Finishes the map. What cannot be written is said on the page (CheckIn::trouble), and nothing is lost.
bool confirm(Document& document);

// The client's places of today, in the order in which they were made.
[[nodiscard]] std::vector<map::PlaceNumber> checkInPlaces(const Document& document);

}  // namespace palpate::document
