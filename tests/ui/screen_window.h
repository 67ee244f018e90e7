#pragma once

#include "commands/recording_context.h"
#include "document/edit.h"
#include "document/open.h"
#include "ui/apply_action.h"
#include "ui/headless_ui.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace palpate::test {

// The whole window, laid out without a display; on Tuesday. A test says what is in the document.
struct ScreenWindow {
    explicit ScreenWindow(float scale = 1.0F, ImVec2 size = {1280.0F, 800.0F},
                          const ui::Theme& theme = ui::lightTheme())
        : headless(scale, size, theme) {}

    document::Document& document() { return context.document(); }

    // Draws one model again and again: what is asked for is looked at, not done.
    auto drawing() {
        const ImVec2 size = headless.size();
        return [this, model = ui::makeScreenModel(document(), state, readings,
                                                  {size.x, size.y, headless.ui().scale, kTuesday})](
                   ui::Ui& with) { return ui::drawScreen(with, model); };
    }
    std::vector<ui::Action> press(const std::string& name) {
        const auto draw = drawing();
        headless.settle(draw);
        return headless.press(name, draw);
    }
    // ... and done.
    void pressAndApply(const std::string& name) {
        for (const ui::Action& action : press(name))
            ui::applyAction(context, state, action);
    }
    void run(const std::string& command) { ui::applyAction(context, state, ui::action::Run{command}); }
    const ui::UiRects& settled() {
        headless.settle(drawing());
        return headless.ui().rects;
    }
    bool has(const std::string& name) { return settled().find(name) != nullptr; }

    RecordingContext context;
    HeadlessUi headless;
    ui::UiState state;
    ui::Readings readings;
};

// ... over two visits, both painted by the therapist.
struct PaintedWindow : ScreenWindow {
    explicit PaintedWindow(float scale = 1.0F, ImVec2 size = {1280.0F, 800.0F},
                           const ui::Theme& theme = ui::lightTheme());
};

// Pictures of the body, which take the pointer themselves.
[[nodiscard]] bool isPicture(const ui::UiRects::Item& item);

// Things that a press does not answer at once: pictures, fields, lists that open, columns that are dragged.
[[nodiscard]] bool answersLater(const std::string& name);

void checkNothingOverlaps(const ui::UiRects& rects);
void checkInside(const ui::UiRects& rects, ImVec2 size);

// Presses everything that is on the screen, one after the other, each on a screen as it was.
void checkEveryControlAnswers(PaintedWindow& window);

}  // namespace palpate::test
