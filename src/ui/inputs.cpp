// The controls that take a text or a number: they stand on Dear ImGui's own, with another face.
#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/secret_field.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace palpate::ui {
namespace {

double shareOf(const Slider& look) {
    const double held = std::clamp(look.value, look.least, look.most);
    if (look.logarithmic) return std::log(held / look.least) / std::log(look.most / look.least);
    return (held - look.least) / (look.most - look.least);
}

void drawSlider(const Ui& ui, const Rect& rect, const Slider& look, bool hot) {
    const Theme& theme = *ui.theme;
    const float knob = ui.dp(size::kGrab);
    const float thickness = ui.dp(4.0F);
    const float left = rect.x + knob / 2.0F;
    const float room = rect.width - knob;
    const float at = std::round(left + room * static_cast<float>(shareOf(look)));
    const Rect track{left, std::round(rect.centreY() - thickness / 2.0F), room, thickness};
    const Colour ink = look.enabled ? theme.accent : theme.disabled;
    fill(track, mix(theme.panel, theme.border, 0.5F), thickness / 2.0F);
    fill({track.x, track.y, at - track.x, thickness}, ink, thickness / 2.0F);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled({at, rect.centreY()}, knob / 2.0F, toInk(hot ? theme.accentHovered : ink));
    list->AddCircleFilled({at, rect.centreY()}, knob / 2.0F - ui.dp(3.0F), toInk(theme.panel));
}

// Dear ImGui's control lies there unseen and does the work; ours is drawn over it.
void pushUnseen() {
    for (const ImGuiCol slot :
         {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, ImGuiCol_SliderGrab,
          ImGuiCol_SliderGrabActive, ImGuiCol_Text, ImGuiCol_Border}) {
        ImGui::PushStyleColor(slot, ImVec4(0.0F, 0.0F, 0.0F, 0.0F));
    }
}

}  // namespace

std::optional<double> slider(Ui& ui, const std::string& name, const Rect& rect, const Slider& look) {
    const ImVec2 before = ImGui::GetCursorScreenPos();
    const float padding = std::max((rect.height - ImGui::GetFontSize()) / 2.0F, 0.0F);
    auto value = static_cast<float>(look.value);
    const ImGuiSliderFlags flags = ImGuiSliderFlags_NoInput | ImGuiSliderFlags_AlwaysClamp |
                                   (look.logarithmic ? ImGuiSliderFlags_Logarithmic : ImGuiSliderFlags_None);
    ImGui::BeginDisabled(!look.enabled);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0.0F, padding});
    pushUnseen();
    ImGui::SetCursorScreenPos(minOf(rect));
    ImGui::SetNextItemWidth(rect.width);
    const bool moved = ImGui::SliderFloat(("##" + name).c_str(), &value, static_cast<float>(look.least),
                                          static_cast<float>(look.most), "%.1f", flags);
    ImGui::PopStyleColor(7);
    ImGui::PopStyleVar();
    ImGui::EndDisabled();
    drawSlider(ui, rect, look, look.enabled && (ImGui::IsItemHovered() || ImGui::IsItemActive()));
    addTabStop(ui, look.enabled);
    drawFocusRing(ui, rect);
    tip(ui, look.tip);
    ui.rects.add({name, rect, overlap(rect, windowClip()), look.enabled, ui.depth});
    ImGui::SetCursorScreenPos(before);
    if (!moved || !look.enabled) return std::nullopt;
    return static_cast<double>(value);
}

