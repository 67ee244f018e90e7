#pragma once

#include "body/camera.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/badges.h"
#include "ui/command_item.h"
#include "ui/overlay_view.h"
#include "ui/pin_marks.h"
#include "ui/readings.h"
#include "ui/rect.h"
#include "ui/spots.h"
#include "ui/ui.h"
#include "ui/view_pad.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// Which of the person's own sides lie where in the picture. From the side only `middle` is set.
struct SideLabels {
    std::string left, right;  // at the left and right edge of the picture
    std::string middle;       // at its top
};
// `speaksToClient`: "YOUR LEFT"; else "CLIENT'S LEFT", so that nobody takes it for the therapist's own.
[[nodiscard]] SideLabels sideLabels(const body::Camera& camera, bool speaksToClient);

struct ViewButton {
    CommandItem command;
    std::string text;
    bool active = false;  // the camera looks from there now
    // The worst of the spots that face that way; `painted` says so in words and is empty if there are none.
    map::LayerKind layer = map::LayerKind::Pain;
    int worst = 0;
    bool avoid = false;  // something that is to be avoided faces that way; `painted` says so, too
    std::string painted = {};
};
[[nodiscard]] std::vector<ViewButton> viewButtons(const document::Document& document,
                                                  const std::vector<Spot>& spots,
                                                  const std::vector<Spot>& avoided = {});

// The picture of the body with what is written upon it.
struct ViewportModel {
    std::string name = "viewport";  // of its rectangle
    std::uint64_t texture = 0;      // OpenGL name, first row at the bottom; 0 = none yet
    SideLabels sides;
    std::string region, clinical;  // under the pointer
    std::vector<Badge> badges;
    bool canTakeUp = false;  // a press on a number takes up its place
    std::vector<PinMark> pins;
    std::vector<ViewButton> views;
    CommandItem fit;
    ViewPadModel pad;
    // Front and back side by side: what the picture of the back has of its own.
    bool flat = false;
    std::uint64_t backTexture = 0;
    std::vector<Badge> backBadges;
    std::vector<PinMark> backPins;
    SideLabels backSides;
    bool blackAndWhite = false;
    // Whose map the picture shows, and who paints
    bool hasMap = false;
    clinic::Author shown = clinic::Author::Therapist;
    clinic::Moment moment = clinic::Moment::Before;  // of the therapist's map
    CommandItem showClient, showTherapist;
    std::string locked;  // why the map shown cannot be painted on; empty if it can
    bool mirror = false, erasing = false;
    std::string empty;                     // what to do first, while no visit is open
    CommandItem begin;                     // does it; without a name there is no one thing to do
    std::string beginText;                 // of its button
    std::optional<map::LayerKind> legend;  // the layer whose scale is shown at the edge
    OverlayModel overlay;
};

[[nodiscard]] ViewportModel makeViewportModel(const document::Document& document, const Reading& reading);
// The picture fills `rect` but for the bar of views below it. Its own rectangle is recorded last, so that
// UiRects::at() finds what lies upon it first. What lies upon it keeps clear of the `covered` pixels of its
// top, over which something is told; the picture itself stays as it is.
std::optional<Action> drawViewport(Ui& ui, const Rect& rect, const ViewportModel& model,
                                   float covered = 0.0F);

// The parts that the compare view shares
void drawPicture(Ui& ui, const Rect& rect, std::uint64_t texture);
void drawSideLabels(const Ui& ui, const Rect& rect, const SideLabels& sides);
// The strip below the pictures: the standard views and the way to see all of it. kViewBar dp high.
std::optional<Action> drawViewBar(Ui& ui, const Rect& rect, const std::vector<ViewButton>& views,
                                  const CommandItem& fit, bool blackAndWhite = false);

}  // namespace palpate::ui
