#pragma once

#include "app/pictures.h"
#include "app/pointer_input.h"
#include "commands/command.h"
#include "platform/pointer_event.h"
#include "ui/ui_rects.h"
#include "ui/ui_state.h"

#include <glm/vec2.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::app {

// Where the last frame put things, and who has the keyboard.
struct InputSurroundings {
    const ui::UiRects& rects;
    std::span<const PicturePlace> places;
    float pixelsPerUnit = 1.0F;
    bool textHasKeys = false;        // a text field
    bool navigationHasKeys = false;  // moving from control to control
    bool listHangsOpen = false;      // of a control: Escape and arrows are not for what lies below it
    bool settling = false;           // a page has just come: a press was meant for what lay there before
};

// Says who an event of the window is for: the picture's pointer tool, or a command by its key. What the
// controls do with it is their own affair.
class InputRouter {
public:
    void route(commands::CommandContext& context, ui::UiState& state, const platform::InputEvent& event,
               const InputSurroundings& around);

    // While no practice is open: where the pointer is, and nothing else.
    void watch(const platform::InputEvent& event);
    // Nothing of what was under way is left.
    void forget();

    // A stroke or a turn is under way.
    [[nodiscard]] bool isBusy() const { return m_pointer.isBusy(); }
    // Where the pointer was seen last, in pixels of the window, and whether a button was down.
    [[nodiscard]] glm::dvec2 pointer() const { return m_seenAt; }
    [[nodiscard]] bool isButtonDown() const { return m_buttonDown; }
    // Ends what is under way as if the button had been let go.
    void letGo(document::Document& document) { m_pointer.letGo(document); }
    // What time alone brings about; `seconds` of the events' clock.
    void tick(commands::CommandContext& context, double seconds) { m_pointer.tick(context, seconds); }
    [[nodiscard]] std::optional<double> pieceEnds() const { return m_pointer.pieceEnds(); }

private:
    void point(commands::CommandContext& context, const platform::PointerEvent& event,
               const InputSurroundings& around);
    void scroll(document::Document& document, const platform::ScrollEvent& event,
                const InputSurroundings& around);
    void press(commands::CommandContext& context, ui::UiState& state, const platform::KeyEvent& event,
               const InputSurroundings& around);
    void holdKey(document::Document& document, const platform::KeyEvent& event);
    bool escape(commands::CommandContext& context, ui::UiState& state);
    void runShortcut(commands::CommandContext& context, ui::UiState& state,
                     const commands::Shortcut& shortcut, bool repeated);

    [[nodiscard]] bool isSecondPress(const platform::PointerEvent& event) const;
    [[nodiscard]] PointerInput::Setting settingAt(const document::Document& document, glm::vec2 origin) const;

    PointerInput m_pointer;
    std::string m_place;  // the picture that the pointer is over, or was pressed on
    glm::vec2 m_origin{0.0F};
    glm::dvec2 m_seenAt{0.0};
    bool m_buttonDown = false;
    bool m_spaceHeld = false;
    // The last press on a picture: in dp, and when.
    glm::dvec2 m_pressedAt{-1000.0};
    double m_pressedSeconds = -10.0;
};

}  // namespace palpate::app
