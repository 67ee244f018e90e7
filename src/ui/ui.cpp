#include "ui/ui.h"

#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"

#include <algorithm>
#include <utility>

namespace palpate::ui {
namespace {

void setSizes(const Ui& ui, ImGuiStyle& style) {
    const auto dp = [&ui](float length) { return ui.dp(length); };
    style.WindowPadding = {dp(size::kWindowPadding), dp(size::kWindowPadding)};
    style.FramePadding = {dp(size::kPaddingX), dp(size::kPaddingY)};
    // Panels place their rows themselves: what stands between them is said there.
    style.ItemSpacing = {0.0F, 0.0F};
    style.ItemInnerSpacing = {dp(size::kSpacingY), dp(size::kSpacingY)};
    style.TouchExtraPadding = {0.0F, 0.0F};
    style.WindowRounding = style.PopupRounding = style.ChildRounding = dp(size::kWindowRounding);
    style.FrameRounding = style.GrabRounding = dp(size::kFrameRounding);
    style.ScrollbarRounding = dp(size::kScrollbar) / 2.0F;
    style.ScrollbarSize = dp(size::kScrollbar);
    style.GrabMinSize = dp(size::kGrab);
    style.WindowBorderSize = style.ChildBorderSize = 0.0F;
    style.FrameBorderSize = style.PopupBorderSize = dp(size::kHairline);
    style.SelectableTextAlign = {0.0F, 0.5F};
    style.DisabledAlpha = 0.55F;
    style.CircleTessellationMaxError = 0.2F;
}

void setColours(const Theme& theme, ImGuiStyle& style) {
    const auto set = [&style](ImGuiCol slot, Colour colour) { style.Colors[slot] = toVec4(colour); };
    constexpr Colour none = withAlpha(rgb(0x000000), 0);
    set(ImGuiCol_Text, theme.text);
    set(ImGuiCol_TextDisabled, theme.dim);
    set(ImGuiCol_TextSelectedBg, withAlpha(theme.accent, 90));
    set(ImGuiCol_WindowBg, theme.background);
    set(ImGuiCol_ChildBg, none);
    set(ImGuiCol_PopupBg, theme.panel);
    set(ImGuiCol_Border, theme.border);
    set(ImGuiCol_BorderShadow, none);
    set(ImGuiCol_FrameBg, theme.control);
    set(ImGuiCol_FrameBgHovered, theme.hovered);
    set(ImGuiCol_FrameBgActive, theme.hovered);
    set(ImGuiCol_Header, theme.chosen);
    set(ImGuiCol_HeaderHovered, theme.hovered);
    set(ImGuiCol_HeaderActive, theme.pressed);
    set(ImGuiCol_Button, theme.control);
    set(ImGuiCol_ButtonHovered, theme.hovered);
    set(ImGuiCol_ButtonActive, theme.pressed);
    set(ImGuiCol_SliderGrab, theme.accent);
    set(ImGuiCol_SliderGrabActive, theme.accentPressed);
    set(ImGuiCol_CheckMark, theme.accent);
    set(ImGuiCol_ScrollbarBg, none);
    set(ImGuiCol_ScrollbarGrab, mix(theme.panel, theme.border, 0.45F));
    set(ImGuiCol_ScrollbarGrabHovered, mix(theme.panel, theme.border, 0.75F));
    set(ImGuiCol_ScrollbarGrabActive, theme.border);
    set(ImGuiCol_Separator, theme.hairline);
    set(compat::focusRingColour(), none);  // widgets draw their own, as wide as the scale asks
}

}  // namespace

void applyStyle(const Ui& ui) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    setSizes(ui, style);
    setColours(*ui.theme, style);
}

core::Result<void> setUp(Ui& ui, const Theme& theme, float scale, const std::filesystem::path& fontFolder,
                         const TextSizes& text) {
    core::Result<Fonts> fonts = loadFonts(fontFolder, scale, text);
    if (!fonts) return fonts.error();
    ui.fonts = *fonts;
    ui.theme = &theme;
    ui.scale = scale;
    ui.text = text;
    applyStyle(ui);
    return {};
}

