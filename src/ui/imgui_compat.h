#pragma once

#include <imgui.h>

#include <cstdint>

// Everything in which Dear ImGui 1.86 (Debian 12) and 1.92 differ and that Palpate uses. Only this header and
// its source ask for the version; everybody else writes to these functions and to what both versions share.
namespace palpate::ui::compat {

// --- Fonts ---

// Chooses FreeType for `atlas`, with light hinting: glyphs keep their shape and their spacing.
void useFreeType(ImFontAtlas& atlas);
// Rasterises what was added, where the library still wants to be told (before 1.92). False: it failed.
bool buildAtlas(ImFontAtlas& atlas);
// After the atlas was built: hands it to the OpenGL back end, which is running and has drawn nothing yet
// (`first`) or has.
void refreshFontTexture(bool first);
// The font has a picture for that character.
bool hasGlyph(ImFont& font, ImWchar character);
// `pixels` is the size that the font was added with.
void pushFont(ImFont* font, float pixels);

// --- Items ---

// An invisible button that the keyboard can reach.
bool pressArea(const char* id, ImVec2 size);
// The last item was hovered long enough to show its tip; works on disabled items too.
bool tipIsDue();
// Enter was pressed in a text field.
bool textEntered();
// How long an item must be hovered until tipIsDue().
inline constexpr double kTipDelaySeconds = 0.5;
// The keyboard moves the focus and its ring should be shown.
bool keyboardFocusVisible();
// Puts the keyboard on the last item and scrolls to it; a text field (`typeInto`) can be typed into at once.
void focusLastItem(bool typeInto);
// Whether the library itself goes through all controls with Tab (from 1.89.4 on); older ones only know text
// fields, and takeTabKey() keeps them from that.
extern const bool kTabsThroughControls;
// Enter presses the control that has the keyboard, as Space does; before 1.89.4 the library does not see to
// it.
extern const bool kEnterPresses;
void takeTabKey();
// Before a frame begins: the space bar counts as up, whatever the keyboard says. (Before 1.87; later ones
// queue keys.)
void holdSpace();
// Within a frame, before anything is drawn: takes away the characters that were typed since the frame before,
// or adds some.
void takeTyped(ImVector<ImWchar>& typed);
void type(const ImWchar* characters, int count);
// The last item is a text field: while it is typed into, Up and Down are its panel's and move no focus.
void keepVerticalArrows();
// A child window without a border of its own.
bool beginChild(const char* id, ImVec2 size, ImGuiWindowFlags flags);

// --- What must not stay in memory ---

// Memory that Dear ImGui gives back is overwritten first. Before any context is made.
void useWipingAllocator();
// Forgets what was typed last: the field that is being edited, its undo, characters that wait, and what was
// copied. Not while a text field is drawn; without a context there is nothing to forget.
void forgetTyping();

// --- Colours and pictures ---

// The theme colour slot of the library's own focus ring, which Palpate replaces.
ImGuiCol focusRingColour();
// What ImDrawList::AddImage takes for an OpenGL texture.
void addImage(ImDrawList& list, std::uint64_t texture, ImVec2 min, ImVec2 max, ImVec2 uvMin, ImVec2 uvMax,
              ImU32 tint = IM_COL32_WHITE);

// --- Input without a back end ---

enum class InputKey : std::uint8_t { Tab, Left, Right, Up, Down, Space, Enter, Escape, Backspace };

// Must be called once after the context was made, before feedKey.
void setUpKeys();
void feedMouse(ImVec2 position);
void feedMouseButton(int button, bool down);
void feedWheel(float notches);
void feedKey(InputKey key, bool down);

}  // namespace palpate::ui::compat
