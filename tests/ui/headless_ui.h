#pragma once

#include "ui/action.h"
#include "ui/imgui_compat.h"
#include "ui/theme.h"
#include "ui/ui.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <optional>
#include <string>
#include <vector>

namespace palpate::test {

// A Dear ImGui context without a window and without a GPU: frames are laid out and thrown away, the mouse and
// the keys are fed by hand. Fonts come from the build tree.
class HeadlessUi {
public:
    explicit HeadlessUi(float scale = 1.0F, ImVec2 size = {1280.0F, 800.0F},
                        const ui::Theme& theme = ui::lightTheme())
        : m_context(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(m_context);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = size;
        ui::compat::setUpKeys();
        REQUIRE(ui::setUp(m_ui, theme, scale, PALPATE_TEST_RESOURCES "/fonts"));
        pointAt(-100.0F, -100.0F);
    }
    ~HeadlessUi() { ImGui::DestroyContext(m_context); }
    HeadlessUi(const HeadlessUi&) = delete;
    HeadlessUi& operator=(const HeadlessUi&) = delete;

    [[nodiscard]] ui::Ui& ui() { return m_ui; }
    [[nodiscard]] ImVec2 size() const {
        ImGui::SetCurrentContext(m_context);
        return ImGui::GetIO().DisplaySize;
    }

    // One frame of `draw(Ui&)`, which gives what was asked for.
    template <typename Draw>
    std::optional<ui::Action> frame(const Draw& draw, float seconds = 1.0F / 60.0F) {
        ImGui::SetCurrentContext(m_context);
        ImGui::GetIO().DeltaTime = seconds;
        ImGui::NewFrame();
        ui::beginFrame(m_ui);
        std::optional<ui::Action> asked = draw(m_ui);
        ImGui::Render();
        return asked;
    }

    // Frames until sizes that need a frame to be known have settled; nothing may be asked for meanwhile.
    template <typename Draw>
    void settle(const Draw& draw) {
        for (int i = 0; i < 3; ++i)
            CHECK_FALSE(frame(draw).has_value());
    }

    void pointAt(float x, float y) {
        ImGui::SetCurrentContext(m_context);
        ui::compat::feedMouse({x, y});
    }

    // Moves to a point, presses and releases; everything that was asked for meanwhile, in order.
    template <typename Draw>
    std::vector<ui::Action> pressAt(float x, float y, const Draw& draw) {
        std::vector<ui::Action> asked;
        const auto step = [&] {
            if (auto action = frame(draw)) asked.push_back(*action);
        };
        pointAt(x, y);
        step();
        ui::compat::feedMouseButton(0, true);
        step();
        ui::compat::feedMouseButton(0, false);
        step();
        pointAt(-100.0F, -100.0F);
        step();
        return asked;
    }

    // Presses the middle of what is visible of a control that was drawn in the last frame.
    template <typename Draw>
    std::vector<ui::Action> press(const std::string& name, const Draw& draw) {
        const ui::UiRects::Item* item = m_ui.rects.find(name);
        REQUIRE_MESSAGE(item != nullptr, name << " is not on the screen");
        const ui::Rect where = item->visible;
        if (ui::isSettling(m_ui)) frame(draw, static_cast<float>(ui::kSettleSeconds));
        return pressAt(where.centreX(), where.centreY(), draw);
    }

    // A window as large as the display, without padding, around panels that draw into the current one.
    template <typename Panel>
    static auto inWindow(const Panel& panel) {
        return [panel](ui::Ui& ui) -> std::optional<ui::Action> {
            ImGui::SetNextWindowPos({0.0F, 0.0F});
            ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
            ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
            ImGui::Begin("test", nullptr, ImGuiWindowFlags_NoDecoration);
            ImGui::PopStyleVar();
            auto asked = panel(ui);
            ImGui::End();
            return asked;
        };
    }

private:
    ImGuiContext* m_context;
    ui::Ui m_ui;
};

// The action if it is of that kind, else null.
template <typename Kind>
const Kind* as(const std::vector<ui::Action>& asked) {
    return asked.size() == 1 ? std::get_if<Kind>(&asked.front()) : nullptr;
}

// The one command that was asked for; empty if it was another thing, none, or more than one.
inline std::string commandIn(const std::vector<ui::Action>& asked) {
    const auto* run = as<ui::action::Run>(asked);
    return run ? run->command : std::string();
}

}  // namespace palpate::test
