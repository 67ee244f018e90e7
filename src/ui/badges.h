#pragma once

#include "body/camera.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/rect.h"
#include "ui/spots.h"
#include "ui/ui.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::ui {

// A level written on a picture.
struct Badge {
    float x = 0.0F, y = 0.0F;  // of its place, pixels from the top left of the picture
    map::LayerKind layer = map::LayerKind::Pain;
    int level = 0;
    std::string text = {};  // "7"; "E3" for what was treated how hard; "!" for what is to be avoided
    map::PlaceNumber place = map::kNoPlace;
    float reach = 0.0F;  // about how far its patch goes from there, pixels
    // Where the number itself stands: in its place unless layBeside() moved it.
    float atX = 0.0F, atY = 0.0F;
    bool chosen = false;  // its place is being rated

    [[nodiscard]] bool isBeside() const { return atX != x || atY != y; }
};
// Those of the spots that the document's camera sees in a picture of the document's size.
[[nodiscard]] std::vector<Badge> badgesFor(const document::Document& document,
                                           const std::vector<Spot>& spots);
[[nodiscard]] std::vector<Badge> badgesFor(const document::Document& document, const std::vector<Spot>& spots,
                                           const body::Camera& camera);

// Moves the numbers that would hide their marks beside them, away from `axis` (x of the body's middle in the
// picture), from each other and from other marks, and every number within a picture of that size. `half` is
// half of what a number takes up, all in pixels.
void layBeside(std::vector<Badge>& badges, float half, float axis, float width, float height);

void drawBadges(const Ui& ui, const Rect& rect, const std::vector<Badge>& badges, bool blackAndWhite = false);
struct BadgePress {
    std::optional<Action> asked;
    map::PlaceNumber pointedAt = map::kNoPlace;
};
// A press on a number takes up its place. Recorded as `prefix` and the place, "badge.pain_3", a second patch
// of it as "badge.pain_3.2". `target` is how wide and high it can be pressed, in dp. What was recorded before
// lies above them. One that has just come or moved cannot be pressed in that frame. `tipText` hangs at the
// one that is pointed at.
BadgePress pressBadges(Ui& ui, const Rect& rect, const std::vector<Badge>& badges, const char* prefix,
                       float target, const std::string& tipText);
// Of an item of Ui::rects.
[[nodiscard]] bool isBadge(std::string_view name);

}  // namespace palpate::ui
