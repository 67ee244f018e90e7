#pragma once

#include "core/result.h"
#include "platform/window.h"
#include "ui/problem_page.h"
#include "ui/screen.h"
#include "ui/ui.h"
#include "ui/vault/gate.h"

#include <glm/vec2.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace palpate::app {

// Dear ImGui in a window: its context, its back ends, fonts and style. One unit of Dear ImGui is one unit of
// the window, which is a pixel or, on some systems, several.
class Gui {
public:
    // `window` must outlive this. Errors: a font that cannot be read, a back end that does not start.
    [[nodiscard]] static core::Result<std::unique_ptr<Gui>> create(platform::Window& window,
                                                                   std::filesystem::path fontFolder);
    Gui(const Gui&) = delete;
    Gui& operator=(const Gui&) = delete;
    ~Gui();

    // Takes over theme and scale if they are others than before. Not within a frame. Errors: as for create();
    // then what was there stays.
    // `forClient`: the client's pages, with larger text, and smaller where they would not fit into the
    // window.
    core::Result<void> setLooks(const document::Appearance& looks, bool forClient = false);

    // Lays out one frame without showing it, and says what was asked for.
    std::optional<ui::Action> layOut(const ui::ScreenModel& model);
    // The same for the page that says why there is nothing else, `size` in units.
    std::optional<ui::ProblemAnswer> layOutProblem(const ui::ProblemModel& model, glm::vec2 size);
    // The page that stands before a practice.
    std::optional<ui::GateAsk> layOutGate(ui::GateState& state, const ui::GateModel& model, glm::vec2 size);
    // While something takes long (ui::drawWorking). True: it is to be stopped.
    bool layOutWorking(const std::string& what, double share, bool mayStop, glm::vec2 size);
    // Nothing that was typed or shown stays in the controls. Not within a frame.
    void forget();
    // What was typed last leaves no copy in the text field. Not within a frame.
    void forgetTyping();
    // Draws what was laid out last into the window's framebuffer.
    void paint();

    [[nodiscard]] const ui::UiRects& rects() const { return m_ui.rects; }
    [[nodiscard]] bool isTipPending() const { return m_ui.tipPending; }
    [[nodiscard]] bool hasTipAppeared() const { return m_ui.tipAppeared; }
    // Something that was typed waits for its field.
    [[nodiscard]] bool hasTypingToCome() const { return ui::hasTypingToCome(m_ui); }
    // A page has just come in the place of another one (ui::notePage).
    [[nodiscard]] bool isSettling() const { return ui::isSettling(m_ui); }
    [[nodiscard]] float scale() const { return m_ui.scale; }  // units a dp
    [[nodiscard]] float pixelsPerUnit() const;
    // A text field has the keyboard.
    [[nodiscard]] static bool wantsText();
    // A list of a control hangs open.
    [[nodiscard]] static bool hasListOpen();
    // The keyboard moves from control to control, so that arrows and Enter belong to it.
    [[nodiscard]] bool navigates() const;
    // Tab brings the keyboard to the controls, Escape back to the body.
    void handle(const platform::InputEvent& event);

private:
    Gui(platform::Window& window, std::filesystem::path fontFolder);
    void begin();

    platform::Window& m_window;
    std::filesystem::path m_fontFolder;
    ui::Ui m_ui;
    bool m_glfwReady = false, m_glReady = false;
};

}  // namespace palpate::app
