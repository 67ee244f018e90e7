#include "ui/layout.h"

#include "ui/metrics.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

struct Widths {
    float left = 0.0F, right = 0.0F;  // dp; 0 = not docked
};

// The widths that leave the centre its 560 dp, taking from the clients first.
Widths dockedWidths(const LayoutRequest& request) {
    const float room = request.width / request.scale;
    float left = request.compare ? 0.0F : std::clamp(request.left, kSmallestLeft, kLargestLeft);
    float right = std::clamp(request.right, kSmallestRight, kLargestRight);
    const float splitters = request.compare ? size::kSplitter : 2 * size::kSplitter;
    float missing = left + right + size::kCentre + splitters - room;
    if (missing > 0.0F && left > 0.0F) {
        const float given = std::min(missing, left - kSmallestLeft);
        left -= given;
        missing -= given;
    }
    if (missing > 0.0F) {
        const float given = std::min(missing, right - kSmallestRight);
        right -= given;
        missing -= given;
    }
    if (missing <= 0.0F) return {left, right};
    right = std::clamp(request.right, kSmallestRight, kLargestRight);
    const float free = room - size::kCentre - size::kSplitter;
    if (free >= kSmallestRight) return {0.0F, std::min(right, free)};
    return {0.0F, 0.0F};
}

Rect drawerRect(const LayoutRequest& request, const Layout& layout) {
    const bool people = request.drawer == Drawer::People && !layout.leftDocked && !request.compare;
    const bool tools = request.drawer == Drawer::Tools && !layout.rightDocked;
    if (!people && !tools) return {};
    const float wanted = (people ? size::kLeftColumn : size::kRightColumn) * request.scale;
    const float width = std::round(std::min(wanted, layout.centre.width * 0.92F));
    Rect over = layout.centre;
    return people ? cutLeft(over, width) : cutRight(over, width);
}

}  // namespace

float heldScale(float wanted, float plain, float width, float height) {
    const float fits = std::min(width / kLeastWindowWidth, height / kLeastWindowHeight);
    return std::max(plain, std::min(wanted, fits));
}

Layout computeLayout(const LayoutRequest& request) {
    const auto pixels = [&request](float dp) { return std::round(dp * request.scale); };
    const Widths docked = dockedWidths(request);
    Layout layout;
    layout.leftDocked = docked.left > 0.0F;
    layout.rightDocked = docked.right > 0.0F;
    Rect rest{0.0F, 0.0F, request.width, request.height};
    layout.topBar = cutTop(rest, pixels(size::kTopBar));
    if (layout.leftDocked) {
        layout.left = cutLeft(rest, pixels(docked.left));
        layout.leftSplitter = cutLeft(rest, pixels(size::kSplitter));
    }
    if (layout.rightDocked) {
        layout.right = cutRight(rest, pixels(docked.right));
        layout.rightSplitter = cutRight(rest, pixels(size::kSplitter));
    }
    layout.centre = rest;
    layout.viewBarLeft = rest.x;
    if (request.compare) {
        LayoutRequest painting = request;
        painting.compare = false;
        const Widths then = dockedWidths(painting);
        if (then.left > 0.0F) layout.viewBarLeft += pixels(then.left) + pixels(size::kSplitter);
    }
    layout.drawer = drawerRect(request, layout);
    return layout;
}

}  // namespace palpate::ui
