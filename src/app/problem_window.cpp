#include "app/problem_window.h"

#include "app/frame_pacer.h"
#include "app/gui.h"
#include "core/atomic_file.h"
#include "core/resources.h"
#include "platform/window.h"
#include "render/device.h"

#include <glm/vec2.hpp>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace palpate::app {

namespace {

// One window with the page, from its first frame to the answer.
class ProblemWindow {
public:
    ProblemWindow(platform::Window& window, Gui& gui, ui::ProblemModel model, const Options& options)
        : m_window(window), m_gui(gui), m_model(std::move(model)), m_options(options) {}

    ui::ProblemAnswer ask() {
        while (!m_window.isCloseRequested()) {
            for (const platform::InputEvent& event : takeEvents()) {
                if (isEscape(event)) return ui::ProblemAnswer::Close;
            }
            if (!m_window.isMinimised() && m_pacer.isFrameDue(m_window.seconds())) {
                if (const auto answer = drawFrame()) return *answer;
            }
        }
        return ui::ProblemAnswer::Close;
    }

private:
    static bool isEscape(const platform::InputEvent& event) {
        const auto* key = std::get_if<platform::KeyEvent>(&event);
        return key != nullptr && key->pressed && key->key == platform::Key::Escape;
    }

    std::vector<platform::InputEvent> takeEvents() {
        if (m_pacer.isFrameDue(m_window.seconds()) && !m_window.isMinimised()) {
            m_window.pollEvents();
        } else {
            m_window.waitEvents();
        }
        auto events = m_window.takeEvents();
        if (!events.empty()) m_pacer.stir();
        for (const platform::InputEvent& event : events)
            m_gui.handle(event);
        return events;
    }

    std::optional<ui::ProblemAnswer> drawFrame() {
        const glm::vec2 size = glm::vec2(m_window.framebufferSize()) / m_gui.pixelsPerUnit();
        const auto answer = m_gui.layOutProblem(m_model, size);
        m_gui.paint();
        m_window.swap();
        m_pacer.frameDrawn(m_window.seconds());
        if (!m_options.uiRects.empty())
            (void)core::writeFileAtomically(m_options.uiRects, m_gui.rects().dump());
        return answer;
    }

    platform::Window& m_window;
    Gui& m_gui;
    ui::ProblemModel m_model;
    const Options& m_options;
    FramePacer m_pacer;
};

}  // namespace

ui::ProblemAnswer showProblem(const core::Error& error, const Options& options) {
    const auto resources = core::resourceFolder();
    if (!resources) return ui::ProblemAnswer::Close;
    platform::WindowOptions windowOptions;
    windowOptions.title = "Palpate";
    windowOptions.size = {720, 480};
    auto window = platform::Window::create(windowOptions);
    if (!window) return ui::ProblemAnswer::Close;
    auto device = render::Device::create(platform::Window::loader());
    if (!device) return ui::ProblemAnswer::Close;
    auto gui = Gui::create(*window, *resources / "fonts");
    if (!gui) return ui::ProblemAnswer::Close;
    return ProblemWindow(*window, **gui, ui::makeProblemModel(error), options).ask();
}

}  // namespace palpate::app
