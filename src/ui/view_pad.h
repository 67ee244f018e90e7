#pragma once

#include "body/camera.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

// Everything that moves the picture, as buttons upon it: nothing needs a drag or a key.
namespace palpate::ui {

struct ViewPadModel {
    body::Camera camera;                                         // where the cube is seen from
    std::array<CommandItem, body::kStandardViews.size()> faces;  // in the order of kStandardViews
    std::array<bool, body::kStandardViews.size()> looksFrom{};   // the camera looks straight at that face
    CommandItem turnLeft, turnRight, nearer, farther, fit, flat;
    bool isFlat = false;

    // Parts that can be shown alone, and skin that is hard to see.
    struct Entry {
        CommandItem command;
        std::string text;
        bool chosen = false;
    };
    std::vector<Entry> parts, hidden;
    CommandItem only;        // the part under the pointer: its key is worth knowing
    std::string shownPart;   // "left arm"; empty while the whole body is shown
    CommandItem everything;  // back to the whole body
};
[[nodiscard]] ViewPadModel makeViewPadModel(const document::Document& document);

inline constexpr float kViewPadWidth = 96.0F;  // dp
// From `top` to `bottom`, in pixels of the window.
struct Strip {
    float top = 0.0F, bottom = 0.0F;
};
// In the upper right corner of `room`; what does not fit there is left out, the buttons before the cube. What
// would lie in the strip `free` stands below it, unless there is no room for that.
std::optional<Action> drawViewPad(Ui& ui, const Rect& room, const ViewPadModel& model,
                                  const std::optional<Strip>& free = std::nullopt);
// Where the hands of a body that stands upright and whole in `picture` reach into the pad's column at its
// right edge; empty where the picture is wide enough for both. Says nothing of the camera, so that no button
// moves while the body is turned.
[[nodiscard]] std::optional<Strip> handsBesidePad(const Ui& ui, const Rect& picture);
// Says in the middle of the row that only a part is shown, with the way back. Nothing while all is shown.
std::optional<Action> drawShownPart(Ui& ui, const Rect& row, const ViewPadModel& model);

}  // namespace palpate::ui
