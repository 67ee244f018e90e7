#pragma once

#include "ui/fonts.h"
#include "ui/theme.h"
#include "ui/ui_rects.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// What every panel draws with, and where the controls end up. One for each Dear ImGui context.
struct Ui {
    const Theme* theme = &lightTheme();  // never null
    Fonts fonts;                         // of the current atlas, rasterised at `scale`
    float scale = 1.0F;                  // pixels a dp
    TextSizes text;                      // of the fonts
    UiRects rects;                       // of this frame, once it is drawn
    int depth = 0;                       // what lies over the window is drawn at 2, its face at 1
    bool inDialog = false;               // while a dialog is drawn
    bool blackAndWhite = false;          // paint is shown as patterns, here and on the body
    // Where the keyboard is: controls are counted as they are drawn.
    struct Focus {
        bool inControls = false;  // Tab brought it there; arrows, Space and Enter are the controls'
        int wanted = -1;          // the control that gets it in this frame; -1 = none
        int here = -1;            // the one that had it when the last frame was drawn
        int stops = 0;            // controls of this frame
        bool onlyDialog = false;  // the last frame had a dialog: what lies below it is passed over
    } focus;
    // Keys for the list that a search belongs to, pressed since the frame before. Dear ImGui 1.86 misses a
    // key that goes down and up between two frames.
    struct ListKeys {
        int steps = 0;  // Down minus Up
        bool enter = false, escape = false;
    } listKeys, nextListKeys;
    // What is typed after Tab waits until the field that it leads to can take it, which is some frames later;
    // so do the next Tab and Enter.
    struct Typing {
        int typed = 0;              // characters since the frame before
        ImVector<ImWchar> waiting;  // characters and, between them, the keys; freed, they are overwritten
        struct Key {
            int after = 0;  // characters since the frame before that were typed before it
            ImWchar key = 0;
        };
        std::vector<Key> keys;  // Tab and Enter, since the frame before
        int frames = 0;         // until the field can be typed into
    } typing;
    // The page that was drawn last where pages take each other's place, and since when it is there.
    struct Page {
        std::string layout;
        double since = -1.0e9;  // seconds, as ImGui::GetTime()
        bool isDrawn = false;   // in this frame
    } page;
    std::optional<unsigned> regionShown;  // the row of the list of regions that was last scrolled to
    // The pointer rests on something whose tip is not due yet: a frame is wanted compat::kTipDelaySeconds
    // later.
    bool tipPending = false;
    // A tip was drawn for the first time: Dear ImGui hides it until it knows its size, so more frames are
    // wanted.
    bool tipAppeared = false;

    // Whole pixels, so that edges are sharp.
    [[nodiscard]] float dp(float length) const {
        return static_cast<float>(static_cast<int>(length * scale + 0.5F));
    }
};

// Gives Dear ImGui's own style Palpate's sizes and colours. Call when theme or scale changed.
void applyStyle(const Ui& ui);

// Makes `ui` ready for a scale (scaleFor) and a theme: fonts first, then the style. Not within a frame. The
// program must call compat::refreshFontTexture() afterwards if it has a back end. On an error all stays as it
// was, but for the fonts, which cannot be used.
core::Result<void> setUp(Ui& ui, const Theme& theme, float scale, const std::filesystem::path& fontFolder,
                         const TextSizes& text = {});

// At the start of each frame, after ImGui::NewFrame().
void beginFrame(Ui& ui);

// Tab and Shift+Tab, between two frames: the keyboard goes to the next control or the one before, round and
// round. A press of the mouse takes it away again, and so does leaveControls(), for Escape.
void moveFocus(Ui& ui, bool forward);
void leaveControls(Ui& ui);
// A character was typed, between two frames.
void noteTyped(Ui& ui);
// Something that was typed, or a Tab, still waits: another frame is wanted at once.
[[nodiscard]] bool hasTypingToCome(const Ui& ui);
// ... or will once the next frame begins: a key that presses what has the keyboard now would come too early.
[[nodiscard]] bool isTabOnItsWay(const Ui& ui);
// Enter was pressed in a text field, after all that was typed before it.
[[nodiscard]] bool isEntered(const Ui& ui);
// What was typed last leaves no copy here or in the text field. Not within a frame.
void forgetTyping(Ui& ui);
// ... and nothing of what was shown or pressed is left. Not within a frame.
void forget(Ui& ui);
// A page is drawn whose controls lie as `layout` says. Where another one lay there until now, a press of the
// pointer that begins within kSettleSeconds was meant for that one: the second tap of a hand that shakes or
// hurts.
inline constexpr double kSettleSeconds = 0.6;
void notePage(Ui& ui, const std::string& layout);
[[nodiscard]] bool isSettling(const Ui& ui);
// The press that ended in this frame began too early.
[[nodiscard]] bool wasMeantForEarlierPage(const Ui& ui);
// A key went down, between two frames.
enum class ListKey : std::uint8_t { Up, Down, Enter, Escape };
void noteListKey(Ui& ui, ListKey key);
// While it is true, arrows, Space, Enter and Tab mean the controls and not the body.
[[nodiscard]] inline bool isKeyboardInControls(const Ui& ui) {
    return ui.focus.inControls;
}
// Every control calls it once, right after its Dear ImGui item.
enum class TabStop : std::uint8_t { Control, TextField };
void addTabStop(Ui& ui, bool enabled, TabStop kind = TabStop::Control);

}  // namespace palpate::ui
