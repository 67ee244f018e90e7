#pragma once

#include "ui/action.h"
#include "ui/rect.h"

namespace palpate::ui {

struct LayoutRequest {
    float width = 1280.0F, height = 800.0F;  // of the window, pixels
    float scale = 1.0F;                      // pixels a dp
    float left = 240.0F, right = 340.0F;     // columns as asked for, dp
    bool compare = false;                    // the compare view: no clients, two pictures
    Drawer drawer = Drawer::None;
};

// Where the parts of the window are, in pixels. Nothing overlaps, except an open drawer over the centre. A
// column that is not shown has no area.
struct Layout {
    Rect topBar, left, leftSplitter, centre, rightSplitter, right;
    // A window too narrow for all columns keeps the picture and puts columns into drawers.
    bool leftDocked = true, rightDocked = true;
    Rect drawer;  // over the centre, while one is open
    // Where the buttons of the views begin to have room: they stand at one place, comparing or not.
    float viewBarLeft = 0.0F;
};

// Three columns: the centre keeps at least 560 dp. Columns give way first down to their smallest width, then
// the clients and last the tools become drawers.
[[nodiscard]] Layout computeLayout(const LayoutRequest& request);

// Of the scale that was asked for, what a window of that many pixels holds: where it has less than this many
// dp, controls cannot be reached. Never below `plain`, what the screen asks for by itself.
inline constexpr float kLeastWindowWidth = 640.0F, kLeastWindowHeight = 400.0F;  // dp
[[nodiscard]] float heldScale(float wanted, float plain, float width, float height);

inline constexpr float kSmallestLeft = 200.0F, kLargestLeft = 400.0F;    // dp
inline constexpr float kSmallestRight = 320.0F, kLargestRight = 520.0F;  // dp

}  // namespace palpate::ui
