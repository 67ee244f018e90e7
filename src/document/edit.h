#pragma once

#include "body/camera.h"
#include "core/result.h"
#include "document/document.h"
#include "map/stroke.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// The functions that change a document between strokes. Each bumps the version if it changed anything and
// says so by its result; what does not apply (no visit open, a level out of range) changes nothing.
namespace palpate::document {

// --- Painting as whom, with what ---
// Also shows that author's map, and moves to a layer that the author may paint.
bool paintAs(Document& document, clinic::Author author);
bool showMapOf(Document& document, clinic::Author author);
// Whether the therapist's map of before the treatment or of after it is painted; shows it.
bool setMoment(Document& document, clinic::Moment moment);
bool selectLayer(Document& document, map::LayerKind layer);  // another one turns the mirror off
bool showLayer(Document& document, map::LayerKind layer, bool shown);
bool selectTool(Document& document, PaintTool tool);
bool setLevel(Document& document, int level);
bool setDiameter(Document& document, double centimetres);  // held within what a stroke may have
bool setMirror(Document& document, bool mirror);
// Words that the active layer does not know are no change.
bool toggleWord(Document& document, std::string_view word);
bool setDepth(Document& document, map::Depth depth);
// Level, words and so on: of the place that is being edited, else of the next stroke on the active layer. The
// functions above change the same.
[[nodiscard]] const map::Place& placeInHand(const Document& document);
[[nodiscard]] int levelInHand(const Document& document);
bool changePlace(Document& document, const map::PlaceEdit& edit, EditPace pace = EditPace::Whole);
// What the next pin says; a grade that its kind cannot have is left out.
bool setPin(Document& document, const map::Pin& pin);

// --- The open maps ---
// Takes back or makes again one step of the map of whoever paints, and writes that down. With pins in hand
// nothing is under the pointer until it moves.
bool undo(Document& document);
bool redo(Document& document);
// Takes back the newest step for good: for a stroke that was given up while it was being made.
bool takeBack(Document& document);
// Paints a whole stroke into the map of whoever paints. False: nothing changed and nothing was kept.
// Errors: painting is not possible now (whyNoPainting), a stroke that does not fit the body.
core::Result<bool> paint(Document& document, const map::Stroke& stroke);
// Fills a region of the atlas with the active layer, level and words, or erases it.
core::Result<bool> fillRegion(Document& document, std::string_view region);
// The place of the active layer that a person means who points there (map::placeUnder).
[[nodiscard]] map::PlaceNumber placeUnder(const Document& document, const body::SkinPoint& point);
// Changes the place under that point as a whole. False: it was like that already. Errors: those of paint(),
// nothing painted there.
core::Result<bool> editPlace(Document& document, const body::SkinPoint& at, const map::PlaceEdit& edit);
// Takes a pin away. Errors: those of paint(), no such pin.
core::Result<bool> removePin(Document& document, map::PinNumber number);
// Says that the map of whoever paints is finished.
core::Result<void> completeMap(Document& document);
// Lets the map of whoever paints be changed although it is finished, until the visit is opened the next time.
// False if it was not closed.
bool reopenMap(Document& document);

// --- The camera ---
// Of the picture: pixels, how many of them a dp has, and how many at its top lie under something else, so
// that the head of the whole body is not to lie there. A camera that showed the whole body still does.
bool setViewport(Document& document, glm::vec2 size, float pixelsPerDp = 1.0F, float roomAtTop = 0.0F);
bool setCamera(Document& document, const body::Camera& camera);
// Moves there within a quarter of a second, at once if motion is to be reduced.
void moveCamera(Document& document, const body::Camera& camera);
void viewFrom(Document& document, body::StandardView view);
// The camera that viewFrom goes to.
[[nodiscard]] body::Camera standardView(const Document& document, body::StandardView view);
// All that is shown from where the camera looks now.
void viewAll(Document& document);
// Comes nearer to the skin under the pointer; false if there is none.
bool viewHover(Document& document);
// Within cameraLimits(), about the body's axis.
bool turn(Document& document, float yawDegrees, float pitchDegrees);
bool zoomBy(Document& document, float factor);  // about the middle of the picture
// What lies under that pixel of the picture, skin if there is some, stays there.
bool zoomAt(Document& document, float factor, glm::vec2 position);
// That point of the skin stays there.
bool zoomAbout(Document& document, float factor, const body::SkinPoint& skin);

// Up or down by that many pixels of the picture, as far as there is more of the body: not where it is seen
// whole.
bool slide(Document& document, float pixels);
// Where that would lead from there.
[[nodiscard]] body::Camera slid(const Document& document, body::Camera camera, float pixels);

// --- Flat: front and back side by side, for who thinks on paper ---
// No drag turns it; a view from any other side leaves it.
bool setFlat(Document& document, bool flat);
// The camera of the front's picture or of the back's: both look at the same height and the same side.
[[nodiscard]] body::Camera flatCamera(const Document& document, body::StandardView side);
// While it is flat: the camera becomes that of the picture which the pointer is on.
bool useFlatSide(Document& document, body::StandardView side);

// --- Showing only a part ---
// Hides all other skin, from sight, from the pointer and from the brush; "" shows the whole body again. Comes
// to where all that is shown is seen, from where the camera looks now. Errors: body::BodyPart::create().
core::Result<void> showOnly(Document& document, std::string_view part);
// Shows the whole body again if that region is hidden: for what asks for it by name.
core::Result<void> bringIntoSight(Document& document, body::RegionIndex region);
// Skin that other skin is in the way of, seen from where it is seen best: a part shown alone, or the whole
// body seen from near where cutting it would show more holes than skin. The person's right before the left.
struct HiddenSkin {
    const char* id;     // "soles"
    const char* title;  // tr("Soles")
    const char* part;   // shown alone; "": the whole body
    float yawDegrees, pitchDegrees;
    const char* belowTopOf = "";  // the whole body: the region whose upper end is in the middle
};
[[nodiscard]] std::span<const HiddenSkin> hiddenSkin();
core::Result<void> viewHiddenSkin(Document& document, const HiddenSkin& skin);
// Moves the camera on. True while there is more to come.
bool tick(Document& document, double seconds);

bool setHover(Document& document, const std::optional<Hover>& hover);

// --- What a person is told ---
void notify(Document& document, Notice::Kind kind, std::string topic, std::string text);
// The same with what the notice offers; its id is given here.
void notify(Document& document, Notice notice);
bool dismissNotice(Document& document, std::uint64_t id);
bool dismissTopic(Document& document, std::string_view topic);

// --- Looks ---
bool setAppearance(Document& document, const Appearance& appearance);

}  // namespace palpate::document
