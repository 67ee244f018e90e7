#include "app/gui.h"

#include "core/text.h"
#include "ui/checkin_widgets.h"
#include "ui/imgui_compat.h"
#include "ui/layout.h"
#include "ui/metrics.h"
#include "ui/theme.h"
#include "ui/vault/working_page.h"

#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <utility>
#include <variant>

namespace palpate::app {

Gui::Gui(platform::Window& window, std::filesystem::path fontFolder)
    : m_window(window), m_fontFolder(std::move(fontFolder)) {
    IMGUI_CHECKVERSION();
    ui::compat::useWipingAllocator();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // nothing is kept beside the practice
}

Gui::~Gui() {
    if (m_glReady) ImGui_ImplOpenGL3_Shutdown();
    if (m_glfwReady) ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
}

core::Result<std::unique_ptr<Gui>> Gui::create(platform::Window& window, std::filesystem::path fontFolder) {
    std::unique_ptr<Gui> gui(new Gui(window, std::move(fontFolder)));
    gui->m_glfwReady = ImGui_ImplGlfw_InitForOpenGL(window.handle(), true);
    gui->m_glReady = gui->m_glfwReady && ImGui_ImplOpenGL3_Init("#version 330 core");
    if (!gui->m_glReady) {
        return core::Error{core::tr("The window's controls could not be started"), "",
                           core::tr("Update the graphics driver.")};
    }
    if (auto looks = gui->setLooks({}); !looks) return looks.error();
    return gui;
}

core::Result<void> Gui::setLooks(const document::Appearance& looks, bool forClient) {
    const ui::Theme& theme = ui::themeFor(looks.dark, looks.highContrast);
    float scale = ui::scaleFor(m_window.contentScale(), looks.scale) / pixelsPerUnit();
    const glm::vec2 units = glm::vec2(m_window.framebufferSize()) / pixelsPerUnit();
    const float plain = ui::scaleFor(m_window.contentScale(), 1.0) / pixelsPerUnit();
    scale =
        forClient ? ui::checkInScale(scale, units.x, units.y) : ui::heldScale(scale, plain, units.x, units.y);
    const ui::TextSizes text = forClient ? ui::kClientText : ui::TextSizes{};
    if (m_ui.fonts.body.face != nullptr && &theme == m_ui.theme && scale == m_ui.scale && text == m_ui.text) {
        return {};
    }
    const bool first = m_ui.fonts.body.face == nullptr;
    if (auto set = ui::setUp(m_ui, theme, scale, m_fontFolder, text); !set) return set;
    ui::compat::refreshFontTexture(first);
    return {};
}

void Gui::begin() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    // Space would press the control that Tab is about to leave; held, it presses the one that Tab comes to.
    if (ui::isTabOnItsWay(m_ui)) ui::compat::holdSpace();
    ImGui::NewFrame();
    ui::beginFrame(m_ui);
}

std::optional<ui::Action> Gui::layOut(const ui::ScreenModel& model) {
    begin();
    auto action = ui::drawScreen(m_ui, model);
    ImGui::Render();
    return action;
}

std::optional<ui::ProblemAnswer> Gui::layOutProblem(const ui::ProblemModel& model, glm::vec2 size) {
    begin();
    const auto answer = ui::drawProblem(m_ui, size.x, size.y, model);
    ImGui::Render();
    return answer;
}

std::optional<ui::GateAsk> Gui::layOutGate(ui::GateState& state, const ui::GateModel& model, glm::vec2 size) {
    begin();
    auto asked = ui::drawGate(m_ui, size.x, size.y, state, model);
    ImGui::Render();
    return asked;
}

bool Gui::layOutWorking(const std::string& what, double share, bool mayStop, glm::vec2 size) {
    begin();
    const bool stop = ui::drawWorking(m_ui, size.x, size.y, what, share, mayStop);
    ImGui::Render();
    return stop;
}

void Gui::forget() {
    ui::forget(m_ui);
}

void Gui::forgetTyping() {
    ui::forgetTyping(m_ui);
}

void Gui::paint() {
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

float Gui::pixelsPerUnit() const {
    const ImGuiIO& io = ImGui::GetIO();
    return io.DisplayFramebufferScale.x > 0.0F ? io.DisplayFramebufferScale.x : 1.0F;
}

bool Gui::wantsText() {
    return ImGui::GetIO().WantTextInput;
}

bool Gui::hasListOpen() {
    return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

bool Gui::navigates() const {
    return ui::isKeyboardInControls(m_ui);
}

void Gui::handle(const platform::InputEvent& event) {
    if (std::holds_alternative<platform::TextEvent>(event)) ui::noteTyped(m_ui);
    const auto* key = std::get_if<platform::KeyEvent>(&event);
    if (key == nullptr || !key->pressed) return;
    const platform::Modifiers& held = key->modifiers;
    if (key->key == platform::Key::Tab && !held.control && !held.alt) ui::moveFocus(m_ui, !held.shift);
    if (key->key == platform::Key::Escape) {
        ui::leaveControls(m_ui);
        ui::noteListKey(m_ui, ui::ListKey::Escape);
    }
    if (key->key == platform::Key::Down) ui::noteListKey(m_ui, ui::ListKey::Down);
    if (key->key == platform::Key::Up) ui::noteListKey(m_ui, ui::ListKey::Up);
    const bool isEnter = key->key == platform::Key::Enter || key->key == platform::Key::NumpadEnter;
    if (isEnter && !key->repeated)  // held, it presses once
        ui::noteListKey(m_ui, ui::ListKey::Enter);
}

}  // namespace palpate::app
