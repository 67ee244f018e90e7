#pragma once

#include "ui/fonts.h"
#include "ui/theme.h"
#include "ui/ui_rects.h"

#include <cstdint>
#include <filesystem>
#include <optional>

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
        bool enter = false;
    } listKeys, nextListKeys;
    // What is typed after Tab waits until the field that it leads to can take it, which is some frames later.
    struct Typing {
        int typed = 0;              // characters since the frame before
        int before = 0;             // of them, those typed before Tab: the last field's
        int frames = 0;             // to wait yet
        ImVector<ImWchar> waiting;  // freed, they are overwritten
    } typing;
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
// A key went down, between two frames.
enum class ListKey : std::uint8_t { Up, Down, Enter };
void noteListKey(Ui& ui, ListKey key);
// While it is true, arrows, Space, Enter and Tab mean the controls and not the body.
[[nodiscard]] inline bool isKeyboardInControls(const Ui& ui) {
    return ui.focus.inControls;
}
// Every control calls it once, right after its Dear ImGui item.
enum class TabStop : std::uint8_t { Control, TextField };
void addTabStop(Ui& ui, bool enabled, TabStop kind = TabStop::Control);

}  // namespace palpate::ui