namespace {

struct Typing {
    char* bytes;
    std::size_t size;  // with the zero at the end
    ImGuiInputTextFlags flags = ImGuiInputTextFlags_None;
    bool enabled = true;
    bool severalLines = false;
};

// The face of a text field with Dear ImGui's own in it, which edits `typing` in place. True: it changed.
bool typeInto(Ui& ui, const std::string& name, const Rect& rect, const Field& look, const Typing& typing) {
    const ImVec2 before = ImGui::GetCursorScreenPos();
    const Theme& theme = *ui.theme;
    const float rounding = ui.dp(size::kFrameRounding);
    const float iconRoom = *look.icon ? ui.dp(30.0F) : 0.0F;
    fill(rect, theme.control, rounding);
    Rect inner = rect;
    write(cutLeft(inner, iconRoom), ui.fonts.body, theme.dim, look.icon, 0.7F);

    const float padding =
        typing.severalLines ? ui.dp(8.0F) : std::max((rect.height - ui.fonts.body.pixels) / 2.0F, 0.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.dp(iconRoom > 0.0F ? 6.0F : 10.0F), padding});
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
    for (const ImGuiCol slot : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive}) {
        ImGui::PushStyleColor(slot, ImVec4(0.0F, 0.0F, 0.0F, 0.0F));
    }
    ImGui::BeginDisabled(!typing.enabled);
    ImGui::SetCursorScreenPos(minOf(inner));
    ImGui::SetNextItemWidth(inner.width);
    if (look.takeFocus) ImGui::SetKeyboardFocusHere();
    const bool changed = typing.severalLines
                             ? ImGui::InputTextMultiline(("##" + name).c_str(), typing.bytes, typing.size,
                                                         {inner.width, inner.height}, typing.flags)
                             : ImGui::InputTextWithHint(("##" + name).c_str(), look.hint.c_str(),
                                                        typing.bytes, typing.size, typing.flags);
    ImGui::EndDisabled();
    ImGui::PopStyleColor(3);
    ImGui::PopStyleVar(2);
    const bool focused = ImGui::IsItemActive();
    addTabStop(ui, typing.enabled, TabStop::TextField);
    drawFocusRing(ui, rect);
    const Colour edge = look.wrong ? theme.onError : focused ? theme.accent : theme.border;
    outline(rect, edge, rounding, ui.dp(focused || look.wrong ? size::kFocusRing : size::kHairline));
    ui.rects.add({name, rect, overlap(rect, windowClip()), typing.enabled, ui.depth});
    ImGui::SetCursorScreenPos(before);
    return changed && typing.enabled;
}

std::optional<std::string> typeText(Ui& ui, const std::string& name, const Rect& rect, const Field& look,
                                    bool severalLines) {
    std::vector<char> bytes(std::max(look.most, look.text.size()) + 1, '\0');
    std::copy(look.text.begin(), look.text.end(), bytes.begin());
    const Typing typing{.bytes = bytes.data(), .size = bytes.size(), .severalLines = severalLines};
    if (!typeInto(ui, name, rect, look, typing)) return std::nullopt;
    return std::string(bytes.data());
}

}  // namespace

std::optional<std::string> field(Ui& ui, const std::string& name, const Rect& rect, const Field& look) {
    return typeText(ui, name, rect, look, false);
}

std::optional<std::string> textArea(Ui& ui, const std::string& name, const Rect& rect, const Field& look) {
    return typeText(ui, name, rect, look, true);
}

bool secretField(Ui& ui, const std::string& name, const Rect& rect, SecretText& text,
                 const SecretField& look) {
    Rect box = rect;
    if (look.stars && look.eye) {
        const Button eye{.kind = Button::Kind::Ghost,
                         .icon = text.shown ? icon::kEyeSlash : icon::kEye,
                         .tip = text.shown ? core::tr("Hide what is typed") : core::tr("Show what is typed"),
                         .isStop = false};  // who types the next field after Tab must not type into a button
        const Rect cell = cutRight(box, ui.dp(size::kControl), ui.dp(6.0F));
        if (button(ui, name + ".eye", cell, eye)) text.shown = !text.shown;
    }
    const bool hidden = look.stars && !text.shown;
    const Typing typing{.bytes = text.data(),
                        .size = SecretText::kMost + 1,
                        .flags = hidden ? ImGuiInputTextFlags_Password : ImGuiInputTextFlags_NoUndoRedo,
                        .enabled = look.enabled};
    return typeInto(ui, name, box,
                    {.text = {}, .hint = look.hint, .wrong = look.wrong, .takeFocus = look.takeFocus},
                    typing);
}

}  // namespace palpate::ui
