#include "ui/widgets.h"

#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {

Rect windowClip() {
    const ImVec2 min = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 max = ImGui::GetWindowDrawList()->GetClipRectMax();
    return {min.x, min.y, max.x - min.x, max.y - min.y};
}

namespace {

// Enter was pressed upon the last item.
bool isPressedByEnter(const Ui& ui) {
    return !compat::kEnterPresses && ui.listKeys.enter && ui.focus.inControls && ImGui::IsItemFocused();
}

Press pressItem(Ui& ui, const std::string& name, const Rect& rect, bool enabled, bool isStop) {
    const ImVec2 before = ImGui::GetCursorScreenPos();
    Press result;
    if (rect.width >= 1.0F && rect.height >= 1.0F) {
        ImGui::BeginDisabled(!enabled);
        ImGui::SetCursorScreenPos(minOf(rect));
        result.pressed = compat::pressArea(name.c_str(), {rect.width, rect.height});
        result.hovered = ImGui::IsItemHovered();
        result.held = ImGui::IsItemActive();
        if (isStop && enabled && isPressedByEnter(ui)) result.pressed = true;
        ImGui::EndDisabled();
        if (isStop) addTabStop(ui, enabled);
        if (isStop) drawFocusRing(ui, rect);
        ImGui::SetCursorScreenPos(before);
    }
    ui.rects.add({name, rect, overlap(rect, windowClip()), enabled, ui.depth});
    return result;
}

struct Ink {
    Colour face, ink, edge;
};

Ink inkOf(const Ui& ui, const Button& look, const Press& press) {
    const Theme& theme = *ui.theme;
    constexpr Colour none = withAlpha(rgb(0x000000), 0);
    if (!look.enabled) {
        const bool bare = look.kind == Button::Kind::Ghost;
        return {bare ? none : theme.background, theme.disabled, bare ? none : theme.hairline};
    }
    if (look.kind == Button::Kind::Primary) {
        const Colour face = press.held      ? theme.accentPressed
                            : press.hovered ? theme.accentHovered
                                            : theme.accent;
        return {face, theme.onAccent, face};
    }
    if (look.chosen) return {theme.chosen, theme.onChosen, theme.accent};
    const bool bare = look.kind == Button::Kind::Ghost;
    const Colour rest = bare ? none : theme.control;
    const Colour face = press.held ? theme.pressed : press.hovered ? theme.hovered : rest;
    return {face, theme.text, bare ? none : theme.border};
}

// Icon and text as one group in the middle of the rectangle.
void writeLabel(const Ui& ui, const Rect& rect, const char* icon, const std::string& text, const Font& font,
                Colour ink) {
    const float space = ui.dp(8.0F);
    const float iconWidth = textWidth(ui.fonts.body, icon);
    if (text.empty()) return write(rect, ui.fonts.body, ink, icon, 0.5F);
    if (iconWidth == 0.0F) return write(rect, font, ink, text, 0.5F);
    const float textRoom = std::max(rect.width - iconWidth - space, 0.0F);
    const std::string shown = fitted(font, text, textRoom);
    Rect group = centred(rect, std::ceil(iconWidth + space + textWidth(font, shown)), rect.height);
    write(cutLeft(group, iconWidth, space), ui.fonts.body, ink, icon);
    group.width += 1.0F;  // what rounding took
    write(group, font, ink, shown);
}

}  // namespace

void drawFocusRing(const Ui& ui, const Rect& rect) {
    if (!ui.focus.inControls || !ImGui::IsItemFocused()) return;
    const float thickness = ui.dp(size::kFocusRing);
    const Rect ring = rect.inset(-1.5F * thickness);
    const Rect clip = windowClip().inset(-thickness);
    // Upon everything, since a control draws its face after it was asked about.
    ImDrawList* list = ImGui::GetForegroundDrawList();
    list->PushClipRect(minOf(clip), maxOf(clip));
    list->AddRect(minOf(ring), maxOf(ring), toInk(ui.theme->accent), ui.dp(size::kFrameRounding) + thickness,
                  0, thickness);
    list->PopClipRect();
}

Press press(Ui& ui, const std::string& name, const Rect& rect, bool enabled) {
    return pressItem(ui, name, rect, enabled, true);
}

Press pointerArea(Ui& ui, const std::string& name, const Rect& rect) {
    return pressItem(ui, name, rect, true, false);
}

void tip(Ui& ui, const std::string& text, const std::string& shortcut) {
    if (text.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
    if (!compat::tipIsDue()) {
        ui.tipPending = true;
        return;
    }
    const Theme& theme = *ui.theme;
    const float rounding = ui.dp(size::kFrameRounding);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.dp(10.0F), ui.dp(7.0F)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, rounding);
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 0.0F);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, toVec4(theme.text));
    ImGui::BeginTooltip();
    compat::pushFont(ui.fonts.small.face, ui.fonts.small.pixels);
    ImGui::PushStyleColor(ImGuiCol_Text, toVec4(theme.panel));
    ImGui::PushTextWrapPos(ui.dp(320.0F));
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    if (!shortcut.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, toVec4(mix(theme.text, theme.panel, 0.65F)));
        ImGui::TextUnformatted(shortcut.c_str());
        ImGui::PopStyleColor();
    }
    ImGui::PopFont();
    ui.tipAppeared = ImGui::IsWindowAppearing();
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    // Nothing of it takes the pointer.
    if (!ui.tipAppeared) ui.rects.add({"tip", {at.x, at.y, size.x, size.y}, {}, false, ui.depth});
    ImGui::EndTooltip();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

