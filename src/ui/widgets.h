#pragma once

#include "ui/colour.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

// The controls of the window. Each has a name that is unique in the window, stands where it is told, and
// leaves its rectangle in Ui::rects. What is not enabled is drawn so and does nothing.
namespace palpate::ui {

// What of the window, or of a part that scrolls, can be drawn on now.
[[nodiscard]] Rect windowClip();

// What the pointer or the keyboard does with a rectangle.
struct Press {
    bool pressed = false;  // released upon it, or Enter or Space
    bool hovered = false;
    bool held = false;
};
// A rectangle that can be pressed; draws only the focus ring.
Press press(Ui& ui, const std::string& name, const Rect& rect, bool enabled = true);
// The same for the pointer alone: Tab passes it over. For pictures and for the edges of columns.
Press pointerArea(Ui& ui, const std::string& name, const Rect& rect);
// The ring round the last item while the keyboard is on it.
void drawFocusRing(const Ui& ui, const Rect& rect);

// Explains the last control once the pointer rests on it. `shortcut` may be empty.
void tip(Ui& ui, const std::string& text, const std::string& shortcut = {});

struct Button {
    enum class Kind : std::uint8_t {
        Plain,    // outlined
        Primary,  // the one thing to do here: filled with the accent colour
        Ghost,    // bare until the pointer comes
    };
    Kind kind = Kind::Plain;
    const char* icon = "";  // before the text
    std::string text = {};  // empty: only the icon, in the middle
    std::string tip = {};
    std::string shortcut = {};
    bool enabled = true;
    bool chosen = false;  // for buttons that stay down
    bool isStop = true;   // Tab comes to it
};
bool button(Ui& ui, const std::string& name, const Rect& rect, const Button& look);
// The width that icon, text and padding need.
[[nodiscard]] float buttonWidth(const Ui& ui, const Button& look);

// Several choices of which one holds, in one frame.
struct Segment {
    std::string name = {};  // of the control
    const char* icon = "";
    std::string text = {};
    std::string tip = {};
    std::string shortcut = {};
    bool chosen = false;
    bool enabled = true;
    // The face and ink of the chosen one; the accent's soft colours if `face` is transparent.
    Colour face = {0, 0, 0, 0}, ink = {0, 0, 0, 0};
};
// The index of the segment that was pressed; pressing the chosen one counts too.
std::optional<std::size_t> segmented(Ui& ui, const Rect& rect, std::span<const Segment> segments);

// A word that can be on or off.
struct Chip {
    std::string name = {};
    std::string text = {};
    bool chosen = false;
};
// Lays chips in as many rows as they need below the cursor; the index of the one that was pressed.
std::optional<std::size_t> chips(Ui& ui, std::span<const Chip> chips, bool enabled);

// A value on a line, changed by dragging or with the arrow keys. The new value while it is being moved.
struct Slider {
    double value = 0.0, least = 0.0, most = 1.0;
    bool logarithmic = false;  // equal steps multiply; `least` must be above 0
    bool enabled = true;
    std::string tip = {};
};
std::optional<double> slider(Ui& ui, const std::string& name, const Rect& rect, const Slider& look);

// One line of text to type. The new text in the frame in which it changed.
struct Field {
    std::string text = {};
    std::string hint = {};  // shown while it is empty
    const char* icon = "";
    bool wrong = false;      // outlined as needing attention
    bool takeFocus = false;  // the keyboard starts here
    std::size_t most = 200;  // bytes, of UTF-8
};
std::optional<std::string> field(Ui& ui, const std::string& name, const Rect& rect, const Field& look);
// Several lines; `hint` and `icon` are not drawn.
std::optional<std::string> textArea(Ui& ui, const std::string& name, const Rect& rect, const Field& look);

// A row of a list. Draws its face; the caller writes upon it.
Press listRow(Ui& ui, const std::string& name, const Rect& rect, bool chosen);

// Second in rank: a small line above a control or group.
void caption(Ui& ui, const std::string& text);
// A friendly line in the middle of an empty space, with an icon over it.
void emptyState(Ui& ui, const Rect& rect, const char* icon, const std::string& text);

}  // namespace palpate::ui
