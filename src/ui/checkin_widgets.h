#pragma once

#include "ui/action.h"
#include "ui/checkin_model.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <optional>
#include <string>

// What the client's pages are made of: large, calm, few. Sizes for hurting hands and tired eyes in dp; a
// finger needs 60 x 34 (Gao & Sun 2015, doi 10.1177/0018720815581293).
namespace palpate::ui {

namespace client {
inline constexpr float kControl = 72.0F, kPrimary = 88.0F;
inline constexpr float kPadding = 14.0F, kSpace = 8.0F, kGap = 12.0F;
inline constexpr float kRounding = 12.0F;
// A number on the body, and how far round it a finger meets it: beside it there is skin to be marked.
inline constexpr float kBadge = 32.0F, kBadgeTarget = 44.0F;
// What the pages need at the least, so that nothing has to scroll.
inline constexpr float kLeastWidth = 1280.0F, kLeastHeight = 800.0F;
}  // namespace client

// Pixels a dp for the client's pages in a window of that many pixels: a third more than `scale` where there
// is room for it, less where the pages would not fit.
[[nodiscard]] float checkInScale(float scale, float width, float height);

struct BigButton {
    enum class Kind : std::uint8_t { Plain, Primary, Quiet };
    Kind kind = Kind::Plain;
    const char* icon = "";
    std::string text = {};
    bool iconAfter = false;
    bool chosen = false;
    bool enabled = true;
    bool small = false;  // in the smaller text
};
bool bigButton(Ui& ui, const std::string& name, const Rect& rect, const BigButton& look);
// One that asks for a command, unless something else was asked for before; whether it was pressed.
bool bigCommand(Ui& ui, const char* command, const Rect& rect, const BigButton& look,
                std::optional<Action>& asked);

// A button that does nothing when it is pressed: it must be held. `share` of it was. Says so when that begins
// or ends.
std::optional<bool> holdButton(Ui& ui, const std::string& name, const Rect& rect, const std::string& text,
                               bool held, double share);

// 0 to 10 with "none" and "worst possible" at its ends; the number that was pressed.
std::optional<int> painRow(Ui& ui, const Rect& rect, int level, bool enabled);

// A number on a disc in the colour of its level.
void levelMark(const Ui& ui, float centreX, float centreY, float diameter, int level, const Font& font);

}  // namespace palpate::ui