namespace {

// Dear ImGui 1.86 gives the keyboard to a field in the frame after it was asked to, and lets it be typed into
// in the one after that.
constexpr int kFramesToField = 2;

// No key gives these as a character.
constexpr ImWchar kTabOn = '\t', kTabBack = '\v', kEnter = '\r';

bool isKey(ImWchar step) {
    return step == kTabOn || step == kTabBack || step == kEnter;
}

// Takes what was typed since the frame before, with the keys where they came, behind what waits already.
void queueTyped(Ui::Typing& typing) {
    ImVector<ImWchar> typed;
    compat::takeTyped(typed);
    int next = 0;
    for (const Ui::Typing::Key& key : typing.keys) {
        for (; next < std::min(key.after, typed.Size); ++next)
            typing.waiting.push_back(typed[next]);
        typing.waiting.push_back(key.key);
    }
    for (; next < typed.Size; ++next)
        typing.waiting.push_back(typed[next]);
    typing.keys.clear();
}

// The keyboard goes to the next control, as they were drawn in the frame before.
void stepFocus(Ui::Focus& focus, bool forward) {
    if (focus.stops == 0) return;
    const int first = forward ? 0 : focus.stops - 1;
    const int next = (focus.here + (forward ? 1 : focus.stops - 1)) % focus.stops;
    focus.wanted = focus.here < 0 ? first : next;
}

void dropFirst(ImVector<ImWchar>& waiting, int count) {
    waiting.erase(waiting.begin(), waiting.begin() + count);
    if (waiting.empty()) waiting.clear();  // freed, and so overwritten
}

// Freed one by one: the library's own assignment reads an empty vector's bytes at no address.
void dropTyping(Ui::Typing& typing) {
    typing.waiting.clear();
    typing.keys.clear();
    typing.typed = typing.frames = 0;
}

// Without a Tab nothing has to wait: Enter is for the field that is typed into.
bool mustQueue(const Ui::Typing& typing) {
    const auto isTab = [](const Ui::Typing::Key& key) { return key.key != kEnter; };
    return typing.frames > 0 || !typing.waiting.empty() ||
           std::any_of(typing.keys.begin(), typing.keys.end(), isTab);
}

// Hands on what is typed into one field, or presses the next key: of both what comes first.
void passTyping(Ui& ui) {
    Ui::Typing& typing = ui.typing;
    if (mustQueue(typing)) {
        queueTyped(typing);
    } else if (!typing.keys.empty()) {
        ui.nextListKeys.enter = true;
        typing.keys.clear();
    }
    typing.typed = 0;
    if (typing.frames > 0 && --typing.frames > 0) return;
    ImVector<ImWchar>& waiting = typing.waiting;
    if (waiting.empty()) return;
    if (isKey(waiting[0])) {
        if (waiting[0] == kEnter) {
            ui.nextListKeys.enter = true;
        } else {
            stepFocus(ui.focus, waiting[0] == kTabOn);
            typing.frames = kFramesToField;
        }
        return dropFirst(waiting, 1);
    }
    int count = 0;
    while (count < waiting.Size && !isKey(waiting[count]))
        ++count;
    compat::type(waiting.Data, count);
    dropFirst(waiting, count);
}

}  // namespace

void beginFrame(Ui& ui) {
    compat::takeTabKey();
    passTyping(ui);
    if (!std::exchange(ui.page.isDrawn, false)) ui.page.layout.clear();
    ImGuiIO& io = ImGui::GetIO();
    if (io.MouseClicked[0] || io.MouseClicked[1] || io.MouseClicked[2]) leaveControls(ui);
    // Dear ImGui follows the arrows only while they are meant for it; else they turn the body.
    const ImGuiConfigFlags keyboard = ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigFlags = ui.focus.inControls ? io.ConfigFlags | keyboard : io.ConfigFlags & ~keyboard;
    ui.focus.onlyDialog = ui.rects.find("dialog") != nullptr;
    ui.listKeys = std::exchange(ui.nextListKeys, {});
    ui.focus.stops = 0;
    ui.focus.here = -1;
    ui.rects.clear();
    ui.depth = 0;
    ui.inDialog = false;
    ui.tipPending = ui.tipAppeared = false;
}

void moveFocus(Ui& ui, bool forward) {
    ui.focus.inControls = true;
    if (!compat::kTabsThroughControls)
        ui.typing.keys.push_back({ui.typing.typed, forward ? kTabOn : kTabBack});
}

bool hasTypingToCome(const Ui& ui) {
    return ui.typing.frames > 0 || !ui.typing.waiting.empty();
}

bool isTabOnItsWay(const Ui& ui) {
    return mustQueue(ui.typing);
}

bool isEntered(const Ui& ui) {
    if (hasTypingToCome(ui)) return false;
    return compat::textEntered() || (ui.listKeys.enter && ImGui::GetIO().WantTextInput);
}

void noteTyped(Ui& ui) {
    ++ui.typing.typed;
}

void notePage(Ui& ui, const std::string& layout) {
    if (layout != ui.page.layout) ui.page = {layout, ImGui::GetTime()};
    ui.page.isDrawn = true;
}

bool isSettling(const Ui& ui) {
    return ImGui::GetTime() < ui.page.since + kSettleSeconds;
}

bool wasMeantForEarlierPage(const Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    return io.MouseReleased[0] && io.MouseClickedTime[0] < ui.page.since + kSettleSeconds;
}

void noteListKey(Ui& ui, ListKey key) {
    Ui::ListKeys& keys = ui.nextListKeys;
    switch (key) {
        case ListKey::Up:
        case ListKey::Down:
            keys.steps += key == ListKey::Down ? 1 : -1;
            break;
        case ListKey::Enter:
            ui.typing.keys.push_back({ui.typing.typed, kEnter});
            break;
        case ListKey::Escape:
            keys.escape = true;
            break;
    }
}

void forgetTyping(Ui& ui) {
    compat::forgetTyping();
    dropTyping(ui.typing);
}

void forget(Ui& ui) {
    forgetTyping(ui);
    leaveControls(ui);
    ui.listKeys = ui.nextListKeys = {};
    ui.page = {};
    ui.rects = {};
}

void leaveControls(Ui& ui) {
    ui.focus.inControls = false;
    ui.focus.wanted = -1;
    dropTyping(ui.typing);
}

void addTabStop(Ui& ui, bool enabled, TabStop kind) {
    if (!enabled || ui.focus.onlyDialog != ui.inDialog) return;
    const int stop = ui.focus.stops++;
    // A field that was clicked into has the keyboard too.
    if (ImGui::IsItemActive() || (ui.focus.inControls && ImGui::IsItemFocused())) ui.focus.here = stop;
    if (stop != ui.focus.wanted) return;
    compat::focusLastItem(kind == TabStop::TextField);
    ui.focus.here = stop;
    ui.focus.wanted = -1;
}

}  // namespace palpate::ui