bool button(Ui& ui, const std::string& name, const Rect& rect, const Button& look) {
    // The face depends on the press, so it is drawn afterwards: a button holds nothing that it could cover.
    const Press state = pressItem(ui, name, rect, look.enabled, look.isStop);
    const Ink ink = inkOf(ui, look, state);
    const float rounding = ui.dp(size::kFrameRounding);
    fill(rect, ink.face, rounding);
    outline(rect, ink.edge, rounding, ui.dp(size::kHairline));
    const bool strong = look.kind == Button::Kind::Primary || look.chosen;
    writeLabel(ui, rect.inset(look.text.empty() ? 0.0F : ui.dp(4.0F)), look.icon, look.text,
               strong ? ui.fonts.strong : ui.fonts.body, ink.ink);
    tip(ui, look.tip, look.shortcut);
    return state.pressed;
}

float buttonWidth(const Ui& ui, const Button& look) {
    if (look.text.empty()) return ui.dp(size::kControl);
    const bool strong = look.kind == Button::Kind::Primary || look.chosen;
    const float icon = *look.icon ? textWidth(ui.fonts.body, look.icon) + ui.dp(8.0F) : 0.0F;
    const float text = textWidth(strong ? ui.fonts.strong : ui.fonts.body, look.text);
    return std::ceil(icon + text) + 2.0F * ui.dp(size::kPaddingX);
}

std::optional<std::size_t> segmented(Ui& ui, const Rect& rect, std::span<const Segment> segments) {
    const Theme& theme = *ui.theme;
    const float rounding = ui.dp(size::kFrameRounding);
    const float edge = ui.dp(size::kHairline);
    std::optional<std::size_t> chosen;
    fill(rect, theme.control, rounding);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& segment = segments[i];
        const Rect cell = columnOf(rect, i, segments.size(), 0.0F);
        const Press state = press(ui, segment.name, cell, segment.enabled);
        if (state.pressed) chosen = i;
        const bool own = segment.face.alpha != 0 && segment.enabled;
        const Colour face = segment.chosen ? (own ? segment.face : theme.chosen)
                            : state.held   ? theme.pressed
                                           : theme.hovered;
        if (segment.chosen || state.hovered) fill(cell.inset(edge), face, rounding - edge);
        const Colour ink = !segment.enabled  ? theme.disabled
                           : !segment.chosen ? theme.text
                           : own             ? segment.ink
                                             : theme.onChosen;
        writeLabel(ui, cell.inset(ui.dp(3.0F)), segment.icon, segment.text,
                   segment.chosen ? ui.fonts.strong : ui.fonts.body, ink);
        tip(ui, segment.tip, segment.shortcut);
    }
    outline(rect, theme.border, rounding, edge);
    return chosen;
}

std::optional<std::size_t> chips(Ui& ui, std::span<const Chip> all, bool enabled) {
    const Theme& theme = *ui.theme;
    const float height = ui.dp(size::kChip);
    const float space = ui.dp(6.0F);
    std::optional<std::size_t> pressed;
    Rect row = takeRow(height);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Chip& chip = all[i];
        const float width = std::ceil(textWidth(ui.fonts.smallStrong, chip.text)) + ui.dp(20.0F);
        if (width > row.width) {
            gap(space);
            row = takeRow(height);
        }
        const Rect rect = cutLeft(row, width, space);
        const Press state = press(ui, chip.name, rect, enabled);
        if (state.pressed) pressed = i;
        const Colour rest = chip.chosen ? theme.chosen : theme.control;
        const Colour face = state.held ? theme.pressed : state.hovered ? theme.hovered : rest;
        const Colour edge = !enabled ? theme.hairline : chip.chosen ? theme.accent : theme.border;
        const Colour ink = !enabled ? theme.disabled : chip.chosen ? theme.onChosen : theme.text;
        fill(rect, face, height / 2.0F);
        outline(rect, edge, height / 2.0F, ui.dp(chip.chosen ? 1.5F : size::kHairline));
        write(rect, chip.chosen ? ui.fonts.smallStrong : ui.fonts.small, ink, chip.text, 0.5F);
    }
    return pressed;
}

Press listRow(Ui& ui, const std::string& name, const Rect& rect, bool chosen) {
    const Theme& theme = *ui.theme;
    const Press state = press(ui, name, rect);
    if (!chosen && !state.hovered) return state;
    const float rounding = ui.dp(size::kFrameRounding);
    fill(rect, chosen ? theme.chosen : state.held ? theme.pressed : theme.hovered, rounding);
    if (chosen) {
        const Rect mark{rect.x, rect.y + ui.dp(8.0F), ui.dp(3.0F), rect.height - 2 * ui.dp(8.0F)};
        fill(mark, theme.accent, ui.dp(1.5F));
    }
    return state;
}

void caption(Ui& ui, const std::string& text) {
    write(takeRow(ui.dp(18.0F)), ui.fonts.smallStrong, ui.theme->dim, text);
    gap(ui.dp(4.0F));
}

void emptyState(Ui& ui, const Rect& rect, const char* icon, const std::string& text) {
    const float width = std::min(rect.width - 2 * ui.dp(12.0F), ui.dp(300.0F));
    const float textHeight = wrappedHeight(ui.fonts.body, text, width);
    const float iconHeight = ui.dp(40.0F);
    Rect box = centred(rect, width, iconHeight + textHeight);
    write(cutTop(box, iconHeight), ui.fonts.heading, ui.theme->disabled, icon, 0.5F);
    writeCentred(box, ui.fonts.body, ui.theme->dim, text);
}

}  // namespace palpate::ui
