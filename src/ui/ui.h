#pragma once

#include "ui/fonts.h"
#include "ui/theme.h"
#include "ui/ui_rects.h"

namespace palpate::ui {

// What every panel draws with, and where the controls end up. One for each Dear ImGui context.
struct Ui {
    const Theme* theme = &lightTheme();  // never null
    Fonts fonts;                         // of the current atlas, rasterised at `scale`
    float scale = 1.0F;                  // pixels a dp
    UiRects rects;                       // of this frame, once it is drawn
    int depth = 0;                       // what lies over the window is drawn at 2, its face at 1
    // The pointer rests on something whose tip is not due yet: a frame is wanted compat::kTipDelaySeconds
    // later.
    bool tipPending = false;

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
core::Result<void> setUp(Ui& ui, const Theme& theme, float scale, const std::filesystem::path& fontFolder);

// At the start of each frame, after ImGui::NewFrame().
void beginFrame(Ui& ui);

}  // namespace palpate::ui
